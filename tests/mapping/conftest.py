"""A small report with everything in it, and a way to ask a list of quads."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.linking import link_one
from kg.model import (
    Attribute,
    Discrepancy,
    Extractions,
    Meeting,
    MeetingKind,
    Mode,
    Office,
    OfficeKind,
    PartialDate,
    Participation,
    Passage,
    Person,
    Post,
    Region,
    Report,
    Role,
    Sentence,
    SentenceKind,
    Span,
    Stated,
)
from kg.vocab import BASE, PREFIXES

TEXT = """ROCB A/P joins the 18th Global Meeting of the Regional Entities
20-21 February 2023, Brussels, Belgium
The 17th Global Meeting, held in hybrid form, was chaired by Mr. Norikazu Kuramoto, \
Head of ROCB A/P, and hosted by the WCO.
"""
PREFIX_LINES = "".join(f"PREFIX {name}: <{value}>\n" for name, value in PREFIXES.items()) + f"BASE <{BASE}>\n"


def passage(words: str, rule: str = "test") -> Passage:
    start = TEXT.index(words)
    return Passage(Span(start, start + len(words)), rule)


def stated(value, words: str, part: SentenceKind = SentenceKind.BODY) -> tuple[Stated, ...]:
    return (Stated(value, passage(words), part),)


def build_report() -> Report:
    lines = TEXT.splitlines()
    sentences, start = [], 0
    for number, (line, kind) in enumerate(
        zip(lines, (SentenceKind.TITLE, SentenceKind.DATELINE, SentenceKind.BODY), strict=True)
    ):
        sentences.append(Sentence(Span(start, start + len(line)), kind, number))
        start += len(line) + 1
    return Report(
        id="rocbap-664",
        text=TEXT,
        sentences=tuple(sentences),
        title=sentences[0].span,
        url="http://www.rocb-ap.org/article-detail/664/",
        publisher="ROCB A/P",
    )


def build_extractions() -> Extractions:
    meeting = Meeting(
        key="m1",
        main=True,
        kind=MeetingKind.MEETING,
        passages=(passage("18th Global Meeting of the Regional Entities", "meeting-name"),),
        names=(
            *stated("18th Global Meeting of the Regional Entities", "18th Global Meeting of the Regional Entities"),
            *stated("17th Global Meeting", "17th Global Meeting"),
        ),
        ordinals=(*stated(18, "18th", SentenceKind.TITLE), *stated(17, "17th")),
        starts=stated(PartialDate(2023, 2, 20), "20-21 February 2023", SentenceKind.DATELINE),
        ends=stated(PartialDate(2023, 2, 21), "20-21 February 2023", SentenceKind.DATELINE),
        cities=stated("Brussels", "Brussels", SentenceKind.DATELINE),
        countries=stated("BE", "Belgium", SentenceKind.DATELINE),
        modes=stated(Mode.HYBRID, "hybrid form"),
        regions=stated(Region.GLOBAL, "Global Meeting"),
    )
    return Extractions(
        report="rocbap-664",
        meetings=(meeting,),
        persons=(
            Person("p1", "Norikazu Kuramoto", ("Mr. Norikazu Kuramoto",), (passage("Mr. Norikazu Kuramoto"),), "Mr."),
        ),
        offices=(
            Office("o1", "ROCB A/P", (), (passage("ROCB A/P"),), OfficeKind.ROCB, "", Region.AP, "TH"),
            Office("o2", "WCO", (), (passage("WCO"),), OfficeKind.SECRETARIAT),
        ),
        posts=(Post("p1", "Head", "o1", (passage("Head of ROCB A/P"),)),),
        participations=(
            Participation("p1", Role.CHAIR, "m1", (passage("chaired by Mr. Norikazu Kuramoto"),)),
            Participation("o2", Role.HOST, "m1", (passage("hosted by the WCO"),)),
            Participation(
                "p1", Role.ATTENDEE, "m1", (passage("Mr. Norikazu Kuramoto", "presence"),), "o1", Mode.ONLINE
            ),
        ),
        discrepancies=(
            Discrepancy(
                "m1",
                Attribute.ORDINAL,
                (*stated("18", "18th", SentenceKind.TITLE), *stated("17", "17th")),
                "The headline goes before the body.",
            ),
        ),
    )


class Graph:
    """Quads that can be asked with short names: ``graph.values("meeting/global-meeting-18", "wco:ordinal")``."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._store = Store()
        for quad in quads:
            self._store.add(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()))

    def values(self, subject: str, path: str) -> list[str]:
        """Values of a property path, as text without datatypes, sorted; IRIs under the base without it."""
        subject = f"<{subject}>" if ":" not in subject or "/" in subject else subject
        rows = self._store.query(f"{PREFIX_LINES} SELECT ?value WHERE {{ {subject} {path} ?value }}")
        return sorted(row[0].value.removeprefix(BASE) for row in rows)

    def terms(self, subject: str, path: str) -> list[object]:
        rows = self._store.query(f"{PREFIX_LINES} SELECT ?value WHERE {{ <{subject}> {path} ?value }}")
        return [row[0] for row in rows]

    def subjects(self, kind: str) -> list[str]:
        """The subjects of a class, without the base."""
        rows = self._store.query(f"{PREFIX_LINES} SELECT ?subject WHERE {{ ?subject a {kind} }}")
        return sorted(row[0].value.removeprefix(BASE) for row in rows)

    def ask(self, pattern: str) -> bool:
        return bool(self._store.query(f"{PREFIX_LINES} ASK {{ {pattern} }}"))


@pytest.fixture(scope="session")
def sample() -> SimpleNamespace:
    """A report, what was read from it, and its links."""
    extractions = build_extractions()
    return SimpleNamespace(report=build_report(), extractions=extractions, links=link_one(extractions))


@pytest.fixture(scope="session")
def graph() -> type[Graph]:
    return Graph


@pytest.fixture(scope="session")
def node():
    return lambda path: NamedNode(BASE + path)
