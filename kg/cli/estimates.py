"""What commands say where figures of a network are estimates."""

from __future__ import annotations

from kg.cli.output import say

__all__ = ["tell_of_estimates"]


def tell_of_estimates(nodes: int, pivots: int) -> None:
    """Says that shortest paths were followed from some nodes alone, and what would make the figures exact.

    Args:
        nodes: Nodes of the network.
        pivots: Nodes from which shortest paths were followed.
    """
    from kg.stats.by_igraph import installed
    from kg.stats.limits import EXACT_BY_IGRAPH

    if pivots == nodes:
        return
    say(f"Betweenness and closeness are estimates, from {pivots:,} of {nodes:,} nodes; see their standard errors.")
    if nodes <= EXACT_BY_IGRAPH and not installed():
        say("With igraph they are exact: pip install 'wco-kg[networks]'.")
