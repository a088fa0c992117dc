"""``kg coverage``: what was not read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import (
    format_option,
    jobs_option,
    kg_command,
    largest_option,
    out_option,
    paths_argument,
    quiet_option,
)
from kg.cli.output import counted, say, text_output
from kg.cli.progress import shown_progress
from kg.cli.skipped import say_skipped
from kg.cli.table import write_rows

if TYPE_CHECKING:
    from kg.explain import Coverage


@kg_command(
    ("coverage", "of the sample reports"),
    ("coverage my-reports/ --words", "the words that no rule read, the most frequent first"),
    ("coverage my-reports/ -f json -o coverage.json", "all of it, for another program"),
)
@paths_argument(required=False)
@click.option(
    "--words", is_flag=True, help="List the words between the names, with their number, in place of sentences."
)
@format_option(["table", "json"], help="The form; by default a table on a terminal, plain lines elsewhere.")
@out_option
@largest_option
@jobs_option
@quiet_option
def command(
    paths: tuple[Path, ...],
    words: bool,
    form: str | None,
    out: Path | None,
    max_mb: int,
    jobs: int | None,
    quiet: bool,
) -> int:
    """List the sentences from which nothing was read, and how much was.

    A sentence is listed if it names people, offices or roles; those whose wordings are missed most often come first.
    Without PATH it is about the sample reports.
    """
    from kg.pipeline import Skipped, available_cores, corpus_coverage

    skipped: list[Skipped] = []
    with shown_progress(quiet=quiet) as progress:
        coverage = corpus_coverage(
            paths, skipped, largest=max_mb * 1_000_000, jobs=jobs or available_cores(), progress=progress
        )
    with text_output(out) as stream:
        if form == "json":
            stream.write(_json(coverage))
        else:
            columns, rows = _wordings(coverage) if words else _sentences(coverage)
            write_rows(columns, rows, stream, aligned=form == "table")
    if not quiet:
        say(_summary(coverage))
    return say_skipped(skipped)


Rows = tuple[Sequence[str], Iterable[Sequence[str]]]


def _wordings(coverage: Coverage) -> Rows:
    return ("wording", "sentences"), [(word, str(count)) for word, count in coverage.wordings]


def _sentences(coverage: Coverage) -> Rows:
    rows = [(item.report, str(item.span.start), ", ".join(item.words), item.quote) for item in coverage.unread]
    return ("report", "from", "words", "sentence"), rows


def _summary(coverage: Coverage) -> str:
    return (
        f"{counted(coverage.reports, 'report')}, {counted(coverage.sentences_total, 'sentence')}: "
        f"something was read from {coverage.sentences_read}; {len(coverage.unread)} more name people, offices or roles "
        f"(coverage {coverage.ratio:.1%})."
    )


def _json(coverage: Coverage) -> str:
    value = {
        "reports": coverage.reports,
        "sentences_read": coverage.sentences_read,
        "sentences_total": coverage.sentences_total,
        "ratio": round(coverage.ratio, 4),
        "wordings": [{"wording": word, "sentences": count} for word, count in coverage.wordings],
        "unread": [
            {
                "report": item.report,
                "start": item.span.start,
                "end": item.span.end,
                "quote": item.quote,
                "names": list(item.names),
                "words": list(item.words),
            }
            for item in coverage.unread
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
