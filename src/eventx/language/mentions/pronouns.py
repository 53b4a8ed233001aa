"""Pronouns: he, she, they, the pair, I; by gender, number, recency and subject preference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventx.language.mentions import lands
from eventx.language.mentions.holders import recent_persons
from eventx.language.mentions.lexicon import CROWNED, PRONOUNS
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.language.tagging.row import INNER
from eventx.lexicon.cues import cues
from eventx.records import MentionKind, Role, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_BREAKS: Final = frozenset({"that", "said", "says", "who", "which", "while", "because", "after", "before", "when", "as",
                            "but", "if", "and", ",", ";", ":", "where", "since", "for"})  # fmt: skip
_JOINTS: Final = frozenset({"and", ","})
_VERBAL: Final = frozenset({"AUX", "VERB"})
_FIRST: Final = frozenset({"i", "me", "my", "myself"})
# Words that open a sentence whose subject comes after a comma.
_OPENERS: Final = frozenset({"before", "after", "when", "while", "as", "in", "during", "since", "until", "if",
                             "although", "though", "despite", "asked", "upon", "on", "by", "at", "with", "once",
                             "following", "because", "speaking", "from", "hours", "days", "minutes", "shortly", "even",
                             "ahead"})  # fmt: skip
# How much more a pronoun behind a link means the one person of the clause before: "that he" may mean whoever the
# story is about, "when he" hardly does.
_LINK: Final = dict.fromkeys(("when", "while", "where", "before", "after"), 20.0) | dict.fromkeys(
    ("that", "as", "because", "since", "until", "if", "said", "says"), 3.0
)
_OWNER: Final = 2.0  # how much more "his" means the subject of its own clause: "Ibrohim had used his stay"
_SPEAKERS: Final = frozenset({"spokesman", "press secretary", "adviser", "chief of staff"})
_OWNERS: Final = frozenset({"his", "her"})
_OBJECTS: Final = frozenset({"him", "them", "me", "us"})


def single(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whom "he", "her", "himself" means."""
    gender = phrase.gender
    speaking = (register.speaker_at(phrase, sentence), _speaker(register, sentence))  # who says "I" is not "he"
    persons = register.referents.persons_in_mind(sentence)
    pool = [r for r in persons if r.gender in (gender, "") and r not in speaking]
    barred = _clause_subject(register, phrase, sentence) if _is_object(register, phrase, sentence) else None
    beside = _owner_ahead(register, phrase, sentence) or _beside(register, phrase, sentence, pool)
    if beside is not None:
        return beside
    near = _linked(register, phrase, sentence, pool)
    spoken_for = near is not None and not _SPEAKERS.isdisjoint(near.offices)
    if spoken_for:
        barred = barred or near  # a spokesman's "he" is whom he speaks for
    barred = barred or _told(register, phrase, sentence)
    if phrase.first and register.tokens(sentence).lowers[phrase.first - 1] in ("whom", "whose"):
        barred = max(pool, key=lambda r: r.last, default=None)  # "the cleric, whom he accuses": not the cleric
    owner = _clause_subject(register, phrase, sentence) if phrase.pronoun in _OWNERS and barred is None else None
    best: Referent | None = None
    best_score = 0.0
    for referent in pool:
        if referent is barred:
            continue
        score = referent.salience(sentence) * (1.0 if referent.gender else _unsaid(referent, gender))
        if referent is near and not spoken_for:
            score *= _LINK[register.tokens(sentence).lowers[phrase.first - 1]]
        if referent is owner:
            score *= _OWNER
        if referent.role is not None and referent.role.value != "other":
            score *= 1.15
        if phrase.pronoun.endswith("self") and referent.last[0] == sentence:
            score *= 2
        if score > best_score:
            best, best_score = referent, score
    if best is not None and not best.gender:
        best.gender = gender
    return best or _individual(register, phrase, sentence, barred)


