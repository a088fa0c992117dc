import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import PartialDate
from kg.reading.dates import date_in_address, date_line, issue_date, read_date

ALONE = [
    ("27 五月 2010", PartialDate(2010, 5, 27)),
    ("04 十一月 2022", PartialDate(2022, 11, 4)),
    ("16 十月 2020", PartialDate(2020, 10, 16)),
    ("16 April 2012", PartialDate(2012, 4, 16)),
    ("03 мая 2016", PartialDate(2016, 5, 3)),
    ("24 noviembre 2016", PartialDate(2016, 11, 24)),
    ("1er février 2018", PartialDate(2018, 2, 1)),
    ("February 19, 2024", PartialDate(2024, 2, 19)),
    ("Monday, 3 May 2010", PartialDate(2010, 5, 3)),
    ("3rd of May, 2010", PartialDate(2010, 5, 3)),
    ("Friday, 3 May 2019 10:32 am", PartialDate(2019, 5, 3)),
    ("03.05.2019 14:00", PartialDate(2019, 5, 3)),
    ("5 May 2020 (Tuesday)", PartialDate(2020, 5, 5)),
    ("(5 May 2020)", PartialDate(2020, 5, 5)),
    ("[5 May 2020]", PartialDate(2020, 5, 5)),
    ("2016-05-03", PartialDate(2016, 5, 3)),
    ("2017年11月6日", PartialDate(2017, 11, 6)),
    ("23/05/2019", PartialDate(2019, 5, 23)),
    ("05/23/2019", PartialDate(2019, 5, 23)),
    ("03.05.2019", PartialDate(2019, 5, 3)),
    ("03/05/2019", PartialDate(2019)),
    ("May 2019", PartialDate(2019, 5)),
    ("30 February 2020", PartialDate(2020, 2)),
    ("29 February 2020", PartialDate(2020, 2, 29)),
    ("06 εδΈ€ζœˆ 2017", PartialDate(2017, None, 6)),
]


@pytest.mark.parametrize(("text", "date"), ALONE)
def test_a_date_alone(text: str, date: PartialDate) -> None:
    found = date_line(text)
    assert found is not None
    assert (found.date, found.alone, found.range) == (date, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "November 18 -19, 2009",
        "20-21 February 2023",
        "27 February – 1 March 2019",
        "from 29 to 30 of January 2019",
        "5, 6 and 7 May 2020",
    ],
)
def test_several_days_alone(text: str) -> None:
    found = date_line(text)
    assert found is not None
    assert (found.date, found.alone, found.range) == (None, True, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("20-21 February 2023, Brussels, Belgium", "Brussels, Belgium"),
        ("Brussels, Belgium, 14-16 July 2016", "Brussels, Belgium"),
        ("Brussels, 23 and 24 February 2012", "Brussels"),
        ("Antigua (Guatemala), 24-25 May 2010", "Antigua (Guatemala)"),
        ("Brussels, 01 October", "Brussels"),
        ("10 September, Bangkok, Thailand", "Bangkok, Thailand"),
        ("15th October 2020, Online (host: ROCB A/P)", "Online (host: ROCB A/P)"),
        ("23-26 November 2020, Online, hosted by ROCB A/P", "Online, hosted by ROCB A/P"),
        ("5 August 2020, Webinar", "Webinar"),
        (
            "13-15 May 2019, Saipan, Commonwealth of the Northern Mariana Islands (CNMI)",
            "Saipan, Commonwealth of the Northern Mariana Islands (CNMI)",
        ),
        ("27 February – 1 March 2019, Hong Kong, China", "Hong Kong, China"),
        ("NAIROBI, 24 May 2019", "NAIROBI"),
        ("Riyadh, Dhu al-Hijjah 12, 1445, June 18, 2024", "Riyadh"),
        ("Muscat, 3 Rabi' al-Akhir 1445 / 18 October 2023", "Muscat"),
        ("Doha, 5 Muharram 1440 AH - 15 September 2018", "Doha"),
        ("Bangkok, Thailand, 12-14 May 2023 (Hybrid)", "Bangkok, Thailand (Hybrid)"),
        ("5 May 2021 (virtual)", "(virtual)"),
        ("Abidjan, du 12 au 14 mai 2023", "Abidjan"),
        ("Baku, Azerbaijan 12-13 April 2012", "Baku, Azerbaijan"),
    ],
)
def test_a_date_and_a_place(text: str, place: str) -> None:
    found = date_line(text)
    assert found is not None
    assert (found.alone, found.place) == (False, place)


@pytest.mark.parametrize(
    "text",
    [
        "17th Global Meeting of the Regional Entities and Vice-Chairs’ Offices draws to a fruitful close",
        "Workshop on Rules of Origin, Tokyo, 5-7 May 2015",
        "WCO Europe Region 2012 Heads of Customs Conference",
        "The meeting was held in Brussels on 3 May 2010",
        "Twenty editions on",
        "2019",
        "12",
        "May Day",
        "The 127th/128th Sessions",
        "45 May 2010",
        "2019-13-45",
        "5 May 2020 was the day of the Webinar, which the ROCB A/P ran with the WCO",
        "Vol. 12, May 2023",
        "News | 12 May 2023",
        "",
    ],
)
def test_no_date_line(text: str) -> None:
    assert date_line(text) is None


def test_a_long_line_is_prose() -> None:
    assert date_line("Brussels, 3 May 2010" + " and more" * 30) is None


@pytest.mark.parametrize(
    "text",
    [
        "Posted on 27 May 2019 by admin",
        "Date: 2019-05-27   Writer: Vice-Chair Secretariat   Hit: 214",
        "Published: 27 May 2019",
        "Published on Monday, 27 May 2019 10:32",
        "Publication date: 2019-05-27",
        "Publié le 27 mai 2019",
        "Опубликовано: 27 мая 2019",
        "May 27, 2019 by admin",
        "27 May 2019 | By Jane Wanjiru",
        "News | 27 May 2019",
    ],
)
def test_issue_date(text: str) -> None:
    assert issue_date(text) == PartialDate(2019, 5, 27)


@pytest.mark.parametrize(
    "text",
    [
        "27 May 2019",
        "27 May 2019 | Nairobi, Kenya",
        "Published by the WCO in 2019",
        "Posted on Monday by admin",
        "Published 5-7 May 2019",
        "The 5 May 2019 meeting was attended by Mr. Kim",
    ],
)
def test_no_issue_date(text: str) -> None:
    assert issue_date(text) is None


def test_date_in_address() -> None:
    url = "https://www.wcoomd.org/ru-ru/media/newsroom/2019/may/east-and-southern-africa.aspx"
    found = date_in_address(url)
    assert found is not None
    assert (found[0], url[found[1] : found[2]]) == (PartialDate(2019, 5), "2019/may")
    assert date_in_address("https://example.org/2021/06/30/report/") == (PartialDate(2021, 6, 30), 20, 30)
    assert date_in_address("https://example.org/2021/06/31/report/") == (PartialDate(2021, 6), 20, 30)
    assert date_in_address("https://example.org/2021/13/report") is None
    assert date_in_address("http://www.rocb-ap.org/article-detail/2019/") is None


def test_iso_date_with_time() -> None:
    assert read_date("2019-05-27T10:00:00+00:00") == (PartialDate(2019, 5, 27), False)


@given(st.text(alphabet=st.sampled_from("0123456789 -/.,MayJune年月日()th")))
def test_any_line_is_read_or_not(text: str) -> None:
    found = date_line(text.strip())
    if found is not None and found.date is not None:
        assert 1900 <= found.date.year < 2100
