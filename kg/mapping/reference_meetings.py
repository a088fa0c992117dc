"""The editions of the Global Meeting, as the reference tables have them."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import Literal

from kg.mapping.concept import add_role
from kg.mapping.participation import participation_path
from kg.mapping.place import add_place
from kg.mapping.reference_posts import add_date, add_origin, is_left_out
from kg.mapping.statements import Statements
from kg.model import Role
from kg.slugs import slug
from kg.tables import read_table, split_list
from kg.vocab import FOAF, RDF, RDFS, SCHEMA, SKOS, WCO, integer

__all__ = ["add_global_meetings"]

_COLUMNS = ("ordinal", "official_name", "name_variants", "start", "end", "city", "country_iso2", "chair", "source")
_SERIES = "global-meeting"


def add_global_meetings(out: Statements, left_out: Collection[str]) -> None:
    """States number, names, dates, place and chair of each row of ``global_meetings.csv``, but for low confidence.

    Args:
        out: Where the statements go.
        left_out: Names of people who are not to be in the graph.
    """
    for row in read_table("data", "reference", "global_meetings.csv", columns=(*_COLUMNS, "confidence")):
        if row["confidence"] == "low":
            continue
        own = f"{_SERIES}-{row['ordinal']}"
        node = out.iri(f"meeting/{own}")
        out.add(node, RDF.type, WCO.Meeting)
        out.add(node, RDFS.label, Literal(row["official_name"]))
        out.add_texts(node, SKOS.altLabel, split_list(row["name_variants"]))
        out.add(node, WCO.inSeries, out.iri(f"series/{_SERIES}"))
        out.add(node, WCO.ordinal, integer(int(row["ordinal"])))
        add_date(out, node, SCHEMA.startDate, row["start"], row)
        add_date(out, node, SCHEMA.endDate, row["end"], row)
        if row["city"]:
            out.add(node, SCHEMA.location, add_place(out, row["city"], row["country_iso2"]))
        add_origin(out, node, row)
        if row["chair"] and not is_left_out([row["chair"]], left_out):
            chair = out.iri(f"person/{slug(row['chair'])}")
            out.add(chair, RDF.type, FOAF.Person)
            out.add(chair, FOAF.name, Literal(row["chair"]))
            out.add(chair, WCO.chaired, node)
            role = out.iri(participation_path(own, Role.CHAIR.value, slug(row["chair"])))
            out.add(role, RDF.type, WCO.Participation)
            out.add(role, WCO.participant, chair)
            out.add(role, WCO.meeting, node)
            out.add(role, WCO.role, add_role(out, Role.CHAIR))
            add_origin(out, role, row)
