"""The parts of all plugins made fit for each other: event types, layers in order, extractors whose needs are met."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches

from attrs import evolve

from eventx.hooks.host import Contributions, Made, PluginInfo
from eventx.hooks.parts import Annotator
from eventx.records import EventType

# Told of a part that cannot be used as it is, and why.
Refuse = Callable[[Made, str], None]


def event_types_of(made: Sequence[Made], refuse: Refuse) -> dict[str, EventType]:
    """The declared types by name. One that is a kind of itself is no kind of anything."""
    known: dict[str, EventType] = {item.part.name: item.part for item in made}
    for item in made:
        kind = known[item.part.name]
        if kind.name in _yielding(kind, known):
            refuse(item, "it is a kind of itself: its 'general' or 'replaces' leads back to it; change one of them")
            known[kind.name] = evolve(kind, general=None, replaces=())
        elif kind.general is not None and kind.general not in known:
            near = get_close_matches(kind.general, known, 1, cutoff=0.8)
            if near:  # else another plugin may declare it that is not installed
                refuse(item, f"its 'general' is {kind.general!r}, which nobody declares; did you mean {near[0]!r}?")
    return known


def _yielding(kind: EventType, known: Mapping[str, EventType]) -> set[str]:
    """The names of the event types that give way to one: of which it is a kind, or that it replaces."""
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        of = waiting.pop()
        new = {name for name in (of.general, *of.replaces) if name} - found
        found |= new
        waiting.extend(known[name] for name in sorted(new) if name in known)
    return found


class Layers:
    """Who provides which layer. ``own`` are our providers by layer; plugins may replace those in ``replaceable``."""

    def __init__(self, own: Mapping[str, Annotator], replaceable: Collection[str], refuse: Refuse) -> None:
        self._own = own
        self._replaceable = replaceable
        self._refuse = refuse
        self._made: dict[str, Made] = {}  # a plugin's, by layer

    def ordered(self, made: Sequence[Made]) -> dict[str, Annotator]:
        """Providers by layer, in order; a plugin's replaces ours. One whose needs nobody provides is refused."""
        for item in made:
            fault = self._clash(item.part)
            if fault:
                self._refuse(item, fault)
            else:
                self._made[item.part.provides] = item
        while True:
            providers = {**self._own, **{layer: item.part for layer, item in self._made.items()}}
            found, waiting = in_order(providers, self._own)
            stuck = [layer for layer in waiting if layer in self._made]
            if not stuck:
                return found
            unmet = {layer: [r for r in providers[layer].requires if r not in providers] for layer in stuck}
            faulty = {layer: f"{', '.join(needs)}, which nothing provides" for layer, needs in unmet.items() if needs}
            circle = {layer: f"{', '.join(providers[layer].requires)}, which in turn need it" for layer in stuck}
            for layer, why in (faulty or circle).items():
                self._refuse(self._made.pop(layer), f"requires {why}; it is left out")

    def _clash(self, part: Annotator) -> str:
        """Why a plugin's provider cannot be taken; empty where it can."""
        layer = part.provides
        if layer in self._made:
            return f"the layer {layer!r} is already provided by plugin {self._made[layer].plugin.name}; disable one"
        if layer in self._own and layer not in self._replaceable:
            told = ", ".join(sorted(self._replaceable))
            return f"the layer {layer!r} is eventx's own; give yours another name, or provide one of {told}"
        if layer in part.requires and layer not in self._own:
            return f"requires the layer {layer!r}, which it provides; take it out of requires"
        return ""

    def owner(self, part: Annotator) -> PluginInfo | None:
        """The plugin that a provider is of; None for ours."""
        item = self._made.get(part.provides)
        return item.plugin if item is not None and item.part is part else None


def in_order(
    providers: Mapping[str, Annotator], own: Collection[str]
) -> tuple[dict[str, Annotator], dict[str, Annotator]]:
    """Providers such that each comes after what it requires (ties go by name), and those that cannot come.

    One that requires the layer which it provides reads the one that it replaces.
    """
    ordered: dict[str, Annotator] = {}
    waiting = dict(sorted(providers.items(), key=lambda pair: (pair[1].provides, pair[1].name)))

    def met(need: str, layer: str) -> bool:
        return need in ordered or (need == layer and layer in own)

    while ready := [layer for layer, part in waiting.items() if all(met(r, layer) for r in part.requires)]:
        ordered.update((layer, waiting.pop(layer)) for layer in ready)
    return ordered, waiting


def extractors_of(
    contributions: Contributions, layers: Collection[str], lexicons: Collection[str], refuse: Refuse
) -> list[Made]:
    """The extractors whose needs are met, in order of name.

    One whose plugin gave a lexicon that was refused would read another plugin's under that name: it is left out,
    unless it names other lexicons only.
    """
    there = {*layers, *(f"lexicon:{name}" for name in lexicons)}
    usable: list[Made] = []
    made = contributions.parts["eventx_extractors"]
    for item in sorted(made, key=lambda m: (str(m.part.name), m.plugin.name)):
        lost = {f"lexicon:{name}" for name in contributions.refused("eventx_lexicons", item.plugin)}
        named = {need for need in item.part.requires if need.startswith("lexicon:")}
        if lost and (lost & named or not named):
            told = ", ".join(repr(name.removeprefix("lexicon:")) for name in sorted(lost & named or lost))
            refuse(item, f"it reads the lexicon {told} of its plugin, which was refused; it is left out")
            continue
        unmet = [need for need in item.part.requires if need not in there]
        if unmet:
            refuse(item, f"requires {', '.join(unmet)}, which nothing provides{_meant(unmet, there)}; it is left out")
            continue
        usable.append(item)
    return usable


def _meant(unmet: Sequence[str], there: Collection[str]) -> str:
    near = [match for need in unmet for match in get_close_matches(need, sorted(there), 1, cutoff=0.75)]
    return f" (did you mean {', '.join(near)}?)" if near else ""
