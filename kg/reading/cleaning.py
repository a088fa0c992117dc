"""Makes decoded text fit to be stored: one kind of line end and of blank, no character that RDF and XML cannot hold."""

from __future__ import annotations

import unicodedata

from kg.regex import regex

__all__ = ["clean"]

_LINE_ENDS = regex("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = regex("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = regex("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_MISREAD = regex(
    "[\xc2\xc3\xc4\xc5\xe2][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]"
)
"""What UTF-8 looks like where it was taken for Windows-1252: a letter with an accent, then a mark."""
_ILLEGAL = regex("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 excludes (section 2.2, production Char), and DEL."""


def clean(text: str) -> str:
    """The text as it is stored, and as offsets count it.

    Line ends become a line feed; other blanks (tab, no-break space) become a space; characters without a width of their
    own (soft hyphen, byte order mark, marks of writing direction) are left out; control characters and halves of
    surrogate pairs become the replacement character; accents are composed (Unicode NFC), so that names compare.
    Letters that somebody before us read in the wrong encoding ('HonorÃ©') become what they were. A text that has none
    of these, as nearly all have, is returned as it is.
    """
    if _MISREAD.search(text):
        text = _reread(text)
    if not text.replace("\n", " ").isprintable():
        text = _BLANKS.sub(" ", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
        text = _ILLEGAL.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _reread(text: str) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415 (few texts need it)

    return fix_encoding(text)
