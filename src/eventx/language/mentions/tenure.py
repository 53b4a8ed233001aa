"""Former officeholders in sentences about the time of their office: "Clinton visited Hanoi in 2000"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.lexicon.cues import cues
from eventx.records import Entity, Role, Sector, Span

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register


def entity_at(register: Register, referent: Referent, phrase: Phrase, sentence: int) -> Entity:
    """The referent as a record of the sentence's own time: in office where all its dates lie in a term.

    The table knows the terms; a text that says "former" is believed.
    """
    entity = referent.entity()
    if entity.former:
        sent = _sent(register, referent, sentence)
        if sent is not None:
            return sent
    if not entity.former or referent.via != "table" or phrase.former:
        return entity
    part = _part(register, phrase, sentence)
    times = [t for t in register.analysis.times(sentence) if part.contains(t.span)]
    days = [t.start for t in times if t.start is not None and t.end is not None]
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


def _part(register: Register, phrase: Phrase, sentence: int) -> Span:
    """The stretch between the semicolons around a phrase: "Obama went in 2009; Bush in 2001"."""
    span, text = register.sentences[sentence].span, register.text
    at = register.tokens(sentence).starts[phrase.first]
    start = text.rfind(";", span.start, at)
    end = text.find(";", at, span.end)
    return Span(span.start if start < 0 else start, span.end if end < 0 else end)


_SERVED: Final = cues("mentions", "served")


def _sent(register: Register, referent: Referent, sentence: int) -> Entity | None:
    """A former president who travels "as X's special envoy" represents X's country: he is an envoy from then on."""
    lowers = register.tokens(sentence).lowers
    for office in register.phrases(sentence):
        if office.form is not Form.OFFICE or office.role is not Role.ENVOY or office.plural or office.former:
            continue
        index = min(office.first, office.holder.first if office.holder is not None else office.first) - 1
        if index < 1 or lowers[index] != "as" or lowers[index - 1] in _SERVED:
            continue
        if register.country_of(office) == referent.country and referent.country is not None:
            referent.former, referent.role, referent.sector = False, Role.ENVOY, Sector.GOV
            referent.changed()
            return referent.entity()
    return None
