"""Who held which office when: an index over tables of officeholders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from eventx.hooks.officeholders import Officeholders
from eventx.hooks.parts import Officeholder
from eventx.lexicon.holdings import GRACE, LEADING, Holding, best, distance, namesake, surname_of
from eventx.lexicon.names import Names, fold, load_names
from eventx.lexicon.person_names import PersonNames
from eventx.lexicon.transliteration import initial, same_given, slipped, sound, two_persons
from eventx.records import Role

# What a title can mean in the table: a president may be the head of government there, a king the head of state.
COMPATIBLE: Final[dict[Role, frozenset[Role]]] = {
    Role.HEAD_OF_STATE: frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH}),
    Role.HEAD_OF_GOVERNMENT: frozenset({Role.HEAD_OF_GOVERNMENT, Role.HEAD_OF_STATE}),
    Role.MONARCH: frozenset({Role.MONARCH}),
    Role.ROYAL: frozenset({Role.ROYAL}),
    Role.MINISTER: frozenset(
        {Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER, Role.HEAD_OF_GOVERNMENT, Role.VICE_PRESIDENT}
    ),
}

# Days behind a term after which only who led a country is still meant by title and surname.
_BYGONE: Final = 15 * 365
_SONS: Final = frozenset({"bin", "ibn", "bint"})
_CONSORTS: Final = frozenset({"First Lady", "First Gentleman"})  # they share a leader's surname


class OfficeholderIndex:
    """Officeholders by name, by surname and by office. Built once for an engine; never changes."""

    def __init__(self, rows: Sequence[Officeholder], names: Names | None = None) -> None:
        self._names = names or load_names()
        self._rows = Officeholders.of(rows)
        self._persons = PersonNames(self._rows, self._names)
        self._office: dict[tuple[str, str], list[int]] = {}
        for number, (_, _, _, country, role) in enumerate(self._rows.heads):
            if role != Role.OTHER:
                self._office.setdefault((country, role), []).append(number)

    def by_name(self, words: Sequence[str], day: date | None, country: str | None = None) -> Holding | None:
        """The person of a full name, in the office that counts on ``day``; None for an unknown name.

        Ministers and others are not looked for more than a year before or ten years after their office, unless
        ``country`` is theirs: a name such as "Chris Evans" then rather means somebody else.
        """
        key = self._names.key(words)
        rows = self._persons.in_full(key)
        if not rows and len(key) > 2:
            rows = self._persons.by_ends(key[0], key[-1])
        if not rows and len(key) == 2:
            rows = [row for row in self._persons.by_ends(key[0], key[1]) if self._has_whole_surname(row, key)]
        if not rows and len(key) == 2:
            rows = self._by_given(key, day)
        if not rows:
            return None
        holding = best(rows, day, country)
        return None if day is not None and namesake(holding, rows, day, country) else holding

    def _has_whole_surname(self, row: Officeholder, key: tuple[str, ...]) -> bool:
        """False for "Frank Jensen" and Frank Bakke-Jensen: half a surname is another one."""
        return set(self._names.key((row.surname or key[-1]).split())) <= set(key)

    def _by_given(self, key: tuple[str, ...], day: date | None) -> list[Officeholder]:
        """The rows of the one person about the day whose given name is spelled otherwise ("Aleksey", "Alexei")."""
        near = [row for row in self._persons.by_surname(key[1]) if day is not None and distance(row, day) <= GRACE]
        same = [row for row in near if same_given(key[0], fold(row.name.split()[0]))]
        return same if len({(row.name, row.country) for row in same}) == 1 else []

    def by_title(
        self, words: Sequence[str], role: Role, day: date | None, country: str | None = None
    ) -> Holding | None:
        """The holder of a stated office whose name has one of these words ("President Harris", "King Salman").

        On the day, if one is known. Without a country the name must settle it: None where several persons fit.
        """
        wanted = COMPATIBLE.get(role, frozenset({role}))
        key = self._names.key(words)
        found: dict[tuple[str, str], list[Officeholder]] = {}
        matched: dict[tuple[str, str], set[str]] = {}
        for word in dict.fromkeys(word for word in key if word not in self._names.particles):
            for row in self._persons.by_word(word):
                if row.role in wanted and country in (None, row.country):
                    who = (row.name, row.country)
                    found.setdefault(who, []).append(row)
                    matched.setdefault(who, set()).add(word)
        scores = {who: _score(words, found[who][0], key) for who, words in matched.items()}
        best_match = self._unique(found, scores, role, day, key)
        return best_match or self._by_sound(key, wanted, day, country) or self._by_slip(key, wanted, day, country)

    def _by_sound(
        self, key: tuple[str, ...], wanted: frozenset[Role], day: date | None, country: str | None
    ) -> Holding | None:
        """The person in office whose surname is another spelling of one of the words ("Soeharto", "Suharto")."""
        if day is None:
            return None
        for word in key[-1:] if len(key) < 3 else (key[-1], key[-2]):
            rows = [
                row
                for role in sorted(wanted - {Role.OTHER})
                for row in self._persons.by_sound(role, sound(word))
                if row.role is role
                and country in (None, row.country)
                and distance(row, day) <= GRACE
                and self._spelled_alike(word, row)
                and (len(key) == 1 or self._initials_agree(key, row))
                and (word == key[-1] or self._ends_in(key[-1], row))
            ]
            if len({(row.name, row.country) for row in rows}) == 1:
                return best(rows, day)
        return None

    def _by_slip(
        self, key: tuple[str, ...], wanted: frozenset[Role], day: date | None, country: str | None
    ) -> Holding | None:
        """The person of the same first name whose surname is the stated one but for a slip ("Gbago")."""
        if len(key) != 2:
            return None
        rows = [
            row
            for row in self._persons.by_word(key[0])
            if row.role in wanted
            and country in (None, row.country)
            and any(slipped(key, self._names.key(form.split())) for form in (row.name, *row.names))
        ]
        return best(rows, day) if len({(row.name, row.country) for row in rows}) == 1 else None

    @staticmethod
    def _spelled_alike(word: str, row: Officeholder) -> bool:
        forms = [w for form in (row.surname, row.name, *row.names) for w in fold(form).split()]
        return any(SequenceMatcher(None, word, form).ratio() >= 0.72 for form in forms if sound(form) == sound(word))

    def _may_be(self, key: tuple[str, ...], row: Officeholder, *, exact: bool) -> bool:
        """True when a stated name can be the row's: its surname is there, and the first names don't differ.

        An initial is enough for somebody in office about the day; ``exact`` asks for a shared first name.
        """
        if len(key) == 1:
            return True
        surname = surname_of(row)
        last = key[-2:] if len(key) > 2 else key[-1:]
        names = [self._names.key(form.split()) for form in (row.name, *row.names)]
        reigns = row.role is Role.MONARCH and len(key) > 2  # "Sultan bin Mohammed al-Qasimi" is no King Mohammed
        if all(two_persons(key, name) for name in names) or (reigns and not any(key[-1] in name for name in names)):
            return False
        if key[-1] not in surname and not any(word in surname for word in last):
            return any(set(key) <= set(name) or set(name) <= set(key) for name in names if len(set(name)) > 1)
        stated = [word for word in key if word not in surname]
        given = [[word for word in name if word not in surname] for name in names]
        if not stated or not any(given):
            return True
        if any(stated[0] in words or words[0] in stated for words in given if words):
            return True
        return not exact and any(initial(stated[0]) == initial(words[0]) for words in given if words)

    def _calls(self, word: str, row: Officeholder, role: Role) -> bool:
        """True for what a title stands before: a surname, or the first or last word of a name ("King Salman").

        "President Obama" is no Pascual Obama Asue, "Chairman Kim" no Kim Beazley, and "King Hussein" no Abdullah bin
        Hussein: whose son one is tells who the father was.
        """
        if word in surname_of(row):
            return True
        if role is Role.OTHER:
            return False
        for form in (row.name, *row.names):
            parts = form.split()
            key = self._names.key(parts)
            if key and (word == key[0] or (word == key[-1] and _SONS.isdisjoint(map(str.lower, parts)))):
                return True
        return False

    def _ends_in(self, word: str, row: Officeholder) -> bool:
        """True when the last word of a stated name is one of the row's too: "Sayed-Khaiyum" is no Zayed."""
        return any(sound(word) == sound(w) for form in (row.name, *row.names) for w in self._names.key(form.split()))

    def _initials_agree(self, key: tuple[str, ...], row: Officeholder) -> bool:
        starts = {initial(w) for form in (row.name, *row.names) for w in self._names.key(form.split())[:1]}
        return any(initial(word) in starts for word in key[:-1])

    def _unique(
        self,
        found: dict[tuple[str, str], list[Officeholder]],
        scores: dict[tuple[str, str], int],
        role: Role,
        day: date | None,
        key: tuple[str, ...],
    ) -> Holding | None:
        """The person who fits best; None where two fit alike."""
        ranked: list[tuple[tuple[int, ...], Holding]] = []
        for who, rows in found.items():
            if scores[who] < 2:
                continue
            holding = best([r for r in rows if r.role is role] or rows, day)
            near = distance(holding.row, day) if day else 0
            exact = near > GRACE or role is Role.OTHER  # a chairman may be anybody
            if (near > GRACE and not holding.past) or not self._may_be(key, rows[0], exact=exact):
                continue
            if near > _BYGONE and holding.row.role not in LEADING:  # "Prince Faisal" of 2011 is not that of 1960
                continue
            if len(key) == 1 and not self._calls(key[0], rows[0], role):
                continue
            ranked.append(((int(near <= GRACE), scores[who], int(holding.row.role is role), -near), holding))
        ranked.sort(key=lambda pair: pair[0], reverse=True)
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][0][:3] == ranked[1][0][:3] and ranked[0][0][0]:
            return None
        return ranked[0][1]

    def by_surname(self, word: str, day: date | None, countries: frozenset[str] | None = None) -> Holding | None:
        """The one person of that surname in office around ``day``, in one of ``countries`` where given."""
        rows = self._persons.by_surname(" ".join(self._names.key(word.split())))
        if not rows:
            return None
        if day is None:
            near = list(rows)
        else:
            near = [row for row in rows if distance(row, day) <= GRACE]
        if countries is not None:
            near = [row for row in near if row.country in countries]
        if len({row.name for row in near}) > 1 and len({row.country for row in near}) == 1:
            near = [row for row in near if row.title not in _CONSORTS]  # "Trump" is no Melania Trump
            near = [row for row in near if row.role in LEADING] or near  # "Kim" is the one who leads
        return best(near, day) if len({row.name for row in near}) == 1 else None

    def names_another(self, key: tuple[str, ...], person: str) -> bool:
        """True when the table has these words as the full name of others, but not of ``person`` (a referent's key)."""
        rows = self._persons.in_full(key)
        return bool(rows) and all(self.person_key(row) != person for row in rows)

    def person_key(self, row: Officeholder) -> str:
        """The key of a row's person: the same for all of a person's terms in a country."""
        return "person:" + row.country + ":" + "-".join(self._names.key(row.name.split()))

    def knows_surname(self, word: str) -> bool:
        """True when somebody of the table bears it."""
        return self._persons.knows_surname(fold(word))

    def _in_office(self, country: str, role: Role) -> list[Officeholder]:
        return [self._rows[number] for number in self._office.get((country, role), ())]

    def holder(self, country: str, role: Role, day: date | None) -> Officeholder | None:
        """Who held the office on that day; None when nobody or several did, or the day is unknown."""
        if day is None:
            return None
        rows = [row for row in self._in_office(country, role) if distance(row, day) == 0]
        if len({row.name for row in rows}) > 1:
            # On the day of a handover the one who came counts.
            latest = max(row.start or date.min for row in rows)
            rows = [row for row in rows if (row.start or date.min) == latest]
        return rows[0] if len({row.name for row in rows}) == 1 else None

    def last_before(self, country: str, role: Role, day: date | None) -> Officeholder | None:
        """Whose term of the office was the last one to end by that day."""
        ended = [(row.end, row) for row in self._in_office(country, role) if row.end and day and row.end <= day]
        return max(ended, key=lambda pair: pair[0], default=(None, None))[1]

    def of_region(self, country: str, region: str, day: date | None) -> list[Officeholder]:
        """The officials on that day whose title ends in "of" that region, the latest first."""
        endings = (f" of {region}", f" of the {region}")
        rows = [r for r in self._in_office(country, Role.OFFICIAL) if r.title.endswith(endings)]
        rows = [row for row in rows if day is not None and distance(row, day) == 0]
        return sorted(rows, key=lambda row: row.start or date.min, reverse=True)

    def titled(self, country: str, title: str, day: date | None) -> Officeholder | None:
        """The official of an organisation with exactly that title on that day, of several the latest."""
        if day is None:
            return None
        rows = [row for row in self._in_office(country, Role.IGO_OFFICIAL) if row.title == title]
        rows = [row for row in rows if distance(row, day) == 0]
        return max(rows, key=lambda row: row.start or date.min, default=None)

    def leader(self, country: str, day: date | None, *, parliamentary: bool) -> Officeholder | None:
        """Who leads a country: the head of government of a parliamentary one, else the head of state."""
        order = (Role.HEAD_OF_GOVERNMENT, Role.HEAD_OF_STATE, Role.MONARCH)
        if not parliamentary:
            order = (Role.HEAD_OF_STATE, Role.MONARCH, Role.HEAD_OF_GOVERNMENT)
        found = (self.holder(country, role, day) for role in order)
        return next((row for row in found if row is not None), None)


def _score(words: set[str], row: Officeholder, key: tuple[str, ...]) -> int:
    """How well the shared words fit: a surname counts most, then the last word of the name."""
    surname = surname_of(row)
    return sum(3 if word in surname else 2 if word == key[-1] else 1 for word in words)
