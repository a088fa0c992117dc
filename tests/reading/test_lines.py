from hypothesis import given
from hypothesis import strategies as st

from kg.reading.lines import ends_sentence, split_lines, take_metadata


def test_lines_are_trimmed_and_know_what_is_before_them() -> None:
    text = "One\n\n  Two  \nThree"
    found = [(line.text, line.start, line.gap, line.indented) for line in split_lines(text)]
    assert found == [("One", 0, True, False), ("Two", 7, True, True), ("Three", 13, False, False)]


@given(st.text(alphabet=st.sampled_from("ab \n:")))
def test_offsets_are_exact(text: str) -> None:
    lines = split_lines(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() != "" for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(text.split())


def test_metadata_lines() -> None:
    text = "URL: http://www.rocb-ap.org/article-detail/108/\nPublished by: ROCB A/P\n\nTitle: a headline"
    found = take_metadata(split_lines(text))
    assert found.count == 2
    assert found.get("url") == "http://www.rocb-ap.org/article-detail/108/"
    assert found.get("publisher") == "ROCB A/P"
    value, span = found.values["publisher"]
    assert text[span.start : span.end] == value


def test_metadata_end_with_the_first_other_line() -> None:
    found = take_metadata(split_lines("Published by: WCO\nHeadline\nURL: http://example.org/"))
    assert (found.count, found.get("url")) == (1, None)


def test_a_second_value_is_text() -> None:
    assert take_metadata(split_lines("URL: a\nURL: b")).count == 1


def test_a_label_without_value_is_no_value() -> None:
    found = take_metadata(split_lines("URL:\nPublished by: WCO"))
    assert (found.count, found.get("url"), found.get("publisher")) == (2, None, "WCO")


def test_ends_sentence() -> None:
    assert ends_sentence("He left.")
    assert ends_sentence("“He left.”")
    assert ends_sentence("as follows:")
    assert not ends_sentence("Partner Links")
    assert not ends_sentence(")")
