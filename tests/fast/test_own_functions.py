"""Activations, error functions and emotions that a user wrote: compiled where that gives the same numbers."""

import math
import warnings

import pytest
from bits import everything

from lernmi_emo import (
    Activation,
    Emotions,
    ErrorFunction,
    InputNeuron,
    Link,
    Network,
    Neuron,
    TwinError,
    TwinWarning,
    datasets,
)

pytest.importorskip("numba", reason="numba is in the extra 'fast'")

from lernmi_emo.fast.codes import Functions, differences

steepness = 0.5
softsign = Activation(
    "softsign", lambda net: net / (1 + abs(net)), lambda net, output: (1 - abs(output)) * (1 - abs(output)), -1, 1
)
leaky = Activation("leaky", lambda net: net if net > 0 else steepness * net, lambda net, _: 1 if net > 0 else steepness)
softplus = Activation(
    "softplus",
    lambda net: math.log(1 + math.exp(min(net, 700.0))),
    lambda net, _: 1 / (1 + math.exp(-max(net, -700.0))),
)
quartic = ErrorFunction(
    "quartic", lambda y, t: (y - t) * (y - t) * (y - t) * (y - t) / 4, lambda y, t: (y - t) * (y - t) * (y - t)
)


def numbers_of_both(net, **training):
    twin = net.clone()
    net.train(datasets.xor(), epochs=20, momentum=0.9, **training)
    twin.train(datasets.xor(), epochs=20, momentum=0.9, fast=True, **training)
    return everything(net), everything(twin)


@pytest.mark.parametrize("own", [softsign, leaky, softplus], ids=repr)
def test_an_activation_of_your_own_is_compiled(own):
    one, other = numbers_of_both(Network.layered([2, 5, 1], activation=[own, "logistic"], seed=7))
    assert one == other


def test_an_activation_of_your_own_for_inputs_is_used_as_it_is():
    net = Network.layered([2, 5, 1], seed=7)
    net.inputs[0].activation = Activation("cube", lambda net: net**3, lambda net, _: 3 * net * net)
    one, other = numbers_of_both(net)
    assert one == other


def test_an_error_function_of_your_own_is_compiled():
    one, other = numbers_of_both(Network.layered([2, 5, 1], error=quartic, seed=7))
    assert one == other


def test_an_activation_that_has_no_value_somewhere_leaves_that_lesson_to_the_objects():
    """log|net| has none at 0, which the first pattern brings the neurons: the objects raise it there."""
    own = Activation("log", lambda net: math.log(abs(net)), lambda net, _: 1 / net)
    net = Network.layered([2, 4, 1], activation=[own, "logistic"], bias=False, seed=7)
    twin = net.clone()
    patterns = [([0.25, 0.5], [1.0]), ([0.75, 0.5], [1.0]), ([0.0, 0.0], [0.0])]
    for each, fast in ((net, False), (twin, True)):
        with pytest.raises(ValueError, match=r"math domain error|expected a positive input"):
            each.train(patterns, epochs=3, fast=fast)
    assert everything(net) == everything(twin)
    assert net.links[0].weight != net.initial_weights[0]


def test_an_odd_number_that_python_bears_is_left_to_the_objects_too():
    """An infinite output is no error in Python; here the next neuron brings it back to 1."""
    own = Activation("pole", lambda net: net * 1e308 * 10, lambda net, output: 0.0)
    net = Network.layered([2, 4, 1], activation=[own, "logistic"], bias=False, seed=7)
    for link in net.neuron("y1").incoming:
        link.weight, link.frozen = abs(link.weight), True
    for link in net.links:
        link.weight = abs(link.weight)
    patterns = [([0.5, 0.25], [1.0]), ([1.0, 0.75], [1.0])]
    twin = net.clone()
    assert math.isinf(net.predict([0.5, 0.25]) and net.neuron("h1").output)
    net.train(patterns, epochs=5)
    twin.train(patterns, epochs=5, fast=True)
    assert everything(net) == everything(twin)


def one_of_each(trouble):
    """A network with this activation or error function in it."""
    if isinstance(trouble, ErrorFunction):
        return Network.layered([2, 3, 1], error=trouble, seed=7)
    return Network.layered([2, 3, 1], activation=[trouble, "logistic"], seed=7)


def raising(net):
    if net > 100:
        raise ValueError("too much")
    return net


class Call:
    """Callable, and no function."""

    def __call__(self, net):
        return net


UNFIT = {
    "uses what Numba can't compile": Activation("spoken", lambda net: float(str(net)), lambda net, _: 1.0),
    "raises": Activation("watchful", raising, lambda net, _: 1.0),
    "gives other bits when compiled": Activation("power", lambda net: net**3 / 1e6, lambda net, _: 1.0),
    "overflows in Python alone": Activation("unclamped", lambda net: 1 / (1 + math.exp(-net)), lambda net, _: 1.0),
    "has a slope that can't": Activation("half-spoken", lambda net: net, lambda net, _: float(str(net))),
    "is an error function": ErrorFunction("spoken error", lambda y, t: y - t, lambda y, t: float(str(y - t))),
    "is callable, but no function": Activation("object", Call(), lambda net, _: 1.0),
}


