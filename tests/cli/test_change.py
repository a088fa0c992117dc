"""Commands that change a graph: add, remove, merge, split, judgements, forget."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from kg.pipeline import sample_corpus
from kg.store import open_store


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_of) -> Path:
    """A working directory with three reports and the graph of two of them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WCO_KG_JUDGEMENTS", raising=False)
    built_of("rocbap-664", "wco-gm19-2024")(tmp_path)
    shutil.copy(sample_corpus() / "rocbap-476.txt", tmp_path)
    return tmp_path


def dump(store: Path = Path(".kg")) -> str:
    with open_store(store) as graph:
        return "\n".join(sorted(str(quad) for quad in graph.quads()))


def ask(kg, question: str) -> list[str]:
    return kg("query", "-", stdin=question.encode()).out.splitlines()[1:]


def test_add_and_remove_bring_back_the_same_graph(kg, workplace: Path) -> None:
    before = dump()
    added = kg("add", "rocbap-476.txt")
    assert "of 3 reports done anew" in added.err
    assert "rocbap-476" in dump()
    assert "Nothing has changed" in kg("add", "rocbap-476.txt").err
    assert "of 2 reports done anew" in kg("remove", "rocbap-476").err
    assert dump() == before


def test_reports_that_differ_are_counted(kg, workplace: Path) -> None:
    assert ", 1 discrepancy," in kg("add", "rocbap-476.txt").err
    text = Path("reports/rocbap-664.txt").read_text(encoding="utf-8")
    Path("other.txt").write_text(text.replace("20 to 21 February", "21 to 22 February"), encoding="utf-8")
    assert ", 3 discrepancies," in kg("add", "other.txt").err
    assert ", 1 discrepancy," in kg("remove", "other").err


def test_removing_what_is_not_there_or_everything_is_wrong_use(kg, workplace: Path) -> None:
    assert kg("remove", "rocbap-644").code == 2
    assert "rocbap-664" in kg("remove", "rocbap-644").err
    ran = kg("remove", "rocbap-664", "wco-gm19-2024")
    assert (ran.code, "Nothing would be left" in ran.err) == (2, True)


def test_a_merge_is_recorded_redirects_and_can_be_taken_back(kg, workplace: Path) -> None:
    before = dump()
    merged = kg("merge", "Jaemin Cho", "person/norikazu-kuramoto", "--why", "for a test")
    assert "person/jaemin-cho is now person/norikazu-kuramoto." in merged.err
    (row,) = csv.DictReader(Path("judgements.csv").read_text(encoding="utf-8").splitlines())
    assert (row["left"], row["right"], row["same"]) == ("jaemin-cho", "norikazu-kuramoto", "yes")
    assert (row["rule"], row["reason"]) == ("hand", "for a test")
    redirect = "SELECT ?to { <https://w3id.org/wco-kg/id/person/jaemin-cho> dcterms:isReplacedBy ?to }"
    assert ask(kg, redirect) == ["person/norikazu-kuramoto"]
    by_old_name = kg("query", "career-of-a-person", "-p", "person=person/jaemin-cho")
    assert by_old_name.code == 0
    assert "Program Manager" in by_old_name.out
    assert "jaemin-cho" in kg("judgements").out
    changed = dump()
    kg("build", "reports", "--force", "-q")
    assert dump() == changed
    assert kg("judgements", "--undo", "person/jaemin-cho", "person/norikazu-kuramoto").code in {0, 1}
    assert dump() == before


def test_what_a_rule_joined_can_be_split_and_stays_so(kg, workplace: Path) -> None:
    rows = json.loads(kg("judgements", "-f", "json", "--by", "rule").out)
    (row,) = (row for row in rows if row["kind"] == "meeting")
    assert row["applies"]
    assert row["score"] > 0.8
    left, right = f"meeting/{row['left']}", f"meeting/{row['right']}"
    split = kg("split", left, right)
    assert f"{left} is not {right}." in split.err
    kg("build", "reports", "--force", "-q")
    assert [each for each in json.loads(kg("judgements", "-f", "json").out) if each["same"]] == []
    count = "SELECT (COUNT(*) AS ?n) { ?m wco:inSeries <https://w3id.org/wco-kg/id/series/global-meeting> }"
    assert ask(kg, count) == ["3"]


