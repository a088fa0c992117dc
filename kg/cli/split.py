"""``kg split``: two names, two things."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import forgotten_option, judgements_option, kg_command, quiet_option, store_option
from kg.cli.judging import record


@kg_command(
    ("split person/yoshiro-kosaka person/yoshihiro-kosaka", "no rule will join the two again"),
    ("split 'Wang Li' 'Wang Lin' --why 'two delegates'", "by name, with a reason"),
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
    """Record that two people, offices or meetings are not one.

    A and B are paths (person/larry-liza), IRIs or names; kg judgements lists what the rules have joined. The judgement
    goes into the file of judgements, holds for every later build, and no rule overrules it.
    """
    return record(
        left, right, same=False, why=why, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet
    )
