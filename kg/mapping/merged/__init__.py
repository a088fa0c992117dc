"""The merged graph, in which every entity stands once whatever the number of reports that speak of it."""

from kg.mapping.merged.merger import Merger, merged_quads

__all__ = ["Merger", "merged_quads"]
