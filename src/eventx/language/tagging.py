"""Word classes: the candidates of the word list, decided by their neighbours.

Closed-class words are looked up; an open-class word with several candidates is decided by the words
around it, left to right. A second pass looks after what only the whole sentence shows: past forms that
are reduced relatives ("the men killed in the raid fled"), and headlines without any finite verb.
"""

from __future__ import annotations

from eventx.lexicon.words import (
    ADJECTIVE,
    ADVERB,
    ANY_NOUN,
    ANY_VERB,
    BASE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    THIRD,
    WordForm,
    Words,
    load_words,
)

_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "’m", "’re"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_DO = frozenset({"do", "does", "did"})
_AUX_LEMMA = dict.fromkeys(_BE, "be") | dict.fromkeys(_HAVE, "have") | dict.fromkeys(_DO, "do")
_AUX_FEATURE = {
    "am": "VBP", "are": "VBP", "'m": "VBP", "'re": "VBP", "is": "VBZ", "was": "VBD",
    "were": "VBD", "be": "VB", "been": "VBN", "being": "VBG", "has": "VBZ", "have": "VBP",
    "'ve": "VBP", "had": "VBD", "having": "VBG", "do": "VBP", "does": "VBZ", "did": "VBD",
}  # fmt: skip
_SUBJECTS = frozenset({"i", "you", "we", "they", "he", "she", "it", "who", "which", "that", "there"})
_PLURAL_SUBJECTS = frozenset(
    {"i", "you", "we", "they", "who", "which", "that", "people", "police", "both", "many", "some", "officials"}
)
_POSSESSIVE = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
_NOMINAL = frozenset({"DET", "ADJ", "NUM"})
_NAMES = frozenset({"PROPN", "NOUN"})
_OBJECT_STARTS = frozenset({"DET", "PROPN", "PRON", "NUM"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


def tag(words: list[str], lowers: list[str], *, headline: bool = False) -> tuple[list[str], list[str], list[str]]:
    """Universal tags, lemmas and features (see ``eventx.records.Tokens``) of a sentence's words."""
    state = _Tagger(words, lowers, load_words(), headline)
    state.first_pass()
    state.second_pass()
    return state.tags, state.lemmas, state.features


class _Tagger:
    """The state of one sentence while it is tagged."""

    __slots__ = ("features", "headline", "lemmas", "lowers", "size", "table", "tags", "titled", "words")

    def __init__(self, words: list[str], lowers: list[str], table: Words, headline: bool) -> None:
        self.words = words
        self.lowers = lowers
        self.table = table
        self.size = len(words)
        self.tags: list[str] = []
        self.lemmas: list[str] = list(lowers)
        self.features: list[str] = [""] * self.size
        self.titled = headline and _is_titled(words)
        self.headline = headline

    def first_pass(self) -> None:
        """Tag left to right."""
        closed, known, tags = self.table.closed, self.table.open, self.tags
        for at, low in enumerate(self.lowers):
            word = self.words[at]
            fixed = closed.get(low)
            capital = word[0].isupper()
            if fixed is not None and not (capital and self._is_name(at, low)):
                tags.append(self._closed(at, low, fixed))
            elif not (word[0].isalnum() or "-" in word):
                tags.append("PART" if low in ("'", "’") and at and self._ends_possessor(at) else "PUNCT")
            elif word[0].isdigit():
                tags.append("NUM")
            elif capital and not self.titled and (at > 0 and not self._opens(at)):
                tags.append("PROPN")
                self.features[at] = "S"
            else:
                tags.append(self._open(at, low, known.get(low)))

    def _closed(self, at: int, low: str, fixed: str) -> str:
        """The tag of a closed-class word, where its neighbours decide between two."""
        if low in _AUX_LEMMA:
            self.lemmas[at] = _AUX_LEMMA[low]
            self.features[at] = _AUX_FEATURE.get(low, "")
            return "AUX"
        if fixed == "MODAL":
            return "AUX"
        if low in ("'s", "’s"):
            return self._clitic(at)
        if low == "that":
            return self._that(at)
        if low == "to":
            return "PART" if self._opens_infinitive(at) else "ADP"
        if low == "her" and at + 1 < self.size and not self._can_be_noun(at + 1):
            return "PRON"
        if low in ("no",) and at + 1 < self.size and self.lowers[at + 1] == ".":
            return "ADV"
        if low in self.table.either:
            return "ADP" if self._noun_phrase_follows(at) else fixed
        if low in ("including", "following", "regarding", "concerning", "pending"):
            return "ADP"
        if fixed == "ADP" and low in self.table.particles and self._is_particle(at, low):
            return "ADV"
        if fixed in ("NUM", "ADJ") and not self._can_be_noun(at + 1) and fixed == "ADJ":
            form = self.table.open.get(low)
            if form is not None and form.classes & (ANY_NOUN | ANY_VERB):
                return self._open(at, low, form)
        return fixed

    def _clitic(self, at: int) -> str:
        """ "'s" is "is" or "has" after a pronoun, a possessive mark elsewhere."""
        if at and self.lowers[at - 1] in ("he", "she", "it", "that", "there", "who", "what", "here"):
            self.lemmas[at] = "be"
            self.features[at] = "VBZ"
            return "AUX"
        return "PART"

    def _that(self, at: int) -> str:
        """ "that": a relative after a noun, a conjunction after a verb, else a determiner."""
        before = self.tags[at - 1] if at else ""
        if before in ("VERB", "AUX", "ADV", "ADJ") and at + 1 < self.size and before != "ADP":
            return "SCONJ"
        if before in _NAMES or (before == "PUNCT" and at > 1):
            return "PRON" if self._verb_like(at + 1) else "SCONJ"
        return "DET" if self._can_be_noun(at + 1) else "PRON"

    def _is_name(self, at: int, low: str) -> bool:
        """True for a capitalised closed-class word that is part of a name ("Theresa May", "Will Smith")."""
        if low in ("may", "will", "so", "no", "us", "it", "in", "an", "de"):
            if low == "us":
                return self.words[at] == "US"
            before = self.tags[at - 1] if at else ""
            after = self.words[at + 1] if at + 1 < self.size else ""
            if low in ("may", "will"):
                if at == 0:
                    return self.lowers[1:2] != [] and self._is_finite(1) and not self.titled
                return (
                    (before == "PROPN" and not self.titled)
                    or (not self.titled and before in ("ADP", "DET", "PART", "PUNCT", "NUM", "CCONJ", "ADJ"))
                    or after[:1].isdigit()
                )
            return low == "so" and False
        return (
            at > 0
            and not self.titled
            and not self._opens(at)
            and low
            not in (
                "the",
                "a",
                "an",
                "and",
                "of",
                "i",
                "for",
                "in",
                "on",
                "at",
                "to",
                "by",
                "with",
                "from",
                "he",
                "she",
            )
            and self.table.closed.get(low) in ("ADJ", "ADV", "NUM", "ADP", "SCONJ", "DET")
        )

    def _opens(self, at: int) -> bool:
        """True where a capital says nothing: after an opening quote, a bullet or a colon."""
        before = self.words[at - 1]
        return before in _QUOTES or before in (":", "-", "–", "—", "•", "...", "--", "(")

    def _open(self, at: int, low: str, form: WordForm | None) -> str:
        """The tag of an open-class word."""
        capital = self.words[at][0].isupper()
        if form is None:
            return self._unknown(at, low, capital)
        bits = form.classes
        tag = self._decide(at, bits, capital)
        if tag in ("NOUN", "PROPN"):
            self.features[at] = "P" if bits & PLURAL and not (bits & NOUN and low == form.noun) else "S"
            self.lemmas[at] = form.noun or low
        elif tag == "VERB":
            self.lemmas[at] = form.verb or low
        return tag

    def _unknown(self, at: int, low: str, capital: bool) -> str:
        """A word that the list does not have: a name, or by its ending."""
        if capital:
            self.features[at] = "S"
            return "PROPN"
        if "-" in low:
            return self._hyphened(at, low)
        if low.endswith("ly"):
            return "ADV"
        if low.endswith("ing"):
            self.features[at] = "VBG"
            return "VERB"
        if low.endswith("ed"):
            self.features[at] = self._past(at, PAST | PARTICIPLE)
            return "VERB"
        if low.endswith(("ous", "ful", "ive", "able", "ible", "al", "ic", "less", "ish")):
            return "ADJ"
        self.features[at] = "P" if low.endswith("s") and not low.endswith("ss") else "S"
        self.lemmas[at] = low[:-1] if self.features[at] == "P" else low
        return "NOUN"

    def _hyphened(self, at: int, low: str) -> str:
        """A hyphenated word: an adjective before a noun ("two-day", "US-led"), else as its last part."""
        last = low.rsplit("-", 1)[1]
        form = self.table.open.get(last)
        if form is not None and form.classes & ANY_NOUN and not self._can_be_noun(at + 1):
            self.features[at] = "P" if form.classes & PLURAL else "S"
            return "NOUN"
        if low.startswith(("re-", "co-")) and form is not None and form.classes & ANY_VERB:
            return self._open(at, low, form)
        return "ADJ"

    def _decide(self, at: int, bits: int, capital: bool) -> str:
        """Noun, verb, adjective or adverb, for the candidates ``bits``."""
        verb = bits & ANY_VERB
        if capital and not self.titled and not verb and bits & ANY_NOUN and at == 0:
            return "NOUN"
        if not verb:
            return self._nominal(at, bits)
        if verb == GERUND:
            return self._gerund(at, bits)
        if verb & (PAST | PARTICIPLE) and not verb & BASE:
            return self._past_form(at, bits)
        if self._wants_base(at):
            if bits & BASE:
                self.features[at] = "VB"
                return "VERB"
        elif self._wants_participle(at) and verb & PARTICIPLE:
            self.features[at] = "VBN"
            return "VERB"
        if not bits & (ANY_NOUN | ADJECTIVE | ADVERB):
            self.features[at] = self._finite(at, verb)
            return "VERB"
        if self._is_predicate(at, verb, bits):
            self.features[at] = self._finite(at, verb)
            return "VERB"
        return self._nominal(at, bits) if bits & (ANY_NOUN | ADJECTIVE | ADVERB) else "VERB"

    def _nominal(self, at: int, bits: int) -> str:
        """Noun, adjective or adverb."""
        if bits & ADJECTIVE and (not bits & ANY_NOUN or self._can_be_noun(at + 1)):
            return "ADJ"
        if bits & ANY_NOUN:
            return "NOUN"
        return "ADJ" if bits & ADJECTIVE else "ADV"

    def _gerund(self, at: int, bits: int) -> str:
        """An -ing form: a progressive, a participle or a gerund is a verb; "the meeting" a noun."""
        before = self._before(at)
        previous = self.tags[at - 1] if at else ""
        if before in _BE:
            self.features[at] = "VBG"
            return "VERB"
        if bits & ANY_NOUN:
            if (
                previous in _NOMINAL
                or previous == "NOUN"
                or self.lowers[at - 1 : at] == ["'s"]
                or before in _POSSESSIVE
            ):
                return "NOUN"
            if previous in ("ADP", "PROPN") and not self._noun_phrase_follows(at) and not self._particle_follows(at):
                return "NOUN"
        if bits & ADJECTIVE and self._can_be_noun(at + 1) and previous in ("DET", "ADP", "ADJ", "NUM", "VERB"):
            return "ADJ"
        if previous == "DET" and self._can_be_noun(at + 1):
            return "ADJ"
        if previous == "VERB" and self.lemmas[at - 1] in ("make", "pay", "hold", "have") and self._can_be_noun(at + 1):
            return "ADJ"
        self.features[at] = "VBG"
        return "VERB"

    def _particle_follows(self, at: int) -> bool:
        form = self.table.open.get(self.lowers[at])
        return form is not None and f"{form.verb} {''.join(self.lowers[at + 1 : at + 2])}" in self.table.particle_verbs

    def _past_form(self, at: int, bits: int) -> str:
        """A past form: an adjective before a noun ("the wounded man"), else a verb."""
        previous = self.tags[at - 1] if at else ""
        before = self.lowers[at - 1] if at else ""
        modifies = (
            previous in ("DET", "ADJ", "NUM")
            or before in _POSSESSIVE
            or before in ("'s", "’s", "of", "with", "by", "for", "from", "in")
        )
        if (
            previous == "ADV"
            and at > 1
            and self._can_be_noun(at + 1)
            and bits & PARTICIPLE
            and not self._subject_before(at - 1)
        ):
            modifies = True
        if (
            modifies
            and before not in ("that", "which", "all", "both")
            and self._can_be_noun(at + 1)
            and bits & PARTICIPLE
        ):
            return "ADJ"
        if previous == "DET" and bits & ANY_NOUN:
            return "NOUN"
        self.features[at] = self._past(at, bits)
        return "VERB"

    def _subject_before(self, at: int) -> bool:
        """True when a noun or pronoun stands before the adverbs that end at ``at``, or an auxiliary."""
        index = self._index_before(at + 1)
        return self.tags[index] in ("NOUN", "PROPN", "PRON", "AUX", "NUM", "PUNCT", "CCONJ", "SCONJ")

    def _past(self, at: int, bits: int) -> str:
        """VBN after "have" or "be" and where only a participle can stand, else VBD."""
        if not bits & PAST:
            return "VBN"
        if not bits & PARTICIPLE:
            return "VBD"
        return "VBN" if self._wants_participle(at) else "VBD"

    def _finite(self, at: int, verb: int) -> str:
        if verb & THIRD:
            return "VBZ"
        if verb & PAST:
            return self._past(at, verb)
        return "VB" if self._wants_base(at) else "VBP"

    def _is_predicate(self, at: int, verb: int, bits: int) -> bool:
        """Whether a form that can be a verb or something else is the verb of its clause."""
        previous = self.tags[at - 1] if at else ""
        before = self.lowers[at - 1] if at else ""
        if previous in _NOMINAL or previous == "ADP" or before in _POSSESSIVE or before in ("'s", "’s", "'", "’"):
            return False
        if previous == "PART" and before == "to":
            return bool(verb & BASE)
        if before == "that" and previous != "PRON":
            return False
        if bits & ANY_NOUN and (self._next_is_aux(at) or (verb & (THIRD | BASE) and self._has_finite_verb(at))):
            return before in _SUBJECTS and not self._next_is_aux(at)
        plural_before = before in _PLURAL_SUBJECTS or (at > 0 and self.features[at - 1] == "P")
        if verb & THIRD:
            if before in _SUBJECTS:
                return before not in ("i", "you", "we", "they")
            return previous in _NAMES and not plural_before and self._object_follows(at)
        if verb & BASE:
            if before in _SUBJECTS:
                return before not in ("he", "she", "it") and bool(not bits & ADJECTIVE or self._object_follows(at))
            if at == 0 or previous in {"CCONJ", "ADV"}:
                return bool(previous == "CCONJ" and self._coordinates_verb(at)) or (previous == "ADV" and plural_before)
            return previous in _NAMES and plural_before and self._object_follows(at)
        return bool(verb & PAST) and not bits & ANY_NOUN

    def _next_is_aux(self, at: int) -> bool:
        if at + 1 >= self.size:
            return False
        low = self.lowers[at + 1]
        return low in self.table.modals or (low in _AUX_LEMMA and low not in ("being", "having", "been"))

    def _has_finite_verb(self, at: int) -> bool:
        """True when the clause up to here has its finite verb already."""
        for index in range(at - 1, -1, -1):
            tag = self.tags[index]
            low = self.lowers[index]
            if tag in ("PUNCT", "CCONJ", "SCONJ") or low in self.table.either:
                return False
            if tag == "PRON" and low in ("who", "which", "that"):
                return False
            if self._finite_at(index):
                return True
        return False

    def _coordinates_verb(self, at: int) -> bool:
        """True after "and" when the last open-class word before it was a verb of the same form."""
        for index in range(at - 2, max(-1, at - 8), -1):
            if self.tags[index] == "VERB":
                return self.features[index] in ("VB", "VBP") and self._object_follows(at)
        return False

    def _object_follows(self, at: int) -> bool:
        """True when a noun phrase, an infinitive, a preposition or the end comes next, not another noun."""
        if at + 1 >= self.size:
            return False
        low, word = self.lowers[at + 1], self.words[at + 1]
        fixed = self.table.closed.get(low)
        if low == "that":
            return self.tags[at - 1 : at] == ["PRON"]
        if fixed in ("DET", "PRON", "NUM") or low in ("to", "with", "against", "for", "at", "by", "over", "on"):
            return True
        if fixed in ("ADV", "SCONJ") and low not in ("as",):
            return True
        if low in ("in", "from", "into", "off", "up", "out", "down", "back"):
            return True
        form = self.table.open.get(low)
        if word[0].isupper():
            return True
        if form is not None and form.classes & (PLURAL | ADJECTIVE) and not form.classes & (PAST | THIRD | BASE):
            return True
        return word[0].isdigit() or word in _QUOTES

    def _wants_base(self, at: int) -> bool:
        """After a modal, "do" or "to" (adverbs and the subject of a question between do not matter)."""
        before = self._before(at)
        if before == "to":
            return self.tags[self._index_before(at)] == "PART"
        return before in self.table.modals or before in _DO

    def _wants_participle(self, at: int) -> bool:
        """After a form of "be" or "have", or "get"."""
        before = self._before(at)
        return (
            before in _BE or before in _HAVE or (before in ("'s", "’s") and self.tags[self._index_before(at)] == "AUX")
        )

    def _index_before(self, at: int) -> int:
        index = at - 1
        while index > 0 and (self.tags[index] == "ADV" or self.lowers[index] in ("not", "n't", "n’t")):
            index -= 1
        return index

    def _before(self, at: int) -> str:
        """The word before, adverbs and negations skipped."""
        return self.lowers[self._index_before(at)] if at else ""

    def _opens_infinitive(self, at: int) -> bool:
        """True for a "to" before a base form (adverbs skipped)."""
        for index in range(at + 1, min(at + 3, self.size)):
            low = self.lowers[index]
            if low in ("be", "have", "do"):
                return True
            form = self.table.open.get(low)
            if form is not None and form.classes & BASE and not self.words[index][0].isupper():
                return not form.classes & ANY_NOUN or self._base_after_to(index, form)
            if form is not None and form.classes & BASE and self.titled:
                return True
            if (form is not None and form.classes & ADVERB and not form.classes & ANY_NOUN) or low in ("not", "n't"):
                continue
            return False
        return False

    def _base_after_to(self, at: int, form: WordForm) -> bool:
        """ "to visit Rome" against "a trip to work": a verb unless nothing can be its object and a noun fits."""
        return bool(form.verb) and form.verb not in (
            "mine",
            "house",
            "state",
            "war",
            "power",
            "office",
            "prison",
            "peace",
        )

    def _can_be_noun(self, at: int) -> bool:
        """True when the word at ``at`` can belong to a noun phrase."""
        if at >= self.size:
            return False
        word, low = self.words[at], self.lowers[at]
        fixed = self.table.closed.get(low)
        if fixed is not None:
            return fixed in ("ADJ", "NUM") or (word[0].isupper() and low not in ("i", "the", "a"))
        if word[0].isupper():
            return True
        form = self.table.open.get(low)
        if form is None:
            return word[0].isalnum() and not low.endswith("ly")
        return bool(form.classes & (ANY_NOUN | ADJECTIVE))

    def _noun_phrase_follows(self, at: int) -> bool:
        if at + 1 >= self.size:
            return False
        low, word = self.lowers[at + 1], self.words[at + 1]
        fixed = self.table.closed.get(low)
        if (
            fixed in ("DET", "NUM", "ADJ")
            or low in _POSSESSIVE
            or low in ("him", "them", "me", "us", "her", "it", "which", "whom")
        ):
            return True
        if fixed is not None:
            return False
        form = self.table.open.get(low)
        if form is not None and form.classes & GERUND:
            return True
        return (
            word[0].isupper()
            or word[0].isdigit()
            or (form is None and word[0].isalnum())
            or bool(form and form.classes & (ANY_NOUN | ADJECTIVE) and not form.classes & (PAST | THIRD))
        )

    def _verb_like(self, at: int) -> bool:
        if at >= self.size:
            return False
        low = self.lowers[at]
        if low in _AUX_LEMMA or low in self.table.modals or self.table.closed.get(low) == "ADV":
            return True
        form = self.table.open.get(low)
        return bool(form and form.classes & ANY_VERB and not self.words[at][0].isupper())

    def _is_finite(self, at: int) -> bool:
        low = self.lowers[at]
        if low in _AUX_LEMMA or low in self.table.modals:
            return True
        form = self.table.open.get(low)
        return bool(form and form.classes & (PAST | THIRD) and not form.classes & ANY_NOUN)

    def _is_particle(self, at: int, low: str) -> bool:
        """True when the word makes one predicate with the verb just before it."""
        if not at or self.tags[at - 1] not in ("VERB",):
            return False
        return f"{self.lemmas[at - 1]} {low}" in self.table.particle_verbs

    def _by_follows(self, at: int) -> bool:
        return self.lowers[at + 1 : at + 2] == ["by"]

    def _ends_possessor(self, at: int) -> bool:
        return self.lowers[at - 1].endswith("s") and self.tags[at - 1] in _NAMES

    def second_pass(self) -> None:
        """Reduced relatives, then clauses left without a finite verb."""
        finite = [i for i in range(self.size) if self._finite_at(i)]
        for at in finite:
            if self.features[at] == "VBD" and self._is_reduced(at, finite):
                self.features[at] = "VBN"
        if self.headline and not any(self._finite_at(i) for i in range(self.size)):
            self._find_headline_verb()

    def _finite_at(self, at: int) -> bool:
        if self.tags[at] == "AUX":
            return self.features[at] not in ("VBG", "VBN") or self.lowers[at] in self.table.modals
        return self.tags[at] == "VERB" and self.features[at] in ("VBD", "VBZ", "VBP")

    def _is_reduced(self, at: int, finite: list[int]) -> bool:
        """ "the men killed in the raid fled": after a noun, before a preposition, with a finite verb elsewhere."""
        form = self.table.open.get(self.lowers[at])
        if form is None or not form.classes & PARTICIPLE or not at or self.tags[at - 1] not in _NAMES:
            return False
        if at + 1 >= self.size or self.tags[at + 1] not in ("ADP", "ADV", "PART"):
            return False
        if self.lowers[at + 1] == "by":
            return any(i > at for i in finite) or any(self.tags[i] in ("VERB", "AUX") for i in range(at))
        if self._has_finite_verb(at):
            return True
        later = next((i for i in finite if i > at), None)
        if later is None:
            return False
        between = self.lowers[at + 1 : later]
        stops = (
            ",",
            "and",
            "but",
            "that",
            "who",
            "which",
            "when",
            "after",
            "before",
            "as",
            "where",
            "while",
            ";",
            ":",
            "if",
            "because",
            "–",
            "—",
            "or",
            '"',
            "”",
            "“",
            "than",
            "what",
            "how",
            "whether",
        )
        return not any(w in stops for w in between) and self.tags[later - 1] not in ("PRON",)

    def _find_headline_verb(self) -> None:
        """A headline's verb may look like a noun: take the first plural-looking verb form after a name."""
        for at in range(1, self.size):
            form = self.table.open.get(self.lowers[at])
            if (
                form is None
                or not form.classes & (THIRD | BASE | PAST)
                or self.tags[at] not in ("NOUN", "PROPN", "ADJ")
            ):
                continue
            if self.tags[at - 1] in _NAMES and form.classes & (THIRD | PAST) and self._noun_phrase_follows_loosely(at):
                self.tags[at] = "VERB"
                self.features[at] = "VBZ" if form.classes & THIRD else "VBD"
                self.lemmas[at] = form.verb
                return

    def _noun_phrase_follows_loosely(self, at: int) -> bool:
        return at + 1 < self.size and self.tags[at + 1] in ("PROPN", "NOUN", "DET", "ADJ", "NUM", "ADP", "PRON", "PART")


def _is_titled(words: list[str]) -> bool:
    """True for a headline In Title Case, where capitals tell nothing."""
    letters = [w for w in words if w[0].isalpha() and len(w) > 3]
    return len(letters) >= 3 and sum(w[0].isupper() for w in letters) >= 0.85 * len(letters)
