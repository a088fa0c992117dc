from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreCorrupt, StoreError, StoreTooNew
from kg.store import FORMAT, Manifest
from kg.store.manifest import parse_manifest

names = st.text(max_size=8)


@given(st.dictionaries(names, names, max_size=3), st.dictionaries(names, st.integers(), max_size=3), names)
def test_round_trip(reports: dict[str, str], figures: dict[str, int], inputs: str) -> None:
    manifest = Manifest(software="0.1.0", base="https://x/", reports=reports, figures=figures, inputs=inputs)
    assert parse_manifest("store", manifest.to_json()) == manifest


def test_bytes_do_not_depend_on_the_order_of_reports() -> None:
    one = Manifest(software="1", base="b", reports={"a": "1", "b": "2"})
    two = Manifest(software="1", base="b", reports={"b": "2", "a": "1"})
    assert one.to_json() == two.to_json()


@pytest.mark.parametrize(
    ("change", "error", "told"),
    [
        ({"format": FORMAT + 1}, StoreTooNew, "Update wco-kg"),
        ({"format": FORMAT - 1}, StoreError, "kg build"),
        ({"surprise": 1}, StoreCorrupt, "surprise"),
        ({"format": None}, StoreCorrupt, "not a manifest"),
    ],
)
def test_refuses_what_it_does_not_know(change: dict[str, object], error: type[StoreError], told: str) -> None:
    values = json.loads(Manifest(software="1", base="b").to_json()) | change
    with pytest.raises(error) as raised:
        parse_manifest("the-store", json.dumps(values))
    assert type(raised.value) is error
    assert "the-store" in raised.value.message
    assert told in f"{raised.value.message} {raised.value.hint}"


@pytest.mark.parametrize("text", ["", "[]", "null", "{", b"{", b"\xff\xfe\xfa"])
def test_refuses_what_is_none(text: str | bytes) -> None:
    with pytest.raises(StoreCorrupt, match="the-store"):
        parse_manifest("the-store", text)
