"""Every example script runs and prints something of use."""

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SAYS = {
    "extract_article.py": "Vladimir Putin -> Mongolia",
    "own_extractor.py": "Elena Duarte",
    "merge_reports.py": "William Ruto POL",
    "map_of_visits.py": "FeatureCollection",
}


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda p: p.name)
def test_example_runs(script, capsys, monkeypatch):
    """The script runs as a user would run it, and says what it should."""
    monkeypatch.setattr("sys.argv", [str(script)])
    runpy.run_path(str(script), run_name="__main__")
    assert SAYS[script.name] in capsys.readouterr().out
