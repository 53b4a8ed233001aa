"""The quality gate: fails below a floor, never lowers one by itself, knows when its cases have changed."""

import json
import runpy
import sys

import pytest
from pages import ROOT

SCRIPT = ROOT / "benchmarks" / "quality.py"
ARTICLE = "---\npublished: 2024-10-30\n---\n\nFrench President Emmanuel Macron visited Rabat on Monday.\n"
VISIT = {"from": "FRA", "to": "MAR", "actor": None, "start": "2024-10-28", "end": "2024-10-28", "status": "occurred"}


@pytest.fixture
def gate(tmp_path, monkeypatch, capsys):
    """The gate over one case of our own; a function of its arguments."""
    case = tmp_path / "cases" / "one"
    case.mkdir(parents=True)
    (case / "article.md").write_text(ARTICLE)
    (case / "expected.json").write_text(json.dumps({"action": "visit", "events": [VISIT]}))
    names = runpy.run_path(str(SCRIPT))
    main = names["main"]
    main.__globals__["CASES"] = tmp_path / "cases"
    main.__globals__["BASELINE"] = tmp_path / "baseline.json"

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["quality.py", *arguments])
        code = main()
        return code, capsys.readouterr()

    run.baseline = tmp_path / "baseline.json"
    run.expected = case / "expected.json"
    return run


def test_a_floor_is_set_and_held(gate):
    """Update writes today's scores; the next run passes."""
    assert gate("--update")[0] == 0
    floors = json.loads(gate.baseline.read_text())["floors"]
    assert floors["f1"] == floors["dates"] == floors["status"] == 1.0
    assert gate()[0] == 0


def test_a_score_below_its_floor_fails_and_update_does_not_lower_it(gate):
    """Only ``--lower`` does, in so many words."""
    gate("--update")
    known = json.loads(gate.baseline.read_text())
    known["floors"]["f1"] = 1.1
    gate.baseline.write_text(json.dumps(known))
    code, said = gate()
    assert code == 1
    assert "below the floor: {'f1': 1.1}" in said.err
    code, said = gate("--update")
    assert code == 1
    assert "--lower lowers them" in said.err
    assert json.loads(gate.baseline.read_text()) == known
    assert gate("--update", "--lower")[0] == 0
    assert json.loads(gate.baseline.read_text())["floors"]["f1"] == 1.0


def test_changed_cases_need_a_new_baseline(gate):
    """Scores over other cases are not comparable."""
    gate("--update")
    gate.expected.write_text(gate.expected.read_text() + "\n")
    code, said = gate()
    assert code == 1
    assert "the cases have changed since the baseline: run with --update" in said.err


def test_a_missing_baseline_fails(gate):
    """With nothing to hold the scores against, no score passes."""
    code, said = gate()
    assert code == 1
    assert "no baseline" in said.err
    gate("--update")
    assert gate()[0] == 0


def test_a_baseline_is_committed():
    """Without one nothing is held."""
    assert SCRIPT.with_name("quality_baseline.json").is_file()
