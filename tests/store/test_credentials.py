import pytest

from kg.store.credentials import Digest

SAID = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)


def answered(said: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(
        "kg.store.credentials.secrets.token_hex", lambda _: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    )
    digest = Digest("Mufasa", "Circle of Life")
    assert digest.take(said)
    return digest.header("GET", "http://www.example.org/dir/index.html") or ""


@pytest.mark.parametrize(
    ("said", "response"),
    [
        (SAID, "8ca523f5e9506fed4657c9700eebdbec"),
        (SAID.replace("MD5", "SHA-256"), "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_example_of_the_standard(said: str, response: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 7616, section 3.9.1."""
    told = answered(said, monkeypatch)
    assert f'response="{response}"' in told
    assert 'uri="/dir/index.html"' in told
    assert "nc=00000001" in told
    assert "Circle of Life" not in told


def test_the_same_question_twice_is_a_refusal() -> None:
    digest = Digest("Mufasa", "Circle of Life")
    assert digest.header("GET", "http://www.example.org/") is None
    assert digest.take(SAID)
    first = digest.header("GET", "http://www.example.org/")
    assert not digest.take(SAID)
    assert digest.header("GET", "http://www.example.org/") != first
    assert digest.take(SAID + ', stale="true"')


def test_a_nonce_that_has_become_old_is_no_refusal() -> None:
    digest = Digest("Mufasa", "Circle of Life")
    assert digest.take(SAID)
    for _ in range(3):
        digest.header("POST", "http://www.example.org/?a=b")
    assert digest.take(SAID)
    assert 'uri="/?a=b"' in (digest.header("POST", "http://www.example.org/?a=b") or "")


@pytest.mark.parametrize(
    "said",
    ["", 'Basic realm="a"', SAID.replace("MD5", "rot13"), SAID.replace("auth, auth-int", "auth-int"), "Digest nonce=a"],
)
def test_what_cannot_be_answered_is_not_tried(said: str) -> None:
    assert not Digest("Mufasa", "Circle of Life").take(said)


@pytest.mark.parametrize(
    "said",
    [
        f'Basic realm="x", {SAID}',
        f'{SAID}, Basic realm="x"',
        SAID.replace("Digest", "digest"),
        f"{SAID.replace('MD5', 'rot13').replace('http-auth@', '')}, {SAID}",
        f"{SAID}, {SAID.replace('MD5', 'SHA-256').replace('http-auth@', '')}",
    ],
)
def test_the_first_digest_that_can_be_is_answered_whatever_else_is_offered(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answered(said, monkeypatch)
    assert 'realm="http-auth@example.org"' in told
    assert 'response="8ca523f5e9506fed4657c9700eebdbec"' in told
