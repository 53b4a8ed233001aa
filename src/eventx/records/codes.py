"""Country codes: ISO 3166-1 alpha-3 as pycountry has it, with the codes of historic states, Kosovo and organisations.

pycountry loads when a code is first checked, not with eventx.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Final

# Organisations of states: the UN, the EU, NATO, the African Union, the Arab League, ASEAN, and any other.
INTERGOVERNMENTAL: Final = frozenset({"UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO"})
# With those of people: codes that stand where a country's does, of what has no land.
ORGANIZATIONS: Final = INTERGOVERNMENTAL | {"NGO"}
# All codes that ISO does not have, Kosovo's among them.
BESIDES_ISO: Final = ORGANIZATIONS | {"XKX"}


@cache
def country_codes() -> frozenset[str]:
    """All codes that a record's country may have."""
    import pycountry

    historic = (state.alpha_3 for state in pycountry.historic_countries if hasattr(state, "alpha_3"))
    return frozenset((*(country.alpha_3 for country in pycountry.countries), *historic, *BESIDES_ISO))


def country_fault(code: object) -> str:
    """What is wrong with a country code, and what to write; empty for a good one."""
    if isinstance(code, str) and code in country_codes():
        return ""
    meant = _meant(code) if isinstance(code, str) and 1 < len(code) <= 100 else ""
    hint = f"did you mean {meant}?" if meant else "write the ISO 3166-1 alpha-3 code, such as FRA"
    return f"{str(code)[:40]!r} is no country code; {hint}"


def _meant(text: str) -> str:
    """The code of a country's name or two-letter code, or the nearest code; empty where nothing is near."""
    import pycountry

    try:
        return str(pycountry.countries.lookup(text).alpha_3)
    except LookupError:
        begins = [str(c.alpha_3) for c in pycountry.countries if c.name.lower().startswith(text.lower())]
    near = begins if len(begins) == 1 else get_close_matches(text.upper(), sorted(country_codes()), 1)
    return next(iter(near), "")
