"""The twin's one law: whatever is trained and however, it leaves the objects as they would have left themselves."""

import random

import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from lernmi_emo import (
    BiasNeuron,
    DivergenceError,
    EmotionalLink,
    EmotionalNeuron,
    Emotions,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    datasets,
)

pytest.importorskip("numba", reason="numba is in the extra 'fast'")

ACTIVATIONS = ["logistic", "tanh", "arctan", "rectifier", "linear", "step"]


def both(net, patterns, **training):
    """Train the network by its objects and a clone by its twin, and hold the law; returns the network."""
    twin = net.clone()
    one = net.train(patterns, **training)
    other = twin.train(patterns, fast=True, **training)
    assert exact(vars(one)) == exact(vars(other))
    assert everything(net) == everything(twin)
    return net


def layered(seed):
    """Some layered network, and as many patterns as its first random number says."""
    chance = random.Random(seed)
    sizes = [chance.randint(1, 9) for _ in range(chance.randint(2, 4))]
    rows = [[chance.choice(ACTIVATIONS) for _ in range(size)] for size in sizes[1:]]
    emotional = chance.choice([False, True, FixedEmotions(0.3, 0.1)])
    net = Network.layered(sizes, activation=rows, emotional=emotional, bias=chance.random() < 0.8, seed=seed)
    for link in net.links:
        link.frozen = chance.random() < 0.1
    return net, [random_pattern(net, seed + place) for place in range(chance.randint(1, 7))]


training = st.fixed_dictionaries(
    {
        "epochs": st.integers(0, 6),
        "rate": st.sampled_from([0.0, 0.05, 0.3]),
        "momentum": st.sampled_from([0.0, 0.9]),
        "shuffle": st.booleans(),
        "seed": seeds,
        "stop_error": st.sampled_from([None, 0.1]),
    }
)


@given(seeds, training)
def test_on_layered_networks(seed, settings):
    net, patterns = layered(seed)
    both(net, patterns, **settings)


@given(seeds, training, st.sampled_from(["half squared", "binary cross-entropy"]))
def test_on_any_acyclic_graph(seed, settings, error):
    net = random_graph(seed, error=error)
    both(net, [random_pattern(net, seed + place) for place in range(4)], **settings)


@given(seeds, training, st.sampled_from([None, 1, 2]))
@settings(max_examples=30)
def test_with_validation_patience_and_a_schedule(seed, settings, patience):
    net, patterns = layered(seed)
    unseen = [random_pattern(net, seed + 100 + place) for place in range(3)]
    rate = settings.pop("rate")
    both(net, patterns, validation=unseen, patience=patience, rate=lambda epoch: rate / epoch, **settings)


@pytest.mark.parametrize("sizes", [[64, 30, 10], [30, 17, 12, 5], [784, 15, 10]], ids=str)
@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_on_networks_of_a_useful_size(sizes, emotional):
    net = Network.layered(sizes, emotional=emotional, seed=1)
    both(net, [random_pattern(net, place) for place in range(12)], epochs=2, momentum=0.9)


def test_on_lernmis_networks_whose_inputs_activate():
    net = Network.lernmi([5, 4, 2])
    both(net, [random_pattern(net, place) for place in range(5)], epochs=10)


def test_on_the_published_example_with_frozen_biases():
    net = Network.layered([2, 2, 2], seed=1)
    for link in net.links:
        link.frozen = link.source.name == "bias"
    both(net, [([0.05, 0.10], [0.01, 0.99])], epochs=50)


def test_over_thousands_of_epochs():
    net = both(Network.layered([2, 3, 1], emotional=True, seed=7), datasets.xor(), epochs=5000, momentum=0.9)
    assert net.evaluate(datasets.xor()).accuracy == 1.0


def test_a_training_goes_on_where_the_last_one_stopped():
    one, other = (Network.layered([2, 5, 1], emotional=True, seed=7) for _ in range(2))
    chances = random.Random(1), random.Random(1)
    for epochs in (1, 3, 2):
        one.train(datasets.xor(), epochs=epochs, momentum=0.9, seed=chances[0])
        other.train(datasets.xor(), epochs=epochs, momentum=0.9, seed=chances[1], fast=True)
    assert everything(one) == everything(other)
    assert chances[0].getstate() == chances[1].getstate()


