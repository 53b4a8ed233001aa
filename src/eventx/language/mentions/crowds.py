"""Groups without a noun of their own: "thousands marched", "a Palestinian", "Kurdish forces"."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import INNER
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import Group
from eventx.records import MentionKind, Sector
from eventx.records.codes import INTERGOVERNMENTAL

# Number nouns that are persons where they act.
CROWDS: Final = cues("mentions", "round_numbers")
_COUNTING: Final = frozenset({"a", "an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some",
                              "several", "many", "other", "young", "ethnic", "another"})  # fmt: skip
_QUANTITIES: Final = CROWDS | {"group", "crowd"}
_PERSONS: Final = Group("people", "people", "person", Sector.CVL)


def is_crowd(reader: Expander, phrase: Phrase) -> bool:
    """True for "thousands took to the streets": the subject of a verb, no sum of something."""
    after = phrase.head_last + 1
    if phrase.last > phrase.head_last or after >= len(reader.tags) or reader.tags[after] not in ("VERB", "AUX"):
        return False
    before = phrase.first - 1
    return before < 0 or reader.tags[before] in ("PUNCT", "CCONJ", "SCONJ", "ADV", "NOUN")


def owns_forces(reader: Expander, phrase: Phrase) -> bool:
    """True for forces of somebody; "market forces", "he forces the door" are none."""
    if reader.tags[phrase.head_last] != "NOUN" and not phrase.countries:
        return False
    if phrase.countries or phrase.holder is not None or phrase.anaphor:
        return True
    if reader.lowers[phrase.last + 1 : phrase.last + 2] == ("loyal",):
        return "NOUN" not in reader.tags[phrase.first : phrase.head_first]  # "forces loyal to General Haftar"
    offices = reader.words.offices
    return any(
        low in offices.modifiers or low in offices.peoples for low in reader.lowers[phrase.first : phrase.head_first]
    )


def is_mission(reader: Expander, phrase: Phrase) -> bool:
    """True for people who were sent, "an Argentine mission is here"; not for "its mission", "the mission in Mali"."""
    after = phrase.last + 1
    sent = phrase.first < phrase.head_first and phrase.holder is None and reader.tags[phrase.head_first - 1] != "PART"
    if phrase.countries and _to_organization(reader, after):
        return True
    acts = after < len(reader.tags) and reader.tags[after] in ("VERB", "AUX", "ADV")
    return bool(phrase.countries) and sent and acts


def _to_organization(reader: Expander, index: int) -> bool:
    """True for the "to the UN" of a mission that represents a state."""
    if reader.lowers[index : index + 1] != ("to",):
        return False
    body = reader.by_first.get(index + 1 + (reader.lowers[index + 1 : index + 2] == ("the",)))
    return body is not None and body.country in INTERGOVERNMENTAL


def peoples(reader: Expander) -> list[Phrase]:
    """Persons named by their people: "a Palestinian", "two Ghanaians", "hundreds of Georgians", "ethnic Turks"."""
    found: list[Phrase] = []
    if not reader.line.places:
        return found
    for item in reader.items:
        place = item.place
        if place is None or place.kind is not MentionKind.DEMONYM or id(item) in reader.taken or not item.countries:
            continue
        after = item.last + 1
        plural = reader.lowers[item.last].endswith("s") and place.plural
        if not plural and after < len(reader.tags) and reader.tags[after] in INNER:
            continue
        phrase = _counted(reader, item)
        if phrase is not None:
            found.append(phrase)
    return found


def _counted(reader: Expander, item: Phrase) -> Phrase | None:
    """The people with what counts it, or None where nothing does."""
    first, lowers = item.first, reader.lowers
    ethnic = first > 0 and lowers[first - 1] == "ethnic"
    while first > 0 and (lowers[first - 1] in _COUNTING or reader.tags[first - 1] == "NUM"):
        first -= 1
    if first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in _QUANTITIES:
        first -= 2
        first -= first > 0 and lowers[first - 1] == "a"
    if first == item.first:
        return None
    made = Phrase(Form.GROUP, first, item.last, item.first, item.last, group=_PERSONS, sector=Sector.CVL, noun="people")
    made.plural = lowers[first] not in ("a", "an", "another")
    made.countries = () if ethnic else item.countries
    made.ethnic = item.countries[0] if ethnic else ""
    return made
