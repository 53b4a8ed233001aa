"""The kit for plugin authors: contract checks, assertions, hypothesis strategies, pytest fixtures.

``check_plugin`` and ``assert_extracts`` need nothing but eventx. The strategies need hypothesis, and the
fixtures (``pytest_plugins = ["eventx.testing.fixtures"]``) need pytest: ``pip install pytest hypothesis`` (the extra
``testing``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eventx.testing.assertions import assert_extracts, assert_nothing
from eventx.testing.contract import check_extractor, check_plugin, plugin_faults
from eventx.testing.texts import hostile_texts

if TYPE_CHECKING:
    from eventx.testing.strategies import date_ranges, documents, events, spans

__all__ = [
    "assert_extracts",
    "assert_nothing",
    "check_extractor",
    "check_plugin",
    "date_ranges",
    "documents",
    "events",
    "hostile_texts",
    "plugin_faults",
    "spans",
]

_STRATEGIES: Final = ("date_ranges", "documents", "events", "spans")


def __getattr__(name: str) -> Any:
    """Strategies load when they are first used: hypothesis is not needed for the rest."""
    if name in _STRATEGIES:
        from eventx.testing import strategies

        return getattr(strategies, name)
    raise AttributeError(f"module 'eventx.testing' has no attribute {name!r}")
