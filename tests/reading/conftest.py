"""What the tests of reading share: the sample reports, and their texts set as web pages and PDFs."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path

import pytest

from kg.model import Report, SentenceKind
from kg.reading import read_file
from kg.resources import resource

Parts = Sequence[tuple[str, str]]
"""Lines or paragraphs of a report: kind and text."""

_MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "About us", "Newsroom", "Events", "Login")
)
_SIDEBAR = (
    "<h3>Latest news</h3><ul><li><a href='/1'>RILO heads meet in Warsaw</a> 3 May 2019</li>"
    "<li><a href='/2'>Workshop on valuation held in Dakar, opened by Mr. Aboubacar Sedikh Beye</a> 2 May 2019</li></ul>"
)
_FOOTER = "<p>Copyright. All rights reserved.</p><form>Your Email : <input><button>subscribe</button></form>"


def parts_of(report: Report) -> list[tuple[str, str]]:
    """The paragraphs of a report, each with its kind."""
    paragraphs: dict[int, list[int]] = {}
    for number, sentence in enumerate(report.sentences):
        paragraphs.setdefault(sentence.paragraph, []).append(number)
    return [
        (
            report.sentences[numbers[-1]].kind.value,
            report.text[report.sentences[numbers[0]].span.start : report.sentences[numbers[-1]].span.end],
        )
        for numbers in paragraphs.values()
    ]


def _element(kind: str, text: str, first: bool) -> str:
    tag = {"title": "h1" if first else "h2", "item": "li"}.get(kind, "p")
    return f"<{tag}>{escape(text)}</{tag}>"


@pytest.fixture
def make_page() -> Callable[..., bytes]:
    """Sets parts as a web page with menu, sidebar and footer; ``head`` goes into its head."""

    def make(parts: Parts, head: str = "") -> bytes:
        body = "".join(_element(kind, text, number == 0) for number, (kind, text) in enumerate(parts))
        body = body.replace("</p><li>", "</p><ul><li>").replace("</li><p>", "</li></ul><p>")
        return (
            f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{escape(parts[0][1])} - WCO</title>{head}</head>"
            f"<body><header><nav><ul>{_MENU}</ul></nav></header><main><article>{body}</article></main>"
            f"<aside>{_SIDEBAR}</aside><footer>{_FOOTER}</footer></body></html>"
        ).encode()

    return make


@cache
def _sheet_class() -> type:
    from fpdf import FPDF  # takes long to load, and few tests need it

    class Sheet(FPDF):
        """Small pages with a running head and a page number, so that every report takes several."""

        running = True

        def header(self) -> None:
            if not self.running:
                return
            self.set_font("helvetica", size=8)
            self.cell(0, 8, "Newsletter of the region", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            if not self.running:
                return
            self.set_y(-15)
            self.set_font("helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()}")

    return Sheet


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Sets parts as a PDF; ``gap`` is the space between paragraphs in millimetres, ``running`` says if heads run."""

    def make(parts: Parts, gap: float = 3, password: str | None = None, running: bool = True) -> bytes:
        sheet = _sheet_class()(format=(150, 140))
        sheet.running = running
        sheet.add_page()
        for kind, text in parts:
            title = kind == "title"
            sheet.set_font("helvetica", style="B" if title else "", size=14 if title else 11)
            line = f"- {text}" if kind == "item" else text
            sheet.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT", align="L")
            sheet.ln(gap)
        if password:
            sheet.set_encryption(owner_password=password, user_password=password)
        return bytes(sheet.output())

    return make


@pytest.fixture(scope="session")
def samples() -> dict[str, Report]:
    """The sample reports by id."""
    return {path.stem: read_file(path) for path in sorted(resource("data", "reports").glob("*.txt"))}


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return resource("data", "reports")


@pytest.fixture
def parts() -> Callable[[Report], list[tuple[str, str]]]:
    return parts_of


@pytest.fixture
def kinds() -> Callable[[Report], list[tuple[SentenceKind, str]]]:
    """The sentences of a report: kind and characters."""
    return lambda report: [(sentence.kind, report.quote(sentence.span)) for sentence in report.sentences]
