"""The parts that plugins give: small protocols, one a hook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any, Protocol, runtime_checkable

from attrs import field, frozen

from eventx.errors import ReadError
from eventx.records import (
    Candidate,
    Clause,
    Discourse,
    Document,
    Dropped,
    Event,
    Mention,
    Role,
    Sector,
    Sentence,
    Span,
    Term,
    TimeExpression,
    Tokens,
)
from eventx.records.checks import are_texts, is_a, is_country, is_text, words_of


class Analysis(Protocol):
    """A document with its language layers, each computed when it is first asked for.

    Sentence layers take the sentence's index. What a layer returns is immutable.
    """

    @property
    def document(self) -> Document: ...
    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...
    @property
    def discourse(self) -> Discourse: ...
    def tokens(self, sentence: int) -> Tokens: ...
    def times(self, sentence: int) -> tuple[TimeExpression, ...]: ...
    def mentions(self, sentence: int) -> tuple[Mention, ...]: ...
    def clauses(self, sentence: int) -> tuple[Clause, ...]: ...
    def terms(self, lexicon: str) -> tuple[Term, ...]:
        """The hits of one lexicon in the whole document, in text order."""
        ...

    def layer(self, name: str, sentence: int) -> Any:
        """A layer by name: the way to the layers that plugins add."""
        ...

    def sentence_at(self, span: Span) -> int:
        """The index of the sentence that the span starts in."""
        ...


def _nouns(value: Iterable[str]) -> frozenset[str]:
    return words_of(value, "$.nouns")


@frozen(kw_only=True, slots=True)
class Lexicon:
    """A named list of surface forms to look for: form -> payload (what the extractor wants back).

    Forms are matched word by word without regard to case, unless ``cased``. ``nouns`` are lemmas of nouns that name
    an act ("inauguration"): the layer ``clauses`` makes predicates of them, besides those that it knows.

    Raises RecordError for a value that a field cannot hold.
    """

    name: str = field(validator=is_text("$.name"))
    entries: Mapping[str, str] = field(validator=are_texts("$.entries"), hash=False)
    cased: bool = field(default=False, validator=is_a(bool, "$.cased"))
    nouns: frozenset[str] = field(default=frozenset(), converter=_nouns)


@frozen(kw_only=True, slots=True)
class Officeholder:
    """One term of one person in one office, or a notable person without one (``role`` OTHER).

    ``names`` are all forms by which news calls the person in full ("Xi Jinping"); ``surname``
    the short form ("Xi"); ``start``/``end`` the first and last day of the term (None: open or unknown).
    Raises RecordError for a country code that is none (see ``Actor``).
    """

    name: str
    country: str = field(validator=is_country("$.country"))
    role: Role
    names: tuple[str, ...] = ()
    surname: str = ""
    title: str = ""
    start: date | None = None
    end: date | None = None
    sector: Sector = Sector.GOV
    source: str = ""


@frozen(kw_only=True, slots=True)
class ActorTable:
    """A table of officeholders, loaded when the first engine that has it needs it."""

    name: str
    load: Callable[[], Sequence[Officeholder]]


@runtime_checkable
class Reader(Protocol):
    """Turns a source into documents. ``suffixes`` are file endings with the dot ('.md')."""

    @property
    def name(self) -> str: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield the documents of ``data``, in order; for one that cannot be read a ReadError with its line.

        A ReadError is a value here: what follows it in the source is read all the same.
        """
        ...


@runtime_checkable
class Annotator(Protocol):
    """Provides one layer, a sentence at a time.

    ``provides`` is the layer's name, ``requires`` the layers it reads.
    """

    @property
    def name(self) -> str: ...
    @property
    def provides(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...

    def annotate(self, analysis: Analysis, sentence: int) -> Any: ...


@runtime_checkable
class Extractor(Protocol):
    """Finds candidate events. ``requires`` names the layers and ``lexicon:NAME`` it reads."""

    @property
    def name(self) -> str: ...
    @property
    def requires(self) -> tuple[str, ...]: ...

    def extract(self, analysis: Analysis) -> Iterable[Candidate | Dropped]: ...


@runtime_checkable
class Exporter(Protocol):
    """Writes events in one format."""

    @property
    def name(self) -> str: ...
    @property
    def suffix(self) -> str: ...

    def export(self, events: Iterable[Event], stream: IO[str]) -> None: ...


@runtime_checkable
class FileExporter(Protocol):
    """Writes events in a format that needs a file of its own (SQLite, Parquet)."""

    @property
    def name(self) -> str: ...
    @property
    def suffix(self) -> str: ...

    def export_file(self, events: Iterable[Event], path: Path) -> None: ...
