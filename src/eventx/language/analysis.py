"""The lazily computed layers of one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from eventx.hooks.parts import Annotator
from eventx.records import (
    Clause,
    Discourse,
    Document,
    Mention,
    Sentence,
    Span,
    Term,
    TimeExpression,
    Tokens,
)

Fault = Callable[[Annotator, BaseException], None]

# What a layer gives where its provider raised: nothing, in the layer's own type.
_EMPTY_TOKENS: Final = Tokens(words=(), lowers=(), starts=(), ends=(), tags=(), lemmas=(), features=())


class LayeredAnalysis:
    """A document with its layers; each is computed when first asked for, a sentence at a time.

    ``providers`` maps a layer's name to its annotator. The layers ``sentences``, ``discourse``
    and ``terms`` belong to the whole document (their annotator is called with sentence -1).
    Where a provider raises, ``on_fault`` is told, and the layer comes from the one that it replaced (``own``, by
    layer), or is empty.
    """

    def __init__(
        self,
        document: Document,
        providers: Mapping[str, Annotator],
        on_fault: Fault,
        own: Mapping[str, Annotator] = MappingProxyType({}),
    ) -> None:
        self._document = document
        self._providers = providers
        self._own = own
        self._on_fault = on_fault
        self._cache: dict[tuple[str, int], Any] = {}
        self._sentences: tuple[Sentence, ...] | None = None
        self._starts: list[int] | None = None

    @property
    def document(self) -> Document:
        return self._document

    @property
    def text(self) -> str:
        return self._document.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        if self._sentences is None:
            self._sentences = cast(tuple[Sentence, ...], self.layer("sentences", -1))
        return self._sentences

    @property
    def discourse(self) -> Discourse:
        return cast(Discourse, self.layer("discourse", -1) or Discourse())

    def tokens(self, sentence: int) -> Tokens:
        return cast(Tokens, self.layer("tokens", sentence) or _EMPTY_TOKENS)

    def times(self, sentence: int) -> tuple[TimeExpression, ...]:
        return cast(tuple[TimeExpression, ...], self.layer("times", sentence))

    def mentions(self, sentence: int) -> tuple[Mention, ...]:
        return cast(tuple[Mention, ...], self.layer("mentions", sentence))

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        return cast(tuple[Clause, ...], self.layer("clauses", sentence))

    def terms(self, lexicon: str) -> tuple[Term, ...]:
        hits = cast(Mapping[str, tuple[Term, ...]], self.layer("terms", -1) or {})
        return hits.get(lexicon, ())

    def layer(self, name: str, sentence: int) -> Any:
        key = (name, sentence)
        if key in self._cache:
            return self._cache[key]
        self._cache[key] = value = self._computed(name, sentence)
        return value

    def _computed(self, name: str, sentence: int) -> Any:
        """The layer by its provider, else by the one that was replaced, else empty."""
        provider, own = self._providers.get(name), self._own.get(name)
        for part in (provider,) if provider is own else (provider, own):
            if part is None:
                continue
            try:
                value = part.annotate(self, sentence)
                if value is None and part is not own and own is not None:
                    raise TypeError(f"annotate returned None for the layer {name!r}; an empty layer is ()")
            except (Exception, SystemExit) as error:  # one provider's fault must not cost the document
                self._on_fault(part, error)
            else:
                return value
        return ()

    def close(self) -> None:
        """Forget all layers: they hold on to each other, and would wait for the garbage collector."""
        self._cache.clear()

    def sentence_at(self, span: Span) -> int:
        if self._starts is None:
            self._starts = [s.span.start for s in self.sentences]
        return max(0, bisect_right(self._starts, span.start) - 1)
