"""A dictionary that cannot be changed: the mapping type of the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn


class FrozenMap(dict[str, Any]):
    """A read-only dict: prints, compares, pickles and serializes as a dict does."""

    __slots__ = ()

    def __init__(self, source: Mapping[str, Any] | None = None) -> None:
        super().__init__(source or {})

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("records are immutable: make a dict of the mapping and a new record with it")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return (FrozenMap, (dict(self),))
