"""How reference tables are loaded."""

import gc

import pytest

import eventx
from eventx.lexicon.tables import uncollected


@uncollected()
def load():
    """A table that cannot be loaded; tells whether the collector runs."""
    raise ValueError(f"broken table, {gc.isenabled()}")


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_is_left_as_it_was(running):
    """It stands still inside, and goes on after a fault as well; what was switched off stays so."""
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        with pytest.raises(ValueError, match="broken table, False"):
            load()
        assert gc.isenabled() is running
        eventx.Engine([]).process(eventx.Document(text="Lagos lies in Nigeria."))
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()
