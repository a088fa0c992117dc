"""Colours and letters are written in one place, and everything that opens in a browser has them from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.draw import Picture, to_html, to_svg
from kg.errors import ResourceMissing
from kg.explain import explanation_page
from kg.look import FOLDER, colours, stylesheet
from kg.pipeline import explain_report

PACKAGE = Path(kg.__file__).parent
OWN = [
    path
    for suffix in ("*.css", "*.js", "*.html", "*.py")
    for path in sorted(PACKAGE.rglob(suffix))
    if "vendor" not in path.parts and path.parent != FOLDER
]


def test_day_and_night_have_the_same_tokens() -> None:
    by_day, _, by_night = stylesheet("tokens").partition("@media")
    names = [set(re.findall(r"(--[a-z-]+):", part)) for part in (by_day, by_night)]
    assert names[0] == names[1]
    assert len(colours()) == len(names[0])


def test_no_token_is_given_a_value_elsewhere() -> None:
    tokens = "|".join(colours())
    found = {path.name: re.findall(rf"--(?:{tokens}):", path.read_text(encoding="utf-8")) for path in OWN}
    assert {name: values for name, values in found.items() if values} == {}


def test_every_token_that_is_used_is_there() -> None:
    sheets = [path for path in [*OWN, *FOLDER.glob("*.css")] if path.suffix == ".css"]
    used = {name for path in sheets for name in re.findall(r"var\(--([a-z-]+)\)", path.read_text(encoding="utf-8"))}
    assert used <= set(colours())


def test_the_colours_of_tokens_are_written_nowhere_else() -> None:
    values = set(colours().values()) - {"#ffffff"}
    for path in OWN:
        if path.name != "site.css":  # the editor has colours of its own
            assert not values & set(re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8"))), path


def test_drawn_files_and_explained_reports_hold_the_shared_sheets() -> None:
    nothing = Picture("", (), (), {}, {}, {}, {}, 0)
    assert stylesheet("tokens", "base") in to_html(nothing)
    assert stylesheet("tokens", "base", "reading") in explanation_page(explain_report("rocbap-664"))
    assert colours()["person"] in to_svg(nothing)


def test_a_sheet_that_is_not_there_is_a_broken_installation() -> None:
    with pytest.raises(ResourceMissing, match=r"nothing\.css"):
        stylesheet("nothing")
