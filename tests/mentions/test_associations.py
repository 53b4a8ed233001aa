"""The table of groups that are named after their cause: what it gives, and that it is sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.errors import LexiconError
from eventx.lexicon import associations
from eventx.lexicon.groups import load_groups
from eventx.lexicon.tables import toml_table

TABLE = toml_table("associations.toml")
PAIRS = [(m, h, k["heads"]) for k in TABLE["kinds"] for m in k["modifiers"][:5] for h in TABLE["heads"][k["heads"]]]


@given(st.sampled_from(PAIRS))
def test_any_modifier_goes_with_any_head(pair):
    """A modifier and a head of one kind are a group, whatever stands behind them."""
    modifier, head, _ = pair
    words = [*modifier.replace("'", " '").replace(" 's", " 's").split(), *head.partition("/")[0].split(), "said"]
    found = associations.load_associations().at(words, 0)
    assert found is not None
    assert found[0] == len(words) - 1
    assert not found[1].plural


def test_two_modifiers_share_a_head():
    """The head of the second modifier is that of the first as well."""
    found = associations.load_associations().at(["rights", "and", "media", "groups"], 0)
    assert found is not None
    assert (found[0], found[1].plural) == (4, True)


def test_a_modifier_alone_is_no_group():
    """Neither the cause alone nor a head of another kind makes a group."""
    made = associations.load_associations()
    assert made.at(["media"], 0) is None
    assert made.at(["media", "and"], 0) is None
    assert made.at(["media", "guerrillas"], 0) is None


def test_the_table_repeats_no_row_of_the_nouns():
    """What the table makes does not stand in groups.csv too, with the same sector and kind."""
    made, nouns = associations.load_associations(), load_groups().nouns
    doubled = []
    for modifier, head, _ in PAIRS:
        words = [*modifier.replace("'", " '").split(), *head.partition("/")[0].split()]
        listed, found = nouns.at(words, 0), made.at(words, 0)
        if listed is None or found is None or listed[0] != len(words):
            continue
        same = (listed[1].sector, listed[1].kind, listed[1].country) == (
            found[1].sector,
            found[1].kind,
            found[1].country,
        )
        if same and listed[1].role is None:
            doubled.append(" ".join(words))
    assert not doubled


@pytest.mark.parametrize("change", [{"heads": "nothing"}, {"kind": "crowd"}, {"sector": "ABC"}])
def test_a_broken_row_is_told(change):
    """An unknown list of heads, kind or sector is an error that names it."""
    row = {"sector": "NGO", "kind": "institution", "heads": "bodies", "modifiers": ["peace"], **change}
    with pytest.raises(LexiconError, match=next(iter(change.values()))):
        associations._kind(row, {"bodies": None})
