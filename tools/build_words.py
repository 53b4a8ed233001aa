"""Builds src/eventx/lexicon/data/words.csv: English word forms with their classes and lemmas.

    python tools/build_words.py

Sources (all MIT-licensed, needed for building only): inflections from ``lemminflect``, word
frequencies from ``spacy-lookups-data`` to leave out rare words, and the usual class of a form with several
from the lexicon of E. Brill's tagger in ``textblob``.

A line: form, letters of its classes (noun, plural ``s``, verb's base form ``b``, past ``d``, participle ``p``, -ing
form ``g``, -s form ``z``, adjective, adverb ``r``), lemma as a noun, lemma as a verb (empty where it is the form
itself), letter of the usual class of several.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import lemminflect
import spacy_lookups_data
import textblob

TARGET = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data" / "words.csv"
COMMON = -14.5  # for words of the tagger's lexicon only
RAREST = -16.3  # log probability: about 45,000 lemmas stay
# Verbs that are nothing else take no reading from another word, so rarer ones stay: the frequencies are of everyday
# talk, which seldom castigates, reconvenes or repatriates.
RAREST_VERB = -18.2
CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "r"}
# Rows of the source whose forms would hide those of the usual word: misspellings, the golfer's "putting".
HIDING = {("verb", "develope"), ("noun", "developement"), ("verb", "putt"), ("verb", "bungling"), ("verb", "annexe")}
# Verbs of public affairs that the source of inflections lacks; all are regular.
LACKING_VERBS = (
    "airdrop", "airlift", "arraign", "bankroll", "carjack", "crowdfund", "decertify", "decouple", "decommission",
    "defund", "delegitimize", "delist", "denuclearize", "deregister", "deradicalize", "disinvest", "doxx",
    "exfiltrate", "greenlight", "headbutt", "livestream", "outmanoeuvre", "preempt", "radicalize", "readmit",
    "reappoint", "rebrand", "recommit", "reconfirm", "recuse", "redact", "reengage", "reignite", "reimpose",
    "reintroduce", "relaunch", "relist", "renominate", "reoffend", "repurpose", "reshape", "resupply", "retweet",
    "securitize", "surveil", "teargas", "torch", "tweet", "unblock", "upend", "waterboard", "weaponize",
    "whitelist", "wiretap", "firebomb",
)  # fmt: skip
LACKING_NOUNS = ("thanks", "amends", "regards")  # plurals of a sense of their own, which the source has as verbs alone
RESPELT = {"ok": "okay", "oks": "okays"}  # headlines' spellings of forms
DOUBLING = frozenset({"airdrop", "readmit", "recommit", "wiretap", "teargas"})  # "airdropped"
# Penn tags of the tagger's lexicon -> the letter that stands for a class of forms in the table's "u" rows
USUAL = {
    "NN": "n", "NNS": "s", "VB": "b", "VBP": "b", "VBD": "d", "VBN": "p", "VBG": "g", "VBZ": "z",
    "JJ": "a", "JJR": "a", "JJS": "a", "RB": "r", "RBR": "r", "RBS": "r",
}  # fmt: skip


def frequencies() -> dict[str, float]:
    """Log probability by word form."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return dict(json.load(stream))


def tagger_lexicon() -> dict[str, str]:
    """Each lower-case form of the tagger's lexicon with its usual Penn tag."""
    path = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, tag = line.partition(" ")
        if tag in USUAL and form.islower() and form.isascii() and form.isalpha():
            found.setdefault(form, tag)
    return found


def classes_of(rows: list[list[str]]) -> dict[str, set[str]]:
    """The classes (v, n, a, r) of every form in the rows."""
    classes: dict[str, set[str]] = {}
    for kind, lemma, *forms in rows:
        for given in (lemma, *forms):
            for form in given.split("/"):
                classes.setdefault(form, set()).add(kind)
    return classes


def lacking(rows: list[list[str]], lexicon: dict[str, str], known: dict[str, float]) -> list[list[str]]:
    """Nouns and adjectives that the tagger's lexicon has and the rows have not ("act" as a noun)."""
    classes = classes_of(rows)
    found = []
    for form, tag in sorted(lexicon.items()):
        kind = {"NN": "n", "JJ": "a"}.get(tag)
        if kind is None or kind in classes.get(form, ()) or known.get(form, -99.0) < COMMON:
            continue
        plural = [form + "s"] if kind == "n" and lexicon.get(form + "s") == "NNS" else []
        found.append([kind, form, *plural])
    return found


def usual_classes(rows: list[list[str]], lexicon: dict[str, str]) -> list[list[str]]:
    """A row "u", form, letter for each form of several classes that the tagger's lexicon has."""
    classes = classes_of(rows)
    return [["u", form, USUAL[tag]] for form, tag in sorted(lexicon.items()) if len(classes.get(form, ())) > 1]


def regular(verb: str) -> list[str]:
    """The row of a regular verb."""
    stem = verb + verb[-1] if verb in DOUBLING else verb.removesuffix("e")
    if verb.endswith("fy"):
        return ["v", verb, f"{verb[:-1]}ied", "", f"{verb}ing", f"{verb[:-1]}ies"]
    third = f"{verb}es" if verb.endswith(("ch", "sh", "x", "s")) else f"{verb}s"
    return ["v", verb, f"{stem}ed", "", f"{stem}ing", third]


