"""Complex phrases: appositions and coordinations of noun phrases, and prepositions that are conjunctions."""

from __future__ import annotations

from typing import Final

from eventx.language.phrases.chunk import ADVERB, COMMA, CONJ, NP, OTHER, PREP, REL, SUB, TIME, VG, Chunk
from eventx.language.phrases.outlook import finite_follows, finite_verbs, is_finite
from eventx.language.tagging.row import BEFORE_NOUNS, PARTS_OF_DAY, THEIR
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens

_DEFINITE: Final = THEIR | {"the"}
_INDEFINITE: Final = frozenset({"a", "an"})
_JOINS: Final = frozenset({"and", "or", "&", "plus", "nor"})
SUBORDINATING: Final = BEFORE_NOUNS | {"till", "as", "than", "because"}
_OBJECT_FORMS: Final = frozenset({"him", "her", "them", "me", "us"})
_OPENERS: Final = (SUB, REL)
_JOINING: Final = (COMMA, CONJ)
_DISTRICT: Final = (("dc",), ("d.c.",))  # of the city before the comma
_RENEWING: Final = SUBORDINATING | {";", ":"}


def appositions(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """A name and its description between commas are one phrase with the name as its head."""
    size = len(chunks)
    out: list[Chunk] = []
    index = 0
    finite = False
    while index < size:
        chunk = chunks[index]
        if chunk.kind == VG:
            finite = finite or is_finite(chunk, tokens)
        elif chunk.kind == NP and index + 2 < size and chunks[index + 1].word == "," and chunks[index + 2].kind == NP:
            last, end = _apposed(chunks, index, tokens, out, finite=finite)
            if end:
                out.append(_merged(out, chunk, chunks[index + 2], chunks[last].last, tokens))
                index = end
                continue
        out.append(chunk)
        index += 1
    return out


def _apposed(chunks: list[Chunk], index: int, tokens: Tokens, out: list[Chunk], *, finite: bool) -> tuple[int, int]:
    """The index of the last chunk of an apposition that begins at ``index`` and the one behind it; 0 for none."""
    size = len(chunks)
    if tokens.lowers[chunks[index + 2].first : chunks[index + 2].last + 1] in _DISTRICT:
        closed = index + 3 < size and chunks[index + 3].word == ","
        return index + 2, index + 3 + closed  # "in Washington, D.C., on Monday"
    if not finite and _fronted(out):
        return 0, 0  # "According to the daily, Ada Oduya resigned"
    if not _describes(chunks[index], chunks[index + 2], tokens):
        return 0, 0
    if _is_paired(chunks, index, tokens, out):
        return index + 2, index + 3
    last = _post(chunks, index, tokens)
    after = last + 1
    if after < size and chunks[after].word not in (",", ".", ";", ":") and chunks[after].kind != OTHER:
        return 0, 0
    if after < size and chunks[after].word == ",":
        after += 1
        if after < size and chunks[after].kind == CONJ and last == index + 2:
            return 0, 0  # the middle of a list: "A, the B, and C"
        head = chunks[index].head
        one_office = tokens.lemmas[head] in load_predicates().offices and tokens.features[head] != "P"
        if not one_office and _goes_on(chunks, after):
            return 0, 0  # "the tour of Chile, Argentina, Uruguay and Brazil"
    return last, after


def _post(chunks: list[Chunk], index: int, tokens: Tokens) -> int:
    """The last chunk of a description: with the place of an office, "Ada Oduya, adviser to the president,"."""
    end = index + 4
    if end + 1 >= len(chunks) or chunks[index + 3].kind != PREP or chunks[end].kind != NP:
        return index + 2
    serves = chunks[index + 3].word in ("to", "for", "on") and chunks[end + 1].word == ","
    return end if serves and _is_name(chunks[index], tokens) and _is_office(chunks[index + 2], tokens) else index + 2


def _is_office(chunk: Chunk, tokens: Tokens) -> bool:
    return tokens.lemmas[chunk.head] in load_predicates().offices and tokens.features[chunk.head] != "P"


def _is_paired(chunks: list[Chunk], index: int, tokens: Tokens, out: list[Chunk]) -> bool:
    """ "Ada Oduya, the minister, Omar Said, the envoy, and": a name with its office in a list of such pairs."""
    if not (_is_name(chunks[index], tokens) and _is_office(chunks[index + 2], tokens)):
        return False
    if index + 3 >= len(chunks) or chunks[index + 3].word != ",":
        return False
    if len(out) > 1 and out[-1].word == "," and "," in tokens.words[out[-2].head : out[-2].last]:
        return True  # behind another pair
    after = chunks[index + 4 : index + 7]
    if len(after) < 3 or after[0].kind != NP or after[1].word != "," or after[2].kind != NP:
        return False
    return _is_name(after[0], tokens) and _is_office(after[2], tokens)


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    """True for a list from ``at`` on: "Argentina, Uruguay and Brazil"."""
    size = len(chunks)
    while at + 1 < size and chunks[at].kind == NP:
        if chunks[at + 1].kind == CONJ:
            return True
        if chunks[at + 1].word != ",":
            return False
        at += 2
    return False


def _fronted(out: list[Chunk]) -> bool:
    """True where the sentence so far is only a prepositional phrase or a participle with what belongs to it."""
    for chunk in out:
        if chunk.kind in (PREP, VG, SUB):
            return out[-1].kind in (PREP, VG)
        if chunk.kind == NP or chunk.word == ",":
            return False
    return False


def _merged(out: list[Chunk], one: Chunk, other: Chunk, last: int, tokens: Tokens) -> Chunk:
    """The phrase of both; "the envoy to the region, Ada Oduya" takes in the phrase before the preposition as well."""
    name = other if _is_name(other, tokens) and not _is_name(one, tokens) else one
    first, possessor = one.first, one.possessor
    if name is other and len(out) > 1 and out[-1].kind == PREP and out[-2].kind == NP:
        offices, outer = load_predicates().offices, out[-2]
        if tokens.lemmas[outer.head] in offices and tokens.lemmas[one.head] not in offices:
            del out[-2:]
            first, possessor = outer.first, outer.possessor
    return Chunk(NP, first, last, name.head, possessor=possessor)


def _is_name(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a phrase that is headed by a proper name of a person or place, not by an office."""
    return tokens.tags[chunk.head] == "PROPN" and tokens.tags[chunk.first] == "PROPN"


def _describes(one: Chunk, other: Chunk, tokens: Tokens) -> bool:
    """True for "Ada Oduya, the foreign minister" and "the foreign minister, Ada Oduya"."""
    a, b = _is_name(one, tokens), _is_name(other, tokens)
    if a and b:
        return False
    low = tokens.lowers[other.first]
    if a == b:  # "the minister, a former general,"
        return low in _INDEFINITE and tokens.lowers[one.first] in _DEFINITE and tokens.tags[one.head] == "NOUN"
    described = other if a else one
    if tokens.tags[described.head] not in ("NOUN", "PROPN"):
        return False
    low = tokens.lowers[described.first]
    offices = load_predicates().offices
    owned = b and described.possessor is not None and tokens.lowers[described.head] in load_predicates().lands
    if (
        (low == "the" or owned)
        and tokens.tags[described.head] == "PROPN"
        and tokens.lowers[described.head] not in offices
    ):
        return False  # "Bahrain, the United Arab Emirates, Kuwait"; "deported to her native Mexico, Ada Oduya, who"
    if low in _DEFINITE or low in _INDEFINITE or described.possessor is not None:
        return True
    if not a and tokens.lemmas[described.head] in offices and tokens.tags[described.head] == "NOUN":
        return True  # "deputy governor of the region, Oleg Chemezov,"
    return a and tokens.tags[described.head] == "NOUN" and tokens.tags[described.first] in ("PROPN", "ADJ", "NOUN")


def coordinated(chunks: list[Chunk], tokens: Tokens, *, headline: bool) -> list[Chunk]:
    """ "A, B and C" as one phrase of three conjuncts, where no verb follows that needs the last as its subject."""
    out: list[Chunk] = []
    index, size = 0, len(chunks)
    verb = False
    while index < size:
        chunk = chunks[index]
        kind = chunk.kind
        if kind == NP and index + 2 < size and chunks[index + 1].kind in _JOINING:
            while True:
                members = _joined(chunks, index, tokens, verb=verb and not _content_follows(out, tokens))
                if len(members) > 1 and verb and _source_follows(out, chunks, members, tokens):
                    verb = False  # "in the north, the government and rebel sources said": who says so begins there
                    break
                if len(members) > 1 and not verb and _fronted(out) and finite_follows(chunks, members[-1], tokens):
                    break  # "In Rome, President Macron and Chancellor Scholz will": the subject begins at the comma
                if not members and headline:
                    members = _headline_pair(chunks, index, tokens, out)
                if not members:
                    break
                chunk = _with_members(chunk, [chunks[m] for m in members], tokens)
                index = members[-1]
        elif kind == VG:
            verb = True
        elif kind in _OPENERS or chunk.word in _RENEWING:
            verb = False
        out.append(chunk)
        index += 1
    return out


def _source_follows(out: list[Chunk], chunks: list[Chunk], members: list[int], tokens: Tokens) -> bool:
    """True for the second and third of three phrases, all behind a preposition, where a verb of saying ends it all."""
    after = members[-1] + 1
    if not out or out[-1].kind != PREP or after >= len(chunks) or chunks[after].kind != VG:
        return False
    return tokens.lemmas[chunks[after].head] in load_predicates().speech and is_finite(chunks[after], tokens)


def _content_follows(out: list[Chunk], tokens: Tokens) -> bool:
    """True right of "said", where subjects are joined anew, and of "between", which joins whatever comes."""
    if not out:
        return False
    if out[-1].word == "between":
        return True
    before = next((c for c in reversed(out[-3:]) if c.kind not in (TIME, ADVERB)), out[-1])  # "said on Sunday A and B"
    return before.kind == VG and tokens.lemmas[before.head] in load_predicates().speech


def _with_members(chunk: Chunk, members: list[Chunk], tokens: Tokens) -> Chunk:
    """The phrase with what is joined to it; one phrase still for "the presidents of A and B" and for two offices."""
    last = members[-1].last
    if _shares_head(chunk, members, tokens) or _two_offices(chunk, members, tokens):
        head = chunk.head if _shares_head(chunk, members, tokens) else members[-1].head
        return Chunk(NP, chunk.first, last, head, possessor=chunk.possessor)
    parts = list(chunk.conjuncts())
    for member in members:
        parts.extend(member.conjuncts())
    return Chunk(NP, chunk.first, last, chunk.head, possessor=chunk.possessor, parts=tuple(parts))


def _shares_head(chunk: Chunk, members: list[Chunk], tokens: Tokens) -> bool:
    """ "the presidents of Ghana and Senegal": a plural head keeps the names joined inside its "of" phrase."""
    if chunk.parts or tokens.features[chunk.head] != "P" or chunk.last <= chunk.head + 1:
        return False
    inside = tokens.lowers[chunk.head + 1] == "of" and tokens.tags[chunk.last] == "PROPN"
    return inside and all(tokens.tags[m.first] == "PROPN" and tokens.tags[m.head] == "PROPN" for m in members)


def _two_offices(chunk: Chunk, members: list[Chunk], tokens: Tokens) -> bool:
    """ "Prime Minister and Minister of Defence Ada Oduya" is one person."""
    if len(members) != 1 or chunk.parts or tokens.tags[chunk.first] not in ("PROPN", "ADJ"):
        return False
    offices = load_predicates().offices
    other = members[0]
    return (
        tokens.lowers[chunk.head] in offices
        and tokens.words[chunk.head][0].isupper()
        and tokens.lowers[other.head] in offices
        and other.last > other.head + 2
        and tokens.tags[other.last] == "PROPN"
    )


def _joined(chunks: list[Chunk], at: int, tokens: Tokens, *, verb: bool) -> list[int]:
    """The members that a coordination adds after chunk ``at``; empty without one."""
    size = len(chunks)
    members: list[int] = []
    index = at
    while index + 2 < size and chunks[index + 1].word == "," and chunks[index + 2].kind == NP:
        members.append(index + 2)
        index += 2
    if members and index + 3 < size and chunks[index + 1].word == "," and chunks[index + 2].kind == CONJ:
        index += 1
    if index + 2 >= size or chunks[index + 1].kind != CONJ:
        return []
    also = chunks[index + 1].word == "but" and chunks[index + 2].word == "also"  # "Rome but also Paris"
    if chunks[index + 1].word not in _JOINS and not also:
        return []
    last = index + 2
    if chunks[last].kind == ADVERB and last + 1 < size:
        last += 1
    if chunks[last].kind != NP:
        return []
    if verb and not members and finite_follows(chunks, last, tokens):
        return []
    return [*members, last]


def _headline_pair(chunks: list[Chunk], at: int, tokens: Tokens, out: list[Chunk]) -> list[int]:
    """A comma for "and" in a headline: "Xi, Biden hold talks", "Police detain MP, activists at rally"."""
    if at + 2 >= len(chunks) or chunks[at + 1].word != "," or chunks[at + 2].kind != NP:
        return []
    follows = chunks[at + 3] if at + 3 < len(chunks) else None
    if out:
        return [at + 2] if out[-1].kind == VG and (follows is None or follows.kind == PREP) else []
    if follows is None or follows.kind != VG:
        return []
    return [at + 2] if is_finite(follows, tokens) or tokens.lowers[follows.first] == "to" else []


def subordinated(chunks: list[Chunk], tokens: Tokens, *, headline: bool = False) -> None:
    """ "before the president visits": a preposition before the subject of a finite verb is a conjunction."""
    for at in range(len(chunks) - 2):
        chunk = chunks[at]
        if chunk.kind == VG and chunk.first == chunk.last and chunks[at + 1].kind == NP:
            asks = at == 0 and "?" in tokens.lowers[-2:]
            if tokens.lowers[chunk.first] == "should" and not asks:  # "bans should Washington impose sanctions"
                chunk.kind, chunk.word = SUB, "should"
            continue
        opens = chunk.kind == PREP and chunk.word in SUBORDINATING and chunks[at + 1].kind == NP
        if opens and chunks[at + 2].word == "who" and finite_verbs(chunks, at + 3, tokens) > 1:
            chunk.kind = SUB  # "after the men who led the coup fled"
        elif opens and chunks[at + 2].kind == COMMA and _goes_on_behind(chunks, at + 3, tokens):
            if not _subject_waits(chunks, at, tokens):
                chunk.kind = SUB  # "after Russia, which Paris had criticised, recalled its envoy"
        elif opens and chunk.word == "as" and _is_called(chunks, at, tokens):
            continue  # "A man known as Ali said he left"
        elif opens and _in_office(chunks, at + 1, tokens):
            chunk.kind = SUB  # "since Ada Oduya, as prime minister, came"
        elif opens and finite_follows(chunks, at + 1, tokens):
            follows = chunks[at + 1]
            if follows.first == follows.last and tokens.lowers[follows.first] in _OBJECT_FORMS:
                continue  # "Before him had come the envoy"
            if headline or chunk.word not in BEFORE_NOUNS or not _subject_waits(chunks, at, tokens):
                chunk.kind = SUB


def _is_called(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """True behind the participle that says what the phrase at the head of the sentence is known, dressed ... as."""
    if at < 2 or chunks[at - 1].kind != VG or chunks[at - 2].kind != NP or is_finite(chunks[at - 1], tokens):
        return False
    opens = at == 2 or chunks[at - 3].kind in (OTHER, SUB)
    return opens and tokens.lemmas[chunks[at - 1].head] in _CALLED


_CALLED: Final = frozenset({"describe", "disguise", "dress", "identify", "know", "list", "pose", "portray"})


def _in_office(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """True for a name at ``at`` with the office that it held between commas and a finite verb behind them."""
    aside = chunks[at + 1 : at + 6]
    if tokens.tags[chunks[at].head] != "PROPN" or [c.kind for c in aside] != [COMMA, PREP, NP, COMMA, VG]:
        return False
    return aside[1].word == "as" and _is_office(aside[2], tokens) and is_finite(aside[4], tokens)


def _goes_on_behind(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """True where an insertion starts at ``at`` and a finite verb stands right behind the comma that ends it.

    A relative clause, a participle with its phrases, an apposition: "after Russia, the largest supplier, cut exports".
    """
    if at >= len(chunks):
        return False
    end = next((i for i in range(at, min(len(chunks), at + _INSERTED)) if chunks[i].kind == COMMA), 0)
    behind = next((c for c in chunks[end + 1 : end + 4] if c.kind not in (ADVERB, TIME)), None) if end else None
    if behind is None or behind.kind != VG or not is_finite(behind, tokens):
        return False
    opens = chunks[at]
    if opens.kind == NP:
        described = tokens.tags[opens.first] in ("DET", "PRON")
        return described and all(c.kind in _BARE for c in chunks[at:end])
    return opens.kind == REL or (opens.kind == VG and not is_finite(opens, tokens))


_BARE: Final = (NP, PREP, ADVERB, TIME)
_SPELLS: Final = PARTS_OF_DAY | {"moment"}
_INSERTED: Final = 14  # chunks of an insertion in which its comma is looked for


def _subject_waits(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """ "whose first journey after the war took him": the one finite verb is that of the phrase before."""
    back = at - 1
    if back > 0 and chunks[back].kind == VG and not is_finite(chunks[back], tokens):
        back -= 1  # "People arrested since the attack have been released"
    if back > 1 and chunks[back].kind == VG and chunks[back - 1].kind == REL and chunks[back - 2].kind == NP:
        return finite_verbs(chunks, at + 2, tokens) == 1  # "The sister of a man who died after a clash has demanded"
    if back < 0 or chunks[back].kind != NP or tokens.tags[chunks[back].head] == "PRON":
        return False
    last = tokens.lemmas[chunks[back].last]
    if chunks[back].last == chunks[back].head and (last in load_predicates().units or last in _SPELLS):
        return False  # "The day before Chad attacked Niger"
    while back >= 0 and chunks[back].kind in (NP, PREP, TIME, ADVERB):
        back -= 1
    if back >= 0 and chunks[back].kind not in (REL, OTHER):
        return False
    return finite_verbs(chunks, at + 2, tokens) == 1
