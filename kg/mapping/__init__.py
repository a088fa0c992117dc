"""Extractions to RDF: one file per kind of fact, all in the vocabulary of ``ontology/``."""

from kg.mapping.graph import report_quads
from kg.mapping.meeting import series_quads
from kg.mapping.merged import Edition, Merger, merged_quads
from kg.mapping.observed import Observation, observations
from kg.mapping.own import is_own, merged_part
from kg.mapping.passage import report_path
from kg.mapping.redirect import redirect_quads
from kg.mapping.reference import REFERENCE_GRAPH, reference_quads

__all__ = [
    "REFERENCE_GRAPH",
    "Edition",
    "Merger",
    "Observation",
    "is_own",
    "merged_part",
    "merged_quads",
    "observations",
    "redirect_quads",
    "reference_quads",
    "report_path",
    "report_quads",
    "series_quads",
]
