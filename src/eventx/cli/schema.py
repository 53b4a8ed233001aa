"""``eventx schema``: the published JSON Schemas."""

from __future__ import annotations

import click

from eventx.cli.output import say_json


@click.command()
@click.option(
    "--frames", is_flag=True, help="The schema of frame files (TOML), for editors, in the place of an event's."
)
def schema(*, frames: bool) -> None:
    """Print the JSON Schema (draft 2020-12) of an event, or of frame files."""
    if frames:
        from eventx.frames import frames_schema

        say_json(frames_schema())
        return
    from eventx.records import json_schema

    say_json(json_schema())
