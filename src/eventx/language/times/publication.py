"""Publication dates and datelines of any format and language, through dateparser."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

_ISO: Final = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_LONGEST: Final = 120


def parse_date(text: str, reference: date | None = None, languages: Sequence[str] | None = None) -> date | None:
    """The day that ``text`` names, in any format and language dateparser knows; None where it names none.

    ``reference`` is the day that relative words and missing years count from. Without it only a
    date complete in itself is read: nothing is ever taken from the clock.
    """
    match = _ISO.match(text)
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    if not text.strip() or len(text) > _LONGEST or not any(c.isalnum() for c in text):
        return None
    first = _parsed(text, reference or date(2000, 1, 1), languages, strict=reference is None)
    if reference is not None or first is None:
        return first
    # What is read alike from two different bases depends on neither.
    return first if first == _parsed(text, date(1971, 6, 15), languages, strict=True) else None


def _parsed(text: str, base: date, languages: Sequence[str] | None, *, strict: bool) -> date | None:
    """What the parser reads of the text as seen from ``base``; ``strict``: only where day, month and year are there."""
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime(base.year, base.month, base.day, 12),
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "STRICT_PARSING": strict,
        "PREFER_DATES_FROM": "current_period",
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = dateparser.parse(text, languages=list(languages) if languages else None, settings=settings)
    except (ValueError, OverflowError, RecursionError, TypeError):
        return None
    return found.date() if found else None
