"""Lists of regional structures that are written once for all of them."""

import pytest


@pytest.mark.parametrize(
    ("structures", "organizers"),
    [
        (
            "the Regional Intelligence Liaison Offices for West Africa (RILO WA) and Central Africa (RILO CA)",
            {"RILO WA", "RILO CA"},
        ),
        (
            "the Regional Training Centres in Kenya (RTC Kenya) and Zimbabwe (RTC Zimbabwe)",
            {"RTC Kenya", "RTC Zimbabwe"},
        ),
    ],
)
def test_each_structure_that_has_its_acronym_behind_its_place(roles, structures, organizers):
    assert roles(f"It was jointly organized by {structures}.") == {(each, "organizer") for each in organizers}
