"""The inflected forms of the trigger words, for the scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_IRREGULAR: Final = {
    "go": ("goes", "went", "gone", "going"),
    "come": ("comes", "came", "coming"),
    "fly": ("flies", "flew", "flown", "flying"),
    "leave": ("leaves", "left", "leaving"),
    "meet": ("meets", "met", "meeting"),
    "hold": ("holds", "held", "holding"),
    "have": ("has", "had", "having"),
    "take": ("takes", "took", "taken", "taking"),
    "bring": ("brings", "brought", "bringing"),
    "set": ("sets", "setting"),
    "lead": ("leads", "led", "leading"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "sit": ("sits", "sat", "sitting"),
    "be": ("is", "are", "was", "were", "been", "being"),
    "swing": ("swings", "swung", "swinging"),
    "stop": ("stops", "stopped", "stopping"),
    "travel": ("travels", "travelled", "traveled", "travelling", "traveling"),
    "slip": ("slips", "slipped", "slipping"),
    "jet": ("jets", "jetted", "jetting"),
    "confer": ("confers", "conferred", "conferring"),
    "drop": ("drops", "dropped", "dropping"),
    "spend": ("spends", "spent", "spending"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "get": ("gets", "got", "getting"),
    "make": ("makes", "made", "making"),
    "begin": ("begins", "began", "begun", "beginning"),
    "cut": ("cuts", "cutting"),
    "drive": ("drives", "drove", "driven", "driving"),
    "sneak": ("sneaks", "snuck", "sneaked", "sneaking"),
}


def inflected(lemmas: Iterable[str]) -> Iterator[str]:
    """All forms, sorted; of a trigger of several words the first is inflected ("sets off")."""
    forms: set[str] = set()
    for lemma in lemmas:
        first, space, rest = lemma.partition(" ")
        forms.update(f"{form}{space}{rest}" for form in (first, *(_IRREGULAR.get(first) or _regular(first))))
    yield from sorted(forms)


def _regular(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es", word + "ed", word + "ing")
    return (word + "s", word + "ed", word + "ing")
