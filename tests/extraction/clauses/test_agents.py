"""Agents of a sentence, with the posts that stand beside their names."""

import pytest


def test_that_of_another_office_is_the_same_title(stated):
    body = (
        "Around the table were the Heads of the RTCs of Fiji and Japan, the Head of the RILO A/P, Mr. Larry Liza, and "
        "that of the ROCB A/P, Mr. Norikazu Kuramoto."
    )
    assert stated(body).posts == {
        ("Larry Liza", "Head", "RILO A/P"),
        ("Norikazu Kuramoto", "Head", "ROCB A/P"),
    }


def test_the_colleague_of_somebody_is_the_one_who_acts(at_conference):
    read = at_conference("Mr. Larry Liza came. It was closed by Mr. Liza's colleague Mr. Norikazu Kuramoto.")
    assert {who for who, role, _ in read.roles if role == "closing"} == {"Norikazu Kuramoto"}


@pytest.mark.parametrize("delegation", ["The Fiji delegation", "Fiji's delegation"])
def test_the_delegation_of_a_country_is_its_people(at_conference, delegation):
    read = at_conference(f"{delegation} attended the Conference.")
    assert {who for who, role, _ in read.roles if role == "attendee"} == {"Fiji"}


def test_a_label_says_of_which_office_who_stands_behind_it_is(at_conference):
    body = (
        "Present:\n- RTC Fiji: Mr. Larry Liza, Head\n- RTC Japan: Mr. Kunio Mikuriya\n"
        "- Excused: Mr. Ian Saunders (Samoa)"
    )
    read = at_conference(f"\n\n{body}")
    assert read.posts == {("Larry Liza", "Head", "RTC Fiji"), ("Kunio Mikuriya", "", "RTC Japan")}
    assert {who for who, role, _ in read.roles if role == "attendee"} == {"Larry Liza", "Kunio Mikuriya"}


def test_who_seconded_is_not_who_was_elected(at_conference):
    body = "Upon the proposal of Samoa, seconded by Fiji, Mr. Larry Liza was elected Chairperson of the Conference."
    read = at_conference(body)
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "chair")}


def test_a_list_ends_before_a_clause_that_says_something_else(at_conference):
    read = at_conference("It was attended by the ROCB ESA, whereas the RTC Fiji followed it as an observer.")
    assert {(who, role) for who, role, _ in read.roles} == {("ROCB ESA", "attendee"), ("RTC Fiji", "observer")}


def test_what_an_office_is_called_behind_its_name_is_no_other_one(at_conference):
    read = at_conference("The Korea Customs Service, Vice-Chair of the region, was host.")
    assert {who for who, role, _ in read.roles if role == "host"} == {"Korea Customs Service"}


def test_heads_of_customs_of_two_countries_are_their_people(roles):
    assert roles("The Heads of Customs of Fiji and Samoa were present.") == {
        ("Fiji", "attendee"),
        ("Samoa", "attendee"),
    }


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "Present were the Directors of the Abuja and Brazzaville RTCs and the WCO.",
            {"RTC Abuja", "RTC Brazzaville", "WCO"},
        ),
        ("The Abuja and Brazzaville RTCs attended.", {"RTC Abuja", "RTC Brazzaville"}),
        (
            "The WCO, the OCO Secretariat and four business associations were also represented.",
            {"WCO", "OCO Secretariat"},
        ),
        ("Australia, as Vice-Chair of the region, was present as well.", {"Australia"}),
        ("The Japanese Embassy attended.", {"Japanese Embassy"}),
    ],
)
def test_organizations_that_attended(roles, body, names):
    assert {who for who, role in roles(body) if role == "attendee"} == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Also in attendance: SSPC, QORD and the World Bank.", {"SSPC", "QORD", "World Bank"}),
        ("It was attended by 25 delegates as well as the WCO and Fiji.", {"WCO", "Fiji"}),
        ("In attendance were delegates of 18 members, in addition to the WCO and Fiji.", {"WCO", "Fiji"}),
    ],
)
def test_a_list_goes_on_from_who_is_not_known_or_not_named(roles, body, names):
    assert {(name, "attendee") for name in names} == roles(body)


