"""The tables of wordings are described where a person who extends them looks."""

import re
from pathlib import Path

WORDINGS = Path(__file__).parents[2] / "data" / "wordings"


def test_each_table_is_described():
    described = re.findall(r"^\| (\w+\.csv) \|", (WORDINGS / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(described) == sorted(path.name for path in WORDINGS.glob("*.csv"))


def test_no_word_is_listed_twice():
    words = (WORDINGS / "ordinary_words.csv").read_text(encoding="utf-8").split()[1:]
    assert words == sorted(set(words))
