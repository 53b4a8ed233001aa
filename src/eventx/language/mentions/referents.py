"""Referents: whom a document speaks of, with what is known so far and how salient each is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, Literal

from attrs import define, field

from eventx.lexicon.officeholders import COMPATIBLE
from eventx.records import Entity, Role, Sector

Kind = Literal["person", "office", "group"]

# A mention's weight for later pronouns; it halves with every sentence (after Lappin and Leass 1994).
SUBJECT: Final = 4.0
OBJECT: Final = 1.7
_HALF: Final = 0.5
_REMEMBERED: Final = 300  # referents that are looked through: work stays linear in texts with thousands of names
_NAMESAKES: Final = 60  # referents that are kept by one word of their names
FORGOTTEN: Final = 5  # sentences after which a pronoun no longer finds a referent


@define(slots=True, eq=False)
class Referent:
    """Somebody the document speaks of.

    ``name`` holds the words of the fullest name, ``key_words`` their compared form; ``via`` says how
    country and role are known.
    """

    key: str
    kind: Kind
    name: tuple[str, ...] = ()
    display: str | None = None
    key_words: tuple[str, ...] = ()
    surname: str = ""
    gender: str = ""
    country: str | None = None
    role: Role | None = None
    sector: Sector | None = None
    offices: list[str] = field(factory=list)
    former: bool = False
    plural: bool = False
    via: str = ""
    last: tuple[int, int] = (-1, -1)  # sentence and token of the latest mention
    subject_in: int = -1  # the last sentence in which it was a subject
    mentioned: int = 0
    placed: bool = False  # the text says of which country: "the president" later tells nothing of where it is written
    row: bool = False  # an unnamed one of many holders ("the first president to visit"): never "the president" later
    alone: bool = False  # was called by an office alone ("the President")
    by_name: bool = False  # was called by a name
    individual: bool = False  # one person of a kind ("a journalist"): "he" where nobody else is in mind
    _score: float = 0.0
    _entity: Entity | None = None

    def entity(self) -> Entity:
        """The referent as a record."""
        known = self._entity
        if known is None:
            known = self._entity = Entity(
                key=self.key,
                name=self.display,
                country=self.country,
                role=self.role,
                sector=self.sector,
                former=self.former,
            )
        return known

    def changed(self) -> None:
        """Forget the record after something was learned."""
        self._entity = None

    def touch(self, sentence: int, token: int, *, subject: bool) -> None:
        """Note a mention."""
        self._score = self.salience(sentence) + (SUBJECT if subject else OBJECT)
        self.last = (sentence, token)
        self.mentioned += 1
        if subject:
            self.subject_in = sentence

    def salience(self, sentence: int) -> float:
        """How much the referent is in mind at a sentence."""
        distance = sentence - self.last[0]
        if self.last[0] < 0 or distance > FORGOTTEN:
            return 0.0
        return self._score * _HALF ** max(0, distance)

    def fits_role(self, role: Role, office: str = "") -> bool:
        """True when the referent may be called by an office of this role."""
        if office and office in self.offices:
            return True
        if self.role is None:
            return False
        return self.role is role or self.role in COMPATIBLE.get(role, ())


class Referents:
    """All referents of a document, in order of first mention."""

    def __init__(self) -> None:
        self._all: dict[str, Referent] = {}
        self._by_word: dict[str, list[Referent]] = {}
        self._recent: dict[str, Referent] = {}  # in the order of their latest mentions

    def __iter__(self) -> Iterator[Referent]:
        """Those mentioned, the latest first; of very many only the last ones."""
        return islice(reversed(self._recent.values()), _REMEMBERED)

    def recent(self, sentence: int) -> Iterator[Referent]:
        """Those in mind at a sentence, the latest first."""
        for referent in self:
            if sentence - referent.last[0] > FORGOTTEN:
                return
            yield referent

    def persons_in_mind(self, sentence: int) -> Iterator[Referent]:
        """Those of ``recent`` who are one person by name or office."""
        return (r for r in self.recent(sentence) if r.kind != "group" and not r.plural)

    def touch(self, referent: Referent, sentence: int, token: int, *, subject: bool) -> None:
        """Note a mention of the referent."""
        referent.touch(sentence, token, subject=subject)
        self._recent.pop(referent.key, None)
        self._recent[referent.key] = referent

    def __contains__(self, word: object) -> bool:
        """True when a person's name has the (folded) word."""
        return word in self._by_word

    def add(self, referent: Referent) -> Referent:
        """Add a referent, or give the known one of its key."""
        known = self._all.setdefault(referent.key, referent)
        if known is referent:
            self.named(referent)
        return known

    def named(self, referent: Referent) -> None:
        """Index the words of the referent's name."""
        for word in referent.key_words:
            self.also(referent, word)

    def also(self, referent: Referent, word: str) -> None:
        """Index another (folded) word that the referent is called by."""
        found = self._by_word.setdefault(word, [])
        if len(found) < _NAMESAKES and referent not in found:
            found.append(referent)

    def called(self, word: str) -> Referent | None:
        """The only one whose name has the (folded) word, where it is a person's surname."""
        found = self._by_word.get(word)
        if found is None or len(found) > 1:
            return None
        return found[0] if found[0].surname == word and found[0].kind == "person" else None

    def with_word(self, word: str) -> list[Referent]:
        """Referents whose name has the (folded) word."""
        return self._by_word.get(word, [])

    def persons(self, test: Callable[[Referent], bool] | None = None) -> list[Referent]:
        """Persons and offices, the latest mentioned first."""
        return [r for r in self if r.kind != "group" and (test is None or test(r))]
