"""A good plugin, bad ones beside it, and what comes of an engine with both."""

from eventx import Candidate, Document, Engine, EventType, Span, hookimpl

TEXT = "Japan visited China. It rained."
DOCUMENT = Document(text=TEXT, id="d", published="2024-06-17")


class Part:
    """A part with the attributes that it is given."""

    def __init__(self, **fields):
        vars(self).update({"name": "part", "requires": (), **fields})


class Plugin:
    """A plugin whose hooks return what they are given, or what a function gives."""

    def __init__(self, name="bad", **hooks):
        self.name = name
        for hook, parts in hooks.items():
            give = parts if callable(parts) else (lambda parts=parts: parts)
            setattr(self, f"eventx_{hook}", hookimpl(give))


def extractor(extract, name="part", requires=()):
    """An extractor that does what a function does."""
    return Part(name=name, requires=requires, extract=extract)


GOOD = Plugin(
    "good",
    event_types=[EventType(name="act")],
    extractors=[extractor(lambda a: [Candidate(event_type="act", sentence=0, trigger=Span(6, 13))])],
)


def giving(name="mine", annotators=(), extractors=(), types=(), lexicons=()):
    """A plugin of the parts that it is given."""
    return Plugin(name, annotators=annotators, extractors=extractors, event_types=types, lexicons=lexicons)


def faults_with(bad):
    """The faults of an engine with a bad plugin beside a good one, whose event is there all the same."""
    engine = Engine([bad, GOOD])
    report = engine.process(DOCUMENT)
    assert [e.quotes("trigger") for e in report.events if e.extractor == "good"] == [["visited"]]
    assert all(f.plugin == "bad" for f in report.failures)
    return [str(f) for f in report.failures]
