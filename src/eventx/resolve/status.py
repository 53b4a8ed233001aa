"""The status of an event by the modality of the clause that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from eventx.records import Clause, Modality, Status

STATUS_OF: Final[Mapping[Modality, Status]] = MappingProxyType(
    {
        Modality.ASSERTED: Status.OCCURRED,
        Modality.FUTURE: Status.PLANNED,
        Modality.PLANNED: Status.PLANNED,
        Modality.AGREED: Status.PLANNED,
        Modality.POSSIBLE: Status.PROPOSED,
        Modality.DESIRED: Status.PROPOSED,
        Modality.REQUIRED: Status.PROPOSED,
        Modality.CONDITIONAL: Status.PROPOSED,
        Modality.THREATENED: Status.PROPOSED,
        Modality.REFUSED: Status.DENIED,
        Modality.DENIED: Status.DENIED,
        Modality.FAILED: Status.DENIED,
        Modality.CANCELLED: Status.CANCELLED,
        Modality.POSTPONED: Status.POSTPONED,
    }
)
_NONE: Final[Mapping[Modality, Status]] = MappingProxyType({})


def status_of(clause: Clause, override: Mapping[Modality, Status] = _NONE) -> Status:
    """The status that the modality of the clause gives; ``override`` holds what an event type reads in another way.

    Of a visit a failure is a cancellation (``{Modality.FAILED: Status.CANCELLED}``). Negation, aspect and dates are
    left to the caller: "did not visit" has the modality of "visited".
    """
    return override.get(clause.modality, STATUS_OF[clause.modality])
