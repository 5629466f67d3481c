"""The walk: what is in the network at each point, forward and back, lesson after lesson."""

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from lernmi_emo import InputError, NameNotFoundError, Network, SteppingError, datasets
from lernmi_emo.terminal.walk import REMEMBERED, Walk
from lernmi_emo.watching.parts import parts_of, reader


def held(network):
    return [reader(part)(part) for part in parts_of(network)]


def walk_of_xor(**settings):
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    return Walk(net, datasets.xor(), rate=0.5, momentum=0.9, **settings)


@settings(max_examples=25)
@given(seeds, st.data())
def test_wherever_one_goes_the_network_holds_what_the_trace_says(seed, data):
    net = random_graph(seed)
    walk = Walk(net, [random_pattern(net, seed), random_pattern(net, seed + 1)], rate=0.5, momentum=0.9)
    for _ in range(5):
        walk.go(data.draw(st.integers(0, len(walk.trace))))
        state = walk.trace.state(walk.position - 1) if walk.position else walk.trace.start
        for neuron in walk.network.neurons:
            assert tuple(state.neuron(neuron.name)) == reader(neuron)(neuron)
        for link in walk.network.links:
            assert tuple(state.link(link.source.name, link.target.name)) == reader(link)(link)
        assert walk.network.error == state.error
        assert (walk.network.lesson is None) == (walk.position == 0)


@settings(max_examples=25)
@given(seeds)
def test_lesson_after_lesson_is_what_train_does_in_the_patterns_order(seed):
    net = random_graph(seed)
    patterns = [random_pattern(net, seed + number) for number in range(3)]
    walk = Walk(net, patterns, rate=0.5, momentum=0.9)
    for _ in range(6):
        walk.forward(2)
        walk.learn()
    net.train(patterns, epochs=2, rate=0.5, momentum=0.9, shuffle=False)
    assert [link.weight for link in walk.network.links] == [link.weight for link in net.links]
    assert walk.network.emotions is None or vars(walk.network.emotions) == vars(net.emotions)


def test_the_network_that_was_handed_in_stays_as_it_was():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    before = held(net)
    walk = Walk(net, datasets.xor())
    walk.learn()
    walk.forward(30)
    assert held(net) == before
    assert net.initial_weights is None


def test_at_the_lessons_end_the_network_is_as_learn_leaves_it():
    walk = walk_of_xor()
    twin = walk.first.clone()
    twin.begin(datasets.xor())
    twin.learn(*datasets.xor()[0], rate=0.5, momentum=0.9)
    walk.go(len(walk.trace))
    assert held(walk.network) == held(twin)
    assert walk.network.lesson == twin.lesson


def test_before_the_first_step_nothing_is_computed_but_the_emotions_are_felt():
    walk = walk_of_xor()
    assert {neuron.output for neuron in walk.network.neurons} == {None}
    assert walk.network.emotions.confidence == 0.0
    assert walk.network.emotions.average == 0.5
    assert walk.step is None


@pytest.mark.parametrize("unit", ["link", "neuron", "layer", "phase", "pattern"])
def test_by_each_unit_one_comes_to_the_end_and_back_by_the_same_places(unit):
    walk = walk_of_xor()
    walk.go_by(unit)
    there = []
    while walk.next_step is not None:
        coming = walk.next_step
        walk.forward()
        assert walk.step == coming
        there.append(walk.position)
    assert there == walk.ends
    assert walk.position == len(walk.trace)
    back = [walk.position]
    while walk.position:
        walk.back()
        back.append(walk.position)
    assert back[::-1] == [0, *there]


