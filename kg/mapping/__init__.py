"""Extractions to RDF: one file per kind of fact, all in the vocabulary of ``ontology/``."""

from kg.mapping.graph import report_quads
from kg.mapping.merged import Merger, merged_quads
from kg.mapping.reference import REFERENCE_GRAPH, reference_quads

__all__ = ["REFERENCE_GRAPH", "Merger", "merged_quads", "reference_quads", "report_quads"]
