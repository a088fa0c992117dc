"""``kg diff``: what is different between two graphs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.command import format_option, kg_command, out_option
from kg.cli.output import counted, say, text_output


@kg_command(
    ("diff old.ttl .kg", "what has changed since an export, in sentences"),
    ("diff my-graph other-graph -f triples", "the statements that are gone (-) and new (+)"),
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@format_option(["text", "triples", "json"], default="text", help="Sentences, statements, or both as JSON.")
@out_option
def command(old: Path, new: Path, form: str, out: Path | None) -> int:
    """Say what is different between two graphs.

    OLD and NEW are folders of graphs or RDF files. Ends with exit code 1 where there is a difference.
    """
    from kg.diff import compare, load_graph, sentences

    difference = compare(load_graph(old), load_graph(new))
    with text_output(out) as stream:
        if form == "triples":
            stream.writelines(f"- {triple} .\n" for triple in difference.lost)
            stream.writelines(f"+ {triple} .\n" for triple in difference.gained)
        elif form == "json":
            value = {
                "sentences": sentences(difference),
                "lost": [str(triple) for triple in difference.lost],
                "gained": [str(triple) for triple in difference.gained],
            }
            stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        else:
            stream.writelines(f"{line}\n" for line in sentences(difference))
    say(
        f"{counted(len(difference.lost), 'statement')} gone, {len(difference.gained)} new."
        if difference
        else "No difference."
    )
    return 1 if difference else 0
