"""How a name is shown: as the text spells it, in its fullest form, without titles and page furniture."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.phrases import Phrase
from eventx.lexicon.cues import cues
from eventx.lexicon.transliteration import sound

_KEPT_TITLES: Final = cues("mentions", "kept_titles")
_DEGREES: Final = cues("mentions", "degrees")


def cleaned(phrase: Phrase) -> tuple[str, ...]:
    """The words of the name as the text spells them; capitals of a headline become title case."""
    if all(map(str.isalpha, phrase.name)) and all(map(str.istitle, phrase.name)) and phrase.name[-1] not in _DEGREES:
        return phrase.name
    words = [w.rstrip("'’") for w in phrase.name]
    if all(len(w) < 2 or w.isupper() for w in words) and any(len(w) > 3 for w in words):
        words = ["-".join(p.capitalize() for p in w.split("-")) for w in words]
    words = [w for w in words if w]
    while len(words) > 1 and words[-1].rstrip(".") in _DEGREES:
        words.pop()
    return tuple(words)


def is_name_of(key: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """True when a text's name, by its compared words, is fit to be shown for the person of the table.

    A surname alone is not; nor is a byname, nor a name with more around it than a name has, in another order ("Smith
    John"), or with a slip of the pen in the first name ("Shimom": transliterations sound alike, slips do not).
    """
    if len(key) < 2 or len(key) > len(row) + 2:
        return False
    shared = [w for w in key if w in row]
    if [w for w in row if w in key] != shared:
        return False
    if not shared and not {sound(w) for w in key} & {sound(w) for w in row}:
        return False  # "Gus Dur": a name that the person goes by, but no spelling of the one in the table
    if len(key) == len(row) == 2 and key[1] == row[1] and key[0] != row[0]:
        return not _is_slip(key[0], row[0])
    return True


def _is_slip(word: str, known: str) -> bool:
    if len(word) != len(known) or word[0] != known[0] or sound(word) == sound(known):
        return False
    return sum(a != b for a, b in zip(word, known, strict=True)) == 1 and len(word) > 3


def keeps_title(phrase: Phrase) -> bool:
    """True for an office that belongs to a bare name ("Pope Francis")."""
    return any(o.office in _KEPT_TITLES for o in phrase.offices)


def display(phrase: Phrase, name: tuple[str, ...]) -> str:
    """The name to show: without titles, but a bare single name keeps "King", "Pope", "Sheikh"."""
    plain = " ".join(name)
    if len(name) == 1 or (len(name) == 2 and name[1].strip("IVX.") == ""):
        for held in phrase.offices:
            if held.office in _KEPT_TITLES and phrase.noun != "shared":
                return f"{held.form.title()} {plain}"
        if phrase.honorific in ("sheikh", "sheikha"):
            return f"{phrase.honorific.capitalize()} {plain}"
    return plain
