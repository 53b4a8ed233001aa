"""Offices without a name: "the Russian president", "the prime minister", "his counterpart", "both ministers"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventx.language.mentions import ahead, organizations, recall, regions, rows
from eventx.language.mentions.belonging import told_before
from eventx.language.mentions.modifiers import of_deputy
from eventx.language.mentions.phrases import ONE_AT_A_TIME, Held, Phrase
from eventx.language.mentions.recall import MINISTERS, called
from eventx.language.mentions.referents import Referent
from eventx.language.mentions.teller import whose
from eventx.lexicon.holdings import LEADING
from eventx.records import Role, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_SENT: Final = (Role.ENVOY, Role.OFFICIAL)  # who is sent by a government; one office does not exclude the other
_CROWN: Final = "GBR"  # "the Queen", in the news of a republic
_LOCAL: Final = (Sector.LEG, Sector.MIL, Sector.JUD, Sector.COP)  # at home where the report plays
_REACH: Final = 8  # sentences back in which "the two leaders" are looked for


def office(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
    """(referent, how it was found) of a single office; None for a generic one."""
    if phrase.kin:
        return _relative(register, phrase), "stated"
    if phrase.counterpart:
        return _counterpart(register, phrase)
    held = phrase.office
    if held is None:
        return _unnamed(register, phrase, "candidate", register.country_of(phrase)), "stated"
    if rows.numbered(register.tokens(sentence).lowers, phrase):
        told = rows.holder(register, phrase, sentence)
        country = register.country_of(phrase) or register.usual_country(phrase)
        if told is not None:
            if told.country is None and told.role is None:  # "The last U.S. president to come was Calvin Coolidge"
                _takes(told, held, country)
                told.row = True
            return told, "coreference"
        unnamed = _unnamed(register, phrase, f"last-{held.office}", country)
        unnamed.row = True
        return unnamed, "stated"
    country = register.country_of(phrase)
    late = _late_monarch(register, phrase, held, sentence) if held.role is Role.MONARCH and phrase.former else None
    if late is not None:
        return late, "table"
    if phrase.holder is not None and country is None:
        owner = register.holder_of(phrase)
        country = owner.country if owner is not None else None
        if owner is None and phrase.holder.name:
            return _unnamed(register, phrase, f"{held.office}:{'-'.join(phrase.holder.name)}", None), ""
        if held.role not in ONE_AT_A_TIME:
            via = "stated" if country else ""
            owner_key = owner.key if owner else ""
            return _unnamed(register, phrase, f"{held.office}:{owner_key}", country), via
    if country is not None:
        return _of_country(register, phrase, held, country)
    return _bare(register, phrase, held, sentence)


def _late_monarch(register: Register, phrase: Phrase, held: Held, sentence: int) -> Referent | None:
    """ "the late Queen", "Thailand's late king": crowns are worn for life, so it is the one who wore it last."""
    lowers = register.tokens(sentence).lowers
    if "late" not in lowers[phrase.first : phrase.head_first]:
        return None
    country = register.country_of(phrase) or register.usual_country(phrase) or register.home()
    if country is None or register.table_holder(country, Role.MONARCH) is None:
        country = _CROWN if _is_crown(register, phrase, held) else country
    row = register.table.last_before(country, Role.MONARCH, register.day) if country is not None else None
    woman = row is not None and register.words.names.gender(row.name.split()) == "f"
    if row is None or woman is not (held.form == "queen"):  # the last to reign was no queen
        return None
    found = register.referent_of_row(row, held)
    found.former = True
    return found


def is_of_finance(register: Register, phrase: Phrase) -> bool:
    """True for a chancellor of the exchequer: by the country, or as the text has a minister of such a country only."""
    heads = register.words.offices.chancellors
    country = register.country_of(phrase)
    if country is not None:
        return country not in heads
    named = register.table.by_name(phrase.name, register.day) if len(phrase.name) > 1 else None
    if named is not None:
        return named.row.country not in heads
    leading = register.referents.persons(lambda r: r.role is Role.HEAD_OF_GOVERNMENT and r.country in heads)
    ministers = register.referents.persons(lambda r: r.role is Role.MINISTER and r.country == _CROWN)
    if leading and ministers:
        return _salience(register, ministers) > _salience(register, leading)
    return not leading if register.home() == _CROWN or ministers else False


def _salience(register: Register, referents: Sequence[Referent]) -> float:
    """That of the one who stands out."""
    return max(r.salience(register.now) for r in referents)


def _of_country(
    register: Register, phrase: Phrase, held: Held, country: str, other_than: Referent | None = None
) -> tuple[Referent, str]:
    """ "the Russian president": somebody of the document, else of the table, else unnamed."""
    told = None if phrase.indefinite else recall.told_of(register, phrase, held, country, other_than)
    if told is not None:
        return told, "coreference"
    in_office = not phrase.former and not phrase.indefinite
    named = ahead.named_holder(register, held, country) if in_office else None
    if named is not None and named is not other_than:
        return named, "coreference"
    if in_office and held.role in ONE_AT_A_TIME and not held.office.startswith("deputy") and not phrase.elect:
        row = register.leader(country) if held.office == "leader" else register.table_holder(country, held.role)
        if row is not None and register.may_be(row, phrase.gender):
            return register.referent_of_row(row, held), "table"
        described = _described(register, phrase, held, country) if row is None else None
        if described is not None:
            return described, "coreference"
    official = organizations.head(register, phrase, held, country) if held.role is Role.IGO_OFFICIAL else None
    official = official or regions.holder(register, phrase, held, country)
    if official is not None:
        return official, "table"
    return _unnamed(register, phrase, held.office, country), "stated"


def _described(register: Register, phrase: Phrase, held: Held, country: str) -> Referent | None:
    """The person named without an office in the sentence before: "X met Y. The Lebanese prime minister said"."""
    if not phrase.definite or phrase.object or phrase.partner is not None:
        return None
    found = [
        r
        for r in register.referents.recent(register.now)
        if r.kind == "person" and r.last[0] >= register.now - 1 and r.role is None and r.country is None
    ]
    if len(found) != 1 or found[0].gender not in ("", phrase.gender or found[0].gender):
        return None
    _takes(found[0], held, country)
    return found[0]


def _takes(person: Referent, held: Held, country: str | None) -> None:
    """Give a person of whom only the name was known the office that the text tells."""
    person.role, person.sector, person.country, person.via = held.role, held.sector, country, "stated"
    person.offices.append(held.office)
    person.changed()


def _bare(register: Register, phrase: Phrase, held: Held, sentence: int) -> tuple[Referent, str] | None:
    """ "the president": the salient one of the document, else that of its own country."""
    if phrase.indefinite:
        country = whose(register, held.sector, sentence, noun=held.form) if held.sector in _LOCAL else None
        label = f"{held.office}:{sentence}:{phrase.first}"
        return _unnamed(register, phrase, label, country), "context" if country else ""
    official = organizations.head(register, phrase, held, None) if held.role is Role.IGO_OFFICIAL else None
    known = recall.holder(register, phrase, held, sentence, official)
    if known is not None:
        return known, "coreference" if known is not official else "table"
    return _of_home(register, phrase, held, sentence)


def _of_home(register: Register, phrase: Phrase, held: Held, sentence: int) -> tuple[Referent, str] | None:
    """The holder whom the text has not named: of the office's usual country, of the text's own."""
    if held.office == "secretary" and not held.portfolio:
        return None  # a secretary of an office, where no minister is called so
    if held.office in ("majesty", "highness"):
        royal = register.referents.persons(lambda r: r.role in (Role.MONARCH, Role.ROYAL))
        return (royal[0], "coreference") if royal else None
    envoy = _sent(register, phrase, held)
    if envoy is not None:
        return envoy, "coreference"
    country = register.usual_country(phrase) or register.home()
    if held.role is Role.MONARCH and (country is None or register.table_holder(country, Role.MONARCH) is None):
        country = _CROWN if _is_crown(register, phrase, held) else country
    later = ahead.holder(register, held, sentence) if phrase.definite and not phrase.former else None
    if later is not None and (country is None or later.country in (None, country)):
        return later, "coreference"
    certain = phrase.definite or (recall.of_issuer(register, phrase) and country == register.teller.issuer())
    if country is not None and held.role in ONE_AT_A_TIME and not (phrase.former or phrase.elect) and certain:
        row = register.leader(country) if held.office == "leader" else register.table_holder(country, held.role)
        if row is not None and register.may_be(row, phrase.gender):
            return register.referent_of_row(row, held), "table"
    if country is not None and held.sector in (Sector.GOV, Sector.LEG, Sector.MIL, Sector.JUD):
        return _unnamed(register, phrase, held.office, country), "context"
    return _unnamed(register, phrase, held.office, None), ""


def _is_crown(register: Register, phrase: Phrase, held: Held) -> bool:
    """True for the "Queen" whom news names without a country; not where the text is about other countries."""
    told = register.context_countries()
    return held.form in ("king", "queen") and phrase.definite and (not told or _CROWN in told)


def _sent(register: Register, phrase: Phrase, held: Held) -> Referent | None:
    """Holbrooke, in "Holbrooke is back. The assistant secretary of state ...": an envoy has another office."""
    if held.role not in _SENT or not phrase.definite or phrase.object or phrase.former:
        return None
    found = [r for r in register.referents.recent(register.now) if r.kind == "person" and r.last[0] >= register.now - 1]
    if len(found) != 1 or found[0].role not in _SENT or found[0].offices[1:]:
        return None
    home = register.usual_country(phrase)
    return found[0] if home in (None, found[0].country) else None


def _unnamed(register: Register, phrase: Phrase, label: str, country: str | None) -> Referent:
    """A referent that has only its office."""
    former = "former-" if phrase.former else ""
    kind = phrase.noun if phrase.kin else f"{label}-elect" if phrase.elect else label
    key = f"office:{country or '?'}:{former}{kind}".replace(" ", "_")
    referent = Referent(
        key=key,
        kind="office",
        gender=phrase.gender,
        country=country,
        role=phrase.role,
        sector=phrase.sector or Sector.GOV,
        offices=[o.office for o in phrase.offices],
        former=phrase.former,
        via="stated",
    )
    return register.referents.add(referent)


def _relative(register: Register, phrase: Phrase) -> Referent:
    """ "Kim Jong Un's sister": a person of the holder's country without an office."""
    owner = register.holder_of(phrase)
    country = owner.country if owner else register.country_of(phrase)
    key = f"kin:{owner.key if owner else '?'}:{phrase.noun}"
    second = of_deputy(phrase, owner.role if owner is not None else None)
    partner = Referent(
        key=key,
        kind="office",
        gender=phrase.gender,
        country=country,
        role=second or Role.OTHER,
        sector=Sector.GOV if second else Sector.CVL,
        via="stated",
    )
    return register.referents.add(partner)


