"""What all commands share: the form of their help, and the options that mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.failures import explain_failure

__all__ = [
    "CONTEXT",
    "Command",
    "Example",
    "compare_option",
    "forgotten_option",
    "format_option",
    "jobs_option",
    "judgements_option",
    "kg_command",
    "largest_option",
    "log_option",
    "out_option",
    "paths_argument",
    "quiet_option",
    "store_option",
]

F = TypeVar("F", bound=Callable[..., Any])

Example = tuple[str, str]
"""What follows ``kg`` on the command line, and what that does."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


class Command(click.Command):
    """A command whose help ends with examples.

    Args:
        examples: One or more; a test parses each of them.
    """

    def __init__(self, *args: Any, examples: Sequence[Example], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a reader that goes away early is none of click's failures."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as problem:
            return explain_failure(problem)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the examples below the options."""
        with formatter.section("Examples"):
            formatter.write_dl([(f"kg {line}", meaning) for line, meaning in self.examples], col_max=60)


def kg_command(*examples: Example) -> Callable[[Callable[..., int]], Command]:
    """Makes a command of a function that returns its exit code; the docstring becomes its help."""
    return click.command(cls=Command, context_settings=CONTEXT, examples=examples)


def store_option(function: F) -> F:
    """``--store``: where the graph is kept."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        envvar="WCO_KG_STORE",
        default=".kg",
        show_default=True,
        show_envvar=True,
        metavar="PATH",
        help="The folder or server that keeps the graph.",
    )(function)


def judgements_option(function: F) -> F:
    """``--judgements``: where it is written what was judged by hand."""
    return click.option(
        "--judgements",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="WCO_KG_JUDGEMENTS",
        show_envvar=True,
        metavar="FILE",
        help="The file of judgements by hand.  [default: judgements.csv beside the folder of the graph]",
    )(function)


def forgotten_option(function: F) -> F:
    """``--forgotten``: where it is written who is to be left out."""
    return click.option(
        "--forgotten",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="WCO_KG_FORGOTTEN",
        show_envvar=True,
        metavar="FILE",
        help="The file of people who are left out.  [default: forgotten.txt beside the folder of the graph]",
    )(function)


def out_option(function: F) -> F:
    """``-o``: a file in place of standard output."""
    return click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
        help="Write to FILE in place of standard output.",
    )(function)


def compare_option(function: F) -> F:
    """``--compare-with``: another graph, what differs from which is shown."""
    return click.option(
        "--compare-with",
        "other",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="Show what differs from an older graph: a store, or an exported file.",
    )(function)


def format_option(choices: Sequence[str], *, default: str | None = None, help: str = "") -> Callable[[F], F]:  # noqa: A002 (click's word)
    """``-f``: the form of the output."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(list(choices)),
        default=default,
        show_default=default is not None,
        help=help,
    )


def quiet_option(function: F) -> F:
    """``-q``: no progress, no summary."""
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")(function)


def jobs_option(function: F) -> F:
    """``--jobs``: how many processes share the work."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Let N processes share the work; the outcome is the same.  [default: one a core]",
    )(function)


def largest_option(function: F) -> F:
    """``--max-mb``: how large a report may be."""
    return click.option(
        "--max-mb",
        type=click.IntRange(min=1),
        envvar="WCO_KG_MAX_MB",
        default=20,
        show_default=True,
        show_envvar=True,
        metavar="N",
        help="Leave out files, and members of archives, that are larger.",
    )(function)


def log_option(function: F) -> F:
    """``--log-json``: progress for programs."""
    return click.option("--log-json", is_flag=True, help="Write progress as lines of JSON to standard error.")(function)


def paths_argument(*, required: bool) -> Callable[[F], F]:
    """``PATH...``: files, folders and archives of reports; whether they are there is for the pipeline to say."""
    kind = click.Path(path_type=Path, allow_dash=True)
    return click.argument(
        "paths", nargs=-1, required=required, type=kind, metavar="PATH..." if required else "[PATH...]"
    )
