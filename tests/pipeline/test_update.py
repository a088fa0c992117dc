"""A store that was changed holds, to the byte, what a store holds that was built at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.linking import BY_HAND
from kg.model import EntityKind
from kg.model.judgement import Judgement
from kg.pipeline import Decisions, build, sample_corpus
from kg.store import read_manifest, read_note

Contents = Callable[[Path], set[str]]
NAMES = ("rocbap-664", "wco-gm19-2024", "rocbap-476", "rocbap-443", "wco-gm17-2022", "rocbap-108")
"""Reports that speak of the same people, offices and meetings."""
VARIANT = "URL: http://www.rocb-ap.org/article-detail/664/\nPublished by: WCO\n\n{title}\n\n{body}\n"


def everything(store: Path, contents: Contents) -> tuple[object, ...]:
    return contents(store), read_manifest(store), read_note(store, "judgements.csv")


def fill(folder: Path, names: frozenset[str] | set[str]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(sample_corpus() / f"{name}.txt", folder / f"{name}.txt")
    return folder


@pytest.fixture
def begun(built_of, tmp_path: Path) -> tuple[Path, Path]:
    """A folder with all these reports, and a store that was built of them."""
    built_of(*NAMES)(tmp_path)
    return tmp_path / "reports", (tmp_path / ".kg").rename(tmp_path / "changed")


corpora = st.frozensets(st.sampled_from(NAMES), min_size=1)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=corpora, after=corpora)
def test_adding_and_removing_reports_is_like_building_anew(
    tmp_path_factory: pytest.TempPathFactory, contents: Contents, before: frozenset[str], after: frozenset[str]
) -> None:
    root = tmp_path_factory.mktemp("corpus")
    build([fill(root / "reports", before)], root / "changed")
    build([fill(root / "reports", after)], root / "changed")
    build([root / "reports"], root / "anew", force=True)
    assert everything(root / "changed", contents) == everything(root / "anew", contents)


@pytest.mark.parametrize(
    "body",
    [
        "The 18th Global Meeting was chaired by Mr. Larry Liza, Director of ROCB East and Southern Africa.",
        "Brussels, Belgium, 19 February 2023. The meeting was chaired by Mr. Norikazu KURAMOTO, head of ROCB AP.",
        "Nothing that can be read.",
    ],
)
def test_a_changed_report_is_like_building_anew(
    begun: tuple[Path, Path], tmp_path: Path, contents: Contents, body: str
) -> None:
    corpus, _ = begun
    text = VARIANT.format(title="18th Global Meeting of the Regional Entities", body=body)
    (corpus / "rocbap-664.txt").write_text(text, encoding="utf-8")
    summary = build([corpus], tmp_path / "changed")
    assert summary.redone is not None
    assert 1 <= summary.redone < len(NAMES)
    build([corpus], tmp_path / "anew", force=True)
    assert everything(tmp_path / "changed", contents) == everything(tmp_path / "anew", contents)


def test_another_edition_has_its_say_in_a_number_that_did_not_change(tmp_path: Path, contents: Contents) -> None:
    def tells(store: Path) -> bool:
        return any("fits in the series, in which 17 was in 2022" in quad for quad in contents(store))

    names = {"rocbap-664", "wco-gm19-2024"}
    build([fill(tmp_path / "reports", names)], tmp_path / "changed")
    assert not tells(tmp_path / "changed")
    for after in (names | {"wco-gm17-2022"}, names):
        build([fill(tmp_path / "reports", after)], tmp_path / "changed")
        build([tmp_path / "reports"], tmp_path / "anew", force=True)
        assert tells(tmp_path / "changed") == (after != names)
        assert everything(tmp_path / "changed", contents) == everything(tmp_path / "anew", contents)


def test_another_judgement_is_like_building_anew(begun: tuple[Path, Path], tmp_path: Path, contents: Contents) -> None:
    corpus, _ = begun
    before = everything(tmp_path / "changed", contents)
    merge = Judgement(EntityKind.PERSON, "larry-liza", "norikazu-kuramoto", True, 1, BY_HAND, "for a test")
    decisions = Decisions((merge,))
    assert build([corpus], tmp_path / "changed", decisions=decisions).redone
    build([corpus], tmp_path / "anew", decisions=decisions)
    assert everything(tmp_path / "changed", contents) == everything(tmp_path / "anew", contents)
    assert "larry-liza" in read_note(tmp_path / "changed", "judgements.csv")
    assert any("isReplacedBy" in line for line in contents(tmp_path / "changed"))
    build([corpus], tmp_path / "changed")
    assert everything(tmp_path / "changed", contents) == before


def test_only_what_is_affected_is_done_anew(begun: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, store = begun
    read: list[str] = []
    monkeypatch.setattr(
        "kg.pipeline.sources.extract", lambda report: read.append(report.id) or pytest.fail("not needed")
    )
    (corpus / "rocbap-108.txt").unlink()
    summary = build([corpus], store)
    assert read == []
    assert summary.redone is not None
    assert summary.redone < len(NAMES) - 1
