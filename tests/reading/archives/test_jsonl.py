import json
from pathlib import Path

import pytest

from kg.reading import Member, members, read_member

TEXT = "They met in Nairobi. They were glad."
PAGE = "<html><head><meta charset='windows-1252'></head><body><h1>Heads meet in Abidjan</h1><p>{}</p></body></html>"


def lines(tmp_path: Path, *records: object) -> list[Member]:
    archive = tmp_path / "c.jsonl"
    archive.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return list(members(archive, 1_000_000))


def test_fields_are_used(tmp_path: Path) -> None:
    url = "https://www.wcoomd.org/en/media/newsroom/2024/february.aspx"
    (found,) = lines(tmp_path, {"id": 7, "url": url, "title": "Heads  of Customs meet", "text": TEXT, "more": [1]})
    report = read_member(found)
    assert (report.id, report.url) == ("7", url)
    assert report.text == f"Heads of Customs meet\n\n{TEXT}"
    assert report.title is not None
    assert report.text[slice(*report.title)] == "Heads of Customs meet"


def test_a_title_that_the_text_has_is_not_repeated(tmp_path: Path) -> None:
    text = f"Published by: WCO\n\nHEADS of Customs meet\n\n{TEXT}"
    (found,) = lines(tmp_path, {"id": "a", "title": "Heads of Customs meet", "text": text})
    assert read_member(found).text == text


def test_without_id_the_address_gives_one_that_no_other_has(tmp_path: Path) -> None:
    places = ("heads-meet?page=1", "heads/meet?page=1", "heads-meet?page=1#top")
    urls = [f"https://example.org/{place}" for place in places]
    found = lines(tmp_path, *({"url": url, "text": TEXT} for url in urls))
    ids = [each.id for each in found]
    assert all(each.startswith("example-org-heads-meet-page-1-") for each in ids)
    assert ids[0] != ids[1]
    assert ids[0] == ids[2]


def test_an_id_that_cannot_stand_in_an_address_is_transliterated(tmp_path: Path) -> None:
    assert [each.id for each in lines(tmp_path, {"id": "v1.2", "text": TEXT}, {"id": "Réunion 1/2", "text": TEXT})] == [
        "v1.2",
        "reunion-1-2",
    ]


def test_html_is_read_as_a_page_whatever_encoding_it_declares(tmp_path: Path) -> None:
    sentence = "The heads of Customs met in Abidjan, Côte d’Ivoire, and were glad of it all. " * 3
    (found,) = lines(tmp_path, {"id": "a", "html": PAGE.format(sentence)})
    report = read_member(found)
    assert "Côte d’Ivoire" in report.text
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ([], "is no JSON object"),
        ({"text": TEXT}, "has neither id nor url"),
        ({"id": "", "url": None, "text": TEXT}, "has neither id nor url"),
        ({"id": "a"}, "has neither text nor html"),
        ({"id": "a", "text": 3}, "has a text that is no text"),
        ({"id": True, "text": TEXT}, "has a id that is no text"),
        ({"id": "a", "url": "javascript:alert(1)", "text": TEXT}, "has a url that is no web address"),
        ({"id": "a", "url": "https://a/ b", "text": TEXT}, "has a url that is no web address"),
        ({"id": "a", "text": "\ud800"}, "holds half a character"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(tmp_path: Path, record: object, problem: str) -> None:
    wrong, fine = lines(tmp_path, record, {"id": "b", "text": TEXT})
    assert wrong.fault is not None
    assert problem in wrong.fault.message
    assert "c.jsonl: line 1" in wrong.fault.message
    assert fine.fault is None


def test_a_line_that_is_no_json(tmp_path: Path) -> None:
    archive = tmp_path / "c.jsonl"
    archive.write_bytes(b'\n{"id": "a", "te\n' + b"[" * 100_000 + b'\n\xff\n{"id": "b", "text": "One. Two."}')
    *wrong, fine = members(archive, 1_000_000)
    assert [each.fault is not None and each.fault.message[: len(str(archive)) + 8] for each in wrong] == [
        f"{archive}: line {number}" for number in (2, 3, 4)
    ]
    assert fine.id == "b"


def test_a_line_longer_than_any_report_is_passed_over_in_pieces(tmp_path: Path) -> None:
    archive = tmp_path / "c.jsonl"
    archive.write_bytes(b"x" * 5_000_000 + b'\n{"id": "b", "text": "One. Two."}\n')
    wrong, fine = members(archive, 1_000_000)
    assert wrong.fault is not None
    assert "line 1 is larger than 1 MB" in wrong.fault.message
    assert (fine.id, fine.name) == ("b", f"{archive}: line 2")