def test_lessons_step_by_step_and_fast_epochs_mix():
    one, other = (Network.layered([2, 5, 1], seed=7) for _ in range(2))
    for net, fast in ((one, False), (other, True)):
        net.learn([0, 1], [1], momentum=0.9)
        net.train(datasets.xor(), epochs=3, momentum=0.9, fast=fast)
        net.learn([1, 1], [0], momentum=0.9)
        net.rewind()
        net.train(datasets.xor(), epochs=2, fast=fast)
    assert everything(one) == everything(other)


class OtherRandom(random.Random):
    """Shuffles otherwise, since it draws otherwise."""

    def random(self):
        return super().random() / 2


@pytest.mark.parametrize("chance", [random.Random, OtherRandom])
def test_every_source_of_chance_shuffles_as_it_does(chance):
    one, other = (Network.layered([3, 4, 2], seed=7) for _ in range(2))
    patterns = [random_pattern(one, place) for place in range(9)]
    one.train(patterns, epochs=4, seed=chance(5))
    other.train(patterns, epochs=4, seed=chance(5), fast=True)
    assert everything(one) == everything(other)


def change_weights(net, history):
    net.links[0].weight = 0.25
    net.links[1].change = 0.5
    net.links[2].last_change = 0.125


def freeze(net, history):
    net.links[len(history) % len(net.links)].frozen = True


def change_activations(net, history):
    net.neuron("h1").activation = net.neuron("x1").activation = net.neuron("h1").activation.named("tanh")


def change_emotions(net, history):
    net.emotions = FixedEmotions(0.5, 0.1) if len(history) == 2 else Emotions()


def learn_on_its_own(net, history):
    net.learn([1, 1], [0])
    net.predict([0, 1])


@pytest.mark.parametrize("callback", [change_weights, freeze, change_activations, change_emotions, learn_on_its_own])
@pytest.mark.parametrize("validation", [None, datasets.and_()], ids=["alone", "with validation"])
def test_callbacks_see_the_objects_and_may_change_them(callback, validation):
    seen = []

    def look(net, history):
        seen.append((everything(net), exact(vars(history))))

    net = Network.layered([2, 5, 1], emotional=True, seed=7)
    both(net, datasets.xor(), epochs=5, momentum=0.9, callbacks=[look, callback], validation=validation)
    assert len(seen) == 10
    assert seen[:5] == seen[5:]


def test_a_callback_can_stop_it():
    both(
        Network.layered([2, 5, 1], seed=7), datasets.xor(), epochs=9, callbacks=[lambda net, history: len(history) == 3]
    )


def fails_alike(net, patterns, error, **training):
    twin = net.clone()
    with pytest.raises(error) as one:
        net.train(patterns, **training)
    with pytest.raises(error) as other:
        twin.train(patterns, fast=True, **training)
    assert str(one.value) == str(other.value)
    assert everything(net) == everything(twin)
    return one.value, other.value


@given(seeds)
@settings(max_examples=25)
def test_divergence_names_the_same_link_and_leaves_the_same_objects(seed):
    chance = random.Random(seed)
    net = Network.layered([3, 4, 2], activation="linear", emotional=chance.random() < 0.5, seed=seed)
    patterns = [random_pattern(net, seed + place) for place in range(chance.randint(1, 40))]
    one, other = fails_alike(net, patterns, DivergenceError, epochs=2000, rate=5.0, momentum=0.9, seed=seed)
    assert exact(vars(one.history)) == exact(vars(other.history))


def test_divergence_with_patience_leaves_the_best_weights():
    net = Network.layered([3, 4, 2], activation="linear", seed=1)
    patterns = [random_pattern(net, place) for place in range(3)]
    fails_alike(net, patterns, DivergenceError, epochs=2000, rate=2.0, validation=patterns, patience=2000)


def test_an_output_that_cross_entropy_refuses_is_refused_in_the_same_lesson():
    net = Network.layered([3, 4, 2], activation=["tanh", "linear"], error="binary cross-entropy", seed=3)
    for link in net.neuron("y1").incoming + net.neuron("y2").incoming:
        link.weight = 0.5 if link.source.name == "bias" else 0.01
    patterns = [random_pattern(net, place) for place in range(7)]
    fails_alike(net, patterns, InputError, epochs=500, rate=0.02)
    assert net.initial_weights is not None


