"""``eventx check``: what is wrong with a frame file among the installed plugins, and what is only odd about it."""

import pytest

FILE = """
[[event]]
name = "name-envoy"
description = "A state names an envoy."
{event}
[[event.frame]]
{frame}
"""
NAMED = 'verbs = ["name"]'
PLAIN = 'codes = { plover = "SUPPORT:name-envoy", cameo = "050" }'


@pytest.mark.parametrize(
    ("event", "frame", "told"),
    [
        (PLAIN, NAMED, []),
        (
            'codes = { plover = "SUPORT:x" }',
            NAMED,
            ["2: no event type of an installed plugin has a code in plover that"],
        ),
        (
            'codes = { cameo = "999" }',
            NAMED,
            ["2: no event type of an installed plugin has a code in cameo that begins"],
        ),
        (
            'codes = { plovr = "SUPPORT:x" }',
            NAMED,
            ["2: no event type of an installed plugin has codes called 'plovr'"],
        ),
        (
            'general = "protst"',
            NAMED,
            ["2: the broader type 'protst' of 'name-envoy' is no event type of this file or"],
        ),
        (PLAIN, 'verbs = ["Named"]', ["6: the verb 'named' is no lemma, and is never met: write 'name'"]),
        (PLAIN, 'verbs = ["calls off"]', ["6: the verb 'calls off' is no lemma, and is never met: write 'call off'"]),
        (PLAIN, NAMED + '\nunder = ["futur"]', ["6: under has 'futur', which is no word: did you mean 'future'?"]),
        (PLAIN, NAMED + '\nunder = ["amid", "ask", "there be"]\ncontent = ["passive"]', []),
    ],
)
def test_what_is_odd_is_a_note(cli, tmp_path, event, frame, told):
    """The exit code is that of the faults."""
    (tmp_path / "a.toml").write_text(FILE.format(event=event, frame=frame))
    done = cli("check", "--examples-only", "a.toml")
    assert done.code == 0
    lines = done.err.splitlines()
    assert len(lines) == len(told), done
    for line, begin in zip(lines, told, strict=True):
        assert line.startswith(f"note: a.toml:{begin}")


def test_a_file_without_examples_proves_nothing(cli, tmp_path):
    """It is told in the place of their number; so is a type that nobody described."""
    text = FILE.format(event="", frame=NAMED).replace("description", "# description")
    (tmp_path / "a.toml").write_text(text)
    done = cli("check", "--examples-only", "a.toml")
    assert done.out == "a.toml: ok (no examples, which proves nothing)\n"
    assert "note: a.toml:2: the event type 'name-envoy' has no description" in done.err


def test_a_threat_that_nobody_declares_is_a_fault(cli, tmp_path):
    """Its events would be lost; those of an installed plugin are fine."""
    for threat, code in (("threaten", 0), ("threten", 1)):
        (tmp_path / "a.toml").write_text(FILE.format(event=f'threat = "{threat}"', frame=NAMED))
        done = cli("check", "--examples-only", "a.toml")
        assert done.code == code
    assert "a.toml:6: the threat 'threten' is no event type of this file or" in done.err
    assert "did you mean 'threaten'?" in done.err


def test_a_type_of_an_installed_plugin_is_told(cli, tmp_path):
    """By check before, and by extract, which names both plugins."""
    (tmp_path / "a.toml").write_text(FILE.format(event=PLAIN, frame=NAMED).replace("name-envoy", "threaten"))
    told = "the event type 'threaten' is declared by"
    assert f"note: a.toml:2: {told} the plugin plover too" in cli("check", "--examples-only", "a.toml").err
    (tmp_path / "a.txt").write_text("Portugal named an envoy.")
    assert "taken by a part of plugin a" in cli("extract", "a.txt", "--frames", "a.toml").err
