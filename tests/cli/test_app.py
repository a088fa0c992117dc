import errno
import importlib
import io
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

import kg as package
from kg.cli.app import application
from kg.cli.command import Command
from kg.cli.failures import explain_failure
from kg.cli.overview import COMMANDS
from kg.errors import KgError, NoSuchPath

NAMES = [name for group in COMMANDS.values() for name in group]


def load(name: str) -> Command:
    command = importlib.import_module(f"kg.cli.{name}").command
    assert isinstance(command, Command)
    return command


def test_help_names_every_command_and_loads_none() -> None:
    script = "import sys; from kg.cli import main; code = main(['--help']); print(*sorted(sys.modules)); sys.exit(code)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *text, modules = ran.stdout.strip().splitlines()
    assert all(any(line.startswith(f"  {name} ") for line in text) for name in NAMES)
    assert {name for name in modules.split() if name.startswith("kg")} == {
        "kg",
        "kg.cli",
        "kg.cli.overview",
        "kg.errors",
    }
    assert not {"click", "rich", "rdflib", "pyoxigraph", "importlib.metadata", "typing"} & set(modules.split())


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("--help", "build")])
def test_all_ways_to_ask_for_help_give_the_same(kg, arguments: tuple[str, ...]) -> None:
    assert kg(*arguments) == kg("--help")
    assert kg(*arguments).code == 0


def test_version(kg) -> None:
    assert kg("--version").out == f"wco-kg {package.__version__}\n"


@pytest.mark.parametrize("name", NAMES)
def test_command_has_help_for_itself_and_each_option(name: str) -> None:
    command = load(name)
    (summary,) = (group[name] for group in COMMANDS.values() if name in group)
    assert (command.help or "").splitlines()[0] == summary
    assert command.examples
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"kg {name} {parameter.opts}"


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_the_help_can_be_typed(name: str) -> None:
    for line, _ in load(name).examples:
        words = shlex.split(line.partition(" | ")[0].partition(" < ")[0].partition(" > ")[0])
        assert words[0] == name
        load(name).make_context(name, words[1:])  # raises click.UsageError on wrong use


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command_shows_its_examples(kg, name: str) -> None:
    ran = kg(name, "--help")
    assert ran.code == 0
    assert f"kg {load(name).examples[0][0]}" in " ".join(ran.out.split())


def test_every_module_with_a_command_is_listed() -> None:
    folder = Path(package.__file__).parent / "cli"
    modules = [importlib.import_module(f"kg.cli.{file.stem}") for file in folder.glob("*.py")]
    assert {m.__name__.rpartition(".")[2] for m in modules if isinstance(getattr(m, "command", None), Command)} == set(
        NAMES
    )


def test_unknown_command_suggests_the_nearest(kg) -> None:
    ran = kg("expalin")
    assert (ran.code, ran.out) == (2, "")
    assert "no command expalin. Did you mean kg explain?" in ran.err


def test_unknown_option_is_wrong_use(kg) -> None:
    ran = kg("export", "--colour")
    assert ran.code == 2
    assert "--colour" in ran.err
    assert "kg export --help" in ran.err


def test_application_is_what_the_overview_lists() -> None:
    assert application.list_commands(click.Context(application)) == NAMES


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (KgError("It failed.", "Try again."), 3, "Error: It failed.\n       Try again.\n"),
        (NoSuchPath("There is no file x."), 2, "Error: There is no file x.\n"),
        (KeyboardInterrupt(), 3, "Error: Stopped before the end."),
        (OSError(errno.ENOSPC, "No space left on device", "out.ttl"), 3, "Error: out.ttl: The disk is full."),
        (PermissionError(errno.EACCES, "Permission denied", "out.ttl"), 3, "Error: out.ttl: Permission denied."),
    ],
)
def test_failures_are_sentences(capsys, problem: KgError | OSError | KeyboardInterrupt, code: int, words: str) -> None:
    assert explain_failure(problem) == code
    assert capsys.readouterr().err.startswith(words)


def test_colour_of_errors_follows_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for setting, coloured in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", setting)
        monkeypatch.setattr(sys, "stderr", Terminal())
        explain_failure(KgError("It failed."))
        assert ("\x1b[" in sys.stderr.getvalue()) is coloured  # type: ignore[attr-defined]
