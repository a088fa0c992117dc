"""The commands shown in the documentation do what the documentation shows.

Every ``console`` block is run in a folder with a store of the sample reports, as on a terminal 100 columns wide, and
its output compared line by line; ``...`` stands for any lines. ``pytest tests/test_docs.py --approve`` writes the
blocks anew.
"""

import io
import re
import shlex
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.cli import main
from kg.cli.overview import COMMANDS
from kg.pipeline import sample_corpus

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BOLD = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


class Block(NamedTuple):
    page: Path
    line: int
    text: str


def blocks() -> list[Block]:
    return [
        Block(page, text.count("\n", 0, match.start()) + 1, match[1])
        for page in PAGES
        for text in [page.read_text(encoding="utf-8")]
        for match in BLOCK.finditer(text)
    ]


class Screen(io.TextIOWrapper):
    """A stream that says whether it is a terminal."""

    def __init__(self, raw: io.BytesIO, *, terminal: bool) -> None:
        super().__init__(raw, encoding="utf-8", newline="\n", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def run(in_sample: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs one line as on a terminal; gives what stands on it afterwards."""
    for name, value in {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("WCO_KG_STORE", raising=False)
    (in_sample / "my-reports").mkdir()
    for name in ("rocbap-664.txt", "rocbap-401.txt"):
        shutil.copy(sample_corpus() / name, in_sample / "my-reports" / name)

    def run_line(line: str) -> str:
        words = shlex.split(line)
        assert words[0] == "kg", f"only kg is run: {line}"
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", Screen(raw, terminal=True))
        monkeypatch.setattr(sys, "stderr", Screen(raw, terminal=False))
        main(words[1:])
        text = BOLD.sub("", raw.getvalue().decode())
        return "".join(line.rstrip() + "\n" for line in text.splitlines())

    return run_line


def matches(expected: list[str], found: list[str]) -> bool:
    """Whether the lines are the same, ``...`` standing for any."""
    if "..." not in expected:
        return expected == found
    cut = expected.index("...")
    rest = expected[cut + 1 :]
    return expected[:cut] == found[:cut] and (
        not rest or any(matches(rest, found[start:]) for start in range(cut, len(found) - len(rest) + 1))
    )


def shortened(expected: list[str], found: list[str]) -> list[str]:
    """What was found, cut where ``expected`` was."""
    if "..." not in expected:
        return found
    cut = expected.index("...")
    end = len(found) - (len(expected) - cut - 1)
    return [*found[:cut], "...", *found[end:]] if end > cut else found


@pytest.mark.parametrize("block", blocks(), ids=lambda block: f"{block.page.name}:{block.line}")
def test_shown_output_is_real(block: Block, run, approve: bool) -> None:
    command, *commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert not command, "a console block begins with $ and a command"
    real = ""
    for command in commands:
        line, _, output = command.partition("\n")
        expected, found = output.rstrip("\n").split("\n"), run(line).rstrip("\n").split("\n")
        same = matches(expected, found)
        assert same or (approve and expected.count("...") < 2), f"$ {line}\n" + "\n".join(found)
        shown = expected if same else shortened(expected, found)
        real += f"$ {line}\n" + ("\n".join(shown) + "\n" if any(shown) else "")
    if approve and real != block.text:
        page = block.page.read_text(encoding="utf-8")
        block.page.write_text(page.replace(block.text, real, 1), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_arrive(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_architecture_shows_every_floor_and_gives_a_reason_for_every_dependency() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pictures = [part.partition("```")[0] for part in text.split("```text\n")[1:]]
    for picture, layers in zip(pictures, floors(project), strict=False):
        shown = [re.split(r" {2,}", line.strip())[0] for line in picture.splitlines()]
        assert [floor for floor in shown if not floor.startswith("|")] == layers
    parts = text.partition("## Parts that are not ours")[2]
    extras = project["project"]["optional-dependencies"].values()
    wanted = [*project["project"]["dependencies"], *(each for extra in extras for each in extra)]
    for requirement in wanted:
        name = re.split(r"[^A-Za-z0-9-]", requirement)[0]
        assert re.search(rf"^\| [^|]*\b{name}\b[^|]* \|", parts, re.MULTILINE), f"{name} has no reason"


def floors(project: dict[str, Any]) -> list[list[str]]:
    """Of each contract, the modules of each floor, from top to bottom: the package's, then extraction's."""
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = [list(each["layers"]) for each in contracts if each["type"] == "layers"]
    assert len(layers) == 2
    return layers


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for names in COMMANDS.values():
        for name in names:
            assert f"## kg {name}\n" in text
            assert f"kg {name}" in text.partition(f"## kg {name}\n")[2].partition("\n## ")[0]
