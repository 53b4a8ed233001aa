"""The form of the tables: reading them, a user's own, and what is told of a wrong row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import eventx
import eventx_leaders
from eventx.errors import LexiconError
from eventx.hooks import ActorTable, Analysis, Officeholder, Officeholders
from eventx.records import Candidate, Role, Sector

HEADER = "name,variants,surname,country,role,title,start,end,sector,source"


def written(folder: Path, *lines: str, header: str = HEADER) -> Path:
    """A CSV file of these lines."""
    path = folder / "people.csv"
    path.write_text("\n".join((header, *lines)) + "\n")
    return path


def test_a_users_table_extends_it(tmp_path: Path) -> None:
    path = written(tmp_path, "Ann Example,A. Example|Anne Example,Example,NZL,envoy,Envoy,2020-02,2021,,own")
    row = eventx_leaders.load(extra=path)[-1]
    assert row == Officeholder(
        name="Ann Example",
        country="NZL",
        role=Role.ENVOY,
        names=("A. Example", "Anne Example"),
        surname="Example",
        title="Envoy",
        start=date(2020, 2, 1),
        end=date(2021, 12, 31),
        sector=Sector.GOV,
        source="own",
    )


def test_three_columns_in_any_order_are_enough(tmp_path: Path) -> None:
    path = written(tmp_path, "envoy,NZL,Ann Example", "", "envoy,NZL,Bob Example", header="role,country,name")
    ann, bob = eventx_leaders.load(extra=path)[-2:]
    assert ann == Officeholder(name="Ann Example", country="NZL", role=Role.ENVOY)
    assert bob.name == "Bob Example"


def test_a_users_table_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "Ann Example,NZL,envoy", header="\ufeffname,country,role")
    assert eventx_leaders.load(extra=path)[-1].name == "Ann Example"


def test_a_users_table_can_be_read_alone_and_checked(tmp_path: Path) -> None:
    rows = eventx_leaders.read(
        written(tmp_path, "Ann Example,,,NZL,envoy,,2020,,,own", "Ann Example,,,NZL,envoy,,2021,,,own")
    )
    assert [row.name for row in rows] == ["Ann Example", "Ann Example"]
    (fault,) = eventx_leaders.faults(rows)
    assert "is there twice" in fault


def test_a_wrong_country_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="line 3: country: 'ZZZ' is no country code"):
        eventx_leaders.read(written(tmp_path, "Ann Example,,,NZL,envoy,,2020,,,own", "Bob Example,,,ZZZ,envoy,,,,,own"))


def test_a_users_table_extends_an_engine(tmp_path: Path) -> None:
    path = written(tmp_path, "Ada Oduya,,Oduya,NGA,envoy,Special Envoy,2023,,,own")
    found: list[tuple[str | None, Role | None]] = []

    class Watcher:
        name = "watcher"
        requires = ("mentions",)

        def extract(self, analysis: Analysis) -> list[Candidate]:
            found.extend((m.actor.country, m.actor.role) for m in analysis.mentions(0) if m.actor)
            return []

    class MyPeople:
        name = "my-people"

        @eventx.hookimpl
        def eventx_lexicons(self) -> list[ActorTable]:
            return [ActorTable(name="my-people", load=lambda: eventx_leaders.read(path))]

        @eventx.hookimpl
        def eventx_extractors(self) -> list[Watcher]:
            return [Watcher()]

    engine = eventx.Engine([eventx_leaders.PLUGIN, MyPeople()], strict=True)
    engine.process(eventx.Document(text="Ada Oduya spoke first.", published=date(2024, 1, 1)))
    assert found == [("NGA", Role.ENVOY)]


def test_a_users_table_leaves_the_packaged_one_as_it_is(tmp_path: Path) -> None:
    before = eventx_leaders.load()
    extended = eventx_leaders.load(extra=written(tmp_path, "Ann Example,,,NZL,envoy,,,,,own"))
    assert extended[:-1] == before
    assert eventx_leaders.load() == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ann Example,,,NZL,boss,,2020,,,own", "line 2: role: 'boss' is no role"),
        ("Ann Example,,,NZL,envoy,,soon,,,own", "line 2.*'soon' is no date"),
        ("Ann Example,,,NZL,envoy,,2020-13-01,,,own", "line 2: start: '2020-13-01' is no date; write 2024-06-18"),
        ("Ann Example,,,NZL,envoy,,,2020-13,,own", "line 2: end: '2020-13' is no date"),
        ("Ann Example,,,NZL,envoy,,1 May 2020,,,own", "line 2: start: '1 May 2020' is no date"),
        ("Ann Example,,,NZL,envoy,,2020,2019,,own", "line 2: end: 2019 is before the start, 2020"),
        ("Ann Example,,,NGR,envoy,,2020,,,own", "line 2: country: 'NGR' is no country code; did you mean NGA"),
        ("Ann Example,,,NZL,envoy,,2020,,,own,more", "line 2: has 11 fields, and the first line 10"),
        ("Ann Example,,,NZL,envoy,,2020,,XXX,own", "line 2.*'XXX' is no sector"),
        (",,,NZL,envoy,,2020,,,own", "line 2"),
        ("Ann Example", "line 2: has 1 fields, and the first line 10"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        eventx_leaders.load(extra=written(tmp_path, line))


def test_all_wrong_rows_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, ",,,NZL,envoy,,,,,", '"Ann\nExample",,,NZL,envoy,,,,,', "Bob,,,NZL,envoy,,soon,,,", "X,Y")
    with pytest.raises(LexiconError) as caught:
        eventx_leaders.read(path)
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
        f"{path}, line {number}" for number in (2, 5, 6)
    ]


def test_a_misspelt_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        eventx_leaders.read(written(tmp_path, header="name,country,role,varients,strat,role"))
    for told in ("'varients' is unknown; did you mean 'variants'?", "did you mean 'start'?", "'role' stands twice"):
        assert told in str(caught.value)
    assert "('name'" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.csv: cannot be read: No such file"):
        eventx_leaders.read(tmp_path / "absent.csv")
    path = tmp_path / "people.csv"
    path.write_bytes("name,country,role\nJosé,NZL,envoy\n".encode("latin-1"))
    with pytest.raises(LexiconError, match="line 2: is not in UTF-8; save the table as CSV in UTF-8"):
        eventx_leaders.load(extra=path)


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="role"):
        eventx_leaders.load(extra=written(tmp_path, "Ann,NZL", header="name,country"))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("")
    with pytest.raises(LexiconError, match="name, country, role"):
        eventx_leaders.load(extra=path)


def test_the_plugin_gives_one_table() -> None:
    (part,) = eventx_leaders.PLUGIN.eventx_lexicons()
    assert isinstance(part, ActorTable)
    assert tuple(part.load()) == eventx_leaders.load()


def test_the_packaged_tables_have_the_columns_in_order() -> None:
    folder = Path(eventx_leaders.__file__).parent / "data"
    heads = {path.read_text(encoding="utf-8").splitlines()[0] for path in folder.rglob("*.csv")}
    assert heads == {HEADER}


def test_the_heads_of_the_terms_say_what_their_records_say() -> None:
    terms = eventx_leaders.officeholders()
    assert len(terms) > 20_000
    assert list(terms.heads) == list(Officeholders.of(eventx_leaders.load()).heads)
