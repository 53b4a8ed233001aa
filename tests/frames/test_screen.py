"""The screen of frames: what is passed over by its words alone, and what is not."""

import pytest

import eventx
from eventx.frames import FramePlugin, parse_frames
from eventx.frames.gate import Gate
from eventx.language.scan import VocabularyAnnotator
from eventx.language.tokens import tokens_of

FRAMES = parse_frames(
    """
[[event]]
name = "ban"
[[event.frame]]
name = "impose"
verbs = ["impose", "slap"]
objects = ["ban", "arms embargo"]
[[event.frame]]
name = "call-off"
verbs = ["call off"]
recipients = { from = ["object"], required = true }
[[event.frame]]
name = "alert"
verbs = ["be", "put"]
complements = { "on" = ["alert"] }
[[event.frame]]
name = "refuse"
verbs = ["accept"]
polarity = "negative"
[[event.frame]]
name = "must"
verbs = ["say"]
cues = ["must", "has to"]
[[event.frame]]
name = "ask"
verbs = ["ask"]
needs = ["infinitive"]
[[event.frame]]
name = "threat"
verbs = ["shell"]
conditional = true
[[event.frame]]
name = "deal"
nouns = ["deal"]
actors = { from = ["prep:between", "governor.prep:with"], required = true }
[[event.frame]]
name = "vote"
nouns = ["by-election"]
[[event.frame]]
name = "wound"
verbs = ["wound"]
actors = { from = ["subject"], class = ["MIL"] }
recipients = { from = ["object", "inside"], required = true }
instruments = ["bomb"]
[[event.frame]]
name = "vow"
verbs = ["vow"]
recipients = { from = ["content.object"], required = true }
[[event.frame]]
name = "seized"
verbs = ["seize"]
active = false
[[event.frame]]
name = "unploughed"
verbs = ["plough"]
under = ["failed", "give up"]
[[event]]
name = "exchange"
reciprocal = true
[[event.frame]]
name = "plea"
verbs = ["appeal"]
actors = { from = ["prep:to"], required = true }
""",
    "screen.toml",
)


def passed(text):
    """The names of the frames that the sentence is read for."""
    gate = Gate([FRAMES])
    promises = gate.promises(VocabularyAnnotator.words(text))
    standing = gate.standing(promises, tokens_of(text))
    return {name.rpartition(" ")[2] for promise in standing for name in promise.frames}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad imposed a ban on fish.", {"impose"}),
        ("The bans that Chad slapped on it ended.", {"impose"}),
        ("Chad imposed an embargo on arms.", {"impose"}),
        ("Chad called the whole thing off.", {"call-off"}),
        ("Mali did not accept it.", {"refuse"}),
        ("Mali didn't accept it.", {"refuse"}),
        ("Mali says that Chad has to go.", {"must"}),
        ("Forces were put on alert.", {"alert"}),
        ("The by-election was late.", {"vote"}),
        ("Mali asked Chad to leave.", {"ask"}),
        ("Mali will shell Chad unless it leaves.", {"threat"}),
        ("A deal between Mali and Chad was signed.", {"deal"}),
        ("Mali signed the deal with Chad.", {"deal"}),
        ("Mali appealed for help.", {"plea"}),
        ("The mill was seized at dawn.", {"seized"}),
        ("Chad was unable to plough the plain.", {"unploughed"}),
        ("Chad nearly ploughed the plain.", {"unploughed"}),
        ("Chad gave ploughing up.", {"unploughed"}),
    ],
)
def test_what_is_read(text, names):
    """A sentence with all words of a frame is read for that frame."""
    assert passed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Chad imposed a tax.",  # no object
        "Chad called for rain.",  # the verb without its particle
        "Mali accepted it.",  # no word that negates
        "Mali says that Chad has gone to town.",  # a cue only in pieces
        "The election by lot was late.",  # the parts of a noun apart, and no noun of the frame
        "The ban was an imposing one.",  # no verb
        "Chad was called by the whole town.",  # another particle
        "Mali asked Chad for rain.",  # no infinitive
        "Mali shelled Chad.",  # no condition
        "The deal of the day was signed.",  # nothing leads to the actors
        "The off season is what Chad called it.",  # the particle before its verb
        "Mali seizes the mill.",  # a form that no passive has
        "Chad wants to plough the plain.",  # nothing over it that the frame asks for
        "",
    ],
)
def test_what_is_passed_over(text):
    """A sentence that lacks a word of every frame, or has none as the frame wants it, is passed over."""
    assert not passed(text)


@pytest.fixture
def asked():
    """An engine with the frames, and the layers that it is asked for."""
    engine = eventx.Engine([FramePlugin("screen", [FRAMES])], strict=True)
    found = []

    def process(text):
        found.clear()
        for provider in engine.order:
            if getattr(provider, "provides", "") in ("mentions", "clauses"):
                _watch(provider, found)
        return engine.process(eventx.Document(text=text)), set(found)

    return process


def _watch(provider, found):
    annotate = type(provider).annotate

    def told(analysis, sentence):
        found.append(provider.provides)
        return annotate(provider, analysis, sentence)

    provider.annotate = told


def test_layers_are_asked_for_late(asked):
    """Clauses where the words are there, mentions where a clause fits and its words may name somebody."""
    assert asked("The company imposed a tax on fish.")[1] == set()
    assert asked("The ban that was imposed on fish was a long one.")[1] == {"clauses"}
    report, layers = asked("Chad imposed a ban on fish.")
    assert layers == {"clauses", "mentions"}
    assert [event.action for event in report.events] == ["ban"]


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("Chadian soldiers wounded three Finns.", True),
        ("A bomb wounded three Finns.", True),
        ("Three Finns were wounded.", True),
        ("The hail wounded three Finns.", False),  # whoever does it is no party
        ("Finland wounded the trees.", False),  # nobody to whom it is done
        ("Mali vowed to shell Chad.", True),
        ("Mali vowed revenge.", False),  # nothing that it vows to do
    ],
)
def test_nobody_is_looked_for_in_vain(asked, text, looked_up):
    """Mentions are asked for where the words of a clause may be those of its parties."""
    assert asked(text)[1] == ({"clauses", "mentions"} if looked_up else {"clauses"})
