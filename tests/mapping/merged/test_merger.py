from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph

from kg.linking import link
from kg.mapping import Merger, merged_quads, report_quads
from kg.model import Mode, PartialDate, PostStatus, Region, SentenceKind
from kg.vocab import BASE

MEETING = "meeting/global-meeting-18"


@pytest.fixture
def variant(sample):
    """A second report of the same meeting, with attributes of the meeting changed."""

    def make(identifier: str = "wco-18", publisher: str = "WCO", issued: PartialDate | None = None, **changes):
        # of one length, so that offsets stay; of two words, so that no report repeats another
        joins, held = ("opens", "kept") if publisher == "WCO" else ("hosts", "done")
        words = sample.report.text.replace("joins", joins).replace("held in", f"{held} in")
        report = replace(sample.report, id=identifier, text=words, publisher=publisher, issued=issued)
        meeting = sample.extractions.meetings[0]
        attributes = {
            name: tuple(replace_value(stated, value) for stated in getattr(meeting, name)[:1])
            for name, value in changes.items()
        }
        extractions = replace(sample.extractions, report=identifier, meetings=(replace(meeting, **attributes),))
        return report, replace(extractions, discrepancies=())

    def replace_value(stated, value):
        return stated._replace(value=value)

    return make


def merge(graph, *reports):
    linking = link(extractions for _, extractions in reports)
    return graph(merged_quads((report, each, linking.links[report.id]) for report, each in reports))


def test_one_report_merged_says_what_its_own_graph_says(sample, graph) -> None:
    own = {quad.triple for quad in report_quads(sample.report, sample.extractions, sample.links)}
    merged = {quad.triple for quad in merged_quads([(sample.report, sample.extractions, sample.links)])}
    assert own <= merged
    assert {triple.predicate.value.rpartition("#")[2] for triple in merged - own} == {"firstAttested", "lastAttested"}


def test_everything_stands_in_the_default_graph_once(sample, variant) -> None:
    reports = [(sample.report, sample.extractions), variant()]
    linking = link(extractions for _, extractions in reports)
    quads = list(merged_quads((report, each, linking.links[report.id]) for report, each in reports))
    assert {quad.graph_name for quad in quads} == {DefaultGraph()}
    concepts = [quad for quad in quads if quad.subject.value.startswith((f"{BASE}role/", f"{BASE}title/"))]
    assert len(concepts) == len(set(concepts))


def test_two_reports_of_one_meeting_leave_one_meeting_with_both_evidences(sample, variant, graph) -> None:
    merged = merge(graph, (sample.report, sample.extractions), variant())
    assert merged.subjects("wco:Meeting") == [MEETING]
    assert merged.values(MEETING, "rdfs:label") == ["18th Global Meeting of the Regional Entities"]
    assert set(merged.values(MEETING, "prov:wasDerivedFrom/dcterms:isPartOf")) == {"report/rocbap-664", "report/wco-18"}
    assert merged.values(MEETING, "^wco:reportsOn") == ["report/rocbap-664", "report/wco-18"]
    assert len(merged.subjects("wco:Participation")) == 3


@pytest.mark.parametrize(
    ("changes", "attribute", "path", "values"),
    [
        ({"cities": "Suva"}, "city", "schema:location/rdfs:label", ["Brussels", "Suva"]),
        ({"countries": "FR"}, "country", "schema:location/wco:country/skos:notation", ["BE", "FR"]),
        ({"starts": PartialDate(2023, 2, 19)}, "start", "schema:startDate", ["2023-02-20", "2023-02-19"]),
        ({"ends": PartialDate(2023, 2, 22)}, "end", "schema:endDate", ["2023-02-21", "2023-02-22"]),
        ({"modes": Mode.ONLINE}, "mode", "schema:eventAttendanceMode", ["hybrid", "online"]),
        ({"regions": Region.AP}, "region", "wco:region/skos:notation", ["GLOBAL", "AP"]),
    ],
)
def test_reports_that_differ_leave_one_value_and_a_discrepancy(
    sample, variant, graph, *, changes, attribute: str, path: str, values: list[str]
) -> None:
    plain = replace(sample.extractions, discrepancies=())
    other, second = variant(**changes), variant("rocbap-665", "OCO")
    merged = merge(graph, (sample.report, plain), other, second)
    discrepancy = f"discrepancy/global-meeting-18--{attribute}"
    assert merged.subjects("wco:Discrepancy") == [discrepancy]
    assert merged.values(discrepancy, "wco:adoptedValue") == values[:1]
    assert merged.values(discrepancy, "wco:candidate/rdf:value") == sorted(values)
    assert merged.values(discrepancy, "rdfs:comment") == [
        f"{values[0]} is stated by 2 independent sources, {values[1]} by 1."
    ]
    assert len(merged.values(MEETING, path)) == 1


