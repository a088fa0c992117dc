import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.places.find import PlaceKind, adjectives, countries, find_places

STATED = [
    ("Suva, Fiji was where the conference took place", "Suva, Fiji", "Suva", "FJ"),
    ("held in Lomé, Togo, from 2 to 4 May", "Lomé, Togo", "Lomé", "TG"),
    ("Antigua (Guatemala), 24-25 May 2010", "Antigua (Guatemala)", "Antigua", "GT"),
    ("18-20 April 2023, Kashiwa, Japan", "Kashiwa, Japan", "Kashiwa", "JP"),
    ("in Bandos, Maldives", "Bandos, Maldives", "Bandos", "MV"),
    ("at the Hilton Hotel, Nadi, Fiji", "Nadi, Fiji", "Nadi", "FJ"),
    ("Hong Kong, China from 27 February", "Hong Kong, China", "Hong Kong", "HK"),
    ("7-8 December 2016, Hong Kong", "Hong Kong", "Hong Kong", "HK"),
    ("Guam, the USA on 2-5 May", "Guam, the USA", "Guam", "US"),
    (
        "Saipan, Commonwealth of the Northern Mariana Islands (CNMI)",
        "Saipan, Commonwealth of the Northern Mariana Islands (CNMI)",
        "Saipan",
        "MP",
    ),
    (
        "in Kinshasa, Democratic Republic of the Congo (DRC), was",
        "Kinshasa, Democratic Republic of the Congo (DRC)",
        "Kinshasa",
        "CD",
    ),
    ("Brazzaville, Republic of the Congo, was", "Brazzaville, Republic of the Congo", "Brazzaville", "CG"),
    ("paid a visit to Baku in Azerbaijan on", "Baku in Azerbaijan", "Baku", "AZ"),
    ("Orlando, Florida, USA", "Orlando, Florida, USA", "Orlando", "US"),
    ("N’Djamena, Chad", "N’Djamena, Chad", "N’Djamena", "TD"),
    ("BRUSSELS, BELGIUM", "BRUSSELS, BELGIUM", "Brussels", "BE"),
    ("the Headquarters in Brussels", "Brussels", "Brussels", "BE"),
    ("the Republic of Korea", "Republic of Korea", None, "KR"),
]


@pytest.mark.parametrize(("text", "quote", "city", "country"), STATED)
def test_a_place_is_found_with_city_and_country(text, quote, city, country):
    [mention] = find_places(text)
    assert text[mention.span.start : mention.span.end] == quote
    assert (mention.city, mention.country) == (city, country)


@pytest.mark.parametrize(
    "text",
    [
        "the Revised Kyoto Convention",
        "the Nairobi Protocol and the Arusha Declaration",
        "Mr. Jordan Smith spoke",
        "Georgia Brown met Michael Jordan",
        "the Congo River",
        "IT and HR are NO problem; IS it ME? Mr. AS and DO",
        "Nigerian and Malian officers",
        "a nice cork in the bath",
        "the Department of Revenue and Customs (DRC) and the DRC again",
        "the Head of SUNAT (Peruvian Customs)",
    ],
)
def test_what_only_looks_like_a_place_is_none(text):
    assert find_places(text) == []


def test_a_list_of_countries_is_no_city_with_its_country():
    text = "delegates from Cambodia, China, Fiji, Hong Kong China, India, Jordan and Viet Nam"
    assert [m.country for m in find_places(text)] == ["KH", "CN", "FJ", "HK", "IN", "JO", "VN"]


def test_countries_that_contain_each_other_are_kept_apart():
    text = "Guinea-Bissau, Papua New Guinea, Guinea and Equatorial Guinea, Niger, Nigeria, South Sudan, Sudan"
    assert [m.country for m in find_places(text)] == ["GW", "PG", "GN", "GQ", "NE", "NG", "SS", "SD"]


@pytest.mark.parametrize(
    "text", ["RTC Budapest opened its doors", "the Shanghai Customs College", "Japan Customs", "the Bank of Korea"]
)
def test_a_place_within_the_name_of_an_office_is_marked(text):
    [mention] = find_places(text)
    assert mention.kind is PlaceKind.OFFICE


@pytest.mark.parametrize(
    "text", ["Commissioner of Customs, Uganda Revenue Authority", "Ms. Lee, Senior Inspector, Uganda Tax Authority"]
)
def test_an_institution_or_a_title_before_a_country_is_no_city(text):
    [mention] = find_places(text)
    assert (mention.city, mention.country) == (None, "UG")


def test_only_the_part_asked_for_is_searched():
    text = "In Suva, Fiji and in Tokyo, Japan"
    [mention] = find_places(text, 17, len(text))
    assert text[mention.span.start : mention.span.end] == "Tokyo, Japan"


def test_codes_are_no_names_of_countries():
    assert not {"IT", "NO", "IS", "AND", "ARE", "US", "HK", "ME", "CAR"} & set(countries())
    assert countries()["Cote d'Ivoire"] == countries()["Côte d’Ivoire"] == "CI"
    assert countries()["Gambia"] == "GM"


def test_an_adjective_that_two_countries_share_is_left_open():
    assert adjectives()["Argentine"] == ("AR",)
    assert adjectives()["Congolese"] == ("CG", "CD")


@given(st.text(alphabet="Aa,( )ÉSuvFijKoe\n.’", max_size=200))
def test_offsets_lie_in_the_text_and_do_not_overlap(text):
    position = 0
    for mention in find_places(text):
        assert position <= mention.span.start < mention.span.end <= len(text)
        position = mention.span.end


def test_an_island_before_another_country_is_no_city_of_it():
    text = "Heads came from Fiji, Guam, Kiribati and Nauru."
    assert [text[p.span.start : p.span.end] for p in find_places(text)] == ["Fiji", "Guam", "Kiribati", "Nauru"]
