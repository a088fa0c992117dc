"""Any text at all gives a graph that passes the shapes, and states nothing of characters that are not there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Triple, parse, serialize

from kg.extraction import extract
from kg.linking import link_one
from kg.mapping import report_quads
from kg.model import Report, Severity
from kg.reading import read_text
from kg.resources import resource
from kg.validation import default_screen, validate_graphs
from kg.vocab import BASE, OA

LINES = sorted(
    {line for path in resource("data", "reports").glob("*.txt") for line in path.read_text("utf-8").splitlines()}
)
"""Headlines, datelines, sentences and footers as they are."""
WORDINGS = [
    "Mr. Kunio Mikuriya, Secretary General of the WCO, ",
    "Ms. Ana Hinojosa and Mr. Ernani Checcucci ",
    "Mr. Ms. ",
    "the ROCB A/P ",
    "Japan Customs, RTC Korea and RTC India ",
    "on behalf of the WCO ",
    "chaired the Meeting ",
    "signed the Memorandum ",
    "gave the keynote ",
    "visited ",
    "was elected Vice-Chair ",
    "He ",
    "opened on 10 April 2019 ",
    "30 February 2020",
    "2019-02-31",
    "31/02/2019",
    "Brussels, 30 June 2018",
    "127th/128th Session ",
    "the 18th Global Meeting of the ",
    "URL: http://www.wcoomd.org/en/media/newsroom/2019/february/",
    "Published by: WCO",
    "\n",
    "\n\n",
    "\n- ",
    ". ",
    ", ",
    " and ",
    ": ",
    " (",
    ")",
    "\ue001\ue008",
    "İ",
    "\u2028",
]
PIECES = st.sampled_from(WORDINGS) | st.sampled_from(LINES) | st.text(max_size=8)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join).map("The report\n".__add__)


ODD = {
    "an office that is only stood for": (
        "A signing ceremony\n\nThe Memorandum of Understanding was signed by Mr. Tajima on behalf of the ROCB A/P "
        "and by Mr. Kunio Mikuriya."
    ),
    "a day that no month has": "30 February 2020\n\nThe delegates met in Suva for the 3rd Regional Workshop.",
    "a day that no month has, in figures": "31.02.2019\n\nThe delegates met in Suva for the 3rd Regional Workshop.",
    "a day that the month of the address has not": (
        "URL: http://www.wcoomd.org/en/newsroom/2019/february/31/a.aspx\n\nThe 3rd Regional Workshop\n\n"
        "The delegates met in Suva."
    ),
    "an honorific for a name": "The Meeting\n\nMr. Ms. ɂ chaired the Meeting. Mr. CHAIR thanked the delegates.",
    "surnames like honorifics": (
        "The Meeting\n\nMr. Tan, Director of RTC Singapore, Ms. He and Mr. Eng attended the Meeting."
    ),
    "a dateline long before the day of the opening": (
        "The 24th Conference\n\nBrussels, 30 June 2018\n\nThe work of the 24th Conference of Directors General of "
        "Customs opened on Wednesday 10 April 2019 in Malabo."
    ),
}


def graph_of(report: Report) -> list[Triple]:
    extractions = extract(report)
    return [quad.triple for quad in report_quads(report, extractions, link_one(extractions), BASE)]


def check(texts: list[str]) -> None:
    reports = [read_text(text, f"report-{number}.txt") for number, text in enumerate(texts)]
    graphs = [graph_of(report) for report in reports]
    for report, graph in zip(reports, graphs, strict=True):
        parsed = parse(serialize(graph, format=RdfFormat.N_TRIPLES), RdfFormat.N_TRIPLES)
        assert {quad.triple for quad in parsed} == set(graph)
        assert_quoted(report, graph)
    findings = validate_graphs(graphs, screen=default_screen())
    assert not [finding for finding in findings if finding.severity is Severity.VIOLATION]


def assert_quoted(report: Report, graph: list[Triple]) -> None:
    """Every passage lies within the text, and quotes it."""
    said = {(triple.subject, triple.predicate): triple.object.value for triple in graph}
    passages = [triple.subject for triple in graph if triple.predicate == OA.exact]
    for passage in passages:
        start, end = int(said[passage, OA.start]), int(said[passage, OA.end])
        assert 0 <= start < end <= len(report.text)
        assert said[passage, OA.exact] == report.text[start:end]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_gives_a_graph_that_passes_the_shapes(text):
    check([text])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(st.lists(TEXTS, min_size=4, max_size=8))
def test_any_text_gives_a_graph_that_passes_the_shapes(texts):
    check(texts)
