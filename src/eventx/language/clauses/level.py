"""A level of embedding while a sentence is read: a clause that waits for its verb or has one."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import Chunk


class Level:
    """One clause being read.

    ``kind`` is main, complement, relative or adverbial. ``subject`` waits until ``verb`` is found; ``last`` is the
    verb that takes what comes to the right (the finite one or a later infinitive or participle), None where a comma
    has closed it. ``antecedent`` is what a relative clause is about, ``gap`` its pronoun or preposition.
    ``early`` is where a time before the subject begins; ``fronted`` are phrases before the subject, ``inner`` those
    between subject and verb; ``dangling`` are clauses without a finite verb at the start that wait for the subject.
    ``opener`` is the conjunction.
    """

    __slots__ = (
        "antecedent", "dangling", "early", "fronted", "gap", "governor", "inner", "inverted", "kind", "last", "opener",
        "subject", "verb",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        governor: Draft | None = None,
        *,
        subject: Chunk | None = None,
        antecedent: Chunk | None = None,
        gap: str = "",
        opener: Chunk | None = None,
    ) -> None:
        self.kind = kind
        self.governor = governor
        self.subject = subject
        self.antecedent = antecedent
        self.gap = gap
        self.opener = opener
        self.verb: Draft | None = None
        self.last: Draft | None = None
        self.fronted: list[Slot] = []
        self.inner: list[Slot] = []
        self.dangling: list[Draft] = []
        self.early: int | None = None
        self.inverted: tuple[int, ...] = ()

    @property
    def waits(self) -> bool:
        """True for a clause that has its subject and not yet its verb."""
        return self.verb is None and self.subject is not None
