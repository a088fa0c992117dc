"""Rows for people: an aligned table on a terminal, tab separated and plain for another program."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from typing import TextIO

__all__ = ["write_rows"]

_WIDTH = 120
"""Characters of a line where neither a terminal nor COLUMNS tells."""


def write_rows(
    columns: Sequence[str], rows: Iterable[Sequence[str]], stream: TextIO, *, title: str = "", aligned: bool = False
) -> None:
    """Writes rows.

    Args:
        columns: Heads of the columns.
        rows: One string a column.
        stream: Where to.
        title: Stands above an aligned table.
        aligned: Align the columns even where no person is looking.
    """
    if not aligned and not stream.isatty():
        stream.writelines("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in (columns, *rows))
        return

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=stream, width=shutil.get_terminal_size((_WIDTH, 0)).columns).print(table)
