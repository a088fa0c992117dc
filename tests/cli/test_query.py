import json
from pathlib import Path

import pytest


def test_rows_are_tab_separated_when_piped(kg, in_sample: Path) -> None:
    ran = kg("query", "chairs-of-global-meetings")
    assert (ran.code, ran.err) == (0, "")
    head, *rows = (line.split("\t") for line in ran.out.splitlines())
    assert {len(row) for row in rows} == {len(head)}
    assert "Norikazu Kuramoto" in {cell for row in rows for cell in row}


def test_parameters_are_bound(kg, in_sample: Path) -> None:
    everybody = kg("query", "elections").out.splitlines()
    one = kg("query", "elections", "-p", "person=Norikazu Kuramoto").out.splitlines()
    assert 1 < len(one) < len(everybody)
    assert set(one) < set(everybody)


def test_a_table_is_aligned_and_shows_what_people_need(kg, in_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = kg("query", "elections", "-f", "table").out.splitlines()
    assert lines[0].startswith("Who was elected to chair or vice-chair what?")
    assert lines[2].split() == ["name", "role", "meeting", "start", "report", "quote"]
    assert len({len(line) for line in lines[2:] if line}) == 1
    assert "person/" not in "".join(lines)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "markdown", "table"])
def test_rows_in_every_form(kg, in_sample: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    ran = kg("query", "chairs-of-global-meetings", "-f", form)
    assert ran.code == 0
    assert "Norikazu Kuramoto" in ran.out


def test_a_file_of_ones_own_and_standard_input_answer_alike(kg, in_sample: Path) -> None:
    text = "SELECT (COUNT(?r) AS ?n) WHERE { ?r a wco:Report }"
    (in_sample / "count.rq").write_text(text, encoding="utf-8")
    assert kg("query", "count.rq").out == kg("query", "-", stdin=text.encode()).out == "n\n59\n"


def test_statements_come_as_turtle_and_go_into_a_file(kg, in_sample: Path) -> None:
    text = b"CONSTRUCT { ?r a wco:Report } WHERE { ?r a wco:Report }"
    ran = kg("query", "-", "-o", "reports.ttl", stdin=text)
    assert (ran.code, ran.out) == (0, "")
    assert (in_sample / "reports.ttl").read_text(encoding="utf-8").count("a wco:Report") == 59


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("chairs-of-global-meeting",), b"", "chairs-of-global-meetings"),
        (("none.rq",), b"", "none.rq"),
        (("-",), b"SELECT * WHERE { ?s ?p }", "Line 1, column"),
        (("-",), b"SELECT * WHERE \xff", "UTF-8"),
        (("-",), b"DELETE WHERE { ?s ?p ?o }", "update"),
        (("elections", "-p", "person"), b"", "KEY=VALUE"),
        (("elections", "-p", "persons=x"), b"", "persons"),
        (("career-of-a-person",), b"", "person"),
        (("career-of-a-person", "-p", "person=Nobody At All"), b"", "Nobody At All"),
        (("elections", "-f", "turtle"), b"", "turtle"),
        (("elections", "-f", "docx"), b"", "docx"),
        (("elections", "--store", "nowhere"), b"", "nowhere"),
        (("elections", "-o", "no/folder.csv", "-f", "csv"), b"", "no folder"),
    ],
)
def test_wrong_use_is_a_sentence(kg, in_sample: Path, arguments: tuple[str, ...], stdin: bytes, words: str) -> None:
    ran = kg("query", *arguments, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
    assert words in ran.err


def test_queries_lists_every_question(kg) -> None:
    ran = kg("queries")
    names = [line.split("\t")[0] for line in ran.out.splitlines()[1:]]
    assert len(names) >= 15
    assert [each["name"] for each in json.loads(kg("queries", "-f", "json").out)] == names


def test_queries_shows_one_in_full(kg) -> None:
    ran = kg("queries", "elections")
    assert ran.code == 0
    assert "SELECT" in ran.out
    assert kg("queries", "election").code == 2
