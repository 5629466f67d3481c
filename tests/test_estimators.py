"""The estimators: scikit-learn's own checks, its tools, and the network that is inside."""

import pickle
import sys

import pytest
from clusters import cluster

from lernmi_emo import DivergenceError, InputError, InputScaleWarning, MissingExtraError, Network, TargetRangeWarning
from lernmi_emo.datasets import Scaling, one_hot

np = pytest.importorskip("numpy")
pytest.importorskip("sklearn", minversion="1.6")

from sklearn.base import clone, is_classifier, is_regressor  # noqa: E402
from sklearn.datasets import load_diabetes, load_iris, make_blobs  # noqa: E402
from sklearn.exceptions import ConvergenceWarning, NotFittedError  # noqa: E402
from sklearn.model_selection import GridSearchCV, cross_val_score  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import PolynomialFeatures  # noqa: E402
from sklearn.utils.estimator_checks import estimator_checks_generator  # noqa: E402

from lernmi_emo.estimators import EmBPClassifier, EmBPRegressor  # noqa: E402

__all__ = ["cluster"]  # a fixture

IRIS = load_iris(return_X_y=True)
BLOBS = make_blobs(60, centers=2, random_state=0)


CHECKED = [
    EmBPClassifier(),
    EmBPRegressor(),
    EmBPClassifier(emotional=False),
    EmBPRegressor(early_stopping=True),
    EmBPClassifier(hidden_layer_sizes=(6, 4), activation="tanh", momentum=0.5, early_stopping=True),
]
CHECKS = [
    pytest.param(each, check, id=f"{each}-{check.func.__name__}")
    for estimator in CHECKED
    for each, check in estimator_checks_generator(estimator)
]


@pytest.mark.filterwarnings("default")  # scikit-learn's own, such as that of a check it skips for want of pandas
@pytest.mark.parametrize(("estimator", "check"), CHECKS)
def test_it_passes_scikit_learns_own_checks(estimator, check):
    """All of them: none is expected to fail."""
    check(estimator)


def patterns_of(X, y, classes=3):
    raw = [(row, one_hot(place, classes)) for row, place in zip(X.tolist(), y.tolist())]
    return Scaling.learn(raw).apply(raw)


class TestTheNetworkInside:
    def test_it_is_the_one_that_a_user_would_build_and_train_to_the_last_bit(self):
        classifier = EmBPClassifier((6,), learning_rate_init=0.3, momentum=0.4, max_iter=20, random_state=7).fit(*IRIS)
        net = Network.layered([4, 6, 3], emotional=True, rate=0.3, momentum=0.4, seed=7)
        history = net.train(patterns_of(*IRIS), epochs=20, seed=7)
        assert [link.weight for link in classifier.network_.links] == [link.weight for link in net.links]
        assert classifier.loss_curve_ == history.errors
        assert classifier.anxieties_ == history.anxieties
        assert classifier.confidences_ == history.confidences
        assert classifier.n_iter_ == 20

    def test_predictions_are_its_outputs(self):
        classifier = EmBPClassifier(max_iter=20, random_state=7).fit(*IRIS)
        outputs = [classifier.network_.predict(inputs) for inputs, _ in patterns_of(*IRIS)]
        shares = np.array(outputs) / np.sum(outputs, axis=1, keepdims=True)
        assert classifier.predict_proba(IRIS[0]) == pytest.approx(shares, rel=1e-15)
        assert classifier.predict(IRIS[0]).tolist() == np.argmax(outputs, axis=1).tolist()

    def test_the_objects_and_their_twin_give_the_same_bits(self):
        one, other = (EmBPClassifier(max_iter=5, random_state=7, fast=fast).fit(*IRIS) for fast in (False, "auto"))
        assert one.loss_curve_ == other.loss_curve_
        assert one.predict_proba(IRIS[0]).tolist() == other.predict_proba(IRIS[0]).tolist()

    def test_it_can_be_stepped_through_and_rewound(self):
        net = EmBPClassifier((6,), max_iter=5, random_state=7).fit(*IRIS).network_
        assert net.link("emotion", "h2").explain()
        net.rewind()
        assert net.link("x1", "h1").weight == Network.layered([4, 6, 3], seed=7).link("x1", "h1").weight

    def test_a_plain_one_feels_nothing(self):
        classifier = EmBPClassifier(emotional=False, max_iter=5).fit(*IRIS)
        assert classifier.network_.emotions is None
        assert (classifier.anxieties_, classifier.confidences_) == ([], [])
        assert len(classifier.loss_curve_) == 5

    def test_two_classes_have_one_output_and_keep_their_names(self):
        names = np.array(["oak", "lime"])[BLOBS[1]]
        classifier = EmBPClassifier(max_iter=50, random_state=7).fit(BLOBS[0], names)
        assert len(classifier.network_.outputs) == 1
        assert classifier.classes_.tolist() == ["lime", "oak"]
        assert classifier.score(BLOBS[0], names) > 0.9
        assert classifier.predict_proba(BLOBS[0]).shape == (60, 2)

    def test_hidden_layers_may_be_none_or_one_number(self):
        assert len(EmBPClassifier((), max_iter=1).fit(*IRIS).network_.layers) == 1
        assert len(EmBPClassifier(5, max_iter=1).fit(*IRIS).network_.layers[0].neurons) == 5


