"""The values that the language layers hold: sentence, tokens, time expression, mention, clause.

Plain data: how they are found is the business of ``eventx.language`` (or of a plugin that
provides a layer); extractors only read them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from eventx.records.span import Span
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector


class Section(StrEnum):
    """The part of an article that a sentence stands in."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    FURNITURE = "furniture"  # bylines, captions, links to other articles, signatures


@frozen(kw_only=True, slots=True)
class Sentence:
    """One sentence of the document; ``index`` counts from 0 over the whole text."""

    index: int
    span: Span
    section: Section = Section.BODY
    paragraph: int = 0


@frozen(kw_only=True, slots=True)
class Tokens:
    """The words of one sentence, as parallel tuples (fast to loop over).

    ``starts``/``ends`` are document offsets; ``lowers`` the lower-cased words; ``tags`` the
    word classes in Universal POS (NOUN, PROPN, VERB, AUX, ADJ, ADV, PRON, DET, ADP, NUM, CCONJ,
    SCONJ, PART, PUNCT, INTJ, X); ``lemmas`` the base forms; ``features`` the verb form or
    number: VB VBD VBG VBN VBP VBZ for verbs, S P for nouns, "" for the rest.
    """

    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    features: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` up to and including token ``last``."""
        return Span(self.starts[first], self.ends[last])


@frozen(kw_only=True, slots=True)
class Term:
    """A hit of the lexicon scan: an entry of the lexicon ``lexicon`` with its ``payload``."""

    span: Span
    lexicon: str
    payload: str
    sentence: int


@frozen(kw_only=True, slots=True)
class TimeExpression:
    """An expression of time and what it comes to.

    ``type`` is TIMEX3's DATE, TIME, DURATION or SET and ``value`` its value ("2024-06-18",
    "2024-W25", "P3D", "PRESENT_REF"). ``start``/``end`` are inclusive days (None where the
    expression gives no calendar day, such as a duration or a date without a reference).
    ``signal`` is the preposition or verb that bounds it, lower-cased: "from", "until", "since",
    "by", "before", "after", "beginning", "ending", or "". ``days`` is the length of a duration.
    ``anchor`` says what a relative expression was counted from.
    """

    span: Span
    text: str
    sentence: int = 0
    type: str
    value: str
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    basis: Basis = Basis.EXPLICIT
    approximate: bool = False
    signal: str = ""
    days: int | None = None
    anchor: str = ""  # "", "publication", "narrative", "event"


class MentionKind(StrEnum):
    """What a mention is, by its form."""

    PERSON = "person"  # a name, with or without its office
    OFFICE = "office"  # "the Russian president", "the Kremlin chief"
    PRONOUN = "pronoun"
    COUNTRY = "country"  # "Russia", "Moscow" (the capital may act), "the Kremlin"
    PLACE = "place"  # a city, region or site that does not act
    ORGANIZATION = "organization"  # "the United Nations", "the foreign ministry"
    GROUP = "group"  # "officials", "a delegation", "protesters", "Russian troops"
    DEMONYM = "demonym"  # "Russian" as a modifier, "the Russians"


@frozen(kw_only=True, slots=True)
class Entity:
    """What a mention refers to, as far as text and reference data tell.

    ``key`` is the same for all mentions of one entity in the document. A place has coordinates
    and a place precision; an actor a role (valid on the document's date) and a sector.
    """

    key: str
    name: str | None = None
    country: str | None = None
    role: Role | None = None
    sector: Sector | None = None
    subdivision: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    former: bool = False  # "ex-", "former": holds the office no longer


@frozen(kw_only=True, slots=True)
class Mention:
    """A phrase that refers to an actor or a place.

    ``span`` is the whole phrase ("Russian President Vladimir Putin"), ``head`` its name or head
    noun ("Vladimir Putin"). ``place`` is the reading as a place (also of "Moscow" where it acts),
    ``actor`` the reading as an actor; at least one is there for a resolved mention.
    ``members`` are the single referents of "the two leaders", "they". ``resolved_via`` says
    how: "table", "stated", "name", "coreference", "metonym", "context" (the country is the scene's), "ambiguous", "".
    """

    span: Span
    head: Span
    text: str
    kind: MentionKind
    sentence: int
    actor: Entity | None = None
    place: Entity | None = None
    members: tuple[Entity, ...] = ()
    plural: bool = False
    resolved_via: str = ""


@frozen(kw_only=True, slots=True)
class Argument:
    """A noun phrase that fills a slot of a clause.

    ``span`` is the full phrase with its modifiers, ``head`` its head word or name; ``conjuncts``
    the phrases it coordinates ("the presidents of A and B" stays one; "X and Y" gives two; a
    phrase that coordinates nothing gives itself). ``preposition`` is lower-cased, "" for
    subject, object and indirect object, "'s" for a possessor. ``via`` says how the argument
    was reached where it does not stand in the clause itself: "relative", "control",
    "participle", "coordination", "possessive"; "modifier" for the country before a noun predicate
    ("a Russian attack"), "subject" for a phrase of place that stands right of the subject ("police in Lyon").
    """

    span: Span
    head: Span
    lemma: str
    preposition: str = ""
    conjuncts: tuple[Span, ...] = ()
    via: str = ""


class Modality(StrEnum):
    """How the predicate is put."""

    ASSERTED = "asserted"  # visits, visited, has visited
    FUTURE = "future"  # will visit, is to visit, is going to, headline "to visit"
    PLANNED = "planned"  # plans to, is scheduled to, is expected to, is due to
    POSSIBLE = "possible"  # may, might, could, is considering
    DESIRED = "desired"  # wants to, hopes to, would like to
    REQUIRED = "required"  # must, should, has to, was asked to
    AGREED = "agreed"  # agreed to, promised to, accepted
    REFUSED = "refused"  # refused to, declined to, ruled out
    DENIED = "denied"  # denied that, denied visiting
    FAILED = "failed"  # failed to, was unable to
    CANCELLED = "cancelled"  # called off, cancelled, scrapped
    POSTPONED = "postponed"  # postponed, delayed, put off
    CONDITIONAL = "conditional"  # if ... ; would visit
    THREATENED = "threatened"  # threatened to


@frozen(kw_only=True, slots=True)
class Clause:
    """Who did what to whom: one predicate (a verb group or an eventive noun) with its arguments.

    ``predicate`` covers the whole verb group ("is expected to visit"), ``head`` its main word
    ("visit"). ``lemma`` includes a particle ("call off"). ``form`` is "verb" or "noun" ("Putin's
    visit to"). ``voice`` is active or passive; ``tense`` past, present, future or "" (noun,
    infinitive); ``aspect`` simple, progressive, perfect. ``cue`` is the span of the words that give the
    modality ("is expected to"). ``governor`` is the position, in the same sentence's tuple of
    clauses, of the clause this one depends on, ``relation`` how: "complement", "relative",
    "participle", "purpose", "adverbial", "coordination", "object" (a noun predicate that is the
    object of the verb: "pay a visit", "cancelled the trip"), "subject". ``source`` is whom the clause is
    attributed to ("the Kremlin said").
    """

    sentence: int
    predicate: Span
    head: Span
    lemma: str
    form: str = "verb"
    voice: str = "active"
    tense: str = ""
    aspect: str = "simple"
    modality: Modality = Modality.ASSERTED
    cue: Span | None = None
    negated: bool = False
    subject: Argument | None = None
    object: Argument | None = None
    indirect: Argument | None = None
    complements: tuple[Argument, ...] = ()
    extent: Span = field()
    governor: int | None = None
    relation: str = ""
    source: Argument | None = None
    quoted: bool = False
    headline: bool = False

    @extent.default
    def _extent(self) -> Span:
        return self.predicate

    def complement(self, *prepositions: str) -> Argument | None:
        """The first complement with one of the prepositions, or None."""
        return next((c for c in self.complements if c.preposition in prepositions), None)


@frozen(kw_only=True, slots=True)
class Discourse:
    """What is known of the document as a whole.

    ``dateline`` is the span of "BERLIN, June 17 (Agency) -" at the start of the body, and
    ``dateline_place`` the span of its place; ``quotes`` the stretches inside quotation marks.
    """

    dateline: Span | None = None
    dateline_place: Span | None = None
    quotes: tuple[Span, ...] = ()
