"""Extractions to RDF: one file per kind of fact, all in the vocabulary of ``ontology/``."""

from kg.mapping.graph import report_quads

__all__ = ["report_quads"]
