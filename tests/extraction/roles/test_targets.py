"""Which meeting a phrase speaks of."""

MEETING = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."


def test_a_meeting_behind_and_is_not_the_one_that_was_organized(stated):
    body = "It was organized by the ROCB A/P and the Workshop on Valuation in Suva, Fiji followed in March 2023."
    read = stated(f"{MEETING} {body}")
    assert {(who, role, what) for who, role, what in read.roles} == {
        ("ROCB A/P", "organizer", "18th Conference of Directors General of Customs")
    }


def test_the_meeting_that_was_held_is_the_one_that_was_chaired(stated):
    body = "It is recalled that the 17th Conference was held in Nadi, Fiji, under the chairmanship of Mr. Larry Liza."
    read = stated(f"{MEETING} {body}")
    assert {(who, role, what) for who, role, what in read.roles} == {("Larry Liza", "chair", "17th Conference")}
