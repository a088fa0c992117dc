"""Organizations known by what stands beside them."""

import pytest

from kg.extraction.offices.find import find_offices


def forms(text):
    return [mention.form for mention in find_offices(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SACU, Trade Mark Africa, the World Bank and RILO ESA came.", "Trade Mark Africa"),
        ("The week was sponsored by Rapiscan Systems and others.", "Rapiscan Systems"),
        ("The week was sponsored by Rapiscan Systems and SICPA.", "Rapiscan Systems"),
        ("The Commissioner of Customs Services of the Zambia Revenue Authority came.", "Zambia Revenue Authority"),
        ("The Wildlife Enforcement Unit of Singapore Customs came.", "Wildlife Enforcement Unit of Singapore Customs"),
        ("It was funded by the Finland-WCO ESA Project II.", "Finland-WCO ESA Project II"),
        ("They came with the funding of Victoria Trust for all.", "Victoria Trust"),
        ("The RILO for Eastern and Central Europe (RILO ECE) came.", "RILO for Eastern and Central Europe (RILO ECE)"),
        ("It was funded by the Government of Japan.", "Government of Japan"),
    ],
)
def test_an_unknown_name_is_found(text, expected):
    assert expected in forms(text)


@pytest.mark.parametrize(
    ("text", "no_office"),
    [
        (
            "RTC Abuja, Brazzaville and Ouagadougou, as well as the WCO Secretariat, came.",
            "Brazzaville and Ouagadougou",
        ),
        ("The week was hosted by Norikazu Kuramoto.", "Norikazu Kuramoto"),
        ("The WCO, Director Larry Liza, the World Bank came.", "Director Larry Liza"),
    ],
)
def test_places_and_people_are_none(text, no_office):
    assert no_office not in forms(text)


def test_who_is_of_an_organization_is_none_between_two():
    found = forms("The Director of RTC Mexico, and Larry Liza, of the Customs Division of Fiji, joined.")
    assert "Larry Liza" not in found
    assert "Customs Division of Fiji" in found


def test_two_countries_that_pay_are_two_countries():
    assert [mention.form for mention in find_offices("It was funded by Australia and New Zealand.")] == []
