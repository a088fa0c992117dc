"""Parts of a report, in the forms that the sample reports do not have."""

from collections.abc import Callable

import pytest

from kg.model import PartialDate, Report, SentenceKind
from kg.reading import read_text

Kinds = Callable[[Report], list[tuple[SentenceKind, str]]]
BODY = "The heads of Customs met in Nairobi and spoke at length about trade and security. They were glad."
BODY_KINDS = [
    (SentenceKind.BODY, "The heads of Customs met in Nairobi and spoke at length about trade and security."),
    (SentenceKind.BODY, "They were glad."),
]


def read(*lines: str) -> Report:
    return read_text("\n".join(lines), "report")


def test_broken_lines_are_one_sentence(kinds: Kinds) -> None:
    report = read(
        "ROCB A/P attended the Global Meeting of the Regional Entities established by",
        "the WCO Members",
        "",
        "20-21 February 2023, Brussels, Belgium",
        "",
        "The Global Meeting of the WCO Regional Entities was held from 20 to 21",
        "February 2023 at the WCO Headquarters in Brussels, Belgium. Mr.",
        "Norikazu Kuramoto, Head of ROCB A/P, represented the office in",
        "  February 2023.",
    )
    body = "The Global Meeting of the WCO Regional Entities was held from 20 to 21 February 2023 at the WCO"
    assert kinds(report) == [
        (SentenceKind.TITLE, report.text[:92]),
        (SentenceKind.DATELINE, "20-21 February 2023, Brussels, Belgium"),
        (SentenceKind.BODY, body + " Headquarters in Brussels, Belgium."),
        (SentenceKind.BODY, "Mr. Norikazu Kuramoto, Head of ROCB A/P, represented the office in   February 2023."),
    ]
    assert report.text[:92].endswith("established by the WCO Members")


def test_a_headline_printed_twice_marks_what_is_above_it_as_furniture(kinds: Kinds) -> None:
    report = read(
        "Media centre of the region",
        "Heads of Customs meet in Nairobi",
        "",
        "Heads of Customs meet in Nairobi",
        "",
        BODY,
    )
    assert [kind for kind, _ in kinds(report)[:3]] == [SentenceKind.FURNITURE, SentenceKind.TITLE, SentenceKind.TITLE]
    assert report.title is not None
    assert report.quote(report.title) == "Heads of Customs meet in Nairobi"


@pytest.mark.parametrize("line", ["Posted on 27 May 2019 by admin", "Published: 27 May 2019", "27 May 2019"])
def test_date_of_publication(line: str, kinds: Kinds) -> None:
    report = read("Heads of Customs meet in Nairobi", line, "", BODY)
    assert report.issued == PartialDate(2019, 5, 27)
    assert report.issued_passage is not None
    assert report.quote(report.issued_passage) == line
    assert kinds(report)[1:] == [(SentenceKind.FURNITURE, line), *BODY_KINDS]


@pytest.mark.parametrize("line", ["Published on 27 May 2019", "(Posted: 27 May 2019.)"])
def test_date_of_publication_below_the_text(line: str, kinds: Kinds) -> None:
    report = read("Heads of Customs meet in Nairobi", "", BODY, "", line)
    assert report.issued == PartialDate(2019, 5, 27)
    assert report.issued_passage is not None
    assert report.quote(report.issued_passage) == line
    assert kinds(report)[1:] == [*BODY_KINDS, (SentenceKind.FURNITURE, line)]


def test_an_honorific_may_stand_behind_the_name_that_signs(kinds: Kinds) -> None:
    report = read("Heads of Customs meet in Nairobi", "", BODY, "", "ZHAO Meiling (Ms.)", "Program Manager")
    signed = [(SentenceKind.SIGNATURE, "ZHAO Meiling (Ms.)"), (SentenceKind.SIGNATURE, "Program Manager")]
    assert kinds(report)[1:] == [*BODY_KINDS, *signed]


def test_the_date_of_publication_above_the_text_comes_first() -> None:
    report = read("Heads of Customs meet in Nairobi", "Posted on 27 May 2019", "", BODY, "", "Published on 3 June 2019")
    assert report.issued == PartialDate(2019, 5, 27)


