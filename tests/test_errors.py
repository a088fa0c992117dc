"""Every error says what is wrong and what to do about it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg
from kg import errors

ADDRESSED = {"TableError", "QuerySyntaxError"}
"""Their place says what to do: file, line and column."""
RAISED = set(errors.__all__) - ADDRESSED
PACKAGE = Path(kg.__file__).parent


def test_every_error_says_what_to_do() -> None:
    without = [
        f"{path.relative_to(PACKAGE)}, line {node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED
        if len(node.args) < 2 and not any(each.arg == "hint" for each in node.keywords)
    ]
    assert without == []


@pytest.mark.parametrize(
    ("command", "words", "hint"),
    [
        (("build", "report.txt", "--store", "report.txt/x"), "No store can be made at report.txt/x", "--store"),
        pytest.param(
            ("build", "report.txt", "--store", "/proc/x"),
            "No store can be made at /proc/x",
            "--store",
            marks=pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no /proc"),
        ),
        (("validate", "nosuch.ttl"), "no file nosuch.ttl", "spelling"),
        (("validate", "."), ". is a folder", "file in it"),
        (("diff", "a", "b"), "no folder or file a", "RDF file"),
        (("stats", "--compare-with", "nosuch"), "no store and no file nosuch", "kg export"),
        (("export", "--report", "nosuch"), "no report nosuch in .kg", "kg query reports"),
        (("export", "--report", "rocbap-40"), "no report rocbap-40 in .kg", "rocbap-401"),
        (("remove", "nosuch"), "no report nosuch in .kg", "kg query reports"),
        (("forget", "Xyzzy"), "no person named 'Xyzzy'", "spelling"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_can(
    kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_of, command: tuple[str, ...], words: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text("Mr. Larry Liza frobnicated.", encoding="utf-8")
    built_of("rocbap-401")(tmp_path)
    ran = kg(*command)
    problem, *hints = ran.err.splitlines()
    assert words in problem
    assert hint in hints[-1]
    assert ran.code in {2, 3}


@pytest.mark.parametrize("command", ["merge", "split"])
def test_only_what_can_be_one_is_suggested(
    kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_of, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    built_of("rocbap-401")(tmp_path)
    for name in ("A", "Japan", "country/JP", "rocbap-401"):
        ran = kg(command, name, "B")
        assert ran.code == 2
        assert "no person, office or meeting" in ran.err
        assert not [kind for kind in ("(country/", "(region/", "(report/", "(place/") if kind in ran.err]
