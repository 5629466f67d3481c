"""What is taken down and built again, or saved and loaded, is the same network, to the last bit."""

import copy
import pickle
import tempfile
from pathlib import Path

from graphs import random_graph, random_pattern, seeds
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import Activation, Emotions, InputNeuron, Link, Network, Neuron, datasets
from lernmi_emo.storage import build, describe


def through_a_file(net):
    with tempfile.TemporaryDirectory() as folder:
        return Network.load(net.save(Path(folder, "net.json")))


def order(net):
    return (
        [neuron.name for neuron in net.neurons],
        [[neuron.name for neuron in layer.neurons] for layer in net.layers],
        [link.name for link in net.links],
        [[link.name for link in neuron.incoming] for neuron in net.neurons],
    )


def state(net):
    feelings = None if net.emotions is None else vars(net.emotions)
    weights = [(link.weight.hex(), link.change.hex(), link.last_change.hex(), link.frozen) for link in net.links]
    return weights, feelings, net.rate, net.momentum, net.initial_weights


@given(seeds, st.integers(0, 3), st.sampled_from([through_a_file, Network.clone, copy.deepcopy]))
def test_any_graph_comes_back_and_goes_on_learning_the_same_bits(seed, lessons, twice):
    net = random_graph(seed)
    for lesson in range(lessons):
        net.learn(*random_pattern(net, seed + lesson), momentum=0.5)
    twin = twice(net)
    assert order(twin) == order(net)
    assert state(twin) == state(net)
    for lesson in range(3):
        inputs, targets = random_pattern(net, seed + 100 + lesson)
        assert twin.predict(inputs) == net.predict(inputs)
        assert twin.learn(inputs, targets) == net.learn(inputs, targets)
        assert state(twin) == state(net)
    net.rewind()
    twin.rewind()
    assert state(twin) == state(net)


def test_training_goes_on_in_a_loaded_network_as_if_it_had_never_stopped():
    net = Network.layered([2, 3, 1], emotional=True, seed=3)
    net.train(datasets.xor(), epochs=10, momentum=0.9)
    twin = through_a_file(net)
    history, twins_history = (each.train(datasets.xor(), epochs=10, momentum=0.9, seed=4) for each in (net, twin))
    assert twins_history == history
    assert state(twin) == state(net)


def test_a_network_that_has_not_learnt_comes_back_unlearnt():
    twin = through_a_file(Network.layered([2, 3, 1], emotional=True, seed=3))
    assert twin.initial_weights is None
    assert twin.emotions.anxiety is None


def test_negative_zero_and_the_smallest_numbers_come_back():
    net = Network.layered([2, 1], seed=1)
    for link, weight in zip(net.links, [-0.0, 5e-324, -1.7976931348623157e308]):
        link.weight = weight
    assert state(through_a_file(net)) == state(net)


def test_a_clone_and_its_original_have_no_part_in_common():
    net = Network.layered([2, 3, 1], emotional=True, seed=3)
    net.train(datasets.xor(), epochs=2)
    before = state(net.clone())
    twin = net.clone()
    twin.train(datasets.xor(), epochs=5)
    assert state(net) == before
    assert not {*map(id, (*net.neurons, *net.links))} & {*map(id, (*twin.neurons, *twin.links))}
    assert net.emotions is not twin.emotions


def test_a_description_is_a_snapshot_that_can_be_used_twice():
    net = Network.layered([2, 3, 1], emotional=True, seed=3)
    description = describe(net)
    before = copy.deepcopy(description)
    one, other = build(Network, description), build(Network, description)
    one.train(datasets.xor(), epochs=2)
    net.train(datasets.xor(), epochs=2)
    assert description == before
    assert state(build(Network, description)) == state(other)


def test_a_network_can_be_handed_to_another_process():
    net = Network.layered([2, 3, 1], emotional=True, seed=3)
    net.train(datasets.xor(), epochs=2)
    assert state(pickle.loads(pickle.dumps(net))) == state(net)


class Steady(Emotions):
    """Emotions of a user's own, with an attribute of their own."""

    def __init__(self, least):
        self.least = least
        super().__init__()

    def feel(self, average, error):
        super().feel(average, error)
        self.anxiety = max(self.least, self.anxiety)


class Tallying(Neuron):
    """A neuron of a user's own, with an argument and an attribute of its own."""

    def __init__(self, name, step):
        self.count = 0
        self.step = step
        super().__init__(name)

    def activate(self):
        self.count += self.step
        super().activate()


def test_what_no_file_can_hold_can_still_be_cloned():
    cube = Activation("of its own", lambda net: net**3, lambda net, output: 3 * net**2)
    x1, h1, y1 = InputNeuron("x1"), Neuron("h1", cube), Tallying("y1", step=2)
    Link(x1, h1, 0.5)
    Link(h1, y1, 0.5)
    net = Network([x1], [y1])
    net.predict([1])
    twin = net.clone()
    assert twin.neuron("h1").activation is cube
    assert twin.predict([1]) == net.predict([1])
    assert twin.neuron("y1").count == net.neuron("y1").count == 4


def test_emotions_of_ones_own_are_cloned_and_shared_with_no_one():
    net = Network.layered([2, 3, 1], emotional=Steady(0.9), seed=3)
    net.train(datasets.xor(), epochs=2)
    description = describe(net)
    one, other = build(Network, description), build(Network, description)
    assert type(one.emotions) is Steady
    assert state(one) == state(net)
    assert len({id(each.emotions) for each in (net, one, other)}) == 3


def test_the_last_pass_is_not_taken_down():
    net = Network.layered([2, 3, 1], seed=3)
    net.learn([0, 1], [1])
    twin = net.clone()
    assert twin.lesson is None
    assert twin.neuron("h1").output is None