def rarest(lemma: str, kind: str, others: set[str]) -> float:
    """The log probability below which a lemma is left out; ``others`` are nouns, adjectives and adverbs."""
    return RAREST_VERB if kind == "verb" and lemma not in others else RAREST


def usable(lemma: str, kind: str, forms: list[str]) -> bool:
    """True for an entry of the source that is plain English in small letters."""
    plain = lemma.islower() and lemma.isascii() and lemma.isalpha() and all(f.isascii() for f in forms)
    return plain and kind in CLASSES and (kind, lemma) not in HIDING


def kept(lemma: str, kind: str, forms: list[str]) -> list[str]:
    """The forms that stay: verb: past, participle, -ing, -s; noun: plural; adjective: -er, -est."""
    if kind == "noun":
        # a form that equals the lemma ("sheep") is no plural to tell by
        plurals = [f for f in forms[0].split("/") if f != lemma] if forms and forms[0] else []
        return plurals[:1]
    if kind == "verb":
        return forms
    return [f for given in forms for f in given.split("/") if f.isalpha()]  # "higher", "highest"


class Forms:
    """What the rows say of each form: letters of classes, lemmas, the letter of the usual class."""

    def __init__(self) -> None:
        self.classes: dict[str, set[str]] = {}
        self.nouns: dict[str, str] = {}
        self.verbs: dict[str, str] = {}
        self.usual: dict[str, str] = {}

    def add(self, letters: str, *forms: str) -> None:
        """Add classes to forms."""
        for form in forms:
            self.classes.setdefault(form, set()).update(letters)

    def add_noun(self, lemma: str, forms: list[str]) -> None:
        """Add a noun with its plurals."""
        self.add("n", lemma)
        self.add("s", *forms)
        for form in (lemma, *forms):
            self.nouns.setdefault(form, lemma)

    def add_verb(self, lemma: str, forms: list[str]) -> None:
        """Add a verb with its past, participle, -ing and -s forms."""
        past, participle, gerund, third = (*forms, "", "", "", "")[:4]
        self.add("b", lemma)
        self.verbs.setdefault(lemma, lemma)
        for given, letters in ((past, "d" if participle else "dp"), (participle, "p"), (gerund, "g"), (third, "z")):
            for form in filter(None, given.split("/")):
                self.add(letters, form)
                self.verbs[form] = lemma  # "found" is a form of "find" before it is a verb of its own

    def lines(self) -> list[str]:
        """The lines of the table."""
        found = []
        for form, letters in sorted(self.classes.items()):
            noun, verb = self.nouns.get(form, ""), self.verbs.get(form, "")
            kinds = "".join(sorted(letters, key="nsbdpgzar".index))
            lemmas = ("" if noun == form and "n" in letters else noun, "" if verb == form and "b" in letters else verb)
            found.append(",".join((form, kinds, *lemmas, self.usual.get(form, ""))))
        return found


def by_form(rows: list[list[str]]) -> list[str]:
    """The lines of the table from rows of class, lemma and inflected forms."""
    found = Forms()
    for kind, lemma, *forms in rows:
        if kind == "n":
            found.add_noun(lemma, forms)
        elif kind == "v":
            found.add_verb(lemma, forms)
            british = lemma.removesuffix("ize") + "ise"
            if lemma.endswith("ize") and british not in found.classes:  # "mobilise"
                found.add_verb(british, [form.replace("iz", "is") for form in forms])
        elif kind == "u":
            found.usual[lemma] = forms[0]
        else:
            found.add(kind, lemma, *forms)
    return found.lines()


def respelt(lines: list[str]) -> list[str]:
    """The lines of other spellings, each with the lemma of the form that it stands for."""
    known = {line.split(",", 1)[0]: line.split(",") for line in lines}
    made = []
    for spelling, form in RESPELT.items():
        _, letters, noun, verb, usual = known[form]
        made.append(",".join((spelling, letters, noun, verb or form, usual)))
    return made


def main() -> None:
    """Write the table."""
    known = frequencies()
    source = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    rows = []
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        entries = list(csv.reader(stream))
    others = {
        lemma for lemma, kind, *_ in entries if kind in ("noun", "adj", "adv") and known.get(lemma, -99.0) > RAREST_VERB
    }
    for lemma, kind, *forms in entries:
        if not usable(lemma, kind, forms):
            continue
        heard = max(known.get(form, -99.0) for form in (lemma, *forms) if form)
        if heard >= rarest(lemma, kind, others):
            rows.append([CLASSES[kind], lemma, *kept(lemma, kind, forms)])
    there = {lemma for kind, lemma, *_ in rows if kind == "v"}
    rows += [regular(verb) for verb in LACKING_VERBS if verb not in there]
    rows += [["n", noun] for noun in LACKING_NOUNS]
    lexicon = tagger_lexicon()
    rows += lacking(rows, lexicon, known)
    rows.sort()
    rows += usual_classes(rows, lexicon)
    lines = by_form(rows)
    lines = sorted([*lines, *respelt(lines)])
    TARGET.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(len(lines), "forms", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
