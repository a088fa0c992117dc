"""No text, however hostile, takes more than linear time."""

import contextlib
from collections.abc import Callable

import pytest

from kg.errors import UnreadableReport
from kg.reading import read_text, split_sentences

SMALL = 2_000
TIMES = 8

UNITS = [
    *(
        "Mr. ",
        ",",
        "(",
        ". ",
        ".",
        '"',
        "A.",
        "A.B ",
        "5. ",
        "x.Y",
        "!?”",
        "e.g. ",
        "。",
        "x ",
        "U.S. The ",
        "1 May 2010 ",
    ),
    *("a\n", "the\n", "•\n", "- a\n", "Mr. X, Head\n", "By Mr. A\n", "19 May 2010\n", "Kampala, Uganda\n", "URL: x\n"),
    *("Partner Links\n", "Home | News\n\n", "x" * 100 + "\n", "word " * 20 + "\n", "a:\n", "\x00", "\r\n", "e\u0301"),
]


def read(text: str) -> None:
    split_sentences(text, 0, len(text))
    with contextlib.suppress(UnreadableReport):
        read_text(text, "report.txt")


@pytest.mark.parametrize("unit", UNITS)
def test_eight_times_the_text_is_eight_times_the_work(
    unit: str, lines_run: Callable[[Callable[[], object]], int]
) -> None:
    short, long = (unit * (size // len(unit)) for size in (SMALL, SMALL * TIMES))
    read(long)  # what is kept for later texts is kept now
    assert lines_run(lambda: read(long)) < lines_run(lambda: read(short)) * TIMES * 1.5 + 5_000


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_comes_to_its_end(unit: str) -> None:
    read(unit * (60_000 // len(unit)))
