"""The other commands: explain, plugins, schema, new-plugin, merge, and the group itself."""

import json
import subprocess
import sys

import jsonschema
import pytest

import eventx

VISITS = ("--plugin", "state-visit", "--plugin", "leaders")
ARTICLE = """---
title: Finland's president to visit Oslo
published: 2024-05-13
---

# Finland's president to visit Oslo

Finnish President Alexander Stubb will visit Norway on Thursday, his office said.

Sweden's team visited Helsinki for two matches. The harvest was late.
"""


@pytest.fixture
def article(tmp_path):
    (tmp_path / "a.md").write_text(ARTICLE)
    return "a.md"


def test_explain_tells_each_decision(cli, article):
    """What fired, the slot and meaning of each role, what was dropped and why, what was merged and why."""
    done = cli("explain", article, *VISITS)
    assert done.code == 0
    assert "a.md: Finland's president to visit Oslo, published 2024-05-13" in done.out
    assert "[1] lead: Finnish President Alexander Stubb will visit Norway" in done.out
    assert "+ visit by “will visit”" in done.out
    assert "“Finnish President Alexander Stubb”, subject = Alexander Stubb (FIN, head_of_state)" in done.out
    assert "- visit by “visited”" in done.out
    assert "takes in [1] “will visit”: agree on" in done.out
    assert "nothing fired in 1 other sentence" in done.out
    assert "harvest" not in done.out


def test_explain_can_show_every_sentence(cli, article):
    """Those in which nothing fired, too."""
    assert "The harvest was late." in cli("explain", article, *VISITS, "--all").out


def test_explain_as_json(cli, article):
    """The same for programs: quotes stand at their offsets, merges name the events that there are."""
    (made,) = json.loads(cli("explain", article, *VISITS, "--json").out)
    (document,) = eventx.read_documents(article)
    for sentence in made["sentences"]:
        assert document.text[sentence["start"] : sentence["end"]] == sentence["text"]
        for claim in sentence["claims"]:
            for piece in (claim["trigger"], *claim["roles"]):
                assert document.text[piece["start"] : piece["end"]] == piece["quote"]
    assert {m["event"] for m in made["merges"]} <= {e["id"] for e in made["events"]}
    assert made["events"][0]["triggers"]


def test_explain_tells_faults(cli, article):
    """With the exit code of a document that failed."""
    done = cli("explain", "absent.md", article)
    assert done.code == 1
    assert "absent.md: does not exist" in done.err
    assert "Norway" in done.out
    assert cli("explain").code == 2


def test_plugins_lists_what_is_installed(cli):
    """Names, versions, what each gives, and the order."""
    done = cli("plugins")
    assert done.code == 0
    heads, _, *rows = done.out.split("\n\n")[0].splitlines()
    assert heads.split() == ["plugin", "version", "distribution", "gives"]
    names = [row.split()[0] for row in rows]
    assert names == sorted(names)
    assert {"eventx", "leaders", "state-visit"} <= set(names)
    assert "state-visit: visit" in done.out
    assert "run in this order" in done.out


def test_plugins_as_json(cli):
    """Order and parts by name."""
    made = json.loads(cli("plugins", "--json").out)
    assert set(made) == {"plugins", "order", "event_types", "faults"}
    (own,) = [p for p in made["plugins"] if p["name"] == "eventx"]
    assert own["parts"]["readers"] == ["html", "json", "jsonl", "markdown", "text"]
    assert own["version"] == eventx.__version__
    assert made["order"].index("clauses") < made["order"].index("state-visit")


def test_schema_is_the_published_one(cli):
    """Valid JSON Schema, the same as in Python."""
    done = cli("schema")
    assert done.code == 0
    assert json.loads(done.out) == eventx.json_schema()
    jsonschema.Draft202012Validator.check_schema(json.loads(done.out))


@pytest.mark.parametrize("kind", ["declarative", "python"])
def test_new_plugin_writes_a_distribution(cli, tmp_path, kind):
    """Everything filled in, in the folder that was asked for; the tutorial's test installs and runs both."""
    done = cli("new-plugin", "eventx-trade-deal", "--kind", kind, "--into", "made/here")
    assert done.code == 0
    target = tmp_path / "made" / "here" / "eventx-trade-deal"
    files = [p for p in target.rglob("*") if p.is_file()]
    assert len(files) == 5
    for path in files:
        assert "{{" not in path.read_text()
        assert str(path.relative_to(tmp_path)) in done.out
        if path.suffix == ".py":
            compile(path.read_text(), path.name, "exec")
    assert 'trade-deal = "eventx_trade_deal:PLUGIN"' in (target / "pyproject.toml").read_text()
    for path in target.rglob("trade_deal.toml"):
        checked = cli("check", "--examples-only", str(path))
        assert checked.code == 0, checked.out + checked.err


