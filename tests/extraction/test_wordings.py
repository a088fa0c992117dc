"""The tables of wordings are described where a person who extends them looks."""

import csv
import re
from pathlib import Path

import pytest

from kg.extraction.roles.frame_table import Effect, Place

WORDINGS = Path(__file__).parents[2] / "data" / "wordings"
DESCRIPTION = (WORDINGS / "README.md").read_text(encoding="utf-8")
TABLES = re.findall(r"^\| (\w+\.csv) \| ([^|]+) \| (.*) \|$", DESCRIPTION, re.MULTILINE)


def test_each_table_is_described():
    assert sorted(table for table, _, _ in TABLES) == sorted(path.name for path in WORDINGS.glob("*.csv"))


@pytest.mark.parametrize(("table", "columns", "words"), TABLES, ids=[table for table, _, _ in TABLES])
def test_each_column_is_there_and_its_values_are_described(table: str, columns: str, words: str) -> None:
    with (WORDINGS / table).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    values = {row[column] for row in rows for column in columns.split(", ")}
    described = set(re.findall(r"`([^`]+)`", words))
    assert not described or values - {""} <= described


def test_what_frames_may_say_is_described():
    described = re.findall(r"^\| `([a-z-]+)` \|", DESCRIPTION, re.MULTILINE)
    assert described == [*Place, *(effect for effect in Effect if effect)]


def test_no_word_is_listed_twice():
    words = (WORDINGS / "ordinary_words.csv").read_text(encoding="utf-8").split()[1:]
    assert words == sorted(set(words))
