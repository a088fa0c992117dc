"""What is different between two graphs, in triples and in sentences."""

from kg.diff.compare import Difference, compare, load_graph
from kg.diff.sentences import sentences

__all__ = ["Difference", "compare", "load_graph", "sentences"]
