import pytest

from kg.extraction.values.ordinals import cardinal, find_ordinals, ordinal_at


@pytest.mark.parametrize(
    ("text", "quote", "values"),
    [
        ("the 18th Global Meeting", "18th", (18,)),
        ("the 10thROCBs/RTCs/Vice Chairs Meeting", "10th", (10,)),
        ("127th/128th Sessions of the WCO Council", "127th/128th", (127, 128)),
        ("145th and 146th Sessions", "145th and 146th", (145, 146)),
        ("141/142nd Sessions", "141/142nd", (141, 142)),
        ("the Twenty-Sixth Meeting", "Twenty-Sixth", (26,)),
        ("thirty first meeting", "thirty first", (31,)),
        ("First Meeting of Groups", "First", (1,)),
        ("XXth Regional Conference", "XXth", (20,)),
        ("XXVIII Conference", "XXVIII", (28,)),
        ("the 21 st session", "21 st", (21,)),
    ],
)
def test_an_ordinal_is_read(text, quote, values):
    [mention] = find_ordinals(text, 0, len(text))
    assert text[mention.span.start : mention.span.end] == quote
    assert mention.values == values


@pytest.mark.parametrize("text", ["23 administrations", "the VI", "I think", "a firsthand account", "A-2nd", "1,200th"])
def test_what_is_no_ordinal_is_not_read(text):
    assert find_ordinals(text, 0, len(text)) == []


def test_an_ordinal_is_read_where_the_name_begins():
    assert ordinal_at("2nd Meeting", 0, 11).values == (2,)
    assert ordinal_at("The 2nd Meeting", 0, 15) is None


@pytest.mark.parametrize(
    ("text", "value"), [("Forty-seven", 47), ("7,500", 7500), ("sixteen", 16), ("twenty one", 21), ("several", None)]
)
def test_a_cardinal_is_read(text, value):
    assert cardinal(text) == value
