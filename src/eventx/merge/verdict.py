"""What a field says of two records."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a field says of two records."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    UNKNOWN = "unknown"
