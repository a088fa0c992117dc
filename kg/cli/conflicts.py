"""``kg conflicts``: where reports contradict themselves or each other."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.cli.command import format_option, kg_command, out_option, store_option
from kg.cli.output import counted, say, text_output

if TYPE_CHECKING:
    from kg.conflicts import Conflict

COLUMNS = ("rank", "stand", "about", "label", "on", "value", "adopted", "report", "start", "end", "quote", "reason")


@kg_command(
    ("conflicts", "all, the weightiest first, each with the passages and the reason"),
    ("conflicts --no-series", "only what reports state in two ways"),
    ("conflicts -f csv -o conflicts.csv", "one row a passage, for a spreadsheet"),
)
@click.option(
    "--series/--no-series",
    default=True,
    help="Also list odd numbers of series, and what the reference tables have otherwise.",
)
@format_option(["text", "csv", "json"], default="text", help="The form of the output.")
@out_option
@store_option
def command(series: bool, form: str, out: Path | None, store: Path) -> int:
    """List where reports contradict themselves or each other.

    First what publishers state differently, then reports of one publisher, then what one report states in two ways,
    then what the reference tables have otherwise, last numbers of a series that are missing, stand twice or run against
    time. The graph carries the adopted value; all
    others are kept with their passages. Ends with exit code 1 where there is any contradiction.
    """
    from kg.conflicts import find_conflicts
    from kg.store import open_store

    with open_store(store) as graph:
        conflicts = find_conflicts(graph, series=series)
    with text_output(out) as stream:
        if form == "json":
            stream.write(json.dumps([asdict(each) for each in conflicts], ensure_ascii=False, indent=2) + "\n")
        elif form == "csv":
            _write_csv(conflicts, stream)
        else:
            for number, conflict in enumerate(conflicts, start=1):
                stream.writelines(f"{line}\n" for line in _lines(number, conflict))
    say(f"{counted(len(conflicts), 'contradiction')}." if conflicts else "No contradictions.")
    return 1 if conflicts else 0


def _lines(number: int, conflict: Conflict) -> Iterator[str]:
    from pyoxigraph import NamedNode

    from kg.query import display

    yield f"{number}. {conflict.label}: {conflict.on}, {conflict.stand}"
    yield f"   {display(NamedNode(conflict.about))}"
    for each in conflict.statements:
        mark = "adopted" if each.adopted else "stated "
        quote = " ".join(each.quote.split())
        yield f"   {mark} {each.value}: '{quote}' [{each.report} {each.span.start}-{each.span.end}]"
    yield f"   {conflict.reason}"
    yield ""


def _write_csv(conflicts: Sequence[Conflict], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, conflict in enumerate(conflicts, start=1):
        head = (number, conflict.stand, conflict.about, conflict.label, conflict.on)
        for each in conflict.statements:
            place = (each.report, each.span.start, each.span.end, each.quote)
            writer.writerow((*head, each.value, "yes" if each.adopted else "no", *place, conflict.reason))