def test_a_schedule_that_fails_leaves_the_epochs_before_it():
    net = Network.layered([2, 5, 1], emotional=True, seed=7)
    fails_alike(net, datasets.xor(), InputError, epochs=3, rate=lambda epoch: 1.5 - epoch)


def test_bad_input_is_refused_before_anything_is_learnt():
    net = Network.layered([2, 3, 1], seed=7)
    before = everything(net)
    with pytest.raises(InputError, match="inputs of pattern 2"):
        net.train([([0, 1], [1]), ([0], [1])], fast=True)
    with pytest.raises(InputError, match="fast must be True, False or 'auto'"):
        net.train(datasets.xor(), fast="very")
    assert everything(net) == before


def test_a_zero_keeps_its_sign():
    inputs = datasets.xor()
    net = Network.layered([2, 4, 1], activation="rectifier", seed=3)
    for link in net.links[::2]:
        link.weight = -0.0
    both(net, inputs, epochs=3, momentum=0.5)


def test_links_made_in_another_order_are_added_up_in_that_order():
    """A layer whose neurons hear the same sources in different orders is no dense block."""
    inputs = [InputNeuron(f"x{place}") for place in range(6)]
    hidden = [Neuron(f"h{place}") for place in range(6)]
    chance = random.Random(2)
    for neuron in hidden:
        for source in chance.sample(inputs, 6):
            Link(source, neuron, chance.uniform(-1, 1))
    output = Neuron("y")
    for neuron in hidden:
        Link(neuron, output, chance.uniform(-1, 1))
    net = Network(inputs, [output])
    both(net, [random_pattern(net, place) for place in range(5)], epochs=20, momentum=0.9)


@given(seeds)
@settings(max_examples=40)
def test_numbers_beyond_all_measure_are_judged_as_the_objects_judge_them(seed):
    """Weights, frozen or not, of up to 1e200: what overflows, and in which lesson, is what the objects say."""
    chance = random.Random(seed)
    net = random_graph(seed, activations=["linear", "rectifier", "tanh"])
    for link in net.links:
        link.weight *= 10.0 ** chance.choice([0, 0, 50, 99, 120, 154, 200])
    patterns = [random_pattern(net, seed + place) for place in range(chance.randint(1, 5))]
    twin = net.clone()

    def told(each, fast):
        try:
            return exact(vars(each.train(patterns, epochs=4, rate=0.1, momentum=0.5, fast=fast)))
        except DivergenceError as error:
            return str(error), exact(vars(error.history))

    assert told(net, fast=False) == told(twin, fast=True)
    assert everything(net) == everything(twin)


@given(seeds)
def test_parallel_links_are_added_up_in_their_order(seed):
    """Also in layers that would else be computed side by side."""
    chance = random.Random(seed)
    sources = [*(InputNeuron(f"x{place}") for place in range(1, 4)), BiasNeuron()]
    hidden = [Neuron(f"h{place}") for place in range(1, 6)]
    outputs = [Neuron(f"y{place}") for place in range(1, 6)]
    rows = [chance.choices(sources, k=6), chance.choices(hidden, k=7)]
    for layer, row in zip((hidden, outputs), rows):
        for neuron in layer:
            for source in [*dict.fromkeys([*row, *(hidden if layer is outputs else sources[:1])]), *row]:
                Link(source, neuron, chance.uniform(-1, 1), frozen=chance.random() < 0.1)
    net = Network([source for source in sources[:3] if source.outgoing], outputs)
    assert any(link.parallel > 1 for link in net.links)
    both(net, [random_pattern(net, seed + place) for place in range(4)], epochs=5, rate=0.3, momentum=0.9)


def test_two_emotional_neurons_of_one_mood_train_alike():
    x1, y1, mood = InputNeuron("x1"), Neuron("y1"), Emotions()
    Link(x1, y1, 0.5)
    for name, weight in (("now", 0.25), ("then", -0.5)):
        EmotionalLink(EmotionalNeuron(name, mood), y1, weight)
    both(Network([x1], [y1]), [([0.5], [1.0]), ([1.0], [0.0])], epochs=9, momentum=0.9)
