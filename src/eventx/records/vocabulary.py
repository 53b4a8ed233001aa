"""The closed vocabularies of the records: status, precision, basis, role, sector."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What the text says of an event's reality. A status never changes the event type."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Precision(StrEnum):
    """The calendar unit that a date range was stated in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Basis(StrEnum):
    """How a date range was found: written out, counted from another date, from a length, or taken over."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    DURATION = "duration"
    INHERITED = "inherited"


class Role(StrEnum):
    """The office of an actor on the date of the event."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MONARCH = "monarch"
    ROYAL = "royal"
    VICE_PRESIDENT = "vice_president"
    FOREIGN_MINISTER = "foreign_minister"
    DEFENSE_MINISTER = "defense_minister"
    MINISTER = "minister"
    ENVOY = "envoy"
    LEGISLATOR = "legislator"
    MILITARY = "military"
    OFFICIAL = "official"
    DELEGATION = "delegation"
    IGO_OFFICIAL = "igo_official"
    OTHER = "other"


class Sector(StrEnum):
    """The sector of an actor, as the PLOVER ontology names them."""

    GOV = "GOV"
    MIL = "MIL"
    COP = "COP"
    REB = "REB"
    OPP = "OPP"
    LEG = "LEG"
    JUD = "JUD"
    BUS = "BUS"
    CVL = "CVL"
    MED = "MED"
    NGO = "NGO"
    IGO = "IGO"
    UNS = "UNS"


class PlacePrecision(StrEnum):
    """The kind of place that a location names."""

    COUNTRY = "country"
    SUBDIVISION = "subdivision"
    CITY = "city"
    SITE = "site"
    REGION = "region"
