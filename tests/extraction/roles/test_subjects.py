"""Of whom a verb is said."""

MEETING = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."


def roles(stated, body):
    return {(who, role) for who, role, _ in stated(f"{MEETING} {body}").roles}


def test_a_relative_clause_is_said_of_the_office_before_it_whatever_leads_to_that(stated):
    body = "They met at the invitation of the ROCB A/P, which had also organised the meeting."
    assert ("ROCB A/P", "organizer") in roles(stated, body)


def test_a_participle_behind_a_comma_is_said_of_the_nearest(stated):
    body = "Mr. Larry Liza handed the gavel to Mr. Kunio Mikuriya, elected by acclamation to preside."
    assert {who for who, role in roles(stated, body) if role == "chair"} == {"Kunio Mikuriya"}
