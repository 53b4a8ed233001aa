"""What stands beside a name: words that speak for a place, a person or a larger name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.gazetteer import Gazetteer, PlaceReading
from eventx.lexicon.place_cues import PlaceCues
from eventx.records import Tokens

Hit = tuple[int, int, tuple[PlaceReading, ...]]

_PARTICLES: Final = frozenset({"de", "da", "di", "del", "van", "von", "bin", "al", "el", "ben", "dos", "du"})
_OPENING: Final = frozenset({'"', "“", "‘", "'", ":", "-", "–", "—", "(", ".", "!", "?"})
_TOWARDS: Final = frozenset({"to", "from", "in", "at", "for", "into", "via", "near", "of", "through"})
_LISTED: Final = frozenset({",", "and", "or", "&", "/", "to"})
_COMPASS: Final = frozenset("NSEW")
_SMALL: Final = frozenset(
    {"with", "from", "over", "into", "amid", "than", "after", "that", "says", "said"}
)  # in headlines
_WITHIN: Final = frozenset({"country", "subdivision"})
_HOLDS: Final = frozenset({"country", "subdivision", "demonym", "people"})
_SETTLED: Final = frozenset({"country", "capital", "demonym"})
_PLACING: Final = frozenset({"in", "from", "at"})
_HOUSING: Final = frozenset({"country", "capital", "city"})  # what a site lies in
_REACH: Final = 5  # tokens before a name in which the country that contains it is looked for


class Container(NamedTuple):
    """The larger place that a name is said to lie in."""

    country: str
    division: str | None


class Standing(NamedTuple):
    """How a name stands in its sentence.

    ``weight`` is the sum of what speaks for a place; ``part`` is true for a part of a larger name that is no place
    ("Manchester United"), ``person`` where a first name, a title or a surname beside it makes it a person's name,
    ``inside`` where it opens a larger name ("London Marathon"), ``ends`` where it ends one ("Denzel Washington"),
    ``starts`` where its capital tells nothing: it begins the sentence, or all words have capitals.
    """

    weight: float
    container: Container | None
    part: bool
    person: bool
    inside: bool = False
    ends: bool = False
    starts: bool = False


class Surroundings:
    """The words of one sentence and the names found in it."""

    __slots__ = ("_cues", "_gazetteer", "_known", "_size", "_titled", "hits", "tokens")

    def __init__(self, tokens: Tokens, hits: Sequence[Hit], gazetteer: Gazetteer, cues: PlaceCues) -> None:
        self.hits = hits
        self.tokens = tokens
        self._size = len(tokens.words)
        self._gazetteer = gazetteer
        self._cues = cues
        self._titled: bool | None = None
        self._known: list[Standing | None] = [None] * len(hits)

    def standing(self, number: int) -> Standing:
        """How the hit of that number stands."""
        known = self._known[number]
        if known is None:
            known = self._known[number] = self._standing(number)
        return known

    def _standing(self, number: int) -> Standing:
        first, last, readings = self.hits[number]
        person = self._person(number, first, last)
        container = self.container_after(number)
        if container is not None:
            return Standing(4.0 - 3.0 * self._ends_name(number, first), container, part=False, person=person)
        part = self._part(number, first, last, readings[0])
        container = self._container_before(number)
        weight = 4.0 if container is not None else 0.0
        weight = max(weight, self._after(last), self._before(number, first))
        opens, ends = self._opens_name(number, last), self._ends_name(number, first)
        inside = opens and not (number + 1 < len(self.hits) and self.hits[number + 1][0] == last + 1)
        return Standing(weight - 3.0 * (opens + ends), container, part, person, inside, ends, self._starts(first))

    def titled(self) -> bool:
        """True in a headline that capitalises its words, where capitals tell nothing."""
        if self._titled is None:
            words = self.tokens.words
            plain = any(len(w) > 3 and w.islower() and w.isalpha() and w not in _SMALL for w in words)
            self._titled = not plain and sum(len(w) > 3 and w[0].isupper() for w in words) > 2
        return self._titled

    # what speaks for a place

    def container_after(self, number: int) -> Container | None:
        """ "Sochi, Russia", "Paris (Texas)", "Phoenix, Ariz.": the larger place that follows."""
        _, last, readings = self.hits[number]
        tokens = self.tokens
        if last + 2 >= self._size or tokens.words[last + 1] not in (",", "(", "in"):
            return None
        after = self.hits[number + 1] if number + 1 < len(self.hits) else None
        if after is not None and 2 <= after[0] - last <= 4 and self._leads(last + 1, after[0]):
            if readings[0].kind == "country" and tokens.lowers[after[1] + 1 : after[1] + 2] in ((",",), ("and",)):
                return None  # "Armenia, Colombia and Peru"
            for larger in after[2]:
                if larger.kind in _WITHIN and larger.country:
                    inside = any(_lies_in(r, larger) for r in readings)
                    if inside:
                        return Container(larger.country, larger.subdivision)
        short = tokens.words[last + 2]
        found = self._gazetteer.abbreviated(short) or self._gazetteer.abbreviated(
            " ".join(tokens.words[last + 2 : last + 4])
        )
        if found is None or not any(r.country == found[0] and r.subdivision == found[1] for r in readings):
            return None
        return Container(*found)

    def _starts(self, first: int) -> bool:
        """True where the word would have its capital in any case."""
        return first == 0 or self.tokens.lowers[first - 1] in _OPENING or self.titled()

    def _leads(self, first: int, end: int) -> bool:
        """True for the words between a place and the larger one: ",", ", in", "in northern"."""
        between = self.tokens.lowers[first:end]
        if len(between) == 1:
            return True
        inner = between[1:] if between[0] == "," else between
        return inner[0] == "in" and (len(inner) == 1 or inner[1] in self._cues.side or inner[1] == "the")

    def _container_before(self, number: int) -> Container | None:
        """ "the Siberian city of X", "Russia's X", "the Texas town of X": the larger place said just before."""
        if not number:
            return None
        first, _, readings = self.hits[number]
        _, before_last, larger = self.hits[number - 1]
        between = self.tokens.lowers[before_last + 1 : first]
        if len(between) > _REACH or not between:
            return None
        owned = between[0] in GENITIVE and (
            len(between) == 1 or all(w in self._cues.side or w in self._cues.kinds or w == "of" for w in between[1:])
        )
        of_kind = between[-1] == "of" and len(between) > 1 and between[-2] in self._cues.kinds
        if not (owned or of_kind or between[-1] in self._cues.kinds_before):
            return None
        for reading in larger:
            if reading.kind in _HOLDS and reading.country:
                division = reading.subdivision if reading.kind == "subdivision" else None
                if any(r.country == reading.country and division in (None, r.subdivision) for r in readings):
                    return Container(reading.country, division)
        return None

    def _after(self, last: int) -> float:
        tokens = self.tokens
        if last + 1 >= self._size:
            return 0.0
        return 2.5 if tokens.lowers[last + 1] in self._cues.kinds_after else 0.0

    def owner(self, number: int, kinds: Collection[str]) -> str | None:
        """The country of the name right before ("Baghdad's", "Pakistani"), where it is of one of the kinds."""
        if not number:
            return None
        first = self.hits[number][0]
        last, readings = self.hits[number - 1][1:]
        between = self.tokens.lowers[last + 1 : first]
        best = readings[0]
        if best.kind not in kinds or best.doubt > 1 or between not in ((), ("'s",), ("’s",)):
            return None
        return best.country if between or best.kind in ("demonym", "people") else None

    def elsewhere(self, number: int, country: str | None) -> bool:
        """True where the place named right after, as that in which this one lies, is surely in another country."""
        if number + 1 >= len(self.hits):
            return False
        (_, last, _), (first, _, readings) = self.hits[number], self.hits[number + 1]
        best = readings[0]
        near = self.tokens.lowers[last + 1 : first] in (("in",), (",",), (",", "in"), ("of",))
        return near and best.kind in _HOUSING and best.doubt < 3 and best.country != country

    def _before(self, number: int, first: int) -> float:
        if not first:
            return 0.0
        lowers, cues = self.tokens.lowers, self._cues
        before = lowers[first - 1]
        earlier = lowers[first - 2] if first > 1 else ""
        if before == "the" and first > 1:
            if self.hits[number][2][0].kind in ("city", "capital"):
                return 0.0  # "the Thomson line"
            before, earlier = earlier, lowers[first - 3] if first > 2 else ""
        if before == "of" and earlier in cues.kinds:
            return 4.0
        if before in cues.kinds_before and self.tokens.words[first - 1].islower():
            return 2.5
        if before in cues.side:
            return 3.0 if earlier in cues.inside or earlier in cues.way else 1.0
        if before in cues.inside and earlier not in cues.attitude:
            return 3.0
        if before in _TOWARDS and any(w in cues.motion for w in lowers[max(0, first - 5) : first - 1]):
            return 3.0
        if before in cues.acts:
            return 2.5
        if before in cues.way:
            return 1.0
        return self._listed(number, first)

    def _listed(self, number: int, first: int) -> float:
        """ "London, Paris and X": in a list of places."""
        if not number or self.hits[number - 1][1] != first - 2 or self.tokens.lowers[first - 1] not in _LISTED:
            return 0.0
        other = self.hits[number - 1][2][0]
        if self.standing(number - 1).weight >= 2.5:
            return 2.0
        return 1.0 if other.kind in _SETTLED and not other.doubt else 0.0

    # what speaks against it

    def _opens_name(self, number: int, last: int) -> bool:
        """A capitalised word follows that is no place: "London Marathon", "Davis Cup"."""
        tokens, cues = self.tokens, self._cues
        after = last + 1
        if after >= self._size or not tokens.words[after][0].isupper() or not tokens.words[after][-1].isalpha():
            return False
        if number + 1 < len(self.hits) and self.hits[number + 1][0] == after and self._apart(number + 1):
            return False
        low = tokens.lowers[after]
        if low in cues.kinds_after or low in cues.civic or low in cues.names_before or low in cues.neutral:
            return False
        return not self.titled() and not self._named_after(number, after)

    def _named_after(self, number: int, after: int) -> bool:
        """True for "the envoy in Geneva Alexei Borodavkin": behind the place somebody's name begins."""
        words = self.tokens.words
        first = self.hits[number][0]
        placed = first > 0 and self.tokens.lowers[first - 1] in _PLACING and words[first - 1].islower()
        named = words[after] in self._cues.first and after + 1 < self._size
        return placed and named and words[after + 1][0].isupper() and words[after + 1][-1].isalpha()

    def _ends_name(self, number: int, first: int) -> bool:
        """A capitalised word precedes that is no place: "Lindsay Davenport", "Virginia University"."""
        tokens = self.tokens
        if not first or not tokens.words[first - 1][0].isupper():
            return False
        if number and self.hits[number - 1][1] == first - 1:
            return not self._plausible(number - 1, number)
        if tokens.tags[first - 1] != "PROPN" and tokens.words[first - 1] not in self._cues.first:
            return False
        return tokens.lowers[first - 1] not in self._cues.neutral and not self.titled()

    def _apart(self, number: int) -> bool:
        """True for a name that does not end the one before it: it is likely a place itself."""
        best = self.hits[number][2][0]
        return best.doubt < 2 or best.kind in ("demonym", "people", "organization")

    def _plausible(self, before: int, number: int) -> bool:
        """True where the name before is likely a place, and this one no word of a larger name ("X University")."""
        return self.hits[before][2][0].doubt < 2 and self.hits[number][2][0].doubt < 3

    def _person(self, number: int, first: int, last: int) -> bool:
        """A first name, an initial or a title before it; a surname after a first name."""
        tokens, cues = self.tokens, self._cues
        if first:
            before, low = tokens.words[first - 1], tokens.lowers[first - 1]
            if number and self.hits[number - 1][1] == first - 1:
                if self._called(number - 1):
                    return True
            elif low in _PARTICLES and first > 1 and tokens.words[first - 2][0].isupper():  # "Leila de Lima"
                return True
            elif before == "." and first > 1 and len(tokens.words[first - 2]) == 1:
                return tokens.words[first - 2].isupper()
            elif before[0].isupper() and low not in cues.neutral:
                if low in cues.names_before or before in cues.first:
                    return True
                city = self.hits[number][2][0].kind in ("city", "capital")
                if len(before) == 1 and (city or before not in _COMPASS) and tokens.tags[first - 1] == "PROPN":
                    return True
        given = tokens.words[first] in cues.first or self.hits[number][2][0].kind == "country"
        return first == last and given and self._surname(number, last + 1)

    def _surname(self, number: int, after: int) -> bool:
        """True for a capitalised word that is no word of the language, after a first name: "Chad Smith"."""
        tokens, cues = self.tokens, self._cues
        if after >= self._size or tokens.tags[after] != "PROPN" or self.titled():
            return False
        word, low = tokens.words[after], tokens.lowers[after]
        if not word[0].isupper() or not word[-1].isalpha() or low in cues.neutral:
            return False
        if low in cues.kinds_after or low in cues.names_before:
            return False
        if number + 1 < len(self.hits) and self.hits[number + 1][0] == after and self._apart(number + 1):
            return False
        beyond = tokens.words[after + 1] if after + 1 < self._size else ""
        return low not in cues.civic and not beyond[:1].isupper()

    def _called(self, number: int) -> bool:
        """True where the hit before is itself a first name or a person ("Irving Berlin", "Ms Lourdes Valencia")."""
        first, last, readings = self.hits[number]
        if first == last and readings[0].doubt >= 2 and self.tokens.words[first] in self._cues.first:
            return True
        return readings[0].kind not in ("demonym", "people", "organization") and self._person(number, first, last)

    def company(self, last: int) -> bool:
        """ "Japan Airlines", "China Daily": a capitalised word follows that makes another name."""
        tokens = self.tokens
        return (
            last + 1 < self._size
            and tokens.lowers[last + 1] in self._cues.names_after
            and tokens.words[last + 1][0].isupper()
            and not self.titled()
            and not self._cues.portfolio_heads.intersection(tokens.lowers[last + 2 : last + 3])
        )

    def hosts(self, number: int) -> bool:
        """True for "the Moscow talks", "at the Brussels summit": the city where it is, no government."""
        first, last, _ = self.hits[number]
        lowers, tags = self.tokens.lowers, self.tokens.tags
        after = last + 1 + (last + 2 < self._size and lowers[last + 1] in self._cues.subjects)
        met = after < self._size and lowers[after] in self._cues.meetings and tags[after] == "NOUN"
        return met and first > 0 and tags[first - 1] in ("DET", "ADP", "ADJ", "VERB", "NUM")

    def _part(self, number: int, first: int, last: int, best: PlaceReading) -> bool:
        """ "Manchester United", "Kyoto Protocol", "Real Madrid", "Japan Airlines": no place by itself."""
        if best.kind in ("demonym", "people", "organization", "metonym", "site"):
            return False
        tokens, cues = self.tokens, self._cues
        after = tokens.lowers[last + 1] if last + 1 < self._size else ""
        if best.kind not in ("country", "subdivision"):
            beyond = tokens.lowers[last + 2] if after in cues.subjects and last + 2 < self._size else after
            if beyond in cues.accords:
                return True
        if self.company(last):
            return True
        if first and best.kind in ("city", "capital") and tokens.words[first - 1][0].isupper():
            low = tokens.lowers[first - 1]
            if low in cues.names_before and low not in cues.neutral:
                return not (number and self.hits[number - 1][1] == first - 1 and self._plausible(number - 1, number))
        return False


def _lies_in(reading: PlaceReading, larger: PlaceReading) -> bool:
    """True where a reading can be a place inside the larger one."""
    if reading.country != larger.country or reading.kind in ("country", "demonym", "people"):
        return False
    if larger.kind == "country":
        return True
    return reading.kind != "subdivision" and reading.subdivision == larger.subdivision
