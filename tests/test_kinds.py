"""Kinds that no file of the package has heard of, declared here alone: a gated link, and links that share a weight.

They are ordered, learn, save, load, clone and rewind, and the twin refuses them by name: all by what they say of
themselves.
"""

import copy
import json
import random

import pytest
from bits import everything
from graphs import random_pattern

from lernmi_emo import (
    BiasNeuron,
    DivergenceError,
    EmotionalLink,
    EmotionalNeuron,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    StorageError,
    TopologyError,
    TwinError,
    TwinWarning,
)
from lernmi_emo.core.kind import KINDS
from lernmi_emo.core.weight import Weight


class GatedLink(Link):
    """A link whose weight is what another neuron, its gate, gives. It has nothing to learn."""

    __slots__ = ("gate",)

    refers = ("gate",)
    learns = ()

    def __init__(self, source, target, gate):
        self.gate = gate
        super().__init__(source, target, 1.0)

    def propagate(self):
        self.target.net_input += self.source.output * self.gate.output

    def backpropagate(self):
        delta = self.target.delta
        self.source.sensitivity += delta * self.gate.output
        self.gate.sensitivity += delta * self.source.output


class SharedWeight(Weight):
    """A weight of several links, with a name."""

    __slots__ = ("name",)

    fields = ("name",)

    def __init__(self, name, weight):
        self.name = name
        super().__init__(weight)


class SharedLink(Link):
    """A link whose weight belongs to other links too. The shared weight learns from the sum."""

    __slots__ = ("shared",)

    refers = ("shared",)

    def __init__(self, source, target, shared):
        self.shared = shared
        super().__init__(source, target, shared.weight)

    @property
    def weight(self):
        return self.shared.weight

    @weight.setter
    def weight(self, weight):
        self.shared.weight = weight

    def backpropagate(self):
        super().backpropagate()
        self.shared.sensitivity += self.sensitivity

    @property
    def learns(self):
        return (self.shared,)


def of_own_kinds(seed):
    """Some network: plain, gated and sharing links, some that skip layers, a mood now and then."""
    chance = random.Random(seed)
    activations = ["logistic", "tanh", "arctan", "linear"]
    inputs = [InputNeuron(f"x{place}") for place in range(1, chance.randint(2, 3) + 1)]
    before = [*inputs, BiasNeuron()]
    shared = [SharedWeight(f"w{place}", chance.uniform(-1, 1)) for place in (1, 2)]
    neurons = []
    for place in range(1, chance.randint(4, 7) + 1):
        neuron = Neuron(f"n{place}", chance.choice(activations))
        for source in chance.sample(before, chance.randint(2, min(4, len(before)))):
            kind = chance.choice(["plain", "gated", "shared", "shared"])
            if kind == "gated":
                GatedLink(source, neuron, gate=chance.choice([each for each in before if each is not source]))
            elif kind == "shared":
                SharedLink(source, neuron, chance.choice(shared))
            else:
                Link(source, neuron, chance.uniform(-1, 1))
        before.append(neuron)
        neurons.append(neuron)
    if chance.random() < 0.5:
        emotion = EmotionalNeuron()
        for neuron in neurons:
            EmotionalLink(emotion, neuron, chance.uniform(-1, 1))
    # In the end a link whose gate lies deeper than its source, and a neuron that is nothing but a gate.
    gate, last = Neuron("g"), Neuron("y")
    Link(neurons[-1], gate, chance.uniform(-1, 1))
    GatedLink(inputs[0], last, gate)
    SharedLink(inputs[1], last, shared[0])
    ends = [neuron for neuron in neurons if not neuron.outgoing]
    return Network(inputs, [*ends, last])


def error_of(net, targets, inputs):
    outputs = net.predict(inputs)
    return sum(net.error_function.value(*pair) for pair in zip(outputs, targets))


@pytest.mark.parametrize("seed", range(40))
def test_their_gradients_are_those_of_central_differences(seed):
    net = of_own_kinds(seed)
    inputs, targets = random_pattern(net, seed)
    probe = net.clone()
    net.learn(inputs, targets, rate=0.0)
    step = 1e-5
    assert len(net.weights) == len(probe.weights) > 0
    for weight, changed in zip(net.weights, probe.weights):
        middle = changed.weight
        errors = []
        for place in (middle + step, middle - step):
            changed.weight = place
            errors.append(error_of(probe, targets, inputs))
        changed.weight = middle
        slope = (errors[0] - errors[1]) / (2 * step)
        assert weight.sensitivity == pytest.approx(slope, rel=1e-6, abs=1e-9)


