"""Measurements as the tables of ``docs/performance.md``; ``python -m bench tables FILE`` prints them.

Seconds are of computing, unless a column says that they went by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.scale import Line

__all__ = ["SECTIONS", "questions", "ratios", "stages"]

_QUERY = "query "
_SHOWN = 16
"""Questions in the table: the slowest."""


def stages(lines: Sequence[Line]) -> str:
    """What went by, what was computed and how much memory was taken, for each stage at each size."""
    sizes = _sizes(lines)
    head = ["stage"]
    for size in sizes:
        head += [f"{size:,} reports: seconds", "of computing", "MB"]
    rows = []
    for stage in _names(line for line in lines if line.memory and not line.stage.startswith(_QUERY)):
        cells = [stage]
        for size in sizes:
            line = _line(lines, stage, size)
            cells += [_number(line.wall), _number(line.cpu), f"{line.memory:.0f}"] if line else [""] * 3
        rows.append(cells)
    return _table(head, rows)


def ratios(lines: Sequence[Line]) -> str:
    """Each stage that has a plain way or a limit, beside them."""
    head = ["stage", "reports", "here", "plain way", "times as fast", "limit", "of the limit"]
    rows = []
    for stage in _names(line for line in lines if not line.stage.startswith(_QUERY)):
        for size in _sizes(lines):
            line = _line(lines, stage, size)
            if line is not None and (line.plain is not None or line.limit is not None):
                rows.append([stage, f"{size:,}", _number(line.cpu), *_beside_plain(line), *_beside_limit(line)])
    return _table(head, rows)


def questions(lines: Sequence[Line]) -> str:
    """The questions that take longest at the largest size."""
    sizes = _sizes(lines)
    largest = [line for line in lines if line.reports == sizes[-1] and line.stage.startswith(_QUERY)]
    slowest = sorted(largest, key=lambda line: (-line.cpu, line.stage))[:_SHOWN]
    head = ["question", *(f"{size:,}" for size in sizes), f"of raw Oxigraph, {sizes[-1]:,}", f"rdflib, {sizes[0]:,}"]
    rows = []
    for last in slowest:
        found = [_line(lines, last.stage, size) for size in sizes]
        plain = _beside_plain(found[0])[0] if found[0] else ""
        times = [f"{line.cpu:.3f}" if line else "" for line in found]
        rows.append([last.stage.removeprefix(_QUERY), *times, _beside_limit(last)[1], plain])
    return _table(head, rows)


SECTIONS = {"Stages": stages, "Beside the plain way and the limit": ratios, "Questions": questions}
"""The tables by the headings that they stand under."""


def _sizes(lines: Iterable[Line]) -> list[int]:
    return sorted({line.reports for line in lines})


def _names(lines: Iterable[Line]) -> list[str]:
    return list(dict.fromkeys(line.stage for line in lines))


def _line(lines: Iterable[Line], stage: str, size: int) -> Line | None:
    return next((line for line in lines if (line.stage, line.reports) == (stage, size)), None)


def _beside_plain(line: Line) -> list[str]:
    if line.plain is None:
        return ["", ""]
    more = "> " if line.plain < 0 else ""
    return [more + _number(abs(line.plain)), more + _number(abs(line.plain) / max(line.cpu, 1e-4))]


def _beside_limit(line: Line) -> list[str]:
    if line.limit is None:
        return ["", ""]
    return [_number(line.limit), f"{line.cpu / max(line.limit, 1e-4):.2f}"]


def _number(value: float) -> str:
    """With about two significant digits."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
