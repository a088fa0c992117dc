from __future__ import annotations

import pytest

from kg.linking import link
from kg.model import EntityKind, OfficeKind
from kg.model.judgement import Judgement

HEAD = ("Head", "ROCB A/P")


def people(linking) -> dict[str, str]:
    """Name to slug, of all people of all reports."""
    return {
        f"{report}/{key}": entity.slug
        for report, links in linking.links.items()
        for key, entity in links.entities.items()
        if entity.kind is EntityKind.PERSON
    }


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        (("Yoshihiro Kosaka",), ("Yoshiro Kosaka",), "reference-name"),
        (("Pavida Boonmun", "", "ROCB A/P"), ("Pavida Boonmunn", "", "ROCB A/P"), "name-spelling"),
        (("Khazali bin Ahmad",), ("Khazali bin Hj Ahmad",), "name-particles"),
        (("Yung-Moon Kim",), ("Kim Yung Moon",), "name-spacing"),
        (
            ("Jose C. Mafnas", "Director", "Tuvalu Customs"),
            ("J. C. Mafnas", "Director", "Tuvalu Customs"),
            "name-initials",
        ),
        (("Hermes Tang Yi-hoi", "", "Hong Kong Customs"), ("Hermes Tang", "", "Hong Kong Customs"), "name-part"),
        (("Ilkwon Han", "", "ROCB A/P", ["Ilkwon HAN (Gideon)"]), ("Gideon Han", "", "ROCB A/P"), "nickname"),
        (("Kunio Mikuriya", "Secretary General", "WCO"), ("Mikuriya", "Secretary General"), "single-name"),
        (("Askolani", "Director General", "Indonesia Customs"), ("Askolani", "Chairman", "Indonesia Customs"), None),
    ],
)
def test_one_person_in_two_reports(make, left, right, rule) -> None:
    linking = link([make.report("a", people=[left]), make.report("b", people=[right])])
    assert len(set(people(linking).values())) == 1
    assert [judgement.rule for judgement in linking.judgements] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Pavida Boonmun", "", "ROCB A/P"), ("Pavida Boonmunn", "", "RILO Moscow")),
        (("Aydin Aliyev", "Chairman", "Azerbaijan Customs"), ("Ilham Aliyev", "President", "Azerbaijan")),
        (("Aydin Aliyev", "Chairman", "Azerbaijan Customs"), ("Aliyev", "President", "Azerbaijan")),
        (("Hermes Tang Yi-hoi", "", "Hong Kong Customs"), ("Hermes Tang",)),
        (("James Wong", "", "ROCB A/P"), ("Alpha Wong", "", "ROCB A/P")),
        (("Wang Li", *HEAD), ("Wang Lin", *HEAD)),
        (("Mikuriya",), ("Mikuriya",)),
    ],
)
def test_two_people_in_two_reports(make, left, right) -> None:
    linking = link([make.report("a", people=[left]), make.report("b", people=[right])])
    assert len(set(people(linking).values())) == 2
    assert not linking.judgements


def test_two_people_of_one_report_stay_two_whatever_a_third_name_suggests(make) -> None:
    both = make.report("a", people=[("Yoshihiro Kosaka", *HEAD), ("Yoshiro Kosaka", *HEAD)])
    slugs = people(link([both, make.report("b", people=[("Yoshihiro Kosaka", *HEAD)])]))
    assert slugs["a/p1"] == slugs["b/p1"] != slugs["a/p2"]


def test_a_single_name_that_two_people_bear_is_nobodys(make) -> None:
    linking = link(
        [
            make.report("a", people=[("James Wong", "", "ROCB A/P"), ("Alpha Wong", "", "ROCB A/P")]),
            make.report("b", people=[("Wong", "", "ROCB A/P")]),
        ]
    )
    assert len(set(people(linking).values())) == 3


def test_honorifics_keep_a_man_and_a_woman_apart(make) -> None:
    man = ("Yoshihiro Kosaka", *HEAD, ["Mr. Kosaka"], "Mr.")
    woman = ("Yoshihira Kosaka", *HEAD, ["Ms. Kosaka"], "Ms.")
    linking = link([make.report("a", people=[man]), make.report("b", people=[woman])])
    assert len(set(people(linking).values())) == 2


def test_countries_keep_similar_names_apart(make) -> None:
    def serving(country: str, name: str, report: str):
        where = make.office("Customs", kind=OfficeKind.ADMINISTRATION, country=country)
        return make.report(report, offices=[where], people=[(name, "Director General", "Customs")])

    linking = link([serving("TH", "Somchai Sujjapongse", "a"), serving("FJ", "Somchai Sujjapong se", "b")])
    assert len(set(people(linking).values())) == 2


def test_the_adopted_name_is_the_fullest_usual_one_and_all_forms_are_kept(make) -> None:
    full = ("Kunio Mikuriya", "Secretary General", "WCO", ["Dr. Kunio Mikuriya", "Dr. Mikuriya"])
    linking = link([make.report("a", people=[full]), make.report("b", people=[("Mikuriya", "Secretary General")])])
    entity = linking.links["b"].entities["p1"]
    assert (entity.slug, entity.label) == ("kunio-mikuriya", "Kunio Mikuriya")
    assert entity.alt_labels == ("Dr. Kunio Mikuriya", "Dr. Mikuriya", "Mikuriya")


def test_judgements_by_hand_go_before_rules(make) -> None:
    reports = [
        make.report("a", people=[("Khazali bin Ahmad",)]),
        make.report("b", people=[("Khazali bin Hj Ahmad",)]),
        make.report("c", people=[("Tong Hua",)]),
    ]

    def by_hand(left: str, right: str, *, same: bool) -> Judgement:
        return Judgement(EntityKind.PERSON, left, right, same, 1.0, "hand", "told so")

    kept_apart = by_hand("khazali-bin-ahmad", "khazali-bin-hj-ahmad", same=False)
    assert len(set(people(link(reports, [kept_apart])).values())) == 3
    made_one = by_hand("tong-hua", "khazali-bin-ahmad", same=True)
    assert len(set(people(link(reports, [made_one])).values())) == 1


def test_no_person_has_the_slug_of_an_office(make) -> None:
    links = link([make.report("a", offices=[make.office("Georgia")], people=["Georgia"])]).links["a"]
    assert links.entities["o1"].slug == "georgia"
    assert links.entities["p1"].slug != "georgia"
