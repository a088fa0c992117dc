"""What was read from each report, kept beside the graph."""

import pickle
import pickletools
from pathlib import Path

import pytest

from kg.errors import StoreCorrupt
from kg.extraction import extract
from kg.linking import for_linking
from kg.reading import read_text
from kg.store.kept import Kept, KeptReport, Packed

TEXT = (
    "Published by: ROCB A/P\n\nThe 18th Global Meeting was held in Brussels. "
    "Mr. Norikazu Kuramoto chaired the meeting.\n"
)


def kept(path: Path) -> Kept:
    store = Kept(path)
    report = read_text(TEXT, "r1")
    read = extract(report)
    store.put(Packed.of(KeptReport("digest", report, read), for_linking(read)))
    return store


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    report = read_text(TEXT, "r1")
    with kept(tmp_path / "kept") as store:
        found = store.get("r1")
    assert (found.digest, found.report, found.extractions) == ("digest", report, extract(report))


def test_nothing_but_records_is_named_whatever_the_release_of_python(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as store:
        [(_, place)] = store.places()
        data = store._records.read(place)
    strings = {argument for _, argument, _ in pickletools.genops(data) if isinstance(argument, str)}
    assert "builtins" not in strings
    assert any(text.startswith("kg.model.") for text in strings)


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as store:
        place = store._records.append(pickle.dumps(print))
        store._run("UPDATE report SET start = ?, size = ?", place)
        with pytest.raises(StoreCorrupt, match="no record of a report"):
            store.get("r1")
