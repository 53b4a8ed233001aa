"""Merge what several articles say of one visit, and say why.

python examples/merge_reports.py
"""

import eventx

REPORTS = [
    ("2023-04-20", "Kenyan President William Ruto will visit Poland on April 27, his office said."),
    ("2023-04-27", "Kenyan President William Ruto arrived in Poland on Thursday."),
    ("2023-05-02", "Ruto, the president of Kenya, visited Poland on April 27 and 28."),
]


def main() -> None:
    engine = eventx.Engine()
    events = []
    for published, text in REPORTS:
        report = engine.process(eventx.Document(text=text, published=published))
        events += [event for event in report.events if event.action == "visit"]
    merged, decisions = eventx.merge_events(events)
    for event in merged:
        print(event.actors[0].name, event.location.country, event.dates.edtf(), event.status, event.mentions)
    for decision in decisions:
        print("joined" if decision.joined else "apart", "-", decision.reason)


if __name__ == "__main__":
    main()
