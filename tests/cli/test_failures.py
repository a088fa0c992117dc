"""What can go wrong with files and stores: each a sentence, an exit code, no trace, no loss."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus
from kg.store import FORMAT

QUESTION = "SELECT * WHERE { ?s a wco:Report }"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_of) -> Path:
    """A working directory with a store of one report."""
    monkeypatch.chdir(tmp_path)
    built_of("rocbap-401")(tmp_path)
    return tmp_path


def manifest(place: Path) -> Path:
    return place / ".kg" / (place / ".kg" / "current").read_text(encoding="utf-8").strip() / "manifest.json"


@pytest.mark.parametrize("command", [("query", "-"), ("export",), ("stats",), ("validate",)])
@pytest.mark.parametrize(
    ("fault", "code", "words"), [("missing", 2, "kg build"), ("corrupt", 3, "damaged"), ("newer", 3, "Update wco-kg")]
)
def test_a_store_that_cannot_be_used(
    kg, place: Path, command: tuple[str, ...], fault: str, code: int, words: str
) -> None:
    if fault == "missing":
        shutil.rmtree(place / ".kg")
    elif fault == "corrupt":
        manifest(place).write_text("{", encoding="utf-8")
    else:
        values = json.loads(manifest(place).read_text(encoding="utf-8"))
        manifest(place).write_text(json.dumps(values | {"format": 99}), encoding="utf-8")
    ran = kg(*command, stdin=QUESTION.encode())
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("Error: ")
    assert words in ran.err


def test_a_damaged_store_is_built_anew_but_a_newer_one_is_kept(kg, place: Path) -> None:
    report = sample_corpus() / "rocbap-401.txt"
    manifest(place).write_text("{", encoding="utf-8")
    assert kg("build", report).code == 0
    newer = manifest(place).read_text(encoding="utf-8").replace(f'"format": {FORMAT}', '"format": 99')
    manifest(place).write_text(newer, encoding="utf-8")
    assert kg("build", report).code == 3
    assert manifest(place).read_text(encoding="utf-8") == newer


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \t\n"),
        ("binary.txt", bytes(range(256)) * 64),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("broken.pdf", b"%PDF-1.7 and no more"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("command", ["build", "extract", "explain"])
def test_a_file_that_is_no_report(kg, place: Path, command: str, name: str, content: bytes) -> None:
    (place / name).write_bytes(content)
    ran = kg(command, name, "--quiet") if command != "explain" else kg(command, name)
    assert ran.code == (1 if command == "extract" else 3)
    assert name in ran.err
    assert "Traceback" not in ran.err
    assert kg("query", "-", stdin=QUESTION.encode()).out.count("rocbap-401") == 1


def test_an_enormous_file_is_refused_without_being_read(kg, place: Path) -> None:
    with (place / "enormous.txt").open("wb") as file:
        file.truncate(100_000_000)
    start = time.process_time()
    ran = kg("build", "enormous.txt")
    assert ran.code == 3
    assert "enormous.txt" in ran.err
    assert time.process_time() - start < 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_is_a_sentence_and_leaves_the_store(kg, place: Path) -> None:
    before = manifest(place).read_text(encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", "-"]
    with subprocess.Popen(command, cwd=place, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(1.0)  # it has started and waits for its input
        process.send_signal(signal.SIGINT)
        _, words = process.communicate(timeout=20)
    assert process.returncode == 3
    assert "Stopped before the end." in words
    assert "Traceback" not in words
    assert manifest(place).read_text(encoding="utf-8") == before
