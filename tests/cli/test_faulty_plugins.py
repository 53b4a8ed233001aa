"""A plugin that is wrong costs its own events: it is named, the exit code is 1, everything else's events are there."""

import json
import sys

import pytest

TEXT = "French President Emmanuel Macron visited Rabat on Monday."
ARGS = ("--published", "2024-10-30", "--format", "jsonl")

EXTRACTOR = """
    import eventx
    class Faulty:
        name = "faulty-extractor"
        requires = ()
        def extract(self, analysis):
            {body}
    @eventx.hookimpl
    def eventx_event_types():
        return [eventx.EventType(name="oops")]
    @eventx.hookimpl
    def eventx_extractors():
        return [Faulty()]
"""
FAULTY = {
    "raises on import": ("raise RuntimeError('no such device')", "cannot be imported: RuntimeError: no such device"),
    "ends the program on import": ("import sys; sys.exit(3)", "cannot be imported: SystemExit: 3"),
    "does not parse": ("def f(:", "cannot be imported: SyntaxError"),
    "misses a module": ("import nothing_of_the_kind", "No module named 'nothing_of_the_kind'"),
    "raises when it is built": (
        "import eventx\n@eventx.hookimpl\ndef eventx_extractors():\n    raise OSError('no table')",
        "build: eventx_extractors raised OSError: no table (plugin faulty, at plugin_of_test",
    ),
    "gives no list": (
        "import eventx\n@eventx.hookimpl\ndef eventx_extractors():\n    return 7",
        "eventx_extractors returned int; return a list of parts",
    ),
    "misspells a hook": (
        "import eventx\n@eventx.hookimpl\ndef eventx_extractor():\n    return []",
        "eventx_extractor is no hook of eventx; did you mean eventx_extractors?",
    ),
    "forgets the mark": (
        "def eventx_extractors():\n    return []",
        "eventx_extractors is not marked: put @eventx.hookimpl above it",
    ),
    "raises on a document": (
        EXTRACTOR.format(body="raise KeyError('x')"),
        "extract: KeyError: 'x' (plugin faulty, part",
    ),
    "raises halfway": (
        EXTRACTOR.format(
            body="yield eventx.Dropped(event_type='oops', sentence=0, trigger=eventx.Span(0, 1), reason='x'); 1 / 0"
        ),
        "ZeroDivisionError: division by zero",
    ),
    "yields nonsense": (EXTRACTOR.format(body="yield 'visit'"), "yields Candidate or Dropped, not str"),
    "undeclared type": (
        EXTRACTOR.format(body="yield eventx.Candidate(event_type='ops', sentence=0, trigger=eventx.Span(0, 6))"),
        "the event type 'ops' was not declared by any plugin",
    ),
    "recurses for ever": (EXTRACTOR.format(body="return self.extract(analysis)"), "RecursionError"),
    "needs what is not there": (
        EXTRACTOR.format(body="return []").replace("requires = ()", "requires = ('dreams',)"),
        "requires dreams, which nothing provides",
    ),
    "raises when it watches": (
        "import eventx\n@eventx.hookimpl\ndef eventx_document_done(report):\n    raise ValueError('full')",
        "watch: eventx_document_done raised ValueError: full",
    ),
    "takes a layer and raises": (
        """
    import eventx
    class Numbers:
        name = "numbers"
        provides = "numbers"
        requires = ()
        def annotate(self, analysis, sentence):
            raise ValueError("no numbers")
    class Reader:
        name = "reader"
        requires = ("numbers",)
        def extract(self, analysis):
            return analysis.layer("numbers", 0)
    @eventx.hookimpl
    def eventx_annotators():
        return [Numbers()]
    @eventx.hookimpl
    def eventx_extractors():
        return [Reader()]
""",
        "annotate: ValueError: no numbers (plugin faulty, part numbers",
    ),
}


@pytest.mark.parametrize("kind", FAULTY)
def test_it_is_named_and_the_others_go_on(cli, install, visit, kind):
    """In the run, and where it shows on loading also in the list of plugins."""
    source, told = FAULTY[kind]
    install(source)
    done = cli("extract", visit, visit, *ARGS)
    assert done.code == 1, done
    assert [json.loads(line)["action"] for line in done.out.splitlines()].count("visit") == 2
    assert told in done.err
    assert "faulty" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("kind", ["raises on import", "misspells a hook", "raises when it is built"])
