import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.cleaning import clean


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("page one\x0cpage two", "page one\npage two"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("Hong\xa0Kong,\tChina\u202f!", "Hong Kong, China !"),
        ("co\xadoperation\u200b \ufeffROCB", "cooperation ROCB"),
        ("a\x00b\x07c", "a\ufffdb\ufffdc"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("Sangare\u0301", "Sangaré"),
        ("plain text\n\n  stays as it is  \n", "plain text\n\n  stays as it is  \n"),
        ("06 εδΈ€ζœˆ 2017", "06 εδΈ€ζœˆ 2017"),
    ],
)
def test_clean(raw: str, stored: str) -> None:
    assert clean(raw) == stored


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_what_is_stored_can_be_a_literal_in_rdf_xml(text: str) -> None:
    stored = clean(text)
    quad = pyoxigraph.Quad(
        pyoxigraph.NamedNode("http://example.org/a"),
        pyoxigraph.NamedNode("http://example.org/b"),
        pyoxigraph.Literal(stored),
    )
    written = pyoxigraph.serialize([quad.triple], format=pyoxigraph.RdfFormat.RDF_XML)
    assert written is not None
    (read,) = pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.RDF_XML)
    assert read.object.value == stored


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("Mr. HonorÃ© TCHINDA of CÃ´te dâ€™Ivoire", "Mr. Honoré TCHINDA of Côte d’Ivoire"),
        ("â€œmurder by postâ€\x9d", "“murder by post”"),
        ("CHÂTEAU and São Tomé", "CHÂTEAU and São Tomé"),
    ],
)
def test_letters_of_a_wrong_encoding_become_what_they_were(garbled: str, text: str) -> None:
    assert clean(garbled) == text
    assert clean(text) == text
