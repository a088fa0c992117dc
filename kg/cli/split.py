"""``kg split``: two names, two things; or one name, two people."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import forgotten_option, judgements_option, kg_command, quiet_option, store_option
from kg.cli.judging import record, record_apart


@kg_command(
    ("split person/yoshiro-kosaka person/yoshihiro-kosaka", "no rule will join the two again"),
    ("split 'Wang Li' 'Wang Lin' --why 'two delegates'", "by name, with a reason"),
    ("split 'Wang Li' --in rocbap-443 --in rocbap-476", "one name, two people"),
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="[B]", required=False, default="")
@click.option("--in", "reports", multiple=True, metavar="REPORT", help="A report in which A is B; may be repeated.")
@click.option("--why", default="", metavar="WORDS", help="What speaks for it; goes into the file of judgements.")
@judgements_option
@forgotten_option
@store_option
@quiet_option
def command(
    left: str,
    right: str,
    reports: tuple[str, ...],
    why: str,
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    quiet: bool,
) -> int:
    """Record that two people, offices or meetings are not one.

    A and B are paths (person/larry-liza), IRIs or names; kg judgements lists what the rules have joined. The judgement
    goes into the file of judgements, holds for every later build, and no rule overrules it.

    Two people whose names are the same words are told apart by the reports: in those that --in names it is B, in all
    others A. B is the path of somebody new, such as person/wang-li-2, which is also what it is where it is left out.
    """
    from kg.errors import UsageError

    if reports:
        return record_apart(
            left, right, reports, why=why, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet
        )
    if not right:
        raise UsageError(
            f"From whom or what is {left} to be split?",
            "Name a second one; or, of two people of one name, the reports (--in) in which it is the other.",
        )
    return record(
        left, right, same=False, why=why, judgements=judgements, forgotten=forgotten, store=store, quiet=quiet
    )
