"""Whatever is added, removed, changed and judged one after the other: the store is that of building it at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.linking import BY_HAND
from kg.model import EntityKind
from kg.model.judgement import Judgement
from kg.pipeline import Decisions, build, sample_corpus
from kg.store import read_kept, read_manifest, read_note

Contents = Callable[[Path], set[str]]
NAMES = ("rocbap-664", "wco-gm19-2024", "rocbap-476", "wco-gm17-2022", "rocbap-108")
"""Reports that speak of the same people, offices and meetings."""
BODIES = (
    "The 18th Global Meeting was chaired by Mr. Larry Liza, Director of ROCB East and Southern Africa.",
    "Brussels, Belgium, 19 February 2023. The meeting was chaired by Mr. Norikazu KURAMOTO, head of ROCB AP.",
)
HEAD = "Published by: WCO\n\n18th Global Meeting of the Regional Entities\n\n"
JUDGEMENTS = (
    Judgement(EntityKind.PERSON, "larry-liza", "norikazu-kuramoto", True, 1, BY_HAND, "for a test"),
    Judgement(EntityKind.PERSON, "larry-liza-2", "larry-liza", False, 1, BY_HAND, "for a test", NAMES[:2]),
)

corpora = st.dictionaries(st.sampled_from(NAMES), st.sampled_from((None, *BODIES)), min_size=1)
steps = st.tuples(corpora, st.lists(st.sampled_from(JUDGEMENTS), unique=True, max_size=2))


def fill(folder: Path, corpus: dict[str, str | None]) -> Path:
    """Reports as they come with the software, or with another text."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, body in corpus.items():
        text = (sample_corpus() / f"{name}.txt").read_text(encoding="utf-8") if body is None else HEAD + body + "\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def kept(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept for the next change, but for where it stands."""
    with read_kept(store) as found:
        database = sqlite3.connect(found.folder / "index.sqlite")
    rows = {
        "report": database.execute(
            "SELECT id, digest, size, violations, warnings, participations FROM report"
        ).fetchall(),
        "tally": database.execute("SELECT * FROM tally").fetchall(),
        "speaks": database.execute("SELECT * FROM speaks").fetchall(),
        "checked": database.execute("SELECT * FROM checked").fetchall(),
        "shelf_set": database.execute("SELECT * FROM shelf_set").fetchall(),
    }
    # series that no meeting is of any more may stay; once somebody was told apart that stays known
    rows["entity"] = database.execute("SELECT * FROM entity WHERE path NOT LIKE 'series/%'").fetchall()
    rows["shelf"] = database.execute("SELECT * FROM shelf WHERE name <> 'any'").fetchall()
    database.close()
    return rows


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequence=st.lists(steps, min_size=3, max_size=4))
def test_a_sequence_of_changes_is_like_building_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    contents: Contents,
    sequence: list[tuple[dict[str, str | None], list[Judgement]]],
) -> None:
    root = tmp_path_factory.mktemp("sequence")
    for corpus, judgements in sequence:
        build([fill(root / "reports", corpus)], root / "changed", decisions=Decisions(tuple(judgements)))
    build([root / "reports"], root / "anew", decisions=Decisions(tuple(sequence[-1][1])), force=True)
    assert contents(root / "changed") == contents(root / "anew")
    assert read_manifest(root / "changed") == read_manifest(root / "anew")
    assert read_note(root / "changed", "judgements.csv") == read_note(root / "anew", "judgements.csv")
    assert kept(root / "changed") == kept(root / "anew")
