"""Takes the text out of Markdown: marks are left out, so that a name in bold is a name and offsets count the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.reading.assembly import PageFacts
from kg.regex import regex

__all__ = ["markdown_text"]

_FRONT_MATTER = regex(r"\A---[ ]*\n(?P<body>.*?)^(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = regex(r"^(?P<key>[A-Za-z][\w -]{0,40}):[ ]*(?P<value>\S.*)$", re.MULTILINE)
_FIELDS = {
    "url": "URL",
    "link": "URL",
    "publisher": "Published by",
    "date": "Published on",
    "published": "Published on",
}
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)
_TAG = regex(r"<[^<>]*>")


def markdown_text(text: str) -> tuple[str, PageFacts]:
    """The text of a Markdown document (CommonMark), a blank line between blocks, a bullet before list items.

    Args:
        text: The document. A block of ``key: value`` lines between two lines ``---`` at its beginning is metadata.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)))
    if front:
        blocks[:0] = _front_blocks(front["body"], blocks[0] if blocks else "")
    return "\n\n".join(blocks), PageFacts()


def _front_blocks(body: str, first: str) -> Iterator[str]:
    """The metadata lines, and the title where the text itself does not begin with it."""
    values: dict[str, str] = {}
    for match in _FIELD.finditer(body):
        values.setdefault(match["key"].strip().lower(), match["value"].strip().strip("\"'"))
    lines = {label: f"{label}: {values[key]}" for key, label in _FIELDS.items() if key in values}
    if lines:
        yield "\n".join(lines.values())
    title = values.get("title")
    if title and title != first:
        yield title


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    mark = ""
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "• "
            continue
        text = _content(token)
        if text:
            yield mark + text
            mark = ""


def _content(token: Token) -> str:
    """The text of a block; empty for tokens that only open or close one."""
    if token.type == "inline":
        return "".join(_inline(token.children or ())).strip()
    if token.type in ("code_block", "fence"):
        return token.content.strip()
    if token.type == "html_block":
        return unescape(_TAG.sub(" ", _COMMENT.sub(" ", token.content))).strip()
    return ""


def _inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type in ("text", "text_special", "code_inline"):
            yield child.content
