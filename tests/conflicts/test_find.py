import csv
import io
import json

from kg.conflicts import Stand, find_conflicts
from kg.conflicts.conflict import Conflict, sort_conflicts
from kg.rdf import read_rdf
from kg.store import memory_store, open_store


def test_a_contradiction_has_all_values_with_passage_and_reason(sample_store) -> None:
    with open_store(sample_store) as graph:
        conflicts = find_conflicts(graph, series=False)
    (found,) = (each for each in conflicts if each.about.endswith("meeting/global-meeting-18") and each.on == "ordinal")
    assert (found.adopted, found.stand) == ("18", Stand.REPORT)
    assert [(each.value, each.adopted, each.report) for each in found.statements] == [
        ("18", True, "rocbap-664"),
        ("17", False, "rocbap-664"),
    ]
    assert "17th Global Meeting" in found.statements[1].quote
    assert "headline" in found.reason
    assert found.reason.startswith("18 fits in the series, in which 17 was in 2022 and 19 in 2024.")
    assert "17 is the number of another meeting of the series in 2022." in found.reason


def test_gaps_of_a_series_quote_the_meeting_after_them(sample_store) -> None:
    with open_store(sample_store) as graph:
        gaps = [each for each in find_conflicts(graph) if each.stand is Stand.SERIES]
    (found,) = (each for each in gaps if each.about.endswith("meeting/global-meeting-12"))
    assert found.reason.startswith("No report tells of number 11 of the series")
    assert [each.report for each in found.statements] == ["wco-gm12-2017"]
    assert "12th" in found.statements[0].quote


def test_the_weightiest_come_first() -> None:
    def conflict(stand: Stand, on: str, label: str = "x") -> Conflict:
        return Conflict("iri", label, on, stand, "", ())

    ranked = [
        conflict(Stand.PUBLISHERS, "startDate"),
        conflict(Stand.REPORTS, "ordinal"),
        conflict(Stand.REPORT, "ordinal"),
        conflict(Stand.REPORT, "startDate", "a"),
        conflict(Stand.REPORT, "startDate", "b"),
        conflict(Stand.SERIES, "ordinal"),
    ]
    assert sort_conflicts(reversed(ranked)) == ranked


def test_the_command_ends_with_1_and_writes_every_form(kg, in_sample) -> None:
    ran = kg("conflicts")
    assert ran.code == 1
    assert "adopted 18: '18th Global Meeting" in ran.out
    assert "stated  17: '17th Global Meeting" in ran.out
    rows = list(csv.DictReader(io.StringIO(kg("conflicts", "-f", "csv", "--no-series").out)))
    values = json.loads(kg("conflicts", "-f", "json", "--no-series").out)
    assert len(rows) == sum(len(each["statements"]) for each in values)
    assert {row["stand"] for row in rows} <= set(Stand) - {Stand.SERIES}


def test_what_the_tables_have_otherwise_is_a_contradiction(tmp_path) -> None:
    from kg.mapping import reference_quads

    path = tmp_path / "graph.ttl"
    path.write_text(
        "@prefix wco: <https://w3id.org/wco-kg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@base <https://w3id.org/wco-kg/id/> .\n"
        '<office/rocb-ap> a wco:Office ; skos:prefLabel "ROCB A/P" ; wco:region <region/ESA> .\n',
        encoding="utf-8",
    )
    store = memory_store([*read_rdf(path), *reference_quads()])
    (found,) = find_conflicts(store)
    assert (found.stand, found.label, found.on) == (Stand.TABLES, "ROCB A/P", "region")
    assert found.reason == "The reference tables have AP."


def test_a_report_may_contradict_itself_in_place_and_chair(kg, tmp_path) -> None:
    (tmp_path / "one.txt").write_text(
        "Published by: ROCB A/P\n\nRegional Workshop on Valuation\n\nSuva, Fiji, 3-5 May 2017\n\n"
        "The Regional Workshop on Valuation was held in Apia, Samoa on 3-5 May 2017. Mr. Norikazu Kuramoto chaired the "
        "workshop.\n\nMr. Larry Liza, Chair of the Workshop\n",
        encoding="utf-8",
    )
    store = tmp_path / "store"
    assert kg("build", tmp_path / "one.txt", "--store", store).code == 0
    with open_store(store) as graph:
        found = {each.on: each for each in find_conflicts(graph, series=False)}
    assert {each.stand for each in found.values()} == {Stand.REPORT}
    assert [statement.value for statement in found["location"].statements] == ["Suva", "Apia"]
    assert [statement.value for statement in found["chaired"].statements] == ["Norikazu Kuramoto", "Larry Liza"]
