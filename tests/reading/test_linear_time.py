"""No text, however hostile, takes more than linear time."""

import contextlib
import time
from collections.abc import Callable

import pytest

from kg.errors import UnreadableReport
from kg.reading import read_text, split_sentences

SMALL = 4_000
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


def seconds(run: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(UnreadableReport):
        run(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length(unit: str) -> None:
    def run(text: str) -> None:
        split_sentences(text, 0, len(text))
        read_text(text, "report.txt")

    small, large = (unit * (size // len(unit)) for size in (SMALL, SMALL * TIMES))
    before = max(min(seconds(run, small) for _ in range(3)), 0.001)
    # Linear is 8 times as long, quadratic 64 times; processor time does not count what other programs do.
    assert seconds(run, large) < before * TIMES * 5
