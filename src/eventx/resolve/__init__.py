"""From a candidate's mentions, time expressions and cues to the actors, place, dates and status of an event."""

from eventx.resolve.actors import actor_of, actors_of
from eventx.resolve.candidate import resolve
from eventx.resolve.dates import date_range
from eventx.resolve.places import location_of
from eventx.resolve.timing import times_of

__all__ = ["actor_of", "actors_of", "date_range", "location_of", "resolve", "times_of"]
