"""Measure the mentions: officeholders against visit records and lists of leaders, coreference, and speed.

Usage::

    python benchmarks/mentions.py visits US_VISITS.csv      # visitor texts with countries and days
    python benchmarks/mentions.py leaders REIGN.csv         # leaders and their terms
    python benchmarks/mentions.py speed TEXTS.jsonl[.gz]    # microseconds a word
    python benchmarks/mentions.py coreference               # the marked texts of the tests

Add ``--misses`` to list what is missing.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import eventx_leaders
from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.lexicon.gazetteer import load_gazetteer
from eventx.lexicon.names import fold
from eventx.lexicon.transliteration import sound
from eventx.records import Document, Mention, MentionKind, Role

_SPLIT = re.compile(r" and (?=(?:President|Prime Minister|King|Queen|Chancellor|Foreign|Crown|Chairman|Premier)\b)")
_LEADERS = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH})
# REIGN names who led in fact: also vice presidents and persons who led without an office of state.
_COUNTED = _LEADERS | {Role.VICE_PRESIDENT, Role.OTHER}
_CLASSES = (
    ("vice president", {Role.VICE_PRESIDENT}),
    ("deputy prime minister", {Role.MINISTER}),
    ("vice premier", {Role.MINISTER}),
    ("prime minister", {Role.HEAD_OF_GOVERNMENT}),
    ("foreign minister", {Role.FOREIGN_MINISTER}),
    ("taoiseach", {Role.HEAD_OF_GOVERNMENT}),
    ("premier", {Role.HEAD_OF_GOVERNMENT}),
    ("chancellor", {Role.HEAD_OF_GOVERNMENT}),
    ("president", {Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.IGO_OFFICIAL}),
    ("pope", {Role.HEAD_OF_STATE}),
    ("crown prince", {Role.ROYAL, Role.HEAD_OF_GOVERNMENT, Role.MINISTER}),
    ("prince", {Role.ROYAL, Role.MONARCH, Role.HEAD_OF_STATE}),
    ("king", {Role.MONARCH, Role.HEAD_OF_STATE}),
    ("queen", {Role.MONARCH, Role.HEAD_OF_STATE, Role.ROYAL}),
    ("sultan", {Role.MONARCH, Role.HEAD_OF_STATE}),
    ("amir", {Role.MONARCH, Role.HEAD_OF_STATE}),
    ("emir", {Role.MONARCH, Role.HEAD_OF_STATE}),
    ("chairman", set(_LEADERS)),
)
# Countries as the visit records call them.
_NAMES = {
    "Korea, South": "KOR", "Republic of Korea": "KOR", "South Korea": "KOR", "Czech Republic": "CZE",
    "Macedonia, Former Yugoslav Republic of": "MKD", "Bosnia-Herzegovina": "BIH", "The Bahamas": "BHS",
    "Palestinian Authority": "PSE", "Vatican City": "VAT", "Holy See": "VAT", "Burma": "MMR", "Zaire": "COD",
    "Czechoslovakia": "CSK", "Soviet Union": "SUN", "Union of Soviet Socialist Republics": "SUN", "Yugoslavia": "YUG",
    "Federated States of Micronesia": "FSM", "Republic of the Congo": "COG", "Democratic Republic of the Congo": "COD",
}  # fmt: skip


def annotated() -> tuple[Any, ...]:
    """The providers of all layers over the leaders' table."""
    return base_annotators((), eventx_leaders.load())


def analysis_of(text: str, day: date | None, parts: Sequence[Any]) -> LayeredAnalysis:
    """The analysis of a text."""

    def raised(_: Any, error: Exception) -> None:
        raise error

    return LayeredAnalysis(Document(text=text, published=day), {p.provides: p for p in parts}, raised)


def code_of(name: str) -> str | None:
    """The code of a country's name."""
    if name in _NAMES:
        return _NAMES[name]
    readings = load_gazetteer().readings(name)
    return readings[0].country if readings else None