def small():
    """x1 and x2 share a weight into h1, and again into y1; from h1 to y1 what passes is what g lets pass.

    g is a gate and nothing else, and lies as deep as h1, and deeper than x2, whose link to y1 it gates too.
    """
    x1, x2, h1, g, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("h1", "tanh"), Neuron("g"), Neuron("y1")
    shared = SharedWeight("w", 0.5)
    for source in (x1, x2):
        SharedLink(source, h1, shared)
    Link(x1, g, -0.25)
    GatedLink(h1, y1, gate=g)
    GatedLink(x2, y1, gate=g)
    SharedLink(x1, y1, shared)
    return Network([x1, x2], [y1])


def test_a_link_is_computed_after_its_gate_and_a_gate_need_not_lead_anywhere_else():
    net = small()
    assert [[neuron.name for neuron in layer.neurons] for layer in net.layers] == [["h1", "g"], ["y1"]]
    assert [link.name for link in net.neuron("g").outgoing] == ["h1→y1", "x2→y1"]
    net.predict([0.5, 1.0])
    h1, g, y1 = (net.neuron(name) for name in ("h1", "g", "y1"))
    assert h1.net_input == 0.5 * 0.5 + 1.0 * 0.5
    assert y1.net_input == h1.output * g.output + 1.0 * g.output + 0.5 * 0.5


def test_a_shared_weight_is_among_the_weights_once_and_updates_once_by_the_sum():
    net = small()
    (shared,) = net.shared
    assert [weight for weight in net.weights if weight is shared] == [shared]
    assert [link.name for link in net.links if link in net.weights] == ["x1→g"]
    assert [weight for layer in net.layers for weight in layer.weights] == net.weights
    for _ in range(2):  # the second lesson begins its sum anew
        before, change = shared.weight, shared.change
        net.learn([0.5, 1.0], [0.0], rate=0.5, momentum=0.25)
        sent = [link.sensitivity for link in net.links if shared in link.learns]
        assert len(sent) == 3
        assert shared.sensitivity == pytest.approx(sum(sent), rel=1e-12)
        assert shared.weight == before + (0.25 * change - 0.5 * shared.sensitivity)
        assert shared.weight_before == before
    assert {link.weight for link in net.links if shared in link.learns} == {shared.weight}


@pytest.mark.parametrize("again", [Network.clone, copy.deepcopy, None], ids=["clone", "deepcopy", "file"])
@pytest.mark.parametrize("seed", range(6))
def test_they_come_back_and_go_on_learning_the_same_bits(seed, again, tmp_path):
    net = of_own_kinds(seed)
    patterns = [random_pattern(net, seed + place) for place in range(3)]
    net.train(patterns, epochs=2, rate=0.1, momentum=0.5)
    twin = again(net) if again else Network.load(net.save(tmp_path / "net.json"))
    assert [(type(part), part.name) for part in (*twin.neurons, *twin.links)] == [
        (type(part), part.name) for part in (*net.neurons, *net.links)
    ]
    assert [weight.name for weight in twin.shared] == [weight.name for weight in net.shared]
    assert not {*map(id, net.weights)} & {*map(id, twin.weights)}
    for gated, theirs in zip(net.links, twin.links):
        if isinstance(gated, GatedLink):
            assert theirs.gate is twin.neuron(gated.gate.name)
    for each in (net, twin):
        each.train(patterns, epochs=2, rate=0.1, momentum=0.5)
    assert everything(twin) == everything(net)
    net.rewind()
    twin.rewind()
    assert everything(twin) == everything(net)


def test_a_shared_weight_stands_in_the_file_once_by_its_name(tmp_path):
    net = small()
    net.learn([0.5, 1.0], [0.0])
    before = net.shared[0].weight
    text = net.save(tmp_path / "net.json").read_text(encoding="utf-8")
    assert text.count('{"name": "w", "kind": "SharedWeight", "weight": ') == 1
    assert text.count('"shared": "w"') == 3
    assert text.count('"gate": "g"') == 2
    loaded = Network.load(tmp_path / "net.json")
    assert loaded.shared[0].weight == before
    loaded.rewind()
    assert loaded.shared[0].weight == 0.5


