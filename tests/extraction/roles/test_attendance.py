"""Lists of those who came."""

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