@pytest.mark.parametrize("name", ["Trade", "trade deal", "", "9", "../up", "a--b", "trade_deal", "é"])
def test_new_plugin_refuses_odd_names(cli, tmp_path, name):
    """And says what a name looks like."""
    done = cli("new-plugin", "--", name)
    assert done.code == 2
    assert "is no name for a plugin: use lower case, digits and hyphens" in done.err
    assert list(tmp_path.iterdir()) == []


def test_new_plugin_overwrites_nothing(cli, tmp_path):
    """An existing folder is refused; one that cannot be made is told."""
    (tmp_path / "eventx-deal").mkdir()
    done = cli("new-plugin", "deal")
    assert done.code == 2
    assert "exists already: choose another name or folder" in done.err
    (tmp_path / "file").write_text("")
    assert cli("new-plugin", "other", "--into", "file").code == 2


REPORTS = (
    ("m1", "2024-10-21", "French President Emmanuel Macron will visit Rabat on October 28, his office said."),
    ("w1", "2024-10-30", "French President Emmanuel Macron visited Rabat on October 28."),
)


@pytest.fixture
def reports(cli, tmp_path):
    names = []
    for name, published, text in REPORTS:
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "published": published, "text": text}))
        names.append(f"{name}-events.jsonl")
        assert cli("extract", f"{name}.json", "--plugin", "state-visit", "--output", names[-1]).code == 0
    return names


def test_merge_makes_one_event_of_two_reports(cli, reports):
    """JSONL by default, another format on demand, the reasons with ``--why``."""
    done = cli("merge", *reports, "--why")
    assert done.code == 0
    (event,) = [eventx.Event.from_json(line) for line in done.out.splitlines()]
    assert event.mentions == 2
    assert event.status is eventx.Status.OCCURRED
    assert f"{event.id} takes in w1 [0]" in done.err
    assert cli("merge", *reports, "--format", "table").out.count("\n") == 3
    assert len(cli("merge", *reports, "--within").out.splitlines()) == 2


def test_merge_takes_standard_input_and_tells_bad_lines(cli, reports, tmp_path):
    """Each with its number; the events of the others are merged."""
    lines = b"".join((tmp_path / name).read_bytes() for name in reports)
    done = cli("merge", "-", "absent.jsonl", stdin=b"\xef\xbb\xbf" + lines + b"{}\nnot json\n\n")
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert "<stdin>:3: is no event: " in done.err
    assert "<stdin>:4: is no event: " in done.err
    assert "absent.jsonl: cannot be read: No such file or directory" in done.err


def test_merge_tells_wrong_usage(cli, reports):
    """An unknown format."""
    done = cli("merge", *reports, "--format", "xls")
    assert done.code == 2
    assert "no format is called 'xls'; there are: csv, " in done.err


def test_the_group_tells_its_commands_and_its_version(cli):
    """Both as ``eventx`` and as ``python -m eventx``."""
    done = cli("--help")
    assert done.code == 0
    for name in ("check", "explain", "extract", "merge", "new-plugin", "plugins", "schema"):
        assert f"  {name}" in done.out
    assert cli("--version").out == f"eventx {eventx.__version__}\n"
    shown = subprocess.run([sys.executable, "-m", "eventx", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"eventx {eventx.__version__}\n"


def test_an_unknown_command_is_wrong_usage(cli):
    """With the nearest one, or with all."""
    done = cli("extrct", "a.md")
    assert done.code == 2
    assert "no command is called 'extrct'; did you mean extract?" in done.err
    assert "there are: check, explain, extract, " in cli("zzz").err
    assert cli().code in (0, 2)


def test_every_command_has_help_for_itself_and_each_option(cli):
    """No option without a word of explanation."""
    from eventx.cli.app import COMMANDS, group

    for name in COMMANDS:
        assert cli(name, "--help").code == 0
        command = group.get_command(None, name)
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or parameter.help, f"{name} {parameter.name}"


def test_a_stop_by_the_user_is_told_quietly(cli, visit, monkeypatch):
    """Exit code 130, as for every program that is interrupted."""

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("eventx.engine.Engine.process", stop)
    done = cli("extract", visit)
    assert done.code == 130
    assert done.err.strip() == "stopped"
