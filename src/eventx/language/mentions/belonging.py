"""Which countries a phrase belongs to that does not name one: "the North's", "its", "his", "the country's"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.mentions import speakers
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.cues import cues
from eventx.records import Role, Sector
from eventx.records.codes import ORGANIZATIONS

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register


def usual_country(register: Register, phrase: Phrase) -> str | None:
    """The country of a title that belongs to one ("Defense Secretary", "Taoiseach")."""
    source = phrase if phrase.offices else phrase.partner
    for held in source.offices if source is not None else ():
        label = f"{held.portfolio[0]} {held.form}" if held.portfolio else held.form
        code = register.words.offices.countries.get(label)
        if code is not None:
            return code
    return None


def countries_of(register: Register, phrase: Phrase) -> tuple[str, ...]:
    """The countries that a phrase states, or points back to ("the country's")."""
    if phrase.anaphor in ("north", "south"):
        korea = "PRK" if phrase.anaphor == "north" else "KOR"
        return (korea,) if korea in register.context_countries() else ()
    if phrase.anaphor == "whose":
        return _antecedent(register, phrase)
    if phrase.anaphor:
        last = _last_country(register, phrase)
        return (last,) if last else ()
    partner = phrase.partner
    if partner is not None and (partner.countries or partner.anaphor):
        return partner.countries or register.countries_of(partner)
    if partner is not None and _points_back(phrase, partner):
        last = _last_country(register, partner, bodies=partner.role in _OF_BODIES)
        return (last,) if last and not _of_another(register, partner) else ()
    if partner is not None and partner.kin and phrase.form is Form.PERSON:
        kin = register.holder_of(partner)
        return (kin.country,) if kin is not None and kin.country else ()
    holder = phrase.holder
    if holder is not None and holder.form is Form.PRONOUN and holder.pronoun == "our":
        return _ours(register, holder)
    if holder is not None and holder.form is Form.PRONOUN and holder.pronoun in ("its", "their"):
        leads = any(held.form == "leader" for held in phrase.offices)  # parties have leaders as well
        if leads and holder.pronoun == "its" and _of_another(register, phrase):
            return ()
        last = _last_country(register, phrase, bodies=holder.pronoun == "its" and phrase.role in _OF_BODIES)
        return (last,) if last else ()
    if holder is not None and not phrase.counterpart and not phrase.kin:
        owner = register.holder_of(phrase)
        return (owner.country,) if owner is not None and owner.country else ()
    return ()


def told_before(register: Register, phrase: Phrase, sentence: int) -> str | None:
    """Of "the senators" after their names, "the generals" after their army: the country of those told before."""
    recent = [r for r in register.referents.recent(sentence) if r.country]
    if phrase.role is Role.LEGISLATOR:
        named = {r.country for r in recent if r.role is Role.LEGISLATOR and r.name}
        return named.pop() if len(named) == 1 else None
    if phrase.sector not in ARMED:
        return None
    return next((r.country for r in recent if r.sector is phrase.sector), None)


# "the officers" after "German police", "the generals" after "the Sudanese army".
ARMED: Final = (Sector.MIL, Sector.COP)

# Offices that organisations have as countries do: "the African Union and its envoy".
_OF_BODIES: Final = (Role.ENVOY, Role.IGO_OFFICIAL)


def _points_back(phrase: Phrase, partner: Phrase) -> bool:
    """True for "its foreign minister, Ada Oduya": whose minister she is tells the pronoun."""
    holder = partner.holder
    named = phrase.form is Form.PERSON and partner.form is Form.OFFICE and phrase.holder is None
    return named and holder is not None and holder.form is Form.PRONOUN and holder.pronoun == "its"


def _of_another(register: Register, phrase: Phrase) -> bool:
    """True in "In Russia, Shell said its president", "Chad's bank said its president": a name or a body comes between.

    The government of a country is none: "Chad's government said its president".
    """
    now = register.now
    tokens = register.tokens(now)
    before = [m for m in register.places_of(now) if m.span.start < tokens.starts[phrase.first] and (m.actor or m.place)]
    end = max((m.span.end for m in before), default=0)
    between = [at for at in range(phrase.first) if tokens.starts[at] >= end]
    if any(tokens.tags[at] == "PROPN" for at in between):
        return True
    owns = bool(before) and len(between) > 1 and tokens.lowers[between[0]] in GENITIVE
    return owns and tokens.lowers[between[1]] not in _GOVERNING


_GOVERNING: Final = cues("mentions", "governing")


def _ours(register: Register, holder: Phrase) -> tuple[str, ...]:
    """Of "our country", "our minister": of whoever speaks, outside of quotations of where the text is told."""
    now = register.now
    if now >= len(register.sentences) or holder.first >= len(register.tokens(now)):
        return ()
    if speakers.is_quoted(register, holder, now):
        speaker = register.speaker_at(holder, now)
        return (speaker.country,) if speaker is not None and speaker.country else ()
    code = register.home()
    return (code,) if code else ()


def _antecedent(register: Register, phrase: Phrase) -> tuple[str, ...]:
    """Of Saudi Arabia, in "Saudi Arabia, whose foreign minister": the country or the person named right before."""
    now = register.now
    tokens = register.tokens(now) if now < len(register.sentences) else None
    if tokens is None or not phrase.first or phrase.first >= len(tokens) or tokens.lowers[phrase.first - 1] != "whose":
        return ()
    end = tokens.ends[phrase.first - 2 - (tokens.lowers[phrase.first - 2] == ",")] if phrase.first > 1 else 0
    for place in register.places_of(now):
        entity = place.actor or place.place
        if place.span.end == end and entity is not None and entity.country and entity.country not in ORGANIZATIONS:
            return (entity.country,)
    here = [r for r in register.referents.recent(now) if r.last[0] == now and r.last[1] < phrase.first]
    last = max(here, key=lambda r: r.last, default=None)
    return (last.country,) if last is not None and last.country else ()


def _body_ahead(register: Register, phrase: Phrase, sentence: int) -> str | None:
    """The EU, in "The European Union said its foreign ministers": the organisation that the sentence opens with."""
    if phrase.holder is None or phrase.holder.form is not Form.PRONOUN:
        return None
    tokens = register.tokens(sentence)
    for place in register.places_of(sentence):
        code = place.actor.country if place.actor is not None else None
        if code in ORGANIZATIONS and place.span.start <= tokens.starts[min(1, len(tokens.starts) - 1)]:
            return code
    return None


def _last_country(register: Register, phrase: Phrase, *, bodies: bool = False) -> str | None:
    """The country named last before the phrase, in its sentence or the two before; with ``bodies`` an organisation."""
    now = register.now
    tokens = register.tokens(now) if now < len(register.sentences) else None
    limit = tokens.starts[phrase.first] if tokens and phrase.first < len(tokens) else 0
    for sentence in range(now, max(-1, now - 3), -1):
        for place in reversed(register.places_of(sentence)):
            entity = place.actor or place.place
            if sentence == now and place.span.start >= limit:
                continue
            if entity is not None and entity.country and (bodies or entity.country not in ORGANIZATIONS):
                return entity.country
        body = _body_ahead(register, phrase, sentence) if sentence == now else None
        if body is not None:
            return body
    weighty = register.context_countries()
    return weighty[0] if weighty else None
