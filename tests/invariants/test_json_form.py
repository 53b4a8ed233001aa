"""Invariant 5: ``Event.from_dict(e.to_dict()) == e``, and the JSON validates against the published schema."""

import json

import jsonschema

import eventx


def test_real_events_survive_and_validate(engine, articles, any_texts):
    """Events of articles, whole and damaged; generated ones are in tests/records."""
    validator = jsonschema.Draft202012Validator(
        eventx.json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    documents = [*articles, *(eventx.Document(text=t, published="2024-06-17") for t in any_texts[::3])]
    seen = set()
    for document in documents:
        for event in engine.process(document).events:
            form = event.to_dict()
            assert eventx.Event.from_dict(form) == event
            assert eventx.Event.from_json(event.to_json()) == event
            assert json.loads(event.to_json()) == form
            validator.validate(form)
            seen.add((event.action, event.status))
    assert len(seen) > 5


def test_exports_read_back_are_the_events(engine, articles, tmp_path):
    """JSONL is the form that other programs and ``eventx merge`` read."""
    events = [e for d in articles for e in engine.process(d).events]
    with (tmp_path / "e.jsonl").open("w", encoding="utf-8") as stream:
        engine.exporters["jsonl"].export(events, stream)
    with (tmp_path / "e.jsonl").open(encoding="utf-8") as stream:
        assert [eventx.Event.from_json(line) for line in stream] == events
