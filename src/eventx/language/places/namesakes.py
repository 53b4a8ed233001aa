"""Names that mean somebody else than the country that bears them: "Ecuadorian Indians", "Brussels fined"."""

from __future__ import annotations

from typing import Final

from eventx.language.places.context import COMMISSION, PlaceContext
from eventx.language.places.standing import Hit
from eventx.lexicon.cues import cues
from eventx.lexicon.gazetteer import Gazetteer
from eventx.lexicon.place_cues import load_place_cues
from eventx.records import Tokens

_INDIA: Final = "India"
# Where "Indians" with the name of the country before are those who lived there first.
_AMERICAS: Final = frozenset(
    {"ARG", "BOL", "BRA", "CAN", "CHL", "COL", "CRI", "ECU", "GTM", "HND", "MEX", "NIC", "PAN", "PER", "PRY", "SLV",
     "USA", "VEN"}
)  # fmt: skip
_PLACING: Final = frozenset({"in", "at", "to", "from", "near", "into", "outside", "around", "through", "via", "of"})
_FACING: Final = frozenset({"with", "against", "between", "accused", "told", "warned", "urged", "asked"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_REACH: Final = 4  # words of "between the British and Brussels"


def is_native(tokens: Tokens, first: int, name: str, owner: str | None) -> bool:
    """True for "Ecuadorian Indians", "indigenous Indians", "Yanomami Indians"."""
    if name != _INDIA and not name.startswith("Indian"):
        return False
    if owner is not None:
        return owner in _AMERICAS
    if first == 0:
        return False
    before = tokens.lowers[first - 1]
    return before in load_place_cues().native


_ACTING: Final = frozenset({"has", "had", "will", "would", "may", "might"})  # not "was hit"
_ADDRESSING: Final = cues("places", "addressing")


def is_union(tokens: Tokens, first: int, context: PlaceContext) -> bool:
    """True where the seat of the European Union acts, or is spoken to, in a text that does not name Belgium.

    Between others and after "with" only where the text names the Union.
    """
    lowers, tags = tokens.lowers, tokens.tags
    if "BEL" in context.stated:
        return False
    if first and tags[first - 1] == "VERB" and tokens.lemmas[first - 1] in _ADDRESSING:
        return True
    if "EUR" not in context.stated:
        behind = lowers[first + 1 : first + 2]
        acts = tags[first + 1 : first + 2] == ("VERB",) or (bool(behind) and behind[0] in _ACTING)
        return acts and (not first or tags[first - 1] == "PUNCT")
    before = lowers[first - 1] if first else ""
    ahead = lowers[max(0, first - _REACH) : first]
    if before in _FACING or (before == "and" and "between" in ahead):
        return True
    if before in _PLACING or (before == "and" and not _PLACING.isdisjoint(ahead)):
        return False
    return not _VERBAL.isdisjoint(tags[first + 1 : first + 2])


def commissions(tokens: Tokens, gazetteer: Gazetteer) -> list[Hit]:
    """ "the Commission" of a text that names the European one: without a name of its own it is that."""
    found: list[Hit] = []
    for at, word in enumerate(tokens.words):
        if word == "Commission" and at and tokens.lowers[at - 1] == "the":
            after = tokens.words[at + 1 : at + 2]
            named = bool(after) and (after[0][:1].isupper() or after[0] in ("of", "on", "for"))
            if not named:
                found.append((at, at, gazetteer.readings(COMMISSION)))
    return found