def test_acronyms_alone_are_no_agents(roles):
    assert roles("Also in attendance: SSPC and QORD.") == set()


def test_a_clause_of_its_own_begins_behind_a_passive(roles):
    body = "It was prepared by the ROCB A/P, and the WCO had provided the funds."
    assert roles(body) == {("ROCB A/P", "organizer"), ("WCO", "sponsor")}
    body = "It was organized in cooperation with the ROCB A/P, RTC Fiji kindly hosted it."
    assert roles(body) == {("ROCB A/P", "organizer"), ("RTC Fiji", "host")}
    body = "It was organized by the ROCB A/P and funded by the WCO."
    assert roles(body) == {("ROCB A/P", "organizer"), ("WCO", "sponsor")}


def test_who_speaks_on_behalf_of_a_title_does_not_hold_it(at_conference):
    body = "On behalf of the Director General Mr. Larry Liza from Fiji Customs informed the participants about data."
    assert at_conference(body).posts == {("Larry Liza", "", "Fiji Customs")}


def test_who_opens_on_behalf_of_somebody_named_is_named_behind_him(at_conference):
    read = at_conference(
        "Opening the Conference on behalf of the Director General, Mr. Larry Liza, the Head of Training, "
        "Mr. Ian Saunders, said that trade matters."
    )
    assert {(who, title) for who, title, _ in read.posts} == {
        ("Larry Liza", "Director General"),
        ("Ian Saunders", "Head of Training"),
    }
    assert {(who, role) for who, role, _ in read.roles} == {("Ian Saunders", "opening")}


def test_a_service_within_an_administration_is_a_part_of_it(roles):
    body = "It was moderated by Mr. Larry Liza, Head of the Internal Audit Service, Korea Customs Service, and Ms. Ho."
    assert {who for who, _ in roles(body)} == {"Larry Liza", "Ho"}


def test_a_guest_from_an_office_is_of_it(at_conference):
    read = at_conference("A guest speaker from Europol, Mr. Larry Liza, presented the operation.")
    assert read.posts == {("Larry Liza", "", "Europol")}
    assert ("Larry Liza", "speaker") in {(who, role) for who, role, _ in read.roles}


def test_a_counterpart_for_a_part_of_the_world_is_somebody(roles):
    body = "Mr. Larry Liza, Head of RTC Fiji, and his counterpart for central Asia, Ms. Ho, shared their results."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ho", "speaker")}


def test_of_an_organization_and_those_of_which_it_is_a_part_it_is_the_one_that_acts(roles):
    body = "The Central Board of Customs, Department of Revenue, Ministry of Finance, hosted the Conference."
    assert roles(body) == {("Central Board of Customs", "host")}


def test_the_country_behind_the_last_office_is_where_it_is(roles):
    body = "Mr. Larry Liza, Head, RTC Fiji and Ms. Ho, Director, Department of Revenue, Bhutan briefed the Conference."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ho", "speaker")}


def test_whose_office_somebody_is_was_not_there_itself(roles):
    body = "It drew delegates from RTC Fiji and the ROCB A/P, the WCO's regional office in Bangkok."
    assert roles(body) == {("RTC Fiji", "attendee"), ("ROCB A/P", "attendee")}


def test_the_deputy_of_somebody_may_have_a_title(roles):
    body = "Mr. Larry Liza spoke. It was closed by Mr. Liza's deputy, Deputy Director Kunio Mikuriya."
    assert ("Kunio Mikuriya", "closing") in roles(body)
    assert ("Larry Liza", "closing") not in roles(body)


def test_where_an_office_is_based_is_no_part_of_its_name(roles):
    assert roles("It was organized by the Brussels-based World Customs Organization.") == {
        ("World Customs Organization", "organizer")
    }


