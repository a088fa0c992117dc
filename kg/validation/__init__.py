"""Checks graphs against the shapes and the ontology, and says of every finding where the report states it."""

from kg.validation.batches import validate_graphs
from kg.validation.checks import Check, load_checks, run_checks
from kg.validation.default import Way, default_screen, screen_for
from kg.validation.engine import Engine, Result
from kg.validation.report import validation_report
from kg.validation.screen import Screen
from kg.validation.shapes import ontology_triples
from kg.validation.terms import defined_terms, undefined_terms
from kg.validation.validate import validate, validate_file

__all__ = [
    "Check",
    "Engine",
    "Result",
    "Screen",
    "Way",
    "default_screen",
    "defined_terms",
    "load_checks",
    "ontology_triples",
    "run_checks",
    "screen_for",
    "undefined_terms",
    "validate",
    "validate_file",
    "validate_graphs",
    "validation_report",
]
