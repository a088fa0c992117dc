import lxml.html
import pytest

from kg.model import PartialDate
from kg.reading.page import metas, page_facts


def tree(head: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><head>{head}</head><body><p>Text.</p></body></html>")


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<meta property="og:url" content="https://example.org/a">', "https://example.org/a"),
        ('<link rel="canonical" href="https://example.org/b">', "https://example.org/b"),
        ("<!-- saved from url=(0021)https://example.org/c -->", "https://example.org/c"),
        (
            '<link rel="canonical" href="/relative"><link rel="canonical" href="https://example.org/b">',
            "https://example.org/b",
        ),
        ('<meta property="og:url" content="javascript:alert(1)">', None),
        ('<meta property="og:url" content="https://example.org/a b">', None),
        ('<meta property="og:url" content="https://example.org/a&#9;b">', None),
        ('<link rel="canonical" href="https://example.org/a&#9;b">', None),
        ('<link rel="stylesheet" href="https://example.org/style">', None),
    ],
)
def test_address(head: str, url: str | None) -> None:
    assert page_facts(tree(head)).url == url


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-05-27T10:00:00Z">',
        '<meta name="DC.date.issued" content="2019-05-27">',
        '<meta itemprop="datePublished" content="27 May 2019">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-05-27"}</script>',
        '<script type="application/ld+json">{"@graph": [{"a": 1}, {"datePublished": "2019-05-27"}]}</script>',
        '<script type="application/ld+json">[{"datePublished": "2019-05-27T00:00:00+03:00"}]</script>',
        '<script type="application/ld+json">{broken</script><meta name="date" content="2019-05-27">',
        '<time datetime="2019-05-27" pubdate></time>',
    ],
)
def test_date_of_publication(head: str) -> None:
    assert page_facts(tree(head)).issued == PartialDate(2019, 5, 27)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2019-05-27">',
        '<meta name="date" content="yesterday">',
        '<time datetime="2019-05-27"></time>',
        '<script>{"datePublished": "2019-05-27"}</script>',
        '<script type="application/ld+json">"datePublished"</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_no_date_of_publication(head: str) -> None:
    assert page_facts(tree(head)).issued is None


def test_publisher() -> None:
    assert page_facts(tree('<meta name="DC.publisher" content=" WCO ">')).publisher == "WCO"
    assert page_facts(tree('<meta name="publisher" content="">')).publisher is None


def test_metas_come_in_the_order_of_their_names() -> None:
    page = tree('<meta name="b" content="1"><meta property="A" content="2"><meta name="b" content="3">')
    assert list(metas(page, "a", "b", "c")) == ["2", "1", "3"]
