"""Who held which office when: tables of officeholders for eventx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.hooks import ActorTable, hookimpl
from eventx_leaders.check import faults
from eventx_leaders.own import load, read
from eventx_leaders.table import AS_OF, officeholders

__all__ = ["AS_OF", "PLUGIN", "LeadersPlugin", "faults", "load", "officeholders", "read"]


class LeadersPlugin:
    """The hooks of the plugin."""

    name = "leaders"

    @hookimpl
    def eventx_lexicons(self) -> Sequence[ActorTable]:
        """The table of officeholders."""
        return (ActorTable(name="leaders", load=officeholders),)


PLUGIN: Final = LeadersPlugin()
