"""Reads what a report states: meetings, people, posts, offices and who was what where."""

from kg.extraction.engine import extract

__all__ = ["extract"]
