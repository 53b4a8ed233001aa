"""A whole plugin in one file: resignations, by a word list and the clause layer.

python examples/own_extractor.py
"""

import eventx
from eventx.resolve import mentions_of

TEXT = """Finance Minister Elena Duarte of Portugal resigned on Tuesday after a vote in parliament.

Her deputy will not resign, a spokesman said."""


class ResignationExtractor:
    """Finds who resigned. ``requires`` names the layers that it reads."""

    name = "resignation"
    requires = ("clauses", "mentions", "times", "lexicon:resignation words")

    def extract(self, analysis):
        for sentence in sorted({term.sentence for term in analysis.terms("resignation words")}):
            for clause in analysis.clauses(sentence):
                if clause.lemma not in ("resign", "step down", "quit"):
                    continue
                if clause.negated:
                    yield eventx.Dropped(event_type="resign", sentence=sentence, trigger=clause.head, reason="negated")
                    continue
                who = mentions_of(analysis, clause.subject)
                yield eventx.Candidate(
                    event_type="resign",
                    sentence=sentence,
                    trigger=clause.predicate,
                    actors=who[:1],
                    times=analysis.times(sentence)[:1],
                )


class ResignationPlugin:
    """The hooks: an event type, its trigger words, the extractor."""

    name = "resignation"

    @eventx.hookimpl
    def eventx_event_types(self):
        return [eventx.EventType(name="resign", codes={"plover": "CONCEDE:resign"}, identity=("actors",))]

    @eventx.hookimpl
    def eventx_lexicons(self):
        words = ("resign", "resigns", "resigned", "quit", "quits", "stepped", "steps")
        return [eventx.Lexicon(name="resignation words", entries={word: word for word in words})]

    @eventx.hookimpl
    def eventx_extractors(self):
        return [ResignationExtractor()]


def main() -> None:
    engine = eventx.Engine([ResignationPlugin()])
    report = engine.process(eventx.Document(text=TEXT, published="2024-03-14"))
    for event in report.events:
        print(event.action, [actor.name for actor in event.actors], event.dates and event.dates.start)
    for dropped in report.dropped:
        print("not taken:", dropped.reason)


if __name__ == "__main__":
    main()
