"""The lines of a web page as a browser would show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import lxml.etree
import lxml.html

from kg.regex import regex

__all__ = ["Shown", "letters_of", "shown_lines"]

_BLANKS = regex(r"\s+")
_NO_LETTERS = regex(r"[\W_]+")
_BREAKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "table", "tbody", "td", "th", "tr", "ul"}
    | {"cell", "head", "item", "lb", "list", "quote", "row"}
)
"""Elements of HTML, and in the last row of trafilatura's own format, that begin a new line."""
_ITEMS = frozenset({"li", "item"})
_PREFORMATTED = frozenset({"pre", "quote", "code"})
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "button", "textarea"}
    | {"nav", "footer", "aside", "form", "title"}
)
_LINE_END = "\x1e"
"""Stands for a line end that counts, within preformatted text."""


class Shown(NamedTuple):
    """A line.

    Attributes:
        text: Its characters, blanks as a browser shows them; a bullet before list items.
        letters: Its letters and digits alone, case folded, to compare lines with.
        linked: Whether most of it is links.
    """

    text: str
    letters: str
    linked: bool


def letters_of(text: str) -> str:
    """Letters and digits alone, case folded."""
    return _NO_LETTERS.sub("", text).casefold()


def shown_lines(root: lxml.html.HtmlElement, preformatted: bool = False) -> Iterator[Shown]:
    """The lines of an element: one for every block in it; scripts, menus, forms, sidebars and footers left out.

    Args:
        root: The element, of HTML or of trafilatura's own format.
        preformatted: Whether line ends count in elements that may hold preformatted text.
    """
    gathered = _Gathered()
    links = 0
    walk = lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _BREAKS:
                yield from gathered.lines()
            if tag in _UNREAD:
                walk.skip_subtree()
                continue
            if tag in _ITEMS:
                gathered.add("• ", linked=False)
            links += tag == "a"
            text = element.text or ""
            if preformatted and tag in _PREFORMATTED:
                text = text.replace("\n", _LINE_END)
            gathered.add(text, linked=links > 0)
            continue
        if tag in _BREAKS:
            yield from gathered.lines()
        if event == "end" and tag == "a":
            links -= 1
        if element is not root:
            gathered.add(element.tail or "", linked=links > 0)
    yield from gathered.lines()


class _Gathered:
    """Text since the last line end."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0

    def add(self, text: str, linked: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text) if linked else 0

    def lines(self) -> Iterator[Shown]:
        """What was gathered, as lines. A bullet without text is kept for the block that follows."""
        joined = "".join(self._parts)
        linked = self._linked * 2 > len(joined)
        self._parts.clear()
        self._linked = 0
        for piece in joined.split(_LINE_END):
            line = _BLANKS.sub(" ", piece).strip()
            if line == "•":
                self._parts.append("• ")
            elif line:
                yield Shown(line, letters_of(line), linked)
