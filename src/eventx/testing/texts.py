"""Texts that an extractor must survive: none, too much, other scripts, damaged, random. The same in every run."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

_SENTENCE: Final = "The president of Ruritania visited Freedonia on Monday, officials said. "
# fmt: off
_WORDS: Final = (
    "president", "minister", "visit", "visited", "will", "travel", "to", "Paris", "Moscow", "the", "of", "on",
    "Monday", "June", "2024", "and", ",", ".", "said", "talks", "not", "never", "cancelled", "agreed", "signed",
    "met", "with", "in", "for", "a", "his", "her", "Kenya", "Brazil", "troops", "attack", "protest", "election",
)
# fmt: on
_ALPHABET: Final = (
    "abc XYZ 0129 .,;:!?'\"()-–—“”«»…\n\r\t\u00a0\u200b\u202e\ufeff\u0301\x00\ud800\udfff"
    "éßİıŁжЯ中文字日本한국עבריתالعربية😀👍🏽🇺🇳"
)
_HUGE: Final = 75_000  # characters: enough to show quadratic work, little enough for a test


@cache
def hostile_texts() -> Mapping[str, str]:
    """Name -> text. Nobody's extractor finds much in them; none may raise, hang, or quote what is not there."""
    return MappingProxyType(
        {
            "empty": "",
            "only space": " \t\u00a0\n" * 50,
            "one character": "a",
            "one full stop": ".",
            "CRLF": _SENTENCE.replace(". ", ".\r\n\r\n") * 5 + "Officials\r\ndenied it.\r",
            "old Mac line ends": _SENTENCE.replace(". ", ".\r") * 5,
            "other line ends": "Putin\u2028visited\u2029Vietnam\x85on\x0bMonday\x0c.",
            "Cyrillic": "Президент России Владимир Путин прибыл в Ханой в четверг, 20 июня 2024 года. " * 5,
            "Chinese": "俄罗斯总统普京星期四抵达越南河内进行国事访问。" * 20,
            "Arabic": "وصل الرئيس الروسي إلى هانوي يوم الخميس في زيارة رسمية. " * 10,
            "Hebrew and English": "ראש הממשלה visited Paris ביום שני. " * 10,
            "emoji": "👩‍🚀 The president 😀 visited 🇻🇳 on Monday 👍🏽. " * 20,
            "combining marks": "P\u0301u\u0308t\u0303i\u0304n\u0301 v\u0301isited Ha\u0300 No\u0323\u0302i. " * 20,
            "lone surrogates": "The president \ud800 visited \udfff Vietnam on Monday \udc00\ud83d.",
            "NUL characters": "The\x00 president visited\x00\x00 Vietnam\x00 on Monday.",
            "direction marks": "\u202eThe president\u202c visited \u2066Vietnam\u2069 on Monday.",
            "one letter without end": "x" * _HUGE,
            "one word without end": "visit " * (_HUGE // 6),
            "no sentence end": "president and minister of the visit to " * (_HUGE // 39),
            "brackets without end": "(" * 10_000 + '"' * 10_000 + "“" * 10_000,
            "digits without end": "2024-06-" * (_HUGE // 8),
            "commas without end": "Paris, " * 10_000,
            "line ends without end": "\n" * _HUGE,
            "very long article": _SENTENCE * (_HUGE // len(_SENTENCE)),
            "capitals": _SENTENCE.upper() * 10,
            "lower case": _SENTENCE.lower() * 10,
            "markup": "<p>The <b>president</b> visited [Vietnam](#) on **Monday**.</p>{{ x }} %s \\n " * 10,
            **{f"generated letters {seed}": _random_letters(seed) for seed in range(4)},
            **{f"generated words {seed}": _random_words(seed) for seed in range(8)},
        }
    )


def _random_letters(seed: int) -> str:
    dice = random.Random(seed)
    return "".join(dice.choice(_ALPHABET) for _ in range(600))


def _random_words(seed: int) -> str:
    dice = random.Random(1000 + seed)
    words = (dice.choice(_WORDS) for _ in range(300))
    return " ".join(w.capitalize() if dice.random() < 0.2 else w for w in words)
