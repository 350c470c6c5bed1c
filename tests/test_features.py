"""The Arabic analyser, the features of articles, and duplicates."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline

from analysis import schema
from analysis.analyzer import ArabicAnalyzer, family
from analysis.duplicates import find_duplicates
from analysis.features import ArticleFeatures


def articles(*texts, **columns):
    rows = [{"doc_id": f"d{i}", "text": text} for i, text in enumerate(texts)]
    return schema.frame("articles", rows).assign(**columns)


# The analyser


def test_written_variants_give_one_key():
    keys = {
        tuple(ArabicAnalyzer()(text))
        for text in ("الهيئة", "هيئة", "والهيئة", "بالهيئة", "للهيئة", "الهَيْئَةُ", "الهيـــئة")
    }
    assert keys == {("هيئه",)}


@pytest.mark.parametrize("word", ["وزير", "ولد", "باب", "كتاب", "لعبة", "فوز", "ألم"])
def test_first_letters_of_short_words_stay(word):
    assert ArabicAnalyzer(stop_words=False)(word) == [word.replace("ة", "ه").replace("أ", "ا")]


def test_presentation_forms_are_letters():
    assert ArabicAnalyzer()("ﺍﻟﻬﻴﺌﺔ") == ["هيئه"]


def test_function_words_go_also_behind_proclitics():
    assert ArabicAnalyzer()("وهذا الذي كان في ذلك، والتي لم تكن بهذا ففي") == []
    assert "هذا" in ArabicAnalyzer(stop_words=False)("هذا القمر")


def test_behind_an_article_it_is_no_function_word():
    assert ArabicAnalyzer()("الإمام أمام الباب") == ["امام", "باب"]


def test_own_stop_words():
    assert ArabicAnalyzer(stop_words=["القمر"])("هذا القمر والقمر") == ["هذا"]
    with pytest.raises(ValueError, match="collection"):
        ArabicAnalyzer(stop_words="arabic")("القمر")


def test_debris_gives_no_keys():
    text = "نشرت https://example.org/a_b?c=1 وw.w و ا ل ٢٠١٤ 35% COVID user@example.org #سباق_الهجن"
    assert ArabicAnalyzer()(text) == ["نشرت", "سباق", "هجن"]


def test_a_shattered_verse_gives_no_keys():
    analyzer = ArabicAnalyzer(stop_words=False)
    assert analyzer("كتب الشاعر ي ا ل ي ل ال ص ب م ت ى غ د ه ثم غادر القاعة") == ["كتب", "شاعر", "غادر", "قاعه"]
    assert analyzer("كتب و رسم و لون (د ب) أمس") == ["كتب", "رسم", "لون", "امس"]
    assert ArabicAnalyzer(False, (2, 2))("قلم ق ل م ن دفتر") == []


def test_written_forms_are_learned_in_parts():
    whole = ArabicAnalyzer().fit(["الأسعار أسعار", "الأسعار", "بحر"])
    parts = ArabicAnalyzer().partial_fit(["الأسعار أسعار"]).partial_fit(["الأسعار", "بحر"])
    assert parts.surface_ == whole.surface_
    assert parts.fit(["بحر"]).surface_ == {"بحر": "بحر"}


def test_ngrams_do_not_bridge_dropped_words():
    assert ArabicAnalyzer(ngram_range=(2, 2))("مجلس الأمة في مدينة النور") == ["مجلس امه", "مدينه نور"]
    assert ArabicAnalyzer(ngram_range=(1, 2))("مجلس الأمة") == ["مجلس", "مجلس امه", "امه"]


def test_surface_is_the_commonest_written_form():
    analyzer = ArabicAnalyzer().fit(["الأسعَار أسعار", "الأسعار وأسعار", "الاسعار"])
    assert analyzer.surface("اسعار") == "الأسعار"
    assert analyzer.surface("غائب") == "غائب"
    pairs = ArabicAnalyzer(ngram_range=(2, 2)).fit(["مجلس الأمّة", "مجلس الأمة"])
    assert pairs.surface_ == {"مجلس امه": "مجلس الأمة"}


def test_surface_needs_fit():
    with pytest.raises(NotFittedError):
        ArabicAnalyzer().surface("قمر")


def test_surface_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("analysis.analyzer._MOST_FORMS", 10)
    letters = "بتثجحخدذرزسشصضطظعغفقمنه"
    analyzer = ArabicAnalyzer().fit(["النهر " * 5 + f"س{a}{b}س" for a in letters for b in letters])
    assert analyzer.surface("نهر") == "النهر"
    assert len(analyzer.surface_) <= 10


def test_analyzer_serves_a_vectorizer_and_clones():
    analyzer = ArabicAnalyzer(ngram_range=(1, 2))
    vectorizer = clone(TfidfVectorizer(analyzer=analyzer))
    vectorizer.fit(["النهر الكبير", "نهر كبير"])
    assert list(vectorizer.get_feature_names_out()) == ["كبير", "نهر", "نهر كبير"]
    assert vectorizer.analyzer.get_params() == analyzer.get_params()


@given(st.text(), st.sampled_from([(1, 1), (1, 2), (2, 3)]))
def test_analyzer_takes_any_text(text, ngram_range):
    analyzer = ArabicAnalyzer(ngram_range=ngram_range)
    keys = analyzer(text)
    assert keys == analyzer(text)
    assert set(keys) == set(analyzer.fit([text]).surface_)


@pytest.mark.parametrize(("one", "other"), [("شركه", "شركات"), ("فنان", "فنانين"), ("صحه", "صحيه")])
def test_family_joins_inflections(one, other):
    assert family(one) == family(other)


def test_family_keeps_words_apart():
    assert len({family(word) for word in ("نهر", "نحر", "جبل", "سماء")}) == 4


# Features of articles


def test_features_of_a_text():
    row = ArticleFeatures().fit_transform(articles("وصل الوفد. غادر الوفد OK\n\nانتهى")).iloc[0]
    assert (row["n_words"], row["n_sentences"], row["n_paragraphs"]) == (6, 3, 2)
    assert row["lexical_diversity"] == pytest.approx(5 / 6)
    assert row["latin_share"] == pytest.approx(1 / 6)
    assert row["words_per_sentence"] == 2


def test_lexical_diversity_does_not_fall_with_length():
    words = [f"كلمة{chr(1576 + i % 20)}{chr(1576 + i // 20)}" for i in range(100)]
    once, often = " ".join(words), " ".join(words * 5)
    both = ArticleFeatures().fit_transform(articles(once, often))["lexical_diversity"]
    assert both.tolist() == [1.0, 1.0]


def test_features_without_words_are_missing_where_undefined():
    row = ArticleFeatures().fit_transform(articles(None)).iloc[0]
    assert row["n_words"] == 0
    assert np.isnan(row["lexical_diversity"]) and np.isnan(row["words_per_sentence"])


def test_features_of_quotes_and_times():
    quotes = schema.frame(
        "quotes",
        [
            {"doc_id": "d0", "start": 0, "end": 10, "kind": "direct", "speaker": "سامر"},
            {"doc_id": "d0", "start": 5, "end": 20, "kind": "indirect", "speaker": "سامر"},
            {"doc_id": "elsewhere", "start": 0, "end": 1, "kind": "direct"},
        ],
    )
    times = schema.frame("times", [{"doc_id": "d0", "start": 0, "end": 3}])
    features = ArticleFeatures(quotes=quotes, times=times)
    data = features.fit_transform(articles("كلمة " * 8, "كلمة"))
    assert data.columns.tolist() == features.get_feature_names_out().tolist()
    assert data.loc[0, ["n_quotes", "quoted_share", "direct_share", "n_speakers", "n_times"]].tolist() == [
        2,
        0.5,
        0.5,
        1,
        1,
    ]
    assert data.loc[0, "times_per_100_words"] == 12.5
    assert data.loc[1, ["n_quotes", "quoted_share", "n_times"]].tolist() == [0, 0, 0]
    assert np.isnan(data.loc[1, "direct_share"])


def test_unnamed_sources_media_and_the_future():
    speakers = ["مصدر أمني", "مصادر مطلعة", "هيئة الطاقة", "سامر حداد", None]
    rows = [{"doc_id": "d0", "start": i, "end": i, "kind": "indirect", "speaker": s} for i, s in enumerate(speakers)]
    rows[0]["medium"] = rows[1]["medium"] = "المرفأ"
    days = ["2031-05-03", "2031-05-01", None, "2031-06-01"]
    times = [{"doc_id": "d0", "start": 0, "end": 1, "earliest": pd.Timestamp(day) if day else None} for day in days]
    data = articles("كلمة", "كلمة", published=pd.to_datetime(["2031-05-02", None]))
    found = ArticleFeatures(schema.frame("quotes", rows), schema.frame("times", times)).fit_transform(data)
    assert found.loc[0, ["n_anonymous", "n_media", "n_speakers"]].tolist() == [3, 1, 4]
    assert found.loc[0, "future_share"] == pytest.approx(2 / 3) and np.isnan(found.loc[1, "future_share"])
    undated = ArticleFeatures(times=schema.frame("times", times)).fit_transform(articles("كلمة"))
    assert undated["future_share"].isna().all()


def test_features_keep_the_index_and_serve_a_pipeline():
    data = articles("أ ب", "ج").set_index(pd.Index([7, 3]))
    frame = make_pipeline(clone(ArticleFeatures())).set_output(transform="pandas").fit_transform(data)
    assert frame.index.tolist() == [7, 3]
    assert (frame.dtypes == "float64").all()


def test_features_of_no_article():
    data = ArticleFeatures(quotes=schema.frame("quotes"), times=schema.frame("times")).fit_transform(articles())
    assert data.shape == (0, 15)
    assert (data.dtypes == "float64").all()


def test_features_name_what_is_missing():
    with pytest.raises(ValueError, match="text"):
        ArticleFeatures().fit(pd.DataFrame({"doc_id": ["a"]}))


# Duplicates

LONG = "أعلنت بلدية نورانيا افتتاح الجسر الجديد فوق نهر الصفصاف بعد أعوام من العمل المتواصل بحضور جمع من الأهالي " * 2


def test_duplicates_exact_and_near():
    near = LONG.replace("الأهالي ", "السكان ", 1)
    data = articles("خبر آخر عن سباق القوارب في البحيرة", LONG, near, LONG.replace("أعلنت", "أُعلنت،"))
    found = find_duplicates(data, threshold=0.6)
    assert found["doc_id"].tolist() == ["d1", "d2", "d3"]
    assert found["representative"].unique().tolist() == ["d1"]
    assert found["kind"].fillna("-").tolist() == ["-", "near", "exact"]
    assert found["similarity"].iloc[[0, 2]].tolist() == [1.0, 1.0]
    assert 0.6 <= found["similarity"].iloc[1] < 1


def test_a_template_is_the_same_but_for_its_numbers():
    report = "أغلق مؤشر سوق نورانيا اليوم عند {} نقطة بعد تداول {} سهم بقيمة {} درهم في {} صفقة وارتفعت {} شركة وتراجعت {} شركة"
    first, second = report.format(*"123456"), report.format(7812, "٩٤٥", "8.5", 90, 71, 4)
    found = find_duplicates(articles(first, second, "وصل الوفد في الساعة 5 وغادر في الساعة 9"))
    assert found["doc_id"].tolist() == ["d0", "d1"]
    assert found["kind"].fillna("-").tolist() == ["-", "template"] and found["similarity"].iloc[1] < 0.5
    assert find_duplicates(articles("1 2 3 4 5", "6 7 8 9 10")).empty  # numbers alone are no template


def test_similarity_is_the_jaccard_index_of_word_triples():
    first, second = "أ ب ج د ه و ز ح", "أ ب ج د ه و ز ط"  # 6 triples each, 5 in common
    assert find_duplicates(articles(first, second), 0.5)["similarity"].iloc[1] == pytest.approx(5 / 7)
    assert find_duplicates(articles(first, second), 0.8).empty


def test_earliest_article_represents():
    days = pd.to_datetime(["2031-05-02", None, "2031-05-01"]).astype("datetime64[s]")
    assert set(find_duplicates(articles(LONG, LONG, LONG, published=days))["representative"]) == {"d2"}


def test_nothing_is_no_duplicate():
    found = find_duplicates(articles("", None, "...", "  "))
    assert found.empty
    assert found.dtypes.astype(str).to_dict() == find_duplicates(articles(LONG, LONG)).dtypes.astype(str).to_dict()


@pytest.mark.parametrize("threshold", [0, -1, 1.5])
def test_threshold_is_checked(threshold):
    with pytest.raises(ValueError, match="threshold"):
        find_duplicates(articles(LONG), threshold)


def test_duplicates_are_the_same_each_time_and_in_any_order():
    texts = [LONG.replace("الجسر", word) for word in ("الجسر", "النفق", "الطريق")] + ["غير ذلك تماما"]
    data = articles(*texts)
    first = find_duplicates(data, 0.5)
    pd.testing.assert_frame_equal(first, find_duplicates(data, 0.5))
    assert set(first["doc_id"]) == set(find_duplicates(data.iloc[::-1], 0.5)["doc_id"])


@given(st.lists(st.text(max_size=30), max_size=6))
def test_duplicates_take_any_text(texts):
    found = find_duplicates(articles(*texts))
    assert found["similarity"].between(0, 1).all()
    assert (found.groupby("group").size() > 1).all()
