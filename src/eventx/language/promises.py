"""What each layer promises to those who read it, and how a plugin's value breaks it.

Only what a plugin provides in the place of a layer of ours is checked: ours cost nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from eventx.hooks.parts import Analysis
from eventx.records import (
    Argument,
    Clause,
    Discourse,
    Entity,
    Mention,
    MentionKind,
    Modality,
    Section,
    Sentence,
    Span,
    Term,
    TimeExpression,
    Tokens,
)

T = TypeVar("T")
# Layers that are called with the number of a sentence; the others belong to the whole document.
OF_SENTENCES: Final = frozenset({"vocabulary", "words", "tokens", "times", "clauses", "mentions", "place_names"})


class BreachError(Exception):
    """What is wrong with the value of a layer."""


def breach(layer: str, value: Any, analysis: Analysis, sentence: int) -> str:
    """What is wrong with a layer of a plugin that replaced ours; empty for one that keeps the layer's promise.

    Where ``sentence`` is -1, the layer is one of the whole document.
    """
    if value is None:
        return f"annotate returned None for the layer {layer!r}; an empty layer is ()"
    try:
        _CHECKS[layer](value, analysis, sentence)
    except BreachError as found:
        return f"annotate gave for the layer {layer!r} what it must not hold: {found}"
    return ""


def _sentences(value: Any, analysis: Analysis, _: int) -> None:
    found = _all(value, Sentence)
    if not found and analysis.text.strip():
        raise BreachError("no sentence, though the text has words")
    last = 0
    for number, item in enumerate(found):
        if item.index != number:
            raise BreachError(f"the index of the sentence at {number} is {item.index!r}; it must be {number}")
        _whole(item.span, analysis, f"the span of sentence {number}")
        if item.span.start < last:
            raise BreachError(f"sentence {number} begins at {item.span.start}, before the one before it ends")
        last = item.span.end
        _is(item.section, Section, f"the section of sentence {number}")
        _is(item.paragraph, int, f"the paragraph of sentence {number}")


def _discourse(value: Any, analysis: Analysis, _: int) -> None:
    _is(value, Discourse, "the layer")
    for name, span in (("dateline", value.dateline), ("dateline_place", value.dateline_place)):
        if span is not None:
            _within(span, analysis, f"the {name}")
    for number, span in enumerate(_all(value.quotes, Span, "its quotes")):
        _within(span, analysis, f"quote {number}")


def _terms(value: Any, analysis: Analysis, _: int) -> None:
    _is(value, Mapping, "the layer")
    count = len(analysis.sentences)
    for lexicon in value:
        _is(lexicon, str, "the name of a lexicon")
        for number, item in enumerate(_all(value[lexicon], Term, f"the hits of {lexicon!r}")):
            told = f"hit {number} of {lexicon!r}"
            _within(item.span, analysis, f"the span of {told}")
            _is(item.payload, str, f"the payload of {told}")
            _is(item.sentence, int, f"the sentence of {told}")
            if not 0 <= item.sentence < count or not _begins(item.span, analysis, item.sentence):
                raise BreachError(f"the span of {told} does not begin in its sentence {item.sentence}")


def _vocabulary(value: Any, _: Analysis, __: int) -> None:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise BreachError(f"the layer is {_told(value)}; it must be a list of words")
    for number, word in enumerate(value):
        _is(word, str, f"the word at {number}")


def _tokens(value: Any, analysis: Analysis, sentence: int) -> None:
    _is(value, Tokens, "the layer")
    columns: list[tuple[str, type]] = [
        ("words", str), ("lowers", str), ("starts", int), ("ends", int), ("tags", str), ("lemmas", str),
        ("features", str),
    ]  # fmt: skip
    lengths = {name: len(_all(getattr(value, name), kind, f"its {name}")) for name, kind in columns}
    if len(set(lengths.values())) > 1:
        raise BreachError("its tuples are not equally long: " + ", ".join(f"{n} {name}" for name, n in lengths.items()))
    whole = analysis.sentences[sentence].span
    last = whole.start
    for number, (start, end) in enumerate(zip(value.starts, value.ends, strict=True)):
        if not last <= start < end <= whole.end:
            raise BreachError(
                f"token {number} runs from {start} to {end}, which is behind it or out of sentence {sentence}"
            )
        last = end


def _times(value: Any, analysis: Analysis, sentence: int) -> None:
    for number, item in enumerate(_all(value, TimeExpression)):
        told = f"the expression at {number}"
        _placed(item.span, item.sentence, analysis, sentence, told)
        for name in ("text", "type", "value", "signal"):
            _is(getattr(item, name), str, f"the {name} of {told}")
        for name in ("start", "end"):
            _is(getattr(item, name), (date, type(None)), f"the {name} of {told}")


def _mentions(value: Any, analysis: Analysis, sentence: int) -> None:
    for number, item in enumerate(_all(value, Mention)):
        told = f"the mention at {number}"
        _placed(item.span, item.sentence, analysis, sentence, told)
        _whole(item.head, analysis, f"the head of {told}")
        _is(item.text, str, f"the text of {told}")
        _is(item.kind, MentionKind, f"the kind of {told}")
        _is(item.actor, (Entity, type(None)), f"the actor of {told}")
        _is(item.place, (Entity, type(None)), f"the place of {told}")
        _all(item.members, Entity, f"the members of {told}")


def _clauses(value: Any, analysis: Analysis, sentence: int) -> None:
    clauses = _all(value, Clause)
    for number, item in enumerate(clauses):
        told = f"the clause at {number}"
        _placed(item.predicate, item.sentence, analysis, sentence, told)
        _whole(item.head, analysis, f"the head of {told}")
        _within(item.extent, analysis, f"the extent of {told}")
        _is(item.lemma, str, f"the lemma of {told}")
        _is(item.modality, Modality, f"the modality of {told}")
        if item.cue is not None:
            _within(item.cue, analysis, f"the cue of {told}")
        for name in ("subject", "object", "indirect", "source"):
            if (given := getattr(item, name)) is not None:
                _argument(given, analysis, f"the {name} of {told}")
        for argument in _all(item.complements, Argument, f"the complements of {told}"):
            _argument(argument, analysis, f"a complement of {told}")
    _governors(clauses)


def _argument(item: Any, analysis: Analysis, told: str) -> None:
    _is(item, Argument, told)
    _within(item.span, analysis, f"the span of {told}")
    _within(item.head, analysis, f"the head of {told}")
    _is(item.lemma, str, f"the lemma of {told}")
    _is(item.preposition, str, f"the preposition of {told}")
    for span in _all(item.conjuncts, Span, f"the conjuncts of {told}"):
        _within(span, analysis, f"a conjunct of {told}")


def _governors(clauses: Sequence[Clause]) -> None:
    """Each is the position of another clause."""
    for number, item in enumerate(clauses):
        if item.governor is None:
            continue
        _is(item.governor, int, f"the governor of the clause at {number}")
        if not 0 <= item.governor < len(clauses) or item.governor == number:
            raise BreachError(
                f"the governor of the clause at {number} is {item.governor}; it must be the position of another one "
                f"of {len(clauses)} clauses"
            )


def _placed(span: Any, number: Any, analysis: Analysis, sentence: int, told: str) -> None:
    """What belongs to a sentence begins in it, and says so."""
    _whole(span, analysis, f"the span of {told}")
    if number != sentence:
        raise BreachError(f"{told} says that it is of sentence {number!r}; it is asked for those of {sentence}")
    if not _begins(span, analysis, sentence):
        raise BreachError(f"{told} runs from {span.start} to {span.end} and does not begin in sentence {sentence}")


def _begins(span: Span, analysis: Analysis, sentence: int) -> bool:
    whole = analysis.sentences[sentence].span
    return whole.start <= span.start < whole.end


def _whole(span: Any, analysis: Analysis, told: str) -> None:
    """A span of the text that holds something."""
    _within(span, analysis, told)
    if not len(span):
        raise BreachError(f"{told} is empty, {span.start}..{span.end}")


def _within(span: Any, analysis: Analysis, told: str) -> None:
    _is(span, Span, told)
    _is(span.start, int, f"the start of {told}")
    _is(span.end, int, f"the end of {told}")
    if span.end > len(analysis.text):
        raise BreachError(f"{told} ends at {span.end}; the text has {len(analysis.text)} characters")


def _is(value: Any, kind: type | tuple[type, ...], told: str) -> None:
    if not isinstance(value, kind):
        wanted = kind.__name__ if isinstance(kind, type) else kind[0].__name__
        raise BreachError(f"{told} is {_told(value)}; it must be {wanted}")


def _all(value: Any, kind: type[T], told: str = "the layer") -> tuple[T, ...]:
    if not isinstance(value, tuple):
        raise BreachError(f"{told} is {_told(value)}; it must be a tuple of {kind.__name__}")
    for number, item in enumerate(value):
        if not isinstance(item, kind):
            raise BreachError(f"{told} holds {_told(item)} at {number}; it must be {kind.__name__}")
    return value


def _told(value: Any) -> str:
    return f"{type(value).__name__} {value}" if isinstance(value, (int, float)) else type(value).__name__


_CHECKS: Final[Mapping[str, Callable[[Any, Analysis, int], None]]] = {
    "sentences": _sentences,
    "discourse": _discourse,
    "terms": _terms,
    "vocabulary": _vocabulary,
    "tokens": _tokens,
    "times": _times,
    "mentions": _mentions,
    "clauses": _clauses,
}
# Layers of ours that plugins may provide in our place; the rest are ours alone and may change.
REPLACEABLE: Final = frozenset(_CHECKS)
