"""The wordings that reading needs, from the tables of ``data/wordings``, in the shape in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.tables import read_table

__all__ = ["Abbreviation", "DateAlone", "Furniture", "Publisher", "Wordings", "wordings"]


class Abbreviation(StrEnum):
    """What a full stop after an abbreviation may mean."""

    NAME = "name"
    """Stands before a name ('Mr.'): never the end of a sentence."""
    INNER = "inner"
    """Stands within a sentence ('e.g.'): never the end of one."""
    NUMBER = "number"
    """Stands before a number ('No. 5'): no end where one follows."""
    EITHER = "either"
    """May end a sentence ('U.S.'): only where the next word is one that begins sentences."""
    MARK = "mark"
    """A name written with its own mark ('CLiKC!'): handled like ``EITHER``."""


class DateAlone(StrEnum):
    """What a line under the headline means that holds a date and nothing else."""

    EVENT = "event"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher, and its custom.

    Attributes:
        name: As in ``Published by:`` lines.
        address: End of the host name of its pages.
        date_alone: What a date alone under the headline means there.
    """

    name: str
    address: str
    date_alone: DateAlone


@dataclass(frozen=True, slots=True)
class Furniture:
    """Wordings of menus, footers and link lines; all in lower case.

    Attributes:
        starts: First two characters to the beginnings of lines or sentences, each with what must also follow.
        shorts: First two characters to such beginnings that count only in short lines that are no sentence.
        contained: Words that make furniture of the sentence that holds them.
        rests: Whole lines after which a page has nothing of its own any more.
        menu: Entries of menus.
        words: Words that make furniture of a short line below the text.
    """

    starts: dict[str, tuple[tuple[str, str], ...]]
    shorts: dict[str, tuple[tuple[str, str], ...]]
    contained: tuple[str, ...]
    rests: frozenset[str]
    menu: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wordings:
    """All tables that reading uses.

    Attributes:
        abbreviations: Abbreviation without its last full stop, and what a full stop after it may mean.
        sentence_starts: Words that begin sentences and are no names.
        months: Name of a month, case folded, to its number.
        metadata: Label of a leading metadata line, case folded, to the field it fills.
        publishers: Publishers whose custom is known.
        furniture: Menus, footers, link lines.
        bylines: Beginnings of a line that names the author, in lower case.
        modes: Words that may stand in a dateline in the place of a city, in lower case.
        date_labels: Labels of lines with the date or place of an event, in lower case.
        issued_labels: Labels of lines with the date of publication, in lower case.
        events: Words that never stand in the name of a place, in lower case.
        role_terms: Titles of posts, in lower case.
    """

    abbreviations: dict[str, Abbreviation]
    sentence_starts: frozenset[str]
    months: dict[str, int]
    metadata: dict[str, str]
    publishers: tuple[Publisher, ...]
    furniture: Furniture
    bylines: tuple[str, ...]
    modes: tuple[str, ...]
    date_labels: frozenset[str]
    issued_labels: tuple[str, ...]
    events: frozenset[str]
    role_terms: frozenset[str]


@cache
def wordings() -> Wordings:
    """The tables, read at the first call.

    Raises:
        TableError: A row of one of them is wrong.
    """
    datelines = list(read_table("data", "wordings", "datelines.csv", columns=("word", "kind")))
    return Wordings(
        abbreviations=_abbreviations(),
        sentence_starts=frozenset(_column("sentence_starts.csv", "word")),
        months=_months(),
        metadata={
            row["label"].casefold(): row["field"]
            for row in read_table("data", "wordings", "report_metadata.csv", columns=("label", "field"))
        },
        publishers=_publishers(),
        furniture=_furniture(),
        bylines=tuple(word.lower() for word in _column("bylines.csv", "wording")),
        modes=tuple(row["word"].lower() for row in datelines if row["kind"] == "mode"),
        date_labels=frozenset(row["word"].lower() for row in datelines if row["kind"] == "label"),
        issued_labels=tuple(row["word"].lower() for row in datelines if row["kind"] == "issued"),
        events=frozenset(row["word"].lower() for row in datelines if row["kind"] == "event"),
        role_terms=_role_terms(),
    )


def _column(table: str, column: str) -> list[str]:
    return [row[column] for row in read_table("data", "wordings", table, columns=(column,))]


def _abbreviations() -> dict[str, Abbreviation]:
    """Those of the table, and all honorifics of one word: some are abbreviations, and may end a sentence or not."""
    honorifics = [word for word in _column("honorifics.csv", "honorific") if " " not in word and word[:1].isupper()]
    rows = read_table("data", "wordings", "abbreviations.csv", columns=("abbreviation", "kind"))
    return dict.fromkeys(honorifics, Abbreviation.EITHER) | {
        row["abbreviation"]: row.one_of(Abbreviation, "kind") for row in rows
    }


def _months() -> dict[str, int]:
    found = {}
    for row in read_table("data", "wordings", "months.csv", columns=("name", "month")):
        if row["month"] not in {str(number) for number in range(1, 13)}:
            raise row.error("month", "a month is a number from 1 to 12")
        found[row["name"].casefold()] = int(row["month"])
    return found


def _publishers() -> tuple[Publisher, ...]:
    rows = read_table("data", "wordings", "publishers.csv", columns=("publisher", "address", "date_alone"))
    return tuple(Publisher(row["publisher"], row["address"], row.one_of(DateAlone, "date_alone")) for row in rows)


def _furniture() -> Furniture:
    kinds: dict[str, list[str]] = {name: [] for name in ("start", "short", "contains", "rest", "menu", "word")}
    for row in read_table("data", "wordings", "furniture.csv", columns=("wording", "match")):
        if row["match"] not in kinds:
            raise row.error("match", f"one of {', '.join(kinds)} is needed")
        kinds[row["match"]].append(row["wording"].lower())
    return Furniture(
        starts=_by_first_characters(kinds["start"]),
        shorts=_by_first_characters(kinds["short"]),
        contained=tuple(kinds["contains"]),
        rests=frozenset(kinds["rest"]),
        menu=frozenset(kinds["menu"]),
        words=frozenset(kinds["word"]),
    )


def _by_first_characters(beginnings: list[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for beginning in beginnings:
        head, _, tail = (part.strip() for part in beginning.partition("…"))
        found[head[:2]] = (*found.get(head[:2], ()), (head, tail))
    return found


def _role_terms() -> frozenset[str]:
    terms: set[str] = set()
    for row in read_table("data", "reference", "role_terms.csv", columns=("term", "variants")):
        terms.update(term.strip().lower() for term in (row["term"], *row["variants"].split(";")))
    return frozenset(terms - {""})
