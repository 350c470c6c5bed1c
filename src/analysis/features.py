"""Articles as numbers: an analyser of Arabic words for vectorisers, and features of whole articles.

`ArabicAnalyzer` turns a text into *keys*: words folded and lightly stemmed, so that الهيئة, والهيئة and
بالهيئة count as one. A key is for counting only; what people see is the commonest written form of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from analysis import arabic, lexicon, schema

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ArabicAnalyzer", "ArticleFeatures"]

# Arabic letters and nothing else: Latin words, digits and what is left of an URL never become keys.
_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc"
_WORD = re.compile(f"[{_LETTER}][{_LETTER}{arabic.MARKS}{arabic.CONTROLS}]*")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_UNWRITTEN = re.compile(f"[{arabic.MARKS}{arabic.CONTROLS}]+")
_MOST_FORMS = 1_000_000  # written forms remembered at a time; beyond it the rare ones are forgotten
_DIVERSITY_WINDOW = 100


class ArabicAnalyzer(BaseEstimator):
    """Split an Arabic text into keys for counting: ``analyzer=`` of scikit-learn's vectorisers.

    Words are folded (`analysis.arabic.fold`), function words dropped, and the article and the proclitics
    و ف ب ك ل taken off where enough letters remain, as in light stemming (Larkey, Ballesteros and Connell 2002).
    Single letters, Latin words, digits and URLs give no keys. Calling needs no fitting and changes nothing:
    `fit` only learns in which form each key is mostly written.

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
        keys = [_key(word, stops) for word in _WORD.findall(text)]
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
        stops = self._stops()
        counts: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text)
            if tuple(self.ngram_range) == (1, 1):
                counts.update(words)
            else:
                keys = [_key(word, stops) for word in words]
                counts.update(" ".join(gram) for _, gram in _grams(keys, words, *self.ngram_range))
            if len(counts) > _MOST_FORMS:
                counts = Counter(dict(counts.most_common(_MOST_FORMS // 2)))
        forms: Counter[tuple[str, str]] = Counter()
        for written, count in counts.items():
            key = " ".join(_key(word, stops) for word in written.split(" "))
            if key:
                forms[key, _plain(written)] += count
        # The last assignment wins: rarest first, and of equals the alphabetically later one first.
        ranked = sorted(forms.items(), key=lambda item: item[0][1], reverse=True)
        self.surface_ = {key: form for (key, form), _ in sorted(ranked, key=lambda item: item[1])}
        return self

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
    import unicodedata

    return _UNWRITTEN.sub("", unicodedata.normalize("NFKC", written) if written > "\ufb4f" else written)


class ArticleFeatures(TransformerMixin, BaseEstimator):
    """Features of whole articles: a numeric frame, one row an article, in the articles' order.

    Parameters
    ----------
    quotes, times : DataFrame, optional
        The frames of these articles; each adds its columns. Rows of other articles are ignored.

    Notes
    -----
    ============================ ====================================================================
    n_words, n_sentences,        counts; a word is what `analysis.arabic.words` finds
    n_paragraphs
    words_per_sentence           mean; missing without sentences
    lexical_diversity            distinct words among words: moving average over windows of 100 words
                                 (Covington and McFall 2010); missing without words
    latin_share                  share of Latin words among words; missing without words
    n_quotes                     attributions [quotes]
    quoted_share                 share of the characters that lie in the content of one [quotes]
    direct_share                 share of direct and mixed ones among them; missing without any [quotes]
    n_speakers                   different speakers named [quotes]
    n_times                      time expressions [times]
    times_per_100_words          their density; missing without words [times]
    ============================ ====================================================================

    Examples
    --------
    >>> from analysis import schema
    >>> articles = schema.frame("articles", [{"doc_id": "a", "text": "بدأ اللقاء. انتهى اللقاء."}])
    >>> ArticleFeatures().fit_transform(articles)[["n_words", "n_sentences", "lexical_diversity"]]
       n_words  n_sentences  lexical_diversity
    0      4.0          2.0               0.75
    """

    def __init__(self, quotes: pd.DataFrame | None = None, times: pd.DataFrame | None = None) -> None:
        self.quotes = quotes
        self.times = times

    def fit(self, articles: pd.DataFrame, y: Any = None) -> Self:
        """Check the frames; there is nothing to learn.

        Raises
        ------
        ValueError
            If a frame lacks a column that is needed.
        """
        schema.require(articles, "articles", "doc_id", "text")
        if self.quotes is not None:
            schema.require(self.quotes, "quotes", "doc_id", "start", "end", "kind", "speaker")
        if self.times is not None:
            schema.require(self.times, "times", "doc_id")
        self.n_features_in_ = articles.shape[1]
        return self

    def transform(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Compute the features.

        Parameters
        ----------
        articles : DataFrame of shape (n_articles, n_columns)
            With ``doc_id`` and ``text``.

        Returns
        -------
        DataFrame of shape (n_articles, n_features)
            Dtype float64, index of `articles`.
        """
        import pandas as pd

        check_is_fitted(self, "n_features_in_")
        schema.require(articles, "articles", "doc_id", "text")
        texts = articles["text"].fillna("")
        data = pd.DataFrame(map(_of_text, texts), columns=list(_OF_TEXT), index=articles.index, dtype="float64")
        if self.quotes is not None:
            groups = dict(iter(self.quotes.groupby("doc_id")))
            rows = [_of_quotes(groups.get(doc), len(text)) for doc, text in zip(articles["doc_id"], texts, strict=True)]
            data[list(_OF_QUOTES)] = np.array(rows).reshape(-1, len(_OF_QUOTES))
        if self.times is not None:
            data["n_times"] = articles["doc_id"].map(self.times["doc_id"].value_counts()).fillna(0).astype("float64")
            data["times_per_100_words"] = 100 * data["n_times"] / data["n_words"].where(data["n_words"] > 0)
        return data

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Names of the columns."""
        names = [
            *_OF_TEXT,
            *(_OF_QUOTES if self.quotes is not None else ()),
            *(_OF_TIMES if self.times is not None else ()),
        ]
        return np.array(names, dtype=object)


_OF_TEXT = ("n_words", "n_sentences", "n_paragraphs", "words_per_sentence", "lexical_diversity", "latin_share")
_OF_QUOTES = ("n_quotes", "quoted_share", "direct_share", "n_speakers")
_OF_TIMES = ("n_times", "times_per_100_words")


def _of_text(text: str) -> tuple[float, ...]:
    folded = arabic.fold(text).text
    words = arabic.words(folded).text
    n_sentences = len(arabic.sentences(text))
    return (
        len(words),
        n_sentences,
        len(arabic.paragraphs(text)),
        len(words) / n_sentences if n_sentences else np.nan,
        _diversity(words),
        len(_LATIN.findall(folded)) / len(words) if words else np.nan,
    )


def _diversity(words: Sequence[str], window: int = _DIVERSITY_WINDOW) -> float:
    """Moving-average type-token ratio."""
    if not words:
        return np.nan
    inside = Counter(words[:window])
    ratios = [len(inside)]
    for gone, come in zip(words, words[window:], strict=False):
        inside[come] += 1
        inside[gone] -= 1
        if not inside[gone]:
            del inside[gone]
        ratios.append(len(inside))
    return float(np.mean(ratios)) / min(window, len(words))


def _of_quotes(quotes: pd.DataFrame | None, length: int) -> tuple[float, ...]:
    if quotes is None:
        return 0.0, 0.0, np.nan, 0.0
    covered = done = 0
    for start, end in sorted(zip(quotes["start"], quotes["end"], strict=True)):
        covered += max(0, end - max(start, done))
        done = max(done, end)
    return (
        len(quotes),
        covered / length if length else 0.0,
        float(quotes["kind"].isin(["direct", "mixed"]).mean()),
        quotes["speaker"].nunique(),
    )
