"""Whether two records have the same place and the same days."""

from __future__ import annotations

from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final

from eventx.merge.verdict import Verdict
from eventx.records import DateRange, Location, PlacePrecision, Precision

_POINTS: Final = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_SUBURBS: Final = 40.0  # kilometres within which two names may be of one place: a suburb, an airport, a palace
_RADIUS: Final = 6371.0  # of the earth, in kilometres
_STAY: Final = timedelta(days=14)  # the most that a stay of unknown end is taken to last
_LONG_STAY: Final = timedelta(days=31)  # and one that is told in weeks or more


def places(one: Location | None, other: Location | None, *, country_only: bool = False) -> Verdict:
    """Agree in one country, unless both name places in it that lie apart (two cities, two provinces)."""
    if one is None or other is None or not one.country or not other.country:
        return Verdict.UNKNOWN
    if one.country != other.country or not (country_only or _may_be_one_place(one, other)):
        return Verdict.CONTRADICT
    return Verdict.AGREE


def share_a_place(one: Location | None, other: Location | None) -> bool:
    """True when both name the same place inside a country."""
    return one is not None and other is not None and not {*one.places}.isdisjoint(other.places)


def _may_be_one_place(one: Location, other: Location) -> bool:
    if not one.places or not other.places or share_a_place(one, other):
        return True
    if one.precision in _POINTS and other.precision in _POINTS:
        distance = _kilometres(one, other)
        return distance is None or distance <= _SUBURBS
    both = {one.precision, other.precision}
    return both != {PlacePrecision.SUBDIVISION} or one.subdivision == other.subdivision


def _kilometres(one: Location, other: Location) -> float | None:
    """The distance as the crow flies; None where the reference table does not know a place."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    half_turn = radians(one.longitude - other.longitude) / 2
    chord = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(half_turn) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(chord)))


def days(one: DateRange | None, other: DateRange | None, *, slack: int = 0, stay: int | None = None) -> Verdict:
    """Agree when a day can lie in both, ``slack`` days forgiven.

    An unknown end is read as ``stay`` days after the start; without it as two weeks, or a month for coarse dates.
    """
    if one is None or other is None:
        return Verdict.UNKNOWN
    allowed = timedelta(days=slack)
    first, last = _bounds(one, stay)
    begin, end = _bounds(other, stay)
    if first - _clamped(allowed, first) <= end and begin - _clamped(allowed, begin) <= last:
        return Verdict.AGREE
    return Verdict.CONTRADICT


def _clamped(allowed: timedelta, day: date) -> timedelta:
    return min(allowed, day - date.min)


def _bounds(dates: DateRange, stay: int | None) -> tuple[date, date]:
    """First and last day, where one is unknown a stay away from the other."""
    length = timedelta(days=stay) if stay is not None else _STAY if dates.precision is Precision.DAY else _LONG_STAY
    start = dates.start or max(date.min + length, dates.end or date.min + length) - length
    end = dates.end or min(date.max - length, start) + length
    return start, end
