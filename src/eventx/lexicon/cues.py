"""The word lists that single rules of the language layer go by, one file a room: ``data/cues_ROOM.toml``.

Words of the open classes (nouns, verbs, adjectives) are data and stand there, each list with a note on what it is for;
articles, prepositions, tags and marks that a rule is made of stand beside the rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from eventx.lexicon.tables import toml_table


@cache
def _lists(room: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in toml_table(f"cues_{room}.toml").items()}


def cues(room: str, name: str) -> frozenset[str]:
    """The list ``name`` of a room ("tagging", "clauses"): words or lemmas, lower-cased unless its note says otherwise.

    Raises KeyError where the room has no such list.
    """
    return _lists(room)[name]
