"""Pytest fixtures for the tests of a plugin, opt-in: ``pytest_plugins = ["eventx.testing.fixtures"]`` in conftest.py.

Override the fixture ``eventx_plugins`` to test plugin objects of yours instead of the installed plugins.
Needs pytest (the extra ``testing``): ``pip install pytest``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

try:
    import pytest
except ImportError as missing:
    raise ImportError("the fixtures need pytest (the extra 'testing'): pip install pytest") from missing

from eventx.records import Document, Report

if TYPE_CHECKING:
    from eventx.engine import Engine


@pytest.fixture(scope="session")
def eventx_plugins() -> Sequence[object] | None:
    """The plugins under test: None for those installed. Override it (session scope) with a list of your own."""
    return None


@pytest.fixture(scope="session")
def eventx_engine(eventx_plugins: Sequence[object] | None) -> Engine:
    """One engine for the whole session; a plugin that does not load fails every test that uses it."""
    from eventx.engine import Engine

    return Engine(eventx_plugins, strict=True)


@pytest.fixture
def eventx_process(eventx_engine: Engine) -> Callable[..., Report]:
    """A function from a text (and its date, 2024-06-17 where none is given) to the report."""

    def process(text: str, published: date | str | None = "2024-06-17") -> Report:
        return eventx_engine.process(Document(text=text, published=published))

    return process
