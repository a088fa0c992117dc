"""Posts as sentences state them: (person, title, office)."""

import pytest

from kg.extraction import extract
from kg.model import PostStatus
from kg.reading import read_text

POSTS = {
    "The Commissioner of Fiji Customs, Colonel (Rtd.) Larry Liza, came.": {
        ("Larry Liza", "Commissioner", "Fiji Customs")
    },
    "Mr. Larry Liza was appointed director of RTC Fiji.": {("Larry Liza", "director", "RTC Fiji")},
    "Mr. Larry Liza was elected chair of the workshop.": set(),
    "Two came, Larry Liza and Ann Kuramoto, both of RTC Fiji.": {
        ("Larry Liza", "", "RTC Fiji"),
        ("Ann Kuramoto", "", "RTC Fiji"),
    },
    "Mr. Larry Liza has assumed office as Head of RTC Fiji.": {("Larry Liza", "Head", "RTC Fiji")},
    "The workshop was opened by the minister of finance, Mr. Larry Liza.": {("Larry Liza", "minister of finance", "")},
    "Mr. Larry Liza, first deputy head of RTC Fiji, came.": {("Larry Liza", "first deputy head", "RTC Fiji")},
    "As a guest of RTC Fiji, Mr. Larry Liza came.": set(),
    "Mr. Larry Liza of the US Customs and Border Protection came.": {
        ("Larry Liza", "", "US Customs and Border Protection")
    },
    "Mr. Larry Liza and Ms. Ann Ho, two former Directors of RTC Fiji, came.": {
        ("Larry Liza", "Director", "RTC Fiji"),
        ("Ann Ho", "Director", "RTC Fiji"),
    },
    "Ms. Ann Ho, who prior to joining Fiji Customs was Head of RTC Fiji, came.": {("Ann Ho", "Head", "RTC Fiji")},
    "Mr. Larry Liza, World Bank Attaché in Brussels, came.": {("Larry Liza", "Attaché", "World Bank")},
    "Ms. Ann Ho, Assistant Director - Human Capital of RTC Fiji, came.": {
        ("Ann Ho", "Assistant Director - Human Capital", "RTC Fiji")
    },
    "Mr. Larry Liza, Member (Customs Operations), FBR, came.": {("Larry Liza", "Member (Customs Operations)", "FBR")},
    "The Minister of Finance and the Public Service, Mr. Larry Liza, came.": {
        ("Larry Liza", "Minister of Finance and the Public Service", "")
    },
    "Mr. Larry Liza was elected as the new Chair of the OCO.": {("Larry Liza", "Chair", "OCO")},
    "They elected Mr. Larry Liza as Chair of the OCO.": {("Larry Liza", "Chair", "OCO")},
    "They elected Mr. Larry Liza as Vice-Chair of the WCO Europe region.": set(),
    "Mr. Larry Liza and Ms. Ho, experts of Fiji Customs, came.": {
        ("Larry Liza", "", "Fiji Customs"),
        ("Ho", "", "Fiji Customs"),
    },
    "Mr. Larry Liza and Ms. Ann Ho, analysts at Fiji Customs, came.": {
        ("Larry Liza", "analyst", "Fiji Customs"),
        ("Ann Ho", "analyst", "Fiji Customs"),
    },
    "Mr. Larry Liza, Head of RTC Fiji since 2021 and before that Head of Fiji Customs, came.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Larry Liza", "Head", "Fiji Customs"),
    },
    "Mr. Larry Liza, who concurrently serves as Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza, who will be the Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Ms. Ann Ho, the first head of RTC Fiji, came.": {("Ann Ho", "head", "RTC Fiji")},
    "Fiji's Minister of Finance Hon. Dr. Norikazu Kuramoto came.": {
        ("Norikazu Kuramoto", "Minister of Finance", "Fiji")
    },
    "The head of the Main Department of Trade Norikazu Kuramoto came.": {
        ("Norikazu Kuramoto", "head", "Main Department of Trade")
    },
    "Zambia Revenue Authority Commissioner of Customs Norikazu Kuramoto came.": {
        ("Norikazu Kuramoto", "Commissioner of Customs", "Zambia Revenue Authority")
    },
    "The Chairman of the World Bank, Colonel General of Customs Service Larry Liza, came.": {
        ("Larry Liza", "Chairman", "World Bank")
    },
    "WCO Deputy Director for trade and transport Norikazu Kuramoto came.": {
        ("Norikazu Kuramoto", "Deputy Director for trade and transport", "WCO")
    },
    "Directors of customs heard from Fiji Customs experts.": set(),
    "Ms. Ho, Director Multilateral Engagement, Fiji Customs, came.": {
        ("Ho", "Director Multilateral Engagement", "Fiji Customs")
    },
    "Mr. Larry Liza, a WCO accredited expert from Fiji Customs, came.": {("Larry Liza", "", "Fiji Customs")},
    "RTC Fiji and RTC Korea were represented by Mr. Larry Liza and Ms. Ho respectively.": {
        ("Larry Liza", "", "RTC Fiji"),
        ("Ho", "", "RTC Korea"),
    },
    "RTC Fiji and RTC Korea were represented by Mr. Larry Liza, Mr. Ian Saunders and Ms. Ho respectively.": set(),
    "Mr. Larry Liza is Chief Revenue Officer in the Customs Division of the World Bank.": {
        ("Larry Liza", "Chief Revenue Officer", "Customs Division of the World Bank")
    },
    "The head of RTC Fiji, Mr. Larry Liza, came.": {("Larry Liza", "head", "RTC Fiji")},
    "Mr. Larry Liza, a WCO accredited expert from Fiji, came.": set(),
    "Mr. Larry Liza, for six years Director of RTC Fiji, came.": {("Larry Liza", "Director", "RTC Fiji")},
    "Mr. Larry Liza, who leads Fiji's delegation, came.": set(),
    "Mr. Larry Liza, who at home is Director at Fiji Customs, came.": {("Larry Liza", "Director", "Fiji Customs")},
    "Minister of Finance the Hon. Larry Liza came.": {("Larry Liza", "Minister of Finance", "")},
    "Mr. Larry Liza, the Secretariat's Adviser, came from the OCO Secretariat.": {("Larry Liza", "Adviser", "")},
    "Mr. Larry Liza came; the OCO Secretariat came, and the Secretariat's Adviser, Ms. Ho.": {
        ("Ho", "Adviser", "OCO Secretariat")
    },
    "Ms. Larry Liza (Europol) and Ms. Ho (Fiji) came.": {("Larry Liza", "", "Europol")},
    "Mr. Larry Liza, Head of RTC Fiji, spoke of data, and Ms. Ho, his counterpart at RTC Japan, of risk.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Ho", "Head", "RTC Japan"),
    },
    "Mr. Larry Liza, Head of RTC Fiji, who presided in his capacity as Vice-Chair of the WCO Europe region, spoke.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Larry Liza", "Vice-Chair", "WCO Europe region"),
    },
    "The Head of our office, Wojciech Zarębski, spoke.": {("Wojciech Zarębski", "Head", "ROCB A/P")},
    "It was the day of the outgoing Director, Mr. Larry Liza, and the incoming Director, Ms. Ho.": {
        ("Larry Liza", "Director", "ROCB A/P"),
        ("Ho", "Director", "ROCB A/P"),
    },
    "The first Director of RTC Fiji is Mr. Larry Liza.": {("Larry Liza", "Director", "RTC Fiji")},
    "Mr. Larry Liza, who holds the office of Vice-Chair for Europe, Ms. Ho and others came.": set(),
    "Present: Japan's Deputy Director, Larry Liza, the current Vice-Chair for the WCO Europe region.": {
        ("Larry Liza", "Deputy Director", "Japan"),
        ("Larry Liza", "Vice-Chair", "WCO Europe region"),
    },
    "The delegation of the Regional Office for Capacity Building (ROCB MENA) came; the Regional Office's Head, Ms. Ho, "
    "spoke.": {("Ho", "Head", "Regional Office for Capacity Building (ROCB MENA)")},
    "Outgoing Chair Larry Liza, Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza, Team Leader of the BOMCA programme of the World Bank, came.": {
        ("Larry Liza", "Team Leader", "BOMCA")
    },
    "Mr. Larry Liza, the Vice-Chair's representative, Ms. Ho, and Mr. Ian Saunders came.": set(),
    "Director General Larry Liza, Department of Customs, and Joint Secretary Ian Saunders of the World Bank came.": {
        ("Larry Liza", "Director General", "Department of Customs"),
        ("Ian Saunders", "Joint Secretary", "World Bank"),
    },
    "Ms. Ho, Head of Trade in Services at the World Bank, came.": {("Ho", "Head of Trade in Services", "World Bank")},
    "Mr. Larry Liza, Director Customs Operations, Fiji Customs, came.": {
        ("Larry Liza", "Director Customs Operations", "Fiji Customs")
    },
    "WCO-ESA Vice-Chairperson Larry Liza, who chaired it, came.": {("Larry Liza", "Vice-Chairperson", "WCO ESA")},
    "The speakers were WCO accredited experts Larry Liza of Fiji Customs and Ian Saunders of Japan Customs.": {
        ("Larry Liza", "", "Fiji Customs"),
        ("Ian Saunders", "", "Japan Customs"),
    },
    "From the World Bank, Mr. Larry Liza shared a plan.": {("Larry Liza", "", "World Bank")},
    "Mr. Larry Liza, Director of the Nairobi-based ROCB ESA, came.": {("Larry Liza", "Director", "ROCB ESA")},
    "State Minister of Finance Larry Liza came. State Minister Liza spoke.": {
        ("Larry Liza", "State Minister of Finance", "")
    },
    "The CCLEC (Caribbean Customs Law Enforcement Council) came; Mr. Ian Saunders, Head of that administration, too.": {
        ("Ian Saunders", "Head", "")
    },
    "Mr. Larry Liza, Director of the ROCB ESA, and his counterpart at the ROCB A/P, Mr. Norikazu Kuramoto, met.": {
        ("Larry Liza", "Director", "ROCB ESA"),
        ("Norikazu Kuramoto", "Director", "ROCB A/P"),
    },
    "Director Larry Liza of the ROCB ESA came.": {("Larry Liza", "Director", "ROCB ESA")},
    "President Larry Liza of Kenya came.": {("Larry Liza", "President", "Kenya")},
    "Inspector Larry Liza of Kenya came.": {("Larry Liza", "Inspector", "")},
    "The ROCB ESA, headed by Mr. Larry Liza, was thanked.": {("Larry Liza", "Head", "ROCB ESA")},
    "The ROCB ESA, led by Director Larry Liza, was thanked.": {("Larry Liza", "Director", "ROCB ESA")},
    "The ROCB ESA, led by Mr. Larry Liza, was thanked.": set(),
    "Mr. Larry Liza, ex-Director of the ROCB ESA, came.": {("Larry Liza", "Director", "ROCB ESA")},
    "Mr. Larry Liza, working for the ROCB ESA, came.": {("Larry Liza", "", "ROCB ESA")},
    "Mr. Larry Liza holds the post of Director of the ROCB ESA.": {("Larry Liza", "Director", "ROCB ESA")},
    "Mr. Larry Liza and Mr. Ian Saunders, Directors of RTC Egypt and Jordan, came.": {
        ("Larry Liza", "Director", "RTC Egypt"),
        ("Ian Saunders", "Director", "RTC Jordan"),
    },
    "Mr. Larry Liza, Mr. Ian Saunders and Ms. Ho, Directors of RTC Egypt and Jordan, came.": set(),
    "Fiji Customs, whose Comptroller Mr. Larry Liza spoke, came.": {("Larry Liza", "Comptroller", "Fiji Customs")},
    "The WCO's Mr. Larry Liza, Technical Attaché, came.": {("Larry Liza", "Technical Attaché", "WCO")},
    "Her predecessor, Mr. Ian Saunders, now Head of the ROCB ESA, came.": {("Ian Saunders", "Head", "ROCB ESA")},
    "Mr. Larry Liza and Mr. Ian Saunders, Heads of the ROCB ESA and RTC Fiji, came.": {
        ("Larry Liza", "Head", "ROCB ESA"),
        ("Ian Saunders", "Head", "RTC Fiji"),
    },
    "Messrs. Larry Liza and Ian Saunders, Directors General of Customs of the Gambia and of Cabo Verde, came.": {
        ("Larry Liza", "Director General of Customs", "Gambia"),
        ("Ian Saunders", "Director General of Customs", "Cabo Verde"),
    },
    "Mr. Larry Liza and Mr. Ian Saunders, Senior Advisers at Fiji Customs, came.": {
        ("Larry Liza", "Senior Adviser", "Fiji Customs"),
        ("Ian Saunders", "Senior Adviser", "Fiji Customs"),
    },
    "Mr. Larry Liza, Mr. Ian Saunders and Ms. Ho, of Fiji Customs, the WCO and RTC Korea respectively, came.": {
        ("Larry Liza", "", "Fiji Customs"),
        ("Ian Saunders", "", "WCO"),
        ("Ho", "", "RTC Korea"),
    },
    "Mr. Larry Liza, Director of RTC Fiji, the Minister being prevented, came.": {
        ("Larry Liza", "Director", "RTC Fiji")
    },
    "(b) RTCs: Mr. Larry Liza of RTC Fiji spoke.": {("Larry Liza", "", "RTC Fiji")},
    "Mr. Larry Liza, Deputy Commissioner, and Mr. Ian Saunders, Head of the ROCB A/P, came.": {
        ("Larry Liza", "Deputy Commissioner", ""),
        ("Ian Saunders", "Head", "ROCB A/P"),
    },
    "Mr. Larry Liza, Secretary of Finance, and Mr. Ian Saunders, Director of the World Bank, came.": {
        ("Larry Liza", "Secretary of Finance", ""),
        ("Ian Saunders", "Director", "World Bank"),
    },
    "Mr. Larry Liza, Deputy Director, and Mr. Ian Saunders of Fiji Customs came.": {
        ("Larry Liza", "Deputy Director", ""),
        ("Ian Saunders", "", "Fiji Customs"),
    },
    "Mr. Larry Liza leaves and will be succeeded by Mr. Ian Saunders, currently Head of RTC Fiji.": {
        ("Ian Saunders", "Head", "RTC Fiji")
    },
    "Mr. Larry Liza, who was appointed Head of RTC Fiji, will be replaced by Mr. Ian Saunders.": {
        ("Larry Liza", "Head", "RTC Fiji")
    },
    "Director of the ROCB in Baku Mr. Larry Liza came.": {("Larry Liza", "Director", "ROCB in Baku")},
    "The Head of RTC Fiji, Mr. Larry Liza, Ambassador of Japan, H.E. Mr. Ian Saunders, and Ms. Ho came.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Ian Saunders", "Ambassador", "Japan"),
    },
    "Mr. Larry Liza, on secondment from Fiji Customs, came.": {("Larry Liza", "", "Fiji Customs")},
    "Mr. Larry Liza, formerly of Fiji Customs and now with the ROCB ESA, came.": {
        ("Larry Liza", "", "Fiji Customs"),
        ("Larry Liza", "", "ROCB ESA"),
    },
    "Mr. Larry Liza, who worked for the ROCB A/P as Manager until 2022 and is now Director of RTC Fiji, came.": {
        ("Larry Liza", "Manager", "ROCB A/P"),
        ("Larry Liza", "Director", "RTC Fiji"),
    },
    "Mr. Larry Liza will take over as Director of the ROCB ESA in May.": {("Larry Liza", "Director", "ROCB ESA")},
    "Mr. Larry Liza of the ROCB ESA and his colleague from RILO ESA, Ms. Ho, came.": {
        ("Larry Liza", "", "ROCB ESA"),
        ("Ho", "", "RILO ESA"),
    },
    "Director of the ROCB ESA Mr. Larry Liza and Head of RTC Fiji Mr. Ian Saunders came.": {
        ("Larry Liza", "Director", "ROCB ESA"),
        ("Ian Saunders", "Head", "RTC Fiji"),
    },
    "Mr. Larry Liza, Minister of Finance of Fiji, came. Minister Liza stayed.": {
        ("Larry Liza", "Minister of Finance", "Fiji")
    },
    "Mr. Larry Liza, who is leaving his post as Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza, who worked for forty years in Fiji Customs, came.": {("Larry Liza", "", "Fiji Customs")},
    "They appointed Mr. Larry Liza of Fiji Customs as Head of RTC Fiji.": {
        ("Larry Liza", "", "Fiji Customs"),
        ("Larry Liza", "Head", "RTC Fiji"),
    },
    "Mr. Larry Liza, OCO Trade Facilitation Adviser, came.": {("Larry Liza", "Trade Facilitation Adviser", "OCO")},
    "Mr. Larry Liza, Manager International of Fiji Customs, came.": {
        ("Larry Liza", "Manager International", "Fiji Customs")
    },
    "Mr. Larry Liza, Vice-Chair of the WCO for the Americas and the Caribbean, came.": {
        ("Larry Liza", "Vice-Chair", "Americas and the Caribbean")
    },
    "Mr. Larry Liza, Regional Policy Manager of Fiji Customs, came.": {
        ("Larry Liza", "Regional Policy Manager", "Fiji Customs")
    },
    "Mr. Larry Liza (WCO Tariff and Trade Affairs) came.": {("Larry Liza", "", "WCO Tariff and Trade Affairs")},
    "Mr. Larry Liza, Head (a.i.) of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza and Ms. Ho, respectively Head and Deputy Head of RTC Fiji, came.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Ho", "Deputy Head", "RTC Fiji"),
    },
    "Mr. Larry Liza and Ms. Ho, Head and Deputy Head of RTC Fiji respectively, came.": {
        ("Larry Liza", "Head", "RTC Fiji"),
        ("Ho", "Deputy Head", "RTC Fiji"),
    },
    "Mr. Larry Liza, who is leaving after six years as Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza retires at Christmas after 19 years as Head of RTC Fiji.": {("Larry Liza", "Head", "RTC Fiji")},
    "Mr. Larry Liza has left, having been appointed Head of RTC Fiji.": {("Larry Liza", "Head", "RTC Fiji")},
    "Representing the Vice-Chair, Mr. Larry Liza, Head of RTC Fiji, came.": {("Larry Liza", "Head", "RTC Fiji")},
    "Kenya Revenue Authority commissioner of customs Larry Liza came.": {
        ("Larry Liza", "commissioner of customs", "Kenya Revenue Authority")
    },
    "Mr. Larry Liza, Prefect of Suva, came.": {("Larry Liza", "Prefect", "Suva")},
    "Conference Chair Larry Liza came.": set(),
    "The Chair, Mr. Larry Liza, came.": set(),
    "Mr. Larry Liza, Chairman, came.": set(),
}


