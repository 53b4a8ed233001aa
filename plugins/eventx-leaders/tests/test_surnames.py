"""Whom a bare surname means where the table knows several persons of that name."""

from __future__ import annotations

import pytest

import eventx
import eventx_leaders


@pytest.mark.parametrize(
    ("text", "published", "surname", "name"),
    [
        # named in full only further on, and no leader
        (
            "For Xi, Trump affirmed the policy. He had advisers such as Ivanka Trump.",
            "2018-05-03",
            "Trump",
            "Donald Trump",
        ),
        # the leader is told of and not named
        (
            "The body of Kim Jong Nam, half brother of North Korea's leader, has been released. Kim died in February.",
            "2017-03-30",
            "Kim",
            "Kim Jong Nam",
        ),
    ],
)
def test_a_bare_surname(text: str, published: str, surname: str, name: str) -> None:
    engine = eventx.Engine([eventx_leaders.PLUGIN], strict=True)
    analysis = engine.analyze(eventx.Document(text=text, published=published))
    found = [m for s in analysis.sentences for m in analysis.mentions(s.index) if m.text == surname]
    assert [m.actor.name for m in found if m.actor] == [name]
