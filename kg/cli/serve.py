"""``kg serve``: the graph over HTTP."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.command import forgotten_option, kg_command, store_option
from kg.cli.output import say


@kg_command(
    ("serve", "at http://127.0.0.1:8000, for this machine alone"),
    ("serve --host 0.0.0.0 --port 80 --public-url https://kg.example.org", "for others, behind a proxy"),
    ("serve --max-seconds 10 --max-rows 10000", "with narrower limits"),
)
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--public-url", default="", metavar="URL", help="Address under which clients reach the server.")
@click.option("--direct", is_flag=True, help="Answer /id/... itself where another service redirects to it.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    help="How long a query may take.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="How many rows or statements an answer may have.",
)
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=64_000_000, show_default=True, help="How long an answer may be."
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=256),
    default=4096,
    show_default=True,
    help="How many MB a query may use.",
)
@click.option("--readers", type=click.IntRange(min=1), help="How many processes read the store.")
@click.option(
    "--cache", type=click.IntRange(min=0), default=64, show_default=True, help="How many MB of answers are remembered."
)
@click.option("--robots/--no-robots", default=True, show_default=True, help="Whether search engines may list pages.")
@click.option("--contact", default="", metavar="ADDRESS", help="E-mail address or page for requests to be taken out.")
@forgotten_option
def command(readers: int | None, **options: Any) -> int:
    """Serve the graph: SPARQL endpoint, linked data and pages.

    The endpoint is /sparql; every entity has its page and its RDF under /doc; /query is a page to write queries in. A
    store that is built anew meanwhile is taken up without a restart. Those whom kg forget took out are answered with
    410 (Gone). Ctrl-C ends it.
    """
    from kg.store import address_of
    from kg.web import Settings, serve

    if readers:
        options["readers"] = readers
    settings = Settings(**options)
    store = address_of(settings.store) or settings.store
    serve(settings, lambda address: say(f"Serving {store} at {address}; Ctrl-C ends it."))
    return 0
