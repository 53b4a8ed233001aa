"""From a candidate's mentions, time expressions and cues to the actors, place, dates and status of an event."""

from eventx.resolve.actors import actor_of, actors_of
from eventx.resolve.candidate import resolve
from eventx.resolve.dates import date_range
from eventx.resolve.mentions import mentions_of, place_of
from eventx.resolve.places import location_of
from eventx.resolve.status import STATUS_OF, status_of
from eventx.resolve.timing import times_of

__all__ = [
    "STATUS_OF",
    "actor_of",
    "actors_of",
    "date_range",
    "location_of",
    "mentions_of",
    "place_of",
    "resolve",
    "status_of",
    "times_of",
]
