"""Which way a bare "Tuesday" or "March" points: the tense and modality of the verb that governs it."""

from __future__ import annotations

from typing import Final

from eventx.language.times.lexer import Lexed, cues

_STOP: Final = frozenset(".;?!")
_QUOTES: Final = frozenset("\"'“‘")
_CLOSING: Final = frozenset("\"'”’")
_WINDOW: Final = 60
_AFTER: Final = 24
# Words and spaces between the start of a sentence and its date: "In early October, on a visit, he said"
_OPENING: Final = 4
# Words and spaces in which a relative pronoun or a verb stands between a date and the verb behind it.
_SUBJECT: Final = 16
_ASKED: Final = 16  # words and spaces of somebody who is asked to do something
_CALLED: Final = 20  # words and spaces between the verb that calls something and its day
_HEADLINE: Final = 14  # words and spaces before the "to" of a headline: "Leaders to meet on Thursday"


def direction(lexed: Lexed, first: int, stop: int, *, before_only: bool = False, deadline: bool = False) -> int:
    """1 where the words ``first`` to ``stop`` lie in a future frame, -1 in a past one, 0 where nothing tells.

    The nearest verb before them decides, else (without ``before_only``) the nearest after them, within the sentence.
    A heading ends without a full stop, so the beginning of a paragraph ends the search too. With ``deadline`` ("by")
    whatever must be done lies ahead.
    """
    words = lexed.words
    if not before_only and _opens_clause(words, first, stop):
        return _after(lexed, stop, _AFTER)
    if _is_to_come(words, first, stop):
        return 1
    governed = 0 if before_only else _as_subject(words, first, stop)
    if governed:
        return governed
    at, low, relative = first - 1, max(0, first - _WINDOW), False
    if first < len(words) and lexed.starts[first] in lexed.openings:
        at = -1
    while at >= low:
        word = words[at]
        relative = word in ("who", "which", "whose")
        if relative or (word in _STOP and not _abbreviates(words, at)):
            break
        if word.isalpha():
            found = 1 if deadline and _must(words, at) else _points(words, at)
            if found:
                return 0 if found < 0 and _is_appointed(words, at, first) else found
        elif word == "¶":
            break
        if lexed.starts[at] in lexed.openings:
            break
        at -= 1
    if before_only:
        return 0
    if relative:  # "who cut short a holiday on Friday, will tour": not the verb of the main clause
        return _is_timed(words, at) or _after(lexed, stop, _AFTER, within=True)
    return _after(lexed, stop, _WINDOW if _opens_sentence(words, first) else _AFTER)


def _opens_sentence(words: list[str], first: int) -> bool:
    """True for a date near the head of its sentence, where the verb comes late."""
    return first <= _OPENING or any(w in _STOP or "\n" in w for w in words[first - _OPENING : first])


def _is_to_come(words: list[str], first: int, stop: int) -> bool:
    """True where a word right beside the date says that it lies ahead, whatever the verb of the sentence."""
    if (
        _is_offered(words, first)
        or _is_invited(words, first)
        or _is_called(words, first)
        or _is_called_for(words, first)
    ):
        return True
    open_until = is_put_off(words, first) or _has_until(words, first) or _is_there_until(words, first)
    return open_until or _is_limit(words, stop) or _is_traded(words, stop)


def _is_offered(words: list[str], first: int) -> bool:
    """True for 'suggested "early summer"', "proposed May": a date right behind such a verb is for what is to come."""
    at = first - 1
    while at > 0 and (words[at].isspace() or words[at] in _QUOTES):
        at -= 1
    return at >= 0 and words[at].lower() in cues("offering")


def _is_invited(words: list[str], first: int) -> bool:
    """True for "invited him to Rome in the fall"; not for "was invited", nor for a day, which may date the asking."""
    if words[first].lower().endswith("day"):
        return False
    low = max(0, first - _ASKED)
    place = [at for at in range(low, first) if words[at][:1].isupper()]
    at = place[-1] if place and all(w.isspace() or w in _LEADING for w in words[place[-1] + 1 : first]) else 0
    while at > low and (words[at].isspace() or words[at] == "the" or words[at][:1].isupper()):
        at -= 1
    if not place or words[at] != "to":
        return False
    for back in range(at - 3, max(0, at - _ASKED), -1):
        if words[back].startswith(("ask", "invit")):
            return words[back] in cues("asking")
        if words[back] in _STOP or words[back] in (",", "to"):
            return False
    return False


_LEADING: Final = frozenset({"in", "for", "the", "later", "during", "early", "late", "this"})


