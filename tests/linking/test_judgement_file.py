from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import JudgementConflict, KgError, TableError
from kg.linking import BY_HAND, judgements_csv, link, read_judgements, write_judgements
from kg.model import EntityKind
from kg.model.judgement import Judgement

HEAD = "kind,left,right,same,score,rule,reason\n"
slugs = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=6)


def hand(left: str, right: str, *, same: bool = True, reason: str = "") -> Judgement:
    return Judgement(EntityKind.PERSON, left, right, same, 1.0, BY_HAND, reason)


@given(st.lists(st.tuples(slugs, slugs, st.text(alphabet='ab,"\n é')), max_size=5))
def test_round_trip(tmp_path_factory, rows) -> None:
    judgements = tuple(hand(left, right, reason=reason.strip()) for left, right, reason in rows if left != right)
    path = tmp_path_factory.mktemp("judgements") / "judgements.csv"
    write_judgements(path, judgements)
    assert read_judgements(path) == judgements


def test_reports_are_a_column_where_any_are_named(tmp_path) -> None:
    path = tmp_path / "judgements.csv"
    apart = hand("wang-li-2", "wang-li", same=False)._replace(reports=("r1", "r2"))
    write_judgements(path, [hand("a", "b"), apart])
    assert path.read_text(encoding="utf-8").splitlines()[0] == HEAD.strip() + ",reports"
    assert read_judgements(path) == (hand("a", "b"), apart)
    write_judgements(path, [hand("a", "b")])
    assert path.read_text(encoding="utf-8").splitlines()[0] == HEAD.strip()


def test_no_file_is_no_judgement(tmp_path) -> None:
    assert read_judgements(tmp_path / "judgements.csv") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind,left\n", r"line 1: column reason, right"),
        (HEAD + "person,a,b,yes,1\n", "line 2: as many fields"),
        (HEAD + "person,a,b,perhaps,1,hand,\n", "line 2, column same: yes or no .*perhaps"),
        (HEAD + "place,a,b,yes,1,hand,\n", "column kind"),
        (HEAD + "person,Larry Liza,b,yes,1,hand,\n", "column left: the end of a path"),
        (HEAD + "person,a,a,yes,1,hand,\n", "column right: another name"),
        (HEAD + "person,a,b,yes,high,hand,\n", "column score: a number"),
        (HEAD.replace("\n", ",reports\n") + "person,a,b,yes,1,hand,,r1\n", "column reports: .* are not one"),
        (HEAD.replace("\n", ",reports\n") + "office,a,b,no,1,hand,,r1\n", "column reports"),
    ],
)
def test_a_wrong_row_is_named_by_line_and_column(tmp_path, text: str, words: str) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=words):
        read_judgements(path)


def test_other_encodings_are_refused(tmp_path) -> None:
    (tmp_path / "j.csv").write_bytes(b"\xff")
    with pytest.raises(KgError, match="UTF-8"):
        read_judgements(tmp_path / "j.csv")


def test_what_cannot_hold_together_is_refused_with_the_chain(tmp_path) -> None:
    path = tmp_path / "judgements.csv"
    before = [hand("a", "b"), hand("c", "b"), hand("x", "y")]
    write_judgements(path, before)
    with pytest.raises(JudgementConflict, match="persons c and a cannot be two: c is b, a is b") as caught:
        write_judgements(path, [*before, hand("c", "a", same=False)])
    assert caught.value.exit_code == 2
    assert read_judgements(path) == tuple(before)


def test_judgements_on_different_kinds_do_not_conflict(tmp_path) -> None:
    office = Judgement(EntityKind.OFFICE, "a", "b", False, 1.0, BY_HAND, "")
    write_judgements(tmp_path / "j.csv", [hand("a", "b"), office])


def test_by_hand_the_right_one_stays_though_the_rule_would_keep_the_left(make) -> None:
    reports = [make.report(f"r{n}", people=[("Yoshihiro Kosaka", "Head", "ROCB A/P")]) for n in range(3)]
    reports.append(make.report("r9", people=[("Yoshiro Kosaka", "Head", "ROCB A/P")]))
    by_rule, by_hand = link(reports), link(reports, [hand("yoshihiro-kosaka", "yoshiro-kosaka")])
    assert by_rule.links["r9"].entities["p1"].slug == "yoshihiro-kosaka"
    assert by_rule.replaced == {"person/yoshiro-kosaka": "person/yoshihiro-kosaka"}
    assert by_hand.links["r0"].entities["p1"].slug == "yoshiro-kosaka"
    assert by_hand.replaced == {"person/yoshihiro-kosaka": "person/yoshiro-kosaka"}


def test_two_that_are_split_by_hand_have_no_redirect(make) -> None:
    people = ["Yoshihiro Kosaka", "Yoshiro Kosaka"]
    reports = [make.report(f"r{n}", people=[(name, "Head", "ROCB A/P")]) for n, name in enumerate(people)]
    split = link(reports, [hand("yoshiro-kosaka", "yoshihiro-kosaka", same=False)])
    assert split.replaced == {}
    assert len({split.links[report].entities["p1"].slug for report in ("r0", "r1")}) == 2


def test_the_list_of_all_judgements_has_rule_score_and_reason(make) -> None:
    people = ["Yoshihiro Kosaka", "Yoshiro Kosaka"]
    reports = [make.report(f"r{n}", people=[(name, "Head", "ROCB A/P")]) for n, name in enumerate(people)]
    head, row = judgements_csv(link(reports).judgements).splitlines()
    assert head + "\n" == HEAD
    kind, _, _, same, score, rule, reason = row.split(",", 6)
    assert (kind, same) == ("person", "yes")
    assert 0.8 <= float(score) <= 1
    assert rule
    assert reason