@pytest.mark.parametrize("body", POSTS)
def test_posts_of_a_sentence(at_conference, body):
    assert at_conference(body).posts == POSTS[body]


@pytest.mark.parametrize(
    "body",
    [
        "The Chair, Mr. Larry Liza, thanked all.",
        "Mr. Larry Liza, Chairman, thanked all.",
        "Chairperson Larry Liza came.",
        "Conference Chair Larry Liza came.",
        "Chairperson of the meeting, Mr. Larry Liza, came.",
    ],
)
def test_who_is_called_the_chair_chaired(roles, body):
    assert ("Larry Liza", "chair") in roles(body)


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza is Chairman of the Customs Committee. Later Chairman Liza spoke.",
        "Its Chairman, Mr. Larry Liza, spoke.",
        "The newly elected Chair, Mr. Larry Liza, spoke.",
        "The former Chair, Mr. Larry Liza, spoke.",
    ],
)
def test_who_chairs_something_else_did_not_chair(roles, body):
    assert ("Larry Liza", "chair") not in roles(body)


def test_the_title_of_whom_somebody_stands_for_is_not_his(at_conference):
    invited = "At the invitation of the Vice-Chair, the Director of the ROCB ESA, Mr. Larry Liza, attended."
    assert at_conference(invited).posts == {("Larry Liza", "Director", "ROCB ESA")}
    assert at_conference("On behalf of the Vice-Chair, Ms. Ho welcomed all.").posts == set()


