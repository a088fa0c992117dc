"""wco-kg: a checked, traceable knowledge graph of World Customs Organization regional cooperation."""

__all__ = ["__version__"]

__version__ = "0.1.0"
"""The only place where the version is written; the package's metadata takes it from here."""
