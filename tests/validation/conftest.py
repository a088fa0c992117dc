from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.rdf import read_rdf

VALID = Path(__file__).parent / "cases" / "valid.ttl"


@pytest.fixture(scope="session")
def valid() -> list[Quad]:
    """A graph in which everything holds."""
    return list(read_rdf(VALID))


@pytest.fixture(scope="session")
def changed() -> Callable[..., list[Quad]]:
    """The valid graph with some of its text replaced: ``changed(("old", "new"), ...)``."""

    def change(*replacements: tuple[str, str]) -> list[Quad]:
        text = VALID.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        return list(parse(text, RdfFormat.TURTLE))

    return change
