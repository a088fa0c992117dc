"""The merged graph, in which every entity stands once whatever the number of reports that speak of it."""

from kg.mapping.merged.merger import Merger, merged_quads
from kg.mapping.merged.progression import Edition

__all__ = ["Edition", "Merger", "merged_quads"]
