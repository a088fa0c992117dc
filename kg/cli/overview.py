"""What ``kg --help`` prints, and the table of commands that it is made from. Imports nothing, so that it is instant."""

from __future__ import annotations

__all__ = ["COMMANDS", "SUMMARY", "overview"]

SUMMARY = (
    "A knowledge graph of WCO regional cooperation, read from published reports; every statement leads to its sentence."
)

COMMANDS: dict[str, dict[str, str]] = {
    "Make the graph": {
        "build": "Read reports and build the graph.",
        "validate": "Check the graph, or an RDF file, against the shapes.",
    },
    "Change it": {
        "add": "Add reports to the graph, or replace those of the same name.",
        "remove": "Remove reports from the graph, with all that they alone state.",
        "merge": "Record that two people, offices or meetings are one.",
        "split": "Record that two people, offices or meetings are not one.",
        "judgements": "List what was judged to be one and the same, or take it back.",
        "forget": "Remove a person from the graph, and remember not to bring them back.",
    },
    "Ask it": {
        "queries": "List the questions that can be asked by name.",
        "query": "Answer a question: by name, from a file or from standard input.",
        "diff": "Say what is different between two graphs.",
        "conflicts": "List where reports contradict themselves or each other.",
        "stats": "Count what is in the graph and measure its networks.",
        "network": "Measure the network of those who meet, or write it for other programs.",
        "export": "Write the graph as Turtle or another RDF format.",
        "draw": "Draw the network of people, offices and meetings.",
        "serve": "Serve the graph: SPARQL endpoint, linked data and pages.",
    },
    "Look at reports": {
        "extract": "Write what each report states, one Turtle file a report.",
        "explain": "Show a report with what was read from it, rule by rule.",
        "coverage": "List the sentences from which nothing was read, and how much was.",
    },
}
"""Heading -> name -> summary. The module of a command has its name; its ``command`` is what runs."""

_EXAMPLES = """\
  kg build                              the sample reports that come with the software
  kg build my-reports/                  files or folders of your own
  kg query chairs-of-global-meetings    who chaired which global meeting, with evidence
  kg query NAME -p person='Larry Liza'  a question about somebody
  kg export -o graph.ttl                the whole graph as Turtle
"""


_USAGE = f"""\
Usage: kg COMMAND [OPTIONS] [ARGUMENTS]

{SUMMARY}
"""

_OPTIONS = """\
Options:
  -h, --help  This text; kg COMMAND --help tells more of a command.
  --version   The version of this software.

Exit codes: 0 fine, 1 findings, 2 wrong use, 3 failure.
"""


def overview() -> str:
    """The help of ``kg`` as a whole."""
    width = max(len(name) for group in COMMANDS.values() for name in group)
    groups = "".join(
        f"{heading}:\n" + "".join(f"  {name:<{width}}  {summary}\n" for name, summary in group.items()) + "\n"
        for heading, group in COMMANDS.items()
    )
    return f"{_USAGE}\n{groups}Examples:\n{_EXAMPLES}\n{_OPTIONS}"