def test_who_speaks_on_behalf_of_a_title_has_one_of_her_own(at_conference):
    read = at_conference(
        "On behalf of the Director of the ROCB ESA, Ms. Ho, Finance and Administration Manager, spoke."
    )
    assert {(title, office) for _, title, office in read.posts} == {("Manager", "Finance and Administration")}


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("From RTC Fiji, Mr. Larry Liza and Ms. Ho, Managers, attended in person.", {"Larry Liza", "Ho"}),
        ("A talk was given by a trade expert from RTC Fiji, Mr. Larry Liza.", {"Larry Liza"}),
    ],
)
def test_from_where_somebody_comes_is_no_agent_beside_him(roles, body, people):
    assert {who for who, _ in roles(body)} == people


def test_a_colon_within_a_sentence_is_no_label(at_conference):
    read = at_conference("They signed a letter on an RTC Fiji: Mr. Larry Liza put his name to it.")
    assert read.posts == set()


def test_a_country_that_is_thanked_is_its_administration(roles):
    assert roles("Mr. Larry Liza spoke. He thanked Samoa for its hospitality.") >= {("Samoa", "host")}


def test_an_office_that_owns_something_is_not_there(roles):
    assert roles("Forty delegates attended, representing 20 of the OCO's 23 members.") == set()


def test_of_the_office_in_an_apposition_something_is_said(roles):
    assert roles("Mr. Larry Liza, Head of RTC Fiji, which hosted the Conference, opened it.") == {
        ("Larry Liza", "opening"),
        ("RTC Fiji", "host"),
    }


def test_the_parts_of_a_kind_that_is_counted_are_members_of_the_list(roles):
    body = "It gathered the WCO, the ROCB ESA and two training centers of the region, namely RTC Fiji and RTC Japan."
    assert {who for who, _ in roles(body)} == {"WCO", "ROCB ESA", "RTC Fiji", "RTC Japan"}


def test_they_are_those_who_were_counted(roles):
    assert roles("We counted 34 delegates. They came from nine RTCs, i.e. RTC Fiji and Japan.") == {
        ("RTC Fiji", "attendee"),
        ("RTC Japan", "attendee"),
    }


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("It was hosted by RTC Fiji together with the Ministry of Finance.", {"RTC Fiji", "Ministry of Finance"}),
        ("It was hosted by the OCO, the Ministry of Finance, the Department of Trade.",
         {"OCO", "Ministry of Finance", "Department of Trade"}),
        ("It was hosted by RTC Fiji's management.", {"RTC Fiji"}),
        ("It was hosted by Mr. Larry Liza, Director of RTC Fiji, which is in Suva.", set()),
    ],
)  # fmt: skip
def test_those_who_hosted_together_and_those_who_did_not(roles, body, names):
    assert {who for who, role in roles(body) if role == "host"} == names


def test_experts_with_a_word_in_brackets_are_of_their_offices(roles):
    assert roles("Presentations were made by experts (trainers) from RTC Fiji and the OCO.") == {
        ("RTC Fiji", "speaker"),
        ("OCO", "speaker"),
    }


def test_labels_behind_a_verb_are_labels(at_conference):
    read = at_conference("The speakers were RTC Fiji: Mr. Larry Liza; and RILO A/P: Ms. Ho.")
    assert read.posts == {("Larry Liza", "", "RTC Fiji"), ("Ho", "", "RILO A/P")}


def test_the_centers_of_a_region_stand_in_brackets(roles):
    assert roles("Reports were given by the two RTCs of the region (Fiji and Japan).") == {
        ("RTC Fiji", "speaker"),
        ("RTC Japan", "speaker"),
    }


def test_whom_somebody_speaks_for_may_have_a_name(at_conference):
    body = "Speaking on behalf of the Director of RTC Fiji, Mr. Larry Liza, Director Ian Saunders opened it."
    assert {who for who, role, _ in at_conference(body).roles if role == "opening"} == {"Ian Saunders"}


def test_the_team_of_somebody_is_nobody(roles):
    assert roles("Mr. Larry Liza and his team gave a talk on data.") == {("Larry Liza", "speaker")}


def test_countries_may_stand_with_numbers_of_people(roles):
    assert roles("20 officers (Fiji 3, Samoa 4, Tonga 6) attended.") == {
        ("Fiji", "attendee"),
        ("Samoa", "attendee"),
        ("Tonga", "attendee"),
    }


