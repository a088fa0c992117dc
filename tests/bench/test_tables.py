"""The tables and the picture of measurements."""

from pathlib import Path

import pytest

from bench.scale import Line, as_json, from_json
from bench.tables import SECTIONS, questions, ratios, stages

DOCS = Path(__file__).parents[2] / "docs"
LINES = [
    Line(100, "build, 2 jobs", 5.5, 7.25, 180, plain=40.0),
    Line(100, "export, Turtle", 0.3, 0.2, 70, plain=-30.0, limit=0.1),
    Line(100, "query reports", 0.1, 0.05, 60, plain=0.5, limit=0.04),
    Line(100, "loading alone", 0.4, 0.4, 0),
    Line(1000, "build, 2 jobs", 30.0, 40.0, 300),
    Line(1000, "query reports", 0.6, 0.5, 90, limit=0.4),
    Line(1000, "query posts-held", 4.0, 4.0, 90, limit=4.0),
]


def test_figures_come_back_from_json() -> None:
    assert from_json(as_json(LINES, [])) == LINES


def test_stages_have_three_columns_a_size() -> None:
    head, _, build, export = stages(LINES).splitlines()
    assert head.count("|") == 8
    assert build == "| build, 2 jobs | 5.50 | 7.25 | 180 | 30 | 40 | 300 |"
    assert export == "| export, Turtle | 0.30 | 0.20 | 70 |  |  |  |"


def test_ratios_are_of_computing_and_say_where_the_plain_way_was_stopped() -> None:
    _, _, build, export = ratios(LINES).splitlines()
    assert build == "| build, 2 jobs | 100 | 7.25 | 40 | 5.52 |  |  |"
    assert export == "| export, Turtle | 100 | 0.20 | > 30 | > 150 | 0.10 | 2.00 |"


def test_the_slowest_question_comes_first() -> None:
    _, _, first, second = questions(LINES).splitlines()
    assert first == "| posts-held |  | 4.000 | 1.00 |  |"
    assert second == "| reports | 0.050 | 0.500 | 1.25 | 0.50 |"


@pytest.mark.parametrize("title", SECTIONS)
def test_the_tables_of_the_page_are_those_of_its_figures(title: str) -> None:
    lines = from_json((DOCS / "performance.json").read_text(encoding="utf-8"))
    assert SECTIONS[title](lines) in (DOCS / "performance.md").read_text(encoding="utf-8")


def test_the_picture_is_the_same_every_time_and_names_what_it_shows(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    from bench.plot import draw

    pictures = []
    for name in ("one.svg", "two.svg"):
        draw(LINES, tmp_path / name)
        pictures.append((tmp_path / name).read_text(encoding="utf-8"))
    assert pictures[0] == pictures[1]
    assert all(name in pictures[0] for name in ("build, 2 jobs", "plain build", "bulk load", "posts-held"))