def test_a_judgement_against_an_earlier_one_is_refused_with_the_chain(kg, workplace: Path) -> None:
    a, b, c = "person/jaemin-cho", "person/norikazu-kuramoto", "person/yuko-mamiya"
    assert kg("merge", a, b).code in {0, 1}
    assert kg("merge", c, b).code in {0, 1}
    text = Path("judgements.csv").read_text(encoding="utf-8")
    refused = kg("split", a, c)
    assert refused.code == 2
    assert "jaemin-cho is norikazu-kuramoto, yuko-mamiya is norikazu-kuramoto" in refused.err
    assert Path("judgements.csv").read_text(encoding="utf-8") == text


def named_in(kg, person: str) -> set[str]:
    node = f"<https://w3id.org/wco-kg/id/{person}>"
    path = "prov:wasDerivedFrom/dcterms:isPartOf/dcterms:identifier"
    return set(ask(kg, f"SELECT DISTINCT ?report {{ {node} {path} ?report }}"))


def test_two_people_of_one_name_are_told_apart_and_taken_for_one_again(kg, workplace: Path) -> None:
    before = dump()
    split = kg("split", "Norikazu Kuramoto", "--in", "wco-gm19-2024", "--why", "for a test")
    assert "person/norikazu-kuramoto-2 is not person/norikazu-kuramoto, and meant in wco-gm19-2024." in split.err
    assert named_in(kg, "person/norikazu-kuramoto") == {"rocbap-664"}
    assert named_in(kg, "person/norikazu-kuramoto-2") == {"wco-gm19-2024"}
    (row,) = json.loads(kg("judgements", "-f", "json", "--by", "hand").out)
    assert (row["left"], row["right"], row["same"]) == ("norikazu-kuramoto-2", "norikazu-kuramoto", False)
    assert (row["reports"], row["reason"], row["applies"]) == (["wco-gm19-2024"], "for a test", True)
    assert "wco-gm19-2024" in kg("judgements").out
    # a report that comes later means the one whose name it always was, until somebody says otherwise
    kg("add", "rocbap-476.txt", "-q")
    shutil.copy("reports/rocbap-664.txt", "again.txt")
    kg("add", "again.txt", "-q")
    assert named_in(kg, "person/norikazu-kuramoto") == {"rocbap-664", "again"}
    kg("split", "person/norikazu-kuramoto", "person/norikazu-kuramoto-2", "--in", "again", "-q")
    assert named_in(kg, "person/norikazu-kuramoto-2") == {"wco-gm19-2024", "again"}
    kg("remove", "rocbap-476", "again", "-q")
    after = dump()
    kg("build", "reports", "--force", "-q")
    assert dump() == after
    refused = kg("merge", "person/norikazu-kuramoto-2", "person/norikazu-kuramoto")
    assert (refused.code, "cannot be two" in refused.err) == (2, True)
    undone = kg("judgements", "--undo", "person/norikazu-kuramoto-2", "person/norikazu-kuramoto")
    assert "Taken back" in undone.err
    assert dump() == before


def test_who_was_told_apart_may_be_merged_with_somebody_else(kg, workplace: Path) -> None:
    kg("split", "Norikazu Kuramoto", "person/other", "--in", "wco-gm19-2024", "-q")
    kg("merge", "person/other", "person/jaemin-cho", "-q")
    redirect = "SELECT ?to { <https://w3id.org/wco-kg/id/person/other> dcterms:isReplacedBy ?to }"
    assert ask(kg, redirect) == ["person/jaemin-cho"]
    assert named_in(kg, "person/norikazu-kuramoto") == {"rocbap-664"}
    # and from there moved to a third: who has the name is never the first again
    kg("split", "person/norikazu-kuramoto", "person/jaemin-cho", "-q")
    assert named_in(kg, "person/norikazu-kuramoto") == {"rocbap-664"}


def test_saying_again_that_two_of_one_name_are_two_keeps_the_reports(kg, workplace: Path) -> None:
    kg("split", "Norikazu Kuramoto", "--in", "wco-gm19-2024", "-q")
    before = dump()
    kg("split", "person/norikazu-kuramoto", "person/norikazu-kuramoto-2", "--why", "again", "-q")
    assert dump() == before
    (row,) = csv.DictReader(Path("judgements.csv").read_text(encoding="utf-8").splitlines())
    assert (row["reports"], row["reason"]) == ("wco-gm19-2024", "again")


