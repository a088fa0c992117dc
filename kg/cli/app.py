"""The group of commands, each loaded when it is called."""

from __future__ import annotations

import difflib
import importlib
import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.command import CONTEXT
from kg.cli.failures import print_error
from kg.cli.overview import COMMANDS, overview

__all__ = ["Application", "application", "run"]


class Application(click.Group):
    """``kg`` itself. Knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return [name for group in COMMANDS.values() for name in group]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name.

        Raises:
            click.UsageError: There is none; the message suggests the nearest.
        """
        names = self.list_commands(ctx)
        if cmd_name in names:
            command = importlib.import_module(f"kg.cli.{cmd_name}").command
            assert isinstance(command, click.Command)  # noqa: S101 (a fault of ours, found by the tests)
            return command
        if cmd_name.startswith("-"):
            return None
        nearest = difflib.get_close_matches(cmd_name, names, n=1)
        advice = f" Did you mean kg {nearest[0]}?" if nearest else ""
        raise click.UsageError(f"There is no command {cmd_name}.{advice}", ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The same text that ``kg --help`` prints without loading this module."""
        return overview().rstrip("\n")


@click.command(cls=Application, context_settings=CONTEXT)
@click.version_option(__version__, message="wco-kg %(version)s")
def application() -> None:
    """See :func:`kg.cli.overview.overview`."""


def run(arguments: Sequence[str]) -> int:
    """Parses the arguments, runs the command and returns its exit code; wrong use is 2."""
    _make_output_portable()
    try:
        result = application.main(list(arguments), prog_name="kg", standalone_mode=False)
    except click.ClickException as wrong:
        usage = wrong.ctx.command_path if isinstance(wrong, click.UsageError) and wrong.ctx else "kg"
        print_error(wrong.format_message(), f"See {usage} --help.")
        return 2
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0


def _make_output_portable() -> None:
    """Data that goes into a file or a pipe is UTF-8 with plain line ends, whatever the machine's locale."""
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", newline="\n")
