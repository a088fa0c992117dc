"""The stages in order: read, extract, link, map, validate, store."""

from kg.pipeline.build import build
from kg.pipeline.check import validate_stored
from kg.pipeline.decisions import Decisions, forgotten_file, judgement_file, read_decisions
from kg.pipeline.extract import extract_reports, extract_to_folder
from kg.pipeline.look import corpus_coverage, explain_report
from kg.pipeline.sources import Progress, Skipped, sample_corpus
from kg.pipeline.summary import Summary

__all__ = [
    "Decisions",
    "Progress",
    "Skipped",
    "Summary",
    "build",
    "corpus_coverage",
    "explain_report",
    "extract_reports",
    "extract_to_folder",
    "forgotten_file",
    "judgement_file",
    "read_decisions",
    "sample_corpus",
    "validate_stored",
]