def _is_called(words: list[str], first: int) -> bool:
    """ "had called a strike for Tuesday", "announced protests for May": "for" tells on which day it is to be."""
    if first < _OPENING or words[first - 2].lower() != "for" or words[first - 4 : first - 3] == ["time"]:
        return False
    return _verb_before(words, first, "calling", (",", "to", "that", "until")) is not None


def _is_called_for(words: list[str], first: int) -> bool:
    """ "called for protests on Friday": what people are called to has its day ahead."""
    noun = first - 4 if words[first - 2 : first - 1] == ["on"] else first - 2
    if noun < _OPENING or words[noun].lower() not in cues("called_for"):
        return False
    for back in range(noun - 2, max(0, noun - _ASKED), -1):
        if words[back] == "for":
            return words[back - 2].lower() in ("call", "called", "calling", "calls")
        if words[back] in _STOP or words[back] in (",", "to"):
            return False
    return False


def _verb_before(words: list[str], first: int, cue: str, stops: tuple[str, ...]) -> int | None:
    """The place of the nearest word of a cue list before a date and its preposition, none of `stops` between."""
    for back in range(first - 4, max(-1, first - _CALLED), -1):
        word = words[back].lower()
        if word in _STOP or word in stops:
            return None
        if word in cues(cue):
            return back
    return None


def is_put_off(words: list[str], first: int) -> bool:
    """ "postponed the vote until March", "was adjourned to Monday": what is put off is still to come."""
    if first < _OPENING or words[first - 2].lower() not in ("until", "till", "to"):
        return False
    verb = _verb_before(words, first, "putting_off", (",", "that", "who", "which"))
    if verb is None:
        return False
    return words[verb].lower() not in ("off", "back", "forward") or words[verb - 2].lower() in cues("pushing")


def _has_until(words: list[str], first: int) -> bool:
    """ "has until Friday to reply", "gave them until May", "has closed the road until Monday": not over yet."""
    if first < _OPENING or words[first - 2].lower() not in ("until", "till"):
        return False
    set_off = words[first - 4] == ","  # "gave them a week, until Friday, to pay"
    return _verb_before(words, first - set_off, "giving", (",", "that", "who", "which", "and")) is not None


def _is_there_until(words: list[str], first: int) -> bool:
    """ "is in Peru until Thursday", "remains closed until May": what still holds does so up to a day to come."""
    if first < _OPENING or words[first - 2].lower() not in ("until", "till"):
        return False
    return _verb_before(words, first, "holding", (",", "that", "who", "which", "and", "was", "were", "had")) is not None


def _is_limit(words: list[str], stop: int) -> bool:
    """ "in August at the latest"."""
    return words[stop + 1 : stop + 4 : 2] == ["at", "the"] and words[stop + 5 : stop + 6] in (["latest"], ["earliest"])


def _is_traded(words: list[str], stop: int) -> bool:
    """ "for June delivery", "the March contract": one that is still traded; not "a March contract with the union"."""
    if words[stop : stop + 1] != [" "] or words[stop + 1 : stop + 2] == []:
        return False
    return words[stop + 1] in cues("traded") and words[stop + 3 : stop + 4] not in (["with"], ["to"])


def _opens_clause(words: list[str], first: int, stop: int) -> bool:
    """True for "toured a park, and on Sunday he is due": "and" before the date, a subject of its own behind it."""
    before = [w.lower() for w in words[max(0, first - 4) : first] if not w.isspace()]
    joined = before[-1:] in (["and"], ["but"]) or before[-2:] in (["and", "on"], ["but", "on"], ["and", "in"])
    after = [w for w in words[stop : stop + 3] if not w.isspace() and w != ","]
    return joined and bool(after) and after[0].lower() in cues("subjects")


def _as_subject(words: list[str], first: int, stop: int) -> int:
    """The way of the verb right behind: "talks in Tehran in September would help"; not "the man held Monday will"."""
    after = words[stop + 1].lower() if stop + 1 < len(words) and words[stop].isspace() else ""
    way = 1 if after in cues("modals") else -1 if after in ("was", "were", "had") else 0
    if not way:
        return 0
    for back in range(first - 1, max(0, first - _SUBJECT), -1):
        word = words[back].lower()
        if word in _STOP or word == "," or (word == "that" and words[back + 2].lower() in cues("noun_before")):
            break
        if word in ("who", "which", "that", "whom") or word in cues("back") or word in cues("ahead"):
            return 0
        if word.endswith("ed"):
            return 0
    return way


def _abbreviates(words: list[str], at: int) -> bool:
    """True for the full stop of "Mr." or "Sept.": the next word goes on in the sentence."""
    if words[at] != "." or at + 1 >= len(words) or "\n" in words[at + 1] or words[at + 1] in _CLOSING:
        return False
    return not words[at + 1].isspace() or (len(words[at - 1]) <= 4 and words[at - 1][:1].isupper())


