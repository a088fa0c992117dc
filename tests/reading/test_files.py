import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import NoSuchPath, UnreadableReport
from kg.reading import read_bytes, read_file, read_text
from kg.reading.files import MAX_BYTES
from kg.reading.ids import report_id

TEXT = "Heads of Customs meet in Nairobi\n\nThey met. They were glad.\n"


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_stem_is_the_id(tmp_path: Path) -> None:
    assert read_file(write(tmp_path / "wco-gm09-2014.txt")).id == "wco-gm09-2014"


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("a/b/rocbap-664.txt", "rocbap-664"),
        ("Report_1.v2.txt", "Report_1.v2"),
        ("Réunion à Abidjan.html", "reunion-a-abidjan"),
        ("a b?c#d.txt", "a-b-c-d"),
        ("...txt", "x"),
        ("会议.txt", "huiyi"),
    ],
)
def test_ids_can_stand_in_an_iri(name: str, identifier: str) -> None:
    assert report_id(name) == identifier


@given(st.text(min_size=1))
def test_every_name_gives_a_safe_id(name: str) -> None:
    identifier = report_id(name)
    assert identifier.isascii()
    assert not set(identifier) & set(' /?#%<>"\\')


def test_a_text_of_any_format_by_bytes() -> None:
    assert read_bytes(TEXT.encode(), "stdin").text == TEXT
    assert (
        read_bytes(b"# Heads meet\n\nThey *met*.", "stdin", "text/markdown; charset=utf-8").text
        == "Heads meet\n\nThey met."
    )
    page = (
        b"\n<!-- saved --><!DOCTYPE html><html><body><p>They met in Nairobi and were glad of it all.</p></body></html>"
    )
    assert read_bytes(page, "stdin").text == "They met in Nairobi and were glad of it all."


def test_an_unknown_media_type() -> None:
    with pytest.raises(UnreadableReport, match="image/png"):
        read_bytes(b"", "stdin", "image/png")


def test_a_text_about_html_is_text() -> None:
    assert read_bytes(b"The <html> element\n\nIt is the root. It is.", "stdin").text.startswith("The <html>")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "URL: http://example.org/\nPublished by: WCO\n"])
def test_a_text_that_is_blank(text: str, tmp_path: Path) -> None:
    for read in (lambda: read_file(write(tmp_path / "blank.txt", text)), lambda: read_text(text, "blank.txt")):
        with pytest.raises(UnreadableReport, match=r"blank\.txt is empty") as raised:
            read()
        assert raised.value.exit_code == 3
        assert raised.value.hint


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"no-such\.txt") as raised:
        read_file(tmp_path / "no-such.txt")
    assert raised.value.exit_code == 2


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableReport, match="is a folder"):
        read_file(tmp_path / "folder.txt")


def test_an_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match=r"report\.docx") as raised:
        read_file(write(tmp_path / "report.docx"))
    assert ".pdf" in raised.value.hint


def test_an_enormous_file(tmp_path: Path) -> None:
    path = tmp_path / "enormous.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableReport, match=r"enormous\.txt is larger than 20 MB"):
        read_file(path)
    with pytest.raises(UnreadableReport, match="stdin is larger than 20 MB"):
        read_bytes(b"a" * (MAX_BYTES + 1), "stdin")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "secret.txt")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableReport, match=r"secret\.txt may not be read"):
        read_file(path)


def test_a_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UnreadableReport, match=r"report\.txt cannot be read: Input/output error"):
        read_file(tmp_path / "report.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    child = os.fork()
    if child == 0:
        with pipe.open("w") as file:
            file.write(TEXT)
        os._exit(0)
    assert read_file(pipe).text == TEXT
    os.waitpid(child, 0)


def test_a_pdf_with_the_wrong_suffix_is_read_as_pdf(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"%PDF-1.7\nnot really")
    with pytest.raises(UnreadableReport, match="damaged"):
        read_file(path)


@settings(max_examples=300)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\n .:,-•|ABab12\x00\r")), min_size=1))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        report = read_text(text, "report.txt")
    except UnreadableReport:
        return
    last = 0
    for sentence in report.sentences:
        start, end = sentence.span
        assert last <= start < end <= len(report.text)
        assert report.text[start:end] == report.text[start:end].strip()
        last = end
    assert read_text(text, "report.txt") == report


LINES = st.sampled_from(
    [
        "Heads of Customs meet in Nairobi",
        "27 May 2019",
        "Nairobi, Kenya, 3-4 May 2019",
        "By Mr. Larry Liza",
        "Larry Liza, Director of the ROCB",
        "• an item",
        "They agreed on:",
        "The heads of Customs met in Nairobi and spoke at length about trade and security, among them Mr.",
        "and Ms. Nunthita Sirikup. They were glad.",
        "Partner Links",
        "Home | News",
        "",
        "For more information, please write to us",
        "1. Opening",
        "URL: http://example.org/2019/may/x",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=14))
def test_no_letter_is_lost_in_any_arrangement(lines: list[str]) -> None:
    try:
        report = read_text("\n".join(lines), "report.txt")
    except UnreadableReport:
        return
    covered = set()
    for sentence in report.sentences:
        covered.update(range(*sentence.span))
    rest = "".join(" " if place in covered else letter for place, letter in enumerate(report.text))
    assert not rest.replace("URL: http://example.org/2019/may/x", "").replace("1.", "").strip(" \n•–:")
