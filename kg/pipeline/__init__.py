"""The stages in order: read, extract, link, map, validate, store."""

from kg.pipeline.build import build
from kg.pipeline.change import add_reports, relink, remove_reports, wanted_manifest
from kg.pipeline.check import validate_stored
from kg.pipeline.decisions import Decisions, judgement_file, read_decisions
from kg.pipeline.extract import extract_reports, extract_to_folder
from kg.pipeline.forgetting import forget_person
from kg.pipeline.judging import Listed, judge, list_judgements, take_back
from kg.pipeline.look import corpus_coverage, explain_report
from kg.pipeline.sources import Progress, Skipped, sample_corpus
from kg.pipeline.summary import Summary
from kg.pipeline.telling_apart import tell_apart
from kg.pipeline.workers import available_cores

__all__ = [
    "Decisions",
    "Listed",
    "Progress",
    "Skipped",
    "Summary",
    "add_reports",
    "available_cores",
    "build",
    "corpus_coverage",
    "explain_report",
    "extract_reports",
    "extract_to_folder",
    "forget_person",
    "judge",
    "judgement_file",
    "list_judgements",
    "read_decisions",
    "relink",
    "remove_reports",
    "sample_corpus",
    "take_back",
    "tell_apart",
    "validate_stored",
    "wanted_manifest",
]