def _points(words: list[str], at: int) -> int:
    word = words[at].lower()
    before = words[at - 2].lower() if at >= 2 and words[at - 2] != "May" else ""  # "Theresa May told"
    if word in cues("ahead"):
        return _looks_ahead(words, at, word, before)
    if word in ("off", "bound"):  # "is off to Tokyo on Monday"
        return 1 if before in ("is", "are") else 0
    if word == "stop":  # "Saudi Arabia is the next stop, on Tuesday"
        return 1 if before == "next" else 0
    if word == "follows":  # "Mr Blair follows him on Thursday"; "the trip follows talks on Thursday"
        return 1 if words[at + 2 : at + 3] and words[at + 2] in ("him", "her", "them", "on", "in") else 0
    if word == "sets":
        return 1 if words[at + 2 : at + 3] in (["off"], ["out"]) and _is_verb(words, at) else 0
    if word == "ending":  # "ending Tuesday"; a quarter may end in the past
        return 1 if at + 2 < len(words) and words[at + 2].endswith("day") else 0
    if before in ("we", "they", "i", "you") and word + "s" in cues("timetable"):
        return 1  # "we leave Monday"
    if word in cues("timetable") or word in cues("timetable_plural"):
        return 1 if _is_verb(words, at) else 0
    participle = word in cues("back") or (word.endswith("ed") and len(word) > 4 and words[at].islower())
    if participle and words[at + 2 : at + 3] == ["by"] and before not in cues("passive"):
        return 0  # "a conference held by the league in March"
    if participle:
        # "will be held", "is set to hit", "could hit": the verb before tells.
        return 0 if before in cues("not_past") or before in cues("modals") else -1
    if word in cues("past_or_base"):
        return -1 if _is_past(words, at, before) else 0
    if word.endswith("ing") and before in ("is", "are"):
        return 1  # "is heading to Rome"
    return _infinitive(words, at) if word == "to" and at + 2 < len(words) else 0


def _is_appointed(words: list[str], at: int, first: int) -> bool:
    """True for "the law, suspended from July 22 to ...": the participle tells no time of its own."""
    spanned = words[first - 2].lower() in ("from", "between") and not words[first].lower().endswith("day")
    return (
        spanned and at > 1 and words[at - 2] == "," and words[at].endswith("ed") and words[at + 2] in cues("spanning")
    )


def _is_timed(words: list[str], pronoun: int) -> int:
    """1 for the present of "which gets its second reading on Tuesday", "who meet on Friday"."""
    verb = words[pronoun + 2] if pronoun + 2 < len(words) else ""
    if verb in ("was", "is", "has", "does") or verb in cues("noun_before"):
        return 0
    present = verb.endswith("s") and not verb.endswith("ss")
    return int(verb.islower() and (present or verb + "s" in cues("timetable") or verb + "s" in cues("ahead")))


def _is_past(words: list[str], at: int, before: str) -> bool:
    """True for the verb of "who cut short a holiday", "Lyon shut the gates"; not for "a Fed cut", "to cut"."""
    if before in cues("subjects"):
        return True
    if not words[at - 2][:1].isupper() or before in cues("noun_before"):
        return False
    return at < 4 or words[at - 4].lower() not in cues("noun_before")


def _looks_ahead(words: list[str], at: int, word: str, before: str) -> int:
    """A word of what is to come; not in "would have come", "had been planned", "expected that", the name May."""
    if word in ("would", "could", "might", "should", "must", "may") and words[at + 2 : at + 3] == ["have"]:
        return -1
    if word.endswith("ed") and before in ("been", "be", "being"):
        return 0
    if word == "set" and _sets_off(words, at):
        return 0 if before in cues("modals") or before in cues("not_past") or before == "to" else -1
    if word == "won" and words[at + 1 : at + 2] not in (["'"], ["’"]):
        return -1  # the verb, not "won't"
    if word == "may" and words[at] != "may":
        return 0
    return 0 if words[at + 2 : at + 3] == ["that"] else 1


def _sets_off(words: list[str], at: int) -> bool:
    """True for "set a bank on fire", "set up a camp"; not for "is set to"."""
    burning = not {"fire", "ablaze", "alight"}.isdisjoint(words[at + 2 : at + _RESULT])
    return burning or "".join(words[at + 2 : at + 3]) in _SET_OFF


_SET_OFF: Final = frozenset({"off", "foot", "free", "up", "light", "sail", "aside"})
_RESULT: Final = 11  # words and spaces in which what is set stands before "on fire"


