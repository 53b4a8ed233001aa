"""Each way of telling a visit, and what is none, by single sentences."""

import tomllib
from pathlib import Path

import pytest

import eventx
import eventx_leaders
import eventx_state_visit
from eventx_state_visit.extractor import StateVisitExtractor
from eventx_state_visit.lexicon import load_lexicon

FOLDER = Path(__file__).parent / "sentences"
PUBLISHED = "2024-06-17"


def files():
    """The cases of each file."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield pytest.param(tomllib.loads(path.read_text(encoding="utf-8"))["case"], id=path.stem)


@pytest.fixture(scope="module")
def engine():
    """An engine with the two plugins that the cases need."""
    return eventx.Engine([eventx_state_visit.PLUGIN, eventx_leaders.PLUGIN])


@pytest.mark.parametrize("cases", list(files()))
def test_sentences(cases, engine):
    """The visits of each text are the wanted ones, no more and no fewer."""
    wrong = [f"{case['text']}: {fault}" for case in cases for fault in faults(case, engine)]
    assert not wrong, "\n".join(wrong)


def faults(case, engine):
    """What is not as the case says."""
    document = eventx.Document(text=case["text"], published=str(case.get("published", PUBLISHED)))
    report = engine.process(document)
    yield from map(str, report.failures)
    visits = [e for e in report.events if e.action == "visit"]
    told = [tell(e) for e in visits]
    left = list(visits)
    for want in case.get("want", []):
        match = next((e for e in left if fits(want, e)), None)
        if match is None:
            yield f"wanted {want}; got {told or 'nothing'}"
        else:
            left.remove(match)
    if left:
        yield f"more than wanted: {[tell(e) for e in left]}"
    for event in visits:
        if {a.name for a in event.actors if a.name} & {a.name for a in event.recipients}:
            yield f"somebody receives himself: {tell(event)}"


def fits(want, event):
    """True when the event has all that the line asks for."""
    pair, *fields = want.split()
    origin, destination = pair.split(">")
    if origin not in {a.country for a in event.actors} or event.location.country != destination:
        return False
    return all(holds(field, event) for field in fields)


def holds(field, event):
    """True when one field of a line holds of the event."""
    key, _, value = field.partition(":")
    value = value.replace("_", " ")
    if key == "date":
        return (event.dates.edtf() if event.dates else "none") == value
    if key == "level":
        return event.attributes.get("level", "unspecified") == value
    if key == "leg":
        return str(event.attributes.get("leg")) == value
    if key == "hosts":
        return len(event.recipients) == int(value)
    if key == "place":
        return value in event.location.places
    if key in ("who", "host"):
        return any(value in (a.name or "") for a in (event.actors if key == "who" else event.recipients))
    return event.status.value == key


def tell(event):
    """The event as a line."""
    parts = [f"{event.actors[0].country}>{event.location.country}", event.status.value]
    parts.append(f"date:{event.dates.edtf() if event.dates else 'none'}")
    parts.append(f"level:{event.attributes.get('level')}")
    parts += [f"who:{a.name}" for a in event.actors] + [f"host:{a.name}" for a in event.recipients]
    return " ".join([*parts, *(f"place:{p}" for p in event.location.places)])


LEXICON = load_lexicon()
FAMILIES = {
    **{("verb", lemma): pattern.name for lemma, pattern in LEXICON.verbs.items()},
    **{("verb", lemma): "itinerary" for lemma in LEXICON.itinerary.lemmas - LEXICON.verbs.keys()},
    **{("noun", lemma): pattern.name for lemma, pattern in LEXICON.nouns.items()},
    **{("noun", lemma): "talks" for lemma in LEXICON.gatherings - LEXICON.nouns.keys()},
}


class Recorder(StateVisitExtractor):
    """The extractor; notes the clauses of which it makes candidates, and all that it looks at.

    A gathering fires where somebody comes to it, whatever verb says so.
    """

    def __init__(self):
        super().__init__()
        self.fired, self.read = set(), set()

    def extract(self, analysis):
        """The candidates."""
        for found in super().extract(analysis):
            clauses = [c for c in analysis.clauses(found.sentence) if c.head.overlaps(found.trigger)]
            if isinstance(found, eventx.Candidate):
                tokens = analysis.tokens(found.sentence)
                self.fired |= {(clause.form, clause.lemma) for clause in clauses}
                self.fired |= {
                    ("noun", word) for word in LEXICON.gatherings.intersection((*tokens.lemmas, *tokens.lowers))
                }
            yield found
        for sentence in analysis.sentences:
            self.read |= {(c.form, c.lemma) for c in analysis.clauses(sentence.index)}


@pytest.fixture(scope="module")
def seen():
    """What fires in all the sentences, and the words of those that give no visit."""
    recorder = Recorder()

    class Plugin(eventx_state_visit.StateVisitPlugin):
        @eventx.hookimpl
        def eventx_extractors(self):
            return (recorder,)

    engine = eventx.Engine([Plugin(), eventx_leaders.PLUGIN])
    silent = set()
    for case in (case for file in files() for case in file.values[0]):
        recorder.read = set()
        engine.process(eventx.Document(text=case["text"], published=str(case.get("published", PUBLISHED))))
        silent |= set() if case.get("want") else recorder.read
    return recorder.fired, silent


def test_every_trigger_fires_in_a_sentence(seen):
    """No word of the patterns is there that nothing shows at work."""
    missing = sorted(" ".join(word) for word in FAMILIES.keys() - seen[0])
    assert not missing, ", ".join(missing)


def test_every_family_has_a_sentence_that_must_not_fire(seen):
    """Each pattern is shown on words that tell no visit."""
    missing = sorted(set(FAMILIES.values()) - {FAMILIES.get(word) for word in seen[1]})
    assert not missing, ", ".join(missing)
