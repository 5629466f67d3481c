"""EmBP and plain backpropagation as scikit-learn estimators, for pipelines, grid searches and cross-validation.

`EmBPClassifier` and `EmBPRegressor` are the same networks under conventional names. What was fitted is in `network_`:
the objects, to be printed, stepped through and drawn. The estimators add three things to them, and no more:

- Inputs are brought to 0..1 by the range that `fit` saw (`scale=True`), for that is what an emotional neuron averages.
- Classes become targets: 0 and 1 for two of them, one-hot for more. A regressor's targets are brought to 0..1, the
  range of its logistic outputs, and predictions back; so it never predicts beyond the targets that it has seen.
- `predict_proba` gives the outputs, divided by their sum. They tell how the classes rank. They are not calibrated.

Needs scikit-learn: the extra `sklearn`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lernmi_emo.datasets import Scaling, split
from lernmi_emo.datasets.pattern import Pattern, one_hot
from lernmi_emo.learning.history import History
from lernmi_emo.learning.objects import Fast, choose
from lernmi_emo.support.exceptions import InputError, MissingExtraError
from lernmi_emo.support.warning import warn
from lernmi_emo.toolbox import Network

try:
    import numpy as np
    from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin  # type: ignore[import-untyped]
    from sklearn.exceptions import ConvergenceWarning  # type: ignore[import-untyped]
    from sklearn.utils import check_random_state  # type: ignore[import-untyped]
    from sklearn.utils.multiclass import check_classification_targets  # type: ignore[import-untyped]
    from sklearn.utils.validation import check_is_fitted, column_or_1d, validate_data  # type: ignore[import-untyped]
except ImportError as missing:
    raise MissingExtraError(
        "lernmi_emo.estimators needs the package scikit-learn, 1.6 or newer: pip install scikit-learn "
        "(or this package with its extra 'sklearn')"
    ) from missing

if TYPE_CHECKING:
    from typing_extensions import Self

Array = np.ndarray[Any, Any]


class _Estimator(BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """What both estimators share: the settings, and how a network is made, taught and asked."""

    def __init__(
        self,
        hidden_layer_sizes: int | Sequence[int] = (10,),
        *,
        activation: str = "logistic",
        learning_rate_init: float = 0.5,
        momentum: float = 0.0,
        max_iter: int = 200,
        stop_error: float | None = None,
        shuffle: bool = True,
        random_state: Any = None,
        emotional: bool = True,
        scale: bool = True,
        early_stopping: bool = False,
        validation_fraction: float = 0.1,
        n_iter_no_change: int = 10,
        fast: Fast = "auto",
    ) -> None:
        self.hidden_layer_sizes = hidden_layer_sizes
        self.activation = activation
        self.learning_rate_init = learning_rate_init
        self.momentum = momentum
        self.max_iter = max_iter
        self.stop_error = stop_error
        self.shuffle = shuffle
        self.random_state = random_state
        self.emotional = emotional
        self.scale = scale
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.n_iter_no_change = n_iter_no_change
        self.fast = fast

    _targets_are_quantities: bool  # in a unit of their own, which is to be scaled

    def _begin(self, inputs: list[list[float]], targets: list[list[float]]) -> None:
        """A new network, and the scaling of these data. Nothing is assigned before all is made."""
        state = self.random_state
        whole = hasattr(state, "__index__")
        # A number is the seed itself, so that the network is the one that `Network.layered(…, seed=number)` builds.
        seed = int(state) if whole else int(check_random_state(state).randint(2**31 - 1))
        hidden = self.hidden_layer_sizes
        sizes = [hidden] if hasattr(hidden, "__index__") else list(hidden)
        network = Network.layered(
            [len(inputs[0]), *sizes, len(targets[0])],
            emotional=bool(self.emotional),
            activation=[*[self.activation] * len(sizes), "logistic"],
            rate=self.learning_rate_init,
            momentum=self.momentum,
            seed=seed,
        )
        scaling = Scaling.learn(list(zip(inputs, targets)), targets=self._targets_are_quantities)
        if not self.scale:
            scaling.inputs = [(0.0, 1.0)] * len(inputs[0])  # which leaves every value as it is
        self.network_, self.scaling_, self.history_ = network, scaling, History()
        self.seed_, self._chance = seed, random.Random(seed)

    def _fit(self, inputs: list[list[float]], targets: list[list[float]]) -> Self:
        """Teach the new network, for as many epochs as it takes."""
        patterns = self.scaling_.apply(zip(inputs, targets))
        settings: dict[str, Any] = {"epochs": self.max_iter, "stop_error": self.stop_error}
        if self.early_stopping:
            if len(patterns) < 2:
                raise InputError("early_stopping puts patterns aside, and there is one sample: switch it off")
            patterns, settings["validation"] = split(patterns, 1.0 - self.validation_fraction, self.seed_)
            settings["patience"] = self.n_iter_no_change
        self._learn(patterns, **settings)
        if self.stop_error is not None and self.history_.stopped == f"{self.max_iter} epochs are over":
            warn(
                f"the error did not come down to {self.stop_error:g} in {self.max_iter} epochs: raise max_iter",
                ConvergenceWarning,
            )
        return self

    def _learn(self, patterns: list[Pattern], **settings: Any) -> None:
        """Train the network, and add to its history."""
        history = self.network_.train(
            patterns,
            rate=self.learning_rate_init,
            momentum=self.momentum,
            shuffle=self.shuffle,
            seed=self._chance,
            fast=self.fast,
            **settings,
        )
        for name in ("errors", "anxieties", "confidences", "validation_errors", "validation_accuracies"):
            getattr(self.history_, name).extend(getattr(history, name))
        self.history_.stopped = history.stopped
        self.loss_curve_, self.n_iter_ = self.history_.errors, len(self.history_)
        self.anxieties_, self.confidences_ = self.history_.anxieties, self.history_.confidences
        if history.stopped == "interrupted":
            raise KeyboardInterrupt  # which `train` has caught: a grid search around this is to stop, too

    def _learn_once_more(self, inputs: list[list[float]], targets: list[list[float]]) -> Self:
        """Teach the network these patterns for one epoch."""
        self._learn(self.scaling_.apply(zip(inputs, targets)), epochs=1)
        return self

    def _outputs(self, X: Any) -> list[list[float]]:
        """The network's outputs for these rows."""
        check_is_fitted(self)
        rows = validate_data(self, X, dtype=np.float64, reset=False).tolist()
        network, scaled = self.network_, [self.scaling_.scale(row) for row in rows]
        return choose(self.fast, lambda: _ask_twin(network, scaled), lambda: [network.predict(each) for each in scaled])


