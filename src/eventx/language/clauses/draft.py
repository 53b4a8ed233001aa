"""The clause while it is put together."""

from __future__ import annotations

from eventx.language.phrases import Chunk
from eventx.records import Modality


class Slot:
    """A filled argument: a chunk with its preposition and the way it was reached."""

    __slots__ = ("chunk", "preposition", "via")

    def __init__(self, chunk: Chunk, preposition: str = "", via: str = "") -> None:
        self.chunk = chunk
        self.preposition = preposition
        self.via = via


class Draft:
    """One clause in the making; positions are tokens, ``at`` is its chunk, ``governor`` another draft.

    ``kind`` is finite, infinitive, gerund, participle or noun; ``start`` and ``end`` are the extent. ``reports``
    says where the content of a verb of speech stands: "after", "before" or "around" it.
    """

    __slots__ = (
        "adjective", "aspect", "at", "complements", "copula", "cue", "end", "first", "form", "governor", "head",
        "indirect", "kind", "last", "lemma", "modality", "negated", "object", "relation", "reports", "source",
        "start", "subject", "tense", "voice",
    )  # fmt: skip

    def __init__(self, at: int, first: int, last: int, head: int, lemma: str, kind: str = "finite") -> None:
        self.at = at
        self.first = first
        self.last = last
        self.head = head
        self.lemma = lemma
        self.kind = kind
        self.form = "noun" if kind == "noun" else "verb"
        self.voice = "active"
        self.tense = ""
        self.aspect = "simple"
        self.modality = Modality.ASSERTED
        self.cue: tuple[int, int] | None = None
        self.negated = False
        self.copula = False
        self.adjective = False
        self.subject: Slot | None = None
        self.object: Slot | None = None
        self.indirect: Slot | None = None
        self.complements: list[Slot] = []
        self.governor: Draft | None = None
        self.relation = ""
        self.source: Slot | None = None
        self.reports = "after"
        self.start = first
        self.end = last

    def widen(self, first: int, last: int) -> None:
        """Take tokens into the extent."""
        self.start = min(self.start, first)
        self.end = max(self.end, last)

    def depend(self, governor: Draft | None, relation: str) -> None:
        """Hang the clause under another one."""
        self.governor, self.relation = governor, relation

    def put(self, modality: Modality, cue: tuple[int, int] | None) -> None:
        """Set the modality and the words that give it."""
        self.modality, self.cue = modality, cue

    def controller(self) -> Slot | None:
        """The subject, as that of an infinitive or gerund that depends on this clause."""
        return Slot(self.subject.chunk, via="control") if self.subject is not None else None
