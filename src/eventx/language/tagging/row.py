"""A sentence while it is tagged, and what its words see to their left and right."""

from __future__ import annotations

from typing import Final

from eventx.lexicon.cues import cues
from eventx.lexicon.words import ADJECTIVE, ADVERB, ANY_NOUN, ANY_VERB, GERUND, PAST, PLURAL, THIRD, WordForm, Words

BE: Final = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "’m", "’re"})
HAVE: Final = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
DO: Final = frozenset({"do", "does", "did"})
GET: Final = frozenset({"get", "gets", "got", "getting", "gotten"})
GENITIVE: Final = frozenset({"'s", "’s"})  # a verb's contraction as well: "it's"
CLITICS: Final = GENITIVE | {"'", "’"}  # the marks of a possessor
NEGATIONS: Final = frozenset({"not", "n't", "n’t"})
THEIR: Final = frozenset({"his", "her", "its", "their"})  # of the possessive pronouns those of third persons
POSSESSIVE: Final = THEIR | {"my", "your", "our", "whose"}
# Conjunctions of time that are prepositions as well: a noun may stand behind them.
BEFORE_NOUNS: Final = frozenset({"after", "before", "since", "until"})
NAMES: Final = frozenset({"PROPN", "NOUN"})
NOMINAL: Final = frozenset({"DET", "ADJ", "NUM"})
# The classes of words that a noun phrase is made of behind its determiner, and all of them but pronouns.
INNER: Final = NAMES | {"ADJ", "NUM"}
PHRASAL: Final = INNER | {"DET", "PART"}
MONTHS: Final = frozenset(map(str.capitalize, cues("calendar", "months")))  # as "may" and "march" are other words
DAYS: Final = cues("calendar", "weekdays")
PARTS_OF_DAY: Final = cues("calendar", "parts_of_day")
TIMES_AND_WAYS: Final = PARTS_OF_DAY | cues("calendar", "times_and_ways")
CURRENCIES: Final = frozenset({"£", "$", "€", "¥"})
QUOTES: Final = frozenset({'"', "“", "”", "'", "‘", "’", "``"})
OPENING_QUOTES: Final = frozenset({'"', "“", "‘", "``"})
_OPENING: Final = QUOTES | {":", "-", "–", "—", "•", "...", "--", "("}
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "where", "when", "what", "how", "why"})
OBJECT_PRONOUNS: Final = frozenset({"him", "them", "me", "us", "her", "it", "which", "whom", "himself", "herself",
                                    "itself", "themselves", "you", "everyone", "someone", "anyone",
                                    "nobody"})  # fmt: skip


# How many words are looked over, at the most: those of a noun phrase, those of a clause.
PHRASE_REACH: Final = 6
CLAUSE_REACH: Final = 12
PREFIXES: Final = tuple(cues("tagging", "verb_prefixes"))
# What may stand between an auxiliary and its verb: "would himself travel", 'were "reheated"'.
_BEHIND_AUXILIARY: Final = frozenset({"himself", "herself", "itself", "themselves", "myself"}) | QUOTES


