"""GeoJSON (RFC 7946): each event a point where its place has coordinates, with the flat row as properties."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from eventx.exporters.flat import flat_row
from eventx.records import Event


class GeojsonExporter:
    """One FeatureCollection; an event without coordinates is a feature whose geometry is null."""

    name = "geojson"
    suffix = ".geojson"

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write each feature when its event comes; the collection is closed at the end."""
        stream.write('{"type": "FeatureCollection", "features": [')
        for number, event in enumerate(events):
            stream.write(("," if number else "") + "\n" + json.dumps(_feature(event), ensure_ascii=False))
        stream.write("\n]}\n")


def _feature(event: Event) -> dict[str, Any]:
    row = flat_row(event)
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    placed = latitude is not None and longitude is not None
    geometry = {"type": "Point", "coordinates": [longitude, latitude]} if placed else None
    return {"type": "Feature", "id": row.pop("id"), "geometry": geometry, "properties": row}
