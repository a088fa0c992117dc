import pytest


@pytest.fixture(scope="session")
def roles(at_conference):
    """Who was what at the conference, by what a body says of it."""
    return lambda body: {(who, role) for who, role, _ in at_conference(body).roles}