def test_of_customs_goes_on(at_conference):
    read = at_conference("Mr. Larry Liza, Director of Customs Valuation at the ROCB ESA, came.")
    assert read.posts == {("Larry Liza", "Director of Customs Valuation", "ROCB ESA")}


@pytest.mark.parametrize(
    "body",
    [
        "The Malawian Minister of Finance, Mr. Larry Liza, came.",
        "Mr. Larry Liza, the Malawian Minister of Finance, came.",
        "The Malawian Minister of Finance to the ESA region, Mr. Larry Liza, came.",
    ],
)
def test_an_adjective_says_of_which_country_a_post_is(at_conference, body):
    assert at_conference(body).posts == {("Larry Liza", "Minister of Finance", "Malawi")}


def test_an_adjective_of_two_countries_says_nothing_elsewhere(at_conference):
    assert at_conference("The Congolese Minister of Finance, Mr. Larry Liza, came.").posts == {
        ("Larry Liza", "Minister of Finance", "")
    }


@pytest.mark.parametrize(
    "body",
    [
        "The ROCB ESA was represented by Mr. Larry Liza, Director, and Mr. Ian Saunders.",
        "The ROCB ESA sent Mr. Larry Liza, Director, and Mr. Ian Saunders.",
    ],
)
def test_people_of_an_office_have_their_posts_there(at_conference, body):
    assert at_conference(body).posts == {("Larry Liza", "Director", "ROCB ESA"), ("Ian Saunders", "", "ROCB ESA")}