class Row:
    """The words of one sentence with their readings (``forms``) and what has been decided so far.

    ``tags`` grows word by word; ``seen`` tells whether the clause that is being read has its finite verb, ``told``
    whether any clause of the sentence had one; ``demanded`` is the index of a "that" whose clause has a base form for
    its verb ("demanded that Iran stop").
    """

    __slots__ = (
        "demanded",
        "features",
        "fixed",
        "forms",
        "headline",
        "lemmas",
        "lowers",
        "outlook",
        "seen",
        "size",
        "table",
        "tags",
        "titled",
        "told",
        "words",
    )  # fmt: skip

    def __init__(self, words: list[str], lowers: list[str], table: Words, headline: bool) -> None:
        self.words = words
        self.lowers = lowers
        self.table = table
        self.size = len(words)
        self.forms: list[WordForm | None] = list(map(table.open.look, lowers))
        for at in [at for at, low in enumerate(lowers) if "-" in low]:
            low = lowers[at]
            if self.forms[at] is None and low.startswith(PREFIXES) and words[at][0] == low[0]:
                form = table.open.look(low.replace("-", ""))
                self.forms[at] = form if form is not None and form.classes & ANY_VERB else None
        self.fixed: list[str | None] = list(map(table.closed.get, lowers))
        self.tags: list[str] = []
        self.lemmas: list[str] = lowers.copy()
        self.features: list[str] = [""] * self.size
        self.titled = headline and is_titled(words)
        self.headline = headline
        self.seen = False
        self.demanded = -1
        self.told = False
        self.outlook: list[int] | None = None

    # -- to the left -----------------------------------------------------------------------------------

    def left(self, at: int) -> int:
        """The index of the word before, adverbs and negations skipped; -1 at the start.

        A quotation mark behind the "to" of an infinitive is skipped as well: 'vowed to "fight"'.
        """
        index, tags, lowers = at - 1, self.tags, self.lowers
        if index > 0 and lowers[index] in OPENING_QUOTES and lowers[index - 1] == "to" and tags[index - 1] == "PART":
            return index - 1
        while index > 0 and (tags[index] == "ADV" or lowers[index] in NEGATIONS):
            index -= 1
        if index > 0 and lowers[index] in _BEHIND_AUXILIARY and tags[index - 1] == "AUX":
            index -= 1
        return index

    def wants_base(self, before: int, tag: str = "") -> bool:
        """True right of a modal, "do" or the "to" of an infinitive at ``before`` (``tag`` if it is not kept yet)."""
        if before < 0:
            return False
        low = self.lowers[before]
        return (low == "to" and (tag or self.tags[before]) == "PART") or low in self.table.modals or low in DO

    def wants_participle(self, before: int) -> bool:
        """True right of a form of "be", "have" or "get" at ``before``."""
        if before < 0:
            return False
        low = self.lowers[before]
        return low in BE or low in HAVE or low in GET or (low in GENITIVE and self.tags[before] == "AUX")

    def opens(self, at: int) -> bool:
        """True where a capital says nothing: after an opening quote, a bullet or a colon."""
        return self.words[at - 1] in _OPENING

    # -- to the right ----------------------------------------------------------------------------------

    def ahead(self, at: int) -> int:
        """How surely a finite verb follows before the clause may end: 2 surely, 1 likely, 0 no."""
        if self.outlook is None:
            self.outlook = self._outlook()
        return self.outlook[at]

    def _outlook(self) -> list[int]:
        found = [0] * self.size
        strength = 0
        for index in range(self.size - 1, -1, -1):
            found[index] = strength
            fixed = self.fixed[index]
            if fixed is not None:
                if fixed == "AUX":
                    infinite = index > 0 and self.lowers[index - 1] == "to"
                    if not infinite and self.lowers[index] not in ("be", "been", "being", "having"):
                        strength = 2
                elif fixed == "MODAL":
                    strength = 2
                elif fixed == "SCONJ" or self.lowers[index] in RELATIVE:
                    strength = 0
                elif fixed == "CCONJ":
                    strength = min(strength, 1)
            else:
                form = self.forms[index]
                if form is not None:
                    if form.finite and not (self.words[index][0].isupper() and not self.titled):
                        strength = max(strength, form.finite)
                elif not self.words[index][0].isalnum() and self.words[index] not in QUOTES:
                    strength = 0
        return found

    def nominal(self, at: int) -> bool:
        """True when the word at ``at`` can belong to a noun phrase that has begun."""
        if at >= self.size:
            return False
        word, fixed = self.words[at], self.fixed[at]
        if fixed is not None:
            return fixed in ("ADJ", "NUM") or (word[0].isupper() and self.lowers[at] not in ("i", "the", "a"))
        if word[0].isupper() or word in CURRENCIES:
            return True
        form = self.forms[at]
        if form is None:
            return word[0].isalnum() and not self.lowers[at].endswith("ly")
        return bool(form.classes & (ANY_NOUN | ADJECTIVE))

    def noun_phrase(self, at: int) -> bool:
        """True when a noun phrase can begin at ``at``."""
        if at >= self.size:
            return False
        low, word, fixed = self.lowers[at], self.words[at], self.fixed[at]
        if fixed in ("DET", "NUM", "ADJ") or low in POSSESSIVE or word == "May" or low in OBJECT_PRONOUNS:
            return True
        if fixed is not None:
            return False
        form = self.forms[at]
        if form is None:
            return word[0].isalnum()
        bits = form.classes
        return (
            word[0].isupper()
            or bool(bits & GERUND)
            or bool(bits & (ANY_NOUN | ADJECTIVE) and not bits & (PAST | THIRD) and not bits & ADVERB)
        )

    def right(self, at: int) -> str:
        """What the word at ``at`` can begin, as one letter.

        D a phrase with a determiner or a pronoun, M a name or number, T "to", P a preposition, A an adverb,
        F an auxiliary or finite verb, N a noun or adjective, V another verb, C a conjunction, Q a quotation mark,
        E the end or a mark.
        """
        if at >= self.size:
            return "E"
        low, word, fixed = self.lowers[at], self.words[at], self.fixed[at]
        if fixed is not None:
            if low == "to":
                return "T"
            if low in CLITICS:
                return "E"
            return _CODES.get(fixed, "E")
        if word[0].isupper() or word[0].isdigit():
            return "A" if low in DAYS else "M"
        form = self.forms[at]
        if form is None:
            return "Q" if word in QUOTES else "N" if word[0].isalpha() else "E"
        bits = form.classes
        if form.finite:
            return "F"
        if bits & (ANY_NOUN | ADJECTIVE):
            return "N"
        return "A" if bits & ADVERB else "V"

    def plural(self, at: int) -> bool:
        """True when a plural noun or a name stands at ``at``."""
        if at >= self.size:
            return False
        form = self.forms[at]
        return self.words[at][0].isupper() or (form is not None and bool(form.classes & PLURAL))

    def verb_like(self, at: int) -> bool:
        """True when the word at ``at`` can be a verb, or an adverb before one."""
        if at >= self.size:
            return False
        fixed = self.fixed[at]
        if fixed is not None:
            return fixed in ("AUX", "MODAL", "ADV")
        form = self.forms[at]
        return bool(form and form.classes & (ANY_VERB | ADVERB) and not self.words[at][0].isupper())

    def finite_at(self, at: int) -> bool:
        """True when the word at ``at`` was tagged as a finite verb."""
        tag = self.tags[at]
        if tag == "AUX":
            return self.features[at] not in ("VBG", "VBN", "VB")
        return tag == "VERB" and self.features[at] in ("VBD", "VBZ", "VBP")


_CODES: Final = {
    "DET": "D", "PRON": "D", "NUM": "M", "ADP": "P", "AUX": "F", "MODAL": "F", "CCONJ": "C", "SCONJ": "S",
    "PART": "A", "ADV": "A", "ADJ": "N",
}  # fmt: skip


def is_titled(words: list[str]) -> bool:
    """True for a headline In Title Case, where capitals tell nothing."""
    letters = [w for w in words if w[0].isalpha() and len(w) > 3]
    return len(letters) >= 3 and sum(w[0].isupper() for w in letters) >= 0.85 * len(letters)
