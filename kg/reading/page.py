"""Reads what a web page declares of itself: address, name of the site, date of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import lxml.html

from kg.model import PartialDate
from kg.reading.addresses import is_address
from kg.reading.assembly import PageFacts
from kg.reading.dates import read_date
from kg.regex import regex

__all__ = ["metas", "page_facts"]

_SAVED_FROM = regex(r"saved from url=\(\d+\)(\S+)", re.IGNORECASE)
_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)


def page_facts(tree: lxml.html.HtmlElement) -> PageFacts:
    """What the page states in its metadata (Open Graph, Dublin Core, schema.org); nothing is guessed from its text."""
    return PageFacts(
        url=next(_addresses(tree), None),
        publisher=next(metas(tree, "og:site_name", "dc.publisher", "dcterms.publisher", "publisher"), None),
        issued=next(_dates(tree), None),
    )


def metas(tree: lxml.html.HtmlElement, *names: str) -> Iterator[str]:
    """The contents of the meta elements of these names, name by name.

    Args:
        tree: The page.
        names: Names or properties, in lower case.
    """
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        if content and key:
            found.setdefault(key, []).append(content)
    for name in names:
        yield from found.get(name, ())


def _addresses(tree: lxml.html.HtmlElement) -> Iterator[str]:
    yield from (url for url in metas(tree, "og:url", "twitter:url") if is_address(url))
    for link in tree.iter("link"):
        url = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and is_address(url):
            yield url
    for comment in tree.xpath("//comment()"):
        match = _SAVED_FROM.search(comment.text or "")
        if match and is_address(match[1]):
            yield match[1]


def _dates(tree: lxml.html.HtmlElement) -> Iterator[PartialDate]:
    for text in _stated_dates(tree):
        found = read_date(text.strip())
        if found is not None and found[0] is not None:
            yield found[0]


def _stated_dates(tree: lxml.html.HtmlElement) -> Iterator[str]:
    yield from metas(tree, *_DATE_NAMES)
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _published(_json(script.text or ""))
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield time.get("datetime") or time.text_content()


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _published(value: object) -> Iterator[str]:
    """The dates of publication in a schema.org description, which may be one thing, a list, or a graph of things."""
    things = value if isinstance(value, list) else [value]
    for thing in things:
        if not isinstance(thing, dict):
            continue
        date = thing.get("datePublished")
        if isinstance(date, str):
            yield date
        graph = thing.get("@graph")
        if isinstance(graph, list):
            yield from _published([node for node in graph if isinstance(node, dict) and "@graph" not in node])
