"""Who says "I": the source of a quotation, or the author of a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from eventx.language.mentions import naming
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.recall import MINISTERS
from eventx.language.mentions.referents import Referent
from eventx.records import Role, Section, Span

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_OUTSIDE: Final = 4  # sentences at either end in which a statement names its author
_LABEL: Final = re.compile(r"^[^\S\n]*([A-Z][^\n:\"“]{1,90}):(?=\s)", re.MULTILINE)
_ASKED: Final = re.compile(r"(?:Q|Question|Reporter|Journalist|Moderator|Interviewer)\b", re.IGNORECASE)
_DEEPEST: Final = 8  # quotations whose source hangs on that of the next one
_MOST_LABELS: Final = 1000
_FIRST_PERSON: Final = re.compile(r"\b(?:I|My|my)\b")


def of_quote(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """The source of the quotation that the phrase stands in: a person beside a verb of saying."""
    quote = _around(register, phrase, sentence)
    if quote is None:
        return None
    if quote.start in register.sources:
        return register.sources[quote.start]
    if register.asked >= _DEEPEST:
        return None
    register.sources[quote.start] = None  # while it is looked for: a pronoun in the search must not ask again
    register.asked += 1
    try:
        found = _source(register, quote, sentence)
    finally:
        register.asked -= 1
    if found is not None:
        register.sources[quote.start] = found
    return found


def is_quoted(register: Register, phrase: Phrase, sentence: int) -> bool:
    """True for a phrase inside a quotation: whoever is only spoken of there is not whom the story goes on with."""
    return _around(register, phrase, sentence) is not None


def _around(register: Register, phrase: Phrase, sentence: int) -> Span | None:
    """The quotation that the phrase stands in."""
    quotes = register.quotes
    if not quotes:
        return None
    at = register.tokens(sentence).starts[phrase.first]
    number = bisect_right(register.quote_starts, at) - 1
    return quotes[number] if number >= 0 and at < quotes[number].end else None


def _source(register: Register, quote: Span, sentence: int) -> Referent | None:
    """The person who says the quote: in its sentence, or in the one after or before."""
    for index in (sentence, sentence - 1, sentence + 1):
        if 0 <= index < len(register.sentences) and index - sentence <= 1:
            found = _sayer(register, index, quote, sentence)
            if found is not None:
                return found
    return None


def _sayer(register: Register, index: int, quote: Span, now: int) -> Referent | None:
    """The person who says something in the sentence, outside of the quotation."""
    if not register.sentences[index].span.overlaps(quote) and index == now:
        return None
    tokens = register.tokens(index)
    says = register.words.names.says
    verbs = [
        i for i, low in enumerate(tokens.lowers) if low in says and not quote.start <= tokens.starts[i] < quote.end
    ]
    if not verbs:
        return None
    near: list[tuple[int, Phrase]] = []
    first: Phrase | None = None
    for phrase in register.phrases(index):
        if phrase.form not in (Form.PERSON, Form.OFFICE, Form.PRONOUN) or phrase.gender == "1" or phrase.plural:
            continue
        if quote.start <= tokens.starts[phrase.first] < quote.end:
            continue
        if first is None and not phrase.object and phrase.last < verbs[0]:
            first = phrase
        distance = min(min(abs(v - phrase.last), abs(phrase.first - v)) for v in verbs)
        near.append((distance, phrase))
    near.sort(key=lambda pair: pair[0])
    chosen = near[0][1] if near and near[0][0] <= 2 else (first if index == now else None)
    return register.known_or_named(chosen, index) if chosen is not None else None


def of_label(register: Register, phrase: Phrase, sentence: int) -> tuple[bool, Referent | None]:
    """(whether a label stands over the phrase, whom it names): "PRESIDENT X: I thank", "X said in a statement:"."""
    if register.labels is None:
        found = islice(_LABEL.finditer(register.text), _MOST_LABELS)
        register.labels = [(m.start(1), m.end(1)) for m in found]
    at = register.tokens(sentence).starts[phrase.first]
    number = bisect_right(register.labels, (at, at)) - 1
    if number < 0:
        return False, None
    start, end = register.labels[number]
    text = register.text
    transcript = text[start:end].isupper() or _ASKED.match(text, start) is not None
    if not transcript and "\n\n" in text[end + 1 : at].lstrip():
        return False, None
    if _ASKED.match(text, start):
        return True, None
    return True, _labelled(register, end)


def _labelled(register: Register, end: int) -> Referent | None:
    """The person whose name ends before the colon, else the one whom the line before it is about."""
    index = register.sentence_of(end - 1)
    ends = register.tokens(index).ends
    persons = [p for p in register.phrases(index) if p.form is Form.PERSON and ends[p.last] <= end]
    beside = [p for p in persons if ends[p.last] == end] or [p for p in persons if not p.object]
    return register.known_or_named(beside[0], index) if beside else None


def of_document(register: Register) -> Referent | None:
    """The author of a minister's own statement: named with an office above or below a text that says "I"."""
    if register.author_sought:
        return register.author
    register.author_sought = True
    if not _speaks(register):
        return None
    register.author = next(_signing(register), None) or _of_heading(register)
    return register.author


