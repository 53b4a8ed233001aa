"""However long a row of visits is, the last is one; and the calendar may end."""

import pytest

import eventx
from eventx_state_visit import PLUGIN

ENGINE = eventx.Engine([PLUGIN], strict=True)


@pytest.mark.parametrize("times", [1, 16, 60])
@pytest.mark.parametrize("again", ["The visit went well. ", "Macron is to stay until Thursday. ", "He then flew on. "])
def test_a_row_of_mentions_costs_no_visit(times, again):
    """Each mention borrows from the one before, and is less sure of it."""
    first, last = (
        "French President Emmanuel Macron visited Rabat on Monday. ",
        "German Chancellor Olaf Scholz will visit Tokyo in May.",
    )
    report = ENGINE.process(eventx.Document(text=first + again * times + last, published="2024-06-17"))
    assert {"MAR", "JPN"} <= {event.location.country for event in report.events if event.location}


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "text",
    [
        "King Charles arrived in Namibia yesterday for a three-day visit.",
        "President Macron's trip to Peru was due to begin on Wednesday but has been put off.",
        "President Macron will visit Peru next week and Chile on Thursday.",
    ],
)
def test_the_calendar_may_end(text, published):
    """A stay runs to its last day at most."""
    ENGINE.process(eventx.Document(text=text, published=published))
