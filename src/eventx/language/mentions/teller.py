"""Whose "the government", "MPs", "the police" are: of the country that the story is told in, not of any it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from eventx.language.mentions.issuer import country_of_issuer
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.language.mentions.scene import is_mission, located
from eventx.language.places import PlaceContext
from eventx.lexicon.chambers import AMERICAN, load_chambers
from eventx.lexicon.cues import cues
from eventx.lexicon.insiders import told_inside
from eventx.records import Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

if TYPE_CHECKING:
    from eventx.hooks.parts import Analysis
    from eventx.language.mentions.register import Register

# Those who govern act at home wherever else a sentence looks; the others may be wherever it plays.
_RULING: Final = (Sector.GOV, Sector.LEG, Sector.JUD, Sector.OPP)
# Of these only the teller's country is a fair guess: many work across borders.
_SOCIETIES: Final = (Sector.NGO, Sector.BUS)
# Of these every report speaks without saying whose they are: "President Bush" tells nothing of the teller.
_FAMOUS: Final = frozenset({"USA", "RUS", "CHN", "UNO"})
# Those who are of the place that a report is sent from, unless it says where else.
_LOCALS: Final = (Sector.CVL, Sector.COP, Sector.MED, Sector.REB, *_RULING)
_HEADS: Final = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.IGO_OFFICIAL)
_MANY: Final = 3  # mentions of officeholders that outweigh words of insiders
_FRONT: Final = 24  # characters of a sentence within which "In Kyiv, ..." names where it plays
_BODIES: Final = (Sector.JUD, Sector.LEG)  # of which a text names none but those of the officials it speaks of

# Titles of legislators that a country does not have.
_NOT_OF: Final = {"USA": cues("mentions", "parliamentarians")}


class Teller:
    """Counts what tells in which country a document is told: offices without their country, words of insiders."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._issuer: str | None = None
        self._offices: dict[str, int] = {}
        self._words: str | None = None
        self._read = False

    def heard(self, referent: Referent) -> None:
        """Note an officeholder who is named with a title and without a country."""
        if referent.country and not (referent.country in _FAMOUS and referent.role in _HEADS):
            self._offices[referent.country] = self._offices.get(referent.country, 0) + 1

    def words(self) -> str | None:
        """The country whose insiders' words the text uses."""
        if not self._read:
            self._read = True
            self._issuer = country_of_issuer(self._analysis)
            self._words = self._issuer or told_inside(self._analysis.text)
        return self._words

    def issuer(self) -> str | None:
        """The country whose ministry or office signs the text as its own statement."""
        self.words()
        return self._issuer

    def country(self) -> str | None:
        """The country that the document is told in, as far as it shows; None where signs are missing or disagree."""
        words = self.words()
        if not self._offices or self._issuer is not None:
            return words
        best = max(sorted(self._offices), key=lambda code: self._offices[code])
        rest = sum(self._offices.values()) - self._offices[best]
        if words is not None:
            return words if best == words or self._offices[best] < _MANY else None
        return best if self._offices[best] > rest else None


def tells(register: Register, phrase: Phrase, referent: Referent) -> bool:
    """True for a titled officeholder whose country the text leaves out: that one speaks for where it is written.

    Not a host ("saw President X in Rome"), nor "the president" whose country was said before.
    """
    unsaid = register.country_of(phrase) is None
    if not phrase.offices or referent.via != "table" or not referent.country or referent.sector is not Sector.GOV:
        return False
    if phrase.form is Form.PERSON and not unsaid:
        referent.placed = True
    if not unsaid or (referent.placed and phrase.form is Form.OFFICE):
        return False
    return not (phrase.object and _names(register, register.now, referent.country))


def whose(
    register: Register,
    sector: Sector | None,
    sentence: int,
    *,
    noun: str = "",
    other_than: str = "",
    at: int | None = None,
) -> str | None:
    """The country of actors whom the text calls by their kind alone; None where it could be either of two.

    ``at`` is the token that their phrase begins with.
    """
    inside = register.teller.country()
    if sector in _SOCIETIES:
        return inside
    offset = register.tokens(sentence).starts[at] if at is not None else None
    setting = register.setting(sentence, other_than, offset)
    found = setting
    local = _dateline(register)
    if sector in _LOCALS and local is not None and _plays_at(register, sentence, setting, local, other_than):
        return local
    if inside is not None and inside not in (other_than, setting):
        found = _elsewhere(register, sector, sentence, setting, inside)
    if found is None and sector in _BODIES:
        found = _of_those_named(register)
    if found is not None and noun.lower() in _NOT_OF.get(found, ()):
        return None
    if sector not in _BODIES or not _lacks_chamber(found, noun.lower()):
        return found
    return AMERICAN if local is None or _lacks_chamber(local, noun.lower()) else local


def _lacks_chamber(country: str | None, noun: str) -> bool:
    """True for a "Senate panel" in a text on Russia, which has no Senate, and "a federal judge" in one on no state."""
    having = load_chambers().get(noun.partition(" ")[0].removesuffix("s")) if " of " not in noun else None
    return having is not None and country not in having


def _of_those_named(register: Register) -> str | None:
    """The United States, in "President Trump signed it. A federal court struck it down": that of all who are named."""
    if register.context_countries()[1:]:
        return None
    named = {r.country for r in register.referents.persons(lambda r: r.sector in _RULING and r.country is not None)}
    return next(iter(named)) if len(named) == 1 and not named & INTERGOVERNMENTAL else None


def _plays_at(register: Register, sentence: int, setting: str | None, local: str, other_than: str) -> bool:
    """True where a sentence names no place of another country, and the text is about that of its dateline."""
    if setting in (None, local) or local == other_than or local not in register.context_countries()[:2]:
        return False
    for name in register.places_of(sentence):
        if is_mission(name, register.text):
            continue
        if name.place is not None and name.place.country == setting:
            return False
        if name.actor is not None and name.actor.country == setting and located(name, register.text):
            return False
    return True


def _dateline(register: Register) -> str | None:
    """The country that the report is sent from."""
    context = cast(PlaceContext | None, register.analysis.layer("place_context", -1) or None)
    return context.dateline if context is not None else None


def _elsewhere(
    register: Register, sector: Sector | None, sentence: int, setting: str | None, inside: str
) -> str | None:
    """The country where the sentence points to another one than that of the teller."""
    if setting is None or not _names(register, sentence, setting):
        return inside
    if sector in _RULING:
        return setting if _opens_with_place(register, sentence) else inside
    return None if sector is Sector.MIL else setting


def _names(register: Register, sentence: int, country: str) -> bool:
    """True when the sentence itself names the country or a place in it."""
    return any((e := p.place or p.actor) and e.country == country for p in register.places_of(sentence))


def _opens_with_place(register: Register, sentence: int) -> bool:
    """True for "In Kyiv, parliament voted": what comes plays there."""
    start = register.sentences[sentence].span.start
    text = register.text
    for place in register.places_of(sentence):
        if place.place is not None and place.span.start - start <= _FRONT:
            before = text[start : place.span.start].lower().split()
            return bool(before) and before[0] in ("in", "at", "across", "inside") and len(before) <= 3
    return False
