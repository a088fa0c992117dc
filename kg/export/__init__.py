"""The graph as a file, with a description of itself."""

from kg.export.dataset import describe
from kg.export.export import export

__all__ = ["describe", "export"]
