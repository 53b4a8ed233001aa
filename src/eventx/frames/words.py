"""Word lists of the frames: for every frame file (``words.toml``), for single rules (``cues.toml``), names of deeds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import tomli

_LISTS: Final = 5_000  # lists of frames that are kept in mind


def _table(name: str) -> dict[str, Any]:
    return tomli.loads((files("eventx.frames") / name).read_text(encoding="utf-8"))


@cache
def shared_words() -> Mapping[str, tuple[str, ...]]:
    """The lists by name, as "@name" calls them in a frame file."""
    return {name: tuple(words) for name, words in _table("words.toml").items()}


@lru_cache(maxsize=_LISTS)
def phrases(words: frozenset[str]) -> tuple[str, ...]:
    """Those of a list that have several words, as they stand in a text, with a space at either end."""
    return tuple(f" {word} " for word in words if " " in word)


@lru_cache(maxsize=_LISTS)
def compounds(words: frozenset[str]) -> tuple[str, ...]:
    """Those of a list that have several words or parts, as they stand in a text, singular and plural."""
    several = [word for word in words if " " in word or "-" in word]
    return tuple(form for word in several for form in (f" {word} ", f" {word}s "))


@cache
def _cues() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _table("cues.toml").items()}


def cues(name: str) -> frozenset[str]:
    """The words that a single rule of the frames goes by (see ``cues.toml``); KeyError where there is no such list."""
    return _cues()[name]


# Heads that stand for what follows "of": "a series of attacks", "thousands of students".
PARTITIVES: Final = frozenset(shared_words()["partitive"])
# What people who take no part in public affairs as such are called.
PRIVATE: Final = frozenset(shared_words()["private"])
# What says that an act is only remembered: "the monument to the battle".
MEMORIAL: Final = frozenset(shared_words()["memorial"])
# Things that act for the country that owns them: "Israeli tanks", "French troops".
ORGANS: Final = frozenset(shared_words()["organs"])
# Words by which a report on sport is known; countries are teams there.
SPORT: Final = frozenset(shared_words()["sport"])
# Words of public affairs, one of which a sentence on sport must hold to be looked at.
OFFICIAL: Final = frozenset(shared_words()["official"])
# More of them: a report without any is hardly one on public affairs.
AFFAIRS: Final = OFFICIAL | frozenset(shared_words()["affairs"])
# What strikes, and the strike itself: "a raid by commandos".
STRIKES: Final = frozenset(shared_words()["weapons"]) - {"strike"}  # which workers are on as well
# What an army moves and fires from.
ARMS: Final = frozenset(shared_words()["arms"])
# Civilians who take part in public affairs.
CIVIC: Final = frozenset(shared_words()["civic"])
# Words by which a report on films, music or television is known.
SHOW: Final = frozenset(shared_words()["show"])
# Verbs after which an infinitive says that it happens.
IMPLICATIVE: Final = frozenset(shared_words()["implicative"])
# Words one of which stands wherever a clause is negated.
NEGATIVE: Final = frozenset(shared_words()["negative"])
# What leaves nothing of the act that it is said of: "the cancellation of the talks".
VOID: Final = frozenset(shared_words()["void"])
# Harm that nobody does: "were killed when a helicopter crashed".
MISHAP: Final = frozenset(shared_words()["mishap"])
VEHICLES: Final = frozenset(shared_words()["vehicles"])
MISHAP_OF_VEHICLES: Final = frozenset(shared_words()["mishap_of_vehicles"])
HARMED: Final = frozenset(shared_words()["harmed"])
FICTION: Final = frozenset(shared_words()["fiction"])
TELLING: Final = frozenset(shared_words()["telling"])
# Words that set a condition.
CONDITIONAL: Final = frozenset(shared_words()["conditional"])
# What somebody says something in, and the verbs of whose writing it is.
WRITINGS: Final = frozenset(shared_words()["writings"])
ISSUING: Final = frozenset(shared_words()["issuing"])
# What a body decides by: "a ruling by the court dissolved the party".
DECISIONS: Final = frozenset(shared_words()["decisions"])
# What belongs to the armed and to those who rule: "army positions".
POSTS: Final = frozenset(shared_words()["posts"])
# What people have and use, and their gatherings: "blew up a pipeline", "broke up a rally".
BELONGINGS: Final = frozenset(shared_words()["belongings"]) | frozenset(shared_words()["gatherings"])
# Nouns that tell any act again, and what they do when they are dated.
RETOLD: Final = frozenset(shared_words()["retold"])
HAPPENING: Final = frozenset(shared_words()["happening"])
# What tells on which day something begins or ends.
BEGINNING: Final = cues("beginning")
ENDING: Final = cues("ending")
# What makes a decision known, on the day of it.
ANNOUNCING: Final = cues("announcing")
# Named deeds in which somebody is harmed or seized.
DEEDS: Final = frozenset(shared_words()["deeds"])
# What an ally gives.
HELP: Final = frozenset(shared_words()["help"])
# Whom a form of government stands for, and the words of a region that tell "the country" from any other.
STYLES: Final[Mapping[str, frozenset[str]]] = {
    style: frozenset(shared_words()[style]) for style in ("kingdom", "emirate", "sultanate", "principality")
}
OF_LANDS: Final = frozenset(shared_words()["of_lands"])
OF_STATES: Final = frozenset(shared_words()["of_states"])
# What deeds are called when they are spoken of again (see ``deeds.toml``), and the verbs that told of them.
_DEEDS: Final = _table("deeds.toml")
ANSWERED: Final = frozenset(_DEEDS["answered"])
MOVES: Final = frozenset(_DEEDS["moves"])
FRAYS: Final = frozenset(_DEEDS["frays"])
TOLD_BY: Final[Mapping[str, tuple[str, ...]]] = {
    noun: tuple(verbs) for nouns, verbs in _DEEDS["told_by"].items() for noun in nouns.split()
}