def _counterpart(register: Register, phrase: Phrase, stated: str | None = None) -> tuple[Referent, str] | None:
    """ "his Chinese counterpart": the holder of the same office in the stated country, of a leader who leads it.

    The counterpart of an American president is no king or queen.
    """
    owner, country = register.holder_of(phrase), stated or register.country_of(phrase)
    if owner is None or owner.role is None:
        if country is None:
            return None
        known = register.referents.persons(lambda r: r.country == country)
        if known:
            return known[0], "coreference"
        return _unnamed(register, phrase, "counterpart", country), "stated"
    office = owner.offices[0] if owner.offices else owner.role.value.replace("_", " ")
    leads = register.leader(owner.country) if owner.country and owner.role in LEADING else None
    if country is not None and leads is not None and register.table.person_key(leads) == owner.key:
        office = "leader"
    held = Held(office, owner.role, Sector.GOV)
    if country is None:
        others = register.referents.persons(lambda r: r.role is owner.role and r is not owner)
        return (others[0], "coreference") if others else None
    phrase.role, phrase.sector, phrase.offices = owner.role, owner.sector, (held,)
    referent, via = _of_country(register, phrase, held, country, other_than=owner)
    phrase.offices = ()
    return referent, via


def several(register: Register, phrase: Phrase, sentence: int) -> tuple[tuple[Referent, ...], str]:
    """The single persons of a plural office: of stated countries, or those mentioned before."""
    held = phrase.office
    countries = register.countries_of(phrase)
    if held is not None and len(countries) > 1:
        found = [_of_country(register, phrase, held, code) for code in countries]
        return tuple(r for r, _ in found), "table" if any(via == "table" for _, via in found) else "stated"
    if phrase.counterpart and len(countries) > 1:  # "her German and Swedish counterparts"
        return tuple(f[0] for code in countries if (f := _counterpart(register, phrase, code))), "stated"
    royal = held is not None and held.office in ("majesty", "highness")  # "Their Majesties" need no article
    if not (phrase.definite or phrase.count or royal) or countries or _of_any(register, phrase, sentence):
        return (), ""
    return recent_persons(register, phrase, sentence, held), "coreference"


