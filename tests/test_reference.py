from __future__ import annotations

from kg.model import OfficeKind
from kg.reference import reference_offices, shared_forms


def test_slugs_and_identifiers_are_unique() -> None:
    offices = reference_offices()
    assert len({office.slug for office in offices}) == len(offices)
    assert len({office.id for office in offices}) == len(offices)


def test_known_slugs() -> None:
    slugs = {office.slug: office for office in reference_offices()}
    assert slugs["rocb-ap"].label == "ROCB A/P"
    assert slugs["rocb-ap"].country == "TH"
    assert slugs["korea-customs"].kind is OfficeKind.ADMINISTRATION
    assert slugs["wco"].name == "World Customs Organization"
    assert {"rilo-ap-kr", "rilo-ap-jp", "rilo-ap-jp-2024"} <= slugs.keys()
    assert slugs["rtc"].generic
    assert not slugs["rtc-korea"].generic


def test_no_form_stands_for_two_rows() -> None:
    owners: dict[str, str] = {}
    for office in reference_offices():
        for form in office.forms:
            assert owners.setdefault(form, office.id) == office.id, form
    assert "RILO A/P" in shared_forms()
    assert "RILO A/P" not in owners


def test_vice_chair_offices_are_named_with_their_country_alone() -> None:
    for office in reference_offices():
        if office.kind is OfficeKind.VICE_CHAIR and not office.generic:
            assert "A/P Vice-Chair Office" not in office.forms
