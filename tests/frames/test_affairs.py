"""Frames of public affairs pass over what reports on other things say; other frames are tried everywhere."""

import pytest

import eventx
from eventx.frames import FramePlugin, parse_frames

FRAME = """
[[event]]
name = "praise"
actors = ["subject"]
recipients = ["object"]
[[event.frame]]
verbs = ["praise"]
"""
PUBLIC = parse_frames("public_affairs = true\n" + FRAME, "public.toml")
OTHER = parse_frames(FRAME, "other.toml")
# Filling of a report too long to be a snippet, without a word of public affairs.
TRADE = (
    "Sales of the new phone rose by a tenth. The maker had cut its price in spring. Shops ran out of it within days. "
    "Buyers like the larger screen. A cheaper model is to follow. Margins are thin all the same. "
)
MATCH = "The coach named his squad for the match. The striker and the goalkeeper are fit for the tournament. "


def praised(text, *framesets):
    """How often the text tells of praise."""
    engine = eventx.Engine([FramePlugin("praise", framesets)], strict=True)
    return len(engine.process(eventx.Document(text=text, published="2020-05-04")).events)


@pytest.mark.parametrize(
    "text",
    [
        TRADE + "Kenyan officials praised the farmers in Nairobi.",  # names a place
        TRADE + "The president left. She praised the farmers.",  # right after a word of public affairs
        TRADE + "Lawmakers praised the farmers.",
        "Officials praised the farmers.",  # too short to tell what it is about
        MATCH + "The minister praised the farmers.",
        "The minister spoke. " + TRADE + TRADE + "Officials praised the farmers.",  # public affairs, one word in twenty
    ],
)
def test_what_speaks_of_public_affairs_is_read(text):
    """A sentence that may tell of public affairs is read, whatever the report is about."""
    assert praised(text, PUBLIC) == 1


@pytest.mark.parametrize(
    "text",
    [
        TRADE + "Officials praised the farmers.",
        TRADE + TRADE + "The minister left. Nobody cared. " + TRADE + "Officials praised the farmers." + TRADE,
        MATCH + "Officials praised Kenya.",
    ],
)
def test_other_things_are_passed_over_by_frames_of_public_affairs_only(text):
    """Nothing is read in a report on other things, unless a frame says nothing of public affairs."""
    assert praised(text, PUBLIC) == 0
    assert praised(text, OTHER) == 1
    assert praised(text, PUBLIC, OTHER.__class__(source="x", frames=OTHER.frames)) == 1