def _told(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whom "him" means, in "the chief told him he would go": the one who goes is the other."""
    lowers = register.tokens(sentence).lowers
    at = phrase.first - 1 - (lowers[phrase.first - 1] == "that")
    if at < 1 or lowers[at] not in _WHOM or lowers[at - 1] not in _TELLING:
        return None
    heard = next((p for p in register.phrases(sentence) if p.first == at and p.gender == phrase.gender), None)
    return register.known_or_named(heard, sentence) if heard is not None else None


_WHOM: Final = frozenset({"him", "her"})
_TELLING: Final = frozenset({"told", "tells", "assured", "informed", "promised", "warned", "telling", "assuring"})


def _individual(register: Register, phrase: Phrase, sentence: int, barred: Referent | None) -> Referent | None:
    """The journalist, in "threatened a journalist after kidnapping him", where no person is in mind."""
    told = [
        r for r in register.referents.recent(sentence) if r.individual and r is not barred and r.last[0] >= sentence - 1
    ]
    here = [r for r in told if r.last[0] < sentence or r.last[1] < phrase.first]
    return max(here, key=lambda r: r.salience(sentence), default=None)


def _unsaid(referent: Referent, gender: str) -> float:
    """How much a pronoun may mean somebody whose name tells no gender: of those in office most are men so far."""
    return 0.65 if gender == "m" and referent.role not in (None, Role.OTHER) and referent.name else 0.55


def _beside(register: Register, phrase: Phrase, sentence: int, pool: Sequence[Referent]) -> Referent | None:
    """William, in "by Prince William and his wife": "and his" right behind a person means that person."""
    if phrase.pronoun not in _OWNERS or phrase.first < 2:
        return None
    if register.tokens(sentence).lowers[phrase.first - 1] != "and":
        return None
    before = [p for p in register.phrases(sentence) if p.last == phrase.first - 2 and p.form is Form.PERSON]
    known = register.known_or_named(before[-1], sentence) if before else None
    return known if known in pool else None


def _linked(register: Register, phrase: Phrase, sentence: int, pool: Sequence[Referent]) -> Referent | None:
    """Lopez, in "Lopez told reporters that he", "sent by Lopez when he": one person rules the clause before a link."""
    if phrase.first == 0 or register.tokens(sentence).lowers[phrase.first - 1] not in _LINK:
        return None
    here = [r for r in pool if r.last[0] == sentence and r.last[1] < phrase.first]
    subjects = [r for r in here if r.subject_in == sentence]
    if len(subjects or here) != 1:
        return None
    return (subjects or here)[0]


def _speaker(register: Register, sentence: int) -> Referent | None:
    """The author of a statement, in a sentence in which he or she says "I"."""
    if _FIRST.isdisjoint(register.tokens(sentence).lowers):
        return None
    return register.speaker()


def cataphor(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whom a pronoun means that stands before the name: "Before he left, X said"."""
    tokens = register.tokens(sentence)
    lowers = tokens.lowers
    if phrase.gender not in ("m", "f") or lowers[0] not in _OPENERS or "," not in lowers[phrase.last :]:
        return None
    comma = lowers.index(",", phrase.last)
    if lowers[comma + 1 : comma + 2] == ("which",) and "," in lowers[comma + 1 :]:
        comma = lowers.index(",", comma + 1)
    for other in register.phrases(sentence):
        if other.first <= comma or other.object or other.plural or other.form not in (Form.PERSON, Form.OFFICE):
            continue
        if _of_pronoun(other):
            continue
        if other.gender and other.gender != phrase.gender:
            return None
        found = register.resolve(other, sentence)
        if found is None or found[0].gender not in ("", phrase.gender):
            return None
        return found[0]
    return None


def _owner_ahead(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Tillerson, in "During his visit to Seoul, Tillerson said": the subject right behind the phrase that opens."""
    if phrase.pronoun not in _OWNERS:
        return None
    tokens = register.tokens(sentence)
    if tokens.lowers[0] not in _OPENERS or "," not in tokens.lowers[phrase.last :]:
        return None
    comma = tokens.lowers.index(",", phrase.last)
    if "VERB" in tokens.tags[:comma] or "AUX" in tokens.tags[:comma]:
        return None
    if tokens.lowers[comma + 1 : comma + 2] == ("which",) and "," in tokens.lowers[comma + 1 :]:
        comma = tokens.lowers.index(",", comma + 1)  # "During his trip, which begins today, X will"
    behind = [p for p in register.phrases(sentence) if p.first <= comma + 2 and p.last > comma and not p.object]
    if not behind or behind[0].form is not Form.PERSON or tokens.lowers[comma + 1 : comma + 2] == ("and",):
        return None
    return cataphor(register, phrase, sentence)


def _of_pronoun(phrase: Phrase) -> bool:
    """True for somebody told by a pronoun ("her father, Murray"): whom the pronoun means must be known before."""
    holders = (phrase.holder, phrase.partner.holder if phrase.partner is not None else None)
    return any(holder is not None and holder.form is Form.PRONOUN for holder in holders)


def _is_object(register: Register, phrase: Phrase, sentence: int) -> bool:
    """True for "him", and for "her" without a noun after it."""
    if phrase.pronoun != "her":
        return phrase.pronoun in _OBJECTS
    tags = register.tokens(sentence).tags
    after = phrase.last + 1
    return after >= len(tags) or (tags[after] not in INNER and tags[after] != "ADV")


def _clause_subject(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """The subject of the pronoun's own clause: "Putin met him" does not mean Putin."""
    lowers = register.tokens(sentence).lowers
    opening = _joined_subject(register, phrase, sentence)
    if opening is not None:
        return opening
    found: Referent | None = None
    for referent in register.referents.persons(lambda r: r.last[0] == sentence and r.subject_in == sentence):
        between = lowers[_behind(register, referent.last[1], sentence) : phrase.first]
        if not any(word in _BREAKS for word in between):
            if lowers[referent.last[1]] not in _OWNERS:
                return referent
            if found is None or found.last[1] == referent.last[1]:
                found = referent  # "His counterpart hosted him": the larger phrase, told first, is the subject
    return found


def _behind(register: Register, first: int, sentence: int) -> int:
    """The token behind the phrase that starts at a token, and behind the comma that closes its apposition."""
    for other in register.phrases(sentence):
        if other.first == first and other.partner is not None:
            end = max(other.last, other.partner.last) + 1
            return end + (register.tokens(sentence).lowers[end : end + 1] == (",",))
    return first + 1


def _joined_subject(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Putin, in "Putin travels to see his counterpart, X, and will hold talks with him": "and" joins two verbs."""
    tokens = register.tokens(sentence)
    joints = [i for i in range(phrase.first - 1) if tokens.lowers[i] == "and" and tokens.tags[i + 1] in _VERBAL]
    if not joints or any(word in _BREAKS - _JOINTS for word in tokens.lowers[: phrase.first]):
        return None
    for other in register.phrases(sentence):
        if other.first >= joints[-1]:
            return None
        if other.form in (Form.PERSON, Form.OFFICE) and not other.object:
            return register.known_or_named(other, sentence)
    return None


def several(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """Whom "they", "the pair", "the two" mean: one plural referent, or single ones."""
    if phrase.count or phrase.pronoun not in PRONOUNS:
        if not phrase.count and phrase.pronoun == "sides":
            return ()
        if phrase.noun:
            return _couple(register, phrase, sentence)
        if phrase.pronoun == "couple":  # who were named together, and belong together
            two = register.pairs.coordinated(sentence)
            return two if len({r.country for r in two}) == 1 else ()
        return recent_persons(register, phrase, sentence, None) or lands.pair(register, phrase, sentence)
    two = _who_meet(register, phrase, sentence)
    if two:
        return two
    groups = [
        r
        for r in register.referents
        if r.plural and r.mentioned and r.salience(sentence) > 0 and r.last < (sentence, phrase.first)
    ]
    best = max(groups, key=lambda r: (r.salience(sentence), r.last), default=None)
    before = [p for p in register.phrases(sentence) if p.last < phrase.first]
    register.pairs.note(before, register.tokens(sentence).lowers, sentence)  # "X and Y said they would travel"
    pair = register.pairs.coordinated(sentence)
    people = _people(register, phrase, sentence)
    if people is not None and all(r.last < people.last for r in (*pair, *groups)):
        return (people,)
    if pair and (best is None or _newer(pair, best, sentence)):
        return pair
    if best is None or best.last[0] < sentence - 1:
        two = register.pairs.last_two(sentence)
        if two:
            return two
    return (best,) if best is not None else ()


def _who_meet(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """Netanyahu and Mubarak, in "Netanyahu will tell Mubarak when they meet": the two persons told before."""
    tokens = register.tokens(sentence)
    after = tokens.lemmas[phrase.last + 1 : phrase.last + 2]
    if phrase.first == 0 or tokens.lowers[phrase.first - 1] not in _LINK or not after or after[0] not in _MEETING:
        return ()
    here = register.referents.persons(
        lambda r: r.kind == "person" and not r.plural and r.last[0] == sentence and r.last[1] < phrase.first
    )
    return tuple(sorted(here, key=lambda r: r.last)) if len(here) == 2 else ()


_MEETING: Final = cues("mentions", "meeting")


def _people(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """The Israelis, in "The Israelis said they would not attend": a people that stands for its government."""
    start = register.tokens(sentence).starts[phrase.first]
    for at in range(sentence, max(-1, sentence - 2), -1):
        places = register.places_of(at)
        if not places:
            continue
        tokens = register.tokens(at)
        for place in reversed(places):
            if place.kind is not MentionKind.DEMONYM or place.span.end >= start or place.actor is None:
                continue
            first = bisect_right(tokens.starts, place.span.start) - 1
            acts = not _VERBAL.isdisjoint(tokens.tags[first + 1 : first + 2])  # "the British have", no "British MP"
            country = place.actor.country
            if country and first and tokens.lowers[first - 1] == "the" and acts:
                made = Referent(f"people:{country}", "group", country=country, sector=Sector.GOV, plural=True)
                referent = register.referents.add(made)
                referent.last = max(referent.last, (at, first))
                return referent
    return None


_ROYAL: Final = (Role.MONARCH, Role.ROYAL)
_HEADS: Final = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, *_ROYAL)


def _couple(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """The king and the queen, the president and his wife: whoever of them was told, the holder of the office first."""
    roles = _ROYAL if phrase.noun in CROWNED else _HEADS
    host = _clause_subject(register, phrase, sentence) if phrase.object else None  # "Macron met the couple"
    heads = register.referents.persons(
        lambda r: r.role in roles and r.kind == "person" and not r.former and r is not host
    )
    heads = [r for r in heads if r.country == phrase.country] if phrase.country else heads
    if not heads:
        return ()
    head = next((r for r in heads if r.role is not Role.ROYAL), heads[0])
    pair = register.pairs.of(head)
    if pair is None:
        others = [r for r in heads if r.role is Role.ROYAL and r.country == head.country and r is not head]
        pair = others[0] if others and head.role in _ROYAL else None
    return (head, pair) if pair is not None and pair.country in (None, head.country) else (head,)


def _newer(pair: tuple[Referent, ...], best: Referent, sentence: int) -> bool:
    """True when the pair is more in mind than the group."""
    weight = max(r.salience(sentence) for r in pair)
    return weight >= best.salience(sentence)
