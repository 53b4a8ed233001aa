"""``eventx schema``: the published JSON Schema."""

from __future__ import annotations

import click

from eventx.cli.output import say_json


@click.command()
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of an event."""
    from eventx.records import json_schema

    say_json(json_schema())
