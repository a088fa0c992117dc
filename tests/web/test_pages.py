"""Pages: valid HTML, every link arrives, nothing comes from elsewhere, what is asked for is on them."""

import json
import re
from functools import cache
from html import unescape
from urllib.parse import quote

import html5lib
import pytest

from kg.store import open_store
from kg.web import pages

PAGES = [
    "/",
    "/about",
    "/questions",
    "/questions/career-of-a-person?person=Norikazu+Kuramoto",
    "/questions/meetings-of-a-region",
    "/questions/contradictions",
    "/questions/graph-of-a-person?person=Norikazu+Kuramoto",
    "/query?question=career-of-a-person&person=Larry+Liza",
    "/ontology",
    "/search?q=kuramoto",
    "/search?q=kuramotto",
    "/doc/person/norikazu-kuramoto",
    "/doc/office/rocb-ap",
    "/doc/meeting/oco-conference-19",
    "/doc/region/AP",
    "/doc/series/global-meeting",
    "/doc/country/JP",
    "/doc/role/chair",
    "/doc/report/rocbap-664",
    "/doc/person/nobody",
    "/questions/nothing",
]
LINK = re.compile(r'<(?:a|link|script|form)\b[^>]*?\b(?:href|src|action)="([^"]*)"')


@cache
def html(site, path: str) -> str:
    """A page, asked for once: the graph does not change."""
    answer = site.get(path, "text/html")
    assert answer.type == "text/html"
    return answer.text


