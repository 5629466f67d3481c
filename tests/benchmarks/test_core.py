"""How fast the objects are, per link and pattern, beside two references measured in the same run.

`prototype` is the least that one method call per link and per message can cost: three bare loops over links with
slots, with no network, no check and no momentum's memory around them. `micrograd` is the well-known teaching engine.
"""

import itertools
import random
import subprocess
import sys
import time
from statistics import median

import pytest

from lernmi_emo import Network

SIZES = [[784, 15, 10], [100, 80, 40]]
names = ["-".join(map(str, sizes)) for sizes in SIZES]


class BareNeuron:
    __slots__ = ("delta", "net_input", "output", "sensitivity")

    def __init__(self):
        self.net_input, self.output, self.delta, self.sensitivity = 0.0, 0.5, 0.001, 0.0


class BareLink:
    __slots__ = ("change", "sensitivity", "source", "target", "weight")

    def __init__(self, source, target, weight):
        self.source, self.target, self.weight, self.change = source, target, weight, 0.0

    def propagate(self):
        self.target.net_input += self.source.output * self.weight

    def backpropagate(self):
        delta = self.target.delta
        self.sensitivity = delta * self.source.output
        self.source.sensitivity += delta * self.weight

    def update(self, rate, momentum):
        self.change = momentum * self.change - rate * self.sensitivity
        self.weight += self.change


def prototype(sizes):
    chance = random.Random(0)
    layers = [[BareNeuron() for _ in range(size)] for size in sizes]
    links = [
        BareLink(a, b, chance.uniform(-0.1, 0.1))
        for one, next_ in itertools.pairwise(layers)
        for b in next_
        for a in one
    ]

    def step():
        for link in links:
            link.propagate()
        for link in links:
            link.backpropagate()
        for link in links:
            link.update(0.5, 0.0)

    return step, len(links)


def seconds(function):
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def best(function, rounds):
    return min(seconds(function) for _ in range(rounds))


def in_turns(one, other, rounds, each=1):
    """Both measured turn by turn, so that whatever else the machine does falls on both: two lists of seconds."""
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(seconds(other))
        ours += [seconds(one) for _ in range(each)]
    return ours, theirs


def pattern(sizes):
    chance = random.Random(1)
    return [chance.random() for _ in range(sizes[0])], [chance.random() for _ in range(sizes[-1])]


@pytest.mark.parametrize("sizes", SIZES, ids=names)
def test_learning_one_pattern_costs_little_more_than_the_bare_messages(sizes, benchmark):
    net = Network.layered(sizes, seed=0)
    inputs, targets = pattern(sizes)
    step, bare_links = prototype(sizes)
    benchmark.pedantic(net.learn, args=(inputs, targets), rounds=5, warmup_rounds=3)
    ours, theirs = in_turns(lambda: net.learn(inputs, targets), step, rounds=60)
    per_link, reference = 1e9 * min(ours) / len(net.links), 1e9 * min(theirs) / bare_links
    benchmark.extra_info.update(ns_per_link=round(per_link), prototype_ns_per_link=round(reference))
    print(f"\n{sizes}: {per_link:.0f} ns per link, prototype {reference:.0f} ns, ratio {per_link / reference:.2f}")
    assert per_link / reference < 1.4


@pytest.mark.parametrize("sizes", SIZES, ids=names)
def test_learning_one_pattern_is_far_faster_than_micrograd(sizes, benchmark):
    """By medians: micrograd's time depends on where the garbage collector happens to come in."""
    nn = pytest.importorskip("micrograd.nn", reason="micrograd is in the extra 'oracles'")
    net = Network.layered(sizes, seed=0)
    inputs, targets = pattern(sizes)
    benchmark.pedantic(net.learn, args=(inputs, targets), rounds=5, warmup_rounds=3)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)  # micrograd sorts its graph by recursion
    try:
        model = nn.MLP(sizes[0], sizes[1:])

        def step():
            outputs = model(inputs)
            loss = sum((output - target) ** 2 for output, target in zip(outputs, targets))
            model.zero_grad()
            loss.backward()
            for parameter in model.parameters():
                parameter.data -= 0.1 * parameter.grad

        ours, theirs = in_turns(lambda: net.learn(inputs, targets), step, rounds=15, each=4)
    finally:
        sys.setrecursionlimit(limit)
    ratio = median(theirs) / median(ours)
    benchmark.extra_info.update(micrograd_ms=round(1e3 * median(theirs)), ratio=round(ratio))
    print(f"\n{sizes}: {1e3 * median(ours):.1f} ms, micrograd {1e3 * median(theirs):.0f} ms, ratio {ratio:.0f}")
    assert ratio > 40


def test_importing_the_package_is_quick(benchmark):
    """Beside the start of a bare interpreter, which is taken off."""

    def start(code):
        subprocess.run([sys.executable, "-c", code], check=True)

    bare = best(lambda: start("pass"), 10)
    benchmark.pedantic(start, args=("import lernmi_emo",), rounds=10)
    cost = benchmark.stats.stats.min - bare
    benchmark.extra_info.update(import_seconds=round(cost, 3))
    print(f"\nimport lernmi_emo: {cost:.3f} s, a bare interpreter: {bare:.3f} s")
    assert cost < 5 * bare
