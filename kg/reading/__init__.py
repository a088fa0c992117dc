"""Reads files as reports: decoded text, its parts and sentences, with offsets into the text as stored."""

from kg.reading.files import find_reports, read_bytes, read_file, read_text
from kg.reading.sentences import split_sentences

__all__ = ["find_reports", "read_bytes", "read_file", "read_text", "split_sentences"]
