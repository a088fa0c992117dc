"""Makes decoded text fit to be stored: one kind of line end and of blank, no character that RDF and XML cannot hold."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean"]

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 excludes (section 2.2, production Char), and DEL."""


def clean(text: str) -> str:
    """The text as it is stored, and as offsets count it.

    Line ends become a line feed; other blanks (tab, no-break space) become a space; characters without a width of their
    own (soft hyphen, byte order mark, marks of writing direction) are left out; control characters and halves of
    surrogate pairs become the replacement character; accents are composed (Unicode NFC), so that names compare.
    A text that has none of these, as nearly all have, is returned as it is.
    """
    if not text.replace("\n", " ").isprintable():
        text = _BLANKS.sub(" ", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
        text = _ILLEGAL.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
