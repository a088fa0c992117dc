"""When there is a screen before pySHACL."""

import pytest

from kg.validation import Way, default_screen, screen_for
from kg.validation.default import SMALL


@pytest.mark.parametrize(
    ("way", "statements", "screened"),
    [
        (Way.AUTO, SMALL, False),
        (Way.AUTO, SMALL + 1, True),
        (Way.PYSHACL, SMALL + 1, False),
        (Way.SCREENED, 1, True),
    ],
)
def test_small_graphs_are_pyshacl_s_alone(way: Way, statements: int, screened: bool) -> None:
    assert screen_for(way, statements) is (default_screen() if screened else None)
