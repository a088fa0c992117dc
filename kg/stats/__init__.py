"""Figures: what is in the graph, how well it is covered, and who meets whom."""

from kg.stats.figures import Count, Coverage, Network, Ranked, Statistics
from kg.stats.measure import measure
from kg.stats.output import Section, sections, to_csv, to_json

__all__ = [
    "Count",
    "Coverage",
    "Network",
    "Ranked",
    "Section",
    "Statistics",
    "measure",
    "sections",
    "to_csv",
    "to_json",
]
