"""``kg explain``: a report with what was read from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import format_option, kg_command, out_option
from kg.cli.output import on_terminal, text_output

if TYPE_CHECKING:
    from kg.explain import Explanation


@kg_command(
    ("explain report.txt", "the text, and below each sentence what was read from it and by which rule"),
    ("explain rocbap-664", "a report of the sample corpus, by its identifier"),
    ("explain report.txt -f html -o report.html", "a page that opens offline"),
)
@click.argument("report", metavar="REPORT")
@format_option(["text", "html", "json"], default="text", help="The form of the output.")
@out_option
def command(report: str, form: str, out: Path | None) -> int:
    """Show a report with what was read from it, rule by rule.

    REPORT is a file, - for standard input, or the identifier of a sample report. Sentences that name people, offices or
    roles and from which nothing was read are marked.
    """
    from kg.explain import explanation_json, explanation_page
    from kg.pipeline import explain_report

    explanation = explain_report(report)
    if form == "text" and on_terminal(out):
        _show(explanation)
        return 0
    with text_output(out) as stream:
        if form == "html":
            stream.write(explanation_page(explanation))
        elif form == "json":
            stream.write(explanation_json(explanation))
        else:
            stream.write(plain_text(explanation))
    return 0


def plain_text(explanation: Explanation) -> str:
    """The report as text without colours: below each sentence what was read from it, with the rule in brackets."""
    lines: list[str] = []
    for item in explanation.sentences:
        lines.append(explanation.report.quote(item.sentence.span))
        lines += dict.fromkeys(f"    {s.label}: {s.words} [{s.passage.rule}]" for s in item.statements)
        if item.unread:
            lines.append(f"    ? nothing was read, though it names: {', '.join(item.unread)}")
    lines += [f"    {s.label}: {s.words} [{s.passage.rule}]" for s in explanation.elsewhere]
    lines += ["", _figures(explanation)]
    return "\n".join(lines) + "\n"


def _figures(explanation: Explanation) -> str:
    return f"Something was read from {explanation.sentences_read} of {explanation.sentences_total} sentences."


_STYLES = {
    "participation": "black on green",
    "post": "black on yellow",
    "meeting": "black on bright_blue",
    "discrepancy": "white on red",
    "person": "black on magenta",
    "office": "black on cyan",
}
"""Colours of the kinds of statements."""


def _show(explanation: Explanation) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console()
    for item in explanation.sentences:
        text = Text(style="dim" if item.sentence.kind.value == "furniture" else "")
        for piece in item.pieces:
            text.append(explanation.report.quote(piece.span), _STYLES[piece.kind] if piece.kind else "")
        console.print(text)
        for label, words, rule in dict.fromkeys((s.label, s.words, s.passage.rule) for s in item.statements):
            line = Text.assemble((f"{label}: ", "bold"), words, " ", (f"[{rule}]", "dim"))
            console.print(Padding(line, (0, 0, 0, 4)))
        if item.unread:
            console.print(
                Padding(Text("? nothing was read, though it names: " + ", ".join(item.unread), "red"), (0, 0, 0, 4))
            )
    console.print()
    console.print(Text.assemble(*((f" {kind} ", style) for kind, style in _STYLES.items())))
    console.print(_figures(explanation))
