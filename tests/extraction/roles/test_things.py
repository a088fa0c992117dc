"""What is said of a thing, not of the meeting."""

import pytest


@pytest.mark.parametrize("thing", ["The laboratory", "A small museum", "While they met, the new library of the port"])
def test_who_opened_a_thing_did_not_open_the_meeting(roles, thing):
    assert roles(f"{thing} was opened by Mr. Larry Liza.") == set()


def test_the_meeting_in_a_building_is_no_thing(roles):
    assert roles("The training in the new laboratory was opened by Mr. Larry Liza.") == {("Larry Liza", "opening")}
    assert roles("Travel was funded by the ROCB A/P.") == {("ROCB A/P", "sponsor")}


def test_who_gave_a_dinner_did_not_host_the_meeting(roles):
    assert roles("The ROCB A/P hosted a welcome dinner for all.") == set()
    assert roles("A reception hosted by the ROCB A/P followed.") == set()
    assert roles("The ROCB A/P hosted the Conference.") == {("ROCB A/P", "host")}


def test_who_signed_a_letter_signed_nothing_of_the_meeting(roles):
    assert roles("He left with a letter of thanks signed by Mr. Larry Liza.") == set()
    assert roles("The agreement was signed by Mr. Larry Liza.") == {("Larry Liza", "signatory")}


@pytest.mark.parametrize(
    "body",
    [
        "Certificates were presented on the last day by Mr. Larry Liza.",
        "The questionnaire prepared by the ROCB A/P was answered by all.",
        "The operation was conducted by the ROCB A/P.",
        "The seat was provided by the ROCB A/P.",
        "Mr. Larry Liza was presented with flowers by Mr. Kunio Mikuriya.",
    ],
)
def test_what_was_done_with_a_thing_is_no_role(roles, body):
    assert roles(body) == set()


@pytest.mark.parametrize(
    ("what", "organized"), [("study tour", True), ("survey of ports", False), ("joint campaign", False)]
)
def test_other_work_is_no_event_that_was_organized(roles, what, organized):
    assert (("UNCTAD", "organizer") in roles(f"UNCTAD organized a {what}.")) is organized


def test_an_agreement_may_be_called_a_letter(roles):
    assert roles("A letter of intent was signed by Mr. Larry Liza.") == {("Larry Liza", "signatory")}


def test_who_paid_for_a_study_did_not_pay_for_the_meeting(roles):
    assert roles("Mr. Larry Liza presented a study funded by Samoa.") == {("Larry Liza", "speaker")}


def test_a_tour_of_something_is_no_event(roles):
    assert roles("As host, the ROCB A/P arranged a tour of the harbour.") == {("ROCB A/P", "host")}
