"""Groups: whose they are and in which sector: "Russian troops", "police", "the foreign ministry", "a delegation"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.mentions import holders, lands
from eventx.language.mentions.belonging import ARMED, told_before
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.language.mentions.teller import whose
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import BY_HEAD
from eventx.records import MentionKind, Role, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_PERSONS: Final = cues("mentions", "persons")
_LEADS: Final = frozenset({"lead", "head", "bring", "take"})
_DOMESTIC: Final = (Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.OPP)
# Of these a bare mention is at home where the report is.
_LOCAL: Final = (*_DOMESTIC, Sector.CVL, Sector.REB, Sector.MED)


def group(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str]:
    """(referent, how its country was found)."""
    noun = phrase.group
    assert noun is not None
    if noun.kind == "named":
        return _named(register, phrase, sentence), "name"
    usual = None if phrase.countries else noun.country  # "a British charity" is British, a charity alone of no country
    country = usual or register.country_of(phrase)
    via = "stated" if country else ""
    if country is None and phrase.holder is not None:
        owner = register.holder_of(phrase)
        country = owner.country if owner else None
        via = "coreference" if country else ""
        if country is None and (phrase.holder.ruler or lands.is_land(phrase)):
            return _referent(register, phrase, None, ""), ""  # a ruler whom nobody knows: not the scene's
    if country is None and phrase.first and register.tokens(sentence).lowers[phrase.first - 1] == "whose":
        country = _antecedent_country(register, phrase, sentence)
        via = "coreference" if country else ""
    known = _known(register, phrase, sentence, country) if phrase.definite else None
    if known is not None:
        return known, "coreference"
    if country is None and is_delegation(phrase):
        leader = _leader(register, phrase, sentence) or (_told_of(register, sentence) if phrase.definite else None)
        country, via = (leader.country, "coreference") if leader is not None and leader.country else (None, "")
    if country is None:
        leader = _followed(register, phrase, sentence)
        country, via = (leader.country, "coreference") if leader is not None and leader.country else (None, "")
    if country is None and phrase.definite and phrase.sector in ARMED:
        country = told_before(register, phrase, sentence)
        via = "coreference" if country else ""
    if country is None and phrase.sector is Sector.REB:
        last = _rebels(register)
        if last is not None and phrase.definite:
            return last, "coreference"
        country, via = (last.country, "coreference") if last is not None else (None, "")
    if country is None and phrase.sector in _LOCAL and not phrase.guest:
        country = whose(register, phrase.sector, sentence, noun=phrase.noun, other_than=phrase.ethnic, at=phrase.first)
        via = "context" if country else ""
    return _referent(register, phrase, country, via), via


def _known(register: Register, phrase: Phrase, sentence: int, country: str | None) -> Referent | None:
    """Whom or what told before "the diplomat", "the soldiers" are."""
    called = _last_called(register, phrase, sentence, country)
    if called is not None or country is not None or (is_delegation(phrase) and _is_told(register, phrase, sentence)):
        return called
    return _mentioned(register, phrase)


def _last_called(register: Register, phrase: Phrase, sentence: int, country: str | None) -> Referent | None:
    """The last person whose office "the diplomat" or "the Russian politician" can stand for."""
    roles = _CALLED.get(phrase.noun)
    if roles is None or phrase.plural or phrase.count:
        return None
    told = register.referents.persons(lambda r: r.role in roles and not r.plural and sentence - r.last[0] <= _NEAR)
    return next((r for r in told if country in (None, r.country)), None)


_DIPLOMATS: Final = frozenset({Role.FOREIGN_MINISTER, Role.ENVOY, Role.MINISTER})
_POLITICIANS: Final = frozenset(
    {Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.VICE_PRESIDENT, Role.DEFENSE_MINISTER, Role.LEGISLATOR}
)
_CALLED: Final = {
    "diplomat": _DIPLOMATS,
    "politician": _POLITICIANS | _DIPLOMATS,
    "statesman": _POLITICIANS | _DIPLOMATS,
}
_NEAR: Final = 2  # sentences back


def _antecedent_country(register: Register, phrase: Phrase, sentence: int) -> str | None:
    """Hungary, in "the Hungarian prime minister, whose police": the country of whoever is named right before."""
    here = [r for r in register.referents.recent(sentence) if r.last[0] == sentence and r.last[1] < phrase.first]
    last = max(here, key=lambda r: r.last, default=None)
    return last.country if last is not None else None


def meant(register: Register, phrase: Phrase, sentence: int) -> tuple[MentionKind, tuple[Referent, ...]]:
    """The persons or countries named before that a group with its number means: "the two men", "both sides"."""
    if means_persons(phrase):
        return MentionKind.GROUP, holders.recent_persons(register, phrase, sentence, None)
    both = lands.pair(register, phrase, sentence) if lands.is_pair(phrase) else ()
    return kind_of(phrase), both or _of_pair(register, phrase, sentence)


def _of_pair(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """ "The navies of both states", "soldiers from the two countries": the group of each of two named before."""
    behind = register.tokens(sentence).lowers[phrase.last + 1 : phrase.last + 2]
    if not phrase.plural or behind not in (("of",), ("from",)):
        return ()
    sides = next((p for p in register.phrases(sentence) if p.first == phrase.last + 2 and lands.is_pair(p)), None)
    named = lands.pair(register, sides, sentence) if sides is not None else ()
    return tuple(_referent(register, phrase, land.country, "coreference") for land in named)


def _leader(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whose delegation it is: of whoever "will lead a delegation", or of "a delegation led by" somebody."""
    tokens = register.tokens(sentence)
    behind = tokens.lowers[phrase.last + 1 : phrase.last + 3]
    led = len(behind) == 2 and behind[0] in ("led", "headed") and behind[1] == "by"
    if not led and (phrase.first == 0 or tokens.lemmas[phrase.first - 1] not in _LEADS):
        return None
    persons = [p for p in register.phrases(sentence) if p.form in (Form.PERSON, Form.OFFICE) and not p.plural]
    if led:
        leader = next((p for p in persons if 0 <= p.first - phrase.last - 3 <= 1), None)
    else:
        leader = next((p for p in reversed(persons) if p.last < phrase.first and not p.object), None)
    return register.known_or_named(leader, sentence) if leader is not None else None