def test_a_coarser_date_is_no_discrepancy(sample, variant, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    merged = merge(graph, (sample.report, plain), variant(starts=PartialDate(2023, 2), ends=PartialDate(2023, 2)))
    assert merged.subjects("wco:Discrepancy") == []
    assert merged.values(MEETING, "schema:startDate") == ["2023-02-20"]
    assert merged.values(MEETING, "schema:endDate") == ["2023-02-21"]


def test_an_end_before_the_adopted_start_is_not_stated(sample, variant, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    early = variant(starts=PartialDate(2023, 1, 2), ends=PartialDate(2023, 1, 3))
    meeting = plain.meetings[0]
    only_start = replace(plain, meetings=(replace(meeting, ends=()),))
    merged = merge(
        graph, (sample.report, only_start), early, variant("rocbap-665", "OCO", ends=PartialDate(2023, 1, 3))
    )
    assert merged.values(MEETING, "schema:startDate") == ["2023-02-20"]
    assert merged.values(MEETING, "schema:endDate") == []


def test_posts_are_attested_from_the_first_to_the_last_report(sample, variant, graph) -> None:
    dates = [PartialDate(2021, 5, 3), PartialDate(2019), PartialDate(2023, 1)]
    reports = [variant(f"r{number}", issued=issued) for number, issued in enumerate(dates)]
    merged = merge(graph, *reports)
    membership = "membership/norikazu-kuramoto--head--rocb-ap"
    assert merged.values(membership, "wco:attestedOn") == ["2019", "2021-05-03", "2023-01"]
    assert merged.values(membership, "wco:firstAttested") == ["2019"]
    assert merged.values(membership, "wco:lastAttested") == ["2023-01"]


def test_a_former_post_attests_no_holding(sample, variant, graph) -> None:
    report, extractions = variant("r2", issued=PartialDate(2030))
    former = replace(extractions, posts=(replace(extractions.posts[0], status=PostStatus.FORMER),))
    merged = merge(graph, (sample.report, sample.extractions), (report, former))
    assert merged.values("membership/norikazu-kuramoto--head--rocb-ap", "wco:lastAttested") == ["2023-02-20"]
    assert merged.values("membership/norikazu-kuramoto--head--rocb-ap--former", "wco:firstAttested") == ["2030"]


def test_a_title_has_one_name_whatever_its_capitals(sample, variant, graph) -> None:
    report, extractions = variant()
    small = replace(extractions, posts=(replace(extractions.posts[0], title="head"),))
    merged = merge(graph, (sample.report, sample.extractions), (report, small))
    assert merged.values("title/head", "skos:prefLabel") == ["Head"]
    assert merged.values("title/head", "skos:altLabel") == ["head"]


def test_the_headline_decides_between_two_publishers_that_differ(sample, variant, graph) -> None:
    report, extractions = variant(ordinals=17)
    meeting = extractions.meetings[0]
    lowly = replace(meeting, ordinals=(meeting.ordinals[0]._replace(part=SentenceKind.BODY),))
    plain = replace(sample.extractions, discrepancies=())
    merged = merge(graph, (sample.report, plain), (report, replace(extractions, meetings=(lowly,))))
    assert merged.values(MEETING, "wco:ordinal") == ["18"]
    assert merged.values("discrepancy/global-meeting-18--ordinal", "rdfs:comment") == [
        "18 stands in a headline, 17 in a body."
    ]


def test_the_order_of_reports_does_not_change_the_merged_graph(sample, variant) -> None:
    reports = [(sample.report, sample.extractions), variant(cities="Suva"), variant("rocbap-665", "OCO")]

    def merged(order):
        linking = link(extractions for _, extractions in order)
        return {str(quad) for quad in merged_quads((report, each, linking.links[report.id]) for report, each in order)}

    assert merged(reports) == merged(reports[::-1])


def test_the_merger_keeps_no_texts(sample) -> None:
    merger = Merger()
    merger.add(sample.report, sample.extractions, sample.links)
    late = merger.finish()
    assert not {quad.predicate.value for quad in late} & {
        "https://schema.org/articleBody",
        "http://www.w3.org/ns/oa#exact",
    }


def test_reports_that_name_no_chair_in_common_contradict_each_other(sample, variant, graph) -> None:
    report, extractions = variant()
    (person,) = extractions.persons
    other = replace(extractions, persons=(replace(person, name="Larry Liza", forms=("Larry Liza",)),))
    merged = merge(graph, (sample.report, replace(sample.extractions, discrepancies=())), (report, other))
    discrepancy = "discrepancy/global-meeting-18--chair"
    assert merged.values(discrepancy, "wco:candidate/rdf:value") == ["Larry Liza", "Norikazu Kuramoto"]
    assert len(merged.values(MEETING, "^wco:chaired")) == 2


def test_a_chair_in_common_is_no_contradiction(sample, variant, graph) -> None:
    report, extractions = variant()
    (person,) = extractions.persons
    second = replace(person, key="p9", name="Larry Liza", forms=("Larry Liza",))
    chair = next(each for each in extractions.participations if each.agent == person.key and each.role == "chair")
    both = replace(
        extractions,
        persons=(person, second),
        participations=(*extractions.participations, replace(chair, agent="p9")),
    )
    merged = merge(graph, (sample.report, replace(sample.extractions, discrepancies=())), (report, both))
    assert merged.subjects("wco:Discrepancy") == []
    assert len(merged.values(MEETING, "^wco:chaired")) == 2


@pytest.fixture
def edition(variant):
    """A report of another edition of the series."""

    def make(identifier: str, number: int, year: int):
        name = f"{number}th Global Meeting of the Regional Entities"
        start, end = PartialDate(year, 3, 1), PartialDate(year, 3, 2)
        return variant(identifier, names=name, ordinals=number, starts=start, ends=end)

    return make


def test_the_series_decides_between_numbers_of_one_source(sample, variant, edition, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    other = variant("rocbap-665", sample.report.publisher, ordinals=17)
    merged = merge(graph, (sample.report, plain), other, edition("a", 17, 2022), edition("b", 19, 2024))
    (contested,) = merged.values("report/rocbap-664", "wco:reportsOn")
    (record,) = merged.subjects("wco:Discrepancy")
    assert merged.values(contested, "wco:ordinal") == ["18"]
    assert merged.values(record, "wco:candidate/rdf:value") == ["17", "18"]
    (reason,) = merged.values(record, "rdfs:comment")
    assert reason == (
        "18 fits in the series, in which 17 was in 2022 and 19 in 2024. "
        "17 is the number of another meeting of the series in 2022."
    )


def test_the_series_overrules_what_a_report_adopts_itself(sample, edition, graph) -> None:
    (meeting,), (found,) = sample.extractions.meetings, sample.extractions.discrepancies
    wrong = replace(
        sample.extractions,
        meetings=(replace(meeting, ordinals=meeting.ordinals[::-1]),),
        discrepancies=(replace(found, candidates=found.candidates[::-1]),),
    )
    merged = merge(graph, (sample.report, wrong), edition("a", 17, 2022), edition("b", 19, 2024))
    (contested,) = merged.values("report/rocbap-664", "wco:reportsOn")
    assert merged.values(contested, "wco:ordinal") == ["18"]
    assert len(merged.subjects("wco:Discrepancy")) == 1


def test_the_series_decides_between_years(sample, variant, edition, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    linking = link([plain])
    changes = {"starts": PartialDate(2022, 2, 20), "ends": PartialDate(2022, 2, 21)}
    other, wrong = variant("rocbap-665", sample.report.publisher, **changes)
    links = {
        sample.report.id: linking.links[sample.report.id],
        other.id: replace(linking.links[sample.report.id], report=other.id),
    }
    editions = [edition("a", 17, 2022), edition("b", 19, 2024)]
    links |= link(each for _, each in editions).links
    reports = [(sample.report, plain), (other, wrong), *editions]
    merged = graph(merged_quads((report, each, links[report.id]) for report, each in reports))
    assert merged.values(MEETING, "schema:startDate") == ["2023-02-20"]
    (reason,) = merged.values("discrepancy/global-meeting-18--start", "rdfs:comment")
    assert reason.startswith("2023-02-20 fits in the series, in which 17 was in 2022 and 19 in 2024.")


def test_a_report_that_contradicts_itself_leaves_one_record_with_its_reason(sample, variant, graph) -> None:
    merged = merge(graph, (sample.report, sample.extractions), variant())
    (record,) = merged.subjects("wco:Discrepancy")
    assert record == "discrepancy/global-meeting-18--ordinal"
    assert merged.values(record, "rdfs:comment") == [
        "18 is stated by 2 independent sources, 17 by 1. The headline goes before the body."
    ]
    assert merged.values(record, "wco:candidate/prov:wasDerivedFrom/dcterms:isPartOf") != []


def test_what_several_publishers_say_overrules_what_a_report_adopts_itself(sample, variant, graph) -> None:
    others = [variant("a", "WCO", ordinals=17), variant("b", "OCO", ordinals=17)]
    merged = merge(graph, (sample.report, sample.extractions), *others)
    (contested,) = merged.values("report/rocbap-664", "wco:reportsOn")
    assert merged.values(contested, "wco:ordinal") == ["17"]
    assert merged.values("discrepancy/global-meeting-17--ordinal", "rdfs:comment") + merged.values(
        "discrepancy/global-meeting-18--ordinal", "rdfs:comment"
    ) == ["17 is stated by 3 independent sources, 18 by 1."]


def test_of_several_numbers_the_greatest_counts_the_people_or_members(sample, graph) -> None:
    (meeting,) = sample.extractions.meetings
    people, members = (
        tuple(meeting.ordinals[0]._replace(value=value) for value in values) for values in ((28, 47, 4), (19, 65))
    )
    found = replace(sample.extractions, meetings=(replace(meeting, people=people, members=members),))
    own = graph(report_quads(sample.report, found, sample.links))
    for stated in (own, merge(graph, (sample.report, found))):
        assert stated.values(MEETING, "wco:participantCount") == ["47"]
        assert stated.values(MEETING, "wco:memberCount") == ["65"]


def test_spellings_of_a_town_are_kept_with_both_passages(sample, variant, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    merged = merge(graph, (sample.report, plain), variant(cities="Brüssels"), variant("rocbap-665", "OCO"))
    record = "discrepancy/global-meeting-18--city"
    assert merged.values(record, "wco:candidate/rdf:value") == ["Brussels", "Brüssels"]
    assert merged.values(record, "rdfs:comment") == ["Brussels and Brüssels are spellings of one name."]
    assert merged.values(MEETING, "schema:location/rdfs:label") == ["Brussels"]


def test_spellings_of_a_chair_are_kept_with_both_passages(sample, variant, graph) -> None:
    plain = replace(sample.extractions, discrepancies=())
    report, other = variant()
    (person,) = other.persons
    other = replace(other, persons=(replace(person, name="Norikasu Kuramoto", forms=()),))
    merged = merge(graph, (sample.report, plain), (report, other))
    record = "discrepancy/global-meeting-18--chair"
    assert merged.values(record, "wco:candidate/rdf:value") == ["Norikasu Kuramoto", "Norikazu Kuramoto"]
    assert len(merged.values(MEETING, "^wco:chaired")) == 1
    (reason,) = merged.values(record, "rdfs:comment")
    assert "are spellings of one name" in reason
