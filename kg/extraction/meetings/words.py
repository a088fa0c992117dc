"""The words that names of events are made of, from the tables of ``data/wordings``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.model import MeetingKind
from kg.regex import regex
from kg.tables import Row, read_table

__all__ = ["EventHead", "EventWords", "effect_of", "event_words"]

_USES = ("event", "several", "body", "loose", "part", "named", "back", "never")
_EFFECTS = ("keep", "drop", "past", "future")


class EventHead(NamedTuple):
    """A noun that stands for an event.

    Attributes:
        word: In lower case, one word or several.
        kind: Which sort of event it stands for.
        use: ``event`` (an event wherever it stands), ``told`` (a verb that tells of one),
            ``several`` (a plural), ``body`` (a standing body, an event only
            where it meets), ``loose`` (an event only with words that make a name of it), ``part`` (part of an event),
            ``named`` (an event where its name is written in capitals, else part of one), ``back`` (only ever points
            back), ``never``.
    """

    word: str
    kind: MeetingKind
    use: str


@dataclass(frozen=True, slots=True)
class EventWords:
    """All tables together.

    Attributes:
        heads: By the first word of the head: the heads that begin with it, the longest first.
        modifiers: Words in small letters that may stand in a name before its head, and what they do to it.
        stops: Words at which a name ends.
        collectives: Words before 'of' within a name ('Heads of Customs Meeting').
        common: Words in small letters that may stand in a name behind its head ('meeting of the regional structures').
        participles: Words in '-ed' at which a name does not end.
        described: Words that a head before them only describes ('workshop participants').
        bodies: Names of standing bodies of the WCO, whose meetings need no word for a meeting.
    """

    heads: Mapping[str, tuple[EventHead, ...]]
    modifiers: Mapping[str, str]
    stops: frozenset[str]
    collectives: frozenset[str]
    common: frozenset[str]
    participles: frozenset[str]
    described: frozenset[str]
    bodies: tuple[str, ...]


def _head(row: Row) -> EventHead:
    if row["kind"] not in {kind.value for kind in MeetingKind}:
        raise row.error("kind", f"one of {', '.join(MeetingKind)} is needed")
    if row["use"] not in _USES:
        raise row.error("use", f"one of {', '.join(_USES)} is needed")
    return EventHead(row["head"], MeetingKind(row["kind"]), row["use"])


def _modifiers() -> dict[str, str]:
    found = {}
    for row in read_table("data", "wordings", "event_modifiers.csv", columns=("word", "effect")):
        if row["effect"] not in _EFFECTS:
            raise row.error("effect", f"one of {', '.join(_EFFECTS)} is needed")
        found[row["word"]] = row["effect"]
    return found


def _bodies() -> tuple[str, ...]:
    rows = read_table("data", "reference", "secretariat.csv", columns=("full_name", "kind"))
    names = (_REMARK.sub("", row["full_name"]) for row in rows if row["kind"] == "body")
    return tuple(name for name in names if name.split()[-1].lower() in _BODY_HEADS)


_REMARK = regex(r"\s*\([^)]*\)")
_BODY_HEADS = frozenset({"council", "commission", "committee", "sub-committee", "group", "team"})


def _name_words() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {use: set() for use in ("collective", "common", "participle", "described")}
    for row in read_table("data", "wordings", "event_name_words.csv", columns=("word", "use")):
        if row["use"] not in found:
            raise row.error("use", f"one of {', '.join(found)} is needed")
        found[row["use"]].add(row["word"])
    return found


@lru_cache(maxsize=1)
def event_words() -> EventWords:
    """The tables, read at the first call."""
    heads: dict[str, list[EventHead]] = {}
    for row in read_table("data", "wordings", "event_heads.csv", columns=("head", "kind", "use")):
        head = _head(row)
        heads.setdefault(head.word.split()[0], []).append(head)
    ordered = {first: tuple(sorted(rows, key=lambda h: (-len(h.word), h.word))) for first, rows in heads.items()}
    names = _name_words()
    return EventWords(
        heads=ordered,
        modifiers=(modifiers := _modifiers()),
        stops=frozenset(row["word"] for row in read_table("data", "wordings", "name_stops.csv", columns=("word",))),
        collectives=frozenset(names["collective"]),
        common=frozenset(
            names["common"] | names["collective"] | {w for w, effect in modifiers.items() if effect == "keep"}
        ),
        participles=frozenset(names["participle"]),
        described=frozenset(names["described"]),
        bodies=_bodies(),
    )


_LASTING = regex(
    r"(?:\d{1,2}|half|full|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:day|days|week|month|hour)s?"
)


def effect_of(word: str) -> str:
    """What a word in small letters does to a name before whose head it stands, or the empty string."""
    effect = event_words().modifiers.get(word, "")
    return effect or ("drop" if _LASTING.fullmatch(word) else "")
