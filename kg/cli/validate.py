"""``kg validate``: checks a graph against the shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from kg.cli.command import format_option, kg_command, out_option, store_option
from kg.cli.output import binary_output, on_terminal, say, text_output
from kg.model import Finding, Severity

_COLOURS = {Severity.VIOLATION: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}


@kg_command(
    ("validate", "the graph in the store"),
    ("validate graph.ttl", "any RDF file"),
    ("validate -f ttl -o report.ttl", "the validation report of SHACL"),
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@format_option(
    ["text", "ttl", "json"], default="text", help="Findings in words, the report of SHACL in Turtle, or JSON."
)
@out_option
@click.option(
    "--engine",
    type=click.Choice(["auto", "pyshacl", "screened"]),
    default="auto",
    show_default=True,
    help="pySHACL on all, or on what queries made from the shapes leave to it; auto screens above 50,000 statements. "
    "The findings are the same.",
)
@store_option
def command(file: Path | None, form: str, out: Path | None, engine: str, store: Path) -> int:
    """Check the graph, or an RDF file, against the shapes.

    Findings are grouped by shape; each quotes the sentence and names the rule that read it. Ends with exit code 1 where
    something does not hold that must (severity Violation).
    """
    from kg.pipeline import validate_stored
    from kg.validation import Way, validate_file, validation_report

    way = Way(engine)
    findings = validate_file(file, way=way) if file else validate_stored(store, way)
    if form == "ttl":
        with binary_output(out) as data:
            data.write(validation_report(findings))
    else:
        with text_output(out) as stream:
            if form == "json":
                stream.write(json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2) + "\n")
            else:
                stream.writelines(f"{line}\n" for line in _lines(findings, colour=on_terminal(out)))
    violations = sum(each.severity is Severity.VIOLATION for each in findings)
    say(f"{violations} violations, {len(findings) - violations} other findings." if findings else "No findings.")
    return 1 if violations else 0


def _lines(findings: Iterable[Finding], *, colour: bool) -> Iterator[str]:
    import os

    paint = colour and not os.environ.get("NO_COLOR")
    for (severity, shape, message), group in groupby(findings, lambda each: (each.severity, each.shape, each.message)):
        members = list(group)
        head, tail = (_COLOURS[severity], "\x1b[0m") if paint else ("", "")
        yield f"{head}{severity.value}{tail} {_short(shape)} ({len(members)})"
        yield f"  {message}"
        for each in members:
            yield f"  - {_short(each.focus)}" + (f" {_short(each.path)}" if each.path else "") + _found(each)
            if each.passage:
                start, end = each.passage.span
                yield f"      {' '.join(each.quote.split())!r} [{each.report} {start}-{end}, {each.passage.rule}]"
        yield ""


def _found(finding: Finding) -> str:
    return f": {finding.value}" if finding.value else ""


def _short(iri: str) -> str:
    from pyoxigraph import NamedNode

    from kg.query import display

    return display(NamedNode(iri)) if "://" in iri and "<" not in iri else iri
