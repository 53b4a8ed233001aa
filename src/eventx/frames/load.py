"""Loading and checking frame files: every fault at once, each with its line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from eventx.errors import FrameError
from eventx.frames.locate import Lines
from eventx.frames.model import CLASSES, Example, Frame, FrameSet, Role, RoleSource
from eventx.records import EventType, Sector, Status

_EVENT_KEYS = (
    "name", "description", "codes", "status_codes", "general", "reciprocal", "identity", "actors", "recipients",
    "location", "frame", "example",
)  # fmt: skip
_FRAME_KEYS = (
    "verbs", "nouns", "objects", "under", "unless", "actors", "recipients", "location", "status", "passive", "priority",
    "confidence", "name", "absorbs",
)  # fmt: skip
_ROLE_KEYS = ("from", "class", "required")
_EXAMPLE_KEYS = ("text", "published", "expect", "none")
_EXPECT_KEYS = ("action", "actors", "recipients", "country", "places", "status", "start", "end")
_SLOTS = (
    "subject",
    "object",
    "indirect",
    "possessor",
    "modifier",
    "governor.subject",
    "governor.object",
    "embedded",
    "place",
)


def load_frames(source: Path | str | Traversable, name: str | None = None) -> FrameSet:
    """The frames of a TOML file (a path, or the text itself with a ``name`` for messages).

    Raises FrameError with every fault found, each as "file:line: message".
    """
    if isinstance(source, str):
        text, label = source, name or "<text>"
    else:
        label = name or source.name
        try:
            text = source.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise FrameError((f"{label}: cannot be read: {error}; a frame file is TOML in UTF-8",)) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrameError((f"{label}: no valid TOML: {error}",)) from error
    reader = _Reader(label, Lines(text))
    frameset = reader.read(data)
    if reader.faults:
        raise FrameError(tuple(reader.faults))
    return frameset


class _Reader:
    """Walks the data of one file and collects faults."""

    def __init__(self, label: str, lines: Lines) -> None:
        self.label = label
        self.lines = lines
        self.faults: list[str] = []

    def fault(self, message: str, *path: str | int) -> None:
        self.faults.append(f"{self.label}:{self.lines.of(*path)}: {message}")

    def read(self, data: Mapping[str, Any]) -> FrameSet:
        self.known(data, ("event",), ())
        events = data.get("event", [])
        if not isinstance(events, list) or not events:
            self.fault("no event type: write at least one [[event]] table")
            return FrameSet(source=self.label)
        types: list[EventType] = []
        frames: list[Frame] = []
        examples: list[Example] = []
        for number, event in enumerate(events):
            path: tuple[str | int, ...] = ("event", number)
            self.known(event, _EVENT_KEYS, path)
            kind = self.event_type(event, path)
            if any(kind.name == other.name for other in types):
                self.fault(f"the event type {kind.name!r} stands twice; give each its own name", *path)
            types.append(kind)
            frames.extend(self.frames(event, kind, path))
            examples.extend(self.examples(event, kind, path))
        return FrameSet(source=self.label, event_types=tuple(types), frames=tuple(frames), examples=tuple(examples))

    def known(self, table: Mapping[str, Any], keys: Sequence[str], path: tuple[str | int, ...]) -> None:
        for key in table:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(keys)}"
                self.fault(f"the key {key!r} is unknown{hint}", *path, key)

    def event_type(self, event: Mapping[str, Any], path: tuple[str | int, ...]) -> EventType:
        name = event.get("name")
        if not isinstance(name, str) or not name:
            self.fault("an event type needs a name", *path)
            name = "unnamed"
        statuses: dict[str, Any] = {}
        for status, codes in dict(event.get("status_codes", {})).items():
            if status in set(Status):
                statuses[status] = codes
            else:
                self.fault(f"{status!r} is no status; known are {', '.join(Status)}", *path, "status_codes")
        fields = {k: event[k] for k in ("description", "general", "reciprocal") if k in event}
        return EventType(
            name=name,
            codes=event.get("codes", {}),
            status_codes=statuses,
            identity=tuple(event.get("identity", ("actors", "recipients"))),
            **fields,
        )

    def frames(self, event: Mapping[str, Any], kind: EventType, path: tuple[str | int, ...]) -> list[Frame]:
        found: list[Frame] = []
        tables = event.get("frame", [])
        if not tables:
            self.fault(f"the event type {kind.name!r} has no [[event.frame]]", *path)
        for number, table in enumerate(tables):
            here = (*path, "frame", number)
            self.known(table, _FRAME_KEYS, here)
            if not table.get("verbs") and not table.get("nouns"):
                self.fault("a frame needs verbs or nouns to trigger it", *here)
            found.append(self.frame(table, event, kind, number, here))
        return found

    def frame(
        self,
        table: Mapping[str, Any],
        event: Mapping[str, Any],
        kind: EventType,
        number: int,
        here: tuple[str | int, ...],
    ) -> Frame:
        line = self.lines.of(*here)
        return Frame(
            event_type=kind.name,
            name=f"{self.label}:{line} {table.get('name', kind.name)}",
            line=line,
            verbs=self.words(table, "verbs", here),
            nouns=self.words(table, "nouns", here),
            objects=self.words(table, "objects", here),
            under=self.words(table, "under", here),
            unless=self.words(table, "unless", here),
            actors=self.role(table, event, "actors", here, ("subject",)),
            recipients=self.role(table, event, "recipients", here, ()),
            location=self.role(table, event, "location", here, ("prep:in|at|on|near|across|inside|outside", "place")),
            status=self.status(table, here),
            reciprocal=kind.reciprocal,
            passive=bool(table.get("passive", True)),
            absorbs=bool(table.get("absorbs", False)),
            priority=int(table.get("priority", 0)),
            confidence=float(table.get("confidence", 0.8)),
        )

    def words(self, table: Mapping[str, Any], key: str, here: tuple[str | int, ...]) -> frozenset[str]:
        given = table.get(key, [])
        if not isinstance(given, list) or not all(isinstance(w, str) for w in given):
            self.fault(f'{key} is a list of lemmas, such as ["visit", "call off"]', *here, key)
            return frozenset()
        return frozenset(w.lower() for w in given)

    def status(self, table: Mapping[str, Any], here: tuple[str | int, ...]) -> Status | None:
        given = table.get("status")
        if given is None:
            return None
        if given not in set(Status):
            self.fault(f"{given!r} is no status; known are {', '.join(Status)}", *here, "status")
            return None
        return Status(given)

    def role(
        self,
        table: Mapping[str, Any],
        event: Mapping[str, Any],
        key: str,
        here: tuple[str | int, ...],
        default: Sequence[str],
    ) -> Role:
        given = table.get(key, event.get(key, list(default)))
        if isinstance(given, (str, list)):
            given = {"from": given}
        if not isinstance(given, Mapping):
            self.fault(f"{key} is a source, a list of sources, or a table with 'from'", *here, key)
            return Role()
        self.known(given, _ROLE_KEYS, (*here, key))
        sources = given.get("from", list(default))
        sources = [sources] if isinstance(sources, str) else sources
        classes = given.get("class", [])
        classes = [classes] if isinstance(classes, str) else classes
        for word in classes:
            if word not in CLASSES and word not in set(Sector):
                self.fault(
                    f"{word!r} is no class of actors; known are {', '.join(CLASSES)} and the sectors", *here, key
                )
        return Role(
            sources=tuple(s for given in sources if (s := self.source(given, key, here)) is not None),
            classes=tuple(classes),
            required=bool(given.get("required", False)),
        )

    def source(self, given: Any, key: str, here: tuple[str | int, ...]) -> RoleSource | None:
        if isinstance(given, str) and given.startswith("prep:"):
            return RoleSource("prep", tuple(given.removeprefix("prep:").split("|")))
        if given in _SLOTS:
            return RoleSource(given)
        near = get_close_matches(str(given), _SLOTS, 1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(_SLOTS)} and prep:to|for"
        self.fault(f"{key} cannot come from {given!r}{hint}", *here, key)
        return None

    def examples(self, event: Mapping[str, Any], kind: EventType, path: tuple[str | int, ...]) -> list[Example]:
        found: list[Example] = []
        for number, table in enumerate(event.get("example", [])):
            here = (*path, "example", number)
            self.known(table, _EXAMPLE_KEYS, here)
            if not isinstance(table.get("text"), str):
                self.fault("an example needs a text", *here)
                continue
            if bool(table.get("none")) == bool(table.get("expect")):
                self.fault("an example says either what it must give (expect) or none = true", *here)
            for expected in table.get("expect", []):
                self.known(expected, _EXPECT_KEYS, (*here, "expect"))
            found.append(
                Example(
                    event_type=kind.name,
                    line=self.lines.of(*here),
                    text=table["text"],
                    published=self.day(table.get("published"), here),
                    expect=tuple(table.get("expect", [])),
                    none=bool(table.get("none", False)),
                )
            )
        return found

    def day(self, given: Any, here: tuple[str | int, ...]) -> date | None:
        if given is None or isinstance(given, date):
            return given
        try:
            return date.fromisoformat(given)
        except (TypeError, ValueError):
            self.fault(f"published is a day like 2024-06-17, not {given!r}", *here, "published")
            return None
