"""Saved web pages: the text stays, what surrounds it goes."""

from collections.abc import Callable
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableReport
from kg.model import PartialDate, Report, SentenceKind
from kg.reading import read_bytes

MakePage = Callable[..., bytes]
Parts = Callable[[Report], list[tuple[str, str]]]
Kinds = Callable[[Report], list[tuple[SentenceKind, str]]]

PARAGRAPHS = (
    "The heads of Customs met in Nairobi and spoke at length about trade and security.",
    "Mr. Larry Liza, Director of the ROCB, took the chair. Members were glad of what had been reached in two days.",
    "At the end the delegates thanked the Kenya Revenue Authority for the manner in which it had prepared the meeting.",
)


def unique(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without repetition: a page prints its headline once."""
    return list(dict.fromkeys(pairs))


def test_every_sample_survives_as_a_page(samples: dict[str, Report], parts: Parts, make_page: MakePage) -> None:
    for report in samples.values():
        of_text = [pair for pair in unique(parts(report)) if pair[0] != "furniture"]
        if report.title is None:
            continue
        page = read_bytes(
            make_page(of_text, f'<meta property="og:site_name" content="{report.publisher}">'), "page.html"
        )
        found = [(kind, " ".join(text.split())) for kind, text in parts(page) if kind != "furniture"]
        assert found == [(kind, " ".join(text.split())) for kind, text in of_text], report.id


def test_menus_and_footers_go(make_page: MakePage) -> None:
    page = read_bytes(
        make_page([("title", "Heads of Customs meet in Nairobi"), *(("body", text) for text in PARAGRAPHS)]),
        "page.html",
    )
    assert page.text == "\n\n".join(("Heads of Customs meet in Nairobi", *PARAGRAPHS))
    assert [sentence.kind for sentence in page.sentences] == [SentenceKind.TITLE, *[SentenceKind.BODY] * 4]


def test_what_the_page_says_of_itself(make_page: MakePage) -> None:
    head = (
        '<meta property="og:url" content="https://www.wcoomd.org/en/media/newsroom/2019/may/x.aspx">'
        '<meta property="og:site_name" content="World Customs Organization">'
        '<meta property="article:published_time" content="2019-05-27T10:00:00+00:00">'
    )
    page = read_bytes(
        make_page([("title", "Heads of Customs meet in Nairobi"), *(("body", text) for text in PARAGRAPHS)], head),
        "page.html",
    )
    assert page.url == "https://www.wcoomd.org/en/media/newsroom/2019/may/x.aspx"
    assert page.publisher == "World Customs Organization"
    assert (page.issued, page.issued_passage) == (PartialDate(2019, 5, 27), None)


def test_nothing_is_guessed(make_page: MakePage) -> None:
    page = read_bytes(
        make_page([("title", "Heads of Customs meet in Nairobi"), *(("body", text) for text in PARAGRAPHS)]),
        "page.html",
    )
    assert (page.url, page.publisher, page.issued) == (None, None, None)


def test_header_lines_that_stand_apart_from_the_text(kinds: Kinds) -> None:
    body = "".join(f"<div>{escape(text)}</div>" for text in PARAGRAPHS)
    page = read_bytes(
        (
            "<html><head><title>Heads of Customs meet in Nairobi | WCO ESA</title></head><body>"
            "<ul class='menu'><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul>"
            "<div class='entry-header'><h1>Heads of Customs meet in Nairobi</h1>"
            "<div class='meta'>3-4 May 2019, Nairobi, Kenya</div><div>By Jane Wanjiru</div></div>"
            f"<div class='entry-content'>{body}</div><div class='sidebar'><h3>Recent posts</h3>"
            "<ul><li><a href='/1'>RILO heads meet in Warsaw</a></li></ul></div></body></html>"
        ).encode(),
        "page.html",
    )
    assert kinds(page)[:3] == [
        (SentenceKind.TITLE, "Heads of Customs meet in Nairobi"),
        (SentenceKind.DATELINE, "3-4 May 2019, Nairobi, Kenya"),
        (SentenceKind.BYLINE, "By Jane Wanjiru"),
    ]
    assert "Warsaw" not in page.text
    assert page.text.endswith(PARAGRAPHS[-1])


def test_text_broken_by_line_breaks_alone(kinds: Kinds) -> None:
    head = "<h3>Heads of Customs meet in Nairobi</h3><h5>3-4 May 2019, Nairobi</h5>"
    body = "<br><br>".join(PARAGRAPHS)
    page = read_bytes(
        f"<html><body>{head}<div>{body}</div></body></html>".encode(),
        "page.html",
    )
    assert [sentence.paragraph for sentence in page.sentences] == [0, 1, 2, 3, 3, 4]
    assert kinds(page)[1] == (SentenceKind.DATELINE, "3-4 May 2019, Nairobi")


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", ""),
        ("cp1252", ""),
        ("cp1250", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>"),
        ("cp1251", "<meta charset=windows-1251>"),
        ("utf-16", ""),
    ],
)
def test_encodings(encoding: str, declaration: str) -> None:
    name = {"cp1250": "Žofie Dvořáková", "cp1251": "Руслан Давыдов"}.get(encoding, "Souleymane Sangaré")
    page = f"<html><head>{declaration}</head><body><p>Mr. {name} met the heads of Customs in Nairobi.</p></body></html>"
    assert read_bytes(page.encode(encoding), "page.html").text == f"Mr. {name} met the heads of Customs in Nairobi."


def test_xhtml_with_a_declaration() -> None:
    page = f"<?xml version='1.0' encoding='UTF-8'?>\n<html><body><p>{PARAGRAPHS[0]}</p></body></html>"
    assert read_bytes(page.encode(), "page.xhtml").text == PARAGRAPHS[0]


def test_preformatted_text_keeps_its_lines(kinds: Kinds) -> None:
    text = f"Heads of Customs meet in Nairobi\n3-4 May 2019, Nairobi\n\n{PARAGRAPHS[1]}"
    page = f"<html><body><pre>{text}</pre></body></html>"
    assert [kind for kind, _ in kinds(read_bytes(page.encode(), "page.html"))[:2]] == [
        SentenceKind.TITLE,
        SentenceKind.DATELINE,
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav><script>var text = 'nothing';</script></body></html>",
        "<!-- nothing -->",
        "<html><body><img src='scan.png'></body></html>",
        "",
    ],
)
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(UnreadableReport, match=r"page\.html is a web page without text") as raised:
        read_bytes(page.encode(), "page.html")
    assert raised.value.hint


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<h1>",
        "<ul><li>",
        "</ul>",
        "<br/>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<script>",
        "&amp;",
        "\x00",
        "<a href='x'>",
    ]
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=20)), max_size=20))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        page = read_bytes("".join(pieces).encode("utf-8", "replace"), "page.html")
    except UnreadableReport:
        return
    assert page.sentences
