"""Synthetic reports: the same for the same seed, in the genre, and they state what they are said to state."""

from pathlib import Path

from bench.corpus import Fact, synthetic_reports, write_corpus
from kg.extraction import extract
from kg.reading import read_bytes


def test_the_same_seed_gives_the_same_reports() -> None:
    assert list(synthetic_reports(20, 5)) == list(synthetic_reports(20, 5))
    assert list(synthetic_reports(20, 5)) != list(synthetic_reports(20, 6))


def test_some_meetings_have_several_reports() -> None:
    meetings = [each.meeting for each in synthetic_reports(50)]
    assert meetings == sorted(meetings)
    assert 15 < len(set(meetings)) < 50


def test_the_facts_are_read_again() -> None:
    facts: set[Fact] = set()
    found: set[Fact] = set()
    for each in synthetic_reports(40):
        read = extract(read_bytes(each.text.encode(), f"{each.id}.txt"))
        names = {person.key: person.name for person in read.persons} | {
            office.key: office.name for office in read.offices
        }
        facts.update(each.facts)
        found.update(Fact(each.id, names[part.agent], part.role.value) for part in read.participations)
    assert len(facts & found) / len(facts) > 0.9


def test_a_corpus_is_a_folder_of_reports(tmp_path: Path) -> None:
    facts, meetings = write_corpus(tmp_path, 10)
    assert len(list(tmp_path.iterdir())) == 10
    assert {fact.report for fact in facts} == {file.stem for file in tmp_path.iterdir()}
    assert 0 < meetings <= 10
