"""Hypothesis strategies for the records. Needs hypothesis (the extra ``testing``)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as missing:
    raise ImportError("the strategies need hypothesis (the extra 'testing'): pip install hypothesis") from missing

from eventx.records import (
    Actor,
    Basis,
    DateRange,
    Document,
    Event,
    Evidence,
    Location,
    PlacePrecision,
    Precision,
    Role,
    Sector,
    Span,
    Status,
    document_stamp,
)

_PIECES: Final = (
    "The president ", "of France ", "Vladimir Putin ", "will visit ", "visited ", "cancelled his trip to ", "Hanoi ",
    "on Monday", "June 17, 2024", ". ", ", ", "\n\n", "\r\n", "“", "”", "said ", "not ", "—", "😀", "越南",
    "é", "\u0301",
)  # fmt: skip


def texts() -> SearchStrategy[str]:
    """Texts: pieces of news, any Unicode with lone surrogates too, and both mixed."""
    anything = st.text(st.characters(exclude_categories=()), max_size=40)
    return st.lists(st.one_of(st.sampled_from(_PIECES), anything), max_size=30).map("".join)


def days() -> SearchStrategy[date]:
    """Days from 1900 to 2100."""
    return st.dates(date(1900, 1, 1), date(2100, 12, 31))


def spans(text: str | None = None) -> SearchStrategy[Span]:
    """Spans inside ``text``, or any."""
    limit = 10_000 if text is None else len(text)
    offsets = st.tuples(st.integers(0, limit), st.integers(0, limit))
    return offsets.map(lambda pair: Span(min(pair), max(pair)))


def documents() -> SearchStrategy[Document]:
    """Documents of any text, with or without a date, title and address."""
    line = st.one_of(st.none(), st.text(max_size=30))
    return st.builds(Document, text=texts(), published=st.one_of(st.none(), days()), title=line, url=line)


@st.composite
def date_ranges(draw: Any) -> DateRange:
    """Date ranges with both ends, or one of them unknown."""
    first, second = sorted((draw(days()), draw(days())))
    start, end = draw(st.sampled_from([(first, second), (first, None), (None, second), (first, first)]))
    return DateRange(
        start=start,
        end=end,
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(Basis)),
        approximate=draw(st.booleans()),
        text=draw(st.one_of(st.none(), st.text(max_size=20))),
    )


def actors() -> SearchStrategy[Actor]:
    """Actors, named or not, with and without country, role and sector."""
    return st.builds(
        Actor,
        name=st.one_of(st.none(), st.text(max_size=20)),
        text=st.text(max_size=20),
        country=st.sampled_from([None, "RUS", "VNM", "XKX", "UNO", "SUN"]),
        role=st.one_of(st.none(), st.sampled_from(Role)),
        sector=st.one_of(st.none(), st.sampled_from(Sector)),
    )


def locations() -> SearchStrategy[Location]:
    """Locations, with and without coordinates."""
    return st.builds(
        Location,
        name=st.one_of(st.none(), st.text(max_size=20)),
        country=st.sampled_from([None, "VNM", "PRK", "DDR"]),
        subdivision=st.sampled_from([None, "VN-HN", "US-CA", "FR-75"]),
        places=st.lists(st.text(max_size=15), max_size=3).map(tuple),
        latitude=st.one_of(st.none(), st.floats(-90, 90)),
        longitude=st.one_of(st.none(), st.floats(-180, 180)),
        precision=st.one_of(st.none(), st.sampled_from(PlacePrecision)),
    )


@st.composite
def events(draw: Any) -> Event:
    """Events of a document, each quote at its offsets, with the id that their content gives."""
    document = draw(documents())
    pieces = draw(st.lists(spans(document.text), min_size=1, max_size=4))
    roles = st.sampled_from(["trigger", "actor", "location", "date", "status"])
    scalars = st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.text(max_size=10))
    return Event(
        action=draw(st.sampled_from(["visit", "sign-agreement", "resign"])),
        actors=tuple(draw(st.lists(actors(), max_size=3))),
        recipients=tuple(draw(st.lists(actors(), max_size=3))),
        location=draw(st.one_of(st.none(), locations())),
        dates=draw(st.one_of(st.none(), date_ranges())),
        status=draw(st.sampled_from(Status)),
        attributes=draw(
            st.dictionaries(st.text(max_size=8), st.one_of(scalars, st.lists(scalars, max_size=3)), max_size=3)
        ),
        codes=draw(st.dictionaries(st.sampled_from(["plover", "cameo"]), st.text(max_size=8))),
        attribution=draw(st.one_of(st.none(), actors())),
        evidence=tuple(
            Evidence(
                role=draw(roles), start=p.start, end=p.end, quote=p.of(document.text), sentence=draw(st.integers(0, 99))
            )
            for p in pieces
        ),
        document=document_stamp(document),
        extractor="eventx-testing 1",
        confidence=draw(st.floats(0, 1)),
        mentions=draw(st.integers(1, 9)),
    ).identified()
