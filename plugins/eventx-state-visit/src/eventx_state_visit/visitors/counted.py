"""Who a counted party is: the persons whom the sentence behind "The presidents of four states arrived" names."""

from __future__ import annotations

import re
from typing import Final

from eventx import Mention
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import WITH, arguments, heads
from eventx_state_visit.destinations.places import NUMBERS
from eventx_state_visit.parties import PERSONS, may_travel


def named_next(scene: Scene) -> list[Mention]:
    """Who arrived, in "The presidents of four states arrived in Oslo. A of B, C of D, E of F and G of H spoke there".

    As many as the first sentence counts must act in the next one; whoever acts together with them is there as well.
    """
    subject, following = scene.clause.subject, scene.clause.sentence + 1
    if subject is None or following >= len(scene.analysis.sentences):
        return []
    counted = COUNT.search(subject.span.of(scene.analysis.text))
    acting = next((c for c in scene.analysis.clauses(following) if c.form == "verb" and c.tense), None)
    if counted is None or acting is None or acting.subject is None or acting.negated:
        return []
    mentions = scene.analysis.mentions(following)
    named = [m for m in heads(acting.subject, mentions) if m.kind in PERSONS and may_travel(m)]
    if len(named) != NUMBERS[counted[1].lower()] or len(acting.subject.conjuncts) != len(named):
        return []
    if acting.lemma not in scene.lexicon.placing:
        return named
    joined = [m for slot in WITH[1:] for a in arguments(acting, slot) for m in heads(a, mentions)]
    return [*named, *(m for m in joined if m.kind in PERSONS and may_travel(m))]


# "Four presidents", "The presidents of four states"; not "The two leaders", who were told before.
COUNT: Final = re.compile(r"(?i)(?:^|\bof )(two|three|four|five|six|seven|eight)\b")
