"""Mentions to entities: which person, office, meeting and series each record of a report stands for."""

from kg.linking.linker import Linker, Linking, link, link_one

__all__ = ["Linker", "Linking", "link", "link_one"]
