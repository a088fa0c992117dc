"""The stages in order: read, extract, link, map, validate, store."""

from kg.pipeline.build import build
from kg.pipeline.check import validate_stored
from kg.pipeline.extract import extract_reports, extract_to_folder
from kg.pipeline.look import corpus_coverage, explain_report
from kg.pipeline.sources import Progress, Skipped, sample_corpus
from kg.pipeline.summary import Summary

__all__ = [
    "Progress",
    "Skipped",
    "Summary",
    "build",
    "corpus_coverage",
    "explain_report",
    "extract_reports",
    "extract_to_folder",
    "sample_corpus",
    "validate_stored",
]
