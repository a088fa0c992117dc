"""The sample reports, part by part."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import PartialDate, Report, SentenceKind
from kg.reading import read_file

ORIGINALS = Path(__file__).parents[2].parent / "shared" / "reports" / "originals"
Kinds = Callable[[Report], list[tuple[SentenceKind, str]]]


def of_kind(report: Report, kind: SentenceKind) -> list[str]:
    return [report.quote(sentence.span) for sentence in report.sentences if sentence.kind is kind]


def test_offsets(samples: dict[str, Report], sample_folder: Path) -> None:
    for report in samples.values():
        assert report.text == (sample_folder / f"{report.id}.txt").read_text(encoding="utf-8")
        last = 0
        for sentence in report.sentences:
            start, end = sentence.span
            assert last <= start < end
            assert report.text[start:end] == report.text[start:end].strip()
            last = end


def test_no_letter_is_lost(samples: dict[str, Report]) -> None:
    for report in samples.values():
        rest = list(report.text)
        for sentence in report.sentences:
            rest[sentence.span.start : sentence.span.end] = " " * (sentence.span.end - sentence.span.start)
        left = [line for line in "".join(rest).split("\n") if line.strip(" •·")]
        assert all(line.startswith(("URL: ", "Published by: ")) for line in left), (report.id, left)


def test_metadata(samples: dict[str, Report]) -> None:
    assert {report.publisher for report in samples.values()} == {"WCO", "ROCB A/P"}
    assert samples["rocbap-108"].url == "http://www.rocb-ap.org/article-detail/108/"
    assert samples["rocbap-rcl2-2023"].url is None


def test_titles(samples: dict[str, Report]) -> None:
    titles = {name: report.title and report.quote(report.title) for name, report in samples.items()}
    assert [name for name, title in titles.items() if title is None] == ["wco-esagc24-2019"]
    assert titles["wco-amsdg-2010"] == "Guatemala to follow Argentina as Vice Chair"
    assert titles["wco-menartc-2009"] == "Regional training Coordination Meeting in Alexandria"
    assert titles["wco-gm19-2024"] == "19th Global Meeting for the Regional Entities and Vice-Chairs’ Offices"
    assert titles["rocbap-291"] == "Heads of training centers come to Hong Kong"
    for report in samples.values():
        assert report.title is None or of_kind(report, SentenceKind.TITLE)[0] == report.quote(report.title)


def test_second_titles(samples: dict[str, Report]) -> None:
    more = {name: of_kind(report, SentenceKind.TITLE)[1:] for name, report in samples.items()}
    assert {name: lines for name, lines in more.items() if lines} == {
        "rocbap-291": ["Heads of training centers come to Hong Kong"],
        "rocbap-368": ["Researchers and Customs in Tunisia: ROCB A/P a speaker at PICARD"],
        "rocbap-389": ["Korean officers to be attached to the office: MOU signed"],
        "rocbap-420": ["Belt and Road: a Customs view for directors of China Post"],
        "wco-amsdg-2010": ["Americas and Caribbean Regional Meeting"],
        "wco-gm09-2014": ["The 9th Global Meeting of the Heads of ROCBs, RTCs and Vice Chairs’ Offices"],
    }


@pytest.mark.parametrize(
    ("name", "dateline"),
    [
        ("rocbap-664", "20-21 February 2023, Brussels, Belgium"),
        ("rocbap-263", "Brussels, Belgium, 14-16 July 2016"),
        ("rocbap-204", "7 January 2016"),
        ("rocbap-540", "5 August 2020, Webinar"),
        ("rocbap-545", "10 September, Bangkok, Thailand"),
        ("rocbap-548", "15th October 2020, Online (host: ROCB A/P)"),
        ("rocbap-553", "23-26 November 2020, Online, hosted by ROCB A/P"),
        ("rocbap-467", "27 February – 1 March 2019, Hong Kong, China"),
        ("wco-gm07-2012", "Brussels, 23 and 24 February 2012"),
        ("wco-gm-2010", "Brussels, 01 October"),
        ("wco-amsdg-2010", "Antigua (Guatemala), 24-25 May 2010"),
        ("wco-menartc-2009", "November 18 -19, 2009"),
        ("wco-wcaexp7-2011", "Ndjamena, 14-16 November 2011"),
    ],
)
def test_datelines(name: str, dateline: str, samples: dict[str, Report]) -> None:
    assert of_kind(samples[name], SentenceKind.DATELINE) == [dateline]


def test_every_rocb_ap_report_but_one_has_a_dateline_and_no_date_of_publication(samples: dict[str, Report]) -> None:
    reports = [report for report in samples.values() if report.publisher == "ROCB A/P"]
    assert [report.id for report in reports if not of_kind(report, SentenceKind.DATELINE)] == ["rocbap-194"]
    assert [report.id for report in reports if report.issued is not None] == []


@pytest.mark.parametrize(
    ("name", "date", "passage"),
    [
        ("wco-amsdg-2010", PartialDate(2010, 5, 27), "27 五月 2010"),
        ("wco-aprtc20-2022", PartialDate(2022, 11, 4), "04 十一月 2022"),
        ("wco-esartc-2016", PartialDate(2016, 11, 24), "24 noviembre 2016"),
        ("wco-wcadg-2016", PartialDate(2016, 5, 3), "03 мая 2016"),
        ("wco-eurhoc-2012", PartialDate(2012, 4, 16), "16 April 2012"),
        ("wco-wcaexp7-2011", PartialDate(2011, 11, 14), "14 November 2011"),
        ("wco-riloap30-2017", PartialDate(2017, 11, 6), "06 εδΈ€ζœˆ 2017"),
        ("wco-esagc24-2019", PartialDate(2019, 5), "2019/may"),
    ],
)
def test_dates_of_publication(name: str, date: PartialDate, passage: str, samples: dict[str, Report]) -> None:
    report = samples[name]
    assert report.issued == date
    assert report.issued_passage is not None
    assert report.quote(report.issued_passage) == passage


def test_every_wco_report_has_a_date_of_publication(samples: dict[str, Report]) -> None:
    assert all(report.issued for report in samples.values() if report.publisher == "WCO")


def test_bylines_and_signatures(samples: dict[str, Report]) -> None:
    assert of_kind(samples["rocbap-194"], SentenceKind.BYLINE) == [
        "Written for this page by Ms. Aki KOBAYASHI",
        "WCO Accredited Expert",
        "Senior Inspector, Japan Customs",
    ]
    signed = {name: of_kind(report, SentenceKind.SIGNATURE) for name, report in samples.items()}
    assert {name: lines for name, lines in signed.items() if lines} == {
        "wco-gm-2010": ["Yoshihiro Kosaka, Chair of the Meeting", "Head of ROCB Asia Pacific Region"]
    }


def test_items(samples: dict[str, Report]) -> None:
    items = {name: of_kind(report, SentenceKind.ITEM) for name, report in samples.items()}
    assert {name: len(lines) for name, lines in items.items() if lines} == {"wco-gm-2010": 6, "wco-wcaexp7-2011": 6}
    assert items["wco-wcaexp7-2011"][4] == "regional coaching"


def test_furniture(samples: dict[str, Report]) -> None:
    assert of_kind(samples["rocbap-664"], SentenceKind.FURNITURE) == [
        "To learn more, please write to us at",
        "Partner Links",
        "Your Email :",
        "subscribe    unsubscribe",
    ]
    assert of_kind(samples["wco-mena-2021"], SentenceKind.FURNITURE) == ["本页仅有英文版 (English)", "07 四月 2021"]
    assert of_kind(samples["rocbap-204"], SentenceKind.FURNITURE)[0].startswith("Earlier items on the same partner")


def test_no_sentence_of_the_text_is_furniture(samples: dict[str, Report]) -> None:
    # Furniture is short or speaks to the reader; a long line that is neither was taken by mistake.
    long = {
        report.quote(sentence.span)[:40]
        for report in samples.values()
        for sentence in report.sentences
        if sentence.kind is SentenceKind.FURNITURE and len(report.quote(sentence.span)) > 60
    }
    assert long == {"Earlier items on the same partner may be"}


def test_a_link_line_that_states_something_is_text(samples: dict[str, Report]) -> None:
    body = of_kind(samples["wco-amsdg-2010"], SentenceKind.BODY)
    assert body[-1] == "Opening speech by the WCO Secretary General (in Spanish): click here."


def test_sentences(samples: dict[str, Report]) -> None:
    first, second = of_kind(samples["wco-rtckorea-2010"], SentenceKind.BODY)[5:7]
    assert first.startswith("He was glad, he said,")
    assert first.endswith("into world standards.")
    assert second.startswith("In the same week the new RTC began its work")
    assert len(of_kind(samples["rocbap-664"], SentenceKind.BODY)) == 8
    assert len(of_kind(samples["wco-gm07-2012"], SentenceKind.BODY)) == 10


@pytest.mark.parametrize("name", ["rocbap-664.txt", "rocbap-rcl2-2023.txt"])
def test_originals(name: str, kinds: Kinds) -> None:
    path = ORIGINALS / name
    if not path.exists():
        pytest.skip(f"the text of the page on the web is not part of the project; copied from there, it goes to {path}")
    report = read_file(path)
    found = kinds(report)
    assert [kind for kind, _ in found[:2]] == [SentenceKind.TITLE, SentenceKind.DATELINE]
    assert report.title is not None
    assert found[-4][1].startswith("For more information, please")
    assert found[-3:] == [
        (SentenceKind.FURNITURE, "Partner Links"),
        (SentenceKind.FURNITURE, "Your Email :"),
        (SentenceKind.FURNITURE, "subscribe    unsubscribe"),
    ]
    assert {kind for kind, _ in found[2:-4]} == {SentenceKind.BODY}
