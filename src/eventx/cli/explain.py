"""``eventx explain``: sentence by sentence, what fired, what filled the roles, what was dropped and merged, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from eventx.cli.engines import engine_of, plugin_options
from eventx.cli.faults import Faults
from eventx.cli.inputs import Day, Inputs, called
from eventx.cli.output import note, say, say_json


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="Publication date of the documents that state none, as 2024-06-17.")
@click.option("--all", "every", is_flag=True, help="Show the sentences in which nothing fired, too.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: one list, an object a document.")
@plugin_options
def explain(*, files: tuple[str, ...], published: date | None, every: bool, as_json: bool, **options: Any) -> int:
    """Show for each sentence which trigger fired, what filled its roles from where, and why others were dropped.

    Then each event with the mentions that were merged into it, and why. A line that begins with + is a claim that
    became an event or a mention of one; with - a trigger that was looked at and not taken.
    """
    from eventx.cli.decisions import explanation
    from eventx.cli.narrative import narrative

    engine = engine_of(options)
    inputs = Inputs(files, engine.readers, published)
    faults = Faults(engine.failures)
    told: list[dict[str, Any]] = []
    for document in inputs:
        report = engine.process(document)
        made = explanation(report, engine)
        if as_json:
            told.append(made)
        else:
            for line in narrative(made, every):
                say(line)
        for failure in report.failures:
            faults.tell(failure, called(document))
        for remark in made["notes"]:
            note(f"{called(document)}: {remark}")
    if as_json:
        say_json(told)
    return 1 if faults.failed or inputs.failed else 0
