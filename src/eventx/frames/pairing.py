"""Which wanted thing each found one is: as many pairs as can be, whatever the order."""

from __future__ import annotations

from collections.abc import Sequence


def pairs(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """Wanted -> found, the most pairs that can be; ``fits`` says which of the found ones each wanted one takes.

    One that takes anything leaves the only one that another takes to that other (augmenting paths).
    """
    taken: dict[int, int] = {}  # found -> wanted

    def place(want: int, seen: set[int]) -> bool:
        for at in fits[want]:
            if at not in seen:
                seen.add(at)
                if at not in taken or place(taken[at], seen):
                    taken[at] = want
                    return True
        return False

    for want in range(len(fits)):
        place(want, set())
    return {want: at for at, want in sorted(taken.items(), key=lambda pair: pair[1])}
