"""The reference page of the PLOVER plugin, written from its frame files."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.frames import Example, FrameSet
from eventx.records import EventType, Status
from eventx_plover import PLUGIN

_HEAD = """# PLOVER events

The event types of the plugin `eventx-plover`: what each `action` means, its codes in PLOVER and CAMEO, and a sentence
that gives it. Where an act that is planned or proposed has other codes, these stand behind "ahead". The PLOVER mode,
where an act has one, is in `attributes.mode`, the contexts of its sentence are in `attributes.contexts`.

<!-- This page is written by tools/update_docs.py from the files of the plugin. -->
"""


def plover_page() -> str:
    """The page: a table for each category, then the contexts with their words."""
    return _HEAD + "".join(_lines())


def _lines() -> Iterator[str]:
    for frameset in PLUGIN.framesets:
        if frameset.event_types:
            yield f"\n## {frameset.source.removesuffix('.toml')}\n\n"
            yield "| action | PLOVER | CAMEO | mode | meaning | example |\n|---|---|---|---|---|---|\n"
            yield from (_row(kind, frameset) for kind in frameset.event_types)
    yield "\n## Modes\n\n"
    yield ", ".join(f"`{mode}`" for mode in sorted(_modes())) + "\n"
    yield "\n## Contexts\n\n| context | some of its words |\n|---|---|\n"
    for frameset in PLUGIN.framesets:
        for name, words in sorted(frameset.contexts.items()):
            yield f"| `{name}` | {', '.join(sorted(words)[:8])} |\n"


def _row(kind: EventType, frameset: FrameSet) -> str:
    ahead = kind.status_codes.get(Status.PLANNED, {})
    codes = [
        f"{kind.codes.get(scheme, '')}" + (f", ahead {ahead[scheme]}" if scheme in ahead else "")
        for scheme in ("plover", "cameo")
    ]
    modes = ", ".join(f"`{mode}`" for mode in sorted(_modes(frameset, kind.name)))
    return f"| `{kind.name}` | {codes[0]} | {codes[1]} | {modes} | {kind.description} | {_example(kind, frameset)} |\n"


def _modes(frameset: FrameSet | None = None, kind: str = "") -> set[str]:
    frames = [f for s in ([frameset] if frameset else PLUGIN.framesets) for f in s.frames if kind in ("", f.event_type)]
    return {str(frame.attributes["mode"]) for frame in frames if "mode" in frame.attributes}


def _example(kind: EventType, frameset: FrameSet) -> str:
    """The first sentence that gives the type, as an act that happened where there is one."""
    fit: list[Example] = [
        e
        for e in frameset.examples
        if e.event_type == kind.name and e.expect and any(w.get("action", kind.name) == kind.name for w in e.expect)
    ]
    return fit[0].text.replace("|", "\\|") if fit else ""
