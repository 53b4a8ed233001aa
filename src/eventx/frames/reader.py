"""Reading the values of one frame file: words, roles, sources; every fault is collected with its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from sys import intern
from typing import Any, Final

from eventx.frames.keys import LOCATION_KEYS, OVER, POLARITIES, ROLE_KEYS, SLOTS
from eventx.frames.locate import Lines
from eventx.frames.model import CLASSES, CONTENT, RELATIONS, Complement, Role, RoleSource
from eventx.frames.words import shared_words
from eventx.records import Sector, Status

Path = tuple[str | int, ...]


_NONE: Final[frozenset[str]] = frozenset()
_SECTORS: Final = frozenset(Sector)
_SOURCES: Final = f"{', '.join(SLOTS)}, prep:to|for, inside:with|of; each also behind {' or '.join(OVER)}"


class ValueReader:
    """Reads single values of a file's tables and collects what is wrong with them."""

    def __init__(self, label: str, lines: Lines) -> None:
        self.label = label
        self.lines = lines
        self._faults: list[tuple[int, str]] = []
        self.faulted: set[Path] = set()  # the paths of what is wrong
        self.lists: dict[str, tuple[str, ...]] = dict(shared_words())
        self._joined: dict[tuple[frozenset[str], ...], frozenset[str]] = {}
        self._sources: dict[str, RoleSource] = {}
        self._roles: dict[Role, Role] = {}
        self._roles_read: dict[int, tuple[Any, Role]] = {}  # by the identity of a table that many frames fall back on
        self._lists_read: dict[tuple[str, ...], frozenset[str]] = {}  # many frames of a file have the same lists

    def fault(self, message: str, *path: str | int) -> None:
        """Note a fault at the line of a path."""
        self._faults.append((self.lines.of(*path), message))
        self.faulted.add(path)

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, each fault once, in the order of the lines."""
        return tuple(f"{self.label}:{line}: {message}" for line, message in sorted(dict.fromkeys(self._faults)))

    def known(self, table: Mapping[str, Any], keys: Sequence[str] | Mapping[str, Any], path: Path) -> set[str]:
        """Note every key that is none of ``keys``; gives the keys that seem to be meant."""
        listed = list(keys)
        meant: set[str] = set()
        for key in table:
            if key not in listed:
                near = get_close_matches(key, listed, 1)
                meant.update(near)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(listed)}"
                self.fault(f"the key {key!r} is unknown{hint}", *path, key)
        return meant

    def named_lists(self, data: Mapping[str, Any], key: str) -> dict[str, frozenset[str]]:
        """The word lists of a table of the file."""
        found: dict[str, frozenset[str]] = {}
        tables = data.get(key, {})
        if not isinstance(tables, Mapping):
            self.fault(f"{key} is a table of word lists", key)
            return found
        for name in tables:
            found[name] = self.words(tables, name, (key,))
        return found

    def words(self, table: Mapping[str, Any], key: str, here: Path) -> frozenset[str]:
        """A list of lemmas, with named lists put in the place of "@name"."""
        given = table.get(key)
        if given is None:
            return _NONE  # most keys of most frames
        if not isinstance(given, list) or not all(isinstance(w, str) for w in given):
            self.fault(f'{key} is a list of lemmas, such as ["visit", "call off"]', *here, key)
            return frozenset()
        known = self._lists_read.get(tuple(given))
        if known is not None:
            return known
        found: set[str] = set()
        wrong = False
        for word in given:
            if not word.startswith("@"):
                found.add(intern(word.lower()))
            elif word[1:] in self.lists:
                found.update(self.lists[word[1:]])
            else:
                wrong = True
                near = get_close_matches(word[1:], self.lists, 1)
                hint = f"; did you mean @{near[0]}?" if near else ""
                self.fault(f"{key} names {word}, which is no word list{hint}", *here, key)
        read = frozenset(found)
        if not wrong:
            self._lists_read[tuple(given)] = read
        return read

    def joined(self, parts: Sequence[frozenset[str]]) -> frozenset[str]:
        """The words of several lists; the same value wherever the same lists are joined."""
        told = tuple(part for part in parts if part)
        if len(told) < 2:
            return told[0] if told else frozenset()
        known = self._joined.get(told)
        if known is None:
            known = self._joined[told] = frozenset().union(*told)
        return known

    def status(self, table: Mapping[str, Any], here: Path) -> Status | None:
        """A status, where one is given."""
        given = table.get("status")
        if given is None:
            return None
        if given not in set(Status):
            self.fault(f"{given!r} is no status; known are {', '.join(Status)}", *here, "status")
            return None
        return Status(given)

    def polarity(self, table: Mapping[str, Any], here: Path) -> str:
        """The polarity of a frame."""
        given = table.get("polarity", POLARITIES[0])
        if given not in POLARITIES:
            self.fault(f"{given!r} is no polarity; known are {', '.join(POLARITIES)}", *here, "polarity")
            return POLARITIES[0]
        return str(given)

    def flag(self, table: Mapping[str, Any], key: str, here: Path, default: bool = False) -> bool:
        """A flag."""
        given = table.get(key, default)
        if not isinstance(given, bool):
            self.fault(f"{key} is true or false, not {given!r}", *here, key)
            return default
        return given

    def number(self, table: Mapping[str, Any], key: str, here: Path, default: float) -> float:
        """A number."""
        given = table.get(key, default)
        if isinstance(given, bool) or not isinstance(given, (int, float)):
            self.fault(f"{key} is a number, not {given!r}", *here, key)
            return default
        if key == "confidence" and not 0 <= given <= 1:
            self.fault(f"confidence lies between 0 and 1, not at {given}", *here, key)
            return default
        return given

    def absorbs(self, given: Any, here: Path) -> frozenset[str]:
        """The relations of the clauses that a frame takes in."""
        if isinstance(given, bool):
            return frozenset(CONTENT) if given else frozenset()
        wrong = [r for r in given if r not in RELATIONS] if isinstance(given, list) else [given]
        if wrong:
            self.fault(f"absorbs is true, false or a list of relations ({', '.join(RELATIONS)})", *here, "absorbs")
            return frozenset()
        return frozenset(given)

    def complements(self, table: Mapping[str, Any], here: Path) -> tuple[Complement, ...]:
        """The phrases that a trigger must take."""
        given = table.get("complements", {})
        if not isinstance(given, Mapping):
            self.fault('complements is a table such as { "to|on" = ["ceasefire"] }', *here, "complements")
            return ()
        return tuple(
            Complement(prepositions=tuple(key.split("|")), heads=self.words(given, key, (*here, "complements")))
            for key in given
        )

    def role(self, given: Any, key: str, here: Path) -> Role:
        """A role: a source, a list of sources, or a table."""
        known = self._roles_read.get(id(given))
        if known is None:
            known = self._roles_read[id(given)] = (given, self._role(given, key, here))
        return known[1]

    def _role(self, given: Any, key: str, here: Path) -> Role:
        if isinstance(given, (str, list)):
            given = {"from": given}
        if not isinstance(given, Mapping):
            self.fault(f"{key} is a source, a list of sources, or a table with 'from'", *here, key)
            return Role()
        if key == "location":
            self.known(given, LOCATION_KEYS, (*here, key))
            given = {word: given[word] for word in LOCATION_KEYS if word in given}
        else:
            self.known(given, ROLE_KEYS, (*here, key))
        role = Role(
            sources=self.sources(given.get("from", []), key, here),
            classes=self.classes(given, "class", (*here, key)),
            barred=self.classes(given, "except", (*here, key)),
            never=self.words(given, "never", (*here, key)),
            required=self.flag(given, "required", (*here, key)),
        )
        return self._roles.setdefault(role, role)

    def classes(self, table: Mapping[str, Any], key: str, here: Path) -> tuple[str, ...]:
        """Classes of actors, or sectors."""
        given = table.get(key, [])
        listed = [given] if isinstance(given, str) else given
        for word in listed:
            if word not in CLASSES and word not in _SECTORS:
                known = f"known are {', '.join(CLASSES)} and the sectors {', '.join(Sector)}"
                self.fault(f"{word!r} is no class of actors; {known}", *here)
        return tuple(listed)

    def sources(self, given: Any, key: str, here: Path) -> tuple[RoleSource, ...]:
        """One source or a list of them."""
        listed = [given] if isinstance(given, str) else given
        if not isinstance(listed, list):
            self.fault(f"{key} is a source or a list of sources", *here, key)
            return ()
        return tuple(s for one in listed if (s := self.source(one, key, here)) is not None)

    def source(self, given: Any, key: str, here: Path) -> RoleSource | None:
        """One source: "subject", "prep:to|for", "inside:with", "content.prep:with", "occasion.subject", ..."""
        known = self._sources.get(str(given))
        if known is None:
            known = self._source(str(given), key, here)
            if known is not None:
                self._sources[str(given)] = known  # a file says the same ones in frame after frame
        return known

    def _source(self, text: str, key: str, here: Path) -> RoleSource | None:
        over, _, slot = text.rpartition(".") if text.startswith(OVER) else ("", "", text)
        prefix = f"{over}." if over else ""
        kind, _, prepositions = slot.partition(":")
        if kind in ("prep", "inside") and prepositions:
            return RoleSource(prefix + kind, tuple(prepositions.split("|")))
        if slot in SLOTS:
            return RoleSource(prefix + slot)
        near = get_close_matches(slot, SLOTS, 1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {_SOURCES}"
        self.fault(f"{key} cannot come from {text!r}{hint}", *here, key)
        return None

    def day(self, given: Any, here: Path) -> date | None:
        """A day."""
        if given is None or isinstance(given, date):
            return given
        try:
            return date.fromisoformat(given)
        except (TypeError, ValueError):
            self.fault(f"published is a day like 2024-06-17, not {given!r}", *here, "published")
            return None