def test_an_organization_behind_its_part_does_nothing(at_conference):
    body = "The Conference heard from Mr. Larry Liza, Head of the Trusted Trader Branch, Singapore Customs."
    read = at_conference(body)
    assert read.posts == {("Larry Liza", "Head", "Trusted Trader Branch")}
    assert {who for who, _, _ in read.roles} == {"Larry Liza"}


def test_of_customs_goes_on_over_a_list(at_conference):
    body = "Mr. Larry Liza, Director of Customs, Excise and Trade Operations of the ROCB ESA, came."
    assert at_conference(body).posts == {("Larry Liza", "Director of Customs, Excise and Trade Operations", "ROCB ESA")}


def test_heads_respectively_of_two(at_conference):
    body = "Mr. Larry Liza and Mr. Ian Saunders, Heads respectively of RILO WCA and RILO ESA, spoke."
    assert at_conference(body).posts == {("Larry Liza", "Head", "RILO WCA"), ("Ian Saunders", "Head", "RILO ESA")}


def test_what_somebody_was_until_now(at_conference):
    body = "Mr. Larry Liza, who until now was Director of the ROCB ESA, spoke."
    assert at_conference(body).posts == {("Larry Liza", "Director", "ROCB ESA")}


@pytest.mark.parametrize(
    "body",
    [
        "The Head of that centre, Mr. Larry Liza, came.",
        "Mr. Larry Liza, Head of the said centre, came.",
        "Mr. Larry Liza, first Head of the Centre, came.",
        "The centre's Head, Mr. Larry Liza, came.",
        "Mr. Larry Liza, who heads the centre, came.",
    ],
)
def test_a_noun_means_the_organization_of_its_kind_that_was_named_last(at_conference, body):
    read = at_conference(f"RTC Fiji and the ROCB A/P made a plan. {body}")
    assert read.posts == {("Larry Liza", "Head", "RTC Fiji")}


