"""Country codes: ISO 3166-1 alpha-3 as pycountry has it, with the codes of historic states, Kosovo and organisations.

pycountry itself loads when a wrong code is met, to say what may be meant.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

# Organisations of states: the UN, the EU, NATO, the African Union, the Arab League, ASEAN, and any other.
INTERGOVERNMENTAL: Final = frozenset({"UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO"})
# With those of people: codes that stand where a country's does, of what has no land.
ORGANIZATIONS: Final = INTERGOVERNMENTAL | {"NGO"}
# All codes that ISO does not have, Kosovo's among them.
BESIDES_ISO: Final = ORGANIZATIONS | {"XKX"}


# ISO 3166-1 alpha-3 with the codes that it has withdrawn: those of pycountry, which takes longer to load than eventx
# has to read a short article.
_ISO: Final = """
ABW AFG AFI AGO AIA ALA ALB AND ANT ARE ARG ARM ASM ATA ATB ATF ATG ATN AUS AUT AZE BDI BEL BEN BES BFA BGD BGR
BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BUR BVT BWA BYS CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL
COM CPV CRI CSK CTE CUB CUW CXR CYM CYP CZE DDR DEU DHY DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI
FLK FRA FRO FSM FXX GAB GBR GEL GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV
HTI HUN HVO IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN JTN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN
LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MID MKD MLI MLT MMR MNE MNG MNP MOZ MRT
MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NHB NIC NIU NLD NOR NPL NRU NTZ NZL OMN PAK PAN PCI PCN PCZ PER PHL
PLW PNG POL PRI PRK PRT PRY PSE PUS PYF QAT REU RHO ROU RUS RWA SAU SCG SDN SEN SGP SGS SHN SJM SKM SLB SLE SLV
SMR SOM SPM SRB SSD STP SUN SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TMP TON TTO TUN TUR
TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VDR VEN VGB VIR VNM VUT WAK WLF WSM YEM YMD YUG ZAF ZAR ZMB ZWE
"""
_CODES: Final = BESIDES_ISO.union(_ISO.split())


def country_codes() -> frozenset[str]:
    """All codes that a record's country may have."""
    return _CODES


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
    if len(begins) == 1:
        return begins[0]
    near = sorted(get_close_matches(text.upper(), country_codes(), 20))
    alike = {code: [a == b for a, b in zip(code, text.upper(), strict=False)] for code in near}
    return max(near, key=alike.__getitem__, default="")  # the one that begins alike
