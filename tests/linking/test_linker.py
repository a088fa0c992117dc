from __future__ import annotations

import pytest

from kg.linking import Linker, link, link_one


def test_a_report_is_added_once(make) -> None:
    linker = Linker()
    linker.add(make.report("a"))
    with pytest.raises(ValueError, match="report a was added before"):
        linker.add(make.report("a"))


def test_every_key_of_every_report_has_an_entity(make) -> None:
    reports = [
        make.report("a", meetings=[make.meeting("visit to Baku")], people=[("Tong Hua", "Head", "ROCB A/P")]),
        make.report("b"),
    ]
    linking = link(reports)
    assert set(linking.links["a"].entities) == {"m1", "p1", "o1"}
    assert linking.links["b"].entities == {}


def test_one_report_by_itself_is_linked_as_in_a_corpus_of_one(make) -> None:
    report = make.report("a", meetings=[make.meeting("18th Global Meeting", ordinal=18)], people=["Tong Hua"])
    assert link_one(report) == link([report]).links["a"]


def test_linking_twice_gives_the_same(make) -> None:
    linker = Linker()
    linker.add(make.report("a", people=[("Tong Hua", "Head", "ROCB A/P")]))
    assert linker.link() == linker.link()
