"""Progress off the terminal: lines in words, or in JSON for programs."""

import json

import pytest

from kg.cli.progress import _json_line, _Lines, _words, shown_progress


@pytest.fixture(autouse=True)
def lines_of_progress(monkeypatch, no_lines_of_progress):
    monkeypatch.setattr("kg.cli.progress._SECONDS_BETWEEN_LINES", 5.0)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_line_every_few_seconds_tells_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    show = _Lines(_words, clock)
    for second in range(1, 12):
        clock.now = float(second)
        show("Reading", 10 * second, 200)
    assert capsys.readouterr().err.splitlines() == [
        "Reading: 50 of 200, 10.0 a second, 15 s left",
        "Reading: 100 of 200, 10.0 a second, 10 s left",
    ]


def test_the_rate_of_a_later_stage_is_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    show = _Lines(_words, clock)
    clock.now = 100.0
    show("Reading", 10, 10)
    show("Checking", 0, 10)
    clock.now = 110.0
    show("Checking", 5, 10)
    assert capsys.readouterr().err.splitlines()[-1] == "Checking: 5 of 10, 0.5 a second, 10 s left"


def test_programs_are_told_of_the_end_of_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    show = _Lines(_json_line, clock)
    for done in range(5):
        clock.now = done / 4
        show("Reading", done, 4)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line) == {"stage": "Reading", "done": 4, "total": 4, "seconds": 1.0, "rate": 4.0, "left": 0.0}


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress(quiet=True) as show:
        show("Reading", 1, 1)
    assert capsys.readouterr().err == ""


def test_json_is_written_though_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress(quiet=True, as_json=True) as show:
        show("Reading", 1, 1)
    assert json.loads(capsys.readouterr().err)["done"] == 1