def _is_told(register: Register, phrase: Phrase, sentence: int) -> bool:
    """ "the delegation of the government": whose it is stands behind it, so that none told before is meant."""
    return register.tokens(sentence).lowers[phrase.last + 1 : phrase.last + 2] == ("of",)


def _told_of(register: Register, sentence: int) -> Referent | None:
    """Whose "the delegation" is of which nothing was said: the official's of whom the sentence before tells."""
    told = register.referents.persons(lambda r: r.subject_in == sentence - 1 and r.sector is not Sector.CVL)
    return told[-1] if len(told) == 1 and not told[-1].plural else None


def _followed(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whom "forces loyal to General Haftar", "supporters of Imran Khan" follow."""
    lowers = register.tokens(sentence).lowers
    behind = lowers[phrase.last + 1 : phrase.last + 3]
    loyal = behind == ("loyal", "to")
    if not loyal and not (behind[:1] == ("of",) and lowers[phrase.head_last] in _FOLLOWERS):
        return None
    start = phrase.last + (3 if loyal else 2)
    persons = (p for p in register.phrases(sentence) if p.form in (Form.PERSON, Form.OFFICE) and not p.plural)
    leader = next((p for p in persons if 0 <= p.first - start <= 1), None)
    return register.known_or_named(leader, sentence) if leader is not None else None


_FOLLOWERS: Final = cues("mentions", "followers")


def by_country(register: Register, phrase: Phrase) -> tuple[Referent, ...]:
    """ "officials from X and Y": the group of each country."""
    return tuple(_referent(register, phrase, code, "stated") for code in dict.fromkeys(phrase.countries))


def _referent(register: Register, phrase: Phrase, country: str | None, via: str) -> Referent:
    noun = phrase.group
    assert noun is not None
    # the delegation of the rebels is not that of the government
    owner = f"{phrase.sector} " if is_delegation(phrase) and phrase.sector not in (None, Sector.GOV) else ""
    referent = Referent(
        key=f"group:{country or '?'}:{owner}{phrase.noun}".replace(" ", "_"),
        kind="group",
        country=country,
        role=phrase.role,
        sector=phrase.sector,
        plural=phrase.plural or noun.kind == "collective" or noun.name == "police",
        individual=noun.kind == "person" and not phrase.plural,
        via=via,
    )
    return register.referents.add(referent)


def _rebels(register: Register) -> Referent | None:
    """The armed group that was mentioned last."""
    found = [r for r in register.referents if r.kind == "group" and r.sector is Sector.REB and (r.country or r.display)]
    return max(found, key=lambda r: r.last, default=None)


def _named(register: Register, phrase: Phrase, sentence: int) -> Referent:
    noun = phrase.group
    assert noun is not None
    name = noun.name.removeprefix("the ")
    referent = Referent(
        key="body:" + name.lower().replace(" ", "-"),
        kind="group",
        display=name,
        country=noun.country
        or phrase.country
        or (whose(register, noun.sector, sentence) if noun.form == BY_HEAD else None),
        role=phrase.role,
        sector=noun.sector_on(register.day),
        plural=noun.sector is Sector.REB,
        via="name",
    )
    return register.referents.add(referent)


def _mentioned(register: Register, phrase: Phrase) -> Referent | None:
    """ "the delegation", "the ministry": the last one of the document."""
    noun = phrase.noun.split()[-1].removesuffix("s") if phrase.noun else ""
    groups = (r for r in register.referents if r.kind == "group" and r.mentioned and noun in r.key)
    found = [r for r in groups if _noun_of(r) == noun]
    if not found and phrase.plural and phrase.sector in ARMED:
        recent = register.referents.recent(register.now)
        found = [r for r in recent if r.kind == "group" and r.sector is phrase.sector]
    return max(found, key=lambda r: r.last, default=None)


def _noun_of(referent: Referent) -> str:
    """The last word of the noun that a group is known by, in the singular."""
    return referent.key.replace("_", " ").replace(":", " ").rsplit(" ", 1)[-1].removesuffix("s")


def kind_of(phrase: Phrase) -> MentionKind:
    """Institutions and named bodies are organisations, the rest groups."""
    noun = phrase.group
    if noun is not None and (noun.kind == "institution" or (noun.kind == "named" and noun.sector is not Sector.REB)):
        return MentionKind.ORGANIZATION
    return MentionKind.GROUP


def means_persons(phrase: Phrase) -> bool:
    """True for "the two men", "both diplomats"."""
    return bool(phrase.count) and phrase.definite and phrase.noun in _PERSONS


def is_delegation(phrase: Phrase) -> bool:
    """True for a delegation."""
    return phrase.role is Role.DELEGATION