@pytest.mark.parametrize("path", PAGES)
def test_page_is_valid_html(site, path: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(html(site, path))
    assert parser.errors == []


@pytest.mark.parametrize("path", PAGES)
def test_page_has_one_heading_and_no_id_twice(site, path: str) -> None:
    text = html(site, path)
    assert text.count("<h1>") == 1
    ids = re.findall(r'\bid="([^"]*)"', text)
    assert sorted(ids) == sorted(set(ids))


def test_every_link_arrives(site) -> None:
    links = {unescape(link) for path in PAGES for link in LINK.findall(html(site, path))}
    own = sorted(link.partition("#")[0] for link in links if link.startswith("/"))
    assert len(own) > 100
    broken = {link: status for link in dict.fromkeys(own) if (status := site.get(link).status) not in {200, 303}}
    assert broken == {}


def test_passages_that_pages_point_to_are_in_the_report(site) -> None:
    links = re.findall(r'href="(/doc/report/[^"#]*)#([^"]*)"', html(site, "/doc/person/norikazu-kuramoto"))
    assert len(links) > 10
    for report, fragment in dict.fromkeys(links):
        assert f'id="{fragment}"' in html(site, report)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_loaded_from_elsewhere(site, path: str) -> None:
    loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"', html(site, path))
    assert all(each.startswith("/") for each in loaded)


def test_person(site) -> None:
    text = html(site, "/doc/person/norikazu-kuramoto")
    assert all(word in text for word in ("Posts", "Meetings", "Met at meetings", "ROCB A/P", "privacy@example.org"))


def test_meeting_shows_contradictions_and_reports(site) -> None:
    text = html(site, "/doc/meeting/oco-conference-19")
    assert all(word in text for word in ("Contradictions", "is adopted", "/doc/report/rocbap-325"))


def test_series_is_a_timeline_with_chairs(site) -> None:
    text = html(site, "/doc/series/global-meeting")
    editions = [int(each) for each in re.findall(r"<tr><td[^>]*>(\d+)</td>", text)]
    assert editions == sorted(editions)
    assert len(editions) > 8
    assert "/doc/person/norikazu-kuramoto" in text


def test_report_shows_its_text_whole(site, sample_store) -> None:
    from kg.pipeline import sample_corpus

    text = html(site, "/doc/report/rocbap-664")
    shown = re.findall(r'<div class="line">\n<p>(.*?)</p>', text, re.DOTALL)
    plain = [unescape(re.sub(r"<[^>]*>", "", line)) for line in shown]
    stored = (sample_corpus() / "rocbap-664.txt").read_text(encoding="utf-8")
    assert plain == [line for line in stored.split("\n") if line]


def test_marks_quote_the_passage(site) -> None:
    text = html(site, "/doc/report/rocbap-664")
    body = "\n".join(re.findall(r'<div class="line">\n<p>(.*?)</p>', text, re.DOTALL))
    after = body.partition('id="char=659,682"')[2]
    assert unescape(re.sub(r"<[^>]*>", "", after[after.index(">") + 1 :])).startswith("chaired by Mr. Kuramoto")


def test_search_finds_parts_of_names_and_variants(site) -> None:
    assert "/doc/person/norikazu-kuramoto" in html(site, "/search?q=kura+nori")
    assert "/doc/office/rocb-ap" in html(site, "/search?q=regional+office+for+capacity+building")
    assert "Did you mean" in (near := html(site, "/search?q=kuramotto"))
    assert near.index("/doc/person/norikazu-kuramoto") == near.index("/doc/", near.index("Did you mean"))
    assert "Did you mean" not in html(site, "/search?q=")


def test_search_finds_what_the_reference_tables_alone_tell_of_after_what_reports_do(site) -> None:
    assert 'href="/doc/country/AD">Andorra</a> <span class="kind">country' in html(site, "/search?q=andorra")
    assert "/doc/office/afcfta" in html(site, "/search?q=african+continental")
    found = re.findall(r'<li><a href="(/doc/[^"]*)"', html(site, "/search?q=customs"))
    pages = [html(site, path) for path in found]
    apart = ["no report that was read tells of it" in page for page in pages]
    assert apart == sorted(apart)


def test_suggestions(site) -> None:
    words, names = json.loads(site.get("/suggest?q=norik").body)
    assert (words, "Norikazu Kuramoto" in names) == ("norik", True)


def test_suggestions_are_adopted_names_where_these_go_on_as_typed(site) -> None:
    def suggested(words: str) -> list[str]:
        return json.loads(site.get(f"/suggest?q={quote(words)}").body)[1]

    assert suggested("kura") == ["Norikazu Kuramoto"]
    assert "Regional Office for Capacity Building" in suggested("regional office for cap")
    assert suggested("") == suggested("  ") == suggested("!?") == []


@pytest.mark.parametrize("words", ["!?", "(", "…"])
def test_nothing_is_near_what_is_no_word(site, words: str) -> None:
    text = html(site, f"/search?q={quote(words)}")
    assert "Did you mean" not in text
    assert "<li>" not in text


def test_question_is_answered_as_table_and_csv(site) -> None:
    given = "?person=" + quote("Norikazu Kuramoto")
    text = html(site, f"/questions/career-of-a-person{given}")
    assert ">Director</a></td>" in text
    assert '<a href="/doc/office/rocb-ap">ROCB A/P</a>' in text
    answer = site.get(f"/questions/career-of-a-person.csv{given}")
    assert (answer.type, answer.text.splitlines()[0].split(",")[0]) == ("text/csv", "title")


def test_question_without_what_it_needs_is_a_form(site) -> None:
    text = html(site, "/questions/career-of-a-person")
    assert 'name="person"' in text
    assert "<h2>Answer</h2>" not in text


def test_question_with_a_wrong_name_says_so(site) -> None:
    answer = site.get("/questions/career-of-a-person?person=Norikazu+Kurimoto", "text/html")
    assert (answer.status, "Did you mean" in answer.text) == (400, True)


def test_unknown_question(site) -> None:
    answer = site.get("/questions/career-of-a-persom")
    assert (answer.status, "career-of-a-person" in answer.text) == (404, True)
    assert site.get("/questions/career-of-a-persom.csv").type == "text/plain"
    assert site.get("/questions/contradictions.pdf").status == 404


def test_editor_holds_a_query_that_can_be_asked_as_it_stands(site) -> None:
    text = html(site, "/query?question=meetings-of-a-person&person=Norikazu+Kuramoto")
    query = unescape(text.partition("<textarea")[2].partition(">\n")[2].partition("</textarea>")[0])
    by_name = site.get("/questions/meetings-of-a-person.csv?person=Norikazu+Kuramoto")
    assert site.get(f"/sparql?query={quote(query)}", "text/csv").body == by_name.body


@pytest.mark.parametrize("path", ["/search?q=", "/questions/career-of-a-person?person=", "/doc/person/"])
def test_what_is_asked_is_never_markup(site, path: str) -> None:
    answer = site.get(path + quote('"><script>alert(1)</script>'), "text/html")
    assert "<script>alert" not in answer.text


def test_the_drawn_network_leads_back_to_the_pages(site) -> None:
    text = html(site, "/drawing")
    assert '<a class="home" href="/">' in text
    assert '"served":true' in text
    assert "/drawing" in LINK.findall(html(site, "/"))


def test_a_network_that_is_too_large_for_a_page_says_so(sample_store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_MEETINGS", 10)
    with open_store(sample_store) as store:
        reply = pages.drawing(store)
    assert (reply.status, b"kg draw" in reply.body, b"<canvas" in reply.body) == (200, True, False)


def test_robots(site, serving) -> None:
    assert "Disallow: /sparql" in site.get("/robots.txt").text
    assert "x-robots-tag" not in site.get("/").headers
    with serving(robots=False) as other:
        assert "Disallow: /\n" in other.get("/robots.txt").text
        page, file, way = "/doc/person/norikazu-kuramoto", "/dumps/wco-kg.nq.gz", "/id/person/norikazu-kuramoto"
        for path in ("/", page, f"{page}.ttl", file, way, "/nothing", "/static/look/page.css"):
            assert other.get(path).headers["x-robots-tag"] == "noindex, nofollow"


def test_takedown_note_is_there_where_somebody_is_to_be_written_to(site, serving) -> None:
    assert 'href="mailto:privacy@example.org"' in html(site, "/doc/person/norikazu-kuramoto")
    with serving(contact="https://example.org/privacy") as other:
        assert 'href="https://example.org/privacy"' in html(other, "/doc/person/norikazu-kuramoto")
    with serving() as other:
        assert "taken out" not in html(other, "/doc/person/norikazu-kuramoto")


@pytest.mark.parametrize("path", ["/nothing", "/dumps/", "/<script>"])
def test_address_of_which_nothing_is_known(site, path: str) -> None:
    page, words = site.get(quote(path), "text/html"), site.get(quote(path), "text/turtle")
    assert (page.status, page.type, words.status, words.type) == (404, "text/html", 404, "text/plain")
    assert '<a class="home" href="/">' in page.text
    assert "<script>" not in page.text.replace("<script src", "")


@pytest.mark.parametrize("path", ["/", "/doc/person/norikazu-kuramoto", "/search", "/.well-known/void"])
def test_methods(site, path: str) -> None:
    options, put = site("OPTIONS", path), site("PUT", path)
    assert (options.status, put.status) == (204, 405)
    assert {"GET", "HEAD", "OPTIONS"} <= set(options.headers["allow"].replace(" ", "").split(","))
    assert "GET" in put.headers["allow"]


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def asked(site, query: str, accept: str = BROWSER):
    return site.get(f"/sparql?query={quote(query)}", accept)


def test_a_browser_gets_the_answer_as_a_page(site) -> None:
    answer = asked(site, "SELECT ?m ?label { ?m a wco:Meeting ; rdfs:label ?label } ORDER BY ?m LIMIT 3")
    assert (answer.status, answer.type) == (200, "text/html")
    assert "Accept" in answer.headers["vary"]
    assert ("3 rows." in answer.text, answer.text.count("<tr><td")) == (True, 3)
    assert '<a href="/doc/meeting/' in answer.text
    assert "ORDER BY ?m LIMIT 3</textarea>" in answer.text
    assert "PREFIX wco: &lt;" in answer.text
    assert "PREFIX sh:" not in answer.text


def test_a_form_without_script_gets_the_answer_as_a_page(site) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": BROWSER}
    answer = site("POST", "/sparql", b"query=ASK+%7B+%3Fs+a+wco%3AMeeting+%7D", headers)
    assert (answer.status, "1 row." in answer.text, "true" in answer.text) == (200, True, True)


def test_a_browser_gets_statements_as_a_page(site) -> None:
    text = asked(site, "DESCRIBE <https://w3id.org/wco-kg/id/person/norikazu-kuramoto>").text
    assert "<pre" in text
    assert "foaf:name &#34;Norikazu Kuramoto&#34;" in text


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * { ?s ?p }", 400, "Line 1, column"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("CLEAR ALL", 400, "update"),
        ("SELECT ('<script>alert(1)</script>' AS ?x) {", 400, "Line 1"),
    ],
)
def test_a_browser_gets_what_is_wrong_as_a_page(site, query: str, status: int, words: str) -> None:
    answer = asked(site, query)
    assert (answer.status, answer.type, words in answer.text) == (status, "text/html", True)
    assert 'role="alert"' in answer.text
    assert "<script>alert" not in answer.text


