"""Every wording of ``data/wordings/frames.csv`` reads its own example; sentences that state nothing are left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import TableError
from kg.extraction import extract
from kg.extraction.roles import frame_table
from kg.extraction.roles.frame_table import Effect, Frame, frames
from kg.model import Extractions, Role
from kg.reading import read_text
from kg.tables import Row

NOTHING = Path(__file__).parent / "states_nothing.txt"
OF_OFFICES = {Role.HOST, Role.ORGANIZER, Role.SPONSOR}
VISITS = {
    Effect.COMPANY,
    Effect.VISITOR,
    Effect.VISITORS,
    Effect.VISIT_BY,
    Effect.VISITED_BY,
    Effect.VISITED,
    Effect.RECEIVES,
    Effect.RECEIVED_BY,
}
DATELINE = "20-21 February 2023, Brussels, Belgium"
BODY = "The 18th Global Meeting of the Regional Entities was held in Brussels, Belgium on 20-21 February 2023."


def read(headline: str, body: str) -> Extractions:
    return extract(read_text(f"Published by: ROCB A/P\n\n{headline}\n\n{DATELINE}\n\n{body}\n", "report"))


def read_example(frame: Frame) -> Extractions:
    office = frame.role in OF_OFFICES or frame.effect in {Effect.OFFICES, Effect.VISITED}
    agents = ("the Korea Customs Service", "the World Bank") if office else ("Mr. Norikazu Kuramoto", "Mr. Larry Liza")
    sentence = frame.example.replace("\\n", "\n")
    for letter, name in zip("XYZ", (*agents, "Mr. Ian Saunders"), strict=True):
        sentence = re.sub(rf"\b{letter}\b", name, sentence)
    sentence = sentence[0].upper() + sentence[1:]
    if frame.effect is Effect.HEADLINE:
        return read(sentence, BODY)
    headline = "Visit to the ROCB A/P" if frame.effect in VISITS else "18th Global Meeting of the Regional Entities"
    return read(headline, sentence if sentence.endswith(".") else f"{sentence}.")


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.rule)
def test_example_is_read_by_its_own_rule(frame: Frame) -> None:
    stated = {passage.rule for role in read_example(frame).participations for passage in role.passages}
    assert frame.rule in stated


def test_rules_are_named_once() -> None:
    names = [frame.rule for frame in frames()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("role", "president"),
        ("agent", "nearby"),
        ("effect", "strong"),
        ("agent", "after"),
        ("pattern", "chaired (the|this meeting"),
        ("pattern", "organi[sz]ed"),
        ("pattern", "chaired [a-z"),
        ("pattern", "chaired (?:the)) meeting"),
        ("pattern", "chaired {2"),
    ],
)
def test_a_wrong_row_is_named(column: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = {"rule": "a", "role": "chair", "agent": "subject", "effect": "", "pattern": "chaired", "example": "X"}
    row = Row(right | {column: value}, Path("frames.csv"), 7)
    monkeypatch.setattr(frame_table, "read_table", lambda *_parts, columns: iter([row]))
    with pytest.raises(TableError, match=rf"frames\.csv, line 7, column {column}: .*{re.escape(repr(value))}"):
        _ = [(frame.needed, frame.pattern) for frame in frames.__wrapped__()]


@pytest.mark.parametrize("sentence", NOTHING.read_text(encoding="utf-8").splitlines())
def test_sentence_states_no_role(sentence: str) -> None:
    extractions = read("18th Global Meeting of the Regional Entities", sentence)
    assert [(role.role, role.passages[0].rule) for role in extractions.participations] == []


def _with_label(line):
    first = "Published by: WCO\n\n4th Workshop on Value\n\n"
    return extract(read_text(f"{first}{line}\n\nThe 4th Workshop on Value was held in Suva.\n", "r")).participations


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Funded by: SECO", "sponsor"),
        ("Opened by: Mr. Larry Liza, Director of the OCO", "opening"),
        ("Participants: UNCTAD and the WCO Secretariat", "attendee"),
        ("Who took part: UNCTAD; RTC Fiji", "attendee"),
        ("Co-chairs: Mr. Larry Liza and Ms. Ho", "chair"),
    ],
)
def test_a_label_says_what_those_behind_it_are(line, role):
    text = (
        f"Published by: WCO\n\n4th Workshop on Value\n\n{line}\n\nThe 4th Workshop on Value was held in Suva, Fiji.\n"
    )
    assert {p.role.value for p in extract(read_text(text, "r")).participations} == {role}


@pytest.mark.parametrize("line", ["Excused participants: UNCTAD and RTC Fiji", "Expected delegates: UNCTAD, RTC Fiji"])
def test_a_longer_label_says_something_else(line):
    text = (
        f"Published by: WCO\n\n4th Workshop on Value\n\n{line}\n\nThe 4th Workshop on Value was held in Suva, Fiji.\n"
    )
    assert extract(read_text(text, "r")).participations == ()