def test_a_noun_means_none_where_none_of_its_kind_was_named(at_conference):
    assert at_conference("The ROCB A/P came. The Head of that laboratory, Mr. Larry Liza, came.").posts == {
        ("Larry Liza", "Head", "")
    }


def test_who_receives_at_a_place_is_of_it(at_conference):
    body = "Mr. Kunio Mikuriya visited RTC Fiji, where he was received by the Principal, Mr. Larry Liza."
    assert at_conference(body).posts == {("Larry Liza", "Principal", "RTC Fiji")}


def test_the_noun_alone_means_the_one_that_is_named_most(at_conference):
    body = "RTC Fiji met RTC Fiji and RTC Japan. The Head of the centre, Mr. Larry Liza, came."
    assert at_conference(body).posts == {("Larry Liza", "Head", "RTC Fiji")}
    assert at_conference(body.replace("the centre", "that centre")).posts == {("Larry Liza", "Head", "RTC Japan")}


def test_who_was_designated_vice_chair_has_no_such_post(at_conference):
    body = "The following were designated: Chair, Mr. Ian Saunders (Togo); Vice-Chair, Mr. Larry Liza (Gambia)."
    assert not at_conference(body).posts


def test_a_second_post_for_some_years(at_conference):
    body = "Mr. Larry Liza, Director of RTC Fiji and for two years Vice-Chair of the WCO MENA region, presided."
    assert {title for _, title, _ in at_conference(body).posts} == {"Director", "Vice-Chair"}


def test_whose_somebody_is(at_conference):
    assert at_conference("The ROCB ESA's Larry Liza spoke.").posts == {("Larry Liza", "", "ROCB ESA")}
    assert at_conference("Samoa's Mr. Larry Liza spoke.").posts == set()


@pytest.mark.parametrize(
    "verb", ["was appointed", "has been appointed as the", "was appointed by consensus as", "took over as", "becomes"]
)
def test_an_appointment_behind_an_apposition_is_a_post(at_conference, verb):
    read = at_conference(f"Mr. Larry Liza, Deputy Director of RTC Fiji, {verb} Director of the ROCB ESA.")
    assert read.posts == {("Larry Liza", "Deputy Director", "RTC Fiji"), ("Larry Liza", "Director", "ROCB ESA")}


def test_a_relative_clause_behind_an_apposition_is_read(at_conference):
    body = "Mr. Larry Liza, Head of RTC Fiji, who doubles as Vice-Chair of the WCO MENA region, spoke."
    assert {title for _, title, _ in at_conference(body).posts} == {"Head", "Vice-Chair"}


def test_the_chair_of_a_standing_body_holds_a_post(stated):
    read = stated(
        "The 143rd Sessions of the WCO Council were held. The Council heard Ms. Ho, Chairperson of the Council and "
        "Director of Fiji Customs, on 3 May 2024.",
        "143rd Sessions of the WCO Council",
    )
    assert {(title, office) for _, title, office in read.posts} == {
        ("Chairperson", "Council"),
        ("Director", "Fiji Customs"),
    }
    assert "chair" not in {role for _, role, _ in read.roles}


