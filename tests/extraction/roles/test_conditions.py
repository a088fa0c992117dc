"""What a frame asks of its agent and of the sentence."""


def test_who_leads_a_delegation_attends(roles):
    assert ("Larry Liza", "attendee") in roles("Mr. Larry Liza, Director, led the delegation of Fiji Customs.")
    assert ("Larry Liza", "attendee") in roles("The delegation of Fiji Customs was headed by Mr. Larry Liza.")


def test_who_leads_an_office_need_not(roles):
    assert roles("Fiji Customs was headed by Mr. Larry Liza.") == set()


def test_who_represents_an_office_brings_it_along(roles):
    body = "Mr. Larry Liza represented the ROCB A/P at the Conference."
    assert roles(body) == {("Larry Liza", "attendee"), ("ROCB A/P", "attendee")}


def test_what_people_dwell_on_they_speak_of_and_what_offices_do_is_their_work(roles):
    first = "Ms. Ho highlighted the benefits of transit, while"
    assert ("Larry Liza", "speaker") in roles(f"{first} Mr. Larry Liza focused on the corridor.")
    assert ("ROCB A/P", "speaker") not in roles(f"{first} the ROCB A/P focused on the corridor.")
