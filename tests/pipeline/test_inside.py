import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.pipeline import build, sample_corpus
from kg.pipeline.sources import Skipped, find_sources, read_sources
from kg.pipeline.workers import Workers
from kg.store import read_manifest

Pack = Callable[[Path, Mapping[str, bytes]], Path]
Contents = Callable[[Path], set[str]]

KINDS = (".zip", ".tar.gz", ".jsonl")
SAMPLES = sorted(sample_corpus().glob("*.txt"))
NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,12}\.txt", fullmatch=True)
TEXTS = st.sampled_from([path.read_bytes() for path in SAMPLES]) | st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=60
).map(str.encode)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEWER = settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def unpacked(folder: Path, files: Mapping[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def read(path: Path) -> tuple[dict[str, object], set[str]]:
    """Each report with digest, text and extractions; and the reasons of what was left out."""
    skipped: list[Skipped] = []
    found = {
        report.id: (source.digest(), report, extractions)
        for source, report, extractions in read_sources(find_sources([path]), skipped)
    }
    return found, {reason.message.partition(" is ")[2] for _, reason in skipped}


@FEW
@given(files=st.dictionaries(NAMES, TEXTS, min_size=1, max_size=5))
def test_folder_and_archives_give_the_same_reports(
    files: dict[str, bytes], pack: Pack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("any")
    expected, left_out = read(unpacked(place / "folder", files))
    for kind in KINDS:
        found, _ = read(pack(place / f"corpus{kind}", files))
        assert found == expected
    assert len(expected) + len(left_out) <= len(files)


@FEWER
@given(files=st.dictionaries(NAMES, st.sampled_from([path.read_bytes() for path in SAMPLES]), min_size=1, max_size=2))
def test_folder_and_archives_give_the_same_graph(
    files: dict[str, bytes], pack: Pack, contents: Contents, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("any")
    store = place / "store"
    build([unpacked(place / "folder", files)], store)
    graph, manifest = contents(store), read_manifest(store)
    for kind in KINDS:
        archive = pack(place / f"corpus{kind}", files)
        assert build([archive], store).unchanged
        assert not build([archive], place / kind, force=True).unchanged
        assert contents(place / kind) == graph
        assert read_manifest(place / kind) == manifest


@pytest.fixture
def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in SAMPLES[:4]}


@pytest.mark.parametrize("kind", KINDS)
def test_only_members_that_changed_are_read_again(
    kind: str, files: dict[str, bytes], pack: Pack, contents: Contents, tmp_path: Path
) -> None:
    archive = pack(tmp_path / f"corpus{kind}", files)
    build([archive], tmp_path / "store")
    changed = SAMPLES[2].name
    files[changed] += b"\nMr. Larry Liza spoke.\n"
    pack(archive, files)
    told: list[tuple[str, int, int]] = []
    assert not build([archive], tmp_path / "store", progress=lambda *step: told.append(step)).unchanged
    assert [step for step in told if step[0] == "Reading"] == [("Reading", 1, 1)]
    build([archive], tmp_path / "other")
    assert contents(tmp_path / "store") == contents(tmp_path / "other")


def test_several_processes_read_the_same(files: dict[str, bytes], pack: Pack, tmp_path: Path) -> None:
    sources = find_sources([pack(tmp_path / "corpus.tar.gz", files)])
    with Workers(2) as workers:
        shared = list(read_sources(sources, [], workers=workers))
    assert shared == list(read_sources(sources, []))
    assert len(shared) == 4
    assert all(source.member is not None and source.member.data == b"" for source, _, _ in shared)


@pytest.mark.parametrize("kind", KINDS)
def test_two_reports_of_one_id_are_refused_with_both_names(
    kind: str, files: dict[str, bytes], pack: Pack, tmp_path: Path
) -> None:
    one, two = pack(tmp_path / f"a{kind}", files), pack(tmp_path / "b.zip", {SAMPLES[3].name: b"Another. Text."})
    folder = unpacked(tmp_path / "c", {SAMPLES[0].name: b"One more."})
    for paths in ([one, two], [two, one], [folder, one]):
        with pytest.raises(UsageError) as raised:
            find_sources(paths)
        assert str(one) in raised.value.message
        assert f"would both be report {SAMPLES[0].stem if folder in paths else SAMPLES[3].stem}" in raised.value.message
        assert str(two) in raised.value.message or str(folder) in raised.value.message


def test_a_folder_with_archives_in_it_is_one_corpus(files: dict[str, bytes], pack: Pack, tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "corpus", {"last.txt": b"One. Two."})
    pack(folder / "more.tgz", files)
    assert [source.name for source in find_sources([folder])] == [
        str(folder / "last.txt"),
        *(f"{folder / 'more.tgz'}: {name}" for name in files),
    ]


def test_what_cannot_be_read_is_left_out_by_name(files: dict[str, bytes], pack: Pack, tmp_path: Path) -> None:
    archive = pack(tmp_path / "corpus.zip", {"empty.txt": b"", "big.txt": b"x" * 2_000_000, **files})
    skipped: list[Skipped] = []
    found = list(read_sources(find_sources([archive], 1_000_000), skipped))
    assert len(found) == 4
    assert [reason.message for _, reason in skipped] == [
        f"{archive}: empty.txt is empty: it holds no text.",
        f"{archive}: big.txt is larger than 1 MB, far more than a report.",
    ]


def test_an_archive_that_changes_while_it_is_read(files: dict[str, bytes], pack: Pack, tmp_path: Path) -> None:
    archive = pack(tmp_path / "corpus.zip", files)
    sources = find_sources([archive])
    first, *_, last = files
    pack(archive, {first: b"Another. Text.", **{name: files[name] for name in files if name not in {first, last}}})
    skipped: list[Skipped] = []
    assert len(list(read_sources(sources, skipped))) == 2
    assert [reason.message for _, reason in skipped] == [
        f"{archive}: {name} changed while it was read." for name in (first, last)
    ]


def test_of_a_page_that_was_captured_twice_the_last_counts(tmp_path: Path) -> None:
    pytest.importorskip("warcio", reason="the extra archives is not installed")
    url = "https://www.wcoomd.org/en/media/newsroom/2024/heads-meet.aspx"
    page = (
        "<html><body><h1>Heads of Customs meet in {}</h1><p>They met there and were glad of it all.</p></body></html>"
    )

    def record(place: str, date: str) -> bytes:
        body = page.format(place).encode()
        head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        return head.encode() + b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)

    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(record("Nairobi", "2024-03-02T00:00:00Z"))
        + gzip.compress(record("Abidjan", "2024-03-01T00:00:00Z"))
    )
    (tmp_path / "b.warc").write_bytes(record("Brussels", "2024-03-03T00:00:00Z"))
    for paths, place in (([tmp_path / "a.warc.gz"], "Nairobi"), ([tmp_path], "Brussels")):
        ((_, report, _),) = read_sources(find_sources(paths), [])
        assert place in report.text
    (tmp_path / "c.jsonl").write_text(json.dumps({"url": url, "text": "They met. They left."}), encoding="utf-8")
    with pytest.raises(UsageError, match=r"c\.jsonl: line 1 would both be"):
        find_sources([tmp_path])
