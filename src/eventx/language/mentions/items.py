"""Items: the single words and names of a sentence from which the phrases are built, left to right."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from attrs import field, frozen

from eventx.language.mentions.lexicon import NAMED, NOUN, OFFICE, OTHER, PAIRS, PRONOUNS, Words
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.lexicon.groups import Group
from eventx.lexicon.names import fold
from eventx.lexicon.offices import Office
from eventx.records import Mention, MentionKind, Role, Tokens

# Word classes that no part of a name has (a tagger may take a surname for a noun or an adjective).
_NOT_NAME = frozenset({"VERB", "ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "INTJ"})
_LONGEST_NAME = 7
PREFIXES = (
    "anti-", "pro-", "ex-", "non-", "pre-", "post-", "self-", "co-", "vice-", "long-", "high-", "low-", "right-",
    "left-", "far-", "mid-", "multi-", "inter-", "cross-", "semi-", "so-", "well-", "two-", "three-", "president-",
)  # fmt: skip
# "Saudi-led coalition": a country inside a modifier
TIED = (
    "-led", "-backed", "-based", "-born", "-trained", "-allied", "-aligned", "-controlled", "-appointed", "-supported",
    "-style", "-made", "-owned", "-brokered", "-sponsored", "-funded", "-occupied", "-held",
)  # fmt: skip
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@frozen(slots=True)
class Line:
    """A sentence as the phrase reader sees it.

    ``places`` maps the first token of each place, country, organisation or demonym to its last token and its
    mention; ``named`` gives the country of a name or demonym ("Saudi" in "Saudi-led"). ``shouting`` is True where
    all letters are capitals, ``titled`` where most words are capitalised. ``known`` holds the words of known names.
    """

    tokens: Tokens
    places: Mapping[int, tuple[int, Mention]]
    text: str
    shouting: bool = False
    titled: bool = False
    known: Container[str] = ()
    named: Callable[[str], str | None] = field(default=lambda _: None)

    def capital(self, index: int) -> bool:
        """True for a token that starts with a capital."""
        word = self.tokens.words[index]
        return word[0].isupper()


def scan(line: Line, words: Words) -> list[Phrase]:
    """The items in text order, none overlapping."""
    tokens, starts = line.tokens, words.starts
    lowers, raw = tokens.lowers, tokens.words
    items: list[Phrase] = []
    places = line.places
    # A word that starts nothing, has no capital and no hyphen is passed over at once: most are.
    likely = [i for i, low in enumerate(lowers) if low in starts or raw[i] != low or "-" in low]
    reach = 0
    for index in likely:
        if index < reach:
            continue
        low = lowers[index]
        item: Phrase | None = None
        if index in places:
            item = _over_place(line, words, index, titled=bool(items) and _titles(items[-1], index))
        elif low in starts:
            item = _word_item(line, words, index) or _name_item(line, words, index)
        elif raw[index][0].isupper() and not low.startswith(PREFIXES):
            item = _name_item(line, words, index)
        elif "-" in low:
            item = _hyphened(line, words, index)
            if item is None and low.startswith(("al-", "el-")) and raw[index][3:4].isupper():
                item = _name_item(line, words, index)
        if item is not None:
            items.append(item)
            reach = item.last + 1
    return items


def _titles(item: Phrase, index: int) -> bool:
    """True for an office or honorific right before the token."""
    return item.last == index - 1 and item.form in (Form.OFFICE, Form.HONORIFIC) and not item.kin


def _over_place(line: Line, words: Words, index: int, *, titled: bool = False) -> Phrase:
    """The place that starts here, unless a longer group name or a person's name does."""
    last, mention = line.places[index]
    longer = _word_item(line, words, index) if line.tokens.lowers[index] in words.starts else None
    if longer is not None and longer.last >= last and longer.form is not Form.HONORIFIC:
        named = longer.group is not None and longer.group.kind == "named"
        if longer.last > last or named:
            return longer
    if last == index and mention.kind is MentionKind.PLACE and fold(line.tokens.words[index]) in line.known:
        return Phrase(Form.NAME, index, index, index, index, name=(line.tokens.words[index],))
    if titled and mention.kind is MentionKind.PLACE and line.capital(index):  # "Prime Minister Constantine Mitsotakis"
        named_person = _name_item(line, words, index)
        if named_person is not None and (named_person.last > index or last == index):
            return named_person
    if last == index and mention.kind is not MentionKind.DEMONYM and _opens_name(line, words, index):
        named_person = _name_item(line, words, index)
        if named_person is not None and named_person.last > index:
            return named_person
    return place_item(index, last, mention)


def place_item(first: int, last: int, mention: Mention) -> Phrase:
    """The item of a place, country, organisation or demonym."""
    entity = mention.actor or mention.place
    code = entity.country if entity else None
    return Phrase(Form.PLACE, first, last, first, last, countries=(code,) if code else (), place=mention)


