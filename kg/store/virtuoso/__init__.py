"""A Virtuoso 7 as the server that keeps a graph.

It speaks SPARQL with an accent. What it does otherwise than the standard, and what is made of it here:

==================================================  ===================================================================
Virtuoso 7                                          here
==================================================  ===================================================================
has no default graph: without FROM all graphs are   the merged graph is a named one, and every query names it
asked
changes of several graphs are no transaction        a publication writes under names of its own and ends with one
                                                    statement that says which names hold (``names``, ``publication``)
GRAPH and FROM then name what is stored otherwise   they are translated (``dataset``)
leaves out VALUES after a query with BIND           VALUES go to the beginning of what is matched (``parameters``)
cuts CONSTRUCT after 10,000 rows without a word     asked as SELECT, whose cut is told, and made here (``constructs``)
answers ASK with a row; writes true as 1            read so (``answers``)
compiles no update of more than some 5,000          whole graphs travel by the Graph Store Protocol
statements
==================================================  ===================================================================
"""

from kg.store.virtuoso.database import VirtuosoDatabase
from kg.store.virtuoso.names import state_in_use
from kg.store.virtuoso.publication import VirtuosoPublication

__all__ = ["VirtuosoDatabase", "VirtuosoPublication", "state_in_use"]
