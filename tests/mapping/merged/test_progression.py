from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mapping.merged.progression import UNKNOWN, Edition, Fit, Fitting, fit

GLOBAL = [Edition(17, 2022), Edition(19, 2024)]
YEARLY = [Edition(10, 2015), Edition(14, 2019)]
UNEVEN = [Edition(10, 2015), Edition(14, 2022)]


@pytest.mark.parametrize(
    ("editions", "number", "year", "expected"),
    [
        (GLOBAL, 18, 2023, Fitting(Fit.IN_STEP, "18 fits in the series, in which 17 was in 2022 and 19 in 2024.")),
        (GLOBAL, 17, 2023, Fitting(Fit.AGAINST, "17 is the number of another meeting of the series in 2022.")),
        (GLOBAL, 18, 2021, Fitting(Fit.AGAINST, "18 does not fit in the series, in which 17 was in 2022.")),
        (GLOBAL, 20, 2023, Fitting(Fit.AGAINST, "20 does not fit in the series, in which 19 was in 2024.")),
        (GLOBAL, 20, 2025, Fitting(Fit.IN_STEP, "20 fits in the series, in which 17 was in 2022 and 19 in 2024.")),
        (
            GLOBAL,
            21,
            2025,
            Fitting(Fit.POSSIBLE, "21 is out of step in the series, in which 17 was in 2022 and 19 in 2024."),
        ),
        (GLOBAL, 16, 2021, Fitting(Fit.IN_STEP, "16 fits in the series, in which 17 was in 2022 and 19 in 2024.")),
        (YEARLY, 12, 2017, Fitting(Fit.IN_STEP, "12 fits in the series, in which 10 was in 2015 and 14 in 2019.")),
        (
            YEARLY,
            11,
            2017,
            Fitting(Fit.POSSIBLE, "11 is out of step in the series, in which 10 was in 2015 and 14 in 2019."),
        ),
        (UNEVEN, 11, 2017, Fitting(Fit.POSSIBLE, "11 fits in the series, in which 10 was in 2015 and 14 in 2022.")),
        (UNEVEN, 15, 2023, UNKNOWN),
        (GLOBAL[:1], 18, 2023, UNKNOWN),
        ([], 18, 2023, UNKNOWN),
    ],
)
def test_a_number_fits_or_not(editions: list[Edition], number: int, year: int, expected: Fitting) -> None:
    assert fit(number, year, editions) == expected


def test_a_date_is_called_by_what_was_stated() -> None:
    assert fit(18, 2013, GLOBAL, "2013-02-20").words == (
        "2013-02-20 does not fit in the series, in which 17 was in 2022."
    )


editions = st.builds(Edition, st.integers(1, 30), st.integers(2000, 2030))


@given(st.lists(editions), st.integers(1, 30), st.integers(2000, 2030))
def test_the_order_of_the_editions_changes_nothing(others: list[Edition], number: int, year: int) -> None:
    assert fit(number, year, others) == fit(number, year, reversed(others))


@given(st.integers(1, 30), st.integers(2000, 2020), st.sets(st.integers(-5, 5), min_size=2))
def test_in_a_yearly_series_one_number_alone_is_in_step(number: int, year: int, steps: set[int]) -> None:
    others = [Edition(number + step, year + step) for step in steps - {0} if number + step > 0]
    found = [each for each in range(1, 40) if fit(each, year, others).fit is Fit.IN_STEP]
    assert found == ([number] if len(others) > 1 else [])