def _opens_name(line: Line, words: Words, index: int) -> bool:
    """True for "Jordan Henderson", "Georgia Meloni": a first name, then a capital that is nothing else."""
    tokens = line.tokens
    if tokens.words[index] not in words.names.first or index + 1 >= len(tokens) or line.shouting:
        return False
    after = tokens.lowers[index + 1]
    if index + 1 in line.places or after in words.starts or after in words.names.veto:
        return False
    return line.capital(index + 1) and after not in words.offices.portfolios and after not in words.offices.modifiers


def _word_item(line: Line, words: Words, index: int) -> Phrase | None:
    """An office, a group, a pronoun or an honorific at the token."""
    lowers = line.tokens.lowers
    low = lowers[index]
    flags = words.starts[low]
    office = words.offices.index.at(lowers, index) if flags & OFFICE else None
    if flags & OTHER and office is None and low in PRONOUNS:
        return _pronoun(line, index)
    group = words.groups.named.at(lowers, index) if flags & NAMED else None
    if group is not None and _cased(line, index, group[1]):
        return _group_item(index, index + group[0] - 1, group[1])
    noun = words.groups.nouns.at(lowers, index) if flags & NOUN else None
    if office is not None and (noun is None or office[0] >= noun[0]):
        item = _office_item(line, index, index + office[0] - 1, office[1])
        if item is not None:
            return item
    if noun is not None:
        return _group_item(index, index + noun[0] - 1, noun[1])
    if low in words.names.honorifics and line.capital(index):
        return Phrase(Form.HONORIFIC, index, index, index, index, honorific=low, gender=words.names.honorifics[low])
    return _tie_item(line, words, index) if flags & OTHER else None


def _tie_item(line: Line, words: Words, index: int) -> Phrase | None:
    """A counterpart, a relative, a pair."""
    low = line.tokens.lowers[index]
    if low in ("counterpart", "counterparts"):
        return Phrase(Form.OFFICE, index, index, index, index, counterpart=True, plural=low.endswith("s"))
    if low in words.offices.kin and not line.capital(index):
        return Phrase(
            Form.OFFICE, index, index, index, index, kin=True, gender=words.offices.kin[low], role=Role.OTHER, noun=low
        )
    if low in PAIRS:
        return Phrase(Form.PRONOUN, index, index, index, index, pronoun=low, plural=True, count=PAIRS[low])
    return None


def _pronoun(line: Line, index: int) -> Phrase | None:
    low = line.tokens.lowers[index]
    gender, number, _ = PRONOUNS[low]
    raw = line.tokens.words[index]
    if raw.isupper() and len(raw) > 1 and not line.shouting and low == "us":
        return None
    return Phrase(Form.PRONOUN, index, index, index, index, pronoun=low, gender=gender, plural=number == "p")


def _cased(line: Line, index: int, group: Group) -> bool:
    """True where the text writes the name with its capitals ("Hamas", not "ETA" for "eta")."""
    raw = line.tokens.words[index]
    if line.shouting:
        return len(group.form) > 4
    if len(group.form) <= 4 and " " not in group.form:
        return raw == group.form
    return raw[0] == group.form[0] or raw[0].isupper()


def _group_item(first: int, last: int, group: Group) -> Phrase:
    return Phrase(
        Form.GROUP,
        first,
        last,
        first,
        last,
        group=group,
        role=group.role,
        sector=group.sector,
        countries=(group.country,) if group.country and len(group.country) == 3 else (),
        plural=group.plural,
        noun=group.name,
    )


def _office_item(line: Line, first: int, last: int, office: Office) -> Phrase | None:
    """The office, if what it needs before or after it is there (as far as the next token tells)."""
    after = last + 1
    capital_after = after < len(line.tokens) and line.capital(after)
    if office.needs == "name" and not (line.capital(first) and capital_after) and not office.form.endswith("."):
        return None
    if office.needs == "name" and not capital_after:
        return None
    if office.needs == "title" and not (line.capital(first) and capital_after):
        return None
    if (
        office.name in ("majesty", "highness", "holiness")
        and capital_after
        and line.tokens.lowers[after] not in CALENDAR
    ):
        return Phrase(Form.HONORIFIC, first, last, first, last, honorific=office.form, gender=office.gender)
    if office.form in ("pm", "pms") and not line.tokens.words[first].startswith("PM"):
        return None
    return office_item(first, last, office)


def office_item(first: int, last: int, office: Office) -> Phrase:
    """The item of an office."""
    held = Held(office.name, office.role, office.sector, form=office.form)
    return Phrase(
        Form.OFFICE,
        first,
        last,
        first,
        last,
        offices=(held,),
        role=office.role,
        sector=office.sector,
        gender=office.gender,
        plural=office.plural,
        noun=office.needs,
    )


def _hyphened(line: Line, words: Words, index: int) -> Phrase | None:
    """ "ex-president", "president-elect", "pro-Russian rebels" (its last word)."""
    low = line.tokens.lowers[index]
    former = low.startswith("ex-")
    base = low[3:] if former else low
    for ending in words.offices.elect:
        base = base.removesuffix(ending)
    if base == low:
        return None
    lowers = [*line.tokens.lowers[index : index + 4]]
    lowers[0] = base
    found = words.offices.index.at(lowers, 0)
    if found is None or found[1].needs in ("name", "title"):
        return None
    item = office_item(index, index + found[0] - 1, found[1])
    item.former = former
    return item