def test_in_the_middle_of_a_unit_the_message_is_shown_and_the_next_step_is_the_rest():
    walk = walk_of_xor()
    walk.forward(5)
    walk.go_by("layer")
    assert walk.is_within
    assert walk.step.title == "x1→h1 propagates"
    assert walk.next_step.title == "layer 1 (h1 … h3) propagates"
    walk.forward()
    assert not walk.is_within
    assert walk.step.title == "layer 1 (h1 … h3) propagates"
    walk.back()
    assert walk.step.title == "the sources x1 … emotion take the pattern"


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        ("update", "x1→h1 updates"),
        ("h2", "h1 … h3 begin their net input"),
        ("emotion→h2", "emotion→h2 propagates"),
        ("emotion->h2", "emotion→h2 propagates"),
        ("0", "x1 … x2 receive the pattern"),
        ("65", "emotion→y1 updates by the emotions"),
    ],
)
def test_one_can_jump_to_a_phase_a_neuron_a_link_or_a_number(goal, title):
    walk = walk_of_xor()
    assert walk.jump(goal) is False
    assert walk.step.title == title


def test_the_same_jump_again_goes_to_the_next_one_and_at_last_begins_anew():
    walk = walk_of_xor()
    actions = []
    while not walk.jump("emotion→h2"):
        actions.append(walk.step.action)
    assert actions == ["propagate", "backpropagate", "update"]
    assert walk.step.action == "propagate"


@pytest.mark.parametrize(
    ("goal", "error", "message"),
    [
        ("h9", NameNotFoundError, "no phase, neuron or link 'h9': there are: .*, h1, h2, h3, "),
        ("x1→y1", NameNotFoundError, "no phase, neuron or link 'x1→y1'"),
        ("updat", NameNotFoundError, "did you mean 'update'"),
        ("66", SteppingError, "there is no step 66: this lesson has 66, from 0"),
        ("emotions", SteppingError, "emotions takes no step in a lesson"),
    ],
)
def test_a_jump_to_what_is_not_there_is_refused_and_one_stays(goal, error, message):
    walk = walk_of_xor()
    walk.forward(7)
    with pytest.raises(error, match=message):
        walk.jump(goal)
    assert walk.position == 7


def test_it_runs_to_where_a_condition_becomes_true():
    walk = walk_of_xor()
    walk.run("h2.delta < 0")
    assert walk.step.title == "h2 takes its delta"
    assert walk.network.neuron("h2").delta < 0
    walk.run("emotion->h2.change > 0")
    assert walk.lesson > 0
    assert walk.step.title == "emotion→h2 updates by the emotions"


def test_it_runs_on_over_lessons_and_the_error_is_that_of_a_whole_pattern():
    walk = walk_of_xor()
    lessons = []
    walk.run("error < 0.01", lambda: lessons.append(walk.lesson))
    assert walk.step.action == "compare"
    assert walk.error == walk.network.error < 0.01
    assert lessons == list(range(1, walk.lesson + 1))


def test_the_error_is_not_there_before_every_output_was_compared():
    net = Network.layered([2, 3, 2], seed=7)
    walk = Walk(net, [([0, 1], [1, 0])])
    errors = []
    while walk.next_step is not None:
        walk.forward()
        errors.append(walk.error)
    first = next(place for place, error in enumerate(errors) if error is not None)
    assert walk.trace[first].subject == "y2"
    assert set(errors[first:]) == {errors[-1]}


def test_a_condition_that_emotions_fulfil_is_met_when_they_are_felt():
    walk = walk_of_xor()
    before = walk.network.emotions.anxiety
    walk.run(f"anxiety != {before!r}")
    assert (walk.lesson, walk.position) == (4, 0)


def test_a_condition_that_is_true_already_has_to_become_true_again():
    walk = walk_of_xor()
    walk.run("x1->h1.weight < 9 and h1.output > 0")
    position = walk.position
    walk.run("h1.output > 0")
    assert (walk.lesson, walk.position) == (1, position)


def test_a_run_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr("lernmi_emo.terminal.walk.MOST_LESSONS", 3)
    walk = walk_of_xor()
    with pytest.raises(SteppingError, match="has not become true in 3 lessons"):
        walk.run("h2.delta > 99")
    assert walk.lesson == 3


