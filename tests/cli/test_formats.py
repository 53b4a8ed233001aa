"""How the format is chosen, and what a reader, exporter or command of a plugin costs that fails."""

import json

import pytest

import eventx

TEXT = "French President Emmanuel Macron visited Rabat on Monday."
DATED = ("--published", "2024-10-30", "--plugin", "state-visit", "--plugin", "faulty", "--plugin", "eventx")
EXPORTER = """
    import eventx
    class Own:
        name = "own"
        suffix = ".own.json"
        def {method}:
            {body}
    @eventx.hookimpl
    def eventx_exporters():
        return [Own()]
"""
READER = """
    import eventx
    class Own:
        name = "own"
        suffixes = (".own",)
        def read(self, data, source):
            {body}
    @eventx.hookimpl
    def eventx_readers():
        return [Own()]
"""


def test_the_longest_ending_decides(cli, install, visit, tmp_path):
    """Not the built-in format of its last part; in upper case too."""
    install(EXPORTER.format(method="export(self, events, stream)", body="stream.write(f'{len(list(events))} events')"))
    assert cli("extract", visit, *DATED, "--output", "o.own.json").code == 0
    assert (tmp_path / "o.own.json").read_text() == "1 events"
    assert cli("extract", visit, *DATED, "--output", "O.JSON").code == 0
    assert len(json.loads((tmp_path / "O.JSON").read_text())) == 1


@pytest.mark.parametrize("body", ["1 / 0", "raise SystemExit(0)", "next(iter(events)); raise OSError('no template')"])
@pytest.mark.parametrize("output", [(), ("--output", "o.own.json")])
def test_an_exporter_that_fails_is_named(cli, install, visit, tmp_path, body, output):
    """Exit code 1, one line, and a file that was there stays."""
    install(EXPORTER.format(method="export(self, events, stream)", body=f"stream.write('partial'); {body}"))
    (tmp_path / "o.own.json").write_text("old")
    done = cli("extract", visit, *DATED, "--format", "own", *output)
    assert done.code == 1
    assert "plugin faulty: the exporter 'own' failed" in done.err
    assert "Traceback" not in done.err
    assert (tmp_path / "o.own.json").read_text() == "old"


@pytest.mark.parametrize("body", ["path.write_text('partial'); 1 / 0", "list(events)"])
def test_an_exporter_of_files_leaves_the_old_one_until_all_is_written(cli, install, visit, tmp_path, body):
    """Nothing else is left in the folder, either."""
    install(EXPORTER.format(method="export_file(self, events, path)", body=body))
    (tmp_path / "o.own.json").write_text("old")
    done = cli("extract", visit, *DATED, "--output", "o.own.json")
    assert done.code == 1
    assert "plugin faulty: the exporter 'own'" in done.err
    assert (tmp_path / "o.own.json").read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["o.own.json", "site", "visit.txt"]


def test_an_exporter_of_files_replaces_the_old_one(cli, install, visit, tmp_path):
    """By a file of the same name that it wrote elsewhere."""
    body = "path.write_text(f'{path.name} {len(list(events))}')"
    install(EXPORTER.format(method="export_file(self, events, path)", body=body))
    (tmp_path / "o.own.json").write_text("old")
    assert cli("extract", visit, *DATED, "--output", "o.own.json").code == 0
    assert (tmp_path / "o.own.json").read_text() == "o.own.json 1"


@pytest.mark.parametrize("body", ["yield 'text'", "raise SystemExit(3)", "return None", "yield 3; 1 / 0"])
def test_a_reader_that_fails_costs_its_file(cli, install, visit, tmp_path, body):
    """The next file is read; the fault names reader and file."""
    install(READER.format(body=body))
    (tmp_path / "a.own").write_text(TEXT)
    done = cli("extract", "a.own", visit, *DATED, "--format", "jsonl")
    assert done.code == 1
    assert "a.own: the reader 'own'" in done.err
    assert "Traceback" not in done.err
    assert len(done.out.splitlines()) == 1


def test_a_command_of_a_plugin_that_raises_is_named(cli, install):
    """With the place, for its author."""
    install(
        """
        import click, eventx
        @click.command()
        def boom():
            1 / 0
        @eventx.hookimpl
        def eventx_commands(group):
            group.add_command(boom)
        """
    )
    done = cli("boom")
    assert done.code == 1
    assert "plugin faulty: the command 'boom' raised ZeroDivisionError: division by zero" in done.err
    assert "Traceback" not in done.err


