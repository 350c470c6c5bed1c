"""Learn from articles which words are common nouns and verbs, for ``lexicon/common_nouns.tsv`` and ``common_verbs.tsv``.

Run it as ``python benchmarks/learn_words.py CORPUS ... [--write]``. What a word stands behind tells, without a parser: an
adjective with the article nearly always behind a noun that has it too (المدير | العام), a noun seldom; a name often behind a
given name; a verb often behind لم, الذي or كان, seldom behind a preposition, and never with the article. A paragraph that comes
back, and what the lexicon knows as a name, a place, a title or a body, do not count.

The tables were learnt from SANAD's AlKhaleej articles (Einea, Elnagar and Al Debsi 2019, CC BY 4.0), whose bare words they
are. The thresholds were set by hand, until few of the words beyond them would go on a name; what is learnt depends on the
lexicon of the day.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import analysis as na
from analysis.arabic import fold
from analysis.quotes import vocabulary as v
from analysis.splitting import words

#: A word comes up so often; a noun, without the article, twice.
OFTEN, TWICE = 8, 2
#: A noun stands no oftener behind a word with the article, a common noun no oftener behind a given name.
ADJECTIVE, NAME = 0.25, 0.04
#: A verb stands so often behind a particle, without the mark of a person oftener, and no oftener behind a preposition.
MARKED, UNMARKED, GOVERNED = 0.12, 0.2, 0.06
#: It may have the article by mistake so often.
MISTAKEN = 0.03
ARTICLES = ("ال", "وال", "بال", "لل", "فال", "كال")
#: Words that go on a phrase, or end it, by rules of their own.
NO_NOUNS = ("preposition", "adjunct", "at_a_time", "direction", "part_of_place", "quantifier", "un")
BEFORE_VERBS = (
    v.WITH_AND["negation", "relative", "auxiliary", "has_done", "did_not"] - v.WITH_AND["preposition", "lack"]
)
BEFORE_NOUNS = v.FUNCTION["true_preposition", "demonstrative", "in", "from", "quantifier"]
SOURCE = "# Learnt from SANAD (Einea, Elnagar, Al Debsi 2019, CC BY 4.0) by benchmarks/learn_words.py.\nword\n"
NOUNS = "# Common nouns that head no person and no body: behind a whole name or a definite noun they are no part of it (شكر سامر حداد | الزوار).\n"
VERBS = "# Verbs, most of which report nothing: behind a name or a definite noun they are no part of it (الوزير | يعمل على).\n"


class Counts:
    """How often each word comes up, what it stands behind, and how it is written."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.all: Counter[str] = Counter()
        self.definite: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.verbal: Counter[str] = Counter()
        self.governed: Counter[str] = Counter()
        self.written: dict[str, Counter[str]] = {}
        given = {w for w in v.GIVEN_NAMES if w not in v.FUNCTION["also_name"] and not (v.heads(w) or v.deverbal(w))}
        given -= v.PLACES | v.OCCASIONS
        for line in dict.fromkeys(line for text in texts for line in text.split("\n")):  # what comes back counts once
            folded = fold(line)
            w = words(folded.text)
            self.all.update(w.text)
            for before, word in pairwise(w.text):
                self.definite[word] += before.startswith(ARTICLES)
                self.named[word] += before in given
                self.verbal[word] += before in BEFORE_VERBS
                self.governed[word] += before in BEFORE_NOUNS
            for start, end, word in zip(w.start, w.end, w.text, strict=True):
                a, b = folded.span(start, end)
                self.written.setdefault(word, Counter())[folded.original[a:b]] += 1

    def spelt(self, word: str) -> str:
        """A word as it is written most often."""
        plain = Counter({form: times for form, times in self.written[word].items() if form.isalpha()})
        return max(plain or self.written[word], key=lambda form: (plain[form], form))

    def is_noun(self, word: str) -> bool:
        """Whether a word is a common noun, to go by its form with the article."""
        whole = "ال" + word
        if len(word) < 3 or word.endswith("ي") or self.all[whole] < OFTEN or self.all[word] < TWICE:
            return False
        if v.is_function(word, *NO_NOUNS) or v.heads(whole) or is_known(word) or is_known(whole):
            return False
        share = {w: self.named[w] / self.all[w] if self.named[w] > 1 else 0.0 for w in (word, whole)}
        return self.definite[whole] / self.all[whole] <= ADJECTIVE and share[whole] <= NAME and share[word] <= 2 * NAME

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb."""
        often = self.all[word]
        if often < OFTEN or len(word) < 3 or word.startswith("ال") or is_known(word) or not word.isalpha():
            return False
        if self.all["ال" + word] > max(1, MISTAKEN * often) or self.governed[word] / often > GOVERNED:
            return False
        if word.endswith("ا") and not word.endswith(("وا", "نا")) and len(word) > 3:
            return False  # an accusative behind كان
        marked = word[0] in "يتن" or word.endswith(("ت", "وا")) or word.startswith(("سي", "ست"))
        return self.verbal[word] / often >= (MARKED if marked else UNMARKED)


def is_known(word: str) -> bool:
    """Whether a word is in the lexicon as a name, a title or a body."""
    named = word in v.GIVEN_NAMES or word in v.PLACES or word in v.WORDS["named_bodies"]
    return named or word in v.WORDS["foreign_names"] or v.heads(word) != ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="+", help="articles to learn from")
    parser.add_argument("--write", action="store_true", help="renew the two tables of lexicon/")
    options = parser.parse_args()
    counts = Counts(text for path in options.corpus for text in na.read_articles(path).text)
    nouns = sorted({counts.spelt(word) for word in counts.all if counts.is_noun(word)})
    verbs = sorted({counts.spelt(word) for word in counts.all if counts.is_verb(word)})
    print(len(nouns), "common nouns,", len(verbs), "verbs")
    if options.write:
        lexicon = Path(str(files("analysis") / "lexicon"))
        (lexicon / "common_nouns.tsv").write_text(NOUNS + SOURCE + "\n".join(nouns) + "\n", encoding="utf-8")
        (lexicon / "common_verbs.tsv").write_text(VERBS + SOURCE + "\n".join(verbs) + "\n", encoding="utf-8")
