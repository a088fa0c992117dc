import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.mentions.mention import Kind
from kg.extraction.offices.find import find_offices
from kg.extraction.offices.kinds import kind_of
from kg.model import OfficeKind

FOUND = [
    (
        "the Economic Community of West African States (ECOWAS) Commission",
        ["Economic Community of West African States (ECOWAS) Commission"],
    ),
    ("principal of the Fiji Customs training school in Nadi", ["Fiji Customs training school"]),
    (
        "head of the regional intelligence liaison office (RILO) for South America",
        ["regional intelligence liaison office (RILO) for South America"],
    ),
    ("an inspector of Fiji's customs service", ["Fiji's customs service"]),
    ("a director of Togolese customs, and others", ["Togolese customs"]),
    ("the Togolese customs law", []),
    ("of the Department of Revenue and Customs (DRC); the DRC", ["Department of Revenue and Customs (DRC)", "DRC"]),
    ("the DRC came", []),
    ("The ROCB A/P met the Vice-Chair's Office.", ["ROCB A/P", "Vice-Chair's Office"]),
    ("Delegates from Japan Customs and the World Bank spoke.", ["Japan Customs", "World Bank"]),
    (
        "The Regional Office for Capacity Building (ROCB) of the WCO Asia/Pacific Region held it.",
        ["Regional Office for Capacity Building (ROCB) of the WCO Asia/Pacific Region"],
    ),
    ("the Customs Administration of Jordan was host", ["Customs Administration of Jordan"]),
    (
        "the WCO Capacity Building Directorate and all WCO Directorates",
        ["WCO Capacity Building Directorate", "all WCO Directorates"],
    ),
    ("the WCO Secretariat and the ECOWAS Secretariat", ["WCO Secretariat", "ECOWAS Secretariat"]),
    ("the Ministry of Finance of Japan", ["Ministry of Finance of Japan"]),
    ("the Fiji Freight Forwarders' Association spoke", ["Fiji Freight Forwarders' Association"]),
    (
        "Suva Technical University and Shanghai Customs College",
        ["Suva Technical University", "Shanghai Customs College"],
    ),
    ("the University of Suva and Shanghai Customs College", ["University of Suva", "Shanghai Customs College"]),
    ("funds of CCF/Germany and the WCO SECO-GTFP", ["CCF/Germany", "WCO SECO-GTFP"]),
    ("the Ministry of Transport and Japan Customs Service", ["Ministry of Transport", "Japan Customs Service"]),
    (
        "the Trade and Industry Department of the Pacific Government",
        ["Trade and Industry Department of the Pacific Government"],
    ),
    ("Dean of the Zakat, Tax and Customs Academy", ["Zakat, Tax and Customs Academy"]),
    ("Director of the Tariff, Valuation and Origin Department", ["Tariff, Valuation and Origin Department"]),
    ("Heads of the Secretariat, Tax and Customs Academy", ["Customs Academy"]),
    ("from Korea Customs and Ministry of Finance of Japan", ["Korea Customs", "Ministry of Finance of Japan"]),
    (
        "the Australian Border Force and Department of Trade of Fiji",
        ["Australian Border Force", "Department of Trade of Fiji"],
    ),
    ("the Aid Implementation Unit and Fiji Customs Service", ["Aid Implementation Unit", "Fiji Customs Service"]),
    ("of the Botswana Unified Revenue Service.", ["Botswana Unified Revenue Service"]),
    ("the West and Central Africa region decided", ["West and Central Africa region"]),
    ("the Americas region decided", ["Americas region"]),
    ("the East and South Africa region decided", ["East and South Africa region"]),
    ("RTC Budapest was host to six RTCs", ["RTC Budapest", "RTCs"]),
    ("officers of the Kyrgyz customs service", ["Kyrgyz customs service"]),
    ("the Polish tax and customs administration (KAS)", ["Polish tax and customs administration (KAS)"]),
    ("Polish customs administrations came", []),
    ("Indonesia's DGCE spoke", ["Indonesia's DGCE"]),
    ("In Japan Customs spoke", ["Japan Customs"]),
    ("the Policy Commission met", ["Policy Commission"]),
    ("Chairman of the General Office of Customs Salim bin Jassim Al Darwish", ["General Office of Customs"]),
    (
        "the National Agency for Food and Drug Administration and Control (NAFDAC)",
        ["National Agency for Food and Drug Administration and Control (NAFDAC)"],
    ),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_an_organization_is_found_by_its_whole_name(text, names):
    assert [mention.form for mention in find_offices(text)] == names


@pytest.mark.parametrize(
    ("text", "aliases"), [("Indonesia's DGCE spoke", ("DGCE",)), ("Germany's GIZ spoke", ("GIZ",)), ("Fiji's RTC", ())]
)
def test_the_acronym_behind_a_country_is_a_name_of_its_own(text, aliases):
    assert find_offices(text)[0].aliases == aliases


@pytest.mark.parametrize(
    "text",
    [
        "Customs officers met Customs Officers",
        "Fourteen Customs officers and Pacific Customs instructors",
        "a report on Customs matters",
        "the Minister of Customs of Jordan",
        "IT and AEO are no offices",
        "the region and its regional office holders",
        "a college, a bank and the Union Jack",
        "Director General and Deputy Director General",
        "preROCB A/Pacific",
    ],
)
def test_what_only_looks_like_an_organization_is_none(text):
    assert find_offices(text) == []


def test_an_acronym_in_brackets_names_the_same_later():
    [full, short] = find_offices(
        "The Malaysian Postal Union (QXPU) came. Then QXPU left; (QXPU) and QXPU/X are others."
    )[:2]
    assert (full.form, full.aliases) == ("Malaysian Postal Union (QXPU)", ("QXPU", "Malaysian Postal Union"))
    assert (short.form, short.rule, short.aliases) == ("QXPU", "office.acronym", full.aliases)


def test_a_country_in_brackets_is_not_the_office_later():
    """'the Vice-Chair's Office (India)' says where the office is; 'India' further on is the country."""
    found = find_offices("The Vice-Chair's Office (India) came. India and Japan came.")
    assert [m.form for m in found] == ["Vice-Chair's Office (India)"]


def test_the_noun_alone_means_the_one_named_last_before_it():
    text = "The College. Shanghai Customs College opened; then Xiamen Customs College. Guests of the College came."
    first, second, again = find_offices(text)
    assert (first.form, second.form) == ("Shanghai Customs College", "Xiamen Customs College")
    assert (again.form, again.rule, text[again.start : again.end]) == (second.form, "office.head-again", "College")


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("ROCB Europe", OfficeKind.ROCB),
        ("Regional Intelligence Liaison Office", OfficeKind.RILO),
        ("Regional Dog Training Centre", OfficeKind.RDTC),
        ("RTC Budapest", OfficeKind.RTC),
        ("Vice-Chair's Office", OfficeKind.VICE_CHAIR),
        ("WCO Secretariat", OfficeKind.SECRETARIAT),
        ("Fiji Revenue and Customs Service", OfficeKind.ADMINISTRATION),
        ("World Bank", OfficeKind.OTHER),
    ],
)
def test_the_name_tells_the_kind(form, kind):
    assert kind_of(form, None) is kind


