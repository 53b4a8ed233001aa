"""Where an event of a frame takes place."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.frames.fill import given_by
from eventx.frames.model import Frame
from eventx.frames.view import View
from eventx.records import Clause, Mention, MentionKind

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})


def places_of(
    view: View, clause: Clause, frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]
) -> tuple[tuple[Mention, ...], str | None]:
    """The place mentions of the location role, or the country that the parties imply where it says so."""
    for source in frame.location.sources:
        if source.slot in ("actors", "recipients"):
            country = _home(actors if source.slot == "actors" else recipients)
            if country:
                return (), country
            continue
        if source.slot == "place":
            found = _nearby(view, clause, [*actors, *recipients])
        else:
            found = [
                m
                for argument in given_by(view, clause, source)
                for m in view.mentions
                if argument.span.contains(m.span) and m.place is not None
            ]
        if found:
            return tuple(found), None
    return (), None


def _home(parties: Sequence[Mention]) -> str | None:
    """The one country of the parties."""
    countries = {e.country for m in parties for e in ((m.actor,) if m.actor else m.members) if e and e.country}
    code = countries.pop() if len(countries) == 1 else None
    return code if code and code not in ("UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO", "NGO") else None


def _nearby(view: View, clause: Clause, parties: Sequence[Mention]) -> list[Mention]:
    """Places in the clause's stretch that follow "in", "at", "near" and are no party."""
    tokens = view.tokens
    for mention in view.mentions:
        if mention.place is None or not clause.extent.contains(mention.span) or mention in parties:
            continue
        if mention.kind is MentionKind.DEMONYM:
            continue
        first, _ = view.range(mention.span)
        before = first - 1
        while before >= 0 and tokens.tags[before] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"):
            before -= 1
        if before >= 0 and tokens.lowers[before] in _WHERE:
            return [mention]
    return []
