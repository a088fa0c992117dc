import pytest

from kg.reading.addresses import is_address


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a", "http://www.rocb-ap.org/article-detail/169/", "https://example.org/é?a=b&c=(d)#e"],
)
def test_an_address(url: str) -> None:
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "/relative",
        "javascript:alert(1)",
        "ftp://example.org/a",
        *(f"https://example.org/a{char}b" for char in ' <>"{}|\\^`\t\n\r\0\x0b\x1b\x7f\x85\xa0\u2028'),
        "https://example.org/a\n",
    ],
)
def test_no_address(url: str) -> None:
    assert not is_address(url)