def _of_any(register: Register, phrase: Phrase, sentence: int) -> bool:
    """ "the presidents of four states", "the leaders of several parties": whoever they are, not those told before."""
    tokens = register.tokens(sentence)
    behind = phrase.last + 2
    if behind >= len(tokens.lowers) or tokens.lowers[phrase.last + 1] != "of":
        return False
    return tokens.tags[behind] == "NUM" or tokens.lowers[behind] in _ANY


_ANY: Final = frozenset({"several", "many", "some", "other", "various", "neighbouring", "neighboring"})


def recent_persons(register: Register, phrase: Phrase, sentence: int, held: Held | None) -> tuple[Referent, ...]:
    """The last persons of the document that a plural can mean: as many as it counts, two by default."""
    wanted = phrase.count or 2
    if held is not None and held.office in ("majesty", "highness"):
        royals = register.referents.persons(lambda r: r.role in (Role.MONARCH, Role.ROYAL))
        same = [r for r in royals if r.country == royals[0].country]
        return tuple(same[:2])
    pool = register.referents.persons(lambda r: sentence - r.last[0] <= _REACH and (held is None or called(r, held)))
    if held is not None and held.office in ("president", "minister") and len(pool) < wanted:
        group = LEADING if held.role in LEADING else MINISTERS
        pool = register.referents.persons(lambda r: sentence - r.last[0] <= _REACH and r.role in group)
    if held is None:
        ranked = [r for r in pool if r.role is not None and r.role is not Role.OTHER]
        pool = ranked if len(ranked) >= wanted else pool
    if held is not None and held.role in (*LEADING, *MINISTERS):  # "the two presidents", beside one of the past
        in_office = [r for r in pool if r.name and not r.former]
        pool = in_office if len(in_office) >= wanted else pool
    if len(pool) < wanted:
        return ()
    pair = register.pairs.coordinated(sentence)
    if len(pair) == wanted and all(r in pool for r in pair):
        return pair  # "X and Y met the king. The two lawmakers ..."
    pool = _apart(pool)
    chosen = pool[:wanted]
    return tuple(sorted(chosen, key=lambda r: r.last))


