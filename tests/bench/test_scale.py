"""A question whose time grows faster than the number of reports is refused."""

import pytest

from bench.scale import Line, growing_too_fast


@pytest.mark.parametrize(("large", "refused"), [(1.0, False), (2.4, False), (2.6, True), (10.0, True)])
def test_growth_is_judged_by_the_number_of_reports(large: float, refused: bool) -> None:
    lines = [Line(100, "query posts-held", 0.1, 0.1, 0), Line(1000, "query posts-held", large, large, 0)]
    assert bool(growing_too_fast(lines[::-1])) == refused


def test_short_times_say_nothing() -> None:
    lines = [Line(100, "query reports", 0, 0.0001, 0), Line(1000, "query reports", 0, 0.04, 0)]
    assert growing_too_fast(lines) == []


def test_stages_are_told_apart() -> None:
    lines = [Line(100, "query reports", 0, 0.01, 0), Line(1000, "query posts-held", 0, 1.0, 0)]
    assert growing_too_fast(lines) == []
