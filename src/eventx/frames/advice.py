"""What is odd about a sound frame file: words that cannot be met, names and codes that nothing else has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from eventx.frames.model import RELATIONS, Frame, FrameSet
from eventx.lexicon.words import BASE, load_words
from eventx.records import EventType, Modality

_MODES: Final = (*(m.value for m in Modality), *RELATIONS, "active", "passive", "there be")
_PUT: Final = ("under", "not_under", "content", "not_content")  # lists that take modalities and relations as well


def threat_faults(frameset: FrameSet, installed: Iterable[EventType]) -> tuple[str, ...]:
    """The frames whose threat is an event type of nobody: what they find under a condition would be lost."""
    known = {kind.name for kind in (*frameset.event_types, *installed)}
    lost: dict[str, int] = {}
    for frame in frameset.frames:
        if frame.threat and frame.threat not in known:
            lost[frame.threat] = min(lost.get(frame.threat, frame.line), frame.line)
    return tuple(
        f"{frameset.source}:{line}: the threat {threat!r} is no event type of this file or of an installed plugin"
        + _near(threat, known)
        for threat, line in lost.items()
    )


def remarks(frameset: FrameSet, installed: Mapping[str, Sequence[EventType]]) -> tuple[str, ...]:
    """What is probably not meant, each as "file:line: message", in the order of the lines.

    ``installed`` are the event types of the installed plugins, with the plugins' names.
    """
    known = {kind.name for types in (frameset.event_types, *installed.values()) for kind in types}
    found: set[tuple[int, str]] = set()
    for kind in frameset.event_types:
        told = (*_of_type(kind, installed), *_of_general(kind, known), *_of_codes(kind, installed))
        found.update((frameset.lines.get(kind.name, 1), each) for each in told)
    for frame in frameset.frames:
        found.update((frame.line, each) for each in (*_of_words(frame), *_of_modes(frame)))
    return tuple(f"{frameset.source}:{line}: {told}" for line, told in sorted(found))


def _of_type(kind: EventType, installed: Mapping[str, Sequence[EventType]]) -> Iterator[str]:
    if not kind.description:
        yield f"the event type {kind.name!r} has no description: one sentence that says what happens"
    for plugin, types in installed.items():
        if any(other.name == kind.name and other != kind for other in types):
            told = "together only one of the two is used"
            yield f"the event type {kind.name!r} is declared by the plugin {plugin} too, and {told}: rename yours"


def _of_general(kind: EventType, known: set[str]) -> Iterator[str]:
    if kind.general and kind.general not in known:
        told = "is no event type of this file or of an installed plugin"
        yield f"the broader type {kind.general!r} of {kind.name!r} {told}{_near(kind.general, known)}"


def _of_codes(kind: EventType, installed: Mapping[str, Sequence[EventType]]) -> Iterator[str]:
    """Codes unlike all those of the installed plugins, which are the ones that know the schemes."""
    schemes: dict[str, set[str]] = {}
    for types in installed.values():
        for codes in (codes for other in types for codes in (other.codes, *other.status_codes.values())):
            for scheme, code in codes.items():
                schemes.setdefault(scheme, set()).add(_root(code))
    told = "no event type of an installed plugin has"
    for scheme, code in (pair for codes in (kind.codes, *kind.status_codes.values()) for pair in codes.items()):
        if schemes and scheme not in schemes:
            yield f"{told} codes called {scheme!r}{_near(scheme, schemes)}"
        elif schemes and _root(code) not in schemes[scheme]:
            near = _near(_root(code), schemes[scheme]) if ":" in code else ""
            yield f"{told} a code in {scheme} that begins with {_root(code)!r}, as {code!r} does{near}"


def _root(code: str) -> str:
    """The part of a code that names its class: before the colon, else its first two characters."""
    return code.partition(":")[0] if ":" in code or not code[:1].isdigit() else code[:2]


def _of_words(frame: Frame) -> Iterator[str]:
    """Verbs that are inflected: a clause is called by its lemma. (Nouns may be: "talks" are more than a talk.)"""
    look = load_words().open.look
    for verb in sorted(frame.verbs):
        first, space, rest = verb.partition(" ")
        form = look(first)
        if form is not None and not form.classes & BASE and form.verb and form.verb != first:
            yield f"the verb {verb!r} is no lemma, and is never met: write {form.verb + space + rest!r}"


def _of_modes(frame: Frame) -> Iterator[str]:
    words = load_words()
    for key in _PUT:
        for word in sorted(getattr(frame, key)):
            if word in _MODES or " " in word or word in words.open or word in words.closed:
                continue
            near = get_close_matches(word, _MODES, 1, 0.75)
            if near:
                yield f"{key} has {word!r}, which is no word: did you mean {near[0]!r}?"


def _near(given: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
