"""Extractions to RDF: one file per kind of fact, all in the vocabulary of ``ontology/``."""

from kg.mapping.graph import report_quads
from kg.mapping.merged import Merger, merged_quads

__all__ = ["Merger", "merged_quads", "report_quads"]
