"""``kg judgements``: what was judged to be one and the same, by rule or by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.changed import say_changed, working
from kg.cli.command import (
    forgotten_option,
    format_option,
    judgements_option,
    kg_command,
    out_option,
    quiet_option,
    store_option,
)
from kg.cli.output import say, text_output
from kg.cli.table import write_rows

if TYPE_CHECKING:
    from kg.pipeline import Listed

COLUMNS = ("kind", "given up", "stays", "judged", "score", "rule", "reason")


@kg_command(
    ("judgements", "all, those by hand first, each with score, rule and reason"),
    ("judgements --by hand -f csv -o mine.csv", "those by hand, in the form of the file"),
    ("judgements --undo person/yoshiro-kosaka person/yoshihiro-kosaka", "take one back"),
)
@click.option("--by", "who", type=click.Choice(["hand", "rule"]), help="Only those by hand, or only those by rule.")
@click.option("--undo", nargs=2, metavar="A B", help="Take back the judgement by hand about A and B.")
@format_option(["table", "csv", "json"], help="The form of the output; csv is that of the file of judgements.")
@out_option
@judgements_option
@forgotten_option
@store_option
@quiet_option
def command(
    who: str | None,
    undo: tuple[str, str] | None,
    form: str | None,
    out: Path | None,
    judgements: Path | None,
    forgotten: Path | None,
    store: Path,
    quiet: bool,
) -> int:
    """List what was judged to be one and the same, or take it back.

    Two names that are the same words are one without a judgement; every other merge is listed here with the rule that
    made it, how sure it is and why. kg merge and kg split add judgements by hand.
    """
    from kg.linking import BY_HAND
    from kg.pipeline import list_judgements
    from kg.store import working_folder

    if undo:
        with working(store, quiet=quiet) as folder:
            return _take_back(*undo, judgements=judgements, forgotten=forgotten, store=folder, quiet=quiet)
    listed = list_judgements(working_folder(store), file=judgements)
    if who:
        listed = [each for each in listed if (each.judgement.rule == BY_HAND) == (who == "hand")]
    _write(listed, form, out)
    for each in listed:
        if not each.applies:
            say(f"{each.judgement.left} or {each.judgement.right} is not in {store}, so nothing follows from it.")
    return 0


def _write(listed: list[Listed], form: str | None, out: Path | None) -> None:
    from kg.linking import judgements_csv

    if form == "csv":
        with text_output(out) as stream:
            stream.write(judgements_csv(each.judgement for each in listed))
    elif form == "json":
        values = [{**each.judgement._asdict(), "applies": each.applies} for each in listed]
        with text_output(out) as stream:
            stream.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        named = any(each.judgement.reports for each in listed)
        rows = [
            (
                judgement.kind.value,
                judgement.left,
                judgement.right,
                "one" if judgement.same else "two",
                f"{judgement.score:.2f}",
                judgement.rule,
                judgement.reason,
                *([" ".join(judgement.reports)] if named else []),
            )
            for judgement, _ in listed
        ]
        with text_output(out) as stream:
            write_rows((*COLUMNS, "reports") if named else COLUMNS, rows, stream, aligned=form == "table")


def _take_back(
    left: str, right: str, *, judgements: Path | None, forgotten: Path | None, store: Path, quiet: bool
) -> int:
    from kg.cli.progress import shown_progress
    from kg.pipeline import read_decisions, relink, take_back

    judgement = take_back(store, left, right, file=judgements)
    with shown_progress(quiet=quiet) as progress:
        summary = relink(store, decisions=read_decisions(store, judgements, forgotten), progress=progress)
    if not quiet:
        say(f"Taken back: {judgement.left} and {judgement.right} are {'one' if judgement.same else 'two'}.")
    return say_changed(summary, store, quiet=quiet)
