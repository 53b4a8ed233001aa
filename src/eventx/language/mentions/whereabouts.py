"""The place that a complement names: "of Sudan", "in northern Mali", "of the Israeli city of Haifa"."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.cues import cues
from eventx.records import MentionKind

STATE_WORDS: Final = cues("mentions", "state_words") | GENITIVE | {"the", "of"}
_OF_AREAS: Final = cues("places", "area_adjectives")
_AREAS_OF: Final = frozenset((noun, "of") for noun in cues("mentions", "areas"))


def place_at(reader: Expander, index: int) -> Phrase | None:
    """The place that starts at the token, or after "the", "northern" or "the Israeli city of" there."""
    end = min(len(reader.lowers), index + 6)
    while index < end and (skipped := _before_place(reader, index)):
        index += skipped
    found = reader.by_first.get(index)
    if found is None or found.form is not Form.PLACE or found.place is None:
        return None
    if found.place.kind is MentionKind.DEMONYM or (found.place.kind is MentionKind.PLACE and _runs_on(reader, found)):
        return None
    return found


def _before_place(reader: Expander, index: int) -> int:
    """How many words at the token only lead to a place; 0 for none."""
    lowers, found = reader.lowers, reader.by_first.get(index)
    if found is None:
        single = lowers[index] in STATE_WORDS or lowers[index] in _OF_AREAS
        return int(single or lowers[index : index + 2] in _AREAS_OF)
    if found.place is not None and found.place.kind is MentionKind.DEMONYM:
        after = found.last + 1
        return after - index if lowers[after : after + 2] in _AREAS_OF else 0
    return 0


def _runs_on(reader: Expander, place: Phrase) -> bool:
    """True for the "Northern" of "Northern Pictures": a word of a longer name."""
    after = reader.by_first.get(place.last + 1)
    return after is not None and after.form is Form.NAME and len(after.name) == 1 and not after.certain