def test_rewinding_brings_the_shared_weight_back():
    net = small()
    before = everything(net)
    net.train([([0.5, 1.0], [0.0])], epochs=3)
    assert net.shared[0].weight != 0.5
    net.rewind()
    assert everything(net) == before


def test_patience_brings_back_the_best_epochs_weights_shared_ones_too():
    net = small()
    kept = []

    def keep(net, history):
        if history.epochs_since_best() == 0:
            kept[:] = [weight.weight for weight in net.weights]

    patterns, unseen = [([0.5, 1.0], [0.0]), ([1.0, 0.0], [1.0])], [([0.5, 1.0], [0.75]), ([1.0, 0.0], [0.25])]
    history = net.train(patterns, epochs=200, rate=1.0, validation=unseen, patience=3, callbacks=[keep])
    assert history.stopped.startswith("no lower validation error")
    assert [weight.weight for weight in net.weights] == kept


def test_they_diverge_by_name_and_keep_the_weights_from_before():
    net = small()
    net.learn([0.5, 1.0], [0.0])
    net.shared[0].weight = float("inf")
    with pytest.raises(DivergenceError, match="the weight of x1→h1 became infinite"):
        net.learn([0.5, 1.0], [0.0])


# The twin


def gated():
    x1, x2, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("y1")
    Link(x1, y1, 0.5)
    GatedLink(x2, y1, gate=x1)
    return Network([x1, x2], [y1])


def sharing():
    x1, x2, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("y1")
    shared = SharedWeight("w", 0.5)
    SharedLink(x1, y1, shared)
    SharedLink(x2, y1, shared)
    return Network([x1, x2], [y1])


@pytest.mark.parametrize(
    ("make", "message"),
    [(gated, "x2→y1: of the class GatedLink it knows nothing"), (sharing, "x1→y1: of the class SharedLink")],
)
def test_the_twin_refuses_them_by_name(make, message):
    pytest.importorskip("numba", reason="numba is in the extra 'fast'")
    patterns = [([0.5, 1.0], [0.0])]
    net, other = make(), make()
    before = everything(net)
    for twin in (lambda: net.train(patterns, fast=True), lambda: net.evaluate(patterns, fast=True)):
        with pytest.raises(TwinError, match=f"no compiled form of {message}.*fast=False"):
            twin()
        assert everything(net) == before
    with pytest.warns(TwinWarning, match=message):
        net.train(patterns, epochs=3, fast="auto")
    other.train(patterns, epochs=3)
    assert everything(net) == everything(other)


class Pretending(SharedLink):
    """Says that it is compiled like a link, and shares its weight."""

    __slots__ = ()
    compiled = "link"


def test_the_twin_refuses_a_shared_weight_whatever_its_link_says():
    pytest.importorskip("numba", reason="numba is in the extra 'fast'")
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Pretending(x1, y1, SharedWeight("w", 0.5))
    with pytest.raises(TwinError, match="the weight that x1→y1 shares: of the class SharedWeight"):
        Network([x1], [y1]).train([([0.5], [0.0])], fast=True)


# What a kind declares


def test_fields_and_what_is_referred_to_are_joined_to_those_of_the_base_class():
    assert GatedLink.fields == Link.fields == ("weight", "frozen", "change", "last_change")
    assert (GatedLink.refers, SharedLink.refers) == (("gate",), ("shared",))
    assert SharedWeight.fields == (*Weight.fields, "name")
    assert (Link.compiled, GatedLink.compiled) == ("link", "")


class Forgetful(Neuron):
    """Declares a field that it does not set."""

    fields = ("threshold",)


class Gateless(Link):
    """Refers to a gate that it does not set."""

    refers = ("gate",)


def test_a_kind_that_declares_what_it_does_not_have_is_named():
    x1, y1 = InputNeuron("x1"), Forgetful("y1")
    Link(x1, y1, 0.5)
    with pytest.raises(
        TopologyError, match="the kind Forgetful declares 'threshold' among its fields, and y1 has no such attribute"
    ):
        Network([x1], [y1])
    with pytest.raises(InputError, match="the kind Gateless refers to 'gate', and x1→z1 has no such attribute"):
        Gateless(x1, Neuron("z1"), 0.5)
    assert [link.name for link in x1.outgoing] == ["x1→y1"]


