"""Takes the report out of a saved web page: its main text, and what the page says of itself.

trafilatura finds the main text and leaves menus, sidebars and footers out. It may drop what stands in a header of its
own, short lists and tables, and it guesses dates and titles from anywhere in the page; so the headline, dates and
bylines between it and the text, and what is missing within the text, are looked up in the page, and the date of
publication is taken from where pages state it, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.etree
import lxml.html
import trafilatura

from kg.errors import UnreadableReport
from kg.reading.assembly import PageFacts
from kg.reading.dates import date_line, issue_date
from kg.reading.decoding import decode
from kg.reading.furniture import is_furniture, is_menu
from kg.reading.page import metas, page_facts
from kg.reading.shapes import is_byline
from kg.reading.shown import Shown, letters_of, shown_lines
from kg.regex import regex

__all__ = ["html_text"]

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_XML_DECLARATION = regex(r"\s*<\?xml[^>]{0,400}>")
_TITLE_PARTS = regex(r"\s+[|–—·»:-]\s+")
_SHORTEST_HEADLINE = 16
"""Characters of the shortest headline; what is shorter is the name of a site or of a section."""
_NEAR_TOP = 6
"""First lines of the main text among which the headline may stand."""
_HEADER_LINES = 12
"""Lines from the headline to the text among which a date or byline of the report may stand."""


def html_text(data: bytes, name: str) -> tuple[str, PageFacts]:
    """The main text of a web page, headline first, a blank line between paragraphs.

    Args:
        data: The page.
        name: Name of the file, for messages.

    Raises:
        UnreadableReport: It is no text, or holds none.
    """
    declared = _CHARSET.search(data[:4096])
    encoding = (declared[1] or declared[2]).decode("ascii", "ignore") if declared else None
    page = decode(data, name, encoding)
    tree = _parse(page)
    lines = [] if tree is None else _main_lines(page, tree)
    if tree is None or not lines:
        raise UnreadableReport(
            f"{name} is a web page without text.", "Save the page again after it has loaded, or save its text."
        )
    return "\n\n".join(line.text for line in lines), page_facts(tree)


def _parse(page: str) -> lxml.html.HtmlElement | None:
    # lxml refuses text that declares an encoding of its own.
    declaration = _XML_DECLARATION.match(page)
    try:
        return lxml.html.document_fromstring(page[declaration.end() :] if declaration else page)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _main_lines(page: str, tree: lxml.html.HtmlElement) -> list[Shown]:
    preformatted = tree.find(".//pre") is not None
    everything = list(shown_lines(tree, preformatted))
    document = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    lines = list(shown_lines(body, preformatted)) if body is not None else []
    lines = _completed(lines, everything) if lines else everything
    return _with_header(lines, everything, _headline(tree, everything))


def _completed(lines: Sequence[Shown], everything: Sequence[Shown]) -> list[Shown]:
    """The main text with the lines that the page shows within it and that are no links, menus or link lines."""
    place = {line.letters: number for number, line in enumerate(lines)}
    found = [number for number, line in enumerate(everything) if line.letters in place]
    if not found:
        return list(lines)
    known = "".join(line.letters for line in lines)
    missing: dict[int, list[Shown]] = {}
    cursor = place[everything[found[0]].letters]
    for line in everything[found[0] : found[-1]]:
        if line.letters in place:
            cursor = max(cursor, place[line.letters])
        elif not line.linked and line.letters not in known and not is_menu(line.text) and not is_furniture(line.text):
            missing.setdefault(cursor, []).append(line)
    return [shown for number, line in enumerate(lines) for shown in (line, *missing.get(number, ()))]


def _headline(tree: lxml.html.HtmlElement, everything: Sequence[Shown]) -> Shown | None:
    """The headline: what the page declares as its title and shows, else its only heading of the first order."""
    shown = {line.letters: line for line in reversed(everything) if len(line.text) >= _SHORTEST_HEADLINE}
    declared = list(metas(tree, "og:title", "twitter:title", "dc.title"))
    titles = [title.text_content() for title in tree.iterfind(".//title")]
    for text in (*declared, *titles):
        # A title may hold the name of the site before or after the headline.
        parts = _TITLE_PARTS.split(text)
        beginnings = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
        for candidate in (*beginnings, *parts):
            if line := shown.get(letters_of(candidate)):
                return line
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if len(heading) >= _SHORTEST_HEADLINE]
    best = headings[0] if len(headings) == 1 else next(iter(declared), None)
    return Shown(best, letters_of(best), linked=False) if best else None


def _with_header(lines: list[Shown], everything: Sequence[Shown], headline: Shown | None) -> list[Shown]:
    """The main text with its headline first, then dates and bylines that the page shows between headline and text."""
    if headline is None or not lines:
        return lines
    top = [number for number, line in enumerate(lines[:_NEAR_TOP]) if line.letters == headline.letters]
    body = lines[top[-1] + 1 :] if top else lines
    above = lines[: top[-1] + 1] if top else [headline]
    if not body:
        return above
    letters = [line.letters for line in everything]
    after = letters.index(headline.letters) + 1 if headline.letters in letters else 0
    until = letters.index(body[0].letters, after) if body[0].letters in letters[after:] else after
    header = everything[max(after, until - _HEADER_LINES) : until]
    return [*above, *(line for line in header if _belongs(line.text) and line not in above), *body]


def _belongs(line: str) -> bool:
    """Whether a line of a header is the report's: a dateline, a date of publication, a byline."""
    return is_byline(line) or date_line(line) is not None or issue_date(line) is not None