def test_explain_takes_a_claim_that_holds_no_records(cli, install, visit):
    """It is told, as extract tells it; the other claims are shown."""
    install(
        """
        import eventx
        class Odd:
            name = "odd"
            requires = ()
            def extract(self, analysis):
                yield eventx.Candidate(event_type="odd", sentence=0, trigger=eventx.Span(0, 6), actors=("Japan",))
        @eventx.hookimpl
        def eventx_event_types():
            return [eventx.EventType(name="odd")]
        @eventx.hookimpl
        def eventx_extractors():
            return [Odd()]
        """
    )
    done = cli("explain", visit, *DATED)
    assert done.code == 1
    assert "plugin faulty, part odd" in done.err
    assert "Traceback" not in done.err
    assert "visit by" in done.out


@pytest.mark.parametrize("name", ["icews", "phoenix", "polecat"])
def test_merge_writes_the_formats_of_plugins(cli, visit, tmp_path, name):
    """And those that need a file, by their endings."""
    cli("extract", visit, *DATED[:4], "--output", "e.jsonl")
    done = cli("merge", "e.jsonl", "--format", name)
    assert done.code == 0
    assert len(done.out.splitlines()) == 2
    assert cli("merge", "e.jsonl", "--output", "m.sqlite").code == 0
    assert (tmp_path / "m.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_merge_reads_lists_and_counts_an_id_once(cli, visit):
    """What ``--format json`` writes; the same file twice changes nothing."""
    cli("extract", visit, *DATED[:4], "--output", "e.json")
    cli("extract", visit, *DATED[:4], "--output", "e.jsonl")
    done = cli("merge", "e.json", "e.jsonl", "e.jsonl")
    (event,) = [eventx.Event.from_json(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert event.mentions == 1
    assert "note: 2 events had an id that was there already" in done.err


def test_merge_tells_a_file_without_events_once(cli, tmp_path):
    """Not once a line."""
    (tmp_path / "a.geojson").write_text('{"type":\n"FeatureCollection"\n}\n')
    done = cli("merge", "a.geojson")
    assert done.code == 1
    (line,) = done.err.splitlines()
    assert "a.geojson: holds no event" in line


def test_an_article_in_indented_json_is_read_from_standard_input(cli):
    """As from a file."""
    data = json.dumps({"published": "2024-10-30", "text": TEXT}, indent=2).encode()
    assert len(cli("extract", "-", *DATED[2:4], "--format", "jsonl", stdin=data).out.splitlines()) == 1


def test_a_table_of_articles_is_refused(cli, tmp_path):
    """It would be read as prose."""
    (tmp_path / "a.csv").write_text("text\nx\n")
    done = cli("extract", "a.csv")
    assert done.code == 1
    assert "a.csv: .csv is no format of articles" in done.err


def test_faults_of_building_are_told_once_by_harvest(cli, install, tmp_path):
    """Not once a document."""
    install("raise RuntimeError('no such device')")
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": TEXT}) + "\n") * 3)
    assert cli("harvest", "a.jsonl").err.count("no such device") == 1


@pytest.mark.parametrize("args", [("--top", "0"), ("--top", "-1"), ("--min", "0"), ("--examples", "-1")])
def test_harvest_refuses_counts_that_are_none(cli, visit, args):
    """As wrong usage."""
    assert cli("harvest", visit, *args).code == 2


@pytest.mark.parametrize("target", ["json", "nope", "nope.toml"])
def test_check_of_what_is_no_plugin_is_wrong_usage(cli, target):
    """A module without hooks is no plugin."""
    done = cli("check", target)
    assert done.code == 2
    assert target in done.err
    assert cli("extract", "a.txt", "--frames", "nope.toml").code == 2


@pytest.mark.parametrize("name", ["visit", "eventx", "plover"])
def test_new_plugin_refuses_names_that_are_taken(cli, name, tmp_path):
    """By a plugin or by an event type."""
    done = cli("new-plugin", name)
    assert done.code == 2
    assert "choose another; installed are the plugins" in done.err
    assert list(tmp_path.iterdir()) == []


def test_publisher_and_status_reach_the_layouts(cli, tmp_path):
    """Only what happened has a row, unless all is asked for; the rest is told."""
    more = "Finnish President Alexander Stubb cancelled his visit to Norway."
    text = f"---\npublisher: The Courier\npublished: 2024-10-30\n---\n{TEXT} {more}\n"
    (tmp_path / "a.md").write_text(text)
    done = cli("extract", "a.md", "--format", "icews")
    assert done.code == 0
    assert "\tThe Courier\t" in done.out
    every = cli("extract", "a.md", "--format", "icews-all")
    assert every.out.splitlines()[0].endswith("\tStatus")
    assert len(every.out.splitlines()) > len(done.out.splitlines())
    assert "note: the format icews leaves out 1 event: 1 cancelled" in done.err


def test_a_misspelt_key_of_the_front_matter_is_told(cli, tmp_path):
    """With the one that was meant."""
    (tmp_path / "a.md").write_text(f"---\npublised: 2024-10-30\n---\n{TEXT}\n")
    assert "the key 'publised' is unknown; did you mean 'published'?" in cli("extract", "a.md").err
