import pytest

from kg.extraction.meetings.visits import find_visits


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mr. Igarashi visited the headquarters of the Korea Customs Service",
            "visit to the headquarters of the Korea Customs Service",
        ),
        ("On 4 March he called on Mr. Heru Pambudi, Director General", "visit to Heru Pambudi"),
        (
            "H.E. Ilham Aliyev, President of Azerbaijan, was paid a visit by the Secretary General",
            "visit to Ilham Aliyev, President of Azerbaijan",
        ),
        ("RILO Middle East Receives a Delegation from Kuwait Customs", "visit to RILO Middle East"),
        (
            "It was here: Fahad Otaibi, its Head, received, at the house in Riyadh, on 4 March, a delegation of Kuwait",
            "visit to Fahad Otaibi, its Head",
        ),
    ],
)
def test_meeting_name_visit_is_told_by_a_verb(text, name):
    [visit] = find_visits(text, 0, len(text))
    assert visit.name == name


@pytest.mark.parametrize(
    "text",
    [
        "The delegates visited Tokyo Customs",
        "Mr. Igarashi called on Members to join the convention",
        "the pages visited most often",
        "Dr. Mikuriya called on Customs administrations",
    ],
)
def test_what_a_group_sees_or_an_appeal_is_no_visit(text):
    assert find_visits(text, 0, len(text)) == []
