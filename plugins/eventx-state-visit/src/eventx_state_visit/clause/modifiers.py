"""What stands around a predicate: the noun's article, adjectives and preposition, a superlative before "to"."""

from __future__ import annotations

from typing import Final

from eventx import Clause, Span, Tokens
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.lexicon import words_of


def first_token(tokens: Tokens, span: Span) -> int:
    """The index of the first token that ends after the span starts."""
    return next((i for i, end in enumerate(tokens.ends) if end > span.start), len(tokens))


def before_head(tokens: Tokens, clause: Clause, most: int = 8) -> list[int]:
    """The tokens that modify a noun from the left, nearest first, up to its determiner or possessor."""
    at = first_token(tokens, clause.head)
    chosen: list[int] = []
    for index in range(at - 1, max(-1, at - 1 - most), -1):
        tag, word = tokens.tags[index], tokens.lowers[index]
        if tag in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or word in ("-", "–", "and", "one", "two") or "-" in word:
            chosen.append(index)
            continue
        if tag == "VERB" and word.endswith(("ing", "ed")):
            chosen.append(index)
            continue
        break
    return chosen


def _left_edge(tokens: Tokens, noun: Clause) -> int:
    """The first token of a noun with its modifiers, behind its article or possessor."""
    return min([first_token(tokens, noun.head), *before_head(tokens, noun)])


def is_definite(scene: Scene) -> bool:
    """True for "the visit", "his trip", "this tour": a noun in the singular that points back to a visit told before."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    if tokens.features[first_token(tokens, scene.clause.head)] == "P":
        return False
    left = _left_edge(tokens, scene.clause)
    return left > 0 and (tokens.lowers[left - 1] in _DEFINITE or tokens.tags[left - 1] == "PART")


def is_apposed(scene: Scene) -> bool:
    """True for a noun phrase right behind a comma: "..., his second trip to the country"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    left = _left_edge(tokens, scene.clause) - 1
    return left > 0 and tokens.words[left - 1] == "," and tokens.lowers[left] in _DEFINITE | {"a"}


def preceding(scene: Scene) -> tuple[str, str]:
    """The preposition right before the noun phrase and the word before that: ("for", "preparations"); "" for none."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    left = _left_edge(tokens, scene.clause)
    while left > 0 and tokens.lowers[left - 1] in _DETERMINERS:
        left -= 1
    owner = scene.clause.subject
    if left > 0 and tokens.lowers[left - 1] in ("'s", "’s", "'", "’") and owner is not None:
        left = min(left, first_token(tokens, owner.span))  # "a date for the president's trip"
    words = tokens.lowers[max(0, left - 5) : left]
    for size in (5, 4, 3, 2):
        phrase = " ".join(words[-size:])
        if len(words) >= size and phrase in scene.lexicon.ties:
            return phrase, ""
    return (words[-1], words[-2]) if len(words) > 1 else (words[-1] if words else "", "")


def is_negated(scene: Scene) -> bool:
    """ "There has been no trip to Kaesong"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    left = _left_edge(tokens, scene.clause)
    left -= left > 1 and tokens.lowers[left - 1] == "such"  # "made no such trip"
    return left > 0 and tokens.lowers[left - 1] == "no"


def is_superlative(scene: Scene) -> bool:
    """True for "the first leader to visit", "the highest-ranking official to go": an infinitive that tells no plan."""
    if scene.clause.form != "verb" or scene.clause.tense:
        return False
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.predicate)
    if tokens.lowers[at] != "to":
        return False
    before = tokens.lowers[max(0, at - 8) : at]
    return any(w in _RANKING or (w.endswith("est") and len(w) > 5) or "est-" in w for w in before)


def is_unfulfilled(scene: Scene) -> bool:
    """ "has yet to go": an infinitive of what has not happened."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.predicate)
    return at > 0 and tokens.lowers[at] == "to" and tokens.lowers[at - 1] == "yet"


_RANKING: Final = words_of("ranking")
POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "my", "our"})
_DEFINITE: Final = POSSESSIVES | {"the", "this", "that"}
_DETERMINERS: Final = _DEFINITE | {"a", "an", "any", "another"}
