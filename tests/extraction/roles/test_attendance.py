"""Lists of those who came."""

import pytest

ROLL = "\n\nAttendance list\n\nMr. Larry Liza - Director, ROCB ESA\nMr. Ian Saunders - Head, RTC Fiji\n\n"


def test_those_under_a_heading_came(at_conference):
    read = at_conference(f"{ROLL}The participants thanked Ms. Ho.")
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "attendee"), ("Ian Saunders", "attendee")}


def test_the_list_ends_with_the_first_sentence(at_conference):
    read = at_conference(f"{ROLL}Ms. Ho was excused.\n\nMr. Kunio Mikuriya - Secretary General, WCO\n")
    assert not {who for who, _, _ in read.roles} & {"Ho", "Kunio Mikuriya"}


def test_whose_posters_were_there_did_not_come_themselves(roles):
    assert roles("The delegates took part; posters of three members (Mongolia, Bhutan, Samoa) had been hung.") == set()


def test_speakers_under_a_heading_spoke(roles):
    body = (
        "It was an event.\n\nSPEAKERS\n\nDay 1\nMr. Larry Liza, Director of the ROCB ESA - Goods after the reform\n"
        "Ms. Ho, Blue Marketplace - What platforms can share\n\nThe end was quiet. Mr. Ian Saunders was pleased."
    )
    assert roles(body) == {("Larry Liza", "speaker"), ("Ho", "speaker")}


@pytest.mark.parametrize("lead", ["Also took part", "It was attended by"])
def test_each_centre_came_though_its_name_has_the_form_of_a_kind(roles, lead):
    body = f"{lead} RTC Brazzaville and the RTC of Ouagadougou."
    assert roles(body) == {("RTC Brazzaville", "attendee"), ("RTC of Ouagadougou", "attendee")}


def test_of_a_list_behind_its_kind_each_came(roles):
    body = "It was attended by SADC and three Regional Training Centres, i.e. RTC Kenya, RTC Egypt and RTC Fiji."
    assert {who for who, _ in roles(body)} == {"SADC", "RTC Kenya", "RTC Egypt", "RTC Fiji"}


def test_trainers_who_filled_a_session_are_no_list_of_moderators(roles):
    body = "Two trainers filled the sessions: Mr. Larry Liza and Mr. Ian Saunders presented the new headings."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ian Saunders", "speaker")}
