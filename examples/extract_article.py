"""Extract the events of one article and show them with the words that say so.

python examples/extract_article.py [ARTICLE]
"""

import sys
from pathlib import Path

import eventx

HERE = Path(__file__).parent


def main(path: Path) -> None:
    engine = eventx.Engine()
    for document in eventx.read_documents(path):
        report = engine.process(document)
        for failure in report.failures:
            print(f"failed: {failure}", file=sys.stderr)
        for event in report.events:
            who = ", ".join(actor.name or actor.text for actor in event.actors)
            where = event.location.name if event.location else "somewhere"
            when = event.dates.edtf() if event.dates else "undated"
            print(f"{event.status.value:10} {who} -> {where}, {when}")
            for quote in event.quotes("trigger"):
                print(f"           “{quote}”")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "articles" / "announcement.md")
