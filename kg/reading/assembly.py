"""Puts a report together: cleaned text, lines with their parts, sentences with their offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import PartialDate, Report, Sentence, SentenceKind, Span
from kg.reading.below import mark_body, mark_tail
from kg.reading.cleaning import clean
from kg.reading.dates import date_in_address, date_line, dated, read_date
from kg.reading.furniture import is_furniture
from kg.reading.head import Head, mark_head
from kg.reading.lines import Line, Metadata, split_lines, take_metadata
from kg.reading.sentences import split_sentences
from kg.reading.wordings import DateAlone, wordings
from kg.regex import regex

__all__ = ["PageFacts", "assemble"]

_WHOLE_LINES = frozenset(
    {SentenceKind.TITLE, SentenceKind.DATELINE, SentenceKind.BYLINE, SentenceKind.SIGNATURE, SentenceKind.FURNITURE}
)
"""Parts whose lines are not cut into sentences."""
_OPENING = regex(
    r"(?P<dateline>[^\W_](?:[^.!?:;–—\n]{1,30}?(?:\s[–—]\s|;\s))?[^.!?:;–—\n]{5,90}?\d{4}\)?)"
    r"(?:\s(?:\([A-Z][^()\n]{1,20}\)|/[A-Z][^/\n]{1,20}/))?"
    r"(?:\.?\s*[–—:]\s*|\.-+\s*|\s+-+\s+|\.\s+)(?=\S)"
)
"""A place and a date before the first sentence, as news agencies write."""
_AGENCY = regex(
    r"(?!(?:On|From|Between|In|Since|During|Until|By|For|At)\s)"
    r"(?P<dateline>[^\W\d_][^!?:;–—\n(/]{1,40}?,\s[^!?:;–—\n(/]{2,30}?)"
    r"\s*(?:\([^()\n]{2,30}\)\s*|/[^/\n]{2,30}/\s*)?(?:--|[–—]|\s-)\s*(?=\S)"
)
"""The same without a year, with the name of the agency: 'Muscat, Nov. 17 (GNA) --'."""


class PageFacts:
    """What a page says of itself outside its text.

    Attributes:
        url: Its address.
        publisher: Name of the site.
        issued: Date of publication.
    """

    __slots__ = ("issued", "publisher", "url")

    def __init__(self, url: str | None = None, publisher: str | None = None, issued: PartialDate | None = None) -> None:
        self.url = url
        self.publisher = publisher
        self.issued = issued


def assemble(identifier: str, text: str, page: PageFacts | None = None) -> Report:
    """The report that a text is.

    Args:
        identifier: Its id.
        text: The decoded text, not yet cleaned.
        page: What the page that the text was taken from says of itself.
    """
    page = page or PageFacts()
    text = clean(text)
    lines = split_lines(text)
    metadata = take_metadata(lines)
    url = metadata.get("url") or page.url
    publisher = metadata.get("publisher") or page.publisher
    head = mark_head(lines, metadata.count, _date_alone_is_event(publisher, url))
    mark_tail(lines, head)
    mark_body(lines, head.end)
    text = _unbroken(text, lines)
    issued, passage = _issued(head, metadata, page)
    return Report(
        id=identifier,
        text=text,
        sentences=tuple(_sentences(text, lines[metadata.count :])),
        title=head.title,
        url=url,
        publisher=publisher,
        issued=issued,
        issued_passage=passage,
    )


def _date_alone_is_event(publisher: str | None, url: str | None) -> bool:
    """Whether this publisher puts the date of the event alone on a line; most put that of publication there."""
    name = (publisher or "").casefold()
    host = (url or "").partition("://")[2].partition("/")[0].casefold()
    for known in wordings().publishers:
        if name == known.name.casefold() or (
            not name and (host == known.address or host.endswith("." + known.address))
        ):
            return known.date_alone is DateAlone.EVENT
    return False


def _issued(head: Head, metadata: Metadata, page: PageFacts) -> tuple[PartialDate | None, Span | None]:
    """Date of publication and its place: in a metadata line, above the text, in the page, or in its address."""
    if "issued" in metadata.values:
        value, span = metadata.values["issued"]
        found = read_date(value)
        if found is not None and found[0] is not None:
            return found[0], span
    address = _address_date(metadata)
    if head.issued is not None:
        return _with_month(head.issued, address and address[0]), head.issued_passage
    if page.issued is not None:
        return page.issued, None
    return address or (None, None)


def _with_month(stated: PartialDate, address: PartialDate | None) -> PartialDate:
    """The date, with the month of the address where its own could not be read; without either, its year alone."""
    if stated.month is not None:
        return stated
    if address is None or address.year != stated.year or stated.day is None:
        return PartialDate(stated.year)
    return PartialDate(stated.year) if address.month is None else dated(stated.year, address.month, stated.day)


def _address_date(metadata: Metadata) -> tuple[PartialDate, Span] | None:
    if "url" not in metadata.values:
        return None
    value, span = metadata.values["url"]
    found = date_in_address(value)
    return found and (found[0], Span(span.start + found[1], span.start + found[2]))


def _unbroken(text: str, lines: Sequence[Line]) -> str:
    """The text with a space for each line end within a broken line: what reads the sentences need not expect any."""
    pieces: list[str] = []
    done = 0
    for before, after in pairwise(lines):
        if after.joins:
            pieces += text[done : before.end], " " * (after.start - before.end)
            done = after.start
    return "".join((*pieces, text[done:])) if pieces else text


def _sentences(text: str, lines: Sequence[Line]) -> Iterator[Sentence]:
    paragraph = 0
    number = 0
    body = False
    while number < len(lines):
        line = lines[number]
        kind = line.kind or SentenceKind.BODY
        number += 1
        while number < len(lines) and lines[number].joins:
            number += 1
        start, end = line.start + line.mark, lines[number - 1].end
        if kind is SentenceKind.BODY and not body:
            body = True
            if opening := _opening_dateline(text, start, end):
                yield Sentence(Span(start, opening[0]), SentenceKind.DATELINE, paragraph)
                start = opening[1]
        if kind in _WHOLE_LINES:
            yield Sentence(Span(start, end), kind, paragraph)
        else:
            yield from _body_sentences(text, start, end, kind, paragraph)
        paragraph += 1


def _body_sentences(text: str, start: int, end: int, kind: SentenceKind, paragraph: int) -> Iterator[Sentence]:
    for span in split_sentences(text, start, end):
        own = SentenceKind.FURNITURE if is_furniture(text[span.start : span.end]) else kind
        yield Sentence(span, own, paragraph)


def _opening_dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The dateline before the first sentence ('NAIROBI, 24 May 2019 – The heads met.'): its end, and its mark's."""
    for opening in (_OPENING, _AGENCY):
        match = opening.match(text, start, end)
        found = date_line(match["dateline"]) if match is not None else None
        if match is not None and found is not None and not found.alone:
            return match.end("dateline"), match.end()
    return None
