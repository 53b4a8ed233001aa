"""``eventx harvest``: what political actors do to each other that no frame claimed, so that one knows what to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from eventx.cli.engines import engine_of, plugin_options
from eventx.cli.faults import Faults
from eventx.cli.inputs import Day, Inputs, called
from eventx.cli.output import say, say_json
from eventx.exporters.table import printable

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.frames.harvest import Harvested, Unclaimed


@click.command()
@click.argument("files", metavar="CORPUS...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="Publication date of the documents that state none, as 2024-06-17.")
@click.option(
    "--min",
    "least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Leave out predicates with fewer clauses.",
)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Show this many predicates at the most.",
)
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="Show this many sentences a predicate at the most.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON: a list, an object a predicate.")
@plugin_options
def harvest(*, files: tuple[str, ...], published: date | None, as_json: bool, **options: Any) -> int:
    """List the clauses between political actors that no frame claimed.

    They are grouped by predicate (with the preposition that leads to the other party) and counted, the most frequent
    first, with example sentences: the frames that are worth writing next.
    """
    from eventx.frames.harvest import gathered

    engine = engine_of(options)
    inputs = Inputs(files, engine.readers, published)
    faults = Faults(engine.failures)
    found = gathered(_clauses(engine, inputs, faults), options["examples"])
    shown = [h for h in found if h.count >= options["least"]][: options["top"]]
    if as_json:
        say_json([_plain(h) for h in shown])
    else:
        for each in shown:
            _show(each)
    return 1 if faults.failed or inputs.failed else 0


def _clauses(engine: Engine, inputs: Inputs, faults: Faults) -> Iterator[tuple[str, str, Unclaimed]]:
    """(document, sentence, clause) of each unclaimed clause; faults are told."""
    from eventx.frames.harvest import unclaimed

    for document in inputs:
        report = engine.process(document)
        for failure in report.failures:
            faults.tell(failure, called(document))
        analysis = engine.analyze(report.document)
        claimed = [candidate.trigger for candidate in report.candidates]
        for clause in unclaimed(analysis, claimed):
            span = analysis.sentences[clause.sentence].span
            yield document.id, span.of(document.text), clause


def _plain(found: Harvested) -> dict[str, Any]:
    return {
        "predicate": found.predicate,
        "form": found.form,
        "clauses": found.count,
        "documents": found.documents,
        "country_pairs": found.pairs,
        "examples": list(found.examples),
    }


def _show(found: Harvested) -> None:
    kind = "" if found.form == "verb" else f" ({found.form})"
    plural = "s" if found.documents != 1 else ""
    say(f"{found.count:6} {printable(found.predicate)}{kind}, in {found.documents} document{plural}")
    for example in found.examples:
        say(f"         {printable(' '.join(example.split()))}")