class TestScaling:
    def test_inputs_are_scaled_by_the_range_that_fit_saw(self):
        classifier = EmBPClassifier(max_iter=2, random_state=7).fit(*IRIS)
        assert classifier.scaling_.inputs == list(zip(IRIS[0].min(axis=0), IRIS[0].max(axis=0)))

    def test_without_it_they_are_taken_as_they_are_and_the_network_says_what_it_needs(self):
        with pytest.warns(InputScaleWarning, match=r"the inputs go from 0\.1 to 7\.9"):
            EmBPClassifier(max_iter=2, random_state=7, scale=False).fit(*IRIS)
        scaled = (IRIS[0] - IRIS[0].min(axis=0)) / np.ptp(IRIS[0], axis=0)
        one = EmBPClassifier(max_iter=2, random_state=7, scale=False).fit(scaled, IRIS[1])
        assert one.loss_curve_ == EmBPClassifier(max_iter=2, random_state=7).fit(*IRIS).loss_curve_

    def test_a_regressor_predicts_in_the_unit_of_its_targets_and_never_beyond_them(self):
        X, y = load_diabetes(return_X_y=True)
        regressor = EmBPRegressor(max_iter=50, learning_rate_init=0.1, random_state=7).fit(X, y)
        assert regressor.score(X, y) > 0.4
        beyond = regressor.predict(100.0 * X)
        assert y.min() <= beyond.min() < beyond.max() <= y.max()

    def test_several_targets_are_scaled_each_by_itself(self):
        X = np.linspace(0.0, 1.0, 40).reshape(-1, 1)
        y = np.hstack([1000.0 * X, 1.0 - X])
        regressor = EmBPRegressor(max_iter=300, momentum=0.5, random_state=7).fit(X, y)
        assert regressor.score(X, y) > 0.9
        assert regressor.predict(X).shape == (40, 2)


