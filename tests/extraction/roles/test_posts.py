"""Posts as sentences state them: before and behind names, shared, in brackets, in small letters."""

import pytest

MEETING = "The 18th Global Meeting of the Regional Entities was held in Brussels, Belgium on 20-21 February 2023."
CASES = [
    ("Mr. Larry Liza, Head of the ROCB ESA, attended.", ("Larry Liza", "Head", "ROCB ESA")),
    ("The Head of the ROCB ESA, Mr. Larry Liza, attended.", ("Larry Liza", "Head", "ROCB ESA")),
    (
        "WCO Director of Capacity Building Ernani Checcucci spoke on data.",
        ("Ernani Checcucci", "Director of Capacity Building", "WCO"),
    ),
    ("Larry Liza, director of the ROCB ESA, attended.", ("Larry Liza", "director", "ROCB ESA")),
    (
        "Korea Customs Service (Commissioner Ernani Checcucci) attended.",
        ("Ernani Checcucci", "Commissioner", "Korea Customs Service"),
    ),
    ("Mr. Larry Liza, Director Mr. Ian Saunders and others attended.", ("Ian Saunders", "Director", "")),
    ("Mr. Larry Liza, JICA expert, attended.", ("Larry Liza", "", "JICA")),
    ("WCO expert Larry Liza spoke on data.", ("Larry Liza", "", "WCO")),
    ("Mr. Larry Liza, WCO BACUDA Project Manager, attended.", ("Larry Liza", "BACUDA Project Manager", "WCO")),
    (
        "Mr. Larry Liza, who has been at the helm of the ROCB ESA since 2019, attended.",
        ("Larry Liza", "Head", "ROCB ESA"),
    ),
    ("Mr. Larry Liza, Nigeria’s Minister of Finance, attended.", ("Larry Liza", "Minister of Finance", "Nigeria")),
    ("Mr. Larry Liza, Vice-Chair of the WCO for the ESA region, attended.", ("Larry Liza", "Vice-Chair", "ESA region")),
    (
        "The Acting Principal of KESRA Mombasa Campus, Mr. Larry Liza, attended.",
        ("Larry Liza", "Acting Principal", "KESRA Mombasa Campus"),
    ),
    (
        "Mr. Larry Liza, Chairperson of the Freight Forwarders' Association, attended.",
        ("Larry Liza", "Chairperson", "Freight Forwarders' Association"),
    ),
    ("The Consul General of Japan in Hong Kong, Mr. Larry Liza, attended.", ("Larry Liza", "Consul General", "Japan")),
    (
        "Mr. Larry Liza, MP, Minister of Finance of the Republic of Zambia, attended.",
        ("Larry Liza", "Minister of Finance", "Republic of Zambia"),
    ),
    (
        "The Minister for Home Affairs, the Hon Larry Liza MP, attended.",
        ("Larry Liza", "Minister for Home Affairs", ""),
    ),
    (
        "Mr. Larry Liza, Commissioner Customs and Excise, ZIMRA, attended.",
        ("Larry Liza", "Commissioner Customs and Excise", "ZIMRA"),
    ),
    (
        "Mr. Larry Liza, Director of Customs Training Institute, Lao Customs Department, attended.",
        ("Larry Liza", "Director", "Customs Training Institute"),
    ),
    (
        "They met Larry Liza, SUNAT's National Intendant for Customs Strategy.",
        ("Larry Liza", "National Intendant for Customs Strategy", "SUNAT"),
    ),
    (
        "Mr. Larry Liza, Director of the Ministry of Revenue and Customs and Chair of the OCO, attended.",
        ("Larry Liza", "Chair", "OCO"),
    ),
    (
        "Dr. Larry Liza, National University of Mongolia (Day 3), and others attended.",
        ("Larry Liza", "", "National University of Mongolia"),
    ),
]


@pytest.mark.parametrize(("sentence", "post"), CASES)
def test_a_sentence_states_a_post(stated, sentence, post):
    assert post in stated(f"{MEETING} {sentence}").posts


def test_several_share_a_title_before_their_names_and_the_office_of_their_colleague(stated):
    read = stated(
        f"{MEETING} Mr. Larry Liza, Head of the ROCB ESA, together with Program Managers Mr. Ian Saunders and "
        "Mr. Kunio Mikuriya, attended."
    )
    assert {(who, office) for who, title, office in read.posts if title == "Program Manager"} == {
        ("Ian Saunders", "ROCB ESA"),
        ("Kunio Mikuriya", "ROCB ESA"),
    }


@pytest.mark.parametrize(
    ("sentence", "who", "title"),
    [
        (
            "On behalf of the Head of the ROCB ESA, Mr. Larry Liza, Program Manager, gave opening remarks.",
            "Larry Liza",
            "Head",
        ),
        (
            "The Vice Chair, Mr. Larry Liza, the Director of the ROCB ESA, and Mr. Ian Saunders attended.",
            "Larry Liza",
            "Director",
        ),
        (
            "Mr. Larry Liza, Minister, presided over the talks by which Mali became Vice-Chair for the World Bank.",
            "Larry Liza",
            "Vice-Chair",
        ),
    ],
)
def test_what_somebody_else_holds_is_not_theirs(stated, sentence, who, title):
    assert not any((p, t) == (who, title) for p, t, _ in stated(f"{MEETING} {sentence}").posts)
