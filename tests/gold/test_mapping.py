"""The mapping loses nothing that the evaluation asks for: gold facts, mapped and scored, come out whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.linking import link_one
from kg.mapping import report_quads
from kg.vocab import PREFIXES


def test_mapped_gold_facts_score_as_gold(shared: Path, facts: list[Path], read_gold, tmp_path: Path) -> None:
    for path in facts:
        report, extractions = read_gold(path)
        quads = report_quads(report, extractions, link_one(extractions))
        with (tmp_path / f"{path.stem}.ttl").open("wb") as file:
            serialize([quad.triple for quad in quads], file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    command = [sys.executable, str(shared / "evaluate" / "score.py"), str(facts[0].parent), str(tmp_path)]
    subprocess.run([*command, "--json", str(tmp_path / "score.json")], check=True, capture_output=True)
    figures = json.loads((tmp_path / "score.json").read_text())
    assert figures["overall"]["f1"] >= 0.995
