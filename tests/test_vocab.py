from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pyoxigraph import Literal

import kg
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


PACKAGE = Path(kg.__file__).parent
ADDRESS = re.compile(r"<?(?:https?://[a-z]|urn:)")


@pytest.mark.parametrize(
    "module", sorted({*PACKAGE.rglob("*.py")} - {PACKAGE / "vocab.py"}), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_other_module_writes_an_iri(module: Path) -> None:
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    written = [node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in told]
    assert [value for value in written if isinstance(value, str) and ADDRESS.match(value)] == []