def _must(words: list[str], at: int) -> bool:
    """True for the verb of "told experts to resume work by June", "has ordered them out by June"."""
    if words[at].lower() == "to":
        verb = words[at + 2 : at + 3]
        return bool(verb) and verb[0].islower() and verb[0].isalpha() and verb[0] not in cues("not_infinitive")
    return words[at].endswith("ed") and at >= 2 and words[at - 2].lower() in ("has", "have")


def _is_verb(words: list[str], at: int) -> bool:
    """True for the verb of "he leaves Friday", "the summit meets"; not for the noun of "his visits", "two stays"."""
    if at < 2 or not words[at].islower() or not words[at - 1].isspace():
        return False
    before = words[at - 2]
    if words[at] in cues("timetable_plural"):
        plural = len(before) > 1 and before.endswith("s") and not before.endswith("ss")
        return plural and before.lower() not in cues("noun_before")
    if before[:1].isupper() or before in cues("subjects"):
        return True
    if before == ",":
        return _closes_apposition(words, at - 2)
    if before in ("and", "then"):
        behind = words[at + 2] if at + 2 < len(words) else ""
        return words[at] in cues("no_noun") or (words[at] in cues("setting_out") and behind in cues("bound_for"))
    if words[at + 2 : at + 3] in (["to"], ["by"]) and words[at] in cues("plural_nouns"):
        return False  # "some high-profile visits to its allies"
    if not before.isalpha() or before.lower() in cues("noun_before"):
        return False
    return before == "king" or not before.endswith(("ed", "ing", "ly"))


def _closes_apposition(words: list[str], comma: int) -> bool:
    """True for the comma of "The king, Harald V, arrives on Friday": a name between it and the one before."""
    if comma < _OPENING or not words[comma - 1][:1].isupper():
        return False
    for back in range(comma - 2, max(0, comma - _SUBJECT), -1):
        if words[back] == ",":
            return words[back + 2][:1].isupper() and words[back - 1].isalpha()
        if words[back] in _STOP:
            return False
    return False


def _infinitive(words: list[str], at: int) -> int:
    """ "to visit" after "agreed", "plans", "is", or after the subject of a headline: ahead."""
    verb = words[at + 2]
    if not verb.islower() or not verb.isalpha() or verb in cues("not_infinitive"):
        return 0
    back = at - 2
    if back < 0 or (words[back] == "supposed" and back > 1 and words[back - 2] in ("was", "were")):
        return 0
    if words[back] in cues("declining"):  # "declined to comment on Monday"
        return -1 if verb in cues("commenting") else 1
    decided = words[back] == "decided" and not {"has", "have"}.isdisjoint(words[max(0, back - 4) : back])
    return 1 if decided or words[back].lower() in cues("planning") or _is_asked(words, back) or _heads(words, at) else 0


def _is_asked(words: list[str], at: int) -> bool:
    """True for "to come" after "invited the king": who is asked to do something has it ahead."""
    for back in range(at, max(0, at - _ASKED), -1):
        word = words[back].lower()
        if word in cues("asking"):
            return True
        if word in _STOP or word in (",", "to", "that"):
            return False
    return False


def _heads(words: list[str], at: int) -> bool:
    """True for the "to" of a headline, with nothing but its subject before it: "Leaders to meet on Thursday".

    A label may stand before the subject: "Union: talks to resume on Monday".
    """
    low = max(0, at - _HEADLINE)
    for back in range(at - 1, low - 1, -1):
        word = words[back]
        if word.isspace():
            if "\n" in word:
                return True
            continue
        if word == ":" and back < at - 2:
            return True
        if word in ",.:;?!" or word.lower() == "to" or word.endswith(("ed", "ing")) or word.lower() in cues("back"):
            return False
        if _points(words, back):
            return False
    return low == 0


def _after(lexed: Lexed, stop: int, window: int, *, within: bool = False) -> int:
    """The way of the nearest verb behind a date; ``within``: of the same clause, up to its comma."""
    words = lexed.words
    owner = words[stop : stop + 1] in (["'"], ["’"])  # "Monday's decision to go": no infinitive of its noun
    for at in range(stop, min(len(words), stop + window)):
        word = words[at]
        if word in _STOP or lexed.starts[at] in lexed.openings or (within and word == ","):
            return 0
        if owner and word == "to" and words[at - 2] not in cues("planned") and words[at - 2] not in ("is", "are"):
            continue
        if word.isalpha():
            found = _points(words, at) if word.lower() not in ("before", "until", "till", "by") else 0
            if found:
                return found
    return 0
