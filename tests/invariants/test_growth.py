"""Invariant 6: work grows linearly with the length of the text; hostile input ends in an error or an empty result."""

import time

import pytest

import eventx

UNITS = {
    "one visit again and again": "French President Emmanuel Macron visited Rabat on Monday. ",
    "paragraphs": "French President Emmanuel Macron will visit Rabat in May.\n\n",
    "names and meetings": "President Emmanuel Macron and Chancellor Olaf Scholz met Xi Jinping in Paris, he said. ",
    "pronouns": "He met her there and they told him that she would visit them. ",
    "trigger words": "visit minister and the of ",
    "no trigger": "The harvest in the valley was late this year, farmers said. ",
    "dates": "On Monday, June 17, 2024, two days later, last week, in May. ",
    "lists": "Paris, Rome, Berlin, London and Madrid, ",
    "quotes": "“He will visit Paris,” she said. ",
    "brackets": "((([[[",
    "capitals": "PRESIDENT PUTIN TO VISIT CHINA. ",
    "one long word": "abcdefghij",
    "line ends": "\n\r\n",
    "marks": "e\u0301\u200b\u202e",
    "digits": "2024-06-1",
    "full stops": "a. ",
}
SMALL = 6_000  # characters; four times as many must not take much more than four times as long
MOST = 8.0  # quadratic work takes 16 times as long
FLOOR = 0.05  # seconds; below this nothing is measured


def seconds(engine, text):
    document = eventx.Document(text=text, published="2024-06-17")
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        engine.process(document)
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize("name", UNITS)
def test_four_times_the_text_takes_some_four_times_the_time(engine, name):
    """Whatever the text is made of."""
    unit = UNITS[name]
    count = SMALL // len(unit)
    short, long = seconds(engine, unit * count), seconds(engine, unit * 4 * count)
    assert long < MOST * max(short, FLOOR / 4), f"{short:.3f} s, then {long:.3f} s"