def test_heads_of_several_are_of_one_each(at_conference):
    body = "It was attended by the heads of the RTCs of Abuja and Ouagadougou, Mr. Larry Liza and Ms. Ho."
    assert at_conference(body).posts == {("Larry Liza", "Head", "RTC Abuja"), ("Ho", "Head", "RTC Ouagadougou")}


@pytest.mark.parametrize(
    ("body", "post"),
    [
        ("Vice-Chair for Europe Mr. Larry Liza spoke.", ("Larry Liza", "Vice-Chair", "Europe")),
        ("Mr. Larry Liza of the outgoing RTC Fiji spoke.", ("Larry Liza", "", "RTC Fiji")),
        ("Mr. Larry Liza, a Trade Officer at the Royal Samoan Embassy, spoke.",
         ("Larry Liza", "Trade Officer", "Royal Samoan Embassy")),
    ],
)  # fmt: skip
def test_where_a_post_is(at_conference, body, post):
    assert at_conference(body).posts == {post}


def test_the_region_behind_the_organization_ends_the_post(roles):
    body = "It was addressed by Mr. Larry Liza, Vice-Chair of the WCO for the MENA region, who chaired the Conference."
    assert ("Larry Liza", "chair") in roles(body)


@pytest.mark.parametrize("verb", ["will become", "was appointed the next"])
def test_a_post_to_come_is_incoming(verb):
    text = (
        f"Published by: WCO\n\n4th Workshop on Value\n\nMr. Larry Liza, Head of RTC Fiji, {verb} Director of the OCO.\n"
    )
    statuses = {post.title: post.status for post in extract(read_text(text, "r")).posts}
    assert statuses == {"Head": None, "Director": PostStatus.INCOMING}


def test_the_host_ministry_is_an_office(at_conference):
    body = "It was hosted by the Ministry of Trade of Fiji. Mr. Larry Liza, Secretary of the host ministry, spoke."
    assert ("Larry Liza", "Secretary", "Ministry of Trade of Fiji") in at_conference(body).posts


@pytest.mark.parametrize(
    ("body", "post"),
    [
        ("Mr. Larry Liza (Fiji Customs, Deputy Director) spoke.", ("Deputy Director", "Fiji Customs")),
        ("Mr. Larry Liza of Fiji Customs, where he is Deputy Director, spoke.", ("Deputy Director", "Fiji Customs")),
        ("Mr. Larry Liza works for Fiji Customs as a Deputy Director.", ("Deputy Director", "Fiji Customs")),
        ("Mr. Larry Liza has been at the helm of the ROCB ESA since 2019.", ("Head", "ROCB ESA")),
        ("Mr. Larry Liza, who teaches at the University of Nairobi, spoke.", ("", "University of Nairobi")),
        ("Director Larry Liza, who leads Fiji Customs, spoke.", ("Director", "Fiji Customs")),
        ("Mr. Larry Liza took up the post of Director of the ROCB ESA in May.", ("Director", "ROCB ESA")),
        ("Mr. Larry Liza, who until December was Director of the OCO, spoke.", ("Director", "OCO")),
    ],
)
def test_one_post_is_told(at_conference, body, post):
    assert at_conference(body).posts == {("Larry Liza", *post)}


def test_a_title_and_another_post_in_a_part(at_conference):
    body = "Deputy Commissioner Larry Liza, who heads the agency's Enforcement Group, spoke."
    assert ("Larry Liza", "Head", "Enforcement Group") in at_conference(body).posts


def test_a_post_that_was_left_is_former():
    text = "Published by: WCO\n\n4th Workshop on Value\n\nMr. Larry Liza left the post of Director of the OCO in May.\n"
    assert [(post.title, post.status) for post in extract(read_text(text, "r")).posts] == [
        ("Director", PostStatus.FORMER)
    ]


def test_what_somebody_was_and_is_today(at_conference):
    body = "Mr. Larry Liza, former Head of the ROCB ESA and today Director of Fiji Customs, spoke."
    assert at_conference(body).posts == {
        ("Larry Liza", "Head", "ROCB ESA"),
        ("Larry Liza", "Director", "Fiji Customs"),
    }


def test_people_of_several_offices_are_of_one_each(at_conference):
    body = "The Heads of RTC Kenya and RTC Zimbabwe, Mr. Larry Liza and Ms. Ho, spoke."
    assert at_conference(body).posts == {("Larry Liza", "Head", "RTC Kenya"), ("Ho", "Head", "RTC Zimbabwe")}


def test_a_list_goes_on_behind_who_is_of_something_unknown(roles):
    body = "The guests included Colonel Larry Liza of the mounted guard, Mr. Ian Saunders and Ms. Ho."
    assert {who for who, role in roles(body) if role == "attendee"} == {"Larry Liza", "Ian Saunders", "Ho"}


@pytest.mark.parametrize(
    "body",
    [
        "For Fiji Customs, Mr. Larry Liza and Ms. Ho attended.",
        "From Fiji Customs came Mr. Larry Liza and Ms. Ho.",
        "Fiji Customs sent two officers to the Conference, Mr. Larry Liza and Ms. Ho.",
        "Fiji Customs was represented by two observers, Mr. Larry Liza and Ms. Ho.",
    ],
)
def test_those_who_come_for_an_office_are_of_it(at_conference, body):
    read = at_conference(body)
    assert read.posts == {("Larry Liza", "", "Fiji Customs"), ("Ho", "", "Fiji Customs")}
    assert {who for who, _, _ in read.roles} >= {"Larry Liza", "Ho"}


