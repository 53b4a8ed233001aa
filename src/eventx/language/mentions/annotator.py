"""The provider of the layer ``mentions``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from eventx.hooks.parts import Analysis, Officeholder
from eventx.language.mentions.lexicon import load_words
from eventx.language.mentions.register import Register
from eventx.language.places import PlaceContext, find_places
from eventx.lexicon.officeholders import OfficeholderIndex
from eventx.records import Mention, Sentence, Tokens

if TYPE_CHECKING:
    from eventx.lexicon.gazetteer import Gazetteer


class MentionsAnnotator:
    """Provides the layer ``mentions``: actors and places, resolved and co-referring.

    The layer of sentence -1 is the document's register; sentences are taken in order, so asking for one
    takes those before it. The annotator itself keeps nothing of a document.
    """

    name = "mentions"
    provides = "mentions"
    requires = ("tokens", "sentences", "discourse", "place_context")

    def __init__(self, gazetteer: Callable[[], Gazetteer], officeholders: Sequence[Officeholder]) -> None:
        self._gazetteer = gazetteer  # called on first use: an engine that never meets a trigger does not pay for it
        self._officeholders = officeholders
        self._table: OfficeholderIndex | None = None

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[Mention, ...] | Register:
        """The mentions of a sentence in text order, the larger first where they are nested."""
        if sentence < 0:
            return Register(analysis, load_words(), self._index(), self._places, self._named)
        register = cast(Register, analysis.layer(self.provides, -1))
        return register.mentions(sentence)

    def _index(self) -> OfficeholderIndex:
        # Built on first use, as the gazetteer is.
        if self._table is None:
            self._table = OfficeholderIndex(self._officeholders)
        return self._table

    def _named(self, word: str) -> str | None:
        """The country of a country's name or demonym."""
        readings = self._gazetteer().readings(word)
        return readings[0].country if readings and readings[0].kind in ("country", "demonym", "people") else None

    def _places(self, tokens: Tokens, sentence: Sentence, text: str, context: PlaceContext | None) -> Sequence[Mention]:
        return find_places(tokens, sentence, text, self._gazetteer(), context)
