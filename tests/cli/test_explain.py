import json
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus

REPORT = "rocbap-664"


def test_text_shows_each_statement_below_its_sentence_with_its_rule(kg) -> None:
    ran = kg("explain", REPORT)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    said = next(number for number, line in enumerate(lines) if "chair: Norikazu Kuramoto, chair of" in line)
    assert lines[said].endswith("]")
    assert any("Kuramoto" in line for line in lines[:said] if not line.startswith(" "))
    assert "\x1b" not in ran.out


def test_terminal_marks_the_words_in_colour(kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cli.explain.on_terminal", lambda out: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[30;42m" in kg("explain", REPORT).out  # black on green: a participation
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[30;42m" not in kg("explain", REPORT).out


def test_page_is_one_file(kg, tmp_path: Path) -> None:
    ran = kg("explain", REPORT, "-f", "html", "-o", tmp_path / "page.html")
    assert (ran.code, ran.out) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Norikazu Kuramoto" in page


def test_json_of_a_file_and_of_standard_input_say_the_same(kg) -> None:
    path = sample_corpus() / f"{REPORT}.txt"
    by_path = json.loads(kg("explain", path, "-f", "json").out)
    by_stdin = json.loads(kg("explain", "-", "-f", "json", stdin=path.read_bytes()).out)
    assert by_path.pop("report") == REPORT
    assert by_stdin.pop("report") == "stdin"
    assert by_path == by_stdin


def test_coverage_lists_what_was_not_read(kg) -> None:
    ran = kg("coverage", sample_corpus() / f"{REPORT}.txt", "-f", "json")
    value = json.loads(ran.out)
    assert value["reports"] == 1
    assert value["sentences_read"] > 0
    assert 0 < value["ratio"] <= 1
    assert "1 report, " in ran.err


def test_coverage_words_come_with_their_number(kg) -> None:
    head, *rows = kg("coverage", "--words", "--quiet").out.splitlines()
    assert head == "wording\tsentences"
    counts = [int(row.split("\t")[1]) for row in rows]
    assert counts == sorted(counts, reverse=True)
    wordings = [row.split("\t")[0] for row in rows]
    assert "thanked" in wordings
    assert not {"WCO", "wco", "rocb", "the"} & {*wordings}


def test_coverage_leaves_out_what_is_too_large(kg, tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text("Mr. Larry Liza frobnicated.", encoding="utf-8")
    (tmp_path / "large.txt").write_text("Mr. Larry Liza frobnicated.\n" * 50_000, encoding="utf-8")
    ran = kg("coverage", tmp_path, "--max-mb", "1")
    assert ran.code == 1
    assert "1 report, " in ran.err
    assert "--max-mb" in ran.err


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_what_is_no_report_is_wrong_use(kg, name: str) -> None:
    ran = kg("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