def test_limits_hold_for_pages_too(serving) -> None:
    with serving(max_rows=5, max_seconds=1.5) as site:
        answer = asked(site, "SELECT * { ?s ?p ?o } LIMIT 6")
        assert (answer.status, "--max-rows" in answer.text) == (403, True)
        assert asked(site, "CONSTRUCT WHERE { ?s ?p ?o }").status == 403
        assert asked(site, "SELECT * { ?s ?p ?o } LIMIT 5").status == 200
        slow = asked(site, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert (slow.status, "--max-seconds" in slow.text) == (503, True)


def test_long_answers_are_cut_on_the_page(site) -> None:
    text = asked(site, "SELECT * { ?s ?p ?o } LIMIT 1500").text
    assert "1,500 rows, of which the first 1,000 stand here." in text
    assert text.count("<tr><td") == 1000


def test_the_answer_page_is_valid_html(site) -> None:
    for query in ("SELECT * { ?s ?p ?o } LIMIT 5", "ASK {}", "CONSTRUCT WHERE { ?m wco:ordinal ?n }", "SELECT"):
        parser = html5lib.HTMLParser()
        parser.parse(asked(site, query).text)
        assert parser.errors == []


def test_browser_without_a_query_gets_the_query_page(site) -> None:
    answer = site.get("/sparql", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert (answer.type, "<textarea" in answer.text) == ("text/html", True)