def visits(path: Path) -> Iterator[tuple[str, bool, str]]:
    """(visitor on a day, right or not, what was found) of each visitor from 1990 on."""
    parts = annotated()
    for row in csv.DictReader(path.open(encoding="utf-8")):
        if row["start"] < "1990":
            continue
        country = code_of(row["from"])
        for visitor in _SPLIT.split(row["visitor"]):
            visitor = " ".join(visitor.split())
            wanted = next((roles for title, roles in _CLASSES if re.search(rf"\b{title}", visitor.lower())), None)
            if wanted is None or country is None:
                continue
            analysis = analysis_of(f"{visitor} arrived.", date.fromisoformat(row["start"]), parts)
            found = [m for m in analysis.mentions(0) if m.kind is MentionKind.PERSON]
            right = any(m.actor and m.actor.country == country and m.actor.role in wanted for m in found)
            yield f"{row['start']} {visitor} ({country})", right, _told(found)


def _told(found: Sequence[Mention]) -> str:
    return "; ".join(f"{m.actor.name} {m.actor.country} {m.actor.role} {m.resolved_via}" for m in found if m.actor)


def leaders(path: Path) -> Iterator[tuple[str, bool, str]]:
    """(leader and term, present or not, what the table has) of each leader in office since 1945."""
    codes = _state_codes()
    by_country: dict[str, list[Any]] = {}
    for row in eventx_leaders.load():
        if row.role in _COUNTED:
            by_country.setdefault(row.country, []).append(row)
    for row in csv.DictReader(_lines(path)):
        end = int(row["eyear"]) if row["eyear"].strip() not in ("", "NA") else 9999
        start = _start(row)
        code = codes.get(row["stateabb"])
        if end < 1945 or start is None or code is None:
            continue
        known = by_country.get(code, []) + [r for old in _OLD.get(code, ()) for r in by_country.get(old, [])]
        yield (f"{code} {row['leader']} {start}", *_present(row["leader"], start, known))


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file in which some are UTF-8 and some are not."""
    for line in path.read_bytes().splitlines():
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("latin-1")


def _present(name: str, start: date, known: Sequence[Any]) -> tuple[bool, str]:
    plain = fold(re.sub(r"\(.*?\)|,", " ", name).replace(".", ". ").replace("deKlerk", "de Klerk"))
    words = {sound(w) for w in plain.split() if w not in _SMALL}
    same = [r for r in known if words & {sound(w) for n in (r.name, r.surname, *r.names) for w in fold(n).split()}]
    near = [r for r in same if r.start and abs(r.start - start) <= timedelta(days=31)]
    if start < date(1945, 1, 1) and same:
        return True, ""  # the table starts in 1945: only presence counts
    told = "; ".join(f"{r.name} {r.start}" for r in same) or "nobody of that name"
    return bool(near), told


def _start(row: dict[str, str]) -> date | None:
    try:
        return date(int(row["syear"]), int(row["smonth"]), int(row["sdate"]))
    except ValueError:
        return None


_SMALL = ("al", "bin", "de", "von", "el", "acting", "da", "abdel")
_OLD = {"RUS": ("SUN",), "SRB": ("YUG", "SCG"), "CZE": ("CSK",), "DEU": ("DDR",)}


def _state_codes() -> dict[str, str]:
    """Correlates of War abbreviations that are no ISO codes, and the rest by themselves."""
    import pycountry

    codes = {c.alpha_3: c.alpha_3 for c in pycountry.countries}
    other = (
        "HAI HTI,TRI TTO,BAH BHR,"
        "BAR BRB,GRN GRD,SLU LCA,SVG VCT,AAB ATG,SKN KNA,GUA GTM,HON HND,SAL SLV,COS CRI,PAR PRY,"
        "URU URY,UKG GBR,IRE IRL,NTH NLD,LIE LIE,SWZ CHE,SPN ESP,AND AND,POR PRT,GMY DEU,GFR DEU,GDR DDR,AUS AUT,"
        "CZE CZE,CZR CZE,SLO SVK,ITA ITA,SNM SMR,MLT MLT,MAC MKD,CRO HRV,YUG SRB,BOS BIH,KOS XKX,SLV SVN,GRC GRC,"
        "BUL BGR,MLD MDA,ROM ROU,LAT LVA,LIT LTU,UKR UKR,GRG GEO,AZE AZE,SWD SWE,DEN DNK,ICE ISL,CAP CPV,EQG GNQ,"
        "GAM GMB,MLI MLI,MAA MRT,NIR NER,CDI CIV,GUI GIN,BFO BFA,SIE SLE,TOG TGO,CAO CMR,NIG NGA,CEN CAF,CHA TCD,"
        "CON COG,DRC COD,BUI BDI,ETI ETH,ZAM ZMB,ZIM ZWE,MAW MWI,SAF ZAF,LES LSO,BOT BWA,SWA SWZ,MAG MDG,MAS MUS,"
        "SEY SYC,MOR MAR,ALG DZA,LIB LBY,SUD SDN,SSD SSD,IRN IRN,LEB LBN,YEM YEM,YAR YEM,YPR YEM,KUW KWT,"
        "OMA OMN,TAJ TJK,KYR KGZ,UZB UZB,KZK KAZ,MON MNG,TAW TWN,JPN JPN,BHU BTN,BNG BGD,MYA MMR,SRI LKA,MAD MDV,"
        "NEP NPL,THI THA,CAM KHM,DRV VNM,MAL MYS,SIN SGP,PHI PHL,INS IDN,ETM TLS,AUL AUS,NEW NZL,VAN VUT,SOL SLB,"
        "FIJ FJI,NAU NRU,PAL PLW,ANG AGO,MZM MOZ,GNB GNB,TAZ TZA,BHM BHS,MNC MCO,MNG MNE,TUV TUV,DOM DOM,"
        "DMA DMA,TKM TKM,TAZ TZA,FRN FRA,SWZ CHE,PNG PNG,MSI MHL,FSM FSM,WSM WSM,KIR KIR,TON TON,LUX LUX"
    )
    return codes | dict(pair.split() for pair in other.split(","))


def speed(path: Path) -> str:
    """Microseconds a word for the mentions alone, places included; tokens, quotations and countries named are not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        texts = [json.loads(line)["text"] for line in stream]
    parts = annotated()
    warm = analysis_of("President Putin met the Russian foreign minister.", date(2005, 1, 1), parts)
    warm.mentions(0)  # the tables are loaded once
    words, spent = 0, 0.0
    for text in texts[:400]:
        analysis = analysis_of(text, date(2005, 1, 1), parts)
        words += sum(len(analysis.tokens(s.index)) for s in analysis.sentences)
        analysis.layer("place_context", -1)
        _ = analysis.discourse
        started = time.process_time()
        for sentence in analysis.sentences:
            analysis.mentions(sentence.index)
        spent += time.process_time() - started
    return f"{words} words, {spent / words * 1e6:.2f} microseconds a word"


