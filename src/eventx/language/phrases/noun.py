"""Noun phrases: determiner or possessor, modifiers, head."""

from __future__ import annotations

from typing import Final

from eventx.language.phrases.chunk import NP, Chunk
from eventx.language.tagging.contact import contact_verb
from eventx.language.tagging.row import CLITICS, CURRENCIES, INNER, OPENING_QUOTES, PHRASAL, POSSESSIVE
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens

CLITIC: Final = CLITICS | {"'S", "’S"}
_CLOSING: Final = frozenset({"”", "’", "''"})
_ANY_QUOTE: Final = OPENING_QUOTES | _CLOSING
_OTHERS: Final = frozenset({"others", "ones"})
_MODIFIERS: Final = frozenset({"ADJ", "DET", "NUM"})
_MISTERS: Final = cues("phrases", "courtesy") | cues("phrases", "honours")
_INSIDE: Final = frozenset({"VERB", "ADV", "CCONJ", "PUNCT"})  # what stands inside a phrase now and then
_GRANTED: Final = cues("phrases", "granted")
_APART: Final = _MISTERS | _GRANTED
_BUT: Final = frozenset({"but", "yet", "and", "albeit"})
_NAMES: Final = frozenset({"NOUN", "PROPN"})
_TITLED: Final = cues("phrases", "before_titles")
# What may stand before a number as part of the phrase: "more than 2,000 people", "at least 30", "as many as 12".
QUANTIFIERS: Final = {
    "more": (("than",),), "less": (("than",),), "fewer": (("than",),),
    "no": (("fewer", "than"), ("less", "than")),
    "at": (("least",), ("most",)), "up": (("to",),), "as": (("many", "as"), ("few", "as"), ("much", "as")),
    "about": ((),), "around": ((),), "over": ((),), "nearly": ((),), "almost": ((),), "some": ((),), "only": ((),),
    "roughly": ((),), "approximately": ((),), "just": ((),), "under": ((),), "well": (("over",),),
}  # fmt: skip
_PREPOSITIONAL: Final = frozenset({"about", "around", "over", "under"})
_HANDING: Final = cues("phrases", "handing")


# What is done to somebody, told before who that is: "took into custody rebel leaders", and its prepositions.
_SETTLED: Final = {
    "custody": ("into",), "detention": ("into",), "hold": ("on",), "trial": ("on",), "notice": ("on",),
    "question": ("into",), "effect": ("into",), "force": ("into",), "justice": ("to",), "ransom": ("to", "for"),
    "task": ("to",), "alert": ("on",), "jail": ("in", "to"), "prison": ("in", "to"), "doubt": ("in", "into"),
}  # fmt: skip
_BUILDINGS: Final = cues("phrases", "buildings")
_RECEIVING: Final = frozenset({"receive", "welcome", "host", "greet", "meet"})
_TITLE_REACH: Final = 6  # words from the building to the noun of office: "EU foreign policy chief"
_SETTLING: Final = cues("phrases", "settling")
_COMPOUNDED: Final = cues("phrases", "compounded")