WORDS = st.sampled_from(
    "Japan Customs ROCB A/P RTC Korea WCO Region region (ROCB) (SCC) SCC the of and for Service College 's ’s"
    " Ministry Finance General Department Vice-Chair Office , . - / Asia/Pacific Directorate XQZ".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_mentions_lie_in_the_text_in_order_without_overlap(text):
    mentions = find_offices(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        words = re.sub(r"\s+", " ", text[mention.start : mention.end]).strip()
        assert mention.kind is Kind.OFFICE
        assert mention.rule == "office.head-again" or mention.form == re.sub(r"^[Tt]he ", "", words)


def test_a_name_goes_on_to_the_end_of_that_of_its_country():
    text = "by the General Directorate of Customs of Côte d'Ivoire."
    assert [office.form for office in find_offices(text)] == ["General Directorate of Customs of Côte d'Ivoire"]


def test_a_name_ends_with_its_country():
    text = "by the Ministry of Trade of Fiji and Suva University"
    assert [mention.form for mention in find_offices(text)] == ["Ministry of Trade of Fiji", "Suva University"]


def test_a_name_does_not_go_on_in_that_of_somebody_or_of_another_land():
    text = "at the Department of Customs, Nepal and Ms. Ho of Fiji Customs and Philippines' Customs Bureau"
    assert [mention.form for mention in find_offices(text)] == [
        "Department of Customs",
        "Fiji Customs",
        "Philippines' Customs Bureau",
    ]


def test_what_somebody_does_with_a_council_begins_no_name():
    assert find_offices("Closing the Council, she spoke") == []


def test_a_country_may_stand_behind_an_acronym_and_a_city_before_it():
    text = "of CBIC India, the Ouagadougou RTC and the WCO Fiji"
    assert [mention.form for mention in find_offices(text)] == ["CBIC India", "Ouagadougou RTC", "WCO"]