class TestPartialFit:
    def test_epoch_by_epoch_is_fit(self):
        """With all the data in each call, and one generator of orders."""
        whole = EmBPClassifier(max_iter=4, random_state=7, momentum=0.5).fit(*IRIS)
        parts = EmBPClassifier(random_state=7, momentum=0.5)
        for _ in range(4):
            parts.partial_fit(*IRIS, classes=[0, 1, 2])
        assert parts.loss_curve_ == whole.loss_curve_
        assert parts.anxieties_ == whole.anxieties_
        assert parts.predict_proba(IRIS[0]).tolist() == whole.predict_proba(IRIS[0]).tolist()

    def test_a_class_may_come_late_if_it_was_named(self):
        classifier = EmBPClassifier(random_state=7).partial_fit(IRIS[0][:100], IRIS[1][:100], classes=[0, 1, 2])
        with pytest.warns(InputScaleWarning, match="the inputs go from 0 to 1.43902"):  # its petals are longer, too
            classifier.partial_fit(IRIS[0][60:], IRIS[1][60:])
        assert classifier.predict_proba(IRIS[0]).shape == (150, 3)

    @pytest.mark.parametrize(
        ("y", "classes", "message"),
        [
            ([0, 1], None, "the first call of partial_fit needs classes"),
            ([0, 2], [0, 1], r"y holds \[2\], not named in the first call: expected \[0, 1\] alone"),
            ([0, 0], [0], "at least two classes, and there is one class: 0"),
        ],
    )
    def test_classes_that_do_not_fit_are_refused(self, y, classes, message):
        classifier = EmBPClassifier()
        with pytest.raises(InputError, match=message):
            classifier.partial_fit([[0.0], [1.0]], y, classes=classes)
        assert not hasattr(classifier, "network_")

    def test_other_classes_later_are_refused(self):
        classifier = EmBPClassifier().partial_fit([[0.0], [1.0]], [0, 1], classes=[0, 1])
        with pytest.raises(InputError, match=r"classes must be those of the first call, \[0, 1\]"):
            classifier.partial_fit([[0.0], [1.0]], [0, 1], classes=[0, 1, 2])

    def test_a_regressor_warns_of_targets_beyond_the_first_ones(self):
        regressor = EmBPRegressor(random_state=7).partial_fit([[0.0], [1.0]], [0.0, 1.0])
        with pytest.warns(TargetRangeWarning):
            regressor.partial_fit([[0.0], [1.0]], [0.0, 5.0])
        assert regressor.n_iter_ == 2


class TestEnding:
    def test_it_ends_at_the_stopping_error(self):
        classifier = EmBPClassifier(stop_error=0.05, random_state=7, max_iter=500).fit(*IRIS)
        assert classifier.loss_curve_[-1] <= 0.05 < classifier.loss_curve_[-2]
        assert classifier.n_iter_ < 500

    def test_it_says_where_it_never_came_so_far(self):
        with pytest.warns(ConvergenceWarning, match=r"did not come down to 0\.001 in 3 epochs"):
            EmBPClassifier(stop_error=0.001, max_iter=3).fit(*IRIS)

    def test_early_stopping_leaves_the_weights_of_the_best_epoch(self):
        classifier = EmBPClassifier(
            early_stopping=True, n_iter_no_change=3, validation_fraction=0.2, learning_rate_init=3.0, random_state=7
        ).fit(*IRIS)
        errors = classifier.history_.validation_errors
        assert classifier.n_iter_ < 200
        assert min(errors[-3:]) >= min(errors)
        held_out = Scaling.learn([(row, [0.0]) for row in IRIS[0].tolist()])
        assert held_out.inputs == classifier.scaling_.inputs

    def test_ctrl_c_keeps_what_was_learned_and_stops_whatever_is_around(self, monkeypatch):
        learn, count = Network.learn, []

        def interrupted(*arguments, **settings):
            count.append(1)
            if len(count) > 310:
                raise KeyboardInterrupt
            return learn(*arguments, **settings)

        monkeypatch.setattr(Network, "learn", interrupted)
        classifier = EmBPClassifier(random_state=7, fast=False)
        with pytest.raises(KeyboardInterrupt):
            classifier.fit(*IRIS)
        assert classifier.n_iter_ == 2
        assert classifier.predict(IRIS[0]).shape == (150,)

    def test_divergence_is_an_error_like_any_other(self):
        with pytest.raises(DivergenceError, match="Try a smaller rate"):
            EmBPRegressor(activation="linear", learning_rate_init=1e9, momentum=5.0, random_state=7).fit(*IRIS)


