"""What a sentence denies gives no role."""

import pytest


@pytest.mark.parametrize(
    "plan",
    [
        "The next one is planned for Nadi in March 2024, with Mr. Larry Liza as moderator.",
        "A course shall take place in June, with Mr. Larry Liza as moderator.",
    ],
)
def test_a_plan_gives_no_role_to_whom_it_is_with(roles, plan):
    assert roles(plan) == set()


def test_what_was_with_somebody_does(roles):
    assert roles("A panel followed, with Mr. Larry Liza as moderator.") == {("Larry Liza", "moderator")}


@pytest.mark.parametrize(
    "body",
    [
        "Upon the proposal of Australia, supported by Fiji and China, Mr. Larry Liza was elected as Vice-Chair.",
        "The WCO congratulated the ROCB A/P in his speech.",
    ],
)
def test_who_is_only_named_beside_a_phrase_has_no_role(roles, body):
    assert not {who for who, _ in roles(body)} & {"Fiji", "China", "ROCB A/P"}


def test_whose_speech_was_read_by_another_did_not_speak(roles):
    body = "The opening remarks of Mr. Larry Liza, who was held up, were read on his behalf by Ms. Ann Ho."
    assert roles(body) == {("Ann Ho", "opening")}


def test_who_spoke_for_an_office_and_was_not_read_is_not_the_office(roles):
    assert not roles("The favourite was an entry of Korea Customs Service, who presented it with slides.")
    assert ("Korea Customs Service", "speaker") in roles("Korea Customs Service presented it with slides.")


def test_had_chaired_is_about_the_past_unless_the_meeting_stands_behind_it(roles):
    assert ("Larry Liza", "chair") in roles("Mr. Larry Liza, who had chaired the Conference, left.")
    assert ("Larry Liza", "chair") not in roles("Mr. Larry Liza, who had chaired many of them, left.")


@pytest.mark.parametrize(
    "body",
    [
        "Certificates of attendance were presented by Mr. Larry Liza.",
        "In an interview with the radio Mr. Larry Liza shared his impressions.",
    ],
)
def test_what_is_not_said_to_the_meeting_is_no_speech(roles, body):
    assert not roles(body)


def test_with_whom_something_was_made_did_not_come_along(roles):
    body = "Mr. Larry Liza presented a tool developed together with the ROCB A/P."
    assert roles(body) == {("Larry Liza", "speaker")}
    assert ("ROCB A/P", "speaker") in roles("Mr. Larry Liza presented a tool together with the ROCB A/P.")


@pytest.mark.parametrize(
    ("denied", "said", "role"),
    [
        ("No lecture was given by Mr. Larry Liza.", "A lecture was given by Mr. Larry Liza.", "speaker"),
        ("Neither Fiji nor Mr. Larry Liza attended.", "Both Fiji and Mr. Larry Liza attended.", "attendee"),
        ("A report by Mr. Larry Liza was circulated.", "A report by Mr. Larry Liza was heard.", "speaker"),
    ],
)
def test_what_is_denied_is_not_stated(roles, denied, said, role):
    assert ("Larry Liza", role) not in roles(denied)
    assert ("Larry Liza", role) in roles(said)


def test_no_fewer_is_many(roles):
    assert roles("No fewer than ten lectures were given by Mr. Larry Liza.") == {("Larry Liza", "speaker")}


@pytest.mark.parametrize("line", ["Report by Mr. Larry Liza, Director", "Report by the ROCB ESA, Nairobi"])
def test_who_wrote_the_report_did_not_speak(roles, line):
    assert roles(f"\n\n{line}") == set()


def test_a_report_that_was_given_was_heard(roles):
    assert roles("A report by Mr. Larry Liza followed.") == {("Larry Liza", "speaker")}


def test_who_supports_a_school_sponsors_no_event(roles):
    assert roles("Mr. Larry Liza told of a dog school, which is supported by Samoa.") == {("Larry Liza", "speaker")}


@pytest.mark.parametrize(
    "body",
    [
        "A third speaker, Mr. Larry Liza, was unable to travel.",
        "A lecture by Mr. Larry Liza had to be dropped.",
        "A talk by Mr. Larry Liza could not be given.",
        "A second lecture by Mr. Larry Liza is planned.",
        "All received certificates bearing the signature of Mr. Larry Liza.",
    ],
)
def test_what_did_not_come_to_pass_is_not_stated(roles, body):
    assert roles(body) == set()
