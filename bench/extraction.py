"""``python -m bench.extraction``: how many reports a second are read and extracted, beside spaCy's EntityRuler.

Both run in this process on one core, in turn, over the same texts. The EntityRuler sits in a blank English pipeline and
has the same gazetteer; it finds names, which is the first of the stages of extraction, and nothing of what is stated.
The ratio says how many times as long as the other spaCy takes. Without spaCy (dependency group ``bench``) only our
own figures are measured.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.extraction import extract
from kg.extraction.mentions.gazetteer import known_offices, known_people
from kg.extraction.offices.bounds import title_forms
from kg.extraction.offices.find import find_offices
from kg.extraction.people.names import find_names
from kg.extraction.people.titles import find_titles
from kg.extraction.places.find import find_places
from kg.extraction.places.region_table import region_names
from kg.extraction.places.table import adjectives, entries_by_form
from kg.reading import find_reports, read_text
from kg.resources import resource

__all__ = ["main"]

TARGET = 300
"""Reports of ``SIZE`` bytes a second that are aimed at."""
SIZE = 2_000

Work = Callable[[str], object]


def main() -> int:
    """Measures, prints, writes; returns 1 where the target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description="Measure the speed of extraction.")
    parser.add_argument("--times", type=int, default=7, help="how often the reports are read (default 7)")
    parser.add_argument("--json", type=Path, default=Path("build/bench-extraction.json"), help="figures as JSON")
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in find_reports([resource("data", "reports")])]
    works: dict[str, Work] = {"reading and extraction": _extract, "finding names alone": _find_names}
    if find_spec("spacy"):
        works["spaCy EntityRuler"] = _entity_ruler()
    else:
        print("spaCy is not installed, so extraction is measured alone; `python -m pip install spacy` adds it.\n")
    seconds = _measure(works, texts, options.times)
    figures = _figures(seconds, texts)
    _print(figures, texts)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(f"\nAs JSON: {options.json}")
    return int(figures["reading and extraction"]["per_second_of_2_kB"] < TARGET)


def _extract(text: str) -> object:
    return extract(read_text(text, "report.txt"))


def _find_names(text: str) -> object:
    offices = find_offices(text)
    titles = find_titles(text, offices, [])
    return find_names(text, titles, offices, []), find_places(text)


def _entity_ruler() -> Work:
    import spacy  # noqa: PLC0415 (it may be absent)

    pipeline = spacy.blank("en")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": form} for label, form in _gazetteer()])
    return pipeline


def _gazetteer() -> Iterator[tuple[str, str]]:
    for label, forms in (
        ("OFFICE", known_offices()),
        ("REGION", region_names()),
        ("PERSON", known_people()),
        ("TITLE", title_forms()),
        ("PLACE", entries_by_form()),
        ("ADJECTIVE", adjectives()),
    ):
        for form in sorted(forms):
            yield label, form


def _measure(works: dict[str, Work], texts: list[str], times: int) -> dict[str, float]:
    """Median seconds of computing that each work takes over all texts, the works in turn."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(times + 1):
        for name, work in works.items():
            gc.collect()
            start = time.process_time()
            for text in texts:
                work(text)
            if number:  # the first time the tables are read
                taken[name].append(time.process_time() - start)
        gc.freeze()  # so that the tables of one do not burden the other with their traversal
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def _figures(seconds: dict[str, float], texts: list[str]) -> dict[str, dict[str, float]]:
    size = sum(len(text.encode()) for text in texts)
    spacy = seconds.get("spaCy EntityRuler")
    return {
        name: {
            "milliseconds_a_report": 1000 * taken / len(texts),
            "per_second": len(texts) / taken,
            "per_second_of_2_kB": size / SIZE / taken,
            **({"spacy_ratio": spacy / taken} if spacy else {}),
        }
        for name, taken in seconds.items()
    }


def _print(figures: dict[str, dict[str, float]], texts: list[str]) -> None:
    size = sum(len(text.encode()) for text in texts) / len(texts)
    print(f"{len(texts)} reports of {size:.0f} bytes on average; the target is {TARGET} of {SIZE} bytes a second.\n")
    print(f"{'':<26}{'ms a report':>12}{'a second':>10}{'of 2 kB':>9}{'spaCy takes':>13}")
    for name, figure in figures.items():
        ratio = f"{figure['spacy_ratio']:.2f} times" if "spacy_ratio" in figure else ""
        print(
            f"{name:<26}{figure['milliseconds_a_report']:>12.2f}{figure['per_second']:>10.0f}"
            f"{figure['per_second_of_2_kB']:>9.0f}{ratio:>13}"
        )


if __name__ == "__main__":
    sys.exit(main())
