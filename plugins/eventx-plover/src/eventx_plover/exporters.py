"""Exporters in the column layouts of political event data: ICEWS, Phoenix and POLECAT. Tab-separated, one row a dyad.

Columns for which eventx has no value (a Wikipedia or GeoNames id, a COW code) are there and empty, so that tools find
the others where they look for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Final

from eventx import Actor, Event, Status
from eventx_plover.crosswalk import plover_categories
from eventx_plover.dyads import Dyad, dyads_of

__all__ = ["EXPORTERS", "RowExporter"]

Column = Callable[[Dyad], object]
_QUADS: Final = {1: "V-COOP", 2: "M-COOP", 3: "V-CONF", 4: "M-CONF"}
_REAL: Final = (Status.OCCURRED, Status.ONGOING)
_INTENT: Final = "03"  # CAMEO's class "express intent to cooperate"
_BREAKS: Final = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\x00": "\ufffd"})


class RowExporter:
    """Writes one tab-separated row a dyad under a header line; an unknown value is empty.

    These layouts have no room for a status, and what reads them takes each row for something that happened. So an
    event gives rows only where its code says what has happened: it occurred or goes on, or it is planned and coded as
    an intent to cooperate. With ``every`` all events give rows, and a column ``Status`` stands at the end.
    """

    def __init__(self, name: str, columns: Mapping[str, Column], *, every: bool = False) -> None:
        self.name = name
        self.suffix = f".{name}.tsv"
        self.columns = {**columns, "Status": lambda d: d.event.status.value} if every else dict(columns)
        self.every = every

    def leaves_out(self, event: Event) -> str:
        """Why an event gives no row ("denied"); empty for one that does."""
        if not str(event.codes.get("plover", "")):
            return "without a PLOVER code"
        if self.every or event.status in _REAL:
            return ""
        intended = event.status is Status.PLANNED and str(event.codes.get("cameo", "")).startswith(_INTENT)
        return "" if intended else event.status.value

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write the header, then the rows of each event when it comes; see ``leaves_out`` for those that give none."""
        stream.write("\t".join(self.columns) + "\n")
        for dyad in dyads_of(event for event in events if not self.leaves_out(event)):
            stream.write("\t".join(_cell(column(dyad)) for column in self.columns.values()) + "\n")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).translate(_BREAKS).encode("utf-8", "replace").decode("utf-8")


def _name(actor: Actor | None) -> str | None:
    return (actor.name or actor.text or actor.country) if actor else None


def _raw(actor: Actor | None) -> str | None:
    return actor.text if actor else None


def _country(actor: Actor | None) -> str | None:
    return actor.country if actor else None


def _sector(actor: Actor | None) -> str | None:
    return actor.sector.value if actor and actor.sector else None


def _role(actor: Actor | None) -> str | None:
    return actor.role.value if actor and actor.role else None


def _full(actor: Actor | None) -> str | None:
    """The actor as CAMEO writes it: country and sector in one code."""
    return f"{actor.country or '---'}{_sector(actor) or ''}" if actor else None


def _city(dyad: Dyad) -> str | None:
    location = dyad.event.location
    return location.places[0] if location and location.places else None


def _place(dyad: Dyad, field: str) -> object:
    return getattr(dyad.event.location, field) if dyad.event.location else None


def _sentence(dyad: Dyad) -> int | None:
    evidence = dyad.event.evidence
    return evidence[0].sentence + 1 if evidence else None


def _document(dyad: Dyad, field: str) -> object:
    return dyad.event.document.get(field)


def _intensity(dyad: Dyad) -> float | None:
    return dyad.cameo.intensity if dyad.cameo else None


def _contexts(dyad: Dyad) -> str:
    return ";".join(str(c) for c in dyad.event.attributes.get("contexts", ()))


def _quad(dyad: Dyad) -> str | None:
    category = plover_categories().get(dyad.category)
    return _QUADS[category.quad] if category else None


