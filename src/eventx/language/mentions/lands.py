"""Countries without their names: "his country", "the two sides", "both nations"; and bodies of two countries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from eventx.language.mentions.lexicon import PRONOUNS
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import Group
from eventx.records import MentionKind, Sector
from eventx.records.codes import ORGANIZATIONS

if TYPE_CHECKING:
    from eventx.language.mentions.expand import Expander
    from eventx.language.mentions.register import Register

_LANDS: Final = frozenset({"country", "nation"})
_TWO: Final = cues("mentions", "two_states")
# Two countries of one name: "both Koreas".
_NAMESAKES: Final = {"koreas": ("KOR", "PRK"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG")}
_EACH: Final = "each"
LANDS: Final = _TWO | _NAMESAKES.keys() | {_EACH}  # what no other word need announce
_COUNTRY: Final = Group("country", "country", "institution", Sector.GOV)
_SIDES: Final = Group("countries", "countries", "institution", Sector.GOV)
_ANY: Final = _LANDS | LANDS
_REACH: Final = 3  # sentences back in which two countries are named together
_NAMING: Final = frozenset({MentionKind.COUNTRY, MentionKind.DEMONYM})


def lands(reader: Expander) -> list[Phrase]:
    """The phrases of a sentence that mean countries named before."""
    found: list[Phrase] = []
    if _ANY.isdisjoint(reader.lowers):
        return found
    for index, low in enumerate(reader.lowers):
        if low in _LANDS:
            made = _owned(reader, index)
        elif low in _TWO and index:
            made = _both(reader, index) or _counted(reader, index)
        elif low == _EACH:
            found.extend(_each(reader, index))
            continue
        elif low in _NAMESAKES and index and reader.line.capital(index):
            made = _namesakes(reader, index)
        else:
            continue
        if made is not None:
            found.append(made)
    return found


def _owned(reader: Expander, index: int) -> Phrase | None:
    """ "his country", "her own nation"; not "his country house"."""
    after = index + 1
    if (after < len(reader.tags) and reader.tags[after] in ("NOUN", "ADJ")) or reader.line.capital(index):
        return None
    before = index - 1 - (index > 1 and reader.lowers[index - 1] == "own")
    holder = reader.by_last.get(before)
    if holder is None or holder.form is not Form.PRONOUN or not PRONOUNS.get(holder.pronoun, ("", "", False))[2]:
        return None
    return Phrase(
        Form.GROUP, before, index, index, index, group=_COUNTRY, sector=Sector.GOV, noun="country", holder=holder,
        definite=True,
    )  # fmt: skip


def _both(reader: Expander, index: int) -> Phrase | None:
    """ "the two countries", "both sides", "the neighbours", "the nuclear-armed neighbours"."""
    first = index - 1
    if reader.lowers[index] in _NEIGHBOURS:
        first -= first > 0 and reader.tags[first] == "ADJ"
        if reader.lowers[first] == "the":
            return _sides(first, index)
        first = index - 1
    if reader.lowers[first] == "two" and first and reader.lowers[first - 1] in ("the", "these", "those"):
        first -= 1
    elif reader.lowers[first] != "both":
        return None
    return _sides(first, index)


def _each(reader: Expander, index: int) -> Iterator[Phrase]:
    """ "Each side accused the other", "each blamed the other": both of them, on either hand."""
    lowers, tags = reader.lowers, reader.tags
    last = index + (index + 1 < len(lowers) and lowers[index + 1] in _SIDE)
    if last + 1 >= len(lowers) or tags[last + 1] not in ("VERB", "AUX", "ADV", "PART"):
        return
    yield _sides(index, last)
    for at in range(last + 2, min(len(lowers), last + _NEAR)):
        if lowers[at - 1] == "the" and lowers[at] == "other":
            if at + 1 == len(tags) or tags[at + 1] not in ("NOUN", "ADJ", "PROPN"):
                yield _sides(at - 1, at)
            return


def _sides(first: int, last: int) -> Phrase:
    return Phrase(
        Form.GROUP, first, last, last, last, group=_SIDES, sector=Sector.GOV, noun="countries", plural=True,
        definite=True, count=2,
    )  # fmt: skip


_SIDE: Final = frozenset({"country", "government", "nation", "side", "state"})
_NEAR: Final = 6  # tokens behind "each" in which "the other" stands


def _counted(reader: Expander, index: int) -> Phrase | None:
    """ "More than 40 countries", "several nations" that act, whoever they are."""
    lowers, tags, after = reader.lowers, reader.tags, index + 1
    if lowers[index] not in _COUNTED or after >= len(tags) or tags[after] not in _VERBAL or reader.line.titled:
        return None
    first = index
    first -= first > 1 and lowers[first - 1] in ("other", "different")
    first -= first > 1 and lowers[first - 1] == "of"
    if lowers[first - 1] not in _HOW_MANY and tags[first - 1] != "NUM":
        return None
    first -= 1
    while first > 0 and lowers[first - 1] in _ABOUT:
        first -= 1
    if first > 0 and tags[first - 1] not in ("PUNCT", "CCONJ", "SCONJ", "ADV"):
        return None
    return Phrase(
        Form.GROUP, first, index, index, index, group=_NATIONS, sector=Sector.IGO, noun="countries", plural=True
    )


_NEIGHBOURS: Final = frozenset({"neighbours", "neighbors"})
_COUNTED: Final = frozenset({"countries", "nations", "states"})
_NATIONS: Final = Group("countries", "countries", "person", Sector.IGO)
_HOW_MANY: Final = cues("mentions", "round_numbers") | {"several", "many", "most", "numerous", "some"}
_ABOUT: Final = frozenset({"more", "less", "fewer", "than", "at", "least", "about", "around", "nearly", "almost",
                           "over", "some", "all"})  # fmt: skip
_VERBAL: Final = ("VERB", "AUX")


def _namesakes(reader: Expander, index: int) -> Phrase | None:
    """ "both Koreas", "the two rival Koreas"."""
    first = index
    while first > 0 and reader.lowers[first - 1] in _OF_NAMESAKES:
        first -= 1
    if first == index:
        return None
    return Phrase(
        Form.GROUP, first, index, index, index, group=_COUNTRY, sector=Sector.GOV, noun="country", plural=True,
        definite=True, countries=_NAMESAKES[reader.lowers[index]],
    )  # fmt: skip


_OF_NAMESAKES: Final = frozenset({"the", "both", "two", "rival", "divided"})


def is_pair(phrase: Phrase) -> bool:
    """True for two countries, or for the same body of both: "both armies"."""
    group = phrase.group
    if group is None or phrase.count != 2 or not phrase.definite or phrase.countries or phrase.holder is not None:
        return False
    return group is _SIDES or (group.kind == "institution" and phrase.plural)


def is_land(phrase: Phrase) -> bool:
    """True for "his country"."""
    return phrase.group is _COUNTRY


def is_sides(phrase: Phrase) -> bool:
    """True for "the two countries", which mean nothing without a pair."""
    return phrase.group is _SIDES


def pair(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """The two countries that were last named together, else the only two that the document names."""
    start = register.tokens(sentence).starts[phrase.first]
    for codes in _named(register, sentence, start):
        if len(codes) == 2:
            return tuple(_of(register, phrase, code) for code in codes)
        if len(codes) > 2:
            return ()
    acting = next(_named(register, sentence, start)) if phrase.object else []  # "Japan urged both sides": not Japan
    codes = [code for code in register.context_countries() if code not in (*ORGANIZATIONS, *acting)]
    return tuple(_of(register, phrase, code) for code in codes) if len(codes) == 2 else ()


def _named(register: Register, sentence: int, start: int) -> Iterator[list[str]]:
    """The countries named before the phrase, sentence by sentence backwards."""
    for index in range(sentence, max(-1, sentence - _REACH - 1), -1):
        entities = [
            m.actor
            for m in register.places_of(index)
            if m.kind in _NAMING and m.actor is not None and (index < sentence or m.span.end <= start)
        ]
        yield list(dict.fromkeys(e.country for e in entities if e.country and e.country not in ORGANIZATIONS))


def _of(register: Register, phrase: Phrase, code: str) -> Referent:
    noun = "country" if phrase.group in (None, _SIDES) else phrase.noun
    referent = Referent(
        key=f"group:{code}:{noun}".replace(" ", "_"),
        kind="group",
        country=code,
        role=phrase.role,
        sector=phrase.sector if phrase.group is not None else Sector.GOV,
        via="coreference",
    )
    return register.referents.add(referent)