def test_the_list_of_plugins_tells_it_too(cli, install, kind):
    """With exit code 1; the others are listed."""
    install(FAULTY[kind][0])
    done = cli("plugins")
    assert done.code == 1
    assert FAULTY[kind][1] in done.err
    assert "state-visit" in done.out
    (fault,) = json.loads(cli("plugins", "--json").out)["faults"]
    assert fault["plugin"] == "faulty"


def test_of_two_plugins_with_one_name_the_second_is_a_fault(cli, install, visit):
    """Both distributions are named."""
    install("import eventx", name="twin", distribution="first-of-two")
    install("import eventx", name="twin", distribution="second-of-two")
    done = cli("extract", visit, *ARGS)
    assert done.code == 1
    assert "the name 'twin' is taken by first-of-two 1.0; second-of-two is not loaded" in done.err
    assert '"visit"' in done.out


def test_a_fault_is_told_once_however_many_documents(cli, install, tmp_path):
    """One of loading; one that a document brings is told with each document."""
    install(FAULTY["raises on import"][0])
    row = json.dumps({"text": TEXT, "published": "2024-10-30"})
    (tmp_path / "a.jsonl").write_text(f"{row}\n" * 5)
    done = cli("extract", "a.jsonl", *ARGS)
    assert done.err.count("no such device") == 1


def test_strict_stops_at_the_first_fault(cli, install, visit):
    """Nothing is written."""
    install(FAULTY["raises on import"][0])
    done = cli("extract", visit, *ARGS, "--strict")
    assert done.code == 1
    assert done.out == ""
    assert "--strict was asked for" in done.err


def test_disabled_plugins_do_no_harm(cli, install, visit):
    """What is disabled is not even imported."""
    install(FAULTY["ends the program on import"][0])
    done = cli("extract", visit, *ARGS, "--disable", "faulty")
    assert done.code == 0
    assert done.err == ""


def test_a_command_that_raises_costs_itself(cli, install, visit):
    """Commands of plugins are asked for by name and in the help; a broken one is told, the others work."""
    install("import eventx\n@eventx.hookimpl\ndef eventx_commands(group):\n    1 / 0", name="bad-command")
    install(
        """
        import click, eventx
        @click.command(help="Say hello.")
        def hello():
            click.echo("hello")
        @eventx.hookimpl
        def eventx_commands(group):
            group.add_command(hello)
        """,
        name="good-command",
    )
    done = cli("--help")
    assert done.code == 0
    assert "Say hello." in done.out
    assert "plugin bad-command: eventx_commands raised ZeroDivisionError" in done.err
    assert cli("hello").out == "hello\n"


def test_a_broken_frame_file_is_told_whole(cli, install, visit, tmp_path):
    """All faults with file and line: of an installed plugin, and by ``eventx check``."""
    text = '[[event]]\nname = "a"\ncodes = 3\n[[event.frame]]\nverb = ["go"]\nstatus = "plannd"\n'
    (tmp_path / "broken.toml").write_text(text)
    lines = ["broken.toml:3: codes is a table", "broken.toml:5: the key 'verb' is unknown; did you mean 'verbs'?"]
    lines.append("broken.toml:6: 'plannd' is no status")
    install(
        f"""
        from pathlib import Path
        from eventx.frames import plugin_from_frames
        PLUGIN = plugin_from_frames(Path({str(tmp_path / "broken.toml")!r}), name="faulty")
        """
    )
    done = cli("extract", visit, *ARGS)
    assert done.code == 1
    assert '"visit"' in done.out
    checked = cli("check", "broken.toml")
    assert checked.code == 1
    assert "broken.toml: " in checked.out
    for line in lines:
        assert line in done.err
        assert line in checked.err
    assert cli("check", "absent.toml").code == 2
    assert "absent.toml: does not exist" in cli("check", "absent.toml").err


def test_what_a_plugin_prints_when_it_is_loaded_is_no_data(cli, visit, install):
    """It goes to standard error, whatever the command: standard output can be piped on."""
    source = "import eventx\n@eventx.hookimpl\ndef eventx_extractors():\n    print('made')\n    return []"
    install(f"print('hello')\n{source}", name="chatty")
    for args in (("extract", visit, *ARGS), ("plugins", "--json"), ("explain", visit, "--json"), ("--help",)):
        for module in [name for name in sys.modules if name.startswith("plugin_of_test")]:
            del sys.modules[module]
        done = cli(*args)
        assert "hello" not in done.out
        assert "made" not in done.out
        assert "hello" in done.err
    assert [json.loads(line)["action"] for line in cli("extract", visit, *ARGS).out.splitlines()]