@pytest.mark.parametrize("trouble", UNFIT.values(), ids=UNFIT.keys())
def test_what_cannot_be_compiled_is_named(trouble):
    net = one_of_each(trouble)
    before = everything(net)
    with pytest.raises(TwinError, match=f"'{trouble.name}'.*fast=False") as caught:
        net.train(datasets.xor(), fast=True)
    assert "can't compile the" in str(caught.value)
    assert everything(net) == before


@pytest.mark.parametrize("trouble", UNFIT.values(), ids=UNFIT.keys())
def test_auto_lets_the_objects_do_it_and_says_so_once(trouble):
    net, other = one_of_each(trouble), one_of_each(trouble)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        net.train(datasets.xor(), epochs=5, fast="auto")
    assert [entry.category for entry in said] == [TwinWarning]
    assert f"'{trouble.name}'" in str(said[0].message)
    other.train(datasets.xor(), epochs=5)
    assert everything(net) == everything(other)


def test_auto_is_the_twin_where_that_can_be():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Network.layered([2, 3, 1]).train(datasets.xor(), epochs=5, fast="auto")


class Calm(Emotions):
    """Any object with anxiety, confidence and `feel` will do."""

    def feel(self, average, error):
        super().feel(average, error)
        self.anxiety = min(self.anxiety, 0.5)
        self.confidence = 0.5 - self.anxiety


class Computed(Emotions):
    anxiety = property(lambda self: 0.5, lambda self, value: None)


def test_emotions_of_your_own_are_felt_in_python_once_an_epoch():
    one, other = numbers_of_both(Network.layered([2, 5, 1], emotional=Calm(), seed=7))
    assert one == other


def test_emotions_that_compute_when_asked_are_named():
    net = Network.layered([2, 5, 1], emotional=Computed(), seed=7)
    with pytest.raises(TwinError, match="Computed: their anxiety is no plain number"):
        net.train(datasets.xor(), fast=True)
    with pytest.warns(TwinWarning, match="Computed"):
        net.train(datasets.xor(), epochs=2, fast="auto")


class Silent(Emotions):
    def feel(self, average, error):
        pass


def test_emotions_that_feel_no_number_are_named():
    net = Network.layered([2, 5, 1], emotional=Silent(), seed=7)
    with pytest.raises(TwinError, match="Silent: their anxiety must be a number before an epoch begins, and is None"):
        net.train(datasets.xor(), fast=True)


class OtherNeuron(Neuron):
    """A neuron that does something of its own."""

    __slots__ = ()


class OtherLink(Link):
    """A link that does something of its own."""

    __slots__ = ()


class OtherNetwork(Network):
    def update(self):
        super().update()


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("neuron", "no compiled form of y1: of the class OtherNeuron it knows nothing"),
        ("link", "no compiled form of x1→y1: of the class OtherLink it knows nothing"),
        ("network", "no compiled form of the network's 'update': of the class OtherNetwork it knows nothing"),
        ("breakpoint", r"there is one in x1→y1, a Link: take it away with clear_breaks\(\)"),
    ],
)
def test_classes_of_your_own_and_breakpoints_are_refused_by_name(kind, message):
    x, y = InputNeuron("x1"), (OtherNeuron if kind == "neuron" else Neuron)("y1")
    (OtherLink if kind == "link" else Link)(x, y, 0.5)
    net = (OtherNetwork if kind == "network" else Network)([x], [y])
    if kind == "breakpoint":
        net.break_on("x1", "y1", when=lambda link: False)
    with pytest.raises(TwinError, match=f"{message}.*fast=False"):
        net.train([([0.5], [0.5])], fast=True)
    net.clear_breaks()
    if kind == "breakpoint":
        net.train([([0.5], [0.5])], epochs=1, fast=True)


def test_a_subclass_that_changes_no_message_is_welcome():
    class Mine(Network):
        """Only adds to a network."""

    x, y = InputNeuron("x1"), Neuron("y1")
    Link(x, y, 0.5)
    net = Mine([x], [y])
    net.train([([0.5], [0.5])], epochs=3, fast=True)
    assert net.links[0].weight != 0.5


def test_one_function_is_compiled_once():
    functions = Functions()
    assert functions.of_activation(softsign) == functions.of_activation(softsign)


def test_python_and_compiled_code_use_the_same_mathematical_functions_here():
    """Where they don't, the twin warns, and its results may be off by a unit in the last place for each call."""
    assert all(ulp <= 1 for ulp in differences().values())


def test_a_difference_in_the_mathematical_functions_is_said(monkeypatch):
    monkeypatch.setattr("lernmi_emo.fast.twin.differences", lambda: {"exp": 1.0})
    with pytest.warns(TwinWarning, match=r"compute differently here \(exp by 1 unit"):
        Network.layered([2, 3, 1]).train(datasets.xor(), epochs=1, fast=True)
