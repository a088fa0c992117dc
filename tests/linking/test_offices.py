from __future__ import annotations

import pytest

from kg.extraction.mentions.gazetteer import known_offices
from kg.linking import link, link_one
from kg.linking.office_names import bare_name, bracketed_acronyms, office_key
from kg.model import EntityKind, OfficeKind
from kg.reference import reference_offices


def one(make, *offices) -> list[str]:
    links = link_one(make.report("a", offices=[make.office(name, f"o{n}") for n, name in enumerate(offices)]))
    return [entity.slug for entity in links.entities.values()]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("WCO Regional Office for Capacity Building for Asia/Pacific", "ROCB A/P"),
        ("MENA ROCB", "ROCB for the North of Africa, Near and Middle East"),
        ("Regional Training Centres", "RTC"),
        ("RTC Hong Kong, China", "RTC Hong Kong"),
        ("Korean Customs", "Customs Service of Korea"),
        ("Russia", "the Russian Federation"),
        ("Vice-Chairs’ Offices", "Vice Chair"),
        ("Oceania Customs Organization (OCO) Secretariat", "OCO Secretariat"),
        ("WCO Europe Region", "Europe Region"),
    ],
)
def test_one_key_for_wordings_of_one_name(left: str, right: str) -> None:
    assert office_key(left) == office_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ROCB", "ROCB A/P"),
        ("RTC Korea", "RTC Japan"),
        ("Japan", "Japan Customs"),
        ("WCO", "WCO Secretariat"),
        ("Vice Chair’s office (European Union)", "Vice Chair’s office"),
        ("Congolese Customs", "Congo"),
        ("Guinea", "Papua New Guinea"),
        ("Niger", "Nigeria"),
    ],
)
def test_other_keys_for_other_offices(left: str, right: str) -> None:
    assert office_key(left) != office_key(right)


def test_only_acronyms_in_brackets_are_set_aside() -> None:
    assert bare_name("Asian-Pacific Postal Union (APPU)") == "Asian-Pacific Postal Union"
    assert bare_name("Vice Chair’s office (European Union)") == "Vice Chair’s office (European Union)"
    assert list(bracketed_acronyms(["Asian-Pacific Postal Union (APPU)", "Oceania (OCO) Secretariat"])) == ["APPU"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ROCB A/P", "rocb-ap"),
        ("WCO ROCB A/P", "rocb-ap"),
        ("RILO A/P", "rilo-ap"),
        ("Central Customs Laboratory of Japan", "rcl-japan"),
        ("Central Customs Laboratory and Scientific Service of Korea", "rcl-korea"),
        ("Korea Customs Service (KCS)", "korea-customs"),
        ("RTCs", "rtc"),
        ("DRC", "drc"),
        ("Shanghai Customs College (SCC)", "shanghai-customs-college"),
        ("WCA region", "wca-region"),
        ("the Cook Islands", "cook-islands"),
    ],
)
def test_slugs(make, name: str, slug: str) -> None:
    assert one(make, name) == [slug]


@pytest.mark.parametrize("name", ["Customs and Excise", "Ministry of Trade", "Bureau of Customs"])
def test_a_name_that_any_administration_could_have_stands_for_none_without_a_country(make, name: str) -> None:
    rows = {each.slug for each in reference_offices()}
    assert one(make, name)[0] not in rows


def test_such_a_name_stands_for_the_administration_of_its_country(make) -> None:
    office = make.office("Bureau of Customs", country="PH")
    assert link_one(make.report("a", offices=[office])).entities["o1"].slug == "philippines-customs"


def test_a_form_of_several_rows_stands_for_none_of_them(make) -> None:
    seats = [each for each in reference_offices() if "RILO" in each.slug.upper() and each.region == "AP"]
    assert len(seats) > 1
    office = make.office("RILO A/P", gazetteer_id=seats[0].id, country=seats[0].country)
    assert link_one(make.report("a", offices=[office])).entities["o1"].slug == "rilo-ap"


def test_an_office_of_the_tables_is_recognised_by_its_identifier(make) -> None:
    row = next(each for each in reference_offices() if each.slug == "rtc-korea")
    office = make.office("CBCTI", forms=["RTC Korea"], gazetteer_id=row.id)
    assert link_one(make.report("a", offices=[office])).entities["o1"].slug == "rtc-korea"


def test_extraction_and_linking_call_the_rows_of_the_tables_alike() -> None:
    rows = {each.id for each in reference_offices()}
    assert {entry.id for entry in known_offices().values()} <= rows


def test_an_acronym_that_a_report_defines_holds_in_another(make) -> None:
    full = make.office("Mariana Regional Fusion Center (MRFC)", forms=["MRFC"])
    linking = link([make.report("a", offices=[full]), make.report("b", offices=[make.office("MRFC")])])
    assert linking.links["b"].entities["o1"].slug == "mariana-regional-fusion-center"
    assert [each.rule for each in linking.judgements] == ["office-form"]


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        (["A/P", "A/P region", "Asia Pacific (A/P) region"], "ap-region"),
        (["West and Central Africa", "WCA region"], "wca-region"),
    ],
)
def test_a_region_is_one_body_whether_or_not_it_is_called_so(make, names: list[str], slug: str) -> None:
    linking = link(
        make.report(f"r{number}", offices=[make.office(name, kind=OfficeKind.REGION)])
        for number, name in enumerate(names)
    )
    assert {links.entities["o1"].slug for links in linking.links.values()} == {slug}
    assert "region" in linking.links["r0"].entities["o1"].label
    assert not linking.judgements


def test_an_acronym_of_two_offices_is_neithers(make) -> None:
    linking = link(
        [
            make.report("a", offices=[make.office("Mariana Regional Fusion Center (MRFC)")]),
            make.report("b", offices=[make.office("Maritime Response Fleet Command (MRFC)")]),
            make.report("c", offices=[make.office("MRFC")]),
        ]
    )
    assert len({links.entities["o1"].slug for links in linking.links.values()}) == 3


def test_a_misprint_in_a_long_name_makes_no_second_office(make) -> None:
    names = ["Superintendencia de Administración Tributaria", "Superintendencia de Administracion Tributarias"]
    names += ["Superintendencia de Adminstracion Tributaria"]
    linking = link([make.report(f"r{n}", offices=[make.office(name)]) for n, name in enumerate(names)])
    assert len({links.entities["o1"].slug for links in linking.links.values()}) == 1
    assert "office-spelling" in {each.rule for each in linking.judgements}


def test_another_country_is_another_office(make) -> None:
    guinea = make.office("Central Laboratory of Guinea Customs", kind=OfficeKind.OTHER)
    guyana = make.office("Central Laboratory of Guyana Customs", kind=OfficeKind.OTHER)
    linking = link([make.report("a", offices=[guinea]), make.report("b", offices=[guyana])])
    assert len({links.entities["o1"].slug for links in linking.links.values()}) == 2


def test_the_label_is_what_reports_use(make) -> None:
    entity = link_one(make.report("a", offices=[make.office("Charles Sturt University")])).entities["o1"]
    assert entity.label == "Charles Sturt University"
    assert entity.kind is EntityKind.OFFICE
