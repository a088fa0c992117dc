from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store import FORMAT, Manifest

names = st.text(max_size=8)


@given(st.dictionaries(names, names, max_size=3), st.dictionaries(names, st.integers(), max_size=3), names)
def test_round_trip(reports: dict[str, str], figures: dict[str, int], inputs: str) -> None:
    manifest = Manifest(software="0.1.0", base="https://x/", reports=reports, figures=figures, inputs=inputs)
    assert Manifest.from_json(manifest.to_json()) == manifest


def test_bytes_do_not_depend_on_the_order_of_reports() -> None:
    one = Manifest(software="1", base="b", reports={"a": "1", "b": "2"})
    two = Manifest(software="1", base="b", reports={"b": "2", "a": "1"})
    assert one.to_json() == two.to_json()


@pytest.mark.parametrize("change", [{"format": FORMAT + 1}, {"surprise": 1}, {"format": None}])
def test_refuses_what_it_does_not_know(change: dict[str, object]) -> None:
    values = json.loads(Manifest(software="1", base="b").to_json()) | change
    with pytest.raises(ValueError, match=r"manifest|surprise"):
        Manifest.from_json(json.dumps(values))
