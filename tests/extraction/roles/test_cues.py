"""The last resort: the only people of a sentence, or of a part of it, and its only role word."""


def test_each_part_of_a_sentence_has_its_own_people(roles):
    body = "The keynote had Mr. Larry Liza at its heart, while the lecture of the day had Mr. Ian Saunders."
    assert roles(body) == {("Larry Liza", "opening"), ("Ian Saunders", "speaker")}


def test_the_word_may_stand_in_another_part_than_the_only_people(roles):
    assert roles("The lecture was long, and at the lectern stood Mr. Larry Liza.") == {("Larry Liza", "speaker")}


def test_a_plan_in_one_part_leaves_the_other_alone(roles):
    body = "A lecture is planned for Mr. Larry Liza, while the keynote had Mr. Ian Saunders at its heart."
    assert roles(body) == {("Ian Saunders", "opening")}
