from pathlib import Path

import pytest

from kg.store import address_of, working_folder


@pytest.mark.parametrize("text", ["https://example.org/sparql", "http://localhost:7878", "http://localhost:7878/query"])
def test_an_address_survives_being_taken_for_a_path(text: str) -> None:
    assert address_of(text) == text
    assert address_of(Path(text)) == text


@pytest.mark.parametrize("text", [".kg", "/var/kg", "https", "http:", "httpd/store", "ftp://example.org/x"])
def test_a_folder_is_no_address(text: str) -> None:
    assert address_of(Path(text)) is None
    assert working_folder(Path(text)) == Path(text)


def test_the_folder_of_a_server_is_named_after_it() -> None:
    assert working_folder(Path("https://Example.org:8443/kg/sparql")) == Path(".kg-example-org-8443-kg-sparql")
