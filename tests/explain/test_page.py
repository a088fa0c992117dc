import json
from dataclasses import replace
from html.parser import HTMLParser

from kg.explain import explain, explanation_json, explanation_page
from kg.model import Extractions, Report


class Page(HTMLParser):
    """What a browser would find: tags, addresses, ids, the text of the report."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.append(value)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_page_shows_text_statements_rules_and_what_was_not_read(report: Report, extractions: Extractions) -> None:
    page = Page(explanation_page(explain(report, extractions)))
    for sentence in report.sentences:
        assert report.quote(sentence.span) in page.words
    assert "Norikazu Kuramoto, chair of the main meeting" in page.words
    assert "participation/chaired" in page.words
    assert "Nothing was read, though it names: Larry Liza" in page.words


def test_page_opens_offline_and_every_link_arrives(report: Report, extractions: Extractions) -> None:
    page = Page(explanation_page(explain(report, extractions)))
    assert page.tags.isdisjoint({"script", "link", "img", "iframe"})
    assert [link for link in page.links if not link.startswith("#")] == ["https://example.org/1"]
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_a_report_cannot_put_code_into_the_page(report: Report, extractions: Extractions) -> None:
    hostile = replace(report, url="javascript:alert(1)", publisher="<script>alert(1)</script>")
    page = Page(explanation_page(explain(hostile, extractions)))
    assert "script" not in page.tags
    assert all(link.startswith("#") for link in page.links)


def test_json_holds_offsets_that_give_the_quotes(report: Report, extractions: Extractions) -> None:
    value = json.loads(explanation_json(explain(report, extractions)))
    statements = [s for sentence in value["sentences"] for s in sentence["statements"]]
    assert len(statements) > 5
    for item in [*value["sentences"], *statements]:
        assert value["text"][item["start"] : item["end"]] == item.get("quote", item.get("text"))
    assert value["sentences"][2]["unread"] == ["Larry Liza"]
