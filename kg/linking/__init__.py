"""Mentions to entities: which person, office, meeting and series each record of a report stands for."""

from kg.linking.chains import chain, refuse_conflicts
from kg.linking.clusters import BY_HAND
from kg.linking.forgotten import NOBODY, Forgotten, forget, read_forgotten
from kg.linking.judgement_file import judgements_csv, parse_judgements, read_judgements, write_judgements
from kg.linking.linker import Change, Linker, Linking, link, link_one
from kg.linking.shelf import Shelf
from kg.linking.told import for_linking

__all__ = [
    "BY_HAND",
    "NOBODY",
    "Change",
    "Forgotten",
    "Linker",
    "Linking",
    "Shelf",
    "chain",
    "for_linking",
    "forget",
    "judgements_csv",
    "link",
    "link_one",
    "parse_judgements",
    "read_forgotten",
    "read_judgements",
    "refuse_conflicts",
    "write_judgements",
]
