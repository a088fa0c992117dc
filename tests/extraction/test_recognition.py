import pytest


def test_a_body_that_is_named_like_a_meeting_is_none(at_conference):
    read = at_conference("The United Nations Conference on Trade and Development (UNCTAD) followed it as an observer.")
    main = "18th Conference of Directors General of Customs"
    assert read.roles == {("United Nations Conference on Trade and Development (UNCTAD)", "observer", main)}


def test_labels_of_a_list_within_a_sentence_are_no_posts(stated):
    body = "They elected the bureau as follows: Chair: Mr. Larry Liza (Togo); Vice-Chair: Ms. Ho (Gabon)."
    read = stated(f"The 18th Conference of Directors General was held in Brussels on 20 February 2023. {body}")
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "chair"), ("Ho", "vice-chair")}


@pytest.mark.parametrize("line", ["Head of the RILO A/P, Chair of the Conference", "Chairperson of the Conference"])
def test_who_signs_as_the_chair_chaired(stated, line):
    first = "The 18th Conference of Directors General was held in Brussels, Belgium on 20 February 2023."
    read = stated(f"{first}\n\nLarry Liza\n{line}")
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "chair")}


def test_a_session_may_be_the_main_meeting_by_its_whole_name(stated):
    read = stated("On 20 February 2023 the WCO convened the Fourth Working Group Session of the Trainers Programme.")
    assert {(who, role) for who, role, _ in read.roles} == {("WCO", "organizer")}
