"""The graph as a picture: a page that opens offline, and an SVG file."""

import itertools
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.draw import Picture, gather, to_html, to_svg
from kg.draw.data import to_script_json
from kg.draw.layout import arrange
from kg.store import open_store


@pytest.fixture(scope="module")
def picture(sample_store: Path) -> Iterator[Picture]:
    with open_store(sample_store) as store:
        yield gather(store)


def test_nodes_stand_in_the_picture_the_same_on_every_run() -> None:
    nodes = [f"n{number}" for number in range(30)]
    edges = [*itertools.pairwise(nodes[:11]), ("n20", "n21")]
    places = arrange(nodes, edges)
    assert places == arrange(nodes, edges)
    assert set(places) == set(nodes)
    assert len(set(places.values())) == len(nodes)


def test_every_tie_has_its_ends_and_its_evidence(picture: Picture) -> None:
    paths = {node.path for node in picture.nodes}
    assert picture.edges
    for edge in picture.edges:
        assert {edge.source, edge.target} <= paths
        assert all(tie.evidence for tie in edge.ties)


def test_the_page_holds_all_it_needs(picture: Picture) -> None:
    page = to_html(picture)
    assert page == to_html(picture)
    assert "Norikazu Kuramoto" in page
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']?(?:https?:)?//", page)


def test_data_cannot_end_the_script_that_holds_it() -> None:
    written = to_script_json({"quote": "</script><!-- &"})
    assert "</script" not in written
    assert "<!--" not in written
    assert json.loads(written) == {"quote": "</script><!-- &"}


def test_the_svg_is_well_formed_and_names_its_nodes(picture: Picture) -> None:
    drawn = to_svg(picture)
    assert drawn == to_svg(picture)
    root = ET.fromstring(drawn)  # noqa: S314 (written a line above)
    titles = {element.text for element in root.iter("{http://www.w3.org/2000/svg}title")}
    assert any(title and title.startswith("Larry Liza") for title in titles)
