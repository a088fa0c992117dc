"""wco-kg: a checked, traceable knowledge graph of World Customs Organization regional cooperation."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("wco-kg")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+unknown"