class NounPhrases:
    """The noun phrases of one sentence; ``times`` gives each token the number of its time expression or -1."""

    __slots__ = ("lowers", "size", "tags", "times", "tokens")

    def __init__(self, tokens: Tokens, times: list[int]) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.lowers = tokens.lowers
        self.times = times
        self.size = len(tokens)

    def phrase(self, at: int, skip: int = 0) -> Chunk:
        """The phrase at ``at``, ``skip`` tokens of which quantify it; a possessive mark goes on to the next noun."""
        tags, lowers, times = self.tags, self.lowers, self.times
        if lowers[at] in _SETTLED and self._is_settled(at):
            return Chunk(NP, at, at, at)
        index, head = at + skip, -1
        possessor: tuple[int, int] | None = None
        if tags[index] == "PRON":
            if lowers[index] not in POSSESSIVE:
                return Chunk(NP, at, index, index)
            possessor = (index, index)
            index += 1
        start = index
        while index < self.size:
            tag = tags[index]
            if times and index > at and 0 <= times[index] != times[index - 1] and self._splits(index, head):
                break
            if tag in _NAMES:
                if index > start and self._begins_another(index, head, start):
                    break
                head = index
            elif tag in _MODIFIERS:
                if head >= 0 and self._ends_before(index, head, start, tag):
                    break
            elif tag == "PRON":
                if head >= 0 or lowers[index] not in _OTHERS or index == at:
                    break
                head = index
            elif tag == "PART":
                if head < 0 or lowers[index] not in CLITIC:
                    break
                possessor = (at, index - 1)
                head = -1
                start = index + 1
            elif tag not in _INSIDE or not self._goes_on(index, at, head, tag):
                break
            index += 1
        return self._closed(at, index - 1, head, possessor)

    def _is_settled(self, at: int) -> bool:
        """ "put on hold part of its aid", "took into custody rebel leaders": whom it is done to stands behind."""
        if at < 2 or at + 1 >= self.size or self.tags[at - 2 : at] != ("VERB", "ADP") or self.tags[at + 1] == "ADP":
            return False
        told = self.tokens.features[at - 2] != "VBN" and self.lowers[at - 1] in _SETTLED[self.lowers[at]]
        return told and self.tokens.lemmas[at - 2] in _SETTLING and self.lowers[at + 1] not in _COMPOUNDED

    def _begins_another(self, index: int, head: int, start: int) -> bool:
        """True for the noun of another phrase: "Following the Vilnius meeting Mr Adu will travel", "gave him hope"."""
        low = self.lowers[index]
        if low == "thanks" and self.lowers[index + 1 : index + 2] == ("to",) and self.tags[index - 1] != "ADJ":
            return True  # "won the vote thanks to them"
        if low in _APART and (self._is_granted(index, start) if low in _GRANTED else self._tells_an_act(index - 1)):
            return True
        if self.lowers[index - 1] in _BUILDINGS and self._received(index, start):
            return True
        if head == index - 1 and self.tags[head] == "NOUN" and contact_verb(self.tokens, index):
            return True  # "the journalist Egypt arrested in May"
        return self.tags[index] == "NOUN" and head == start and self._second_object(index, head)

    def _received(self, index: int, start: int) -> bool:
        """ "received at the Royal Palace French Foreign Minister Ada Diop": the guest stands behind the building."""
        start -= start > 0 and self.lowers[start - 1] in POSSESSIVE
        if start < 2 or self.tags[start - 1] != "ADP" or self.tokens.lemmas[start - 2] not in _RECEIVING:
            return False
        behind = range(index, min(index + _TITLE_REACH, self.size - 1))
        return any(
            self.lowers[at] in load_predicates().offices and self.tokens.words[at + 1][0].isupper() for at in behind
        )

    def _is_granted(self, index: int, start: int) -> bool:
        """ "denied the UN access", "gave police permission"; not "granted Turkish citizenship"."""
        lists, before = load_predicates(), self.lowers[index - 1]
        if not start or self.tags[start - 1] != "VERB" or self.tokens.lemmas[start - 1] not in lists.giving:
            return False
        whole = self.tags[start] == "DET" or before not in lists.nationalities
        return whole and self.tags[index - 1] in _NAMES and self.tags[index + 1 : index + 2] != ("NOUN",)

    def _tells_an_act(self, index: int) -> bool:
        """True for "meeting", "talks": a noun that no name follows in its phrase."""
        return self.tags[index] == "NOUN" and self.tokens.lemmas[index] in load_predicates().events

    def _ends_before(self, index: int, head: int, start: int, tag: str) -> bool:
        """True when an adjective, determiner or number right of the head begins something else."""
        if tag == "ADJ":
            return not self._noun_ahead(index)
        if tag == "DET":
            return True
        return self.tags[index - 1] == "NOUN" or self.lowers[index].isalpha() or self._given(head, start)

    def _closed(self, at: int, last: int, head: int, possessor: tuple[int, int] | None) -> Chunk:
        """The phrase up to ``last``, with trailing modifiers cut off."""
        if head < 0:
            if possessor is not None and possessor[0] != possessor[1]:
                return Chunk(NP, at, max(possessor[1], at), possessor[1])  # "at St. Mary's": the possessor is all
            last = max(last, at)
            while last > at and self.tags[last] in ("PART", "PUNCT"):
                last -= 1
            return Chunk(NP, at, last, last, possessor=possessor if possessor and possessor[1] < last else None)
        if self.tags[last] not in ("NOUN", "PROPN", "NUM", "PRON"):
            last = head
        return Chunk(NP, at, last, head, possessor=possessor)

    def _goes_on(self, index: int, at: int, head: int, tag: str) -> bool:
        """True for a participle, adverb, join or dash inside the phrase."""
        if tag == "VERB":
            return self._modifies(index, at, head)
        if tag == "PUNCT":
            return self._marked(index, at, head)
        after = self.tags[index + 1] if index + 1 < self.size else ""
        if tag == "CCONJ":  # "political and economic talks", "a brief, but packed visit"
            before = index - 2 if self.tags[index - 1] == "PUNCT" else index - 1
            return head < 0 < index - at and self.tags[before] == after == "ADJ" and self._noun_ahead(index)
        only = self.lowers[index] == "only" and index > at and after in _NAMES  # "the only hotel"
        mainly = after == "PROPN" and self.tags[index + 2 : index + 3] == ("NOUN",)  # "the mainly Shiite district"
        return head < 0 and (only or after in ("ADJ", "NUM") or (mainly and index > at))

    def _marked(self, index: int, at: int, head: int) -> bool:
        """A mark inside the phrase: "Rhine–Ruhr", "£2bn of savings", 'his "alternative budget"'."""
        mark, after = self.tokens.words[index], self.tags[index + 1] if index + 1 < self.size else ""
        if mark == ",":
            return head < 0 < index - at and self.tags[index - 1] == "ADJ" and self._adjectives_ahead(index + 1)
        if mark in CURRENCIES:
            return head < 0 and after == "NUM"
        if mark == ".":  # "George W. Bush"
            initial = self.tokens.words[index - 1]
            joined = self.tokens.ends[index - 1] == self.tokens.starts[index]
            return head >= 0 and after == "PROPN" and len(initial) == 1 and initial.isupper() and joined
        if mark in "()":  # "Prime Minister (Shinzo) Abe"
            opened = index if mark == "(" else index - 2
            words, tags = self.tokens.words[opened : opened + 3 : 2], self.tags[opened + 1 : opened + 4 : 2]
            return head >= 0 and opened > at and words == ("(", ")") and tags == ("PROPN", "PROPN")
        if mark in ("-", "–"):
            joined = index > at and self.tokens.ends[index - 1] == self.tokens.starts[index]
            dated = bool(self.times) and 0 <= self.times[index - 1] == self.times[index]
            return joined and ((after == "PROPN" and head >= 0) or dated)
        opened = any(word in OPENING_QUOTES for word in self.tokens.words[max(0, at - 1) : index])
        if mark in _CLOSING or (mark == '"' and opened):  # 'a "foreign agents" law'
            return opened and after in ("NOUN", "ADJ")
        if mark not in OPENING_QUOTES or head >= 0 or index == at:
            return False
        if after == "ADV":  # 'a "very positive" talk'
            return self.tags[index + 2 : index + 3] == ("ADJ",) and self._noun_ahead(index + 2)
        return after in INNER

    def _splits(self, index: int, head: int) -> bool:
        """True where a time expression begins that is no modifier: "visit Rome Tuesday"."""
        times, after = self.times, index
        if head < 0 or times[index] == times[index - 1]:  # inside "the June 3-4 visit"
            return False
        while after < self.size and times[after] == times[index]:
            after += 1
        if after >= self.size:
            return True
        if after == index + 1 and self.lowers[after] == "of" and self.tags[index] == "NOUN":
            return False  # "the closing days of the war"
        if self.tags[after] == "PART" and self.lowers[after] in CLITIC:
            return False
        return not (self.tags[after] in _NAMES and times[after] < 0 and "-" in self.tokens.words[after - 1])

    def _noun_ahead(self, index: int) -> bool:
        """True when only modifiers stand between here and a noun."""
        for at in range(index + 1, min(index + 4, self.size)):
            tag = self.tags[at]
            if tag in _NAMES:
                return True
            if tag not in ("ADJ", "NUM") and self.tokens.words[at] not in _ANY_QUOTE:
                return False
        return False

    def _adjectives_ahead(self, index: int) -> bool:
        """ "cordial visit", "but appointment-packed visit": behind the comma of "a brief, cordial visit"."""
        tags = self.tags
        if index < self.size and self.lowers[index] in _BUT:
            index += 1
        return index + 1 < self.size and tags[index] == "ADJ" and self._noun_ahead(index)

    def opens_quoted(self, at: int) -> bool:
        """True for the mark before "frank and candid” talks": adjectives in quotation marks, then a noun."""
        tags, words = self.tags, self.tokens.words
        if at + 3 >= self.size or tags[at + 1] != "ADJ":
            return False
        for index in range(at + 2, min(at + 7, self.size - 1)):
            if words[index] in _ANY_QUOTE:
                return tags[index + 1] in ("NOUN", "PROPN")
            if tags[index] not in ("ADJ", "CCONJ", "ADV"):
                return False
        return False

    def _modifies(self, index: int, at: int, head: int) -> bool:
        """A participle between determiner and noun ("the visiting minister")."""
        if index == at and self.opens_with_participle(at):
            return True
        if head >= 0 or index == at or self.tokens.features[index] not in ("VBG", "VBN"):
            return False
        return self.tags[index - 1] in ("DET", "ADJ", "ADV") and self._noun_ahead(index)

    def opens_with_participle(self, at: int) -> bool:
        """True for "Visiting" before a title and a finite verb, without a comma between."""
        if self.lowers[at] not in _TITLED or self.tokens.features[at] != "VBG":
            return False
        if at and self.tags[at - 1] in ("AUX", "VERB"):
            return False
        index = at + 1
        while index < self.size and self.tags[index] in ("PROPN", "ADJ", "NOUN"):
            index += 1
        return index > at + 2 and index < self.size and self.tags[index] in ("AUX", "VERB")

    def quantifier(self, at: int) -> int:
        """The number of tokens before a number that quantify it ("more than"), 0 where there are none."""
        low = self.lowers[at]
        rests = QUANTIFIERS.get(low)
        if rests is None or (self.times and self.times[at] >= 0):
            return 0
        if low in _PREPOSITIONAL and at and self.tags[at - 1] in ("NOUN", "PROPN"):
            return 0
        if low == "over" and at and self.tokens.lemmas[at - 1] in _HANDING and self.tags[at - 1] == "VERB":
            return 0  # "handed over six boats": the particle of the verb
        for rest in rests:
            number = at + 1 + len(rest)
            counted = number + (self.lowers[number : number + 1] == ("a",))  # "more than a million"
            fits = counted < self.size and self.lowers[at + 1 : number] == rest and self.tags[counted] == "NUM"
            if fits and (not self.times or self.times[number] < 0):
                return number - at
        return 0

    def _given(self, head: int, start: int) -> bool:
        """True for the receiver of "sold Egypt 24 jets": a name right after a verb of giving."""
        return head == start and self.tags[head] == "PROPN" and self._after_giving(head)

    def _second_object(self, index: int, head: int) -> bool:
        """True for "doctors" in "sent Haiti doctors"."""
        if self.tags[head] != "PROPN" or self.tokens.features[index] != "P" or index != head + 1:
            return False
        after = index + 1  # a time behind is none of what is given: "gave Chad arms two days ago"
        timed = after < self.size and bool(self.times) and self.times[after] >= 0
        if not timed and self.tags[index + 1 : index + 2] and self.tags[index + 1] in PHRASAL:
            return False
        return self._after_giving(head)

    def _after_giving(self, at: int) -> bool:
        return at > 0 and self.tags[at - 1] == "VERB" and self.tokens.lemmas[at - 1] in load_predicates().giving
