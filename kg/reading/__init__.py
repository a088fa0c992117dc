"""Reads files as reports: decoded text, its parts and sentences, with offsets into the text as stored."""

from kg.reading.archives import Member, is_archive, members
from kg.reading.files import MAX_BYTES, file_member, read_bytes, read_file, read_member, read_text
from kg.reading.finding import find_reports, same_id
from kg.reading.ids import report_id
from kg.reading.sentences import split_sentences

__all__ = [
    "MAX_BYTES",
    "Member",
    "file_member",
    "find_reports",
    "is_archive",
    "members",
    "read_bytes",
    "read_file",
    "read_member",
    "read_text",
    "report_id",
    "same_id",
    "split_sentences",
]
