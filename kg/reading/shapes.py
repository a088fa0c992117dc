"""What a line looks like, wherever it stands: a bullet, a byline, a signature, a part of a broken line."""

from __future__ import annotations

from kg.reading.dates import date_line
from kg.reading.furniture import is_furniture, is_menu
from kg.reading.lines import Line, ends_sentence
from kg.reading.wordings import Abbreviation, wordings
from kg.regex import regex

__all__ = [
    "LONGEST_NAME_LINE",
    "PROSE",
    "bullet",
    "ends_paragraph",
    "goes_on",
    "has_title",
    "headline_goes_on",
    "is_byline",
    "is_byline_alone",
    "is_labelled",
    "is_name",
    "is_open",
    "is_signature",
    "is_signing",
    "is_text",
]

LONGEST_NAME_LINE = 160
"""Characters of the longest line that is a byline or a signature."""
_ON_BEHALF = regex(r"(?:for|on behalf of|for and on behalf of) the [^\W\d_][\w /-]{2,50}")
"""'For the secretariat of the session,' above a signature."""
PROSE = 60
"""Characters from which on a line that is no furniture is taken as text, not as a remark below the text."""
_BROKEN = 120
"""Characters of the longest line that may have been broken for its length."""
_BULLET = regex(
    r"(?:\d{1,2}[:.h]\d{2}(?:\s*[-–]\s*\d{1,2}[:.h]\d{2})?(?:\s?[ap]\.?m\.?|\s?hrs?)?\s*[-–:|]?\s+"
    r"|[•·▪●◦‣∙○■□➢►✓✔⁃]\s*|[*–—>-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*|(?:\d{1,2}|[a-z]|[ivx]{1,4})\.\s+)(?=\S)"
)
_NAME_WORD = r"(?:(?:[A-Z]\.)|[^\W\d_a-z][\w'’.-]*|bin|binti|van|von|de|del|der|da|di|al|el)"
_NAME = regex(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,6}}(?:\s\((?:Mr|Mrs|Ms|Miss|Dr)\.?\))?")
_JOINING = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "and",
        "or",
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "as",
        "between",
        "its",
        "their",
        "his",
        "her",
        "that",
        "which",
        "de",
        "la",
        "du",
        "des",
        "et",
        "und",
        "del",
        "los",
        "las",
        "el",
        "y",
    }
)
"""Words that no line ends with unless it was broken."""
_LABEL = regex(r"[A-Z][\w'’/-]{1,20}(?: [a-z][\w'’/-]{0,15}| &){0,4} ?: \S")
"""One word with a capital and a few in small letters before a colon: the beginning of no broken sentence."""


def bullet(text: str) -> int:
    """Length of the bullet or number at the beginning of a list item; 0 where there is none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def is_signing(text: str) -> bool:
    """Whether a line says by whom a text is signed, and the name stands under it."""
    label = text[:-1].rstrip().lower()
    return text.endswith((":", ",")) and (label in wordings().bylines or _ON_BEHALF.fullmatch(label) is not None)


def is_byline(text: str) -> bool:
    """Whether a line names the author: a wording of the table, then a name."""
    if len(text) > LONGEST_NAME_LINE or text.endswith("."):
        return False
    bare = text.lstrip("([-–— ")
    low = bare.lower()
    bylines = wordings().bylines
    if not low.startswith(bylines):
        return False
    for wording in bylines:
        if low.startswith(wording):
            rest = bare[len(wording) :]
            name = rest.lstrip(" :")
            return name != rest and _NAME.match(name) is not None
    return False


def is_byline_alone(text: str) -> bool:
    """Whether a line is nothing but the wording of a byline: the name stands in the next one."""
    return text.rstrip(" :").lower() in {wording.rstrip(" :") for wording in wordings().bylines}


def is_name(text: str) -> bool:
    """Whether a whole short line may be the name of a person."""
    return len(text) <= PROSE and _NAME.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Whether a line is a name, a comma and a title, and no sentence ('Yoshihiro Kosaka, Chair of the Meeting')."""
    if len(text) > LONGEST_NAME_LINE or text.endswith((".", "!", "?", ":")):
        return False
    bare = text.lstrip("-–—( ")
    name = _NAME.match(bare)
    if name is None:
        return False
    rest = bare[name.end() :]
    return rest.startswith((",", " –", " -", " (")) and has_title(rest)


def has_title(text: str) -> bool:
    """Whether a text begins with the title of a post."""
    words = text.lower().replace(",", " ").replace("(", " ").strip(" -–").split(None, 4)
    terms = wordings().role_terms
    return any(" ".join(words[:length]) in terms for length in range(1, 5))


def is_text(text: str) -> bool:
    """Whether a line near the end is text of the report."""
    return (
        len(text) >= PROSE
        and not is_furniture(text)
        and not is_menu(text)
        and not is_byline(text)
        and not is_signature(text)
    )


def ends_paragraph(text: str) -> bool:
    """Whether a line may be the last of a paragraph: it ends like a sentence, and not in an abbreviation."""
    bare = text.rstrip("\"'”’»)]")
    if bare[-1:] == ".":
        return bare.rsplit(None, 1)[-1].rstrip(".") not in wordings().abbreviations
    return bare[-1:] in tuple("!?…。！？")


def is_labelled(text: str) -> bool:
    """Whether a line begins with a label: 'Chair: Mr. A', 'Countries in attendance: B, C'."""
    return _LABEL.match(text) is not None


def is_open(text: str) -> bool:
    """Whether a line cannot be the last of a sentence or headline: it ends in 'of', in a comma, in 'Mr.'."""
    last = text.rsplit(None, 1)[-1]
    if last[-1] == ".":
        return wordings().abbreviations.get(last.rstrip(".")) is Abbreviation.NAME
    return last in _JOINING or last[-1] in ",-–&/"


def goes_on(before: Line, after: Line) -> bool:
    """Whether two lines are one, broken for its length."""
    if (
        after.gap
        or bullet(after.text)
        or is_labelled(after.text)
        or (ends_sentence(before.text) and before.text[-1] != ".")
    ):
        return False
    last = before.text.rsplit(None, 1)[-1]
    if before.text[-1] == ".":
        return last.rstrip(".") in wordings().abbreviations
    if len(after.text) < PROSE and not ends_sentence(after.text) and date_line(after.text) is not None:
        return False
    return after.text[0].islower() or is_open(before.text) or PROSE <= len(before.text) <= _BROKEN


def headline_goes_on(before: Line, after: Line) -> bool:
    """Whether a headline that ends with one line goes on in the next."""
    if after.gap or is_byline(after.text) or date_line(after.text) is not None:
        return False
    return after.text[0].islower() or is_open(before.text)
