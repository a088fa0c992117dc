from __future__ import annotations

import pytest

from kg.mapping.place import add_country, add_place, place_path
from kg.mapping.statements import Statements
from kg.vocab import RDF, SKOS, WCO


def test_two_towns_of_one_name_are_two_places() -> None:
    assert place_path("Georgetown", "GY") != place_path("Georgetown", "MY")
    assert place_path("Hong Kong") == "place/hong-kong"


def test_a_place_lies_in_its_country() -> None:
    out = Statements()
    node = add_place(out, "Suva", "FJ")
    assert node == out.iri("place/suva-fj")
    assert (WCO.country, out.iri("country/FJ")) in {(each.predicate, each.object) for each in out}


@pytest.mark.parametrize(
    ("code", "name", "authority"),
    [
        ("JP", "Japan", "JPN"),
        ("MP", "Northern Mariana Islands", "MNP"),
        ("EU", "European Union", None),
        ("QQ", "QQ", None),
    ],
)
def test_countries_are_matched_with_the_country_authority(code: str, name: str, authority: str | None) -> None:
    out = Statements()
    add_country(out, code)
    values = {each.predicate: each.object.value for each in out}
    assert values[SKOS.notation] == code
    assert values[SKOS.prefLabel] == name
    assert values[RDF.type] == WCO.Country.value
    expected = f"http://publications.europa.eu/resource/authority/country/{authority}" if authority else None
    assert values.get(SKOS.exactMatch) == expected
