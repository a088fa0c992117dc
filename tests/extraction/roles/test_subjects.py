"""Of whom a verb is said."""

import pytest


def test_a_relative_clause_is_said_of_the_office_before_it_whatever_leads_to_that(roles):
    body = "They met at the invitation of the ROCB A/P, which had also organised the meeting."
    assert ("ROCB A/P", "organizer") in roles(body)


def test_a_participle_behind_a_comma_is_said_of_the_nearest(roles):
    body = "Mr. Larry Liza handed the gavel to Mr. Kunio Mikuriya, elected by acclamation to preside."
    assert {who for who, role in roles(body) if role == "chair"} == {"Kunio Mikuriya"}


def test_it_was_somebody_that_did_it(roles):
    assert roles("It was the ROCB A/P that hosted the meeting.") == {("ROCB A/P", "host")}


@pytest.mark.parametrize("words", ["for his part ", "before the act of signing ", ""])
def test_more_may_stand_before_the_verb_of_a_relative_clause(roles, words):
    body = f"Mr. Larry Liza, who {words}presented the manual, left."
    assert roles(body) == {("Larry Liza", "speaker")}


def test_what_the_delegates_did_is_not_said_of_who_spoke_to_them(roles):
    body = "In his concluding remarks, Mr. Larry Liza assured the delegates, who came from afar, of his support."
    assert roles(body) == {("Larry Liza", "closing")}


def test_the_heads_of_countries_are_there_and_not_the_countries(roles):
    body = "The heads of the customs administrations of Fiji and Tonga, Mr. Larry Liza and Ms. Ann Ho, attended it."
    assert roles(body) == {("Larry Liza", "attendee"), ("Ann Ho", "attendee")}


def test_who_was_elected_in_the_next_clause_did_not_chair(roles):
    body = "The chair was taken by Mr. Larry Liza, and Ms. Ann Ho of Fiji was elected vice-chair."
    assert ("Ann Ho", "chair") not in roles(body)


def test_the_latter_is_the_one_named_last(roles):
    body = "It was organized by the ROCB A/P together with RTC Fiji, the latter being its host."
    assert roles(body) == {("ROCB A/P", "organizer"), ("RTC Fiji", "organizer"), ("RTC Fiji", "host")}


def test_what_is_told_of_a_member_of_a_list_with_semicolons_does_not_end_it(roles):
    body = "Welcoming remarks were made by Mr. Larry Liza; Ms. Ann Ho, who noted the growth; and Mr. Ian Saunders."
    assert {who for who, role in roles(body) if role == "opening"} == {"Larry Liza", "Ann Ho", "Ian Saunders"}


def test_what_tells_of_a_country_is_no_subject(roles):
    body = "Mr. Larry Liza of Fiji Customs, the country that holds the post of Vice-Chair, also participated."
    assert roles(body) == {("Larry Liza", "attendee")}


def test_an_adverb_may_stand_before_the_verb(roles):
    assert ("ROCB A/P", "speaker") in roles("The ROCB A/P successively presented its reports.")


def test_of_what_somebody_is_a_member_does_not_come_with_them(roles):
    body = "Mr. Larry Liza, not yet a member of the ROCB A/P, watched the debates as an observer."
    assert roles(body) == {("Larry Liza", "observer")}


def test_who_is_named_last_may_have_done_more(roles):
    body = "It was opened by Mr. Kunio Mikuriya, followed by the remarks of Mr. Larry Liza, who moderated both days."
    assert {role for who, role in roles(body) if who == "Larry Liza"} == {"opening", "moderator"}


def test_both_may_stand_behind_two_names(roles):
    body = "Mr. Larry Liza and Mr. Kunio Mikuriya, both gave reports."
    assert roles(body) == {("Larry Liza", "speaker"), ("Kunio Mikuriya", "speaker")}


def test_a_pronoun_behind_a_semicolon_is_its_own_subject(roles):
    body = "Words of welcome were spoken by Mr. Larry Liza; it was he who chaired the Conference."
    assert roles(body) == {("Larry Liza", "opening"), ("Larry Liza", "chair")}
    assert roles("Mr. Larry Liza came; what they put forward was new.") == {("Larry Liza", "attendee")}


def test_who_thanks_for_something_did_not_do_it(roles):
    body = "The ROCB A/P thanked Fiji Customs for having hosted the Conference."
    assert roles(body) == {("Fiji Customs", "host")}


def test_whom_a_noun_of_his_work_leads_to_is_not_who_acts(roles):
    assert roles("A debate, steered by moderator Ms. Ho, showed what data are for.") == {("Ho", "moderator")}


