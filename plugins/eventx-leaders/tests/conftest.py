"""What the tests of the tables share."""

from __future__ import annotations

import pycountry
import pytest

from eventx.lexicon.gazetteer import load_gazetteer

ORGANIZATIONS = frozenset({"UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO", "NGO"})
HISTORIC = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "YAR", "VDR"})


@pytest.fixture(scope="session")
def codes() -> frozenset[str]:
    """Every code that the gazetteer names, those of historic states and the organisations'."""
    named = {c.alpha_3 for c in pycountry.countries if load_gazetteer().country_name(c.alpha_3)}
    return named | HISTORIC | ORGANIZATIONS | {"XKX"}
