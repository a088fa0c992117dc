"""``kg draw``: what is written where, and what is refused."""

from pathlib import Path

import pytest


def test_the_suffix_tells_the_form(kg, sample_store: Path, tmp_path: Path) -> None:
    page, drawing = tmp_path / "a.html", tmp_path / "a.svg"
    assert kg("draw", "--store", sample_store, "-o", page).code == 0
    assert kg("draw", "--store", sample_store, "-o", drawing, "--most", 20).code == 0
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "<svg" in drawing.read_text(encoding="utf-8")


def test_graph_html_is_the_default(kg, sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg("draw", "--store", sample_store).code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["graph.html"]


def test_another_suffix_is_refused(kg, sample_store: Path, tmp_path: Path) -> None:
    ran = kg("draw", "--store", sample_store, "-o", tmp_path / "a.png")
    assert ran.code == 2
    assert "svg" in ran.err
    assert not (tmp_path / "a.png").exists()
