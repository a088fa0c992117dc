import json
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph

from kg.cli import network
from kg.model import Region
from kg.stats import MEASURES, Projection, by_igraph, limits


def test_tables_are_the_default(kg, in_sample: Path) -> None:
    ran = kg("network")
    assert (ran.code, ran.err) == (0, "")
    assert "nodes\t54" in ran.out.splitlines()
    assert "Nodes by degree" in ran.out.splitlines()


def test_the_choices_are_those_of_the_library() -> None:
    choices = {parameter.name: list(getattr(parameter.type, "choices", [])) for parameter in network.command.params}
    assert choices["projection"] == [each.value for each in Projection]
    assert choices["regions"] == [each.value for each in Region]
    assert choices["by"] == list(MEASURES)


@pytest.mark.parametrize("projection", [each.value for each in Projection])
def test_every_projection_is_read_back_by_networkx(kg, in_sample: Path, projection: str) -> None:
    figures = json.loads(kg("network", projection, "-f", "json").out)
    assert kg("network", projection, "-o", "a.gexf") == (0, "", "")
    assert kg("network", projection, "-o", "a.graphml") == (0, "", "")
    for graph in (nx.read_gexf(in_sample / "a.gexf"), nx.read_graphml(in_sample / "a.graphml")):
        assert (len(graph), graph.number_of_edges()) == (figures["network"]["nodes"], figures["network"]["edges"])


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", "section,item,measure,value"),
        ("a.nodes.csv", "id,label,path,kind,region"),
        ("a.edges.csv", "source,target,weight"),
        ("A.JSON", "{"),
        ("a.txt", "Network person-person"),
    ],
)
def test_the_suffix_of_the_file_tells_the_form(kg, in_sample: Path, name: str, begins: str) -> None:
    assert kg("network", "-o", name) == (0, "", "")
    assert (in_sample / name).read_text(encoding="utf-8").startswith(begins)


def test_linked_data(kg, in_sample: Path) -> None:
    assert kg("network", "-o", "a.ttl").code == 0
    assert len(Graph().parse(in_sample / "a.ttl", format="turtle")) > 500
    assert kg("network", "-f", "turtle").out == (in_sample / "a.ttl").read_text(encoding="utf-8")


def test_regions_and_years_restrict(kg, in_sample: Path) -> None:
    ran = kg(
        "network", "office-office", "--region", "ESA", "--region", "AP", "--from", 2010, "--to", 2019, "-f", "json"
    )
    figures = json.loads(ran.out)
    assert figures["selection"] == {"regions": ["AP", "ESA"], "from": 2010, "to": 2019}
    assert {2010 <= year["year"] <= 2019 for year in figures["years"]} == {True}
    assert 0 < figures["network"]["meetings"] < 76


@pytest.mark.parametrize("command", ["network", "stats"])
def test_estimates_are_told_and_how_to_have_exact_figures(
    kg, in_sample: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    assert kg(command).err == ""
    monkeypatch.setattr(limits, "EXACT", 20)
    monkeypatch.setattr(limits, "PIVOTS", 15)
    monkeypatch.setattr(by_igraph, "installed", lambda: False)
    ran = kg(command)
    assert ran.code == 0
    assert "estimates, from 15 of 54 nodes" in ran.err
    assert "pip install 'wco-kg[networks]'" in ran.err
    error = next(line for line in ran.out.splitlines() if line.startswith("standard error of betweenness"))
    assert 0 < float(error.split("\t")[1]) < 0.2


def test_years_the_wrong_way_round_are_wrong_use(kg, in_sample: Path) -> None:
    ran = kg("network", "--from", 2020, "--to", 2010)
    assert (ran.code, ran.out) == (2, "")
    assert "no years from 2020 to 2010" in ran.err