def _name_item(line: Line, words: Words, index: int) -> Phrase | None:
    """A run of capitalised words that may be a person's name."""
    tokens, names = line.tokens, words.names
    size = len(tokens)
    if not _in_name(line, words, index, first=True):
        return None if "-" not in tokens.lowers[index] else _hyphened(line, words, index)
    last = index
    while last + 1 < size and last - index < _LONGEST_NAME:
        after = last + 1
        if tokens.starts[after] - tokens.ends[last] > 1:
            break
        if _in_name(line, words, after, first=False, known=tokens.words[index] in names.first, length=after - index):
            last = after
        elif tokens.words[after] == "." and len(tokens.words[last]) == 1 and _follows_initial(line, words, after + 1):
            last = after + 1
        elif bridge := _bridges(line, words, after):
            last = after + bridge
        else:
            break
    if last == index == 0 and tokens.tags[0] != "PROPN" and not _may_open(line, words):
        return None
    return Phrase(Form.NAME, index, last, index, last, name=_joined(tokens.words[index : last + 1]))


def _may_open(line: Line, words: Words) -> bool:
    """True when an ordinary word at the start of a sentence may still be a name: it was one before, or speaks."""
    tokens = line.tokens
    says = len(tokens) > 1 and tokens.lowers[1] in words.names.says
    return says or fold(tokens.words[0]) in line.known


def _follows_initial(line: Line, words: Words, index: int) -> bool:
    """True when a name goes on after "K." ("Alberto K. Fujimori")."""
    return index < len(line.tokens) and _in_name(line, words, index, first=False, known=True, length=3)


def _joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, an initial together with its dot."""
    if "." not in parts:
        return parts
    found: list[str] = []
    for part in parts:
        if part == "." and found:
            found[-1] += "."
        else:
            found.append(part)
    return tuple(found)


def _in_name(line: Line, words: Words, index: int, *, first: bool, known: bool = False, length: int = 0) -> bool:
    """True for a token that can be a word of a name."""
    tokens = line.tokens
    raw, low = tokens.words[index], tokens.lowers[index]
    capital = raw[0].isupper() or (low.startswith(("al-", "el-", "d'")) and raw[3:4].isupper())
    if not capital or not (raw[-1].isalpha() or raw[-1] in ".'’"):
        return False
    if raw == "He" and length == 1:  # "Liu He"
        return True
    if low in words.names.veto and not (low in ("may", "will", "park", "hall", "church", "day", "law") and not first):
        return first and raw in words.names.first and _capital_at(line, index + 1) and not line.titled
    if index in line.places and not first:
        return known and length == 1 and line.places[index][0] == index and not _possessed(line, index)
    if (first and low in words.no_name) or ("-" in low and (low.endswith(TIED) or low.startswith(PREFIXES))):
        return False
    if low in words.starts and _word_item(line, words, index) is not None:
        # "Stephen King", "Ruth Bishop": a title word that ends a name
        return not first and known and length <= 2 and not _capital_at(line, index + 1) and not _is_title(words, low)
    if tokens.tags[index] in _NOT_NAME and raw not in words.names.first:
        return not first and not line.titled and tokens.tags[index] in ("VERB", "NUM") and low not in ("said", "says")
    return not (line.titled and first and tokens.tags[index] in ("NOUN", "ADJ", "ADV"))


def _is_title(words: Words, low: str) -> bool:
    return low in ("president", "minister", "secretary", "prime", "foreign", "chancellor", "senator", "mr", "sheikh")


def _possessed(line: Line, index: int) -> bool:
    return index + 1 < len(line.tokens) and line.tokens.lowers[index + 1] in ("'s", "’s")


def _capital_at(line: Line, index: int) -> bool:
    return index < len(line.tokens) and line.capital(index)


def _bridges(line: Line, words: Words, index: int) -> int:
    """The number of particles at the token when a name word follows them ("bin", "von der"); else 0."""
    tokens, count = line.tokens, 0
    while count < 3 and index + count + 1 < len(tokens) and tokens.lowers[index + count] in words.names.particles:
        count += 1
        if _in_name(line, words, index + count, first=False):
            return count
    return 0


def indexed(places: Sequence[Mention], tokens: Tokens) -> dict[int, tuple[int, Mention]]:
    """The largest place that starts at each token, by token; places that cut through a token are left out."""
    if not places:
        return {}
    starts = {start: i for i, start in enumerate(tokens.starts)}
    ends = {end: i for i, end in enumerate(tokens.ends)}
    found: dict[int, tuple[int, Mention]] = {}
    reach = -1
    for mention in sorted(places, key=lambda m: (m.span.start, -m.span.end)):
        first, last = starts.get(mention.span.start), ends.get(mention.span.end)
        if first is None or last is None or first <= reach:
            continue
        found[first] = (last, mention)
        reach = last
    return found
