"""Who held an office before."""

import eventx


def test_a_former_president_holds_no_office():
    """The country stays."""
    text = "Former U.S. president Jimmy Carter visited Cuba in 2002. President Lula da Silva of Brazil visited Chile."
    report = eventx.Engine().process(eventx.Document(text=text, published="2007-11-04"))
    roles = {actor.name: (actor.country, actor.role) for event in report.events for actor in event.actors}
    assert roles["Jimmy Carter"] == ("USA", eventx.Role.OTHER)
    assert eventx.Role.HEAD_OF_STATE in {role for _, role in roles.values()}