def _ask_twin(network: Network, inputs: list[list[float]]) -> list[list[float]]:
    from lernmi_emo.fast import Twin

    return Twin(network).outputs(inputs)


class EmBPClassifier(ClassifierMixin, _Estimator):  # type: ignore[misc]
    """A classifier that learns by emotional backpropagation, or, with `emotional=False`, by plain backpropagation.

    Parameters
    ----------
    hidden_layer_sizes : how many neurons each hidden layer has.
    activation : of the hidden neurons; output neurons are logistic.
    learning_rate_init, momentum : the rate η and momentum α of the conventional links.
    max_iter : the epochs to learn, at most. One epoch presents every pattern once, and learns from each at once.
    stop_error : end when an epoch's mean squared error is at most this.
    shuffle : whether each epoch has an order of its own.
    random_state : where first weights and orders come from. A whole number is the seed that `Network.layered` and
        `train` would be given.
    emotional : whether the network has an emotional neuron.
    scale : whether inputs are brought to 0..1 by the range that `fit` saw.
    early_stopping, validation_fraction, n_iter_no_change : put a part of the training data aside, and end when the
        error on it has not fallen for so many epochs; the network has the weights of its best epoch then.
    fast : whether compiled code learns, with the same numbers: "auto" where it can.

    Attributes
    ----------
    network_ : the `Network` of objects that was fitted. It takes inputs as `scaling_` makes them.
    scaling_ : the `Scaling` from the data's units to the network's.
    history_ : the `History` of the training.
    loss_curve_, anxieties_, confidences_ : one number per epoch: the mean squared error, and what the epoch left the
        network feeling; the last two are empty without emotions.
    n_iter_ : how many epochs were learnt.
    classes_, n_features_in_, feature_names_in_ : as everywhere in scikit-learn.

    >>> from sklearn.datasets import load_iris
    >>> X, y = load_iris(return_X_y=True)
    >>> classifier = EmBPClassifier(hidden_layer_sizes=(6,), max_iter=30, random_state=7).fit(X, y)
    >>> classifier.score(X, y) > 0.9, len(classifier.anxieties_)
    (True, 30)
    >>> classifier.network_
    Network(4-6-3: 15 neurons, 60 links, emotional)
    >>> classifier.predict(X[:2]).tolist(), classifier.predict_proba(X[:2]).argmax(axis=1).tolist()
    ([0, 0], [0, 0])
    >>> classifier.partial_fit(X, y).n_iter_
    31
    """

    _targets_are_quantities = False

    def fit(self, X: Any, y: Any) -> Self:
        """Learn from the beginning. X: one row of features for each pattern; y: its class.

        Raises `ValueError` where they don't fit each other, hold what is no number, or name fewer than two classes.
        """
        X, y = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(y)
        classes = _classes_of(y)
        inputs, targets = X.tolist(), _targets(y, classes)
        self._begin(inputs, targets)
        self.classes_ = classes
        return self._fit(inputs, targets)

    def partial_fit(self, X: Any, y: Any, classes: Any = None) -> Self:
        """Learn these patterns for one epoch, and go on where the last call left off.

        The first call needs all `classes` that will ever come, and its X sets the scaling for all that follow: later
        inputs beyond it come out below 0 or above 1, and a warning says so.
        """
        first = not hasattr(self, "network_")
        X, y = validate_data(self, X, y, dtype=np.float64, reset=first)
        check_classification_targets(y)
        if first:
            if classes is None:
                raise InputError("the first call of partial_fit needs classes: all that will ever come, as a list")
            known = _classes_of(classes)
        else:
            known = self.classes_
            if classes is not None and not np.array_equal(np.unique(classes), known):
                raise InputError(f"classes must be those of the first call, {known.tolist()}, and {classes!r} came")
        strange = np.setdiff1d(y, known)
        if len(strange):
            raise InputError(
                f"y holds {strange.tolist()}, not named in the first call: expected {known.tolist()} alone"
            )
        inputs, targets = X.tolist(), _targets(y, known)
        if first:
            self._begin(inputs, targets)
            self.classes_ = known
        return self._learn_once_more(inputs, targets)

    def predict_proba(self, X: Any) -> Array:
        """For each row, one number for each class, which add up to 1: the network's outputs, divided by their sum.

        They rank the classes. How often a class is true where its number is 0.8 is another question.
        """
        outputs = np.array(self._outputs(X))
        if outputs.shape[1] == 1:
            return np.hstack([1.0 - outputs, outputs])
        shares: Array = outputs / outputs.sum(axis=1, keepdims=True)
        return shares

    def predict(self, X: Any) -> Array:
        """For each row, the class that ranks highest."""
        places = self.predict_proba(X).argmax(axis=1)  # first: it says so where nothing is fitted yet
        chosen: Array = self.classes_[places]
        return chosen


