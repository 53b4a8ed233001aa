"""The grammar: patterns over the class string, each with the name of its reader.

``<name>`` stands for a class of ``times.toml`` or for one of the aliases; everything else is
regular-expression syntax over spaces and punctuation. No pattern repeats without bound, so a match
costs no more than its own length. Order matters: the first pattern that fits at a place wins, so
longer forms come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from eventx.language.times.firsts import first_letters
from eventx.language.times.lexer import OTHER, word_table

_ALIASES = {
    "mon": r"(?:<month>|<name_month>|(?:<short_month>|<march_short>)\.?)",
    "lowmon": r"(?:<month>|<name_month>|<low_month>|(?:<short_month>|<march_short>)\.?)",
    "dd": r"(?:<n12>|<n31>)",
    "ddth": r"(?:<n12>|<n31>)(?:<th>)?",
    "two": r"(?:<n12>|<n31>|<n99>|<zero>)",
    "int": r"(?:<n12>|<n31>|<n99>|<n999>|<year>)",
    "wd": r"(?:<weekday>|(?:<short_weekday>|<sat_sun>)\.?)",
    "bc": r"(?: <era>)",
    "bcyear": r"(?:(?:<n999>|<two>) <era>)",
    "tok": rf"(?:{OTHER})",
    "dash": r"(?: ?--? ?| <to> | <through> )",
    "relmod": r"(?:<last>|<past>|<previous>|<next>|<coming>|<following>|<this>|<current>|<that>|<same>)",
    "early": r"(?:<part>|<later>|<earlier>)",
    "anyunit": r"(?:<unit>|<century>|<quarter>|<weekend>|<millennium>)",
    "card": r"(?:(?:<cardinal>|<one>)(?:[- ](?:<cardinal>|<one>))?(?: <hundred>)?|<a> <couple>(?: <of>)?"
    r"|<couple>(?: <of>)?|<a> <hundred>|<int>(?:,<n999>)?(?:\.<two>)?)",
    "ordw": r"(?:<ordinal>|<second>|<int><th>|<cardinal>-(?:<ordinal>|<second>))",
    "count": r"(?:<card>(?: <more>)?|(?:<a> )?<vague>(?: <more>)?|<a>)",
    "appr": r"(?:(?:<approx>|<at>|<more> <than>|<vague>) )",
    "seas": r"(?:<season>|<fall>)",
    "ampmx": r"(?: ?<ampm>)",
    "tz": r"(?: ?\(?<zone>\)?)",
    "clock": r"(?:<hour_word>|<two>(?:[:.]<two>(?::<two>)?)?<ampmx><tz>?|<two>:<two>(?::<two>)?<tz>?(?![-:/]<two>)"
    r"|(?:<n12>|<cardinal>|<one>) <o>'<oclock>|<two><two>?<tz>)",
    "stageof": r"(?:(?:<the> )?(?:<tok> )?(?:<stage>|<part>|<early> <stage>|(?:<part>|<early>)-<part>) <of> (?:<the> )?)",
    "pre": r"(?:(?:<the> )?<early>[- ](?:<to>[- ]<early>[- ]|<part>[- ])?)",
    "md": r"(?:(?:<wd>,? (?:<the> )?)?<mon>,? ?(?:<the> )?(?:<ddth>|<dayword>)(?![:.]<two>|<ampmx>| (?:<units>|<clock_units>))(?:(?: ?, ?| )(?:<of> |<in> )?(?:<year>(?!<th>)<bc>?|<wordyear>))?)",
    "dm": r"(?:(?:<wd>,? )?(?:<the> )?(?:<ddth>|<ordw>|<dayword>)(?:(?: <of>| <unit> <of>)? <lowmon>(?:(?:,? | <of> | <in> )(?:<year>(?!<th>)<bc>?|<wordyear>))?"
    r"|-<lowmon>-(?:<year>|<two>)))",
    "wordyear": r"(?:<cardinal> <hundred>(?:(?: <and>)? <cardinal>(?:[- ](?:<cardinal>|<one>))?)?"
    r"|<cardinal> <cardinal>(?:[- ](?:<cardinal>|<one>))?)",
    "dayword": r"(?:(?:<cardinal>[- ])?(?:<ordinal>|<second>)|<cardinal>[- ](?:<cardinal>|<one>))",
    "day": r"(?:<md>|<dm>|(?:<relmod> )?<wd>|<deictic>)",
    "my": r"<mon>(?:,? | <of> | <in> |-|,? <the> )(?:<year>(?!<th>)<bc>?|<bcyear>)",
}

# (reader, pattern). The reader's name is the part before the first dot.
RULES: tuple[tuple[str, str], ...] = (
    # Numeric dates.
    ("numeric.iso", r"<year>([-/.])<n12>\1<dd>(?![<digits>])"),
    ("numeric.slash", r"<dd>([-/.])<dd>\1(?:<year>|<n99>|<two>)(?![<digits>])"),
    ("years_bc", r"(?:<n999>|<two>|<year>)(?:-| <to> | <and> )(?:<n999>|<two>)<bc>"),
    ("years.short", r"<year>[-/]<two>(?![<digits>]|[-/.:][<digits>])"),
    (
        "named",
        r"<lowmon>/<dd>(?:/<year>)?|<dd>([-/])<lowmon>\1(?:<year>|<two>)|<year>([-/])<lowmon>\2<dd>|<lowmon>-<dd>-<year>",
    ),
    ("numeric.day", r"(?:(?:<relmod> )?<wd>,? )?<dd>/<dd>(?![/-]?[<digits>])"),
    ("numeric.month", r"<year>-<n12>(?![-<digits>])"),
    # Days of one month as a range.
    (
        "days.md",
        r"(?:<wd>,? )?<mon> <ddth>(?:<dash>| <and> |-)(?:<wd>,? )?(?:<the> )?<ddth>(?! (?:<lowmon>|<units>|<unit>)|-<units?>|[:.]<two>|<ampmx>)"
        r"(?:,? <year>(?!<th>))?",
    ),
    (
        "days.dm",
        r"(?:<wd>,? )?(?:<the> )?<ddth>(?:<dash>| <and> )(?:<wd>,? )?(?:<the> )?<ddth>(?: <of>)? <mon>(?:,? <year>(?!<th>))?",
    ),
    # Day with time of day.
    ("point.clock_day", r"<clock>(?:,? (?:<on> )?)(?:(?:<the> )?<daypart> <of> )?<day>(?:,? <year>)?"),
    ("point.day_clock", r"<day>(?:,? <at> |,? )<clock>"),
    ("point.part_of_day", r"(?:<early> <in> )?(?:<the> )?(?:<early> )?<daypart>(?: <clock_units>)? <of> <day>"),
    ("point.day_part", r"(?:<early> )?<day>(?:'<s>)?,? (?:<early> )?(?:<in> <the> )?<daypart>"),
    # Stage of something dated.
    ("point.stage", r"<stageof>(?:<my>|<mon>|<seas>(?:,?(?: <of>)? <year><bc>?)?|<year><bc>?)(?![<digits>])"),
    ("decade.stage", r"<stageof>(?:'?<year>'?<s>|'?<n99>'?<s>|<n999><s><bc>|<decade_word>)<bc>?"),
    ("century.stage", r"<stageof><ordw>[- ]<century><bc>?"),
    ("shift.stage", r"<stageof>(?:<same> )?(?:<relmod> )?(?:<unit>|<century>|<quarter>|<weekend>)(?! <of>)"),
    ("weekof", r"(?:<the> )?(?:<same> )?(?:<unit>|<weekend>) (?:<of> |<after> |<before> )(?:<md>|<dm>)"),
    ("weekpart", r"<wd>,? (?:<of> )?(?:<the> )?<relmod> <unit>(?!')|<relmod> <unit>(?: <on>| -|,)? <wd>"),
    (
        "nth",
        r"(?:<the> )?(?:very )?(?:<ordw>|<last>) (?:<unit>|<weekend>|<weekday>) (?:<of>|<in>) (?:<my>|<mon>|<year>|(?:<relmod>|<the>(?: <same>)?) <unit>(?! <of>))(?! ?<dd>)",
    ),
    # Calendar days, months, years.
    (
        "point.of_year",
        r"(?:<md>|<dm>|<mon>) <of> (?:<that>|<the> <same>|<this>|<last>|<next>|<the> <following>|<the> <previous>) <unit>",
    ),
    ("point.md", r"<md>"),
    ("point.dm", r"<dm>"),
    ("point.month_year", r"<pre>?(?:<the> )?(?:<unit> <of> )?<my>"),
    (
        "shift.month_of",
        r"<pre>?<lowmon>(?: <of>|,)? (?:<last>|<next>|<this>|<that>|<the> (?:<same>|<previous>|<following>)) (?:<unit>)(?!')",
    ),
    ("point.rel_month", r"(?:<pre>|(?:<the> )?)(?:<this> <last> |<this> <coming> |<relmod> )<mon>(?! <dd>)"),
    ("point.month", r"<pre>?<mon>(?! ?[<digits>])"),
    ("fiscal", r"(?:<the> )?(?:<relmod> )?<fiscal>(?:-| )(?:<unit> )?(?:<year>|'?<two>)"),
    ("fiscal.rel", r"(?:<the> )?<relmod> <fiscal> (?:<unit>|<quarter>)"),
    ("quarter.half_mark", r"<half_mark><n12>(?:,? (?:<of> )?<year>)?|<year>[ -]?<half_mark><n12>"),
    ("fiscal.mark", r"<fiscal_mark> ?(?:<year>|'?<two>)"),
    # Quarters and halves.
    (
        "quarter.of",
        r"<stageof>?(?:<the> )?(?:<fiscal> )?(?:<ordw>|<last>)[- ](?:<fiscal> )?(?:<quarter>|<half>)"
        r"(?:,? (?:<of> )?(?:<the> )?(?:<same> )?(?:<fiscal> )?(?:<year>|(?:<relmod> )?<unit>(?! <ago>)|<a> <unit> (?:<earlier>|<ago>|<before>)))?",
    ),
    ("quarter.mark", r"<quarter_mark><n12>(?:(?:,? |-)(?:<of> )?(?:<year>|(?:<last>|<next>|<this>) <unit>))?"),
    ("quarter.mark_after", r"<year>[ -]?<quarter_mark><n12>"),
    (
        "quarter.same",
        r"(?:<the> )?(?:<same>|<that>|<this>) (?:<quarter>|<unit>|<mon>) (?:<of> )?(?:<the> )?(?:<last>|<a>|<previous>) <unit>(?: (?:<earlier>|<ago>|<before>))?",
    ),
    # Seasons.
    (
        "season.year",
        r"<pre>?(?:<the> )?(?:<pre>)?<seas>(?:,?(?: <of>)? |-| <of> <the> )(?:<year><bc>?|<bcyear>|(?:<last>|<next>|<this>|<that>|<the> <following>|<same>) <unit>)",
    ),
    ("season.rel", r"(?:<pre>|(?:<the> )?)(?:<this> )?<relmod> <seas>(?!')"),
    ("season.bare", r"<pre>?(?:<the> )?(?:<pre>)?<seas>(?! <on>|-)"),
    # Decades, centuries.
    ("decade", r"(?:<pre>|<the> )?(?:<pre>)?(?:'?<year>'?<s>|'?<n99>'?<s>|<n999><s><bc>|<decade_word>)<bc>?"),
    ("century", r"(?:<pre>|<the> )?(?:<pre>)?<ordw>[- ]<century><bc>?"),
    # Weekdays.
    (
        "point.weekday_day",
        r"<wd>,? (?:<the> )?(?:<ddth>|<dayword>)(?![:.]<two>|<ampmx>| ?[<digits>]| (?:<units>|<clock_units>))",
    ),
    ("point.weekday", r"<pre>?(?:<the> )?(?:<this> )?(?:<relmod> )?<wd>(?! ?[<digits>]| <daypart>)"),
    ("ordinal_day", r"(?:<the> )?<dd><th>(?= ?[.,;:!?)-]| (?:<and>|<to>|<at>|<on>|<in>|<from>|<this>))"),
    # Deictic days.
    ("dayafter", r"(?:<the> )?<unit> (?:<before> <deictic>|<after> <deictic>)"),
    ("point.tonight", r"<tonight>"),
    ("point.last_part", r"(?:<early> )?(?:<the> )?(?:<relmod> )<daypart>"),
    ("point.deictic", r"<deictic>"),
    # Counted from somewhere.
    (
        "counted",
        r"<appr>{0,2}<count> (?:<unit>|<units>) (?:<from>|<after>|<before>|<since>|<following>) (?:<the> <year>(?! )|<md>|<dm>|(?:<relmod> )?<wd>"
        r"|<deictic>|<feast>|<dd>/<dd>/<year>)",
    ),
    (
        "offset",
        r"<appr>{0,2}(?:<count>[- ])(?:<full> )?(?:<unit>|<units>|<clock_unit>|<clock_units>|<century>|<weekend>|<quarter>|<second>)(?: <and> <a> <half>)?"
        r" (?:<ago>|<later>|<earlier>|<after>|<before>|<from> (?:<present>|<deictic>)|<since>|<from> <md>)(?! <this> <unit>)(?: (?:<md>|<dm>|<deictic>))?",
    ),
    ("offset.vague", r"(?:<units>|<clock_units>) (?:<ago>|<later>|<earlier>)"),
    ("length.and_a_half", r"<card>-<and>-<a>-<half>-(?:<unit>|<clock_unit>)"),
    ("offset.half", r"<half> <a> (?:<unit>|<clock_unit>) (?:<ago>|<later>|<earlier>)"),
    ("offset.hyphen", r"<unit>-(?:<ago>|<earlier>|<later>)"),
    (
        "length.adjective",
        r"<appr>?(?:<card>|<vague>) <tok> (?:<units>|<clock_units>)(?! (?:<ago>|<later>|<earlier>|<after>|<before>))",
    ),
    (
        "offset.in",
        r"(?<=<in> )(?:<appr>)?<count> (?:<unit>|<units>)(?:'(?:<s>)?)?(?: <occasion>)?",
    ),
    # The past two weeks, the next few days.
    (
        "span",
        r"(?:<the>|<these>|<this>)? ?(?:<last>|<past>|<previous>|<next>|<coming>|<following>|<recent>|<ordinal>) (?:<count> )?(?:<full> )?(?:<units>|<clock_units>|<weekends>)",
    ),
    ("span.past", r"(?:<the> )?<past> (?:<unit>|<century>|<quarter>)"),
    ("span.count_first", r"(?:<the> )?<card> (?:<last>|<past>|<previous>|<next>|<coming>) <units>"),
    # This week, last year, the following month.
    (
        "shift",
        r"(?:<pre>)?(?:<the> )?(?:<same> )?(?:<that> )?(?:<relmod> )(?:<same> )?(?:<anyunit>)(?! <of>|-<tok>|-<long_suffix>)(?:'<s>)?",
    ),
    ("shift.same", r"(?:<the> )?(?:<that> )?<same> (?:<anyunit>)"),
    ("shift.the", r"<pre>?<the> (?:<weekend>)"),
    ("occasion", r"(?:<the> <same>|<that>|<this>) <occasion>"),
    # Sets.
    (
        "sets.each",
        r"(?:<every>(?: <every>)?) (?:(?:<card> )?(?:<units>|<clock_units>)|<unit>|<century>|<quarter>|<clock_unit>|<weekend>|<wd>|<daypart>|<mon>|<seas>)(?: <daypart>)?",
    ),
    ("sets.adverb", r"<adverb_set>"),
    ("sets.weekends", r"<weekends>"),
    ("sets.plural", r"<weekdays>(?: <dayparts>)?"),
    # Lengths.
    (
        "length.hyphen",
        r"<appr>?(?:<card>|<vague>|<half>)-(?:<unit>|<century>|<clock_unit>|<second>|<quarter>)(?:-<long_suffix>)?(?!')",
    ),
    ("length.half", r"<appr>?(?:<half> <a> |<a> <half>[- ]|<half>-<a>-)(?:<unit>|<century>|<clock_unit>)"),
    ("length.and_half", r"<appr>?(?:<count>) (?:<unit>|<units>|<clock_unit>|<clock_units>) <and> <a> <half>"),
    (
        "length.count",
        r"<appr>{0,2}(?:<the> )?(?:<count>) (?:<and> <a> <half> )?(?:<full> )?(?:<unit>|<units>|<century>|<clock_unit>|<clock_units>|<weekends>)(?! <long_suffix>|-(?:<long_suffix>|<ago>|<earlier>|<later>))",
    ),
    ("length.long", r"<appr>?(?:<count>[- ])?(?:<unit>|<units>|<century>|<clock_unit>|<clock_units>)[- ]<long_suffix>"),
    ("length.vague", r"(?:<these> )?(?:<units>|<clock_units>)(?! (?:<ago>|<later>|<earlier>))"),
    # References.
    ("ref.now", r"<present>|<past_ref>|<soon>"),
    ("ref.the", r"<the> (?:<moment>|<past>(?! <count>)|(?:<tok> )?<future>)"),
    ("ref.recent", r"(?:<the> )?<recent> (?:<units>)|(?:<these>) (?:<units>)"),
    ("ref.present", r"<moment>[- ]<unit>(?! <of>)"),
    ("shift.unit_end", r"(?:<the> )?<unit>(?:'<s> |-)<stage>"),
    ("shift.in_the", r"(?:<part>|<later>|<earlier>) <in> <the> (?:<unit>|<century>)(?! <of>)"),
    ("dayafter.bare", r"<the> <unit> (?:<after>|<before>|<following>)"),
    ("ref.future", r"<future>"),
    # Years and times alone.
    ("point.years", r"(?:<the> )?<units> <year>"),
    ("point.year", r"<pre>?(?:<the> )?(?:<unit> )?<year>(?:(?: <to> | ?- ?)<year>)?<bc>(?![<digits>])"),
    ("point.year_bc", r"<pre>?(?:<n999>|<two>)<bc>"),
    ("point.year_ad", r"(?:<era_ad> )(?:<year>|<n999>|<two>)|(?:<year>|<n999>|<two>) <era_ad>"),
    ("year", r"<pre>?(?:(?:<the> )?<unit> )?<year>"),
    ("year.short", r"'(?:<n99>|<two>)"),
    ("holiday", r"(?:<relmod> )?(?:<feast>|<name_month> <unit>)"),
    ("clock", r"(?:<early> )?(?:<the> )?<clock>"),
    ("clock.part", r"(?:<early> )?(?:<the> |<that> )(?:<early> )?<daypart>"),
)


_DIGITS = ("n12", "n31", "n99", "zero", "year", "n999")
_NAME = re.compile(r"<([a-z_0-9]+)>")


def _expand(pattern: str, depth: int = 0) -> str:
    """The pattern with every ``<name>`` replaced by its class letter or its alias."""
    letters = word_table().letters

    def one(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "digits":
            return "".join(letters[n] for n in _DIGITS)
        if name in _ALIASES:
            return _expand(_ALIASES[name], depth + 1)
        return letters[name]

    return _NAME.sub(one, pattern)


# Every expression holds a word of one of these classes within its first words.
_CORE = (
    "month name_month short_month march_short low_month weekday weekdays short_weekday sat_sun season seasons fall unit"
    " century millennium quarter half units clock_unit clock_units second weekend weekends hour_word ampm zone oclock"
    " daypart dayparts tonight deictic past moment present past_ref soon future adverb_set era era_ad fiscal"
    " fiscal_mark quarter_mark feast half_mark th occasion decade_word year s"
).split()
_REACH = 24  # words and spaces from the first word of an expression to its core

Rule = tuple[str, re.Pattern[str]]


@frozen(slots=True)
class Grammar:
    """``rules`` that can begin with a letter, in order; ``core`` finds the letters that an expression needs."""

    rules: Mapping[str, tuple[Rule, ...]]
    core: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The rules, compiled once and sorted by the letters that they can begin with."""
    letters = word_table().letters
    by_letter: dict[str, list[Rule]] = {}
    for name, pattern in RULES:
        body = _expand(pattern)
        compiled = re.compile(body)
        for letter in sorted(first_letters(body)):
            by_letter.setdefault(letter, []).append((name, compiled))
    digits = _expand("[<digits>]")
    core = re.compile("[" + "".join(letters[name] for name in _CORE) + f"]|{digits}[-/.:](?={digits})")
    return Grammar({letter: tuple(rules) for letter, rules in by_letter.items()}, core)


def places(classes: str) -> Iterator[int]:
    """The places where an expression may begin: words that a rule can begin with, near enough before a core."""
    known = grammar()
    begins = known.rules
    at = 0
    for match in known.core.finditer(classes):
        core = match.start()
        for place in range(max(at, core - _REACH), core + 1):
            if classes[place] in begins:
                yield place
        at = max(at, core + 1)
