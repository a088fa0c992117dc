"""PDFs: lines become paragraphs again."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableReport
from kg.model import Report, SentenceKind
from kg.reading import read_bytes

MakePdf = Callable[..., bytes]
Parts = Callable[[Report], list[tuple[str, str]]]
Kinds = Callable[[Report], list[tuple[SentenceKind, str]]]

_TYPEWRITER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})


def printable(text: str) -> str:
    """The text in characters that the standard fonts of PDF have."""
    return " ".join(text.translate(_TYPEWRITER).split())


def test_every_sample_survives_as_a_pdf(
    samples: dict[str, Report], parts: Parts, kinds: Kinds, make_pdf: MakePdf
) -> None:
    for report in samples.values():
        if report.publisher != "WCO":
            continue
        pairs = [(kind, printable(text)) for kind, text in parts(report) if kind != "furniture"]
        of_text = [(kind, printable(text)) for kind, text in kinds(report) if kind is not SentenceKind.FURNITURE]
        assert kinds(read_bytes(make_pdf(pairs), "report.pdf")) == of_text, report.id


def test_paragraphs_without_space_between_them(make_pdf: MakePdf, kinds: Kinds) -> None:
    report = read_bytes(
        make_pdf(
            [
                ("title", "Heads of Customs meet in Nairobi"),
                ("dateline", "3-4 May 2019, Nairobi, Kenya"),
                (
                    "body",
                    "The heads of Customs met in Nairobi and spoke of trade and security and other things. They left.",
                ),
                (
                    "body",
                    "Mr. Larry Liza, Director of the ROCB, was chair of a meeting attended by eighteen Members.",
                ),
            ],
            gap=0,
            running=False,
        ),
        "report.pdf",
    )
    assert [kind for kind, _ in kinds(report)] == [SentenceKind.TITLE, SentenceKind.DATELINE, *[SentenceKind.BODY] * 3]
    assert [sentence.paragraph for sentence in report.sentences] == [0, 1, 2, 2, 3]


def test_divided_words_are_joined() -> None:
    from fpdf import FPDF

    sheet = FPDF(format=(100, 100))
    sheet.set_font("helvetica", size=11)
    sheet.add_page()
    lines = (
        "Heads of Sub-Regional offices talked of capac-",
        "ity building with the Vice-",
        "Chair and of sub-regional and again sub-",
        "regional training at the end.",
    )
    for line in lines:
        sheet.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    report = read_bytes(bytes(sheet.output()), "report.pdf")
    assert report.text == (
        "Heads of Sub-Regional offices talked of capacity building with the Vice-Chair and of sub-regional and again"
        " sub-regional training at the end."
    )


def test_running_heads_and_page_numbers_go(samples: dict[str, Report], parts: Parts, make_pdf: MakePdf) -> None:
    pairs = [(kind, printable(text)) for kind, text in parts(samples["wco-gm20-2025"]) if kind != "furniture"]
    report = read_bytes(make_pdf(pairs), "report.pdf")
    assert "Newsletter" not in report.text
    assert "Page" not in report.text
    assert "Newsletter" in read_bytes(make_pdf(pairs[:1]), "report.pdf").text


def test_an_encrypted_pdf(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableReport, match=r"report\.pdf is encrypted") as raised:
        read_bytes(make_pdf([("body", "Secret.")], password="secret"), "report.pdf")  # noqa: S106 (the test's own)
    assert "password" in raised.value.hint


def test_a_pdf_without_text() -> None:
    from fpdf import FPDF

    sheet = FPDF()
    sheet.add_page()
    sheet.rect(10, 10, 50, 50)
    with pytest.raises(UnreadableReport, match=r"report\.pdf is a PDF without text") as raised:
        read_bytes(bytes(sheet.output()), "report.pdf")
    assert "OCR" in raised.value.hint


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"", b"no pdf at all"])
def test_a_damaged_pdf(data: bytes) -> None:
    with pytest.raises(UnreadableReport, match=r"report\.pdf is damaged"):
        read_bytes(data, "report.pdf")


def test_a_pdf_cut_off_is_read_or_refused(make_pdf: MakePdf) -> None:
    data = make_pdf([("body", "The heads of Customs met in Nairobi.")] * 3)
    for end in range(0, len(data), 97):
        try:
            assert read_bytes(data[:end], "report.pdf").sentences
        except UnreadableReport as error:
            message = error.message
            assert message.startswith("report.pdf is")


@given(st.binary(max_size=60), st.integers(0, 900))
def test_any_damage_is_survived(damage: bytes, place: int) -> None:
    from fpdf import FPDF

    sheet = FPDF()
    sheet.set_font("helvetica", size=11)
    sheet.add_page()
    sheet.cell(0, 6, "The heads of Customs met in Nairobi.")
    data = bytearray(bytes(sheet.output()))
    data[place : place + len(damage)] = damage
    try:
        read_bytes(bytes(data), "report.pdf")
    except UnreadableReport:
        return
