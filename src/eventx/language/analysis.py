"""The lazily computed layers of one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final, cast

from eventx.errors import ConfigError
from eventx.hooks.parts import Annotator
from eventx.language.promises import OF_SENTENCES, breach
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

# Told of what a provider raised, or of what is wrong with the layer that it gave.
Fault = Callable[[Annotator, BaseException | str], None]

# What a layer gives where its provider raised: nothing, in the layer's own type.
_EMPTY_TOKENS: Final = Tokens(words=(), lowers=(), starts=(), ends=(), tags=(), lemmas=(), features=())


class _CircleError(Exception):
    """A provider asks, by way of others, for the layer that it is about to provide."""

    def __init__(self, layer: str) -> None:
        super().__init__(layer)
        self.layer = layer


class LayeredAnalysis:
    """A document with its layers; each is computed when first asked for, a sentence at a time.

    ``providers`` maps a layer's name to its annotator. The layers ``sentences``, ``discourse``
    and ``terms`` belong to the whole document (their annotator is called with sentence -1).
    Where a provider raises or breaks the promise of a layer of ours, ``on_fault`` is told, and the layer comes from the
    one that it replaced (``own``, by layer), or is empty. ``lexicons`` are the names that ``terms`` takes.
    Without ``own`` it is an analysis of a few layers: the others are empty.
    """

    def __init__(
        self,
        document: Document,
        providers: Mapping[str, Annotator],
        on_fault: Fault,
        own: Mapping[str, Annotator] = MappingProxyType({}),
        lexicons: Collection[str] | None = None,
    ) -> None:
        self._document = document
        self._providers = providers
        self._own = own
        self._on_fault = on_fault
        self._lexicons = lexicons
        self._cache: dict[tuple[str, int], Any] = {}
        self._under_way: set[tuple[str, int]] = set()
        self._beneath: dict[str, _Beneath] = {}
        self._sentences: tuple[Sentence, ...] | None = None
        self._count = 0  # of the sentences, once they are known
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
            self._sentences = found = cast(tuple[Sentence, ...], self.layer("sentences", -1))
            self._count = len(found)
        return self._sentences

    @property
    def discourse(self) -> Discourse:
        return cast(Discourse, self.layer("discourse", -1) or Discourse())

    def tokens(self, sentence: int) -> Tokens:
        found = self.layer("tokens", sentence)
        return found if isinstance(found, Tokens) else _EMPTY_TOKENS

    def times(self, sentence: int) -> tuple[TimeExpression, ...]:
        found: tuple[TimeExpression, ...] = self.layer("times", sentence)
        return found

    def mentions(self, sentence: int) -> tuple[Mention, ...]:
        if sentence == -1:  # the number under which our provider keeps what it knows of the document
            raise self._no_sentence(sentence)
        found: tuple[Mention, ...] = self.layer("mentions", sentence)
        return found

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        found: tuple[Clause, ...] = self.layer("clauses", sentence)
        return found

    def terms(self, lexicon: str) -> tuple[Term, ...]:
        hits = cast(Mapping[str, tuple[Term, ...]], self.layer("terms", -1) or {})
        found = hits.get(lexicon)
        if found is None:
            if self._lexicons is not None and lexicon not in self._lexicons:
                raise ConfigError(_unknown("lexicon", lexicon, self._lexicons))
            return ()
        return found

    def layer(self, name: str, sentence: int) -> Any:
        key = (name, sentence)
        value = self._cache.get(key, self)  # the analysis itself stands for what is not there yet
        if value is not self:
            return value
        provider = self._providers.get(name)
        if provider is None or type(sentence) is not int or not 0 <= sentence < self._count:
            self._asked(name, sentence)
        if key in self._under_way:
            raise _CircleError(name)
        self._under_way.add(key)
        try:
            value = self._computed(provider, name, sentence)
        finally:
            self._under_way.discard(key)
        self._cache[key] = value
        return value

    def _asked(self, name: str, sentence: int) -> None:
        """Raise where there is no such layer, or no such sentence."""
        if name not in self._providers and self._own:
            raise ConfigError(_unknown("layer", name, self._providers))
        if name == "sentences" or (sentence == -1 and (name not in OF_SENTENCES or name == "mentions")):
            return
        if not isinstance(sentence, int) or not 0 <= sentence < len(self.sentences):
            raise self._no_sentence(sentence)

    def _no_sentence(self, sentence: Any) -> Exception:
        if not isinstance(sentence, int):
            return TypeError(
                f"a sentence is asked for by its number (sentence.index), not by {type(sentence).__name__}"
            )
        count = len(self.sentences)
        there = f"0 to {count - 1}" if count else "none"
        return IndexError(f"there is no sentence {sentence}: the document's sentences are {there}")

    def _computed(self, provider: Annotator | None, name: str, sentence: int) -> Any:
        """The layer by its provider, else by the one that was replaced, else empty."""
        if provider is None:
            return ()
        own = self._own.get(name)
        if own is None or provider is own:
            return self._annotated(provider, name, sentence, self)
        beneath = self._replaced(name)
        fault: BaseException | str
        try:
            value = provider.annotate(beneath, sentence)
            fault = breach(name, value, self, sentence)
        except KeyboardInterrupt:
            raise
        except _CircleError as error:
            if error.layer != name:
                raise
            fault = f"it asks for what in turn needs the layer {name!r}, which it provides"
        except BaseException as error:  # one provider's fault must not cost the document
            fault = error
        if not fault:
            return value
        self._on_fault(provider, fault)
        return beneath.layer(name, sentence)

    def _annotated(self, part: Annotator, name: str, sentence: int, seen: LayeredAnalysis) -> Any:
        """A layer that stands in nobody's place; empty where its provider raises."""
        try:
            return part.annotate(seen, sentence)
        except KeyboardInterrupt:
            raise
        except _CircleError as error:
            if error.layer != name or part is self._own.get(name):
                raise
            self._on_fault(part, f"it asks for what in turn needs the layer {name!r}, which it provides")
        except BaseException as error:  # one provider's fault must not cost the document
            self._on_fault(part, error)
        return ()

    def _replaced(self, name: str) -> _Beneath:
        """The analysis in which a layer is as it was before a plugin replaced it."""
        found = self._beneath.get(name)
        if found is None:
            found = self._beneath[name] = _Beneath(self, name)
        return found

    def close(self) -> None:
        """Forget all layers: they hold on to each other, and would wait for the garbage collector."""
        self._cache.clear()
        self._beneath.clear()

    def sentence_at(self, span: Span) -> int:
        if self._starts is None:
            self._starts = [s.span.start for s in self.sentences]
        return max(0, bisect_right(self._starts, span.start) - 1)


class _Beneath(LayeredAnalysis):
    """What a provider sees that replaces a layer of ours: under that name ours, and else what all see."""

    def __init__(self, above: LayeredAnalysis, name: str) -> None:
        super().__init__(above._document, {}, above._on_fault, lexicons=above._lexicons)
        self._above = above
        self._name = name
        self._part = above._own[name]

    def layer(self, name: str, sentence: int) -> Any:
        if name != self._name:
            if (self._name, name) == ("tokens", "words"):  # which are those of the new tokens: ours are cut anew
                return ()
            return self._above.layer(name, sentence)
        key = (name, sentence)
        if key not in self._cache:
            self._above._asked(name, sentence)
            self._cache[key] = self._above._annotated(self._part, name, sentence, self)
        return self._cache[key]


def _unknown(kind: str, name: Any, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), 1) if isinstance(name, str) else []
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(known)) or 'none'}"
    return f"no {kind} is called {name!r}; {hint}"
