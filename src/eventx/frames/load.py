"""Loading and checking frame files: every fault at once, each with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

import tomli  # as the standard library has it, but compiled: frame files are large

from eventx.errors import FrameError
from eventx.frames.expected import FIELDS as EXPECTABLE
from eventx.frames.expected import value_faults
from eventx.frames.keys import EVENT_KEYS, EXAMPLE_KEYS, FILE_KEYS, FRAME_KEYS, NAME
from eventx.frames.locate import Lines
from eventx.frames.model import Example, Frame, FrameSet, Role
from eventx.frames.reader import ValueReader
from eventx.frames.shape import sound
from eventx.records import EventType, Status
from eventx.records.checks import identity_fault

# Fields of a frame that are lists of words -> their keys in the file.
_WORD_LISTS: Final = {
    "verbs": "verbs",
    "nouns": "nouns",
    "objects": "objects",
    "under": "under",
    "not_under": "not_under",
    "content": "content",
    "not_content": "not_content",
    "occasion": "occasion",
    "with_words": "with",
    "setting": "setting",
    "instruments": "instruments",
    "cues": "cues",
}
_FLAGS: Final = {"places": False, "conditional": False, "abroad": False, "passive": True, "active": True}
_AT_LINE: Final = re.compile(r"\(at line (\d+)")
DEFAULT_KEYS: Final = (
    "actors", "recipients", "location", "identity", "attributes", "absorbs", "spoken", "sudden", "unless", "topics",
    "status_codes", "ahead", "codes", "threat",
)  # fmt: skip
_DEFAULT_ROLES: Final[Mapping[str, list[str]]] = {
    "actors": ["subject"],
    "recipients": [],
    "location": ["prep:in|at|near|across|inside|outside|throughout", "place"],
}


def load_frames(path: Path | str | Traversable, name: str | None = None) -> FrameSet:
    """The frames of a TOML file; messages call it ``name``, or by its own name.

    Raises FrameError with every fault found, each as "file:line: message".
    """
    if isinstance(path, str):
        path = Path(path)
    label = name or path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        told = str(error)[:300]
        raise FrameError((f"{label[:100]}: cannot be read: {told}; a frame file is TOML in UTF-8",)) from error
    return parse_frames(text, label)


def parse_frames(text: str, name: str = "<text>") -> FrameSet:
    """The frames of the text of a TOML file, which messages call ``name``.

    Raises FrameError with every fault found, each as "name:line: message".
    """
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        raise FrameError((f"{name}{':' + at[1] if at else ''}: no valid TOML: {error}",)) from error
    reader = _Reader(name, Lines(text))
    frameset = reader.read(sound(data, reader.fault))
    if reader.faults:
        raise FrameError(reader.faults)
    return frameset


class _Reader(ValueReader):
    """Walks the data of one file."""

    defaults: Mapping[str, Any] = {}
    public_affairs = False
    names: frozenset[str] = frozenset()  # of the event types

    def read(self, data: Mapping[str, Any]) -> FrameSet:
        """The content of the file, as far as it is sound."""
        self.known(data, FILE_KEYS, ())
        self.lists |= {name: tuple(sorted(words)) for name, words in self.named_lists(data, "words").items()}
        contexts = self.named_lists(data, "contexts")
        self.defaults = self.table(data, "defaults")
        self.known(self.defaults, DEFAULT_KEYS, ("defaults",))
        self.public_affairs = self.flag(data, "public_affairs", (), default=False)
        events = data.get("event", [])
        if (not isinstance(events, list) or not events) and not contexts:
            self.fault("no event type: write at least one [[event]] table")
            events = []
        self.names = frozenset(str(event.get("name")) for event in events)
        types: list[EventType] = []
        lines: dict[str, int] = {}
        frames: list[Frame] = []
        examples: list[Example] = []
        for number, event in enumerate(events):
            path: tuple[str | int, ...] = ("event", number)
            self.known(event, EVENT_KEYS, path)
            kind = self.event_type(event, path)
            if any(kind.name == other.name for other in types):
                self.fault(f"the event type {kind.name!r} stands twice; give each its own name", *path)
            types.append(kind)
            lines.setdefault(kind.name, self.lines.of(*path))
            frames.extend(self.frames(event, kind, path))
            examples.extend(self.examples(event, kind, path))
        return FrameSet(
            source=self.label,
            event_types=tuple(types),
            frames=tuple(frames),
            examples=tuple(examples),
            contexts=contexts,
            lines=lines,
        )

    def table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        """A table of the file, empty where it is none."""
        given = data.get(key, {})
        if isinstance(given, Mapping):
            return given
        self.fault(f"{key} is a table", key)
        return {}

    def event_type(self, event: Mapping[str, Any], path: tuple[str | int, ...]) -> EventType:
        """The event type of an [[event]] table."""
        name = event.get("name")
        if not isinstance(name, str) or not name:
            if (*path, "name") not in self.faulted:
                self.fault("an event type needs a name", *path)
            name = "unnamed"
        elif not re.fullmatch(NAME, name):
            form = "-".join(re.findall("[a-z0-9]+", name.lower())) or "name-ambassador"
            self.fault(f"name is in lower case with hyphens, such as {form!r}, not {name!r}", *path, "name")
        ahead = event.get("ahead", self.defaults.get("ahead") if "codes" in event else None)
        statuses: dict[Status, Any] = {Status.PLANNED: ahead, Status.PROPOSED: ahead} if ahead else {}
        for status, codes in dict(event.get("status_codes", self.defaults.get("status_codes", {}))).items():
            if status in set(Status):
                statuses[Status(status)] = codes
            else:
                self.fault(f"{status!r} is no status; known are {', '.join(Status)}", *path, "status_codes")
        identity = event.get("identity", self.defaults.get("identity", ["actors", "recipients"]))
        if wrong := identity_fault(identity):
            self.fault(wrong, *path, "identity")
            identity = ["actors"]
        fields = {k: event[k] for k in ("description", "general", "reciprocal") if k in event}
        return EventType(
            name=name,
            codes=event.get("codes", self.defaults.get("codes", {})),
            status_codes=statuses,
            identity=tuple(identity),
            **fields,
        )

    def frames(self, event: Mapping[str, Any], kind: EventType, path: tuple[str | int, ...]) -> list[Frame]:
        """The frames of an event type."""
        found: list[Frame] = []
        tables = event.get("frame", [])
        if not tables:
            self.fault(f"the event type {kind.name!r} has no [[event.frame]]", *path)
        for number, table in enumerate(tables):
            here = (*path, "frame", number)
            meant = self.known(table, FRAME_KEYS, here)
            if not table.get("verbs") and not table.get("nouns") and not meant & {"verbs", "nouns"}:
                self.fault("a frame needs verbs or nouns to trigger it", *here)
            found.append(self.frame(table, event, kind, here))
        return found

    def frame(
        self, table: Mapping[str, Any], event: Mapping[str, Any], kind: EventType, here: tuple[str | int, ...]
    ) -> Frame:
        """One frame; what it does not say its event type says, or the file's defaults."""

        def said(key: str, default: Any) -> Any:
            return table.get(key, event.get(key, self.defaults.get(key, default)))

        def role(key: str) -> Role:
            where = here if key in table else here[:2] if key in event else ("defaults",)
            return self.role(_role_with_sources(said, key, event, self.defaults), key, where)

        levels = ((self.defaults, ("defaults",)), (event, here[:2]), (table, here))
        given: dict[str, Any] = {f: self.words(table, key, here) for f, key in _WORD_LISTS.items() if key in table}
        given |= {key: self.flag(table, key, here, default=usual) for key, usual in _FLAGS.items()}
        given |= {"public_affairs": self.public_affairs, "threat": str(said("threat", ""))}
        given |= {key: bool(said(key, False)) for key in ("spoken", "sudden")}
        for key in ("unless", "topics"):
            given[key] = self.joined([self.words(level, key, where) for level, where in levels if key in level])
        return Frame(
            **given,
            event_type=kind.name,
            name=f"{self.label}:{self.lines.of(*here)} {table.get('name', kind.name)}",
            line=self.lines.of(*here),
            complements=self.complements(table, here),
            needs=self.sources(table.get("needs", []), "needs", here),
            without=self.sources(table.get("without", []), "without", here),
            polarity=self.polarity(table, here),
            actors=role("actors"),
            recipients=role("recipients"),
            location=role("location"),
            attributes={k: v for level, _ in levels for k, v in dict(level.get("attributes", {})).items()},
            status=self.status(table, here),
            reciprocal=kind.reciprocal,
            parties=int(self.number(table, "parties", here, 1)),
            absorbs=self.absorbs(said("absorbs", False), here),
            priority=int(self.number(table, "priority", here, 0)),
            confidence=float(self.number(table, "confidence", here, 0.8)),
        )

    def examples(self, event: Mapping[str, Any], kind: EventType, path: tuple[str | int, ...]) -> list[Example]:
        """The examples of an event type."""
        found: list[Example] = []
        for number, table in enumerate(event.get("example", [])):
            here = (*path, "example", number)
            self.known(table, EXAMPLE_KEYS, here)
            if not isinstance(table.get("text"), str):
                self.fault("an example needs a text", *here)
                continue
            self.expectations(table, here)
            found.append(
                Example(
                    event_type=kind.name,
                    line=self.lines.of(*here),
                    text=table["text"],
                    published=self.day(table.get("published"), here),
                    expect=tuple(table.get("expect", [])),
                    none=bool(table.get("none", False)),
                    only=self.flag(table, "only", here),
                )
            )
        return found

    def expectations(self, table: Mapping[str, Any], here: tuple[str | int, ...]) -> None:
        """Note what is wrong with the values that an example expects."""
        wanted = table.get("expect")
        sure = not {(*here, "expect"), (*here, "none")} & self.faulted  # else it is told already
        if sure and (bool(table.get("none")) == bool(wanted) or (table.get("none") and wanted is not None)):
            self.fault("an example says either what it must give (expect) or none = true", *here)
        if table.get("only") and not wanted and sure:
            self.fault("only = true stands beside expect: no other events than those", *here, "only")
        for expected in wanted or ():
            self.known(expected, EXPECTABLE, (*here, "expect"))
            for fault in value_faults(expected, table["text"]):
                self.fault(fault, *here, "expect")
            action = expected.get("action")
            if action and action not in self.names:
                told = f"{action!r} is no event type of this file, whose events alone are looked at"
                self.fault(told, *here, "expect")


def _role_with_sources(said: Any, key: str, event: Mapping[str, Any], defaults: Mapping[str, Any]) -> Any:
    """A role table that names no sources takes those of the level above: { class = "armed" } narrows only."""
    given = said(key, _DEFAULT_ROLES[key])
    if not isinstance(given, Mapping) or "from" in given:
        return given
    for above in (event.get(key), defaults.get(key), _DEFAULT_ROLES[key]):
        sources = above.get("from") if isinstance(above, Mapping) else above
        if sources:
            return {**given, "from": sources}
    return given
