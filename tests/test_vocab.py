from __future__ import annotations

import pytest
from pyoxigraph import Literal

from kg.vocab import PREFIXES, WCO, XSD, compact, integer, prefixed


@pytest.mark.parametrize("prefix", PREFIXES)
def test_an_iri_of_a_known_namespace_is_written_with_its_prefix(prefix: str) -> None:
    assert prefixed(PREFIXES[prefix] + "some/thing") == (prefix, "some/thing")
    assert compact(PREFIXES[prefix] + "some/thing") == f"{prefix}:some/thing"


def test_an_iri_of_no_known_namespace_stays_as_it_is() -> None:
    assert compact("https://example.org/x") == "https://example.org/x"
    assert prefixed("https://example.org/x") == ("", "https://example.org/x")


def test_terms() -> None:
    assert compact(WCO.ordinal.value) == "wco:ordinal"
    assert integer(18) == Literal("18", datatype=XSD.integer)