class TestBadInput:
    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"hidden_layer_sizes": (0,)}, "the size of a layer must be a whole number of at least 1"),
            ({"activation": "logistc"}, "did you mean 'logistic'"),
            ({"learning_rate_init": -1}, "rate must not be negative"),
            ({"momentum": "much"}, "momentum must be a finite number"),
            ({"max_iter": 1.5}, "epochs must be a whole number"),
            ({"random_state": "seven"}, "seven"),
            ({"early_stopping": True, "validation_fraction": 1.5}, "fraction must be"),
            ({"fast": "very"}, "fast must be True, False or 'auto'"),
        ],
    )
    def test_a_setting_that_makes_no_sense_is_refused(self, settings, message):
        with pytest.raises((ValueError, LookupError), match=message):
            EmBPClassifier(**settings).fit(*IRIS)

    def test_one_class_is_refused(self):
        with pytest.raises(InputError, match="at least two classes, and there is one class"):
            EmBPClassifier().fit(IRIS[0], np.zeros(150))

    def test_what_was_not_fitted_can_not_predict(self):
        with pytest.raises(NotFittedError):
            EmBPRegressor().predict(IRIS[0])

    def test_without_scikit_learn_the_module_says_what_to_install(self, monkeypatch):
        monkeypatch.delitem(sys.modules, "lernmi_emo.estimators")
        monkeypatch.setitem(sys.modules, "sklearn.base", None)
        with pytest.raises(MissingExtraError, match="pip install scikit-learn"):
            __import__("lernmi_emo.estimators")


class TestWithScikitLearnsTools:
    GRID = {"hidden_layer_sizes": [(3,), (8,)], "emotional": [True, False], "learning_rate_init": [0.1, 1.0]}  # noqa: RUF012

    def test_they_are_what_they_are_called(self):
        assert is_classifier(EmBPClassifier())
        assert is_regressor(EmBPRegressor())

    def test_a_grid_search_tries_emotion_like_any_other_setting(self):
        search = GridSearchCV(EmBPClassifier(max_iter=20, random_state=7), self.GRID, cv=3).fit(*IRIS)
        assert search.best_score_ > 0.9
        assert search.best_params_["learning_rate_init"] == 1.0
        assert len(search.cv_results_["params"]) == 8
        assert search.best_estimator_.network_

    def test_in_a_pipeline(self):
        pipeline = make_pipeline(PolynomialFeatures(2), EmBPClassifier(max_iter=30, random_state=7))
        assert cross_val_score(pipeline, *IRIS, cv=3).min() > 0.9
        assert pipeline.fit(*IRIS)[-1].n_features_in_ == 15

    def test_pickled_it_predicts_and_goes_on_learning_the_same_bits(self):
        classifier = EmBPClassifier(max_iter=5, random_state=7).fit(*IRIS)
        twin = pickle.loads(pickle.dumps(classifier))
        assert twin.predict_proba(IRIS[0]).tolist() == classifier.predict_proba(IRIS[0]).tolist()
        assert twin.partial_fit(*IRIS).loss_curve_ == classifier.partial_fit(*IRIS).loss_curve_

    def test_cloned_it_is_not_fitted(self):
        copy = clone(EmBPClassifier(max_iter=5, random_state=7).fit(*IRIS))
        assert not hasattr(copy, "network_")
        assert copy.max_iter == 5

    @pytest.mark.slow
    @pytest.mark.filterwarnings("default")  # Dask's own
    def test_a_grid_search_on_a_dask_cluster_finds_the_same(self, cluster):
        joblib = pytest.importorskip("joblib")
        search = GridSearchCV(EmBPClassifier(max_iter=10, random_state=7), self.GRID, cv=3)
        with joblib.parallel_backend("dask", client=cluster):
            far = search.fit(*IRIS).cv_results_["mean_test_score"].tolist()
        assert far == clone(search).fit(*IRIS).cv_results_["mean_test_score"].tolist()
