"""What the invariants are tried on: the installed plugins, articles, and texts made of them."""

import random
from pathlib import Path

import pytest

import eventx

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "examples" / "articles").glob("*.md"))
# fmt: off
SCRAPS = (
    "\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x00", "\t", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u0301",
    "\ud800", "\udfff", "😀", "👍🏽", "越", "İ", "ß", "ﬁ", "“", "”", "«", "'", "\"", "(", ")", "—", "…", ".", ",", ";",
    "said ", "not ", "will ", "and ", "of ", "the ", "Putin ", "Paris ", "on Monday ", "2024 ", "cancelled ", "<b>",
)
# fmt: on


@pytest.fixture(scope="session")
def engine():
    """All installed plugins; a fault of one fails the test that meets it."""
    return eventx.Engine(strict=True)


@pytest.fixture(scope="session")
def articles():
    """The sample articles as documents."""
    return [d for path in ARTICLES for d in eventx.read_documents(path)]


def damaged(text, seed):
    """A text with scraps put in, pieces left out and doubled: always the same for one seed."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(text) + 1)
        end = min(len(text), at + dice.randint(0, 30))
        middle = dice.choice((dice.choice(SCRAPS), "", text[at:end] * 2, text[at:end].upper(), text[at:end]))
        text = text[:at] + middle + text[end if dice.random() < 0.7 else at :]
    return text


@pytest.fixture(scope="session")
def any_texts(articles):
    """Texts of every kind: the articles damaged in many ways, and hostile ones."""
    made = [damaged(d.text, 100 * n + seed) for n, d in enumerate(articles) for seed in range(15)]
    return [*made, *(t for t in eventx.testing.hostile_texts().values() if len(t) < 20_000)]
