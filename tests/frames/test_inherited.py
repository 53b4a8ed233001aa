"""An event whose sentence gives no date has the day that the text ties it to, and no other."""

import pytest

import eventx
from eventx.frames import FramePlugin, parse_frames
from eventx.records import Basis

FILE = """
[defaults]
actors = { from = ["subject", "prep:by"], class = "any" }
recipients = ["object", "prep:on"]
identity = ["actors", "recipients"]

[[event]]
name = "attack"
codes = { plover = "ASSAULT:attack" }
[[event.frame]]
verbs = ["attack", "kill", "shoot"]
nouns = ["attack", "raid"]

[[event]]
name = "blame"
spoken = true
codes = { plover = "ACCUSE:blame" }
[[event.frame]]
verbs = ["blame"]

[[event]]
name = "grant"
codes = { plover = "AID:grant" }
[[event.frame]]
verbs = ["grant"]

[[event]]
name = "storm"
sudden = true
[[event.frame]]
verbs = ["storm"]
"""


@pytest.fixture(scope="module")
def engine():
    return eventx.Engine([FramePlugin("inherited", [parse_frames(FILE, "inherited.toml")])], strict=True)


def dates(engine, text, action):
    document = eventx.Document(text=text, published="2016-05-05")  # a Thursday
    return [e.dates for e in engine.process(document).events if e.action == action]


INHERITED = [
    # the noun tells the act again
    ("attack", "Rebels have killed six Malian soldiers. Tuesday's raid was the third this year.", "2016-05-03"),
    ("attack", "Rebels have killed six Malian soldiers. The attack began on Tuesday at a base.", "2016-05-03"),
    ("attack", "Rebels have killed six Malian soldiers. The raid was carried out on Tuesday.", "2016-05-03"),
    ("grant", "Chile granted a loan to Peru. The decision was announced on Monday.", "2016-05-02"),
    ("grant", "Chile has granted a loan to Peru. None objected. After Monday's ruling, shares rose.", "2016-05-02"),
    ("blame", "The council of Peru has blamed Chile. Tuesday's motion was passed without debate.", "2016-05-03"),
    ("attack", "Rebels have killed six Malian soldiers. Ten more were hurt in the raid on Tuesday.", "2016-05-03"),
    ("grant", "Chile has granted a loan to Peru. It announced the decision on Monday.", "2016-05-02"),
    # the news came with it
    ("attack", "Mali shut its ports on Monday. The move came hours after rebels attacked a base.", "2016-05-02"),
    # what is planned is appointed
    ("attack", "Rebels will attack a base. The raid will take place on Saturday, they said.", "2016-05-07"),
    ("attack", "Rebels will attack a base next week. The raid will take place on Tuesday.", "2016-05-10"),
    # it is told of an act that was
    ("attack", "Rebels in Mali began a raid on Tuesday. Malian troops shot two rebels during the raid.", "2016-05-03"),
    # what is done by saying so, on the day on which the same party says more
    ("blame", "Peru blames Chile for fires\nThe Peruvian government said on Monday that smoke drifted.", "2016-05-02"),
    ("blame", "Peru has blamed Chile. The Peruvian foreign minister said on Monday that smoke drifted.", "2016-05-02"),
    # what a court does, on the day on which its judge speaks
    ("grant", "A court in Peru has granted Chile damages. The judge said on Monday that smoke drifted.", "2016-05-02"),
    # the lead sums up
    ("attack", "Rebels have killed six Malian soldiers. The rebels shot the men at a base on Tuesday.", "2016-05-03"),
    # a sudden act that opens the report, which gives one day
    ("storm", "Rebels have stormed a base in Mali. Ten soldiers fled, officials said on Tuesday.", "2016-05-03"),
    # what happens then, whoever does it
    ("attack", "Police fired on Tuesday. The rebels of Mali then attacked a post.", "2016-05-03"),
    # the same party goes on
    ("blame", "The president of Peru spoke on Monday. He blamed Chile.", "2016-05-02"),
]

OWN = [
    # neither day is that of the act
    ("attack", "Rebels have killed six Malian soldiers. A report on the war was published on Tuesday."),
    ("attack", "Rebels have killed six Malian soldiers. A raid was planned for Tuesday."),
    ("grant", "Chile granted a loan to Peru. Its president returned to Lima on Monday."),
    ("blame", "Peru has blamed Chile. Tuesday's ruling was a surprise."),
    ("grant", "Chile has granted a loan to Peru. It announced a decision on taxes on Monday."),
    ("grant", "Chile granted a loan to Peru. It praised the decision on Monday."),
    ("attack", "Mali shut its ports on Monday. The move came after rebels attacked a base."),
    ("attack", "Mali shut its ports on Monday. The ship came hours after rebels attacked a base."),
    ("attack", "Rebels will attack a base. A raid will take place on Saturday, they said."),
    ("attack", "Rebels will attack a base. The vote will take place on Saturday, they said."),
    ("attack", "Two Malian soldiers were wounded on Tuesday. Malian soldiers attacked a post."),
    ("blame", "Peru has blamed Chile. The Brazilian foreign minister said on Monday that smoke drifted."),
    ("blame", "The president of Peru spoke on Monday. He had blamed Chile."),
    ("blame", "The president of Peru spoke on Monday. He blamed Chile during the campaign."),
    ("blame", "The president of Brazil spoke on Monday. Peru blamed Chile."),
    ("attack", "Rebels have killed six Malian soldiers. Ten more were hurt in a raid on Tuesday."),
    ("blame", "The top court of Peru has blamed Chile. The president said on Monday that smoke drifted."),
    ("attack", "Police fired on Tuesday. The rebels of Mali attacked a post."),
    ("attack", "Rebels attack base in Mali\nRebels have held a base in Mali, officials said on Monday."),
    # of two days it could be either; what had been done before is of neither
    ("storm", "Rebels have stormed a base in Mali. Ten soldiers fled on Monday and ten on Tuesday."),
    ("storm", "Rebels had stormed a base in Mali. Ten soldiers fled on Tuesday."),
    ("storm", "Rebels have stormed a base in Mali. Ten soldiers fled last May."),
    # what is done again and again, or for long, is not done on one day; and a day may be that of another act
    ("storm", "Rebels have repeatedly stormed bases in Mali. Ten soldiers fled on Tuesday."),
    ("storm", "Rebels have stormed bases in Mali for years. Ten soldiers fled on Tuesday."),
    ("storm", "Rebels have stormed a base in Mali. Peru blamed Chile on Tuesday."),
    # far back in the report it is another raid
    ("attack", "Cocoa is dear. Mali has it. Farms are few. Rebels killed six Malian soldiers. Tuesday's raid was new."),
]


@pytest.mark.parametrize(("action", "text", "day"), INHERITED, ids=[text[-60:] for _, text, _ in INHERITED])
def test_the_day_comes_from_the_sentences_around(engine, action, text, day):
    found = [d for d in dates(engine, text, action) if d is not None and d.basis is Basis.INHERITED]
    assert [(d.start.isoformat(), d.end.isoformat()) for d in found] == [(day, day)]


@pytest.mark.parametrize(("action", "text"), OWN, ids=[text[-60:] for _, text in OWN])
def test_another_day_dates_nothing(engine, action, text):
    assert dates(engine, text, action)[:1] == [None]


def test_the_words_that_give_the_day_are_evidence(engine):
    text = "Rebels have killed six Malian soldiers. The attack began on Tuesday at a base."
    event = engine.process(eventx.Document(text=text, published="2016-05-05")).events[0]
    assert [(e.quote, e.sentence) for e in event.evidence if e.role == "date"] == [("Tuesday", 1)]
