"""Answers that every graph of the sample reports must give, by name."""

from __future__ import annotations

import pytest

from kg.vocab import BASE

Rows = list[dict[str, str]]


@pytest.fixture
def ask(kg, in_sample):
    """Rows of a named question."""
    import csv
    import io

    def answer(name: str, **parameters: str) -> Rows:
        options = [word for key, value in parameters.items() for word in ("-p", f"{key}={value}")]
        ran = kg("query", name, *options, "-f", "csv")
        assert ran.code == 0, ran.err
        return list(csv.DictReader(io.StringIO(ran.out.replace(BASE, ""))))

    return answer


def columns(rows: Rows, *names: str) -> list[tuple[str, ...]]:
    """Some columns, rows that are alike once, in order."""
    return list(dict.fromkeys(tuple(row[name] for name in names) for row in rows))


def test_chairs_of_the_global_meetings_in_order(ask) -> None:
    found = [
        (year[:4], *rest) for year, *rest in columns(ask("chairs-of-global-meetings"), "start", "ordinal", "chairName")
    ]
    assert found == [
        ("2010", "", "Yoshihiro Kosaka"),
        ("2012", "7", "Souleymane Sangaré"),
        ("2019", "14", "Kazunari Igarashi"),
        ("2022", "17", "Larry Liza"),
        ("2023", "18", "Norikazu Kuramoto"),
        ("2024", "19", "Norikazu Kuramoto"),
    ]


def test_who_chaired_in_2024_was_elected_in_2023(ask) -> None:
    (row,) = [row for row in ask("chairs-and-successors") if row["ordinal"] == "19"]
    assert (row["chair"], row["elected"]) == ("Norikazu Kuramoto", "Norikazu Kuramoto")
    (election,) = ask("elections", person="Norikazu Kuramoto")
    assert (election["role"], election["start"], election["report"]) == ("elected-chair", "2024-02-19", "rocbap-664")
    (report,) = [row for row in ask("reports", year="2023") if row["report"] == "rocbap-664"]
    assert report["start"] == "2023-02-20"


def test_heads_of_an_office_over_time(ask) -> None:
    found = columns(ask("heads-of-an-office", office="ROCB A/P"), "name", "title")
    assert found == [
        ("Yoshihiro Kosaka", "Head"),
        ("Kazunari Igarashi", "Head"),
        ("Norikazu Kuramoto", "Head"),
        ("Norikazu Kuramoto", "Director"),
    ]


def test_career_of_a_person(ask) -> None:
    assert columns(ask("career-of-a-person", person="Norikazu Kuramoto"), "title", "office", "first", "last") == [
        ("Head", "ROCB A/P", "2019-12-02", "2023-04-18"),
        ("Director", "ROCB A/P", "2024-02-26", "2024-02-26"),
    ]
    (first, second, *_) = columns(ask("career-of-a-person", person="Taeil Kang"), "title", "first")
    assert first == ("Director General", "2018-02-01")
    assert second == ("Director", "2020-10-15")


def test_an_offices_meetings_by_role(ask) -> None:
    found = columns(ask("meetings-of-an-office", office="ROCB A/P"), "roleName", "start")
    assert {role for role, _ in found} == {"attendee", "host", "organizer", "speaker"}
    assert {("host", "2020-10-15"), ("organizer", "2023-04-18"), ("attendee", "2023-02-20")} <= set(found)
    organized = ask("meetings-of-an-office", office="ROCB A/P", role="organizer")
    assert {row["roleName"] for row in organized} == {"organizer"}


def test_the_network_around_an_office(ask) -> None:
    met = {row["name"]: int(row["meetings"]) for row in ask("network-of-an-office", office="ROCB A/P")}
    assert met["Norikazu Kuramoto"] >= 5
    assert met["RILO A/P"] >= 2
    never = {row["other"] for row in ask("offices-that-never-met", office="ROCB A/P")}
    assert never
    assert not never & met.keys()


def test_meetings_of_a_region_that_name_no_chair(ask) -> None:
    rows = ask("meetings-without-chair", region="WCA")
    assert {row["region"] for row in rows} == {"region/WCA"}
    assert "2016-04-27" in {row["start"] for row in rows}
    chaired = {row["event"] for row in ask("meetings-without-chair")}
    assert not {row["meeting"] for row in ask("chairs-of-global-meetings")} & chaired


def test_hosts_by_country_and_decade(ask) -> None:
    assert columns(ask("hosts-per-decade", country="JP"), "decade", "host", "meetings") == [("2020", "RCL Japan", "1")]
    assert columns(ask("hosts-per-decade", country="TH"), "decade", "host") != []


def test_meetings_reported_by_several_publishers(ask) -> None:
    found = columns(ask("meetings-by-several-publishers"), "event", "publishers")
    assert found == [("meeting/global-meeting-10", "2"), ("meeting/global-meeting-19", "2")]


def test_members_never_mentioned(ask) -> None:
    codes = {row["code"] for row in ask("members-never-mentioned")}
    assert {"CL", "AR", "JP", "KR", "FJ"} & codes == set()
    assert {"UY", "BO"} <= codes


def test_who_held_an_office_on_a_day_is_never_more_than_attested(ask) -> None:
    rows = ask("office-as-of", office="ROCB A/P", day="2024-06-01")
    until = {(row["name"], row["title"]): row["answer"] for row in rows}
    assert until["Norikazu Kuramoto", "Director"] == "attested until 2024-02-26"
    assert all(row["until"] <= "2024-06-01" for row in rows)


def test_both_numbers_of_the_18th_are_kept(ask) -> None:
    rows = ask("contradictions", meeting="meeting/global-meeting-18")
    assert columns(rows, "value", "adopted", "report") == [
        ("18", "true", "rocbap-664"),
        ("17", "false", "rocbap-664"),
    ]
    assert all(row["quote"] and row["reason"] for row in rows)
