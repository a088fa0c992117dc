"""An explanation as one HTML page that opens offline: no script, no address, light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from kg.explain.explanation import ExplainedSentence, Explanation, Piece
from kg.explain.statements import KINDS, ReadStatement
from kg.model import Passage, Report, SentenceKind

__all__ = ["explanation_page"]


def explanation_page(explanation: Explanation) -> str:
    """The whole page: the report on the left, beside each sentence what was read from it, and by which rule."""
    html = Element("html", lang="en")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", f"{explanation.title} - what was read")
    _add(head, "style", _style())
    body = SubElement(html, "body")
    _header(body, explanation)
    main = SubElement(body, "main")
    for number, item in enumerate(explanation.sentences, start=1):
        _sentence(main, number, item, explanation.report)
    if explanation.elsewhere:
        _add(main, "h2", "Read outside any sentence")
        _statements(main, explanation.elsewhere, explanation.report)
    return "<!DOCTYPE html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    element = SubElement(parent, tag, attributes)
    element.text = text
    return element


def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _header(body: Element, explanation: Explanation) -> None:
    header = SubElement(body, "header")
    _add(header, "h1", explanation.title)
    report = explanation.report
    origin = SubElement(header, "p")
    origin.text = " · ".join(part for part in (report.id, report.publisher, str(report.issued or "")) if part)
    if report.url:
        origin.text += " · "
        # A report may state anything as its address; only what a browser fetches becomes a link.
        link = {"href": report.url} if report.url.startswith(("http://", "https://")) else {}
        _add(origin, "a", report.url, **link)
    silent = sum(1 for item in explanation.sentences if item.unread)
    _add(
        header,
        "p",
        f"Something was read from {explanation.sentences_read} of {explanation.sentences_total} sentences; "
        f"{silent} more name people, offices or roles.",
    )
    legend = SubElement(header, "p", {"class": "legend"})
    for kind in KINDS:
        _add(legend, "mark", kind, **{"class": kind}).tail = " "
    _add(legend, "span", "nothing read", **{"class": "unread"})


def _sentence(main: Element, number: int, item: ExplainedSentence, report: Report) -> None:
    classes = f"sentence {item.sentence.kind.value}" + (" unread" if item.unread else "")
    section = SubElement(main, "section", {"class": classes, "id": f"s{number}"})
    tag = "h2" if item.sentence.kind is SentenceKind.TITLE else "p"
    text = SubElement(section, tag, {"class": "text"})
    for piece in item.pieces:
        _piece(text, piece, report)
    if item.statements:
        _statements(section, item.statements, report)
    elif item.unread:
        _add(section, "p", "Nothing was read, though it names: " + ", ".join(item.unread), **{"class": "beside"})


def _piece(parent: Element, piece: Piece, report: Report) -> None:
    tip = "\n".join(f"{statement.label}: {statement.words}" for statement in piece.statements)
    attributes = {"class": piece.kind or "plain", "id": f"c{piece.span.start}"} | ({"title": tip} if tip else {})
    _add(parent, "mark" if tip else "span", report.quote(piece.span), **attributes)


def _statements(parent: Element, statements: Iterable[ReadStatement], report: Report) -> None:
    table = SubElement(parent, "ul", {"class": "beside"})
    for statement in statements:
        line = SubElement(table, "li")
        link = SubElement(
            line, "a", {"href": f"#c{statement.passage.span.start}", "title": report.quote(statement.passage.span)}
        )
        _add(link, "b", statement.label, **{"class": statement.kind})
        link.tail = f" {statement.words} "
        _add(line, "code", _rule(statement.passage))


def _rule(passage: Passage) -> str:
    return f"{passage.rule} {passage.span.start}-{passage.span.end}"
