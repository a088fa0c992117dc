import shutil
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with one report in ``reports``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    shutil.copy(sample_corpus() / "rocbap-401.txt", tmp_path / "reports")
    return tmp_path / "reports"


def test_summary_goes_to_stderr_and_the_store_to_its_default_place(kg, reports: Path) -> None:
    ran = kg("build", "reports")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Built .kg:\n  1 report, ")
    assert (reports.parent / ".kg" / "current").exists()


def test_unchanged_reports_are_not_built_again(kg, reports: Path) -> None:
    first, second = kg("build", reports), kg("build", reports)
    assert second.code == 0
    assert second.err == first.err.replace("Built .kg:", "Nothing has changed; .kg holds:")


def test_quiet_says_nothing(kg, reports: Path) -> None:
    assert kg("build", reports, "--quiet") == (0, "", "")


def test_a_bad_report_is_named_and_the_exit_code_says_so(kg, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 10)
    ran = kg("build", reports, "--quiet")
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Skipped ")
    assert "binary.txt" in lines[0]
    assert "empty.txt" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("nowhere",), 2, "nowhere"),
        (("empty-folder",), 2, "empty-folder"),
        (("empty.txt",), 3, "empty.txt"),
        (("reports", "--store", "empty.txt"), 3, "empty.txt"),
        (("reports", "--store", "reports"), 3, "reports"),
    ],
)
def test_what_cannot_be_built_is_a_sentence(
    kg, reports: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (reports.parent / "empty-folder").mkdir()
    (reports.parent / "empty.txt").write_bytes(b"")
    ran = kg("build", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("Error: ")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_store_is_taken_from_the_environment(kg, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WCO_KG_STORE", "elsewhere")
    assert kg("build", reports).err.startswith("Built elsewhere:")


def test_standard_input_is_a_report(kg, reports: Path) -> None:
    ran = kg("build", "-", stdin=(reports / "rocbap-401.txt").read_bytes())
    assert ran.code == 0
    assert "1 report" in ran.err


def test_ctrl_c_ends_in_a_sentence(kg, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.build", interrupted)
    ran = kg("build", reports)
    assert ran.code == 3
    assert "Stopped before the end." in ran.err
