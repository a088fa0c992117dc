"""Builders of what extraction hands over, with one passage for everything."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kg.model import (
    Extractions,
    Meeting,
    MeetingKind,
    Office,
    OfficeKind,
    PartialDate,
    Passage,
    Person,
    Post,
    Region,
    SentenceKind,
    Span,
    Stated,
)

PASSAGES = (Passage(Span(0, 1), "test"),)


def stated(value):
    return () if value is None else (Stated(value, PASSAGES[0], SentenceKind.BODY),)


def date(text: str | None) -> PartialDate | None:
    return PartialDate(*map(int, text.split("-"))) if text else None


def meeting(name, key="m1", *, main=True, ordinal=None, start=None, end=None, city=None, country=None, region=None):
    return Meeting(
        key=key,
        main=main,
        kind=MeetingKind.MEETING,
        passages=PASSAGES,
        names=stated(name),
        ordinals=stated(ordinal),
        starts=stated(date(start)),
        ends=stated(date(end or start)),
        cities=stated(city),
        countries=stated(country),
        regions=stated(Region(region) if region else None),
    )


def office(name, key="o1", *, forms=(), kind=OfficeKind.OTHER, gazetteer_id="", country="", region=None):
    return Office(key, name, tuple(forms), PASSAGES, kind, gazetteer_id, region, country)


def report(identifier, *, meetings=(), offices=(), people=()):
    """``people``: name, or (name, title, office name), or (name, title, office name, forms, honorific)."""
    persons, posts, known = [], [], {each.name: each for each in offices}
    for number, each in enumerate(people, 1):
        given = [each] if isinstance(each, str) else list(each)
        name, title, where, forms, honorific = [*given, *["", "", "", (), ""][len(given) :]]
        persons.append(Person(f"p{number}", name, tuple(forms), PASSAGES, honorific))
        if where and where not in known:
            known[where] = office(where, f"o{len(known) + 1}")
        if title or where:
            posts.append(Post(f"p{number}", title, known[where].key if where else "", PASSAGES))
    return Extractions(identifier, tuple(meetings), tuple(persons), tuple(known.values()), tuple(posts))


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    return SimpleNamespace(meeting=meeting, office=office, report=report)
