"""The register of one document: its referents, built sentence by sentence, and what they are resolved against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import cast

from eventx.hooks.parts import Analysis, Officeholder
from eventx.language.mentions import ahead, belonging, grouping, holders, naming, pronouns, speakers, tenure
from eventx.language.mentions.lands import is_sides
from eventx.language.mentions.lexicon import PRONOUNS, Words
from eventx.language.mentions.modifiers import of_finance
from eventx.language.mentions.pairs import Pairs
from eventx.language.mentions.parse import parse
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.language.mentions.referents import Referent, Referents
from eventx.language.mentions.scene import Scene
from eventx.language.mentions.teller import Teller, tells
from eventx.language.places import PlaceContext
from eventx.lexicon.names import fold
from eventx.lexicon.officeholders import OfficeholderIndex
from eventx.records import Entity, Mention, MentionKind, Role, Sentence, Tokens

PlaceFinder = Callable[[Tokens, Sentence, str, PlaceContext | None], Sequence[Mention]]


class Register:
    """What a document's mentions are resolved against.

    Sentences are taken in order; asking for one takes those before it as well. Lives as long as the analysis
    of its document, and belongs to it alone.
    """

    def __init__(
        self,
        analysis: Analysis,
        words: Words,
        table: OfficeholderIndex,
        places: PlaceFinder,
        named: Callable[[str], str | None],
    ) -> None:
        self.analysis = analysis
        self.words = words
        self.table = table
        self.sentences = analysis.sentences
        self.day: date | None = analysis.document.published
        self.referents = Referents()
        self.searched: set[str] = set()
        self.preceded = ahead.preceded(analysis.text)
        self.nobody: dict[str, int] = {}  # surnames that mean nobody -> the countries named by then
        self._find_places, self._named = places, named
        self.text = analysis.text
        self._tokens: dict[int, Tokens] = {}
        self._phrases: dict[int, list[Phrase]] = {}
        self._places: dict[int, Sequence[Mention]] = {}
        self._done: list[tuple[Mention, ...]] = []
        self.at: int | None = None  # the sentence that is looked at ahead
        self._bound: dict[int, Referent] = {}  # id of a phrase -> its referent
        self._context = cast(PlaceContext | None, analysis.layer("place_context", -1) or None)
        self._scene = Scene(self._context.countries if self._context is not None else {})
        self.organizations: Mapping[str, int] | None = None  # how often each is named, once it was asked for
        self.teller = Teller(analysis)
        self.quotes = analysis.discourse.quotes
        self.quote_starts = [quote.start for quote in self.quotes]
        self._offsets = [s.span.start for s in self.sentences]
        self.pairs = Pairs(self._bound)
        self.sources: dict[int, Referent | None] = {}  # start of a quotation -> who says it
        self.asked = 0  # sources that are being looked for
        self.author, self.author_sought = cast(Referent | None, None), False
        self.authors: tuple[Referent, ...] | None = None  # of a joint statement
        self.labels: list[tuple[int, int]] | None = None  # stretches before a colon at the start of a line

    # what the layer gives

    def mentions(self, sentence: int) -> tuple[Mention, ...]:
        """The mentions of a sentence."""
        while len(self._done) <= sentence:
            self._done.append(self._take(len(self._done)))
        return self._done[sentence]

    def tokens(self, sentence: int) -> Tokens:
        """The tokens of a sentence."""
        known = self._tokens.get(sentence)
        if known is None:
            known = self._tokens[sentence] = self.analysis.tokens(sentence)
        return known

    def sentence_of(self, offset: int) -> int:
        """The sentence at a character offset."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def phrases(self, sentence: int) -> list[Phrase]:
        """The phrases of a sentence, by form alone."""
        known = self._phrases.get(sentence)
        if known is None:
            tokens = self.tokens(sentence)
            known = []
            if len(tokens):
                places = self._find_places(tokens, self.sentences[sentence], self.text, self._context)
                self._places[sentence] = places
                known = parse(
                    tokens, places, self.text, self.words,
                    known=self.referents, named=self._named, may_mean=self._may_mean, countries=self._told_countries,
                )  # fmt: skip
            self._phrases[sentence] = known
        return known

    def _told_countries(self) -> Sequence[str]:
        """The countries that a body of several countries' names may be of: the document's, its own, of those named."""
        named = (r.country for r in self.referents.persons(lambda r: True))
        return [code for code in (*self.context_countries(), self.teller.words(), *named) if code]

    def _may_mean(self, word: str) -> bool:
        """False for a word that is neither a surname of the table nor part of a name anywhere in the text."""
        return word in self.preceded or fold(word) in self.referents or self.table.knows_surname(word)

    def _take(self, sentence: int) -> tuple[Mention, ...]:
        if ahead.is_stale(self, self._phrases.get(sentence), sentence):
            self._phrases[~sentence] = self._phrases.pop(sentence)  # kept: what is bound goes by the id of its phrase
        phrases = self.phrases(sentence)
        if not phrases and not self._places.get(sentence):
            return ()
        places = self._places[sentence] = self._outside_names(phrases, sentence)
        self._scene.weigh(places, sentence, self.text)
        found: list[Mention] = []
        named: list[tuple[int, int]] = []
        for phrase in phrases:
            if phrase.form is Form.PLACE:
                continue
            if phrase.holder is not None and phrase.holder.form is Form.PRONOUN:
                self.holder_of(phrase)  # before the phrase itself can be taken for the antecedent
            mention = self._mention(phrase, sentence)
            if mention is None:
                continue
            found.append(mention)
            if phrase.name or (phrase.group is not None and phrase.group.kind == "named"):
                named.append((mention.head.start, mention.head.end))
        self.pairs.note(phrases, self.tokens(sentence).lowers, sentence)
        for place in places:
            if not any(start < place.span.end and place.span.start < end for start, end in named):
                found.append(place)
        if places:  # else they are in order as the phrases are
            found.sort(key=lambda m: (m.span.start, -m.span.end))
        return tuple(found)

    def _outside_names(self, phrases: list[Phrase], sentence: int) -> Sequence[Mention]:
        """The places of a sentence that are no part of a person's name."""
        places = self._places.get(sentence, ())
        persons = [p for p in phrases if p.form is Form.PERSON] if places else []
        if not persons:
            return places
        tokens = self.tokens(sentence)
        names = [tokens.span(p.head_first, p.head_last) for p in persons]
        return [m for m in places if not any(s.start <= m.span.start < s.end for s in names)]

    # countries

    def context_countries(self) -> list[str]:
        """The countries that the document is about so far, the weightiest first."""
        return self._scene.weighty()

    def home(self) -> str | None:
        """The country that the document speaks from."""
        stated = self.teller.issuer() or (speaker.country if (speaker := self.speaker()) else None)
        return stated or self._scene.home(self.teller.words())

    def setting(self, sentence: int, other_than: str = "", at: int | None = None) -> str | None:
        """The country in which a sentence plays, as far as the phrase that begins at an offset shows."""
        return self._scene.setting(self._places.get(sentence, ()), self.text, other_than, at)

    def usual_country(self, phrase: Phrase) -> str | None:
        """The country of a title that belongs to one ("Defense Secretary", "Taoiseach")."""
        return belonging.usual_country(self, phrase)

    def countries_of(self, phrase: Phrase) -> tuple[str, ...]:
        """The countries that a phrase states, or points back to ("the country's")."""
        return phrase.countries or belonging.countries_of(self, phrase)

    def country_of(self, phrase: Phrase) -> str | None:
        """The first country that the phrase states or points back to."""
        return (phrase.countries or belonging.countries_of(self, phrase) or (None,))[0]

    def places_of(self, sentence: int) -> Sequence[Mention]:
        """The places of a sentence that was read."""
        return self._places.get(sentence, ())

    # the table

    def table_holder(self, country: str, role: Role) -> Officeholder | None:
        """Who held an office on the document's day."""
        row = self.table.holder(country, role, self.day)
        if row is None and role is Role.HEAD_OF_STATE:
            row = self.table.holder(country, Role.MONARCH, self.day)
        return row

    def may_be(self, row: Officeholder, gender: str) -> bool:
        """True when the row's person can be of that gender."""
        return not gender or self.words.names.gender(row.name.split()) in ("", gender)

    def has_king(self, country: str) -> bool:
        """True when a man reigns there on the document's day."""
        row = self.table.holder(country, Role.MONARCH, self.day)
        if row is not None:
            return self.words.names.gender(row.name.split()) != "f"
        return any(r.country == country and r.role is Role.MONARCH and r.gender == "m" for r in self.referents)

    def leader(self, country: str) -> Officeholder | None:
        """Who led a country on the document's day."""
        return self.table.leader(country, self.day, parliamentary=country in self.words.offices.parliamentary)

    def referent_of_row(self, row: Officeholder, held: Held) -> Referent:
        """The referent of a row of the table."""
        names = self.words.names
        words = tuple(row.name.split())
        referent = Referent(
            key=self.table.person_key(row),
            kind="person",
            name=words,
            display=row.name,
            key_words=names.key(words),
            surname=" ".join(names.key((row.surname or words[-1]).split())),
            gender=names.gender(words),
            country=row.country,
            role=row.role,
            sector=row.sector,
            via="table",
        )
        known = self.referents.add(referent)
        if held.office not in known.offices:
            known.offices.append(held.office)
        return known

    # speakers

    def speaker(self) -> Referent | None:
        """The person whose own statement the document is, if it is one."""
        return speakers.of_document(self)

    def speaker_at(self, phrase: Phrase, sentence: int) -> Referent | None:
        """The source of the quotation that the phrase stands in; None outside of quotations."""
        return speakers.of_quote(self, phrase, sentence)

    def known_or_named(self, phrase: Phrase, sentence: int) -> Referent | None:
        """The referent of a phrase that was resolved already, or can be by its name alone."""
        known = self._bound.get(id(phrase))
        if known is not None:
            return known
        with ahead.reading(self, sentence):
            if phrase.form is Form.PRONOUN:
                return pronouns.single(self, phrase, sentence) if phrase.gender in ("m", "f") else None
            if phrase.form is Form.PERSON or (phrase.form is Form.OFFICE and not phrase.plural):
                found = self.resolve(phrase, sentence)
                return found[0] if found else None
        return None

    def holder_of(self, phrase: Phrase) -> Referent | None:
        """The referent of the phrase that an office or group belongs to."""
        holder = phrase.holder
        if holder is None:
            return None
        known = self._bound.get(id(holder))
        if known is not None:
            return known
        sentence = self.now
        if holder.form is Form.PRONOUN:
            if PRONOUNS[holder.pronoun][1] == "p" or holder.pronoun == "its":
                return None
            found = self._pronoun_referent(holder, sentence)
        else:
            resolved = self.resolve(holder, sentence)
            found = resolved[0] if resolved else None
        if found is not None:
            self._bound[id(holder)] = found
        return found

    def person(self, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
        """(referent, how) of a name."""
        return naming.person(self, phrase, sentence)

    @property
    def now(self) -> int:
        """The sentence that is being read."""
        return len(self._done) if self.at is None else self.at

    def _pronoun_referent(self, phrase: Phrase, sentence: int) -> Referent | None:
        if phrase.gender == "1":
            labelled, speaker = speakers.of_label(self, phrase, sentence)
            return self.speaker_at(phrase, sentence) or (speaker if labelled else self.speaker())
        return pronouns.single(self, phrase, sentence) or pronouns.cataphor(self, phrase, sentence)

    # phrases to referents

    def resolve(self, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
        """(referent, how) of a phrase that means one person."""
        bound = self._bound.get(id(phrase))
        if bound is not None:
            return bound, "coreference"
        partner = phrase.partner
        if phrase.form in (Form.PERSON, Form.NAME):
            return naming.person(self, phrase, sentence)
        if partner is not None and partner.form is Form.PERSON:
            named = naming.person(self, partner, sentence)
            if named is not None:
                return named[0], "stated" if phrase.countries else "coreference"
        return holders.office(self, phrase, sentence)

    def _mention(self, phrase: Phrase, sentence: int) -> Mention | None:
        if phrase.form is Form.GROUP:
            return self._group(phrase, sentence)
        if phrase.form is Form.PRONOUN:
            return self._pronoun(phrase, sentence)
        if phrase.form is Form.OFFICE and phrase.plural:
            return self._plural_office(phrase, sentence)
        if phrase.offices and phrase.offices[0].office == "chancellor" and holders.is_of_finance(self, phrase):
            of_finance(phrase)
        resolved = self.resolve(phrase, sentence)
        if resolved is None:
            return None
        referent, via = resolved
        self._bind(phrase, referent, sentence)
        if tells(self, phrase, referent):
            self._scene.speaks_from(referent.country or "")
            self.teller.heard(referent)
        kind = MentionKind.PERSON if phrase.form is Form.PERSON else MentionKind.OFFICE
        return self._made(phrase, sentence, kind, tenure.entity_at(self, referent, phrase, sentence), via)

    def _bind(self, phrase: Phrase, referent: Referent, sentence: int) -> None:
        self._bound[id(phrase)] = referent
        referent.by_name = referent.by_name or phrase.form is Form.PERSON
        subject = not phrase.object and not speakers.is_quoted(self, phrase, sentence)
        self.referents.touch(referent, sentence, phrase.first, subject=subject)

    def _group(self, phrase: Phrase, sentence: int) -> Mention | None:
        kind, members = grouping.meant(self, phrase, sentence)
        if members:
            return self._plural(phrase, sentence, kind, members, "coreference")
        if is_sides(phrase):
            return None
        if len(phrase.countries) > 1:
            return self._plural(phrase, sentence, grouping.kind_of(phrase), grouping.by_country(self, phrase), "stated")
        referent, via = grouping.group(self, phrase, sentence)
        self._bind(phrase, referent, sentence)
        kind = MentionKind.OFFICE if referent.kind == "person" else grouping.kind_of(phrase)  # "the diplomat"
        return self._made(phrase, sentence, kind, referent.entity(), via)

    def _plural_office(self, phrase: Phrase, sentence: int) -> Mention:
        members, via = holders.several(self, phrase, sentence)
        if members:
            return self._plural(phrase, sentence, MentionKind.OFFICE, members, via)
        referent, via = holders.generic(self, phrase, sentence)
        self._bind(phrase, referent, sentence)
        return self._made(phrase, sentence, MentionKind.GROUP, referent.entity(), via)

    def _plural(
        self, phrase: Phrase, sentence: int, kind: MentionKind, members: tuple[Referent, ...], via: str
    ) -> Mention:
        for member in members:
            self.referents.touch(member, sentence, phrase.first, subject=not phrase.object)
        self.pairs.keep(sentence, members)
        entities = tuple(m.entity() for m in members)
        return self._made(phrase, sentence, kind, None, via, entities)

    def _pronoun(self, phrase: Phrase, sentence: int) -> Mention | None:
        several = speakers.of_joint_statement if phrase.gender == "1" else pronouns.several
        members = several(self, phrase, sentence) if phrase.plural else ()
        if members or (phrase.plural and phrase.gender != "1"):
            if not members:
                return None if phrase.count else self._made(phrase, sentence, MentionKind.PRONOUN, None, "")
            if len(members) > 1:
                return self._plural(phrase, sentence, MentionKind.PRONOUN, members, "coreference")
            referent: Referent | None = members[0]
        else:
            referent = self._bound.get(id(phrase)) or self._pronoun_referent(phrase, sentence)
        if referent is None:
            return self._made(phrase, sentence, MentionKind.PRONOUN, None, "")
        self._bind(phrase, referent, sentence)
        entity = tenure.entity_at(self, referent, phrase, sentence)
        return self._made(phrase, sentence, MentionKind.PRONOUN, entity, "coreference")

    def _made(
        self, phrase: Phrase, sentence: int, kind: MentionKind, actor: Entity | None, via: str,
        members: tuple[Entity, ...] = (),
    ) -> Mention:  # fmt: skip
        tokens = self.tokens(sentence)
        span = tokens.span(phrase.first, phrase.last)
        alone = phrase.first == phrase.head_first and phrase.last == phrase.head_last
        return Mention(
            span=span,
            head=span if alone else tokens.span(phrase.head_first, phrase.head_last),
            text=span.of(self.text),
            kind=kind,
            sentence=sentence,
            actor=actor,
            members=members,
            plural=phrase.plural or bool(members),
            resolved_via=via,
        )
