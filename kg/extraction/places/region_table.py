"""The names of the WCO's regions, from ``data/reference/regions.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kg.model import Region
from kg.regex import regex
from kg.tables import read_table, split_list

__all__ = ["region_names", "region_short_name"]

_REMARK = regex(r"\s*\([^)]*\)")


@lru_cache(maxsize=1)
def region_names() -> Mapping[str, Region]:
    """Every form of a region's name ('A/P', 'East and Southern Africa', 'Americas/Caribbean') to the region."""
    names: dict[str, Region] = {}
    for row in read_table("data", "reference", "regions.csv", columns=("code", "official_name_en", "variants")):
        for form in (row["code"], row["official_name_en"], *split_list(row["variants"])):
            names.setdefault(_REMARK.sub("", form), row.one_of(Region, "code"))
    return MappingProxyType(names)


@lru_cache(maxsize=1)
def _short_names() -> Mapping[str, str]:
    rows = read_table("data", "reference", "regions.csv", columns=("code", "short_name_en"))
    return {row["code"]: row["short_name_en"] for row in rows}


def region_short_name(region: Region) -> str:
    """What a region is called in running text: 'Asia/Pacific'; empty for the WCO as a whole."""
    return _short_names().get(region, "")
