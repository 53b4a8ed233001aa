"""One sentence to its phrases: scan, expand, assemble, and drop what is no actor after all."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from operator import ne
from typing import Final

from eventx.language.mentions.adjectival import OF_COUNTRIES, is_of_country
from eventx.language.mentions.crowds import CROWDS, is_crowd, is_mission, owns_forces, peoples
from eventx.language.mentions.expand import Expander
from eventx.language.mentions.items import scan
from eventx.language.mentions.lands import LANDS, lands
from eventx.language.mentions.lexicon import COUPLES, PAIRS, Words
from eventx.language.mentions.line import CALENDAR, Line, indexed
from eventx.language.mentions.modifiers import two_peoples
from eventx.language.mentions.persons import assemble, expand_all
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import CLITICS, INNER
from eventx.lexicon.cues import cues
from eventx.records import Mention, Tokens

_RUNNING: Final = frozenset({"NOUN", "VERB", "ADP", "PROPN", "ADJ", "AUX"})
_ADJECTIVAL: Final = cues("mentions", "adjectival")
_BEFORE_NAME: Final = frozenset({"NOUN", "ADJ"})
_LOOSE: Final = 3  # words between a verb and a name that stand before the name's own phrase
_OF_SOMETHING: Final = frozenset({"convoy", "contingent"})
_NEUTER: Final = frozenset({"it", "its"})


def _nameless(_: str) -> str | None:
    return None


def _anybody(_: str) -> bool:
    return True


def parse(
    tokens: Tokens,
    places: Sequence[Mention],
    text: str,
    words: Words,
    *,
    known: Container[str] = (),
    named: Callable[[str], str | None] = _nameless,
    may_mean: Callable[[str], bool] = _anybody,
    countries: Callable[[], Sequence[str]] = tuple,
) -> list[Phrase]:
    """The phrases of a sentence in text order; places are among them, unless inside a larger phrase.

    ``known`` holds the (folded) words of the names that the document has used so far: "Santos" is then no city.
    ``named`` gives the country of a country's name or demonym; ``may_mean`` tells of a word whether it can be a
    person's name by itself; ``countries`` are those that the text is about.
    """
    line = line_of(tokens, places, text, known, named)
    line.may_mean, line.countries = may_mean, countries
    items = scan(line, words)
    if not items and LANDS.isdisjoint(tokens.lowers):
        return []
    reader = Expander(line, words, items)
    expand_all(reader)
    phrases = [p for p in assemble(reader) if _stands(reader, p)]
    phrases.extend(_twos(reader, phrases))
    phrases.extend(peoples(reader))
    phrases.extend(lands(reader))
    if len(phrases) > 1:
        phrases.sort(key=_order)
    for phrase in phrases:
        phrase.object = (phrase.first > 0 and _is_object(tokens.tags, phrase)) or _is_owner(tokens, phrase)
    return phrases


def _is_object(tags: Sequence[str], phrase: Phrase) -> bool:
    """True for a phrase after a preposition or a verb, unless a verb follows: "claims Ms Adu said" has her as subject.

    Words that a phrase leaves outside do not part it from its verb: "accused shadow chancellor X".
    """
    before = phrase.first - 1
    while before > 0 and before > phrase.first - _LOOSE and tags[before] in _BEFORE_NAME:
        before -= 1
    if tags[before] == "VERB":
        after = phrase.last + 1
        return not (after < len(tags) and tags[after] in ("VERB", "AUX") and before == phrase.first - 1)
    return tags[before] == "ADP"


def _is_owner(tokens: Tokens, phrase: Phrase) -> bool:
    """True for "President Adu's government said": the owner is no subject."""
    after = phrase.last + 1
    return phrase.form is Form.PERSON and tokens.lowers[after : after + 1] != () and tokens.lowers[after] in CLITICS


def _order(phrase: Phrase) -> tuple[int, int]:
    return phrase.first, -phrase.last


def line_of(
    tokens: Tokens,
    places: Sequence[Mention],
    text: str,
    known: Container[str] = (),
    named: Callable[[str], str | None] = _nameless,
) -> Line:
    """The sentence with its places by token, and how it is written.

    ``known`` holds the folded surnames of the text, ``named`` gives the country of an adjective or a name.
    """
    raw = tokens.words
    shouting = titled = False
    capitals = list(map(ne, raw, tokens.lowers))
    if sum(capitals) * 4 >= len(raw):  # else there are too few capitals for either
        letters = sum(map(str.isalpha, raw))
        titles = sum(map(str.istitle, raw))
        shouting = letters > 2 and text[tokens.starts[0] : tokens.ends[-1]].isupper()
        titled = not shouting and letters > 4 and titles * 10 >= letters * 7
        if titled:  # a title has capitals on its verbs: "Bill Clinton praised South Korea" is none
            titled = not any(tag == "VERB" and not capital for tag, capital in zip(tokens.tags, capitals, strict=True))
    return Line(tokens, indexed(places, tokens), capitals, text, shouting, titled, known, named)


def _stands(reader: Expander, phrase: Phrase) -> bool:
    """True for a phrase that is what it seems."""
    if phrase.form is Form.OFFICE:
        return _stands_office(reader, phrase)
    if phrase.form is Form.GROUP:
        return _stands_group(reader, phrase)
    if phrase.form is Form.PRONOUN:
        if phrase.pronoun in PAIRS:
            phrase.first -= 1
            if phrase.pronoun == "couple" and phrase.first > 0 and reader.lowers[phrase.first] in COUPLES:
                _of_state(reader, phrase)
            return phrase.first >= 0 and reader.lowers[phrase.first] in ("the", "both", "two")
        return phrase.pronoun not in _NEUTER
    if phrase.form is Form.PERSON and phrase.first == phrase.last and "-" in reader.lowers[phrase.first]:
        return not two_peoples(reader.line.tokens.words[phrase.first], reader.line.named)  # "the India-Pakistan border"
    return phrase.form is not Form.NAME


def _of_state(reader: Expander, phrase: Phrase) -> None:
    """Take in the "Danish royal" of a couple of which one leads a state."""
    phrase.noun = reader.lowers[phrase.first]
    phrase.first -= 1
    land = reader.by_last.get(phrase.first)
    if land is not None and land.form is Form.PLACE and land.first > 0:
        phrase.countries, phrase.first = land.countries, land.first - 1


def _stands_office(reader: Expander, phrase: Phrase) -> bool:
    if not phrase.offices and not phrase.counterpart and not phrase.kin:
        return phrase.definite or bool(phrase.countries)
    if phrase.counterpart or phrase.kin:
        return phrase.holder is not None or bool(phrase.countries) or (phrase.counterpart and phrase.plural)
    needs = phrase.noun
    head = phrase.head_first
    if needs == "portfolio":  # "the Secretary", in a text about one
        after = phrase.last + 1
        of_something = after < len(reader.lowers) and reader.lowers[after] in ("of", "for", "at", "to", "in")
        return phrase.definite and not reader.line.titled and (reader.line.capital(head) or not of_something)
    if needs in ("name", "title", "modifier", "complement", "honorific"):
        return False
    if _titles_a_work(reader, phrase):
        return False
    if needs == "country":
        return phrase.definite or phrase.plural or bool(phrase.count)
    if _modifies(reader, phrase) or not _nominal(reader, phrase):
        return False
    if needs == "capital":
        capital = reader.line.capital(head) and head > 0 and not reader.line.titled
        return phrase.definite or bool(phrase.countries) or capital
    return True


def _titles_a_work(reader: Expander, phrase: Phrase) -> bool:
    """True for "the President's Cup", "the film The Queen", "Last King of Scotland": names of other things."""
    line, head, last = reader.line, phrase.head_first, phrase.head_last
    if line.titled or line.shouting or not line.capital(head):
        return False
    first = phrase.first
    if first > 0 and reader.lowers[first] == "the" and line.capital(first) and reader.tags[first - 1] in _RUNNING:
        return True
    before = first - 1
    alone = before not in reader.by_last and before not in line.places
    if first == head and before > 0 and alone and line.capital(before) and reader.tags[before] in ("ADJ", "PROPN"):
        return True
    after = last + 2
    if after >= len(reader.lowers) or reader.lowers[last + 1] not in CLITICS or not line.capital(after):
        return False
    follower = reader.by_first.get(after)
    known = follower is not None and (len(follower.name) != 1 or follower.certain)
    return reader.tags[after] in ("NOUN", "PROPN") and not known and after not in line.places


def _nominal(reader: Expander, phrase: Phrase) -> bool:
    """False for a verb ("will not judge") and for a title word in a name ("Emir Research")."""
    bare = not (phrase.definite or phrase.indefinite or phrase.countries or phrase.holder)
    if bare and reader.tags[phrase.head_last] == "VERB" and not reader.line.capital(phrase.head_last):
        return False
    after = phrase.last + 1
    if phrase.last > phrase.head_last or after >= len(reader.lowers) or reader.line.titled or reader.line.shouting:
        return True
    inside = reader.line.capital(phrase.head_last) and reader.line.capital(after) and after not in reader.line.places
    return not (inside and phrase.head_last > 0 and reader.lowers[after] not in CALENDAR)


def _modifies(reader: Expander, phrase: Phrase) -> bool:
    """True for "general election", "king prawns": the office word modifies the noun after it."""
    after = phrase.last + 1
    if after >= len(reader.lowers) or phrase.last > phrase.head_last:
        return False
    bare = phrase.noun == "capital" or reader.lowers[phrase.head_first] in _ADJECTIVAL
    single = phrase.head_first == phrase.head_last and bare
    return single and reader.tags[after] in ("NOUN", "ADJ") and not phrase.plural


def _stands_group(reader: Expander, phrase: Phrase) -> bool:
    group = phrase.group
    assert group is not None
    if group.kind == "named":
        return True
    head, tags = phrase.head_first, reader.tags
    if group.name in CROWDS:
        return is_crowd(reader, phrase)
    if group.name == "forces":
        return owns_forces(reader, phrase)
    if group.name in OF_COUNTRIES or group.kind == "thing":
        return is_of_country(reader, phrase)
    to = reader.lowers[phrase.last + 1 :][:1] == ("to",) and reader.tags[phrase.last + 1] == "ADP"
    if group.name == "opposition" and to:
        return False  # "expressed opposition to the visit"
    if group.name in _OF_SOMETHING and not phrase.countries and reader.lowers[phrase.last + 1 :][:1] == ("of",):
        return False  # "a convoy of buses": of what, says who they are
    if group.name == "mission" and not is_mission(reader, phrase):
        return False
    tag = tags[phrase.head_last] if phrase.head_last == head else "NOUN"
    after = phrase.last + 1
    if phrase.last == phrase.head_last and not phrase.countries and _inside_name(reader, phrase):
        return False
    if tag == "ADJ" and not phrase.plural:
        # "a senior official said": a tagger may take the noun for the adjective
        closed = after >= len(tags) or tags[after] not in INNER
        return closed and phrase.first < head and tags[head - 1] != "ADV"
    if tag not in ("NOUN", "PROPN", "X", "ADJ"):
        return False
    if phrase.last == phrase.head_last and after < len(tags) and not phrase.plural:
        return not (
            tags[after] in ("NOUN", "PROPN", "ADJ") and reader.lowers[after] not in ("today", "yesterday", "monday")
        )
    return True


def _inside_name(reader: Expander, phrase: Phrase) -> bool:
    """True for "Fire Brigades Union": a capitalised noun between capitals."""
    line, head, after = reader.line, phrase.head_first, phrase.last + 1
    if line.titled or line.shouting or phrase.first == 0 or after >= len(reader.lowers):
        return False
    return line.capital(head) and line.capital(after) and reader.lowers[after] not in CALENDAR


def _twos(reader: Expander, phrases: list[Phrase]) -> list[Phrase]:
    """ "the two" and "both" as pronouns, before a verb."""
    lowers, tags = reader.lowers, reader.tags
    if "two" not in lowers and "both" not in lowers:
        return []
    covered = {i for p in phrases for i in range(p.first, p.last + 1)}
    found: list[Phrase] = []
    for index, low in enumerate(lowers[:-1]):
        asked = low == "both" and index > 1 and tags[index - 1] in ("VERB", "ADP") and lowers[index + 1] == "to"
        if low not in ("two", "both") or index in covered or not (asked or tags[index + 1] in ("VERB", "AUX")):
            continue  # "called on both to": asked
        first = index - (low == "two" and index > 0 and lowers[index - 1] == "the")
        if low == "two" and first == index:
            continue
        found.append(Phrase(Form.PRONOUN, first, index, first, index, pronoun=low, plural=True, count=2))
    return found
