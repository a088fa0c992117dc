"""Up to which size networks are measured exactly."""

__all__ = ["EXACT", "EXACT_BY_IGRAPH", "PIVOTS"]

EXACT = 1000
"""Nodes up to which all measures are exact, whatever is installed."""
EXACT_BY_IGRAPH = 20_000
"""Nodes up to which they are exact where igraph is installed."""
PIVOTS = 500
"""Nodes from which shortest paths are followed in a network that is larger."""
