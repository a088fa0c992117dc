"""Measurements as a picture: ``python -m bench plot FILE OUT`` (needs the dependency group ``bench``).

Text and lines have shades that can be read on white and on black; the ground is transparent. The same figures give the
same bytes with the same version of matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.scale import Line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw"]

_GREY = "#767676"
_COLOURS = ("#0a7ac2", "#d9600a", "#0f9d73", "#c564a0", "#b08900", "#8c6bd1", "#d1495b", "#4f8f9f")
_STAGES = ("build, 2 jobs", "extraction", "linking", "mapping", "validation", "export, Turtle", "statistics")
_NAMED = 5
"""Questions with a name in the picture: the slowest."""
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "performance",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), _GREY),
}


def draw(lines: Sequence[Line], out: Path) -> None:
    """Draws how the time of stages and questions grows with the number of reports.

    Args:
        lines: What was measured.
        out: An SVG file.
    """
    import matplotlib as mpl  # noqa: PLC0415 (needed for nothing else)

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    with mpl.rc_context(_SETTINGS):
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 5), layout="constrained")
        _stages(left, lines)
        _questions(right, lines)
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        plt.close(figure)


def _stages(axes: Axes, lines: Sequence[Line]) -> None:
    for colour, stage in zip(_COLOURS, _STAGES, strict=False):
        _curve(axes, [(line.reports, line.cpu) for line in lines if line.stage == stage], stage, color=colour)
    builds = [line for line in lines if line.stage == _STAGES[0]]
    plain = [(line.reports, line.plain) for line in builds if line.plain is not None and line.plain > 0]
    _curve(axes, plain, "plain build (rdflib, pySHACL)", color=_COLOURS[0], linestyle="--")
    loading = [(line.reports, line.cpu) for line in lines if line.stage == "loading alone"]
    _curve(axes, loading, "bulk load alone (Oxigraph)", color=_GREY, linestyle=":")
    _finish(axes, "Stages: seconds of computing")


def _questions(axes: Axes, lines: Sequence[Line]) -> None:
    asked = [line for line in lines if line.stage.startswith("query ")]
    if not asked:
        return
    largest = max(line.reports for line in asked)
    last = sorted((line for line in asked if line.reports == largest), key=lambda line: (-line.cpu, line.stage))
    for place, each in enumerate(last):
        points = [(line.reports, max(line.cpu, 1e-4)) for line in asked if line.stage == each.stage]
        if place < _NAMED:
            _curve(axes, points, each.stage.removeprefix("query "), color=_COLOURS[place])
        else:
            name = "the others" if place == _NAMED else ""
            _curve(axes, points, name, color=_GREY, linewidth=0.6, marker="")
    axes.axhline(0.2, color=_GREY, linestyle=":", linewidth=1)
    _finish(axes, "Questions: seconds of computing")


def _curve(axes: Axes, points: Sequence[tuple[int, float]], label: str, **style: Any) -> None:
    if points:
        numbers, seconds = zip(*sorted(points), strict=True)
        usual: dict[str, Any] = {"marker": "o", "markersize": 3, "linewidth": 1.4}
        axes.plot(numbers, seconds, label=label or None, **usual | style)


def _finish(axes: Axes, title: str) -> None:
    axes.set(xscale="log", yscale="log", xlabel="reports", title=title)
    axes.grid(visible=True, color=_GREY, alpha=0.25, linewidth=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=8, loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=3)
