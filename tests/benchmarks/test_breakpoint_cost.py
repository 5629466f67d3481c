"""What breakpoints cost: nothing where none is set, and next to nothing elsewhere while one is."""

import random
import time

from lernmi_emo import Network

SIZES = [64, 30, 10]


def learner(net):
    chance = random.Random(1)
    inputs, targets = [chance.random() for _ in range(SIZES[0])], [chance.random() for _ in range(SIZES[-1])]

    def learn():
        start = time.perf_counter()
        net.learn(inputs, targets)
        return time.perf_counter() - start

    return learn


def ratios(reference, *others, rounds=2000):
    """Each one's fastest time by the reference's. Single lessons in turn: all meet quiet moments."""
    learners = [reference, *others]
    times = [[] for _ in learners]
    for number in range(rounds):
        turn = range(len(learners)) if number % 2 else reversed(range(len(learners)))
        for place in turn:
            times[place].append(learners[place]())
    best = [min(each) for each in times]
    return [each / best[0] for each in best[1:]]


def test_learning_without_breakpoints_takes_what_it_takes_in_a_network_that_never_had_any(benchmark):
    untouched, cleared, watched = (Network.layered(SIZES, seed=0) for _ in range(3))
    for link in cleared.links:
        cleared.break_on(link.source.name, link.target.name)
    cleared.clear_breaks()
    watched.break_on("x1", "h1", when=lambda link: False)
    reference = learner(untouched)
    without, with_one = ratios(reference, learner(cleared), learner(watched))
    benchmark.pedantic(reference, rounds=10)
    benchmark.extra_info.update(without=round(without, 3), with_one_elsewhere=round(with_one, 3))
    print(f"\nbeside a network that never had any: cleared {without:.3f}, one set on another link {with_one:.3f}")
    assert without < 1.03
    assert with_one < 1.05
