"""Synthetic reports of any number, with the facts that they state: what is read from them can be checked.

Names of places, offices and administrations are those of the reference tables; names of people are put together from
the given names and family names that stand there. The same seed and number give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from bench import wordings
from kg.tables import read_table, split_list

__all__ = ["Fact", "Synthetic", "synthetic_reports", "write_corpus"]

_FIRST, _DAYS = date(2004, 1, 5), 365 * 21
_REGIONS = {
    "AP": "Asia/Pacific Region",
    "ESA": "East and Southern Africa Region",
    "WCA": "West and Central Africa Region",
    "MENA": "MENA Region",
    "EUR": "Europe Region",
    "AMS": "Americas and the Caribbean Region",
}
_ROLES = {
    "chair": wordings.CHAIR,
    "opening": wordings.OPENING,
    "closing": wordings.CLOSING,
    "speaker": wordings.SPEAKER,
    "moderator": wordings.MODERATOR,
}


class Fact(NamedTuple):
    """That a report states the role of a person or office at the meeting that it is about."""

    report: str
    agent: str
    role: str


@dataclass(frozen=True, slots=True)
class Synthetic:
    """One report.

    Attributes:
        meeting: Number of the meeting that it is about.
        facts: The roles that it states.
    """

    id: str
    text: str
    meeting: int
    facts: tuple[Fact, ...]


class _Place(NamedTuple):
    city: str
    country: str
    administration: str


class _Person(NamedTuple):
    honorific: str
    name: str
    post: str
    office: str

    @property
    def named(self) -> str:
        return f"{self.honorific} {self.name}, {self.post}, {self.office}"


@dataclass(slots=True)
class _Meeting:
    number: int
    name: str
    place: _Place
    start: date
    end: date
    roles: list[tuple[str, _Person]]
    earlier: _Meeting | None = None
    people: int = 0
    hosted: bool = False


@dataclass(slots=True)
class _World:
    """What reports have in common: places, offices, people and series."""

    dice: random.Random
    places: list[_Place]
    people: list[_Person]
    series: list[tuple[str, str, str]]
    editions: dict[tuple[str, str, str], _Meeting] = field(default_factory=dict)
    ordinals: dict[tuple[str, str, str], int] = field(default_factory=dict)


def synthetic_reports(count: int, seed: int = 1) -> Iterator[Synthetic]:
    """Reports in the genre, one after the other; one to three of each meeting.

    Args:
        count: How many.
        seed: Another seed gives other reports.
    """
    dice = random.Random(seed)  # noqa: S311 (repeatable on purpose)
    world = _world(dice, count)
    done = meeting_number = 0
    while done < count:
        meeting = _meeting(world, meeting_number, done / count)
        meeting_number += 1
        for _ in range(min(dice.choice((1, 1, 2, 3)), count - done)):
            done += 1
            yield _report(dice, meeting, f"syn-{done:07}")


def write_corpus(folder: Path, count: int, seed: int = 1) -> tuple[set[Fact], int]:
    """Writes reports as text files into a folder, which is made if need be.

    Returns:
        The facts that they state, and the number of meetings that they are about.
    """
    folder.mkdir(parents=True, exist_ok=True)
    facts: set[Fact] = set()
    meeting = -1
    for each in synthetic_reports(count, seed):
        (folder / f"{each.id}.txt").write_text(each.text, encoding="utf-8")
        facts.update(each.facts)
        meeting = each.meeting
    return facts, meeting + 1


def _world(dice: random.Random, count: int) -> _World:
    places = _places()
    people = _people(dice, places, max(60, count // 8))
    topics = [f"{kind} on {topic}" for topic in wordings.TOPICS for kind in wordings.KINDS]
    series = [(topic, region, name) for topic in topics for region, name in _REGIONS.items()]
    dice.shuffle(series)
    return _World(dice, places, people, series[: max(20, count // 40)])


def _places() -> list[_Place]:
    members = {}
    for row in read_table("data", "reference", "members.csv", columns=("name", "iso2", "customs_administration")):
        plain = [name for name in split_list(row["customs_administration"]) if name.endswith(" Customs")]
        if plain and "," not in row["name"]:
            members[row["iso2"]] = (row["name"], plain[-1])
    rows = read_table("data", "reference", "places.csv", columns=("name", "country_iso2", "kind"))
    return [
        _Place(row["name"], *members[row["country_iso2"]])
        for row in rows
        if row["kind"] in {"city", "capital"} and row["country_iso2"] in members
    ]


def _people(dice: random.Random, places: list[_Place], count: int) -> list[_Person]:
    table = read_table("data", "reference", "office_holders.csv", columns=("person",))
    names = [row["person"].split() for row in table]
    pairs = sorted({(parts[0], parts[1]) for parts in names if len(parts) == 2 and all(map(str.isalpha, parts))})
    every = [f"{given} {family}" for given, _ in pairs for _, family in pairs]
    chosen = dice.sample(sorted(set(every)), min(count, len(set(every))))
    posts = ("Director General", "Deputy Director General", "Director", "Commissioner", "Deputy Commissioner")
    return [
        _Person(dice.choice(("Mr.", "Ms.", "Dr.")), name, dice.choice(posts), dice.choice(places).administration)
        for name in chosen
    ]


def _meeting(world: _World, number: int, progress: float) -> _Meeting:
    dice = world.dice
    key = dice.choice(world.series)
    ordinal = world.ordinals[key] = world.ordinals.get(key, 0) + 1
    topic, _, region = key
    start = _FIRST + timedelta(days=int(progress * _DAYS))
    people = dice.sample(world.people, 6)
    roles = [("chair", people[0]), ("opening", people[1]), ("speaker", people[2]), ("speaker", people[3])]
    roles += [("moderator", people[4]), ("closing", people[5])]
    meeting = _Meeting(
        number,
        f"{_nth(ordinal)} WCO Regional {topic} for the {region}",
        dice.choice(world.places),
        start,
        start + timedelta(days=dice.choice((1, 2, 2, 4))),
        roles,
        world.editions.get(key),
        dice.randrange(20, 180),
        dice.random() < 0.5,
    )
    world.editions[key] = meeting
    return meeting


def _report(dice: random.Random, meeting: _Meeting, name: str) -> Synthetic:
    told = [role for role in meeting.roles if role[0] == "chair" or dice.random() < 0.7]
    facts = [Fact(name, person.name, role) for role, person in told]
    where = {"meeting": meeting.name, "city": meeting.place.city, "country": meeting.place.country}
    lead = dice.choice(wordings.LEADS).format(
        **where, dates=_days(meeting, "-"), range=_days(meeting, " to ").replace("from ", "")
    )
    first = [lead]
    if meeting.hosted:
        first.append(dice.choice(wordings.HOST).format(office=meeting.place.administration))
        facts.append(Fact(name, meeting.place.administration, "host"))
    first.append(dice.choice(wordings.BODY_END).format(count=meeting.people, members=max(2, meeting.people // 4)))
    filler = dice.sample(wordings.FILLER, 5)
    paragraphs = [" ".join(first)]
    for at, (role, person) in enumerate(told):
        sentence = dice.choice(_ROLES[role]).format(agent=person.named)
        paragraphs.append(f"{sentence} {filler[at]}" if at < len(filler) else sentence)
    if meeting.earlier is not None and dice.random() < 0.4:
        before = meeting.earlier
        words = dice.choice(wordings.MENTION)
        paragraphs.append(words.format(meeting=before.name, city=before.place.city, year=before.start.year))
    paragraphs += dice.sample(wordings.FILLER, 2)
    published = _day(meeting.end + timedelta(days=dice.randrange(5)))
    head = (
        f"URL: https://www.wcoomd.org/en/media/newsroom/{name}.aspx\nPublished by: WCO\n\n"
        f"{dice.choice(wordings.HEADLINES).format(**where)}\n\n{published}\n\n"
    )
    text = head + "\n\n".join(paragraphs) + dice.choice(wordings.ENDINGS) + "\n"
    return Synthetic(name, text, meeting.number, tuple(facts))


def _nth(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(meeting: _Meeting, between: str) -> str:
    start, end = meeting.start, meeting.end
    if start.month == end.month:
        return f"{start.day}{between}{_day(end)}"
    return f"{start.day} {start:%B}{' to ' if between == ' to ' else ' - '}{_day(end)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description="Write synthetic reports.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    facts, meetings = write_corpus(options.folder, options.count, options.seed)
    print(f"{options.count} reports of {meetings} meetings with {len(facts)} facts")


if __name__ == "__main__":
    main()
