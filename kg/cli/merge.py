"""``kg merge``: two names, one thing."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import forgotten_option, judgements_option, kg_command, quiet_option, store_option
from kg.cli.judging import record


@kg_command(
    ("merge person/yoshiro-kosaka person/yoshihiro-kosaka", "the first is given up, the second stays"),
    ("merge 'ROCB AP' 'ROCB A/P' --why 'the same office'", "by name, with a reason"),
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--why", default="", metavar="WORDS", help="What speaks for it; goes into the file of judgements.")
@judgements_option
@forgotten_option
@store_option
@quiet_option
def command(
    left: str, right: str, why: str, judgements: Path | None, forgotten: Path | None, store: Path, quiet: bool
) -> int:
    """Record that two people, offices or meetings are one.

    A and B are paths (person/larry-liza), IRIs or names. A is given up: its IRI leads to that of B from now on. The
    judgement goes into the file of judgements and holds for every later build. It is refused where an earlier one says
    otherwise; the message names the chain.
    """
    return record(left, right, same=True, why=why, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet)
