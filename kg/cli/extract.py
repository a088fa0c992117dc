"""``kg extract``: what each report states, without merging across reports."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from kg.cli.command import format_option, jobs_option, kg_command, largest_option, paths_argument, quiet_option
from kg.cli.output import binary_output, counted, say
from kg.cli.progress import shown_progress
from kg.cli.skipped import say_skipped


@kg_command(
    ("extract my-reports/ --out extracted", "one file a report: extracted/ID.ttl"),
    ("extract report.txt", "what one report states, on standard output"),
    ("extract - < report.txt", "the same of a report from standard input"),
)
@paths_argument(required=True)
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Write one file a report into DIR.")
@format_option(["turtle", "ntriples", "jsonld", "rdfxml"], default="turtle", help="The RDF format.")
@largest_option
@jobs_option
@quiet_option
def command(paths: tuple[Path, ...], out: Path | None, form: str, max_mb: int, jobs: int | None, quiet: bool) -> int:
    """Write what each report states, one Turtle file a report.

    PATH is a file, an archive, a folder of both, or - for standard input. Nothing is merged across reports, checked or
    stored.
    """
    from kg.pipeline import Skipped, available_cores, extract_reports, extract_to_folder
    from kg.rdf import form_named, write_rdf

    skipped: list[Skipped] = []
    words = ""
    largest, jobs = max_mb * 1_000_000, jobs or available_cores()
    with shown_progress(quiet=quiet) as progress:
        if out is None:
            read = extract_reports(paths, skipped, largest=largest, jobs=jobs)
            with binary_output(None) as stream:
                write_rdf(chain.from_iterable(triples for _, triples in read), stream, form_named(form))
        else:
            count = extract_to_folder(
                paths, out, skipped, form=form_named(form), largest=largest, jobs=jobs, progress=progress
            )
            words = f"{counted(count, 'file')} in {out}."
    if words and not quiet:
        say(words)
    return say_skipped(skipped)
