"""The keys of frame files and what they hold: one table for the loader, the JSON Schema and the reference page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from eventx.records.checks import IDENTITY_FIELDS

# Key -> kind of value (what the schema and the loader make of it), and what it says.
FILE_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "words": ("lists", "Named word lists of this file, used as @name."),
    "contexts": ("lists", "Context -> words: an event in whose sentence one of them stands has the context."),
    "public_affairs": ("flag", "Of reports on other things than public affairs only what speaks of these is read."),
    "defaults": ("defaults", "What holds for every event type of the file that does not say otherwise."),
    "event": ("events", "An event type."),
}
EVENT_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("name", "The event's action, unique among all plugins: lower case, with hyphens between its words."),
    "description": ("text", "One sentence that says what happens."),
    "codes": ("codes", "Codes in other schemes, such as plover and cameo."),
    "status_codes": ("status codes", "Codes that hold in a status, in the place of the others."),
    "ahead": ("codes", "Codes while the event is planned or proposed (short for two entries of status_codes)."),
    "general": ("text", "A broader event type: where both claim the same words, this one wins."),
    "reciprocal": ("flag", "All parties are actors (a meeting, a treaty)."),
    "identity": ("fields", "The fields (or attributes.NAME) that two mentions of one event must agree on."),
    "actors": ("role", "Who does it."),
    "recipients": ("role", "To, with or against whom."),
    "location": ("place", "Where it takes place."),
    "attributes": ("values", "Attributes of the event, such as mode."),
    "absorbs": ("relations", "Governed clauses that are part of the event: true, or a list of relations."),
    "spoken": ("flag", "The acts are done by saying so: they have the date of the saying."),
    "sudden": ("flag", "The acts take a moment: a report that opens with one and gives one day means that day."),
    "threat": ("text", "The event type that the act is while it is announced under a condition (will strike if)."),
    "unless": ("words", "Words that veto a frame when one heads an argument."),
    "topics": ("words", "Nouns beside which a country is what is spoken of, and no party (the Iraq war)."),
    "frame": ("frames", "One way to say it."),
    "example": ("examples", "A sentence with what must come of it."),
}
FRAME_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "name": ("text", "What explanations call the frame."),
    "verbs": ("words", "Trigger verbs (lemmas; with their particle: call off)."),
    "nouns": ("words", "Trigger nouns (lemmas)."),
    "objects": ("words", "The verb counts only with one of these as its object (impose + sanctions)."),
    "places": ("flag", "The name of a place counts as one of its objects (captured + Mosul)."),
    "complements": (
        "complements",
        "Preposition(s) -> heads, one of which must stand there; [] for any head or gerund.",
    ),
    "needs": ("sources", "Sources that must give a phrase, whoever it is."),
    "without": ("sources", "Sources that must give none."),
    "under": ("words", "Modalities of the clause, relations, or lemmas of what governs it, one of which must hold."),
    "not_under": ("words", "The same, none of which may hold."),
    "content": ("words", "Lemmas or modalities, one of which a governed clause must have."),
    "not_content": ("words", "The same, none of which it may have."),
    "occasion": ("words", "Lemmas, one of which a clause behind when, as or after must have."),
    "with": ("words", "Words one of which must stand in the sentence."),
    "setting": ("words", "Words one of which must stand in the sentence or in one of the two before it."),
    "unless": ("words", "Words that veto the frame when one heads an argument."),
    "topics": ("words", "Nouns beside which a country is what is spoken of, and no party (the Iraq war)."),
    "instruments": ("words", "Things that may stand as the subject of an event without a known actor."),
    "cues": ("words", "Words to look for in the place of a trigger that stands everywhere."),
    "conditional": ("flag", "An if or unless must stand in the sentence."),
    "polarity": ("polarity", "positive (the default), negative or any."),
    "actors": ("role", "Who does it."),
    "recipients": ("role", "To, with or against whom."),
    "location": ("place", "Where it takes place."),
    "attributes": ("values", "Attributes of the event, such as mode."),
    "status": ("status", "The status where the clause says that it happened."),
    "passive": ("flag", "Whether passive clauses count (true)."),
    "active": ("flag", "Whether active clauses count (true)."),
    "abroad": ("flag", "The parties must be of different countries."),
    "spoken": ("flag", "The act is done by saying so: it has the date of the saying."),
    "sudden": ("flag", "The act takes a moment: a report that opens with it and gives one day means that day."),
    "parties": ("count", "How many parties there must be, actors and recipients together."),
    "absorbs": ("relations", "Governed clauses that are part of the event: true, or a list of relations."),
    "priority": ("count", "Which frame wins where two claim a clause: the higher one."),
    "confidence": ("number", "0 to 1."),
}
ROLE_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "from": ("sources", "Where the role is filled from, in order of preference."),
    "class": ("classes", "Who may fill it: classes of actors or PLOVER sectors."),
    "except": ("classes", "Who may not."),
    "never": ("words", "Nouns that may not."),
    "required": ("flag", "Without it there is no event."),
}
LOCATION_KEYS: Final = {key: ROLE_KEYS[key] for key in ("from", "required")}  # a place is of no class of actors
EXAMPLE_KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("text", "The sentence."),
    "published": ("day", "The day on which it was published."),
    "expect": ("expected", "Events that must come of it, with the fields that matter."),
    "only": ("flag", "No other event of this file may come of it than those expected."),
    "none": ("flag", "Nothing of this file may come of it."),
}
SLOTS: Final = (
    "subject", "object", "indirect", "possessor", "modifier", "embedded", "inside", "other", "source", "place",
    "actors", "recipients", "content", "infinitive", "home", "deed", "locals", "parties", "own", "here", "resident",
    "scene", "seat", "officials", "dateline",
)  # fmt: skip
OVER: Final = ("governor.", "content.", "occasion.")  # before a slot: that of the clause above, below, or beside
NAME: Final = r"[a-z0-9]+(-[a-z0-9]+)*"  # of an event type
POLARITIES: Final = ("positive", "negative", "any")
FIELDS: Final = IDENTITY_FIELDS