_ICEWS: Final[Mapping[str, Column]] = {
    "Event ID": lambda d: d.id,
    "Event Date": lambda d: d.day,
    "Source Name": lambda d: _name(d.actor),
    "Source Sectors": lambda d: _sector(d.actor),
    "Source Country": lambda d: _country(d.actor),
    "Event Text": lambda d: d.cameo.name if d.cameo else d.event.action,
    "CAMEO Code": lambda d: d.cameo.code if d.cameo else None,
    "Intensity": _intensity,
    "Target Name": lambda d: _name(d.recipient),
    "Target Sectors": lambda d: _sector(d.recipient),
    "Target Country": lambda d: _country(d.recipient),
    "Story ID": lambda d: _document(d, "id"),
    "Sentence Number": _sentence,
    "Publisher": lambda d: _document(d, "publisher"),
    "City": _city,
    "District": lambda d: None,
    "Province": lambda d: _place(d, "subdivision"),
    "Country": lambda d: _place(d, "name"),
    "Latitude": lambda d: _place(d, "latitude"),
    "Longitude": lambda d: _place(d, "longitude"),
}
_PHOENIX: Final[Mapping[str, Column]] = {
    "EventID": lambda d: d.id,
    "Date": lambda d: d.day.replace("-", ""),
    "Year": lambda d: d.day[:4],
    "Month": lambda d: d.day[5:7],
    "Day": lambda d: d.day[8:10],
    "SourceActorFull": lambda d: _full(d.actor),
    "SourceActorEntity": lambda d: _country(d.actor),
    "SourceActorRole": lambda d: _sector(d.actor),
    "SourceActorAttribute": lambda d: None,
    "TargetActorFull": lambda d: _full(d.recipient),
    "TargetActorEntity": lambda d: _country(d.recipient),
    "TargetActorRole": lambda d: _sector(d.recipient),
    "TargetActorAttribute": lambda d: None,
    "EventCode": lambda d: d.cameo.code if d.cameo else None,
    "EventRootCode": lambda d: d.cameo.root if d.cameo else None,
    "QuadClass": lambda d: d.cameo.quad if d.cameo else None,
    "GoldsteinScore": _intensity,
    "Issues": _contexts,
    "Lat": lambda d: _place(d, "latitude"),
    "Lon": lambda d: _place(d, "longitude"),
    "LocationName": lambda d: _city(d) or _place(d, "name"),
    "StateName": lambda d: _place(d, "subdivision"),
    "CountryCode": lambda d: _place(d, "country"),
    "SentenceID": lambda d: f"{_document(d, 'id')}_{_sentence(d)}",
    "URLs": lambda d: _document(d, "url"),
    "NewsSources": lambda d: _document(d, "publisher"),
}
_POLECAT: Final[Mapping[str, Column]] = {
    "Event ID": lambda d: d.id,
    "Event Date": lambda d: d.day,
    "Event Type": lambda d: d.category,
    "Event Mode": lambda d: d.event.attributes.get("mode"),
    "Intensity": _intensity,
    "Quad Code": _quad,
    "Contexts": _contexts,
    "Actor Name": lambda d: _name(d.actor),
    "Actor Country": lambda d: _country(d.actor),
    "Actor COW": lambda d: None,
    "Primary Actor Sector": lambda d: _sector(d.actor),
    "Actor Sectors": lambda d: _sector(d.actor),
    "Actor Title": lambda d: _role(d.actor),
    "Actor Name Raw": lambda d: _raw(d.actor),
    "Wikipedia Actor ID": lambda d: None,
    "Recipient Name": lambda d: _name(d.recipient),
    "Recipient Country": lambda d: _country(d.recipient),
    "Recipient COW": lambda d: None,
    "Primary Recipient Sector": lambda d: _sector(d.recipient),
    "Recipient Sectors": lambda d: _sector(d.recipient),
    "Recipient Title": lambda d: _role(d.recipient),
    "Recipient Name Raw": lambda d: _raw(d.recipient),
    "Wikipedia Recipient ID": lambda d: None,
    "Placename": lambda d: _city(d) or _place(d, "name"),
    "City": _city,
    "District": lambda d: None,
    "Province": lambda d: _place(d, "subdivision"),
    "Country": lambda d: _place(d, "country"),
    "Latitude": lambda d: _place(d, "latitude"),
    "Longitude": lambda d: _place(d, "longitude"),
    "GeoNames ID": lambda d: None,
    "Raw Placename": lambda d: "; ".join(d.event.quotes("location")),
    "Feature Type": lambda d: _place(d, "precision"),
    "Source": lambda d: _document(d, "url") or _document(d, "id"),
    "Publication Date": lambda d: _document(d, "published"),
    "Story People": lambda d: None,
    "Story Organizations": lambda d: None,
    "Story Locations": lambda d: None,
    "Language": lambda d: "eng",
    "Version": lambda d: d.event.extractor,
}
_LAYOUTS: Final = {"icews": _ICEWS, "phoenix": _PHOENIX, "polecat": _POLECAT}
EXPORTERS: Final = (
    *(RowExporter(name, columns) for name, columns in _LAYOUTS.items()),
    *(RowExporter(f"{name}-all", columns, every=True) for name, columns in _LAYOUTS.items()),
)
