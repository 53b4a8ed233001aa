"""What a sentence tells stays the same whatever stands around its core: who says it, when, after what, beside what."""

import pytest

import eventx

# Subject, rest, the action's PLOVER category, the actor's and the recipient's country ("" for none).
CORES = (
    ("The Kenyan government", "condemned Ethiopia over the arrests", "ACCUSE", "KEN", "ETH"),
    ("The Norwegian prime minister", "accused Russia of lying", "ACCUSE", "NOR", "RUS"),
    ("The Turkish foreign minister", "urged Greece to withdraw its ships", "REQUEST", "TUR", "GRC"),
    ("The European Union", "imposed sanctions on Belarus", "SANCTION", "EUR", "BLR"),
    ("The Chadian army", "shelled a village in Sudan", "ASSAULT", "TCD", "SDN"),
    ("The Colombian government", "signed a treaty with Peru", "AGREE", "COL", "PER"),
    ("The Mexican government", "expelled three Bolivian diplomats", "SANCTION", "MEX", "BOL"),
    ("The Swedish government", "sent food to Nepal", "AID", "SWE", "NPL"),
    ("The Iranian government", "rejected a proposal by Iraq", "REJECT", "IRN", "IRQ"),
    ("The Indian government", "threatened Pakistan with war", "THREATEN", "IND", "PAK"),
    ("The Algerian foreign minister", "met the foreign minister of Mali", "CONSULT", "DZA", "MLI"),
    ("The Ugandan army", "deployed troops on the border with Rwanda", "MOBILIZE", "UGA", ""),
)
VISITS = ("visited Kenya", "arrived in Nairobi for talks", "paid a state visit to Kenya", "will travel to Kenya",
          "has cancelled a visit to Kenya")  # fmt: skip
VISITORS = (
    ("French President Emmanuel Macron", "FRA"), ("Indian Prime Minister Narendra Modi", "IND"),
    ("Chinese Foreign Minister Wang Yi", "CHN"), ("King Felipe VI of Spain", "ESP"),
    ("Japan's defence minister", "JPN"),
)  # fmt: skip


def small(subject):
    return f"t{subject[1:]}" if subject.startswith("The ") else subject


WORDINGS = {
    "alone": lambda s, v: f"{s} {v}.",
    "said by a spokesman": lambda s, v: f"{s} {v}, a spokesman said.",
    "according to": lambda s, v: f"According to officials, {small(s)} {v}.",
    "said that": lambda s, v: f"A report published on Monday said that {small(s)} {v}.",
    "behind a phrase": lambda s, v: f"Amid rising tension, {small(s)} {v}.",
    "behind a clause": lambda s, v: f"Hours after the vote failed, {small(s)} {v}.",
    "behind a contrast": lambda s, v: f"Prices rose on Friday, but {small(s)} {v}.",
    "behind a semicolon": lambda s, v: f"The vote was close; {small(s)} {v}.",
    "over an insertion": lambda s, v: f"{s}, despite warnings from analysts, {v}.",
    "under a dateline": lambda s, v: f"GENEVA (Reuters) - {s} {v}, officials said.",
    "over a paragraph": lambda s, v: f"{s} {v}.\n\nAnalysts said it was no surprise.",
}


def fits(event, actor, recipient):
    acting = {a.country for a in event.actors}  # who signs, who meets: all of them
    told = acting | {a.country for a in event.recipients} | ({event.location.country} if event.location else set())
    return actor in acting and (not recipient or recipient in told)


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_deed_is_the_same_in_any_surroundings(engine, wording):
    """The category, who acts and upon whom."""
    for subject, rest, category, actor, recipient in CORES:
        text = WORDINGS[wording](subject, rest)
        events = engine.process(eventx.Document(text=text, published="2019-06-17")).events
        found = [e for e in events if str(e.codes.get("plover")).startswith(category) and fits(e, actor, recipient)]
        assert found, f"{text!r} gives {[(e.action, e.codes.get('plover')) for e in events]}"


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("visit", VISITS)
def test_a_visit_is_the_same_in_any_surroundings(engine, wording, visit):
    """One visit with its visitor and destination; only what is called off is cancelled."""
    for visitor, country in VISITORS:
        text = WORDINGS[wording](visitor, visit)
        events = engine.process(eventx.Document(text=text, published="2023-06-17")).events
        found = [e for e in events if e.action == "visit" and fits(e, country, "KEN")]
        assert len(found) == 1, f"{text!r} gives {[(e.action, e.codes.get('plover')) for e in events]}"
        assert (found[0].status is eventx.Status.CANCELLED) == ("cancelled" in visit), text


@pytest.mark.parametrize("said", ["{} has not {}", "It is not true that {} {}"])
def test_what_is_denied_has_not_occurred(engine, said):
    """A denial gives no event that occurred."""
    for subject, rest, *_ in CORES:
        text = said.format(small(subject) if said.startswith("It") else subject, rest) + "."
        for event in engine.process(eventx.Document(text=text, published="2019-06-17")).events:
            assert event.status is not eventx.Status.OCCURRED, f"{text!r} gives {event.action} as a fact"
