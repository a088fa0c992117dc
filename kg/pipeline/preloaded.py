"""What every worker needs, read once: importing this reads the tables and makes the rules ready.

The process from which workers are made imports it, so that they begin with all of it, and share its memory.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from kg.errors import KgError
from kg.extraction import extract
from kg.linking import link_one
from kg.mapping import report_quads
from kg.reading import read_text
from kg.validation import default_screen, validate_graphs
from kg.vocab import BASE

__all__: list[str] = []

_REPORT = """Heads of Administrations meet

Brussels, Belgium, 2 May 2019

Mr. Kunio Mikuriya, Secretary General of the World Customs Organization (WCO), opened the 3rd Meeting of the Heads.
"""


def _prepare() -> None:
    report = read_text(_REPORT, "preloaded.txt")
    found = extract(report)
    validate_graphs([report_quads(report, found, link_one(found), BASE)], screen=default_screen())
    gc.collect()
    gc.freeze()  # what is never collected is never copied either


with suppress(KgError):  # a table that cannot be read is told of by the first report that needs it
    _prepare()
