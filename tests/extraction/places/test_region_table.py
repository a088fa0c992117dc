from kg.extraction.places.region_table import region_names
from kg.model import Region


def test_every_region_is_known_by_its_code_and_its_names():
    names = region_names()
    assert set(names.values()) >= set(Region) - {Region.GLOBAL}
    assert names["A/P"] is Region.AP
    assert names["East and Southern Africa"] is Region.ESA
    assert names["Americas and Caribbean"] is names["AMS"] is Region.AMS


def test_a_remark_in_brackets_is_no_part_of_a_name():
    assert not [name for name in region_names() if "(" in name or ")" in name]
    assert all(name == name.strip() and name for name in region_names())
