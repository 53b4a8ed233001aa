"""Crosswalks and the layouts of event data sets."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eventx
from eventx import Actor, DateRange, Event, Evidence, Location, Sector
from eventx.testing import events
from eventx_plover import PLUGIN
from eventx_plover.crosswalk import cameo_code, cameo_codes, plover_categories, plover_category
from eventx_plover.exporters import EXPORTERS

NAMES = [e.name for e in EXPORTERS]


def sample(**more):
    """Sanctions by one state against two others."""
    values = {
        "action": "impose-sanctions",
        "codes": {"plover": "SANCTION:impose-sanctions", "cameo": "163"},
        "actors": (Actor(name="United States", text="Washington", country="USA", sector=Sector.GOV),),
        "recipients": (
            Actor(name="Iran", text="Iran", country="IRN", sector=Sector.GOV),
            Actor(text="two\tbanks\n", country="SYR", sector=Sector.BUS),
        ),
        "dates": DateRange(start=date(2021, 6, 21), end=date(2021, 6, 21)),
        "location": Location(name="Iran", country="IRN", latitude=32.0, longitude=53.0),
        "evidence": (Evidence(role="trigger", start=0, end=7, quote="imposed", sentence=2),),
        "attributes": {"contexts": ["economic", "diplomatic"], "mode": "restrict"},
        "document": {"id": "d1", "url": "https://example.org/1", "title": "T", "published": "2021-06-22"},
    }
    return Event(**{**values, **more}).identified()


def rows(name, found):
    """The rows of a format, by column."""
    stream = io.StringIO()
    next(e for e in EXPORTERS if e.name == name).export(iter(found), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue()), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", NAMES)
def test_one_row_a_dyad(name):
    """An actor with two recipients makes two rows, and no cell breaks the table."""
    made = rows(name, [sample()])
    assert len(made) == 2
    assert all(None not in row and None not in row.values() for row in made)


def test_icews_row():
    """The columns of ICEWS hold what they say."""
    row = rows("icews", [sample()])[0]
    assert (row["Source Country"], row["Target Country"]) == ("USA", "IRN")
    assert (row["CAMEO Code"], row["Intensity"], row["Event Date"]) == ("163", "-8.0", "2021-06-21")
    assert row["Sentence Number"] == "3"


def test_phoenix_row():
    """The columns of Phoenix hold what they say."""
    row = rows("phoenix", [sample()])[0]
    assert (row["SourceActorFull"], row["EventRootCode"], row["QuadClass"]) == ("USAGOV", "16", "4")
    assert (row["Date"], row["Year"], row["Day"]) == ("20210621", "2021", "21")


def test_polecat_row():
    """The columns of POLECAT hold what they say."""
    row = rows("polecat", [sample()])[0]
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("SANCTION", "restrict", "M-CONF")
    assert row["Contexts"] == "economic;diplomatic"
    assert row["Recipient Country"] == "IRN"


def test_an_undated_event_has_the_day_of_publication():
    """As in the data sets whose layout it is."""
    assert rows("icews", [sample(dates=None)])[0]["Event Date"] == "2021-06-22"


def test_a_reciprocal_event_gives_both_directions():
    """Two parties of a treaty are source and target in turn."""
    parties = (Actor(name="Peru", text="Peru", country="PER"), Actor(name="Chile", text="Chile", country="CHL"))
    codes = {"plover": "AGREE:sign-agreement", "cameo": "057"}
    made = rows("icews", [sample(action="sign-agreement", codes=codes, actors=parties, recipients=())])
    assert {(r["Source Country"], r["Target Country"]) for r in made} == {("PER", "CHL"), ("CHL", "PER")}


def test_events_without_a_code_give_no_row():
    """What no plugin coded is not political event data."""
    assert rows("polecat", [sample(codes={})]) == []


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, deadline=None)
@given(found=st.lists(events(), max_size=3))
def test_any_event_can_be_written(name, found):
    """Every row has as many cells as the header."""
    stream = io.StringIO()
    next(e for e in EXPORTERS if e.name == name).export(found, stream)
    assert len({line.count("\t") for line in stream.getvalue().split("\n")[:-1]}) == 1


def test_every_code_of_the_plugin_is_in_the_crosswalk():
    """Each event type's codes, in every status, have a class, a name and an intensity that fits its quad class."""
    for frameset in PLUGIN.framesets:
        for kind in frameset.event_types:
            for codes in (kind.codes, *kind.status_codes.values()):
                category = codes["plover"].partition(":")[0]
                entry = cameo_code(codes["cameo"])
                assert category in plover_categories()
                assert entry is not None, codes
                assert entry.code == codes["cameo"]