def test_part_of_who_was_told_apart_can_be_told_apart_again(kg, workplace: Path) -> None:
    for name in ("b", "c"):
        shutil.copy("reports/rocbap-664.txt", f"{name}.txt")
        kg("add", f"{name}.txt", "-q")
    kg("split", "Norikazu Kuramoto", "--in", "b", "--in", "c", "-q")
    kg("split", "person/norikazu-kuramoto-2", "--in", "c", "-q")
    assert named_in(kg, "person/norikazu-kuramoto-2") == {"b"}
    assert named_in(kg, "person/norikazu-kuramoto-3") == {"c"}
    assert [row["reports"] for row in json.loads(kg("judgements", "-f", "json", "--by", "hand").out)] == [["b"], ["c"]]


def test_who_has_the_name_of_somebody_forgotten_is_forgotten_too(kg, workplace: Path) -> None:
    kg("split", "Norikazu Kuramoto", "--in", "wco-gm19-2024", "-q")
    kg("forget", "person/norikazu-kuramoto-2", "-q")
    assert "uramoto" not in dump()
    lines = Path("forgotten.txt").read_text(encoding="utf-8").splitlines()
    assert {"person/norikazu-kuramoto", "person/norikazu-kuramoto-2"} <= set(lines)
    assert Path("judgements.csv").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("split", "Norikazu Kuramoto"), "From whom or what"),
        (("split", "Norikazu Kuramoto", "--in", "rocbap-476"), "no report rocbap-476"),
        (("split", "Jaemin Cho", "--in", "wco-gm19-2024"), "These do: rocbap-664."),
        (("split", "Jaemin Cho", "--in", "rocbap-664"), "Nobody would be left"),
        (("split", "office/rocb-ap", "--in", "rocbap-664"), "of the kind office"),
        (("split", "Norikazu Kuramoto", "person/jaemin-cho", "--in", "rocbap-664"), "somebody already"),
        (("split", "Norikazu Kuramoto", "Other One", "--in", "rocbap-664"), "no path of a person"),
        (("merge", "Nobody At All", "person/jaemin-cho"), "Nobody At All"),
        (("merge", "person/jaemin-cho", "office/rocb-ap"), "of the kind"),
        (("merge", "person/jaemin-cho", "Jaemin Cho"), "the same name"),
        (("judgements", "--undo", "a", "b"), "no judgement by hand"),
        (("forget", "Nobody At All"), "Nobody At All"),
        (("add", "nowhere.txt"), "nowhere.txt"),
        (("add", "rocbap-476.txt", "--store", "none"), "no store"),
    ],
)
def test_wrong_use_is_a_sentence(kg, workplace: Path, arguments: tuple[str, ...], words: str) -> None:
    ran = kg(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert not Path("judgements.csv").exists()


def test_a_judgement_about_nothing_in_the_graph_is_pointed_out(kg, workplace: Path) -> None:
    Path("judgements.csv").write_text(
        "kind,left,right,same,score,rule,reason\nperson,ian-saunders,larry-liza,no,1,hand,\n", encoding="utf-8"
    )
    assert "ian-saunders or larry-liza is not in .kg" in kg("judgements").err


def test_who_is_forgotten_is_gone_and_does_not_come_back(kg, workplace: Path) -> None:
    ran = kg("forget", "Norikazu Kuramoto")
    assert "Left out from now on: " in ran.err
    left = dump()
    assert "Kuramoto" not in left
    assert "kuramoto" not in left
    assert "Jaemin Cho" in left
    for file in Path(".kg").rglob("*"):
        assert not file.is_file() or b"uramoto" not in file.read_bytes(), file
    kg("build", "reports", "--force", "-q")
    assert dump() == left
    kg("add", "rocbap-476.txt", "-q")
    kg("add", "reports/rocbap-664.txt", "-q")
    assert "Kuramoto" not in dump()
    lines = Path("forgotten.txt").read_text(encoding="utf-8").splitlines()
    assert "person/norikazu-kuramoto" in lines
    assert "Norikazu Kuramoto" in lines


def test_a_graph_of_other_rules_is_not_changed(kg, workplace: Path) -> None:
    Path("forgotten.txt").write_text("Larry Liza\n", encoding="utf-8")
    ran = kg("add", "rocbap-476.txt")
    assert ran.code == 2
    assert "kg build" in ran.err
