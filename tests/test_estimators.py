"""The public estimators keep scikit-learn's conventions: its own checks, as far as they ask for no table of numbers."""

import inspect

import numpy as np
import pytest
from sklearn.base import clone, is_classifier
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks as checks
from sklearn.utils import get_tags
from themes import make_corpus

from analysis.analyzer import ArabicAnalyzer
from analysis.features import ArticleFeatures
from analysis.topics import TopicModel

ESTIMATORS = [
    ArabicAnalyzer(),
    ArticleFeatures(),
    TopicModel(3),
    TopicModel(3, method="nmf"),
    TopicModel(3, method="lda"),
]
CHECKS = [
    checks.check_estimator_cloneable,
    checks.check_estimator_repr,
    checks.check_estimator_tags_renamed,
    checks.check_get_params_invariance,
    checks.check_no_attributes_set_in_init,
    checks.check_set_params,
    checks.check_valid_tag_types,
]


@pytest.fixture(scope="module")
def corpus():
    return make_corpus()


@pytest.fixture(params=ESTIMATORS, ids=str)
def estimator(request):
    return clone(request.param)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_scikit_learns_own_checks(estimator, check):
    check(type(estimator).__name__, estimator)


def test_all_parameters_have_defaults_and_keep_their_values(estimator):
    checks.check_parameters_default_constructible(type(estimator).__name__, estimator)
    signature = inspect.signature(type(estimator).__init__)
    assert set(estimator.get_params(deep=False)) == set(signature.parameters) - {"self"}


def test_fitting_changes_no_parameter_and_returns_itself(estimator, corpus):
    data = corpus["text"] if isinstance(estimator, ArabicAnalyzer) else corpus
    before = {name: repr(value) for name, value in estimator.get_params().items()}
    assert estimator.fit(data) is estimator
    assert {name: repr(value) for name, value in estimator.get_params().items()} == before
    fitted = [name for name in vars(estimator) if name.endswith("_") and not name.startswith("_")]
    assert fitted and not any(name in before for name in fitted)


def test_a_second_fit_forgets_the_first(estimator, corpus):
    if isinstance(estimator, ArabicAnalyzer):
        once, twice = estimator.fit(["بحر"]).surface_, clone(estimator).fit(["جبل"]).fit(["بحر"]).surface_
        assert once == twice
        return
    twice = clone(estimator).fit(corpus.iloc[:20]).fit(corpus)
    assert np.allclose(estimator.fit(corpus).transform(corpus), twice.transform(corpus), equal_nan=True)


@pytest.mark.parametrize("estimator", [e for e in ESTIMATORS if hasattr(e, "transform")], ids=str)
class TestTransformers:
    def test_it_wants_to_be_fitted(self, estimator, corpus):
        with pytest.raises(NotFittedError):
            clone(estimator).transform(corpus)

    def test_fit_transform_is_fit_and_transform(self, estimator, corpus):
        together = clone(estimator).fit_transform(corpus)
        assert np.allclose(together, clone(estimator).fit(corpus).transform(corpus), equal_nan=True)

    def test_columns_have_names_and_pandas_takes_them(self, estimator, corpus):
        one = clone(estimator).set_output(transform="pandas").fit(corpus)
        frame = one.transform(corpus.iloc[::-1])
        assert list(frame.columns) == list(one.get_feature_names_out())
        assert frame.index.equals(corpus.index[::-1])

    def test_rows_do_not_depend_on_each_other(self, estimator, corpus):
        one = clone(estimator).fit(corpus)
        whole, part = np.asarray(one.transform(corpus)), np.asarray(one.transform(corpus.iloc[[4, 2]]))
        assert np.allclose(whole[[4, 2]], part, equal_nan=True)

    def test_it_serves_a_pipeline(self, estimator, corpus):
        assert len(make_pipeline(clone(estimator)).fit_transform(corpus)) == len(corpus)

    def test_its_tags_say_what_it_takes(self, estimator, corpus):
        tags = get_tags(estimator)
        assert not is_classifier(estimator) and not tags.target_tags.required and not tags.input_tags.two_d_array