def _apart(pool: list[Referent]) -> list[Referent]:
    """One person a country first: two leaders lead two countries."""
    seen: set[str | None] = set()
    first: list[Referent] = []
    rest: list[Referent] = []
    for referent in pool:
        (rest if referent.country in seen and referent.country else first).append(referent)
        seen.add(referent.country)
    return first + rest


def generic(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str]:
    """Offices in general: "ministers", "EU leaders", "lawmakers"; and how their country was found."""
    country = register.country_of(phrase) or register.usual_country(phrase)
    via = "stated" if country else ""
    held = phrase.office
    if country is None and phrase.definite:
        country = told_before(register, phrase, sentence)
        via = "coreference" if country else ""
    local = phrase.sector in _LOCAL or phrase.sector is Sector.OPP  # "opposition lawmakers": of where the text plays
    told = not _of_any(register, phrase, sentence)
    if told and country is None and (local or (phrase.sector is Sector.GOV and held is not None)):
        country = whose(register, phrase.sector, sentence, noun=held.form if held else "", at=phrase.first)
        if phrase.sector is Sector.GOV and country != register.teller.country():
            country = None  # "ministers" met may be anybody's
        via = "context" if country else ""
    label = held.office if held else phrase.noun
    referent = Referent(
        key=f"group:{country or '?'}:{label}".replace(" ", "_"),
        kind="group",
        country=country,
        role=phrase.role,
        sector=phrase.sector,
        former=phrase.former,
        plural=True,
        via=via,
    )
    return register.referents.add(referent), via
