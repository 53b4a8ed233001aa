"""The parts of an event: actor, location, date range, evidence."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve, field, frozen

from eventx.errors import RecordError
from eventx.records.checks import all_are, between, is_a, is_country, is_day, is_subdivision, is_text, is_whole
from eventx.records.span import Span
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector


@frozen(kw_only=True, slots=True)
class Actor:
    """Who acted or was acted upon.

    ``name`` is canonical ("Vladimir Putin") and None for the unnamed; ``text`` is as the
    document has it; ``country`` an ISO 3166-1 alpha-3 code, XKX, an organisation code
    (UNO EUR NAT AFU ARL ASE IGO NGO) or a historic state's old code. Raises RecordError for another code, and for a
    value of another type.
    """

    name: str | None = field(default=None, validator=is_text("$.actor.name", optional=True))
    text: str = field(default="", validator=is_text("$.actor.text"))
    country: str | None = field(default=None, validator=is_country("$.actor.country"))
    role: Role | None = field(default=None, validator=is_a(Role, "$.actor.role", optional=True))
    sector: Sector | None = field(default=None, validator=is_a(Sector, "$.actor.sector", optional=True))


@frozen(kw_only=True, slots=True)
class Location:
    """Where an event takes place: a country and, where the text names them, places in it.

    ``latitude`` and ``longitude`` are degrees (WGS 84) of the finest place named that is known to
    lie somewhere, or of the country, and ``precision`` is the kind of that place.
    Raises RecordError for degrees that there are not, and for a country code that is none (see ``Actor``).
    """

    name: str | None = field(default=None, validator=is_text("$.location.name", optional=True))
    country: str | None = field(default=None, validator=is_country("$.location.country"))
    subdivision: str | None = field(default=None, validator=is_subdivision("$.location.subdivision"))
    places: tuple[str, ...] = field(default=(), validator=all_are(str, "$.location.places"))
    latitude: float | None = field(default=None, validator=between(-90, 90, "$.location.latitude", optional=True))
    longitude: float | None = field(default=None, validator=between(-180, 180, "$.location.longitude", optional=True))
    precision: PlacePrecision | None = field(
        default=None, validator=is_a(PlacePrecision, "$.location.precision", optional=True)
    )


_EDTF_SEASON: Final = {1: "33", 2: "34", 3: "35", 4: "36"}


def _edtf_unit(first: date, last: date) -> str | None:
    """One calendar unit in EDTF where the days are exactly that unit."""
    if first == last:
        return first.isoformat()
    if first.day != 1 or (last.month != 12 and date(last.year, last.month + 1, 1) - last != date.resolution):
        return None
    if last.month == 12 and last.day != 31:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if first.month == 1 and last.month == 12:
        if first.year == last.year:
            return f"{first.year:04}"
        if first.year % 10 == 0 and last.year == first.year + 9:
            return f"{first.year // 10:03}X"
    if first.year == last.year and first.month % 3 == 1 and last.month == first.month + 2:
        return f"{first.year:04}-{_EDTF_SEASON[(first.month + 2) // 3]}"
    return None


@frozen(kw_only=True, slots=True)
class DateRange:
    """Inclusive days from ``start`` to ``end``.

    ``end`` None with a start means that the end is unknown, and the other way about; both
    None is no date range at all and raises RecordError, as does an end before the start.
    """

    start: date | None = field(default=None, validator=is_day("$.dates.start"))
    end: date | None = field(default=None, validator=is_day("$.dates.end"))
    precision: Precision = field(default=Precision.DAY, validator=is_a(Precision, "$.dates.precision"))
    basis: Basis = field(default=Basis.EXPLICIT, validator=is_a(Basis, "$.dates.basis"))
    approximate: bool = False
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise RecordError("a date range has a start or an end; use None for an undated event", "$.dates")
        if self.start and self.end and self.end < self.start:
            raise RecordError(f"the end {self.end} lies before the start {self.start}", "$.dates.end")

    @property
    def days(self) -> int | None:
        """The number of days, both ends counted; None while an end is unknown."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    def contains(self, other: date | DateRange) -> bool:
        """True when the day, or every day of the range, lies inside. An unknown end holds nothing."""
        if not (self.start and self.end):
            return False
        if isinstance(other, DateRange):
            return bool(other.start and other.end and self.start <= other.start and other.end <= self.end)
        return self.start <= other <= self.end

    def overlaps(self, other: DateRange) -> bool:
        """True when a day can lie in both; an unknown end is read as open."""
        begins = max(self.start or date.min, other.start or date.min)
        ends = min(self.end or date.max, other.end or date.max)
        return begins <= ends

    def intersection(self, other: DateRange) -> DateRange | None:
        """The days in both, in the finer of the two precisions; None when there are none."""
        if not self.overlaps(other):
            return None
        starts = [d for d in (self.start, other.start) if d]
        ends = [d for d in (self.end, other.end) if d]
        order = list(Precision)
        finer = min(self.precision, other.precision, key=order.index)
        return evolve(self, start=max(starts) if starts else None, end=min(ends) if ends else None, precision=finer)

    def edtf(self) -> str:
        """The range in Extended Date/Time Format (ISO 8601-2): "2024-06-18/2024-06-19", "2023-09", "2024-05~"."""
        mark = "~" if self.approximate else ""
        if self.start and self.end:
            point = _edtf_unit(self.start, self.end)
            if point:
                return point + mark
        left = self.start.isoformat() + mark if self.start else ""
        right = self.end.isoformat() + mark if self.end else ""
        return f"{left}/{right}"


@frozen(kw_only=True, slots=True)
class Evidence:
    """The exact characters of the document that say something: ``text[start:end] == quote``.

    ``role`` is what they say: trigger, actor, recipient, location, date, status, level,
    attribution, ...; ``sentence`` is the index of the sentence in the analysis. Raises RecordError for offsets that do
    not run forward from 0, and for a value of another type.
    """

    role: str = field(validator=is_text("$.evidence.role"))
    start: int = field(validator=is_whole("$.evidence.start"))
    end: int = field(validator=is_whole("$.evidence.end"))
    quote: str = field(validator=is_text("$.evidence.quote"))
    sentence: int = field(validator=is_whole("$.evidence.sentence"))

    def __attrs_post_init__(self) -> None:
        if self.start > self.end:
            raise RecordError(f"evidence runs forward from 0, not {self.start}..{self.end}", "$.evidence")

    @property
    def span(self) -> Span:
        """The offsets as a Span."""
        return Span(self.start, self.end)
