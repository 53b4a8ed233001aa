"""Former officeholders in sentences about the time of their office: "Clinton visited Hanoi in 2000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from eventx.language.mentions.phrases import Phrase
from eventx.language.mentions.referents import Referent
from eventx.records import Entity

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register


def entity_at(register: Register, referent: Referent, phrase: Phrase, sentence: int) -> Entity:
    """The referent as a record of the sentence's own time: in office where all its dates lie in a term.

    The table knows the terms; a text that says "former" is believed.
    """
    entity = referent.entity()
    if not entity.former or referent.via != "table" or phrase.former:
        return entity
    days = [t.start for t in register.analysis.times(sentence) if t.start is not None and t.end is not None]
    past = [day for day in days if register.day is None or day < register.day]
    if not past or len(past) < len(days):
        return entity
    held = entity
    for day in past:
        holding = register.table.by_name(referent.name, day)
        if holding is None or not holding.current or holding.row.country != referent.country:
            return entity
        held = evolve(entity, former=False, role=holding.row.role, sector=holding.row.sector)
    return held
