import gzip
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import MissingExtra
from kg.reading import Member, members, read_member

pytest.importorskip("warcio", reason="the extra archives is not installed")

URL = "https://www.wcoomd.org/en/media/newsroom/2024/february/heads-meet.aspx"
SENTENCE = "The heads of Customs met in Abidjan, Côte d’Ivoire, and were glad of it all. " * 3
PAGE = f"<html><head></head><body><h1>Heads meet in Abidjan</h1><p>{SENTENCE}</p></body></html>"

Write = Callable[..., list[Member]]


def record(
    body: bytes,
    url: str = URL,
    kind: str = "response",
    media: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    date: str = "2024-03-01T00:00:00Z",
    headers: Sequence[str] = (),
) -> bytes:
    """One record of a WARC file."""
    if kind == "response":
        body = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers, "", ""]).encode() + body
        media = "application/http; msgtype=response"
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        f"Content-Type: {media}",
        f"Content-Length: {len(body)}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + body + b"\r\n\r\n"


@pytest.fixture(params=["crawl.warc", "crawl.warc.gz"])
def write(request: pytest.FixtureRequest, tmp_path: Path) -> Write:
    """Writes records, each given as arguments of :func:`record`, and gives the members."""
    path = tmp_path / request.param

    def run(*records: dict[str, Any]) -> list[Member]:
        parts = [record(b"software: test\r\n", "", "warcinfo", "application/warc-fields")]
        parts += [record(**given) for given in records]
        path.write_bytes(b"".join(map(gzip.compress, parts) if path.suffix == ".gz" else parts))
        return list(members(path, 1_000_000))

    return run


def test_a_page_is_a_report_known_by_its_address(write: Write) -> None:
    (found,) = write({"body": PAGE.encode()})
    assert (found.url, found.captured, found.fault) == (URL, "2024-03-01T00:00:00Z", None)
    report = read_member(found)
    assert report.url == URL
    assert report.id.startswith("www-wcoomd-org-en-media-newsroom-2024-february-heads-meet-aspx-")
    assert report.text.startswith("Heads meet in Abidjan")
    assert "Côte d’Ivoire" in report.text


def test_what_is_no_page_is_passed_over(write: Write) -> None:
    body = PAGE.encode()
    found = write(
        {"body": b"\x89PNG", "media": "image/png"},
        {"body": b"User-agent: *", "media": "text/plain", "url": "https://www.wcoomd.org/robots.txt"},
        {"body": body, "status": "404 Not Found"},
        {"body": body, "status": "301 Moved"},
        {"body": b"", "kind": "request"},
        {"body": body, "kind": "metadata"},
        {"body": body, "kind": "resource", "url": "dns:www.wcoomd.org"},
    )
    assert found == []


def test_resources_and_converted_texts_are_read(write: Write) -> None:
    page, text = write(
        {"body": PAGE.encode(), "kind": "resource"},
        {"body": b"Heads meet\n\nThey met in Nairobi.", "kind": "conversion", "media": "text/plain", "url": URL + "#x"},
    )
    assert "Abidjan" in read_member(page).text
    assert read_member(text).text == "Heads meet\n\nThey met in Nairobi."
    assert page.id == text.id


def test_what_the_server_declares_precedes_the_page(write: Write) -> None:
    page = PAGE.replace("<head>", "<head><meta charset='koi8-r'>")
    (found,) = write({"body": page.encode("cp1252"), "media": "text/html;charset=Windows-1252"})
    assert "Côte d’Ivoire" in read_member(found).text
    (found,) = write({"body": PAGE.encode(), "media": "text/html; charset=iso-8859-1"})
    assert "Côte d’Ivoire" in read_member(found).text
    (found,) = write({"body": PAGE.encode("cp1252"), "media": "text/html; charset=x-nonsense"})
    assert "Côte d’Ivoire" in read_member(found).text


def test_a_body_that_was_compressed_and_sent_in_chunks(write: Write) -> None:
    body = gzip.compress(PAGE.encode())
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:50], body[50:])) + b"0\r\n\r\n"
    (found,) = write({"body": chunks, "headers": ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]})
    assert "Côte d’Ivoire" in read_member(found).text


def test_an_address_that_no_iri_can_hold_is_escaped(write: Write) -> None:
    (found,) = write({"body": PAGE.encode(), "url": 'https://www.wcoomd.org/a|b"c?d=%20é'})
    assert found.url == "https://www.wcoomd.org/a%7Cb%22c?d=%20%C3%A9"


def test_a_page_that_is_too_large(write: Write) -> None:
    (found,) = write({"body": b"x" * 1_000_001})
    assert found.fault is not None
    assert URL in found.fault.message


def test_without_its_package_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    monkeypatch.delitem(sys.modules, "kg.reading.archives.warc", raising=False)
    with pytest.raises(MissingExtra) as raised:
        members(tmp_path / "crawl.warc", 1000)
    assert "warcio" in raised.value.message
    assert "wco-kg[archives]" in raised.value.hint
    monkeypatch.delitem(sys.modules, "kg.reading.archives.warc", raising=False)
