"""Builds src/eventx/lexicon/data/irregular.csv: the forms of the word list that no rule of spelling gives.

    python tools/build_irregular.py

To be run after ``tools/build_words.py``. A line: lemma, form.
"""

from __future__ import annotations

from pathlib import Path

from eventx.lexicon.inflections import spellings
from eventx.lexicon.words import load_words

TARGET = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data" / "irregular.csv"


def rows() -> list[str]:
    """The lines of the table, sorted."""
    table = load_words().open
    found: set[str] = set()
    for form in table:
        entry = table.look(form)
        for lemma in (entry.noun, entry.verb) if entry is not None else ():
            if lemma and lemma != form and form not in spellings(lemma):
                found.add(f"{lemma},{form}")
    return sorted(found)


if __name__ == "__main__":
    TARGET.write_text("".join(f"{row}\n" for row in rows()), encoding="utf-8")