def test_a_date_alone_is_the_event_of_rocb_ap(kinds: Kinds) -> None:
    report = read("Published by: ROCB A/P", "Heads of Customs meet in Nairobi", "27 May 2019", "", BODY)
    assert report.issued is None
    assert kinds(report)[1] == (SentenceKind.DATELINE, "27 May 2019")


def test_a_publisher_is_known_by_its_address_too(kinds: Kinds) -> None:
    report = read("URL: http://www.rocb-ap.org/x/", "Heads of Customs meet in Nairobi", "27 May 2019", "", BODY)
    assert kinds(report)[1] == (SentenceKind.DATELINE, "27 May 2019")


def test_a_date_beside_a_place_is_the_event(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "Kampala, Uganda", "7 October 2018", "", BODY)
    assert [kind for kind, _ in kinds(report)[1:3]] == [SentenceKind.DATELINE, SentenceKind.DATELINE]
    assert report.issued is None


def test_labelled_place_and_date(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "Date: 7 October 2018", "Venue: Speke Resort, Kampala", "", BODY)
    assert kinds(report)[2] == (SentenceKind.DATELINE, "Venue: Speke Resort, Kampala")


def test_dateline_with_a_dash_of_its_own(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", f"Apia, SAMOA – 5 July 2024: {BODY}")
    assert kinds(report)[1:] == [(SentenceKind.DATELINE, "Apia, SAMOA – 5 July 2024"), *BODY_KINDS]


@pytest.mark.parametrize("mark", [" – ", ": ", " - ", ". ", " — "])
def test_dateline_before_the_first_sentence(mark: str, kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", f"NAIROBI, 24 May 2019{mark}{BODY}")
    assert kinds(report)[1:] == [(SentenceKind.DATELINE, "NAIROBI, 24 May 2019"), *BODY_KINDS]


@pytest.mark.parametrize("mark", [" (GNL) -- ", " /TASS/ – ", " (KNA) - ", " – "])
@pytest.mark.parametrize(
    "line",
    [
        "MUSCAT, Nov. 17",
        "Nairobi, 5 May",
        "Port Moresby, May 5",
        "Muscat, 18 October 2023",
        "Muscat, 3 Rabi' al-Akhir 1445 / 18 October 2023",
    ],
)
def test_dateline_of_a_news_agency(line: str, mark: str, kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", f"{line}{mark}{BODY}")
    assert kinds(report)[1:] == [(SentenceKind.DATELINE, line), *BODY_KINDS]


@pytest.mark.parametrize(
    "text",
    [
        "The office – that of 2019 – was there.",
        "WCO (5 May) – The office was there.",
        "On 29 February - 1 March 2004 the heads met in Nairobi.",
        "From Monday, 29 February - 1 March 2004, the heads met in Nairobi.",
        "From 3 May – 5 May the heads met in Nairobi.",
    ],
)
def test_what_is_no_dateline_before_a_dash(text: str, kinds: Kinds) -> None:
    assert SentenceKind.DATELINE not in [kind for kind, _ in kinds(read("Heads of Customs meet", "", text))]


def test_mode_in_the_place_of_a_dateline(kinds: Kinds) -> None:
    report = read("RILO A/P holds its 31st meeting", "Online Meeting Hosted by RILO A/P", "", BODY)
    assert kinds(report)[1] == (SentenceKind.DATELINE, "Online Meeting Hosted by RILO A/P")


@pytest.mark.parametrize(
    "line", ["By Jane Wanjiru", "Report by Mr. Larry Liza, Director", "Contributed by: Ms. Yuko Mamiya"]
)
def test_byline(line: str, kinds: Kinds) -> None:
    assert (SentenceKind.BYLINE, line) in kinds(read("Heads of Customs meet in Nairobi", line, "", BODY))
    assert (SentenceKind.BYLINE, line) in kinds(read("Heads of Customs meet in Nairobi", "", BODY, "", line))


def test_byline_over_three_lines(kinds: Kinds) -> None:
    lines = ("By", "Jane WANJIRU", "Programme Officer, ROCB ESA")
    found = kinds(read("Heads of Customs meet in Nairobi", *lines, "", BODY))
    assert [kind for kind, line in found if line in lines] == [SentenceKind.BYLINE] * 3


@pytest.mark.parametrize("line", ["By means of these Guidelines the agencies work together.", "By consensus"])
def test_no_byline(line: str, kinds: Kinds) -> None:
    assert SentenceKind.BYLINE not in [
        kind for kind, _ in kinds(read("Heads of Customs meet in Nairobi", "", BODY, line))
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Yoshihiro Kosaka, Chair of the Meeting", "Head of ROCB Asia Pacific Region"),
        ("Larry Liza", "Director, ROCB ESA"),
        ("Larry Liza,", "Director, ROCB ESA"),
        ("Mr. Lars Karlsson", "Director of Capacity Building"),
    ],
)
def test_signature(lines: tuple[str, ...], kinds: Kinds) -> None:
    found = kinds(read("Heads of Customs meet in Nairobi", "", BODY, "", *lines))
    assert found[-len(lines) :] == [(SentenceKind.SIGNATURE, line) for line in lines]


@pytest.mark.parametrize("label", ["Issued by:", "For the secretariat of the session,", "On behalf of the ROCB ESA,"])
def test_signature_under_a_label(label: str, kinds: Kinds) -> None:
    found = kinds(read("Heads of Customs meet in Nairobi", "", BODY, "", label, "Larry Liza", "ROCB ESA"))
    assert found[-3:] == [
        (SentenceKind.BYLINE, label),
        (SentenceKind.SIGNATURE, "Larry Liza"),
        (SentenceKind.SIGNATURE, "ROCB ESA"),
    ]


def test_lists(kinds: Kinds) -> None:
    report = read(
        "Heads of Customs meet", "", BODY, "They agreed on:", "• trade", "2) security", "- a plan", "(a) a report"
    )
    assert kinds(report)[-4:] == [
        (SentenceKind.ITEM, "trade"),
        (SentenceKind.ITEM, "security"),
        (SentenceKind.ITEM, "a plan"),
        (SentenceKind.ITEM, "a report"),
    ]


def test_a_list_without_bullets(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", "They agreed on:", "", "more trade;", "", "more security.", "", BODY)
    assert kinds(report)[2:4] == [(SentenceKind.ITEM, "more trade;"), (SentenceKind.ITEM, "more security.")]
    assert kinds(report)[4:] == BODY_KINDS


def test_an_item_over_two_lines(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", BODY, "", "• more trade and", "  less paper", "• security")
    assert kinds(report)[-2:] == [
        (SentenceKind.ITEM, "more trade and less paper".replace("and ", "and   ")),
        (SentenceKind.ITEM, "security"),
    ]


def test_a_footer_goes_to_the_end_of_the_page(kinds: Kinds) -> None:
    report = read(
        "Heads of Customs meet",
        "",
        BODY,
        "",
        "Related news",
        "",
        "Mr. Kim opened a workshop in Seoul on 3 May 2019, it was said.",
    )
    assert [kind for kind, _ in kinds(report)[-2:]] == [SentenceKind.FURNITURE, SentenceKind.FURNITURE]


def test_a_link_line_within_a_paragraph_is_furniture(kinds: Kinds) -> None:
    report = read("Heads of Customs meet", "", f"{BODY} For more information, please contact the ROCB.", "", BODY)
    assert kinds(report)[1:4] == [
        *BODY_KINDS,
        (SentenceKind.FURNITURE, "For more information, please contact the ROCB."),
    ]


def test_a_text_that_begins_at_once_has_no_title(kinds: Kinds) -> None:
    report = read(BODY, BODY)
    assert report.title is None
    assert kinds(report) == BODY_KINDS * 2


def test_a_headline_may_hold_a_date_and_a_place(kinds: Kinds) -> None:
    report = read("Workshop on Rules of Origin, Tokyo, 5-7 May 2015", BODY)
    assert kinds(report)[0] == (SentenceKind.TITLE, "Workshop on Rules of Origin, Tokyo, 5-7 May 2015")


def test_a_stated_date_of_publication_comes_first(kinds: Kinds) -> None:
    report = read("Published on: 3 May 2019", "Heads of Customs meet", "27 May 2019", "", BODY)
    assert report.issued == PartialDate(2019, 5, 3)


def test_paragraphs_are_counted() -> None:
    report = read("Heads of Customs meet", "", BODY, "", BODY)
    assert [sentence.paragraph for sentence in report.sentences] == [0, 1, 1, 2, 2]
