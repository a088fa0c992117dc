"""The file of those who are forgotten is read again when it changes, and a file that cannot be read changes nothing."""

import logging
from pathlib import Path

import pytest

from kg.errors import KgError, NoSuchPath
from kg.web import gone
from kg.web.gone import Gone

PERSON = "person/norikazu-kuramoto"
OTHER = "person/kunio-mikuriya"


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gone, "_SECONDS_BETWEEN_LOOKS", 0.0)


def test_a_file_that_cannot_be_read_is_told_of_and_read_again(tmp_path: Path, caplog) -> None:
    file = tmp_path / "forgotten.txt"
    file.write_text(f"Norikazu Kuramoto\n{PERSON}\n", encoding="utf-8")
    known = Gone(file, tmp_path / "store")
    assert PERSON in known
    assert "Norikazu Kuramoto" not in known
    file.write_bytes(f"Kuramoto é\n{OTHER}\n".encode("latin-1"))
    with caplog.at_level(logging.WARNING):
        assert (PERSON in known, OTHER in known) == (True, False)
        assert (PERSON in known, OTHER in known) == (True, False)
    assert "forgotten.txt" in caplog.text
    file.write_text(f"{OTHER}\n", encoding="utf-8")
    assert (PERSON in known, OTHER in known) == (False, True)


def test_a_file_that_goes_away_forgets_nobody(tmp_path: Path) -> None:
    file = tmp_path / "forgotten.txt"
    known = Gone(None, tmp_path / "store")
    assert PERSON not in known
    file.write_text(f"{PERSON}\n", encoding="utf-8")
    assert PERSON in known
    file.unlink()
    assert PERSON not in known


def test_a_file_that_is_named_has_to_be_there_and_to_be_text(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"forgotten\.txt"):
        Gone(tmp_path / "forgotten.txt", tmp_path / "store")
    (tmp_path / "forgotten.txt").write_bytes(b"\xe9")
    with pytest.raises(KgError, match=r"forgotten\.txt"):
        Gone(tmp_path / "forgotten.txt", tmp_path / "store")