def test_where_an_office_lies_is_no_second_one(roles):
    assert roles("The costs were met by the Fiji Revenue Service, Fiji.") == {("Fiji Revenue Service", "sponsor")}


def test_under_whose_sponsorship_others_organize(roles):
    body = "Under the sponsorship of CCF/Japan, the WCO and the ROCB A/P jointly organized the Conference."
    assert roles(body) == {("CCF/Japan", "sponsor"), ("WCO", "organizer"), ("ROCB A/P", "organizer")}


def test_who_makes_up_a_delegation_acts(stated):
    body = "A delegation made up of Mr. Larry Liza, Head of the OCO, and Ms. Ho, Adviser, paid a visit to RTC Fiji."
    read = stated(body, headline="Visit to RTC Fiji")
    assert {who for who, role, _ in read.roles if role == "visitor"} == {"Larry Liza", "Ho"}


def test_whom_a_country_owns_in_a_list_is_its_member(roles):
    body = "The panelists were Mr. Larry Liza of the OCO and Fiji's Ms. Ho."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ho", "speaker")}


def test_what_a_ceremony_had_somebody_as_is_no_post(at_conference):
    read = at_conference("The Conference had as its chairman Colonel Larry Liza, Head of RTC Fiji.")
    assert read.posts == {("Larry Liza", "Head", "RTC Fiji")}
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "chair")}


def test_a_crowd_among_which_others_were_begins_no_list(roles):
    body = "RTC Fiji and RTC Japan were among the 38 participants, together with staff of the OCO."
    assert roles(body) == {(who, "attendee") for who in ("RTC Fiji", "RTC Japan", "OCO")}


def test_what_an_office_hosts_as_is_no_other_one(at_conference):
    body = "The Sydney Customs College, Sydney, in its capacity as RTC Fiji, hosted the Conference."
    assert {who for who, role, _ in at_conference(body).roles if role == "host"} == {"Sydney Customs College"}


def test_who_passes_the_gavel_takes_it_not(roles):
    body = "The gavel passed from Mr. Larry Liza, to Ms. Ho, under whose chairmanship the Conference got to work."
    assert roles(body) == {("Ho", "chair")}


def test_a_country_behind_the_office_of_a_person_is_where_it_is(roles):
    body = "Present were Ms. Ho of the OCO, Mr. Larry Liza of Fiji Customs, Japan, and staff of RTC Korea."
    assert roles(body) == {(who, "attendee") for who in ("Ho", "Larry Liza", "RTC Korea")}


def test_a_label_behind_a_name_is_no_post_of_its_bearer(at_conference):
    body = "\n\nA bureau was formed:\nChair: Ms. Ann Ho (Fiji)\nRapporteurs: Mr. Larry Liza and Mr. Ian Saunders"
    read = at_conference(body)
    assert read.posts == set()
    assert {who for who, role, _ in read.roles if role == "chair"} == {"Ann Ho"}


def test_special_guests_are_told_at_the_end_of_a_list(roles):
    body = (
        "Present were the heads of customs of Fiji and Japan, and as special guests delegates of the OCO and RTC Korea."
    )
    assert {who for who, role in roles(body) if role == "attendee"} == {"Fiji", "Japan", "OCO", "RTC Korea"}


def test_the_chair_may_be_told_by_a_verb(roles):
    assert roles("The Chair was Mr. Larry Liza.") == {("Larry Liza", "chair")}


def test_the_chair_of_a_forum_that_is_another_event_does_not_chair_this_one(roles):
    body = "The Chairman of the 5th Asian Customs Forum, Mr. Larry Liza, spoke."
    assert "chair" not in {role for _, role in roles(body)}


def test_somebody_absent_opens_nothing(at_conference):
    read = at_conference(
        "In the absence of the Minister of Finance, Mr. Larry Liza, Deputy Head of RTC Fiji, opened it."
    )
    assert read.posts == {("Larry Liza", "Deputy Head", "RTC Fiji")}
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "opening")}
