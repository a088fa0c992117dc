from __future__ import annotations

import pytest

from kg.errors import QuerySyntaxError
from kg.query import Parameter, ParameterType, parse_query

FULL = """\
# A comment that is not for the head.
#+ summary: Who chaired?
#+ description: |
#+   First line.
#+
#+   Third line: with a colon.
#+ tags: [competency, chairs]
#+ params:
#+   person: person
#+   country: country
#+   since: year
#+ optional: [country]
#+ defaults: {since: 2010}
#+ example: {country: NO, person: "Larry Liza"}
#+ columns: {person: who}

SELECT ?person WHERE { ?person a foaf:Person }  #+ no: longer the head
"""


def test_all_fields() -> None:
    query = parse_query(FULL, "chairs")
    assert (query.name, query.text, query.summary) == ("chairs", FULL, "Who chaired?")
    assert query.description == "First line.\n\nThird line: with a colon."
    assert query.tags == ("competency", "chairs")
    assert query.columns == {"person": "who"}
    assert query.parameters == (
        Parameter("person", ParameterType.PERSON, required=True, example="Larry Liza"),
        Parameter("country", ParameterType.COUNTRY, required=False, example="NO"),
        Parameter("since", ParameterType.YEAR, required=False, default="2010"),
    )
    assert query.example == {"country": "NO", "person": "Larry Liza"}


@pytest.mark.parametrize("text", ["SELECT * {}", "", "# only a comment\nASK {}"])
def test_a_query_needs_no_head(text: str) -> None:
    query = parse_query(text)
    assert (query.summary, query.parameters, query.text) == ("", (), text)


def test_fields_of_grlc_are_let_pass() -> None:
    assert parse_query("#+ summary: x\n#+ pagination: 100\n#+ method: GET\nASK {}").summary == "x"


@pytest.mark.parametrize(
    ("head", "words", "line"),
    [
        ("#+ sumary: x", "unknown field 'sumary'", 1),
        ("#+ tags: chairs", "takes a list of texts", 1),
        ("#+ params: [person]", "takes a mapping", 1),
        ("#+ example: {person: [a, b]}", "takes a mapping", 1),
        ("#+ just words", "not a list of fields", 1),
        ("#+ params: {person: human}", "type 'human'", 1),
        ("#+ example: {person: x}", "'person' that is not among its params", 1),
        ("#+ summary: x\n#+ tags: [a, b", "does not parse", 2),
    ],
)
def test_a_wrong_head_is_refused(head: str, words: str, line: int) -> None:
    with pytest.raises(QuerySyntaxError, match=words) as caught:
        parse_query(head + "\nASK {}", "chairs")
    assert "chairs" in caught.value.message
    assert caught.value.line >= line
