from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.extraction import extract
from kg.linking import NOBODY, Forgotten, forget, read_forgotten
from kg.model import Extractions, Report, Span, Unread
from kg.pipeline import sample_corpus
from kg.reading import read_file

KURAMOTO = Forgotten(("person/norikazu-kuramoto", "Norikazu Kuramoto"))


@pytest.fixture(scope="module")
def report_664():
    report = read_file(sample_corpus() / "rocbap-664.txt")
    return report, extract(report)


def test_statements_go_and_those_of_others_stay(report_664) -> None:
    report, before = report_664
    masked, after = forget(report, before, KURAMOTO)
    assert {person.name for person in before.persons} - {person.name for person in after.persons} == {
        "Norikazu Kuramoto"
    }
    gone = {person.key for person in before.persons} - {person.key for person in after.persons}
    assert {each for each in before.participations if each.agent not in gone} == set(after.participations)
    assert {each.person for each in after.posts} == {person.key for person in after.persons}
    assert "kuramoto" not in repr((masked, after)).lower()


def test_offsets_stay_what_they_were(report_664) -> None:
    report, extractions = report_664
    masked, after = forget(report, extractions, KURAMOTO)
    assert len(masked.text) == len(report.text)
    assert masked.sentences == report.sentences
    for person in after.persons:
        for span, _ in person.passages:
            assert masked.quote(span) == report.quote(span)


def test_a_name_in_another_order_and_capitals_is_the_same() -> None:
    report = read_file(sample_corpus() / "rocbap-664.txt")
    turned = replace(report, text=report.text.replace("Norikazu Kuramoto", "KURAMOTO Norikazu"))
    masked, after = forget(turned, extract(turned), KURAMOTO)
    assert "kuramoto" not in repr((masked, after)).lower()


def test_a_full_name_is_masked_where_no_rule_read_it(report_664) -> None:
    report, extractions = report_664
    unread = replace(extractions, persons=(), posts=(), participations=())
    masked, _ = forget(report, unread, KURAMOTO)
    assert "Norikazu Kuramoto" not in masked.text


def test_the_words_that_no_rule_knows_hold_no_name() -> None:
    report = Report("r", "Realization: Larry Liza thanked ROCB.", ())
    unread = Unread(Span(0, 37), ("Larry Liza", "ROCB"), ("realization", "larry", "liza", "thanked"))
    _, after = forget(report, Extractions("r", unread=(unread,)), Forgotten(("Larry Liza",)))
    assert after.unread == (Unread(Span(0, 37), ("█████ ████", "ROCB"), ("realization", "thanked")),)


def test_nobody_changes_nothing(report_664) -> None:
    assert forget(*report_664, NOBODY) == report_664
    assert forget(*report_664, Forgotten(("Larry Liza",))) == report_664


def test_forgetting_one_after_the_other_is_forgetting_both(report_664) -> None:
    cho = Forgotten((*KURAMOTO.lines, "Jaemin Cho"))
    assert forget(*forget(*report_664, KURAMOTO), cho) == forget(*report_664, cho)


@given(st.lists(st.text(alphabet="ab -/é", min_size=1).map(str.strip).filter(bool)))
def test_the_file_round_trips(tmp_path_factory, lines) -> None:
    path = tmp_path_factory.mktemp("forgotten") / "forgotten.txt"
    path.write_text("# who asked\n\n" + Forgotten(tuple(lines)).text(), encoding="utf-8")
    assert set(read_forgotten(path).lines) == set(lines)
    assert read_forgotten(path).digest == Forgotten(tuple(reversed(lines))).digest


def test_no_file_is_nobody_and_another_encoding_is_refused(tmp_path) -> None:
    assert read_forgotten(tmp_path / "none.txt") == NOBODY
    (tmp_path / "latin.txt").write_bytes(b"\xe9\xff")
    with pytest.raises(KgError, match="UTF-8"):
        read_forgotten(tmp_path / "latin.txt")
