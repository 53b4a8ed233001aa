"""Datelines and quotes."""

import pytest

from eventx.language.discourse import find_dateline, find_quotes
from eventx.language.segment import segment


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Leaders pay homage\n\nSpecial Correspondent\nNEW DELHI, August 17, 2018 21:42 IST\n\nThe king came.",
            "NEW DELHI",
        ),
        (
            "Ballot begins\nIt may last for days, the commission says\nDILI, East Timor -- Voters queued.",
            "DILI",
        ),
        ("Voters take to the ballot\nThe count may last for days.\nDILI, East Timor (Wire) - Voters queued.", "DILI"),
        ("SEOUL, Nov 3 (Wire) - The envoy landed.", "SEOUL"),
        ("BEIJING/WASHINGTON (Wire) — Talks opened.", "BEIJING/WASHINGTON"),
        ("Kuala Lumpur: The minister resigned.", "Kuala Lumpur"),
        ("PARIS — A minister resigned.", "PARIS"),
        ("TBILISI, Georgia (Wire) -- Voters queued.", "TBILISI"),
        ("OSLO --Voters queued.", "OSLO"),
        ("KIEV. April 11 (Wire-Ukraine) - Voters queued.", "KIEV"),
        ("MINSK, November 12. /WIRE/. Voters queued.", "MINSK"),
        ("NEW DELHI, JULY 14. Voters queued.", "NEW DELHI"),
        ("Lima, Oct 21, WIRE -- Voters queued.", "Lima"),
        ("QUITO, Jan 27 (WIRE).- Voters queued.", "QUITO"),
        ("Lima, Mar 6 (Wire News) Voters queued.", "Lima"),
        ("OSLO (Wire) Norwegian voters queued.", "OSLO"),
        ("ABIDJAN, Cote d'Ivoire (WIRE) - Voters queued.", "ABIDJAN"),
        ("May 17, 2011 (JUBA) - Voters queued.", "JUBA"),
    ],
)
def test_datelines(text, place):
    """The place of a dateline is found, with date and agency in any order of the usual ones."""
    found = find_dateline(text, segment(text))
    assert found is not None
    assert found[1] is not None
    assert found[1].of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "The envoy landed in Seoul - at last.",
        "Talks opened. PARIS - no",
        "Lima, May 6. The voters queued.",
        "Lima (the capital) was calm.",
        "Oslo, Norway was calm.",
        "March 4 (a Sunday) was calm.",
        "",
    ],
)
def test_no_dateline(text):
    """A dash or a place inside a sentence makes no dateline."""
    assert find_dateline(text, segment(text)) is None


@pytest.mark.parametrize("text", ["March 4, /WIRE/. Voters queued.", "4 March, /WIRE/ - Voters queued."])
def test_dateline_without_a_place(text):
    """The day and the agency alone open a report as well."""
    found = find_dateline(text, segment(text))
    assert found is not None
    assert text[found[0].end :] == "Voters queued."
    assert found[1] is None


def test_quotes_with_both_kinds_of_marks():
    """Straight and curly quotes are stretches, marks included; an unclosed one runs to its paragraph's end."""
    text = 'He said "no" and “yes”.\nThen: “It goes on.'
    assert [q.of(text) for q in find_quotes(text, segment(text))] == ['"no"', "“yes”", "“It goes on."]
