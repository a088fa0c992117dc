"""What sort of organization a name stands for."""

from __future__ import annotations

from kg.extraction.mentions.gazetteer import OfficeEntry
from kg.model import OfficeKind
from kg.regex import regex

__all__ = ["kind_of"]

_STRUCTURES = (
    ("ROCB", "Capacity Building", OfficeKind.ROCB),
    ("RILO", "Intelligence Liaison", OfficeKind.RILO),
    ("RDTC", "Dog Training", OfficeKind.RDTC),
    ("RTC", "Regional Training", OfficeKind.RTC),
    ("RCL", "Regional Customs Laborator", OfficeKind.RCL),
)
_VICE_CHAIR = regex(r"Vice[\s-]?Chair|VCO")


def kind_of(form: str, entry: OfficeEntry | None) -> OfficeKind:
    """What sort of office a name stands for.

    Args:
        form: The name.
        entry: Its row of the reference tables, which decides.
    """
    if entry is not None:
        return entry.kind
    for acronym, full, kind in _STRUCTURES:
        if acronym in form or full in form:
            return kind
    if _VICE_CHAIR.search(form):
        return OfficeKind.VICE_CHAIR
    if form.startswith(("WCO", "World Customs Org")) or "Directorate" in form:
        return OfficeKind.SECRETARIAT
    return OfficeKind.ADMINISTRATION if "Customs" in form else OfficeKind.OTHER
