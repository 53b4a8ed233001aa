"""Events as dyads: one row for each actor and each recipient, as political event data sets have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from eventx import Actor, Event
from eventx_plover.crosswalk import CameoCode, cameo_code

__all__ = ["Dyad", "dyads_of"]


@frozen(slots=True)
class Dyad:
    """Who did something to whom: one actor and one recipient (None where there is none) of an event."""

    event: Event
    number: int
    actor: Actor | None
    recipient: Actor | None
    category: str
    cameo: CameoCode | None

    @property
    def id(self) -> str:
        """The event's id, with a number where it gives several dyads."""
        return f"{self.event.id}-{self.number}" if self.number else self.event.id

    @property
    def day(self) -> str:
        """The first day of the event; where the text gives none the day of publication, as these data sets do."""
        dates = self.event.dates
        first = (dates.start or dates.end) if dates else None
        return first.isoformat() if first else str(self.event.document.get("published") or "")[:10]


def dyads_of(events: Iterable[Event]) -> Iterator[Dyad]:
    """The dyads of all events that have a PLOVER code; a reciprocal event gives one in each direction."""
    for event in events:
        category = str(event.codes.get("plover", "")).partition(":")[0]
        if not category:
            continue
        cameo = cameo_code(str(event.codes.get("cameo", "")))
        for number, (actor, recipient) in enumerate(_pairs(event)):
            yield Dyad(event, number, actor, recipient, category, cameo)


def _pairs(event: Event) -> Iterator[tuple[Actor | None, Actor | None]]:
    actors, recipients = event.actors, event.recipients
    if not recipients and len(actors) > 1 and _reciprocal(event):
        yield from ((a, b) for a in actors for b in actors if a is not b)
    else:
        yield from ((a, b) for a in actors or (None,) for b in recipients or (None,))


def _reciprocal(event: Event) -> bool:
    """True for a category in which several actors without recipients act on each other."""
    category = str(event.codes.get("plover", "")).partition(":")[0]
    return category in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "RETREAT") or event.action == "fight"