def test_which_may_stand_behind_several_offices(roles):
    body = "RTC Fiji and RTC Japan, which had organized the Conference, collected the forms."
    assert roles(body) == {("RTC Fiji", "organizer"), ("RTC Japan", "organizer")}


@pytest.mark.parametrize("two", ["Both of them", "The two of them"])
def test_both_of_them_are_the_two_of_whom_the_sentence_before_speaks(roles, two):
    told = {(who, role) for who in ("Larry Liza", "Ho") for role in ("moderator", "speaker")}
    assert roles(f"Mr. Larry Liza and Ms. Ho moderated. {two} gave reports.") == told
    assert roles(f"Mr. Larry Liza and Ms. Ho moderated; {two.lower()} also gave reports.") == told


@pytest.mark.parametrize("beside", ["and the latter acted as its host", "the latter being its host"])
def test_the_latter_is_the_second_of_two_however_named(roles, beside):
    read = roles(f"RTC Fiji prepared the Conference together with RTC Japan, {beside}.")
    assert read == {("RTC Fiji", "organizer"), ("RTC Japan", "organizer"), ("RTC Japan", "host")}


def test_both_in_an_apposition_is_no_subject(roles):
    body = "Mr. Larry Liza and Ms. Ho, both accredited experts, gave lectures on data."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ho", "speaker")}


def test_they_are_those_of_whom_the_sentence_speaks(roles):
    body = "Mr. Larry Liza and Ms. Ho moderated. The candidates were watched while they gave presentations."
    assert roles(body) == {("Larry Liza", "moderator"), ("Ho", "moderator")}


def test_it_was_somebody_which_did_it(roles):
    body = "This year it was RTC Fiji which hosted the Conference."
    assert roles(body) == {("RTC Fiji", "host")}


def test_both_guests_are_not_who_was_named_last(roles):
    body = "Mr. Larry Liza signed for Fiji, and Ms. Ho signed for Japan. On the next day both guests toured the port."
    assert {role for _, role in roles(body)} == {"signatory"}


def test_a_time_may_stand_between_subject_and_verb(roles):
    assert roles("RTC Fiji last week hosted the Conference.") == {("RTC Fiji", "host")}


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza lit the lamp and declared the Conference open.",
        "Mr. Larry Liza cut the ribbon and declared the Conference open.",
        "Mr. Larry Liza rose and declared the Conference open.",
    ],
)
def test_an_irregular_verb_may_come_before_that_of_the_phrase(roles, body):
    assert roles(body) == {("Larry Liza", "opening")}


@pytest.mark.parametrize(
    "body",
    [
        "RTC Fiji, the organizer, thanked everybody.",
        "RTC Fiji, a training centre and organizer of the Conference, thanked everybody.",
        "It was said by RTC Fiji, which was also the main organizer of the Conference, that it went well.",
        "RTC Fiji was the organizer.",
    ],
)
def test_a_noun_is_said_of_the_name_that_it_stands_behind(roles, body):
    assert roles(body) == {("RTC Fiji", "organizer")}


def test_who_stands_in_apposition_to_the_object_of_a_preposition_is_no_subject(roles):
    body = "Mr. Larry Liza had accepted an invitation from the organizers, RTC Fiji and RTC Japan, and attended."
    assert roles(body) == {("Larry Liza", "attendee"), ("RTC Fiji", "organizer"), ("RTC Japan", "organizer")}


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Mr. Larry Liza thanked RTC Fiji in his closing remarks.", "Larry Liza"),
        ("Mr. Larry Liza conveyed his gratitude to the staff of RTC Fiji in his final remarks.", "Larry Liza"),
        ("Mr. Larry Liza praised Ms. Ho, summing up the discussions.", "Larry Liza"),
        ("Mr. Larry Liza thanked Ms. Ho, who in her closing remarks praised all.", "Ho"),
        ("RTC Fiji was praised by Mr. Larry Liza in his closing remarks.", "Larry Liza"),
    ],
)
def test_remarks_are_those_of_who_thanks_in_them(roles, body, who):
    assert roles(body) == {(who, "closing")}


def test_a_list_goes_on_behind_resource_persons_named_one_by_one(roles):
    body = (
        "Lectures were given by Mr. Larry Liza, as well as by two resource persons, i.e. Ms. Ann Ho of Fiji Customs "
        "and Mr. Ian Saunders of Japan Customs."
    )
    assert roles(body) == {("Larry Liza", "speaker"), ("Ann Ho", "speaker"), ("Ian Saunders", "speaker")}


def test_with_whom_as_host_it_was_convened_did_not_convene_it(roles):
    body = "It was convened by the ROCB A/P and with Fiji Customs as host."
    assert roles(body) == {("ROCB A/P", "organizer"), ("Fiji Customs", "host")}
