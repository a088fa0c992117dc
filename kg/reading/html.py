"""Takes the report out of a saved web page: its main text, and what the page says of itself.

trafilatura finds the main text and leaves menus, sidebars and footers out. It may drop what stands in a header of its
own, and it guesses dates and titles from anywhere in the page; so the headline, and dates and bylines between it and
the text, are looked up in the page, and the date of publication is taken from where pages state it, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
import trafilatura

from kg.errors import UnreadableReport
from kg.reading.assembly import PageFacts
from kg.reading.dates import date_line
from kg.reading.decoding import decode
from kg.reading.page import metas, page_facts
from kg.reading.shapes import is_byline

__all__ = ["html_text"]

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}>")
_BLANKS = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W_]+")
_TITLE_PARTS = re.compile(r"\s+[|–—·»:-]\s+")
_LABEL = re.compile(r"(?:posted|published|date)(?:\s+on)?\s*:?\s*", re.IGNORECASE)
_BREAKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "table", "tbody", "td", "th", "tr", "ul"}
    | {"cell", "head", "item", "lb", "list", "quote", "row"}
)
"""Elements of HTML, and in the last row of trafilatura's own format, that begin a new line."""
_ITEMS = frozenset({"li", "item"})
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "button", "textarea"}
    | {"nav", "footer", "aside", "form", "title"}
)
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
    return "\n\n".join(lines), page_facts(tree)


def _parse(page: str) -> lxml.html.HtmlElement | None:
    # lxml refuses text that declares an encoding of its own.
    declaration = _XML_DECLARATION.match(page)
    try:
        return lxml.html.document_fromstring(page[declaration.end() :] if declaration else page)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _main_lines(page: str, tree: lxml.html.HtmlElement) -> list[str]:
    everything = list(_lines(tree))
    document = trafilatura.bare_extraction(page, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    lines = list(_lines(body)) if body is not None else []
    return _with_header(lines or everything, everything, _headline(tree, everything))


def _lines(root: lxml.html.HtmlElement) -> Iterator[str]:
    """The lines that a browser would show: one for every block, list items with a bullet."""
    parts: list[str] = []
    walk = lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in _BREAKS:
                yield from _line(parts)
            if element.tag in _UNREAD:
                walk.skip_subtree()
                continue
            if element.tag in _ITEMS:
                parts.append("• ")
            parts.append(_text(element))
            continue
        if element.tag in _BREAKS:
            yield from _line(parts)
        if element is not root:
            parts.append(element.tail or "")
    yield from _line(parts)


_BREAK = "\x1e"
"""Stands for a line end that counts, within preformatted text."""


def _text(element: lxml.html.HtmlElement) -> str:
    text: str = element.text or ""
    return text.replace("\n", _BREAK) if element.tag == "pre" else text


def _line(parts: list[str]) -> Iterator[str]:
    """What was gathered, as lines; empties ``parts``. A bullet without text is kept for the block that follows."""
    joined = "".join(parts)
    parts.clear()
    for piece in joined.split(_BREAK):
        line = _BLANKS.sub(" ", piece).strip()
        if line == "•":
            parts.append("• ")
        elif line:
            yield line


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _headline(tree: lxml.html.HtmlElement, everything: list[str]) -> str | None:
    """The headline: what the page declares as its title and shows, else its only heading of the first order."""
    shown = {_letters(line): line for line in reversed(everything) if len(line) >= _SHORTEST_HEADLINE}
    declared = [*metas(tree, "og:title", "twitter:title", "dc.title")]
    titles = [title.text_content() for title in tree.iterfind(".//title")]
    for text in (*declared, *titles):
        # A title may hold the name of the site before or after the headline.
        parts = _TITLE_PARTS.split(text)
        beginnings = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
        for candidate in (*beginnings, *parts):
            if line := shown.get(_letters(candidate)):
                return line
    headings = [line for element in tree.iter("h1") if (line := _BLANKS.sub(" ", element.text_content()).strip())]
    headings = [line for line in headings if len(line) >= _SHORTEST_HEADLINE]
    return headings[0] if len(headings) == 1 else next(iter(declared), None)


def _with_header(lines: list[str], everything: list[str], headline: str | None) -> list[str]:
    """The main text with its headline first, then dates and bylines that the page shows between headline and text."""
    if headline is None or not lines:
        return lines
    top = [number for number, line in enumerate(lines[:_NEAR_TOP]) if _same(line, headline)]
    body = lines[top[-1] + 1 :] if top else lines
    above = lines[: top[-1] + 1] if top else [headline]
    if not body:
        return above
    shown = [_letters(line) for line in everything]
    after = shown.index(_letters(headline)) + 1 if _letters(headline) in shown else 0
    try:
        until = shown.index(_letters(body[0]), after)
    except ValueError:
        return [*above, *body]
    header = everything[max(after, until - _HEADER_LINES) : until]
    return [*above, *(line for line in header if _belongs(line) and line not in above), *body]


def _belongs(line: str) -> bool:
    label = _LABEL.match(line)
    return is_byline(line) or date_line(line[label.end() :] if label else line) is not None