def of_joint_statement(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """Whom "we" means outside of quotations: the ministers whose names stand above or below what nobody says as "I"."""
    if is_quoted(register, phrase, sentence):
        return ()
    if register.authors is None:
        register.authors = ()  # while they are looked for: a pronoun in the search must not ask again
        signing = [] if _speaks(register) else [r for r in dict.fromkeys(_signing(register)) if r.role in _SIGNING]
        register.authors = tuple(signing) if len(signing) > 1 and len({r.country for r in signing}) == 1 else ()
    return register.authors


_SIGNING: Final = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.VICE_PRESIDENT, *MINISTERS)


def _signing(register: Register) -> Iterator[Referent]:
    """The persons whose names stand with an office on lines of their own above or below a text."""
    count = len(register.sentences)
    for index in (*range(min(_OUTSIDE, count)), *range(max(_OUTSIDE, count - _OUTSIDE), count)):
        for phrase in register.phrases(index):
            if phrase.form is not Form.PERSON:
                continue
            if _signs(register, phrase, index) or _signs_in_lines(register, phrase, index):
                found = naming.person(register, phrase, index)
                if found is not None:
                    yield found[0]


def _of_heading(register: Register) -> Referent | None:
    """The holder of the office that a statement has for its first line: "Prime Minister of Australia"."""
    phrases = register.phrases(0) if register.sentences else []
    office = phrases[0] if phrases and phrases[0].form is Form.OFFICE else None
    words = register.tokens(0).words if office is not None else ()
    if office is None or office.first > 1 or office.last < len(words) - 1 or not office.countries:
        return None
    found = register.resolve(office, 0)
    return found[0] if found is not None and found[0].name else None


def _speaks(register: Register) -> bool:
    """True when the text says "I" or "my" outside of quotations."""
    quotes = [(quote.start, quote.end) for quote in register.quotes]
    for count, match in enumerate(_FIRST_PERSON.finditer(register.text)):
        at = match.start()
        if not any(start <= at < end for start, end in quotes):
            return True
        if count > 50:
            return False
    return False


def _signs(register: Register, phrase: Phrase, index: int) -> bool:
    """True for a name with an office, in a line that is no sentence of the text: a headline or a signature."""
    office = phrase if phrase.offices else phrase.partner
    if office is None or not office.offices or office.role in (None, Role.OTHER):
        return False
    return _is_line(register, index)


def _signs_in_lines(register: Register, phrase: Phrase, index: int) -> bool:
    """True for a name on a line of its own with the office behind it, on the next line or on the one before."""
    if phrase.offices or phrase.partner is not None or not _is_line(register, index):
        return False
    shouted = register.tokens(index).words[phrase.head_last].isupper()
    offices = [p for p in register.phrases(index) if p.form is Form.OFFICE and p.first > phrase.last]
    last = len(register.tokens(index).words) - 1
    behind = [p for p in offices if p.countries or shouted or p.last == last]
    if behind and behind[-1].role not in (None, Role.OTHER):  # "The Hon Ada Oduya MP MINISTER OF GHANA FOR TRADE"
        phrase.partner, behind[-1].partner = behind[-1], phrase
        return True
    for beside in (index + 1, index - 1):
        if 0 <= beside < len(register.sentences) and _is_line(register, beside):
            others = register.phrases(beside)
            if others and others[0].form is Form.OFFICE and others[0].role not in (None, Role.OTHER):
                phrase.partner, others[0].partner = others[0], phrase
                return True
    return False


def _is_line(register: Register, index: int) -> bool:
    """True for a line that is no sentence of the text: a headline, a signature."""
    section = register.sentences[index].section
    verbs = any(tag in ("VERB", "AUX") for tag in register.tokens(index).tags)
    return section in (Section.HEADLINE, Section.FURNITURE) or not verbs
