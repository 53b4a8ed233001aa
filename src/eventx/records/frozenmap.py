"""A dictionary and a list that cannot be changed: what the records hold where JSON has objects and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("records are immutable: copy the mapping or list, and make a new record with the copy")


class FrozenMap(dict[str, Any]):
    """A read-only dict, and so are the dicts and lists in it: prints, compares, pickles and serializes as a dict."""

    __slots__ = ()

    def __init__(self, source: Mapping[str, Any] | None = None) -> None:
        super().__init__({key: _frozen(value) for key, value in (source or {}).items()})

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return (FrozenMap, (dict(self),))


class FrozenList(list[Any]):
    """A read-only list, and so are the dicts and lists in it: prints, compares, pickles and serializes as a list."""

    __slots__ = ()

    def __init__(self, source: Iterable[Any] = ()) -> None:
        super().__init__(map(_frozen, source))

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = clear = extend = insert = pop = remove = reverse = sort = _refuse

    def __reduce__(self) -> tuple[type[FrozenList], tuple[list[Any]]]:
        return (FrozenList, (list(self),))


def _frozen(value: Any) -> Any:
    if type(value) is dict:
        return FrozenMap(value)
    return FrozenList(value) if type(value) is list else value