def test_who_leads_a_delegation_is_not_the_head_of_its_office(at_conference):
    body = "A delegation of Fiji Customs, headed by Mr. Larry Liza, attended."
    assert at_conference(body).posts == set()


def test_where_somebody_comes_from_is_no_office(at_conference):
    body = "Mr. Larry Liza, of Fiji, gave a talk. Present were Mr. Ian Saunders and Ms. Ho, both from Samoa."
    read = at_conference(body)
    assert read.posts == set()
    assert {who for who, _, _ in read.roles} == {"Larry Liza", "Ian Saunders", "Ho"}


def test_the_officials_of_another_office_stand_beside_somebody(at_conference):
    read = at_conference("Present were the Director of RTC Fiji, Mr. Larry Liza, and officials of the OCO.")
    assert read.posts == {("Larry Liza", "Director", "RTC Fiji")}
    assert {who for who, _, _ in read.roles} == {"Larry Liza", "OCO"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("The post of Head of the ROCB A/P will be taken over in July by Mr. Larry Liza.", PostStatus.INCOMING),
        ("Mr. Larry Liza has since been appointed Head of the ROCB A/P.", None),
    ],
)
def test_posts_that_somebody_takes_over(body, status):
    text = f"Published by: WCO\n\n4th Workshop on Value\n\n{body}\n"
    assert [(post.title, post.status) for post in extract(read_text(text, "r")).posts] == [("Head", status)]


@pytest.mark.parametrize(
    ("body", "posts"),
    [
        (
            "Mr. Larry Liza, Under-Secretary of State and Head of the Polish Customs Service, spoke.",
            {("Larry Liza", "Head", "Polish Customs Service")},
        ),
        (
            "Mr. Larry Liza, Deputy Head of the RILO A/P since 2011, is now its Head.",
            {("Larry Liza", "Deputy Head", "RILO A/P"), ("Larry Liza", "Head", "RILO A/P")},
        ),
        (
            "RTC Fiji, number seven of the region, will be headed by Mr. Larry Liza.",
            {("Larry Liza", "Head", "RTC Fiji")},
        ),
        (
            "Lectures were given by WCO experts Larry Liza and Norikazu Kuramoto.",
            {("Larry Liza", "", "WCO"), ("Norikazu Kuramoto", "", "WCO")},
        ),
        (
            "Mr. Larry Liza, Director of the Central Laboratory (CRL), i.e. RCL Fiji, spoke.",
            {("Larry Liza", "Director", "Central Laboratory (CRL)")},
        ),
        (
            "Mr. Ian Saunders, Head of Fiji Customs, came. Talks were given by Ms. Ho from the same service.",
            {("Ian Saunders", "Head", "Fiji Customs"), ("Ho", "", "Fiji Customs")},
        ),
    ],
)
def test_posts_that_stand_farther_off(at_conference, body, posts):
    assert at_conference(body).posts >= posts


def test_the_post_of_an_office_of_a_country_is_at_the_office(roles):
    body = "It was sponsored by the United Kingdom's Her Majesty's Revenue and Customs (HMRC)."
    assert roles(body) == {("Her Majesty's Revenue and Customs (HMRC)", "sponsor")}


@pytest.mark.parametrize(
    ("body", "posts"),
    [
        (
            "Mr. Larry Liza, Head of the Risk Section, the Audit Directorate, the Fiji Revenue Authority, spoke.",
            {("Larry Liza", "Head", "Risk Section")},
        ),
        (
            "The Chief of the Trade Facilitation Section at UNCTAD, Mr. Larry Liza, spoke.",
            {("Larry Liza", "Chief", "Trade Facilitation Section")},
        ),
        ("Mr. Larry Liza, Head of Delegation of Fiji, spoke.", set()),
        (
            "Mr. Larry Liza, Chief of Staff to the Commissioner of Fiji Customs, spoke.",
            {("Larry Liza", "Chief of Staff", "Fiji Customs")},
        ),
        (
            "Mr. Larry Liza, Minister Counsellor for Trade in the Embassy of Fiji, spoke.",
            {("Larry Liza", "Minister Counsellor", "")},
        ),
        (
            "Ms. Ho and Mr. Larry Liza of Fiji Customs spoke.",
            {("Ho", "", "Fiji Customs"), ("Larry Liza", "", "Fiji Customs")},
        ),
        (
            "Program Managers Norikazu Kuramoto and Larry Liza of the ROCB A/P spoke.",
            {("Norikazu Kuramoto", "Program Manager", "ROCB A/P"), ("Larry Liza", "Program Manager", "ROCB A/P")},
        ),
        (
            "Ms. Ho, Head, and Mr. Larry Liza, Program Manager, both of the ROCB A/P, spoke.",
            {("Ho", "Head", "ROCB A/P"), ("Larry Liza", "Program Manager", "ROCB A/P")},
        ),
        (
            "Ms. Ho and Mr. Larry Liza, Director and Adviser respectively at Fiji Customs, spoke.",
            {("Ho", "Director", "Fiji Customs"), ("Larry Liza", "Adviser", "Fiji Customs")},
        ),
        (
            "Mr. Larry Liza, who was appointed Head of the RILO A/P in January, spoke.",
            {("Larry Liza", "Head", "RILO A/P")},
        ),
        (
            "Mr. Larry Liza, who until 2021 was Director of Fiji Customs, spoke.",
            {("Larry Liza", "Director", "Fiji Customs")},
        ),
        (
            "Mr. Larry Liza, formerly with Fiji Customs and today Adviser of the OCO, spoke.",
            {("Larry Liza", "", "Fiji Customs"), ("Larry Liza", "Adviser", "OCO")},
        ),
        (
            "Mr. Larry Liza, Member of the National Board of Revenue, spoke.",
            {("Larry Liza", "Member", "National Board of Revenue")},
        ),
        (
            "Mr. Larry Liza, Head of the RILO A/P, and the Director of Fiji Customs had drafted it.",
            {("Larry Liza", "Head", "RILO A/P")},
        ),
        ("Mr. Larry Liza, a resource person from the OCO, spoke.", {("Larry Liza", "", "OCO")}),
        ("Mr. Larry Liza, Manager of Laguna Harbour, spoke.", {("Larry Liza", "Manager", "Laguna Harbour")}),
        (
            "Mr. Larry Liza, Governor of the Zakat, Tax and Customs Authority (ZATCA) of Saudi Arabia, spoke.",
            {("Larry Liza", "Governor", "Zakat, Tax and Customs Authority (ZATCA) of Saudi Arabia")},
        ),
        (
            "Ms. Ho, Senior Customs Inspector at Fiji Customs, spoke.",
            {("Ho", "Senior Customs Inspector", "Fiji Customs")},
        ),
    ],
)
def test_offices_within_offices_and_posts_told_for_several(at_conference, body, posts):
    read = at_conference(body)
    assert read.posts == posts
    assert {who for who, role, _ in read.roles if role == "speaker"} <= {"Larry Liza", "Norikazu Kuramoto", "Ho"}


