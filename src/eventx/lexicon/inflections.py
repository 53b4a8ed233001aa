"""The inflected forms of given words: the word list read from the lemma to its forms.

The table ``irregular.csv`` (lemma, form) is made from the word list by ``tools/build_irregular.py``: to look through
the whole list would take longer than all that is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from eventx.lexicon.words import ANY_VERB, PLURAL, load_words

# The forms of verbs that the word list has among the closed classes.
AUXILIARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "be": ("am", "is", "are", "was", "were", "been", "being"),
    "have": ("has", "had", "having"),
    "do": ("does", "did", "done", "doing"),
    "need": ("needs", "needed"),
}
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")


def inflections(verbs: Iterable[str] = (), nouns: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """All forms that verbs and nouns have in a text, by the word asked for, sorted, the word itself among them.

    A noun has its plural besides. Of a verb of several words the first is inflected ("set off", "sets off"), of a
    noun the last ("first stops"); of a hyphenated word the last part where the word list lacks the whole. A word that
    the list lacks altogether is taken to be regular. A word asked for as both has the forms of both.
    """
    verbs, nouns = dict.fromkeys(verbs), dict.fromkeys(nouns)
    acts = {verb: verb.partition(" ")[::2] for verb in verbs}
    things = {noun: noun.rpartition(" ")[::2] for noun in nouns}
    of_verbs, of_nouns = _known({first for first, _ in acts.values()}, {last for _, last in things.values()})
    found: dict[str, set[str]] = {word: {word} for word in (*verbs, *nouns)}
    for verb, (first, rest) in acts.items():
        found[verb].update(f"{form} {rest}".rstrip() for form in of_verbs[first])
    for noun, (rest, last) in things.items():
        found[noun].update(f"{rest} {form}".lstrip() for form in of_nouns[last])
    return {word: tuple(sorted(forms)) for word, forms in found.items()}


def _known(verbs: Iterable[str], nouns: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The forms of verbs and of nouns of one word: those of the word list, else the regular ones."""
    table = load_words().open
    of_verbs = {verb: _listed(verb, verb=True) for verb in (*verbs, *map(_end, verbs))}
    of_nouns = {noun: _listed(noun, verb=False) for noun in (*nouns, *map(_end, nouns))}
    for word, forms in of_verbs.items():
        forms.update(() if forms else _of_end(word, of_verbs) or _regular(word))
    for word, forms in of_nouns.items():
        forms.update(() if forms or word in table else _of_end(word, of_nouns) or (_with_s(word),))
    return of_verbs, of_nouns


def _listed(lemma: str, *, verb: bool) -> set[str]:
    """The forms by which the word list has a verb, or the plurals of a noun; none for an unknown word."""
    look = load_words().open.look
    found = set(AUXILIARIES.get(lemma, ())) if verb else set()
    for form in (lemma, *spellings(lemma), *_irregular().get(lemma, ())):
        entry = look(form)
        if entry is None:
            continue
        of, classes = (entry.verb, ANY_VERB) if verb else (entry.noun, PLURAL)
        if of == lemma and entry.classes & classes:
            found.add(form)
    return found


def spellings(lemma: str) -> Iterator[str]:
    """How the regular forms of a word may be written, whichever it has: "hopped", "hoped", "trafficking", "dying"."""
    short, doubled = lemma[:-1], lemma + lemma[-1:]
    yield from (f"{stem}{ending}" for stem in (lemma, doubled, f"{lemma}k") for ending in ("ed", "ing"))
    yield from (
        f"{lemma}s",
        f"{lemma}es",
        f"{lemma}d",
        f"{short}ing",
        f"{short}ies",
        f"{short}ied",
        f"{lemma[:-2]}ying",
    )


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    """The other forms, by their lemma."""
    found: dict[str, tuple[str, ...]] = {}
    table = (files("eventx.lexicon") / "data" / "irregular.csv").read_text(encoding="utf-8")
    for line in table.splitlines():
        lemma, _, form = line.partition(",")
        found[lemma] = (*found.get(lemma, ()), form)
    return found


def _end(word: str) -> str:
    """The last part of a hyphenated word: "chair" of "co-chair"."""
    return word.rpartition("-")[2]


def _of_end(word: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """The forms of a hyphenated word by those of its last part; none for any other word."""
    end = _end(word)
    return [word.removesuffix(end) + form for form in known.get(end, ())] if end != word else []


def _regular(verb: str) -> Iterator[str]:
    """The regular forms of a verb, without doubled letters, which no word shows in writing."""
    stem = verb[:-1] if verb.endswith("e") else verb
    past = f"{verb[:-1]}ied" if _with_s(verb).endswith("ies") and verb.endswith("y") else f"{stem}ed"
    yield from (_with_s(verb), past, f"{stem}ing")


def _with_s(word: str) -> str:
    """The plural of a regular noun, or the -s form of a regular verb."""
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy", "uy")):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"