def test_a_link_that_waits_for_a_neuron_that_comes_later_is_named_with_its_kind():
    x1, y1, z1 = InputNeuron("x1"), Neuron("y1"), Neuron("z1")
    Link(y1, z1, 0.5)
    GatedLink(x1, y1, gate=z1)
    with pytest.raises(
        TopologyError, match=r"x1→y1 waits for z1, as every GatedLink waits .* and z1 comes later, for y1 leads to it"
    ):
        Network([x1], [z1])


def test_a_link_that_waits_for_its_own_target_is_named_too():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    GatedLink(x1, y1, gate=y1)
    with pytest.raises(TopologyError, match="x1→y1, a GatedLink, waits for y1, its own target"):
        Network([x1], [y1])


def test_an_undeclared_attribute_that_holds_a_neuron_says_what_to_declare(tmp_path):
    class Watching(Link):
        """Holds a neuron, and does not say so."""

        watched = None

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Watching(x1, y1, 0.5)
    net = Network([x1], [y1])
    for held in (y1, [x1, y1]):
        link.watched = held
        for keep in (net.clone, lambda: net.save(tmp_path / "net.json")):
            with pytest.raises(StorageError, match=r"x1→y1 holds .* in 'watched', and its kind Watching"):
                keep()


class Measured(Neuron):
    """Keeps a neuron where it should keep data."""

    fields = ("of",)
    of = None


def test_a_field_that_holds_a_neuron_says_where_to_declare_it():
    x1, y1 = InputNeuron("x1"), Measured("y1")
    y1.of = x1
    Link(x1, y1, 0.5)
    with pytest.raises(StorageError, match=r"the of of y1 is a part of the network.*declare it in refers"):
        Network([x1], [y1]).clone()


class Comparing(Neuron):
    """A neuron that refers to another one, which it does not wait for."""

    refers = ("other",)
    other = None


def test_neurons_refer_to_neurons_too(tmp_path):
    x1, y1, y2 = InputNeuron("x1"), Comparing("y1"), Comparing("y2")
    for target in (y1, y2):
        Link(x1, target, 0.5)
    y1.other = y2
    net = Network([x1], [y1, y2])
    for twin in (net.clone(), Network.load(net.save(tmp_path / "net.json"))):
        assert twin.neuron("y1").other is twin.neuron("y2")
        assert twin.neuron("y2").other is None


# Names


def declared_in(module, name="Peculiar", base=Neuron):
    """A class as another file would declare it."""
    return type(base)(name, (base,), {"__module__": module, "__slots__": ()})


def test_two_classes_of_one_name_from_different_files_are_an_error():
    first = declared_in("one.file")
    with pytest.raises(InputError, match=r"kind Peculiar already, in one\.file.*the one in another\.file another"):
        declared_in("another.file")
    with pytest.raises(InputError, match=r"a kind Neuron already, in lernmi_emo\.core\.neuron"):
        declared_in("one.file", "Neuron")
    assert KINDS["Peculiar"] is first
    assert KINDS["Neuron"] is Neuron


def test_the_same_class_may_be_declared_again_as_when_a_notebooks_cell_runs_again(tmp_path):
    first, again = declared_in("__main__", "Cell"), declared_in("__main__", "Cell")
    assert KINDS["Cell"] is again
    x1 = InputNeuron("x1")
    y1, z1 = first("y1"), again("z1")
    for target in (y1, z1):
        Link(x1, target, 0.5)
    net = Network([x1], [y1, z1])
    assert type(net.clone().neuron("y1")) is first
    with pytest.raises(StorageError, match="neuron y1 is a Cell, and another class has been declared under this name"):
        net.save(tmp_path / "net.json")


def test_breakpoints_are_no_kinds(tmp_path):
    net = small()
    before = dict(KINDS)
    net.break_on("x1", "g", when=lambda link: False)
    net.break_on("h1", when=lambda neuron: False)
    assert before == KINDS
    assert KINDS["Link"] is Link
    loaded = Network.load(net.save(tmp_path / "net.json"))
    assert type(loaded.link("x1", "g")) is Link
    net.clear_breaks()


# Heard: steps, explanations, drawings, films, the player and JSON know nothing of them either


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("by", ["link", "neuron", "layer", "phase", "pattern"])
def test_they_are_stepped_through_as_they_learn(seed, by):
    stepped, learnt = of_own_kinds(seed), of_own_kinds(seed)
    for number in (1, 2):
        pattern = random_pattern(learnt, number)
        steps = list(stepped.steps(*pattern, rate=0.3, momentum=0.5, by=by))
        learnt.learn(*pattern, rate=0.3, momentum=0.5)
        assert everything(stepped) == everything(learnt)
    for step in steps:
        assert step.text(unicode=False).isascii()
        for equation in step.equations:
            assert "made by" not in equation.remark
            if equation.expression is not None:
                assert equation.expression.reckon() == equation.value


