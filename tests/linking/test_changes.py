"""Whatever is added, removed and judged, and in whatever steps: the outcome is that of linking all of it at once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg.linking.people as people_module
from kg.linking import Linker, Linking, link
from kg.linking.shelf import MemoryShelf
from kg.model import EntityKind, Extractions, Links
from kg.model.judgement import Judgement

NAMES = (
    *("Yoshiro Kosaka", "Yoshihiro KOSAKA", "Kosaka Yoshihiro", "Kosaka", "Y. Kosaka"),
    *("Khazali bin Ahmad", "Khazali bin Hj Ahmad", "Kunio Mikuriya", "Mikuriya", "Mikuriya Kunio"),
)
TITLES = ("", "Director", "Head")
OFFICES = (
    *("ROCB A/P", "ROCB Asia Pacific", "Korea Customs", "Mariana Regional Fusion Center", "MRFC"),
    *("Asian-Pacific Postal Union (APPU)", "APPU", "Postal Organisation of the Pacific", "A/P"),
    *("Postal Organization of the Pacific", "Wang Li"),
)
FORMS = ((), ("MRFC",), ("APPU",), ("Wang Li",))
MEETINGS = (
    *("18th Global Meeting of the Regional Entities", "Meeting of Training Managers", "Training Managers Meeting"),
    *("10th Anniversary of ROCB Asia Pacific", "visit to Baku"),
)
STARTS = (None, "2023", "2023-02", "2023-02-19", "2023-02-20", "2024-02-19")
JUDGEMENTS = (
    Judgement(EntityKind.PERSON, "yoshiro-kosaka", "kunio-mikuriya", True, 1, "hand", "for a test"),
    Judgement(EntityKind.PERSON, "yoshiro-kosaka", "yoshihiro-kosaka", False, 1, "hand", "for a test"),
    Judgement(EntityKind.PERSON, "kunio-mikuriya-2", "kunio-mikuriya", False, 1, "hand", "for a test", ("a", "b")),
    Judgement(EntityKind.PERSON, "wang-li", "yoshihiro-kosaka", False, 1, "hand", "for a test", ("c",)),
    Judgement(EntityKind.OFFICE, "appu", "mrfc", True, 1, "hand", "for a test"),
    Judgement(
        EntityKind.MEETING, "visit-to-baku-2023-02-19", "visit-to-baku-2024-02-19", True, 1, "hand", "for a test"
    ),
)

people = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(TITLES), st.sampled_from((*OFFICES, ""))), max_size=3
)
meetings = st.lists(
    st.tuples(
        st.sampled_from(MEETINGS),
        st.sampled_from((None, 17, 18)),
        st.sampled_from(STARTS),
        st.sampled_from((None, "Baku")),
    ),
    max_size=2,
)
contents = st.tuples(
    people, st.lists(st.tuples(st.sampled_from(OFFICES), st.sampled_from(FORMS)), max_size=2), meetings
)
corpora = st.dictionaries(st.sampled_from("abcde"), contents, max_size=5)
steps = st.lists(
    st.tuples(corpora, st.lists(st.sampled_from(JUDGEMENTS), unique=True, max_size=3)), min_size=2, max_size=4
)


def read(make: SimpleNamespace, name: str, content: tuple) -> Extractions:
    persons, offices, events = content
    seats = {office: make.office(office, f"o{number}", forms=forms) for number, (office, forms) in enumerate(offices)}
    return make.report(
        name,
        people=persons,
        offices=list(seats.values()),
        meetings=[
            make.meeting(event, f"m{number}", main=number == 0, ordinal=ordinal, start=start, city=city)
            for number, (event, ordinal, start, city) in enumerate(events)
        ],
    )


def outcome(linker: Linker, reports: dict[str, Extractions]) -> tuple[object, ...]:
    return {name: linker.links(name) for name in sorted(reports)}, linker.judgements()


def told(links: Links) -> object:
    """What the graph of a report states of how it is linked."""
    return {key: entity.path for key, entity in links.entities.items()}, links.series


@pytest.mark.parametrize("crowd", [300, 1])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=steps)
def test_changes_are_like_linking_all_at_once(make: SimpleNamespace, crowd: int, steps: list) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_module, "_CROWD", crowd)
        _check(make, steps)


def _check(make: SimpleNamespace, steps: list) -> None:
    shelf = MemoryShelf()
    here: dict[str, Extractions] = {}
    links: dict = {}
    replaced: dict[str, str] = {}
    entities: dict = {}
    for corpus, judgements in steps:
        now = {name: read(make, name, content) for name, content in corpus.items()}
        every = {**here, **now}
        linker = Linker(judgements, shelf, lambda name, every=every: every[name])
        before = {name: linker.links(name) for name in here}
        assert before == links
        gone = {name for name in here if now.get(name) != here[name]}
        for name in sorted(gone):
            linker.remove(here[name])
        added = {name for name in now if now[name] != here.get(name)}
        for name in sorted(added):
            linker.add(now[name])
        change = linker.settle()
        anew: Linking = link(now.values(), judgements)
        assert outcome(linker, now) == (dict(anew.links), anew.judgements)
        stays = now.keys() - added
        assert {name for name in stays if told(links[name]) != told(anew.links[name])} <= change.reports
        assert {name: linker.links(name, before=True) for name in stays} == {name: links[name] for name in stays}
        for path, target in change.replaced.items():
            replaced.pop(path, None)
            if target is not None:
                replaced[path] = target
        assert replaced == dict(anew.replaced)
        for path in change.gone:
            del entities[path]
        entities.update(change.entities)
        assert {path: entity for path, entity in entities.items() if not path.startswith("series/")} == {
            entity.path: entity for each in anew.links.values() for entity in each.entities.values()
        }
        here, links = now, dict(anew.links)