# Where this plugin follows the coding of PLOVER's gold standard records or of news, and not the table of its classes.
ASIDE = {
    "AGREE:sign-agreement",
    "CONCEDE:apologize",
    "CONCEDE:release-prisoners",
    "CONCEDE:surrender",
    "CONCEDE:withdraw-troops",
}


def test_the_crosswalk_leads_back():
    """From the CAMEO code of an event type to its category; quad class and intensity point the same way."""
    for frameset in PLUGIN.framesets:
        for kind in frameset.event_types:
            for codes in (kind.codes, *kind.status_codes.values()):
                category = plover_category(codes["cameo"])
                assert category is not None
                assert codes["plover"].partition(":")[0] == category.name or codes["plover"] in ASIDE, codes
    for entry in cameo_codes().values():
        assert entry.quad > 2 or entry.intensity >= 0 or entry.root == "02", entry
        assert entry.quad <= 2 or entry.intensity <= 0, entry


@pytest.mark.parametrize(
    ("code", "name"), [("0811", "CONCEDE"), ("0861", "RETREAT"), ("1384", "THREATEN"), ("203", "ASSAULT")]
)
def test_category_of_a_code(code, name):
    """08 is divided between two categories, 18 to 20 are one."""
    assert plover_category(code).name == name


def test_appeals_have_no_category():
    """PLOVER has dropped statements and appeals."""
    assert plover_category("0231") is None
    assert plover_category("") is None


def test_quad_classes_of_categories():
    """Those of PLOVER's own table."""
    quads = {category.name: category.quad for category in plover_categories().values()}
    assert {n for n, q in quads.items() if q == 1} == {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
    assert {n for n, q in quads.items() if q == 2} == {"COOPERATE", "AID", "RETREAT", "INVESTIGATE"}
    assert {n for n, q in quads.items() if q == 3} == {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def test_longer_codes_fall_back_on_their_beginning():
    """A code that the table lacks has the values of the one that it refines."""
    assert cameo_code("1711") == cameo_code("1711")
    assert cameo_code("1711").intensity == cameo_codes()["171"].intensity
    assert cameo_code("0874").intensity == 10.0
    assert cameo_code("") is None
    assert cameo_code("99") is None


@pytest.mark.parametrize("name", ["icews", "phoenix", "polecat"])
@settings(max_examples=30, deadline=None)
@given(status=st.sampled_from(eventx.Status), cameo=st.sampled_from(["036", "040", "125"]))
def test_only_what_happened_or_is_intended_gives_rows(name, status, cameo):
    """Whatever the code: a denied or proposed act has a row in the format that has the status only."""
    event = sample(status=status, codes={"plover": "AGREE:meet", "cameo": cameo})
    kept = status in ("occurred", "ongoing") or (status, cameo) == ("planned", "036")
    assert bool(rows(name, [event])) is kept
    assert {row["Status"] for row in rows(f"{name}-all", [event])} == {status.value}
    assert list(rows(f"{name}-all", [event])[0])[:-1] == list(rows(name, [sample()])[0])


def test_the_publisher_has_its_column():
    """In ICEWS and Phoenix."""
    event = sample(document={"id": "d1", "publisher": "The Courier"})
    assert rows("icews", [event])[0]["Publisher"] == "The Courier"
    assert rows("phoenix", [event])[0]["NewsSources"] == "The Courier"


def test_the_engine_knows_the_formats():
    """The formats come through the exporter hook."""
    assert set(NAMES) <= set(eventx.Engine([PLUGIN]).exporters)