def test_a_gated_links_formula_is_that_of_its_own_methods():
    net = gated_network()
    net.learn([0.3, 0.6], [1], rate=0.5, momentum=0.9)
    [link] = [link for link in net.links if isinstance(link, GatedLink)]
    assert [equation.symbols() for equation in link.explain().equations] == [
        "output(h) · output(g)",
        "delta(y1) · output(g)",
        "delta(y1) · output(h)",
    ]
    forward, back_to_source, back_to_gate = link.explain().equations
    assert forward.value == link.source.output * link.gate.output
    assert back_to_source.value == link.target.delta * link.gate.output
    assert back_to_gate.value == link.target.delta * link.source.output
    assert link.explain().title == "h→y1: a link, GatedLink"
    assert link.gate.explain().equations[2].symbols() == "delta(y1) · output(h) + delta(y1) · weight(g→y1)"


def gated_network():
    x1, x2, g, h, y = InputNeuron("x1"), InputNeuron("x2"), Neuron("g"), Neuron("h"), Neuron("y1")
    Link(x2, g, 0.7), Link(x1, h, 0.4), GatedLink(h, y, g), Link(g, y, 0.1)
    return Network([x1, x2], [y])


def test_a_shared_weights_update_is_explained_by_each_of_its_links():
    shared = SharedWeight("w", 0.5)
    x1, x2, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("y1")
    one, other = SharedLink(x1, y1, shared), SharedLink(x2, y1, shared)
    net = Network([x1, x2], [y1])
    net.learn([0.25, 0.5], [1], rate=0.5)
    for link in (one, other):
        *_, change, weight = link.explain().equations
        assert change.symbols() == "momentum · last change − rate · sensitivity"
        assert (change.value, weight.value) == (shared.change, shared.weight)
        assert "adds to sensitivity(w)" in link.explain().text()
    [update] = net.trace([0.25, 0.5], [1]).phase("update")
    assert (update.part, update.subject, update.title) == ("weight", "w", "w updates")


@pytest.mark.parametrize("seed", range(4))
def test_after_an_ordinary_lesson_every_number_is_explained(seed):
    net = of_own_kinds(seed)
    for number in (1, 2):
        net.learn(*random_pattern(net, number), rate=0.3, momentum=0.5)
    for part in [*net.neurons, *net.links]:
        for equation in part.explain().equations:
            assert "made by" not in equation.remark
            assert "changed since" not in equation.remark
        part.explain().latex()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("view", ["structure", "forward", "backward", "update"])
@pytest.mark.parametrize("labels", ["numbers", "equations"])
def test_they_are_drawn_in_every_view(seed, view, labels):
    net = of_own_kinds(seed)
    net.learn(*random_pattern(net, seed))
    picture = net.scene(view, labels=labels)
    assert {line.link for line in picture.lines if line.link} == {link.name for link in net.links}


def test_the_forward_view_shows_what_a_gated_link_brought():
    net = gated_network()
    net.learn([0.3, 0.6], [1], rate=0.5, momentum=0.9)
    [line] = [line for line in net.scene("forward", labels="equations").lines if line.link == "h→y1"]
    [link] = [link for link in net.links if link.name == "h→y1"]
    brought = link.source.output * link.gate.output
    assert [text.text for text in line.label] == [f"{link.source.output:.4f} · {link.gate.output:.4f} = {brought:.4f}"]


def test_they_film_play_and_go_through_json(tmp_path):
    net = of_own_kinds(1)
    pattern = random_pattern(net, 1)
    net.learn(*pattern)
    before = everything(net)
    trace = net.trace(*pattern)
    assert json.loads(trace.to_json())["steps"][-1]["phase"] == "update"
    assert net.animate(trace, tmp_path / "net.gif", by="pattern").path.stat().st_size > 0
    assert net.animate(trace, tmp_path / "net2.gif", by="phase", labels="equations").path.stat().st_size > 0
    page = net.player(*pattern).save(tmp_path / "net.html").read_text(encoding="utf-8")
    assert "GatedLink.propagate" in page
    assert everything(net) == before