def test_ctrl_c_in_a_run_leaves_the_network_between_two_steps():
    walk = walk_of_xor()

    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        walk.run("h2.delta > 99", interrupt)
    assert (walk.lesson, walk.position) == (1, 0)
    twin = walk_of_xor()
    twin.learn()
    assert held(walk.network) == held(twin.network)


def test_ctrl_c_within_a_lesson_leaves_nothing_half_learnt(monkeypatch):
    walk = walk_of_xor()
    walk.forward(10)
    before = held(walk.network)

    def interrupted(self, *settings, **more):
        self.links[0].weight = 99.0
        raise KeyboardInterrupt

    monkeypatch.setattr(Network, "learn", interrupted)
    with pytest.raises(KeyboardInterrupt):
        walk.learn()
    assert held(walk.network) == before
    assert (walk.lesson, walk.position) == (0, 10)


def test_one_can_go_back_into_the_lessons_before_and_on_again_to_the_same_numbers():
    walk = walk_of_xor()
    seen = []
    for _ in range(5):
        walk.go(len(walk.trace))
        seen.append((walk.lesson, held(walk.network), list(walk.errors)))
        walk.learn()
    for lesson, values, errors in reversed(seen):
        walk.back()
        assert (walk.lesson, walk.position) == (lesson, len(walk.trace))
        assert (held(walk.network), walk.errors) == (values, errors)
        walk.go(0)
    with pytest.raises(SteppingError, match="this is where the walk began"):
        walk.back()
    for _ in range(5):
        walk.learn()
    twin = walk_of_xor()
    for _ in range(5):
        twin.learn()
    assert held(walk.network) == held(twin.network)


def test_only_so_many_lessons_are_remembered():
    walk = walk_of_xor()
    for _ in range(REMEMBERED + 3):
        walk.learn()
    walk.go_by("pattern")
    walk.back(2 * REMEMBERED)
    assert walk.lesson == 3
    with pytest.raises(SteppingError, match="or 20 lessons after: rewind goes to its beginning"):
        walk.back()


def test_rewind_goes_to_where_the_walk_began_also_for_a_network_that_had_learnt_before():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=3)
    walk = Walk(net, datasets.xor())
    begun = [link.weight for link in walk.network.links]
    assert begun == [link.weight for link in net.links]
    walk.learn()
    walk.forward(9)
    walk.rewind()
    assert (walk.lesson, walk.position) == (0, 0)
    assert [link.weight for link in walk.network.links] == begun


def test_a_lesson_that_would_run_away_is_refused_and_one_stays():
    net = Network.layered([2, 3, 1], activation="linear", seed=7)
    walk = Walk(net, [([1e200, 1e200], [1])], rate=1e200)
    walk.forward(5)
    before = held(walk.network)
    with pytest.raises(SteppingError, match=r"the weight of .* would become infinite or not a number"):
        walk.learn()
    assert held(walk.network) == before
    assert (walk.lesson, walk.position) == (0, 5)


def test_a_lesson_with_an_endless_error_is_refused_as_train_refuses_it():
    net = Network.layered([2, 1], activation="linear", seed=7)
    walk = Walk(net, [([0, 1], [1]), ([0, 1], [1e200])], rate=0.0)
    walk.learn()
    before = held(walk.network)
    with pytest.raises(SteppingError, match=r"the error would become infinite or not a number in this lesson"):
        walk.learn()
    assert held(walk.network) == before
    assert (walk.lesson, walk.position) == (1, 0)


def test_what_makes_no_sense_is_refused():
    walk = walk_of_xor()
    with pytest.raises(InputError, match="no steps by 'epoch'"):
        walk.go_by("epoch")
    with pytest.raises(InputError, match="number of steps must be a whole number of at least 1"):
        walk.forward(0)
    walk.go(len(walk.trace))
    with pytest.raises(SteppingError, match="this lesson is over"):
        walk.forward()
    with pytest.raises(InputError, match="expected 2 inputs of pattern 1"):
        Walk(Network.layered([2, 3, 1]), [([0], [1])])
    with pytest.raises(InputError, match="there are no patterns"):
        Walk(Network.layered([2, 3, 1]), [])