class EmBPRegressor(RegressorMixin, _Estimator):  # type: ignore[misc]
    """A regressor that learns by emotional backpropagation, or, with `emotional=False`, by plain backpropagation.

    Parameters and attributes are those of `EmBPClassifier`, without the classes. Targets, one or several for each
    pattern, are brought to 0..1 by the range that `fit` saw, and the outputs are logistic: a prediction always lies
    within that range.

    >>> import numpy as np
    >>> X = np.linspace(0.0, 3.0, 40).reshape(-1, 1)
    >>> regressor = EmBPRegressor(max_iter=500, random_state=7).fit(X, np.sin(X[:, 0]))
    >>> regressor.score(X, np.sin(X[:, 0])) > 0.9
    True
    >>> regressor.predict([[1.5]]).shape, regressor.partial_fit(X, np.sin(X[:, 0])).n_iter_
    ((1,), 501)
    """

    _targets_are_quantities = True

    def fit(self, X: Any, y: Any) -> Self:
        """Learn from the beginning. X: one row of features for each pattern; y: its target, or a row of several.

        Raises `ValueError` where they don't fit each other, or hold what is no number.
        """
        inputs, targets = self._validated(X, y, reset=True)
        self._begin(inputs, targets)
        return self._fit(inputs, targets)

    def partial_fit(self, X: Any, y: Any) -> Self:
        """Learn these patterns for one epoch, and go on where the last call left off.

        The first call's X and y set the scaling for all that follow.
        """
        first = not hasattr(self, "network_")
        inputs, targets = self._validated(X, y, reset=first)
        if first:
            self._begin(inputs, targets)
        return self._learn_once_more(inputs, targets)

    def predict(self, X: Any) -> Array:
        """For each row, what the network expects, in the unit of y."""
        found = np.array([self.scaling_.restore(outputs) for outputs in self._outputs(X)])
        return found if self._several else found[:, 0]

    def _validated(self, X: Any, y: Any, reset: bool) -> tuple[list[list[float]], list[list[float]]]:
        X, y = validate_data(self, X, y, dtype=np.float64, reset=reset, multi_output=True, y_numeric=True)
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        self._several = y.ndim == 2
        return X.tolist(), y.reshape(len(y), -1).tolist()

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags


def _classes_of(labels: Any) -> Array:
    classes: Array = np.unique(labels)
    if len(classes) < 2:
        raise InputError(f"a classifier needs at least two classes, and there is one class: {classes.tolist()[0]!r}")
    return classes


def _targets(y: Array, classes: Array) -> list[list[float]]:
    """0 or 1 where there are two classes, and one-hot where there are more."""
    places = np.searchsorted(classes, y).tolist()
    if len(classes) == 2:
        return [[float(place)] for place in places]
    return [one_hot(place, len(classes)) for place in places]
