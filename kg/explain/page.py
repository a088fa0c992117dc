"""An explanation as one HTML page that opens offline: no script, no address, light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from kg.explain.explanation import ExplainedSentence, Explanation, Piece
from kg.explain.statements import KINDS, ReadStatement
from kg.look import stylesheet
from kg.model import Passage, Report, SentenceKind

__all__ = ["explanation_page"]


def explanation_page(explanation: Explanation) -> str:
    """The whole page: the report on the left, beside each sentence what was read from it, and by which rule."""
    html = Element("html", lang="en")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", f"{explanation.title} - what was read - wco-kg")
    _add(head, "style", stylesheet("tokens", "base", "reading") + _style())
    body = SubElement(html, "body")
    _add(body, "a", "Skip to the text", **{"class": "skip", "href": "#text"})
    bar = SubElement(body, "header", {"class": "top"})
    _add(bar, "span", "wco-kg", **{"class": "home"})
    _add(bar, "span", "What was read from a report", **{"class": "note"})
    main = SubElement(body, "main")
    _head(main, explanation)
    text = SubElement(main, "div", {"id": "text"})
    for number, item in enumerate(explanation.sentences, start=1):
        _sentence(text, number, item, explanation.report)
    if explanation.elsewhere:
        _add(main, "h2", "Read outside any sentence")
        _statements(SubElement(main, "div", {"class": "line"}), explanation.elsewhere, explanation.report)
    footer = SubElement(body, "footer")
    _add(footer, "p", "What the report states, as it states it. Not affiliated with the World Customs Organization.")
    return "<!DOCTYPE html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    element = SubElement(parent, tag, attributes)
    element.text = text
    return element


def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _head(main: Element, explanation: Explanation) -> None:
    _add(main, "p", "report", **{"class": "kind"})
    _add(main, "h1", explanation.title)
    report = explanation.report
    origin = SubElement(main, "p", {"class": "note"})
    origin.text = " · ".join(part for part in (report.id, report.publisher, str(report.issued or "")) if part)
    if report.url:
        origin.text += " · "
        # A report may state anything as its address; only what a browser fetches becomes a link.
        link = {"href": report.url} if report.url.startswith(("http://", "https://")) else {}
        _add(origin, "a", report.url, **link)
    silent = sum(1 for item in explanation.sentences if item.unread)
    _add(
        main,
        "p",
        f"Something was read from {explanation.sentences_read} of {explanation.sentences_total} sentences; "
        + (f"{silent} more name" if silent > 1 else f"{'one' if silent else 'no'} other names")
        + " people, offices or roles.",
    )
    legend = SubElement(main, "p", {"class": "legend"})
    for kind in KINDS:
        _add(legend, "span", kind, **{"class": kind}).tail = " "
    _add(legend, "span", "nothing read", **{"class": "unread"})


def _sentence(text: Element, number: int, item: ExplainedSentence, report: Report) -> None:
    kind = "headline" if item.sentence.kind is SentenceKind.TITLE else item.sentence.kind.value
    line = SubElement(text, "div", {"class": f"line {kind}" + (" unread" if item.unread else ""), "id": f"s{number}"})
    paragraph = SubElement(line, "p")
    for piece in item.pieces:
        _piece(paragraph, piece, report)
    if item.statements:
        _statements(line, item.statements, report)
    elif item.unread:
        _add(SubElement(line, "ul"), "li", "Nothing was read, though it names: " + ", ".join(item.unread))


def _piece(parent: Element, piece: Piece, report: Report) -> None:
    tip = "\n".join(f"{statement.label}: {statement.words}" for statement in piece.statements)
    attributes = {"class": piece.kind, "title": tip} if tip else {}
    _add(parent, "mark" if tip else "span", report.quote(piece.span), id=f"c{piece.span.start}", **attributes)


def _statements(parent: Element, statements: Iterable[ReadStatement], report: Report) -> None:
    listed = SubElement(parent, "ul")
    for statement in statements:
        line = SubElement(listed, "li")
        place, quote = f"#c{statement.passage.span.start}", report.quote(statement.passage.span)
        link = _add(line, "a", statement.label, **{"class": f"{statement.kind} to", "href": place, "title": quote})
        link.tail = f" {statement.words} "
        _add(line, "code", _rule(statement.passage))


def _rule(passage: Passage) -> str:
    return f"{passage.rule} {passage.span.start}-{passage.span.end}"
