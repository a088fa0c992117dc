"""Figures: what is in the graph, how well it is covered, and who meets whom."""

from kg.stats.analysis import Analysis, Community, Edge, Node, Projection, Selection, Year, analyse
from kg.stats.analysis_compare import analysis_changes, analysis_changes_shown
from kg.stats.analysis_output import MEASURES, analysis_sections, analysis_to_csv, analysis_to_json
from kg.stats.compare import changes, changes_as_csv, changes_as_json, comparable, older_graph
from kg.stats.cube import write_cube
from kg.stats.figures import Count, Coverage, Network, Ranked, Statistics
from kg.stats.files import write_edges, write_gexf, write_graphml, write_nodes
from kg.stats.measure import measure
from kg.stats.output import Section, sections, to_csv, to_json

__all__ = [
    "MEASURES",
    "Analysis",
    "Community",
    "Count",
    "Coverage",
    "Edge",
    "Network",
    "Node",
    "Projection",
    "Ranked",
    "Section",
    "Selection",
    "Statistics",
    "Year",
    "analyse",
    "analysis_changes",
    "analysis_changes_shown",
    "analysis_sections",
    "analysis_to_csv",
    "analysis_to_json",
    "changes",
    "changes_as_csv",
    "changes_as_json",
    "comparable",
    "measure",
    "older_graph",
    "sections",
    "to_csv",
    "to_json",
    "write_cube",
    "write_edges",
    "write_gexf",
    "write_graphml",
    "write_nodes",
]
