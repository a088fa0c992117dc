"""``kg forget``: takes a person out of the graph, for those who ask."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.changed import say_changed, working
from kg.cli.command import forgotten_option, judgements_option, kg_command, quiet_option, store_option
from kg.cli.output import say
from kg.cli.progress import shown_progress


@kg_command(
    ("forget 'Larry Liza'", "by name"),
    ("forget person/larry-liza --forgotten private/forgotten.txt", "remember it in a file elsewhere"),
)
@click.argument("person", metavar="PERSON")
@judgements_option
@forgotten_option
@store_option
@quiet_option
def command(person: str, judgements: Path | None, forgotten: Path | None, store: Path, quiet: bool) -> int:
    """Remove a person from the graph, and remember not to bring them back.

    PERSON is a path (person/larry-liza), an IRI or a name. All statements about them go; in the stored text of the
    reports, and in all quotes, their name is masked. Their names are written into a file, so that later builds leave
    them out as well: keep it to yourself. kg serve answers their address with 410 (Gone). The files of the reports stay
    as they are.
    """
    from kg.pipeline import forget_person

    with working(store, quiet=quiet) as folder:
        with shown_progress(quiet=quiet) as progress:
            added, summary = forget_person(
                person, folder, judgements=judgements, forgotten=forgotten, progress=progress
            )
        if not quiet:
            say(f"Left out from now on: {', '.join(added.names)}.")
        return say_changed(summary, folder, quiet=quiet)
