"""Write the events of all sample articles as GeoJSON, for any map.

python examples/map_of_visits.py > visits.geojson
"""

import sys
from pathlib import Path

import eventx

ARTICLES = Path(__file__).parent / "articles"


def main() -> None:
    engine = eventx.Engine()
    documents = (d for path in sorted(ARTICLES.glob("*.md")) for d in eventx.read_documents(path))
    events = [event for report in engine.stream(documents) for event in report.events]
    engine.exporters["geojson"].export(events, sys.stdout)


if __name__ == "__main__":
    main()
