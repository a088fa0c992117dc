from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.mapping.statements import Statements, date_literal, path_part
from kg.model import PartialDate
from kg.vocab import FOAF, RDFS, SKOS, WCO, XSD


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (PartialDate(2016), "2016", XSD.gYear),
        (PartialDate(2016, 12), "2016-12", XSD.gYearMonth),
        (PartialDate(2016, 2, 29), "2016-02-29", XSD.date),
    ],
)
def test_dates_are_no_more_precise_than_stated(value: PartialDate, text: str, datatype: NamedNode) -> None:
    assert date_literal(value) == Literal(text, datatype=datatype)


@pytest.mark.parametrize("value", [PartialDate(2017, 2, 29), PartialDate(2017, 13), PartialDate(2017, 4, 31)])
def test_a_day_that_no_calendar_has_is_refused(value: PartialDate) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        date_literal(value)


def test_the_first_single_value_stays() -> None:
    out = Statements()
    node = out.iri("office/wco")
    out.add_single(node, WCO.country, out.iri("country/BE"))
    out.add_single(node, WCO.country, out.iri("country/FR"))
    out.add_single(node, WCO.country, out.iri("country/BE"))
    assert [each.object for each in out] == [out.iri("country/BE")]


def test_every_label_but_the_first_becomes_an_alternative() -> None:
    out = Statements()
    node = out.iri("person/tong-hua")
    for name in ("Tong Hua", "Hua Tong", "Tong Hua"):
        out.add_label(node, FOAF.name, name)
    stated = {(each.predicate, each.object.value) for each in out}
    assert stated == {(FOAF.name, "Tong Hua"), (SKOS.altLabel, "Hua Tong")}


def test_statements_stand_once_and_empty_texts_not_at_all() -> None:
    out = Statements()
    node = out.iri("meeting/x")
    out.add_texts(node, RDFS.label, ["a", "", "a"])
    assert len(out) == 1


@given(st.text(min_size=1))
def test_any_text_can_be_part_of_an_iri(text: str) -> None:
    try:
        encoded = path_part(text)
    except UnicodeEncodeError:
        return  # a lone surrogate is no text that a file can hold
    assert "/" not in encoded
    assert "#" not in encoded
    NamedNode(f"https://w3id.org/wco-kg/id/report/{encoded}")
