"""An analyser of Arabic words for counting: `ArabicAnalyzer` turns a text into *keys*.

A key is a word folded and lightly stemmed, so that الهيئة, والهيئة and بالهيئة count as one. It is for counting only;
what people see is the commonest written form of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Self

from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from analysis import arabic, lexicon

# Arabic letters and nothing else: Latin words, digits and what is left of an URL never become keys.
_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc"
_WORD = re.compile(f"[{_LETTER}][{_LETTER}{arabic.MARKS}{arabic.CONTROLS}]*")
_UNWRITTEN = re.compile(f"[{arabic.MARKS}{arabic.CONTROLS}]+")
_FEWEST, _REACH, _PIECE = (
    3,
    6,
    3,
)  # so many lone letters within so many words are a shattered verse; letters of its pieces
_MOST_FORMS = 1_000_000  # written forms remembered at a time; beyond it the rare ones are forgotten


class ArabicAnalyzer(BaseEstimator):
    """Split an Arabic text into keys for counting: ``analyzer=`` of scikit-learn's vectorisers.

    Words are folded (`analysis.arabic.fold`), function words dropped, and the article and the proclitics
    و ف ب ك ل taken off where enough letters remain, as in light stemming (Larkey, Ballesteros and Connell 2002).
    Single letters, Latin words, digits and URLs give no keys, nor does a verse that lost its vowel signs to spaces and
    fell to pieces. Calling needs no fitting and changes nothing: `fit` only learns in which form each key is written.

    Parameters
    ----------
    stop_words : bool or collection of str, default True
        True drops the function words of ``lexicon/stopwords.tsv``, False none, a collection these words.
    ngram_range : (int, int), default (1, 1)
        Fewest and most words in a key. Words between which a dropped word stood make no n-gram.

    Attributes
    ----------
    surface_ : dict of str to str
        Key to its commonest written form without vowel signs, after `fit`.
    forms_ : Counter
        Written forms and how often they were seen.

    Examples
    --------
    >>> ArabicAnalyzer()("وقالت الهيئة إن الأسعارَ ارتفعت 5%")
    ['هيئه', 'اسعار', 'ارتفعت']
    >>> ArabicAnalyzer().fit(["الأسعار اليوم", "أسعار الأسعار"]).surface_["اسعار"]
    'الأسعار'
    """

    surface_: dict[str, str]

    def __init__(self, stop_words: bool | Collection[str] | None = True, ngram_range: tuple[int, int] = (1, 1)) -> None:
        self.stop_words = stop_words
        self.ngram_range = ngram_range

    def __call__(self, text: str) -> list[str]:
        """Keys of one text, in order, with repetitions."""
        stops = self._stops()
        keys = [_key(word, stops) for word in _words(text)]
        if tuple(self.ngram_range) == (1, 1):
            return [key for key in keys if key]
        return [" ".join(gram) for gram, _ in _grams(keys, keys, *self.ngram_range)]

    def fit(self, texts: Iterable[str], y: Any = None) -> Self:
        """Learn the commonest written form of each key.

        Parameters
        ----------
        texts : iterable of str
        y : ignored

        Returns
        -------
        ArabicAnalyzer
        """
        self.forms_: Counter[str] = Counter()
        return self.partial_fit(texts)

    def partial_fit(self, texts: Iterable[str], y: Any = None) -> Self:
        """Learn the written forms of more texts.

        Parameters
        ----------
        texts : iterable of str
        y : ignored

        Returns
        -------
        ArabicAnalyzer
        """
        stops = self._stops()
        counts: Counter[str] = getattr(self, "forms_", None) or Counter()
        for text in texts:
            words = _words(text)
            if tuple(self.ngram_range) == (1, 1):
                counts.update(words)
            else:
                keys = [_key(word, stops) for word in words]
                counts.update(" ".join(gram) for _, gram in _grams(keys, words, *self.ngram_range))
            if len(counts) > _MOST_FORMS:
                counts = Counter(dict(counts.most_common(_MOST_FORMS // 2)))
        self.forms_ = counts
        self.surface_ = self._commonest(stops)
        return self

    def _commonest(self, stops: frozenset[str]) -> dict[str, str]:
        forms: Counter[tuple[str, str]] = Counter()
        for written, count in self.forms_.items():
            if key := _key_of(written, stops):
                forms[key, _plain(written)] += count
        # The last assignment wins: rarest first, and of equals the alphabetically later one first.
        ranked = sorted(forms.items(), key=lambda item: item[0][1], reverse=True)
        return {key: form for (key, form), _ in sorted(ranked, key=lambda item: item[1])}

    def key_of(self, written: str) -> str:
        """Key of a written word, or of words with spaces between them; empty for one that is dropped."""
        return _key_of(written, self._stops())

    def surface(self, key: str) -> str:
        """Commonest written form of a key; the key itself if it was never seen.

        Raises
        ------
        sklearn.exceptions.NotFittedError
            Before `fit`.
        """
        check_is_fitted(self, "surface_")
        return self.surface_.get(key, key)

    def _stops(self) -> frozenset[str]:
        if self.stop_words is True:
            return _with_proclitics(_function_words())
        if isinstance(self.stop_words, str):
            raise ValueError(f"stop_words must be a collection of words or a bool, not the text {self.stop_words!r}")
        return _with_proclitics(frozenset(self.stop_words or ()))


def _key_of(written: str, stops: frozenset[str]) -> str:
    return " ".join(_key(word, stops) for word in written.split(" "))


def _words(text: str) -> list[str]:
    """Written words; the pieces of a shattered verse (و ت ع او ن وا ع ل ى) are empty, so that n-grams see the gap."""
    words = _WORD.findall(text)
    # و alone is the conjunction, which some write apart; an agency's two letters (د ب) are no verse.
    lone = [i for i, word in enumerate(words) if len(word) == 1 and word != "\u0648"]
    for one, next_ in zip(lone, lone[_FEWEST - 1 :], strict=False):
        if next_ - one <= _REACH:
            edges = [i for i in (one - 1, next_ + 1) if 0 <= i < len(words) and len(words[i]) < _PIECE]
            for i in [*edges, *range(one, next_ + 1)]:
                if len(words[i]) <= _PIECE:
                    words[i] = ""
    return words


def family(key: str) -> str:
    """Key without its inflectional ending: شركه and شركات are of one family.

    Too coarse to count with, right for telling that two terms would look alike in a list.

    Examples
    --------
    >>> family("شركات") == family("شركه")
    True
    """
    return " ".join(_affix("suffix").sub("", word, count=1) for word in key.split(" "))


def _grams(
    keys: Sequence[str], words: Sequence[str], shortest: int, longest: int
) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """N-grams of the keys beside those of the words, none across a dropped word."""
    for i in range(len(keys)):
        for n in range(1, longest + 1):
            if i + n > len(keys) or not keys[i + n - 1]:
                break
            if n >= shortest:
                yield keys[i : i + n], words[i : i + n]


@lru_cache(maxsize=1 << 18)
def _key(word: str, stops: frozenset[str]) -> str:
    """Key of a written word, empty for one that is dropped."""
    folded = arabic.fold(word).text
    if len(folded) < 2 or folded in stops:
        return ""
    return _affix("conjunction", "preposition").sub("", _affix("article").sub("", folded))


@cache
def _affix(*layers: str) -> re.Pattern[str]:
    """Pattern of the affixes of some layers, each with the letters that must remain."""
    rows = [row for row in lexicon.table("affixes") if row["layer"] in layers]
    if layers == ("suffix",):
        return re.compile("|".join(f"(?<=.{{{row['rest']}}}){row['affix']}$" for row in rows))
    return re.compile("^(?:" + "|".join(f"{row['affix']}(?=.{{{row['rest']}}})" for row in rows) + ")")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(form for row in lexicon.table("stopwords") for form in lexicon.forms(row["forms"]))


@lru_cache(maxsize=16)
def _with_proclitics(words: frozenset[str]) -> frozenset[str]:
    """Words folded, bare and behind proclitics: والتي, بهذا. Not behind an article: الإمام is not أمام."""
    rows = lexicon.table("affixes")
    before = ["", *(row["affix"] for row in rows if row["layer"] == "conjunction")]
    between = ["", *(row["affix"] for row in rows if row["layer"] == "preposition")]
    return frozenset(a + b + arabic.key(word) for word in words for a in before for b in between)


def _plain(written: str) -> str:
    """A written form without what is not seen or not needed: vowel signs, tatweel, controls."""
    return _UNWRITTEN.sub("", unicodedata.normalize("NFKC", written) if written > "\ufb4f" else written)
