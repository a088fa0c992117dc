from __future__ import annotations

import pytest

from kg.linking.person_names import known_names, parse_name, same_letters, spelled_alike, with_initials


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zhengqing (Grace) YE", "Ye Zhengqing"),
        ("Souleymane SANGARE", "Souleymane Sangaré"),
        ("Mr. Norikazu Kuramoto", "Kuramoto Norikazu"),
        ("Tong hua", "Hua Tong"),
        ("Bjørn Røse", "Bjorn ROSE"),
    ],
)
def test_order_capitals_accents_and_honorifics_make_no_other_name(left: str, right: str) -> None:
    assert parse_name(left).key == parse_name(right).key


@pytest.mark.parametrize(("left", "right"), [("Aydin Aliyev", "Ilham Aliyev"), ("James Wong", "Alpha Wong")])
def test_a_shared_surname_is_not_a_shared_name(left: str, right: str) -> None:
    assert parse_name(left).key != parse_name(right).key
    assert not spelled_alike(parse_name(left), parse_name(right))


def test_nicknames_are_set_aside() -> None:
    name = parse_name("Ilkwon HAN (Gideon)")
    assert name.tokens == ("ilkwon", "han")
    assert name.nicknames == {"gideon"}


def test_particles_are_no_part_of_the_core() -> None:
    assert parse_name("Khazali bin Hj Ahmad").core == parse_name("Khazali bin Ahmad").core == {"khazali", "ahmad"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Yoon Young-Sun", "Yoon Young Sun", True),
        ("Yoon Young-Sun", "Young Sun Yoon", True),
        ("Yung-Moon Kim", "Kim Yungmoon", True),
        ("Seung Kyoo Lee", "Lee Seung", False),
        ("Tong Hua", "Tong Hu", False),
    ],
)
def test_same_letters(left: str, right: str, *, same: bool) -> None:
    assert same_letters(parse_name(left), parse_name(right)) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Jose C. Mafnas", "J. C. Mafnas", True),
        ("Jose C. Mafnas", "Jose Carlos Mafnas", True),
        ("Jose C. Mafnas", "Juan C. Mafnas", False),
        ("J. Mafnas", "J. Taitano", False),
        ("Jose Mafnas", "Jose Mafnas", False),
    ],
)
def test_with_initials(left: str, right: str, *, same: bool) -> None:
    assert with_initials(parse_name(left), parse_name(right)) is same


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Yoshihiro Kosaka", "Yoshiro Kosaka", True),
        ("Ernani Checcucci", "Ernani Checucci", True),
        ("Wang Li", "Wang Lin", False),
        ("Kazunari Igarashi", "Norikazu Kuramoto", False),
        ("Takashi Matsumoto", "Hiroshi Matsumoto", False),
    ],
)
def test_spelled_alike(left: str, right: str, *, alike: bool) -> None:
    assert bool(spelled_alike(parse_name(left), parse_name(right))) is alike


def test_names_of_the_reference_tables_lead_to_the_adopted_one() -> None:
    known = known_names()
    assert known[parse_name("MIKURIYA Kunio").key] == "Kunio Mikuriya"
    assert all(len(key) > 1 for key in known)