def coreference() -> Iterator[tuple[str, bool, str]]:
    """The outcome of every mark in the marked texts of the tests."""
    folder = Path(__file__).parents[1] / "tests" / "mentions"
    desk = _module("mentions_desk", folder / "conftest.py").Desk()
    marked = _module("mentions_coreference", folder / "test_coreference.py")
    for name, text in marked.texts():
        for words, right, found in marked.scored(desk, text):
            yield f"{name}: {words}", right, found


def _module(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def report(outcome: Iterator[tuple[str, bool, str]], *, misses: bool) -> None:
    """Print the share and, where asked, the misses."""
    counts: Counter[bool] = Counter()
    for what, right, found in outcome:
        counts[right] += 1
        if misses and not right:
            print(f"  {what} -> {found or 'nothing'}")
    total = sum(counts.values())
    print(f"{counts[True]} of {total} = {counts[True] / max(1, total):.1%}")


def main(arguments: Sequence[str]) -> None:
    """Run one measurement."""
    misses = "--misses" in arguments
    rest = [a for a in arguments if not a.startswith("--")]
    if rest[:1] == ["visits"]:
        report(visits(Path(rest[1])), misses=misses)
    elif rest[:1] == ["leaders"]:
        report(leaders(Path(rest[1])), misses=misses)
    elif rest[:1] == ["speed"]:
        print(speed(Path(rest[1])))
    elif rest[:1] == ["coreference"]:
        report(coreference(), misses=misses)
    else:
        print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
