import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableReport
from kg.reading.decoding import decode

FRENCH = "Mr. Souleymane Sangaré, Côte d’Ivoire, ouvre la réunion à Abidjan – « bienvenue »."
RUSSIAN = "Новость опубликована только на английском языке. Встреча руководителей таможенных служб прошла в Москве."
CHINESE = (
    "本页仅有英文版 (English)\n\nGuatemala to follow Argentina\n\n27 五月 2010\n\nThe meeting was held in Antigua.\n"
    * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN])
def test_unicode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), "report.txt") == FRENCH


def test_utf16_with_marks() -> None:
    assert decode(codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "report.txt") == FRENCH
    assert decode(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "report.txt") == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("Réunion à Yaoundé", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN + " The meeting was chaired by Mr. Ruslan Davydov.", "koi8-r"),
        (CHINESE, "gb18030"),
        ("世界税関機構の地域会合が東京で開催されました。The meeting was held in Tokyo on 5 May 2016.", "cp932"),
        (
            "عقد الاجتماع في عمان يوم ٥ مايو. The meeting was held in Amman, chaired by Mr. Qudah.".replace("٥", "5"),
            "cp1256",
        ),
    ],
)
def test_older_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt") == text


def test_the_encoding_that_a_file_declares_is_believed() -> None:
    czech = "Žofie Dvořáková přijela"
    assert decode(czech.encode("cp1250"), "page.html", "windows-1250") == czech


def test_a_wrong_declaration_does_no_harm() -> None:
    assert decode(FRENCH.encode(), "page.html", "ascii") == FRENCH
    assert decode(FRENCH.encode("cp1252"), "page.html", "no-such-encoding") == FRENCH


def test_a_damaged_byte_costs_one_character() -> None:
    data = (RUSSIAN * 3).encode()
    assert decode(data[:40] + b"\xff" + data[40:], "report.txt").count("\ufffd") == 1


def test_mojibake_stays_as_it_is() -> None:
    assert decode("06 εδΈ€ζœˆ 2017".encode(), "report.txt") == "06 εδΈ€ζœˆ 2017"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04" + b"\x00" * 40, "Word"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 40, "old Word"),
        (b"{\\rtf1 text", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (bytes(range(256)) * 4, "binary"),
        (b"text and \x00\x01\x02\x03", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableReport, match=rf"^report\.txt is .*{what}") as raised:
        decode(data, "report.txt")
    assert raised.value.hint


def test_a_broken_utf16_file_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b", "report.txt")


def test_what_nothing_fits_is_refused() -> None:
    with pytest.raises(UnreadableReport, match=r"encoding of report\.txt cannot be told"):
        decode(b"\x81\x8d\x8f\x90\x9d\xff\xfe" * 30, "report.txt")


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableReport):
        assert isinstance(decode(data, "report.txt"), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    assert decode(("Report " + text).encode(), "report.txt") == "Report " + text
