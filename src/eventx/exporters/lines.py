"""JSON and JSON Lines: the events whole, in the form of ``eventx.json_schema()``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from eventx.records import Event


class JsonlExporter:
    """One event a line: the form that ``eventx merge`` and other programs read back."""

    name = "jsonl"
    suffix = ".jsonl"

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write each event when it comes."""
        for event in events:
            stream.write(event.to_json() + "\n")


class JsonExporter:
    """One list of all events, indented for reading."""

    name = "json"
    suffix = ".json"

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write each event when it comes; the list is closed at the end."""
        lead = "[\n"
        for event in events:
            stream.write(lead + _indented(event))
            lead = ",\n"
        stream.write("[]\n" if lead == "[\n" else "\n]\n")


def _indented(event: Event) -> str:
    text = json.dumps(event.to_dict(), ensure_ascii=False, indent=2)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate: JSON can hold it as an escape only
        text = json.dumps(event.to_dict(), ensure_ascii=True, indent=2)
    return "\n".join("  " + line for line in text.split("\n"))
