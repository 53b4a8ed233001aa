"""The published JSON Schema of the event form."""

from __future__ import annotations

from typing import Any


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an event, schema version 1."""
    raise NotImplementedError