def test_an_acronym_of_another_country_is_another_office(stated):
    read = stated(
        "The Superintendency of Tax Administration (SAT) of Guatemala hosted the 2nd Pacific Dialogue. "
        "Mr. Larry Liza of the SAT of Mexico came."
    )
    assert read.posts == {("Larry Liza", "", "SAT of Mexico")}


def test_its_is_of_the_country_that_the_sentence_is_about(stated):
    read = stated("The Fiji Customs Service came. Samoa proposes its National Director of Customs, Mr. Larry Liza.")
    assert read.posts == {("Larry Liza", "National Director of Customs", "Samoa")}


@pytest.mark.parametrize(
    "lead", ["On behalf of the Minister", "Standing in for the Director General", "Together with the Head of the RILO"]
)
def test_a_title_before_the_comma_of_a_lead_is_anothers(at_conference, lead):
    told = at_conference(f"{lead}, Deputy Commissioner Lara Diallo opened the conference.")
    assert {(who, title) for who, title, _ in told.posts} == {("Lara Diallo", "Deputy Commissioner")}
    assert {(who, role) for who, role, _ in told.roles} == {("Lara Diallo", "opening")}


def test_both_are_the_last_two_of_three(stated):
    read = stated("Mr. Tom Adeyemi came with Mr. Ken Opoku and Ms. Lara Diallo, both Directors of RTC Fiji.")
    assert {who for who, title, _ in read.posts if title == "Director"} == {"Ken Opoku", "Lara Diallo"}


@pytest.mark.parametrize(
    ("sentence", "posts"),
    [
        (
            "Ms. Lara Diallo and Mr. Ken Opoku, respectively Capacity Building Manager and Analyst of the WCO.",
            {("Lara Diallo", "Capacity Building Manager"), ("Ken Opoku", "Analyst")},
        ),
        ("Mr. Ken Opoku, the very first Director of RTC Fiji, came.", {("Ken Opoku", "Director")}),
        ("Mr. Ken Opoku will join RTC Fiji as Deputy Director.", {("Ken Opoku", "Deputy Director")}),
        (
            "Mr. Ken Opoku, who had joined RTC Fiji in 2016 as Programme Officer and became its Director, left.",
            {("Ken Opoku", "Programme Officer"), ("Ken Opoku", "Director")},
        ),
        ("Mr. Ken Opoku, who is due to leave Suva to become Director of RTC Fiji, came.", {("Ken Opoku", "Director")}),
        (
            "Mr. Ken Opoku, Head of RTC Fiji, was elected President of the OCO.",
            {("Ken Opoku", "Head"), ("Ken Opoku", "President")},
        ),
        ("Mr. Ken Opoku, Head of RTC Fiji, was elected chair.", {("Ken Opoku", "Head")}),
        (
            "RTC Fiji will be headed by Mr. Ken Opoku, until July Superintendent in Suva.",
            {("Ken Opoku", "Head"), ("Ken Opoku", "Superintendent")},
        ),
    ],
)
def test_what_somebody_is_or_becomes(stated, sentence, posts):
    assert {(who, title) for who, title, _ in stated(sentence).posts} == posts


def test_the_region_of_a_vice_chair_is_where_no_other_title_is_held(stated):
    read = stated(
        "It was led by Commissioner General Ken Opoku, the outgoing Vice-Chair of the ESA region, whose term ends."
    )
    assert {(title, office) for _, title, office in read.posts} == {
        ("Commissioner General", ""),
        ("Vice-Chair", "ESA region"),
    }
