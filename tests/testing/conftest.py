"""Fixtures of the tests of the kit."""

import pytest

from eventx.testing import contract, growth, hostile_texts


@pytest.fixture
def short_texts(monkeypatch):
    """The contract is tried on short texts only, where length has no part in what is told: huge ones take seconds."""
    short = {name: text for name, text in hostile_texts().items() if len(text) < growth.HUGE}
    monkeypatch.setattr(contract, "hostile_texts", lambda: short)
