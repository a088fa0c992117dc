from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.model import (
    Attribute,
    Discrepancy,
    Extractions,
    Meeting,
    MeetingKind,
    Mode,
    Office,
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
from kg.pipeline import sample_corpus
from kg.tables import read_table

SHARED = Path(__file__).parents[3] / "shared"
FACTS = Path(__file__).parent / "facts"
COUNTED = {
    row["noun"].lower(): row["kind"] for row in read_table("data", "wordings", "counted.csv", columns=("noun", "kind"))
}
"""What a noun of the facts counts."""
ReadGold = Callable[[Path], tuple[Report, Extractions]]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the scorer; tests that need it skip where it is absent."""
    scorer = SHARED / "evaluate" / "score.py"
    if not scorer.exists():
        pytest.skip(f"what scores graphs against facts is not part of the project; it goes to {scorer}")
    return SHARED


@pytest.fixture(scope="session")
def facts() -> list[Path]:
    """What each sample report states, written down by hand, one file a report."""
    return sorted(FACTS.glob("*.json"))


@pytest.fixture(scope="session")
def read_gold() -> ReadGold:
    return _read_gold


def _read_gold(path: Path) -> tuple[Report, Extractions]:
    """A report and its gold facts as records, each fact with the whole text's first line as passage."""
    data = json.loads(path.read_text(encoding="utf-8"))
    text = (sample_corpus() / f"{path.stem}.txt").read_text(encoding="utf-8")
    line = Span(0, text.index("\n"))
    report = Report(path.stem, text, (Sentence(line, SentenceKind.TITLE, 0),), title=line, publisher=data["publisher"])
    passages = (Passage(line, "gold"),)
    offices = _offices(data, passages)
    meetings = tuple(_meeting(each, passages[0], data["counts"]) for each in data["meetings"])
    persons = tuple(
        Person(f"p{number}", each["name"], tuple(each["aliases"]), passages)
        for number, each in enumerate(data["persons"], 1)
    )
    keys = {person.name: person.key for person in persons}
    posts = tuple(
        Post(keys[each["name"]], post["role"] or "", offices[post["office"]].key if post["office"] else "", passages)
        for each in data["persons"]
        for post in each["posts"]
    )
    participations = tuple(
        Participation(agent, Role(each["role"]), each.get("meeting") or "m1", passages)
        for agent, each in [
            *((keys[each["who"]], each) for each in data["participations"]),
            *((offices[each["name"]].key, each) for each in data["offices"]),
        ]
    )
    discrepancies = tuple(
        Discrepancy(
            each["key"],
            Attribute.ORDINAL,
            tuple(Stated(str(value), passages[0], SentenceKind.TITLE) for value in each["ordinals_stated"]),
            "the headline goes before the body",
        )
        for each in data["meetings"]
        if "ordinals_stated" in each
    )
    records = (meetings, persons, tuple(offices.values()), posts, participations, discrepancies)
    return report, Extractions(path.stem, *records)


def _offices(data: dict[str, Any], passages: tuple[Passage, ...]) -> dict[str, Office]:
    names = [each["name"] for each in data["offices"]]
    names += [post["office"] for each in data["persons"] for post in each["posts"] if post["office"]]
    return {name: Office(f"o{number}", name, (), passages) for number, name in enumerate(dict.fromkeys(names), 1)}


def _meeting(data: dict[str, Any], passage: Passage, counts: list[dict[str, Any]]) -> Meeting:
    def stated(value: Any) -> tuple[Stated[Any], ...]:
        return () if value is None else (Stated(value, passage, SentenceKind.BODY),)

    def date(text: str | None) -> PartialDate | None:
        return PartialDate(*map(int, text.split("-"))) if text else None

    def counted(kind: str) -> tuple[Stated[int], ...]:
        return tuple(
            Stated(each["value"], passage, SentenceKind.BODY)
            for each in counts
            if each["meeting"] == data["key"] and COUNTED[each["what"].lower()] == kind
        )

    return Meeting(
        key=data["key"],
        main=data["main"],
        kind=MeetingKind(data["kind"]),
        passages=(passage,),
        names=stated(data["name"]),
        ordinals=stated(data["ordinal"]),
        starts=stated(date(data["start"])),
        ends=stated(date(data["end"])),
        cities=stated(data["city"]),
        countries=stated(data["country"]),
        modes=stated(Mode(data["mode"]) if data["mode"] else None),
        regions=stated(Region(data["region"]) if data["region"] else None),
        people=counted("people"),
        members=counted("members"),
    )
