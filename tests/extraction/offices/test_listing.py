import pytest

from kg.extraction.mentions.gazetteer import known_offices
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.find import find_offices
from kg.extraction.offices.listing import OfficeList
from kg.model import OfficeKind


def keys_in(text):
    offices = OfficeList()
    return [offices.key(mention) for mention in find_offices(text)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ROCB A/P met Japan Customs; the ROCB A/P left.", ["o1", "o2", "o1"]),
        ("The Malaysian Postal Union (QXPU) came. QXPU left.", ["o1", "o1"]),
        ("The Shanghai Customs College opened; guests of the College came.", ["o1", "o1"]),
        ("The Xiamen Training Center met; then the Xiamen Training Centre left.", ["o1", "o1"]),
        ("ROCB A/P opened it. The ROCB closed it.", ["o1", "o1"]),
        ("ROCB A/P met ROCB Europe. The ROCB closed it.", ["o1", "o2", "o3"]),
        ("The Revenue Board of Xyland came. The Revenue Board left.", ["o1", "o1"]),
        ("The Revenue Board of Xyland met the Revenue Board of Yland. The Revenue Board left.", ["o1", "o2", "o3"]),
    ],
)
def test_mentions_of_one_organization_have_one_key(text, keys):
    assert keys_in(text) == keys


def test_a_record_has_all_forms_and_the_fullest_name():
    text = "The Shanghai Customs College (SCC) opened; guests of the SCC came."
    offices = OfficeList()
    used = {offices.key(mention) for mention in find_offices(text)}
    [record] = offices.records(used)
    assert record.name == "Shanghai Customs College (SCC)"
    assert set(record.forms) == {"SCC", "Shanghai Customs College"}
    assert [text[p.span.start : p.span.end] for p in record.passages] == ["Shanghai Customs College (SCC)", "SCC"]


def test_organizations_that_nothing_is_stated_of_have_no_record():
    offices = OfficeList()
    first, _second = [offices.key(mention) for mention in find_offices("Japan Customs met the World Bank")]
    assert [record.name for record in offices.records({first})] == ["Japan Customs"]


def test_the_row_of_the_tables_tells_kind_and_country():
    offices = OfficeList()
    key = offices.key(Mention(Kind.OFFICE, 0, 13, "Japan Customs", entry=known_offices()["Japan Customs"]))
    [record] = offices.records({key})
    assert (record.kind, record.country) == (OfficeKind.ADMINISTRATION, "JP")


def test_a_country_stands_for_its_administration():
    offices = OfficeList()
    key = offices.key(Mention(Kind.COUNTRY, 0, 4, "Fiji", country="FJ"))
    [record] = offices.records({key})
    assert (record.kind, record.country) == (OfficeKind.ADMINISTRATION, "FJ")


def test_a_name_that_defines_its_acronym_is_no_reference_to_an_office_named_before():
    text = "ROCB A/P came. Delegates of the Regional Office for Capacity Building (ROCB) of every region spoke."
    offices = OfficeList()
    first, second = [offices.key(mention) for mention in find_offices(text)]
    assert first != second


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("the RTCs came", True),
        ("the RTCs of the Europe region came", True),
        ("the Regional Training Centres (RTCs) came", True),
        ("the RTC of Ouagadougou came", False),
        ("RTC Kenya came", False),
    ],
)
def test_what_stands_for_all_of_its_kind(text, collective):
    offices = OfficeList()
    [key] = {offices.key(mention) for mention in find_offices(text)}
    assert offices.is_collective(key) is collective
