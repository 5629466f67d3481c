"""How fast the twin is, per pattern, beside references measured in the same run, turn by turn.

Everything learns online, one pattern at a time in a shuffled order, in double precision, on one core, with the logistic
function and, unless said otherwise, a momentum of 0.9. The references:

    scikit-learn   MLPClassifier(solver="sgd", batch_size=1): its partial_fit over the same patterns
    NumPy          a careful step: every array made beforehand, every ufunc with its `out`
    PyTorch        zero_grad, forward, backward, step for each pattern, on one thread
    C              loops over contiguous arrays that may not overlap, by gcc -O3 -march=native
    the objects    net.train(...) without fast
"""

import ctypes
import math
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from itertools import pairwise

import pytest

from lernmi_emo import Network, datasets

np = pytest.importorskip("numpy")
pytest.importorskip("numba", reason="numba is in the extra 'fast'")

from lernmi_emo.core.patterns import check_patterns  # noqa: E402
from lernmi_emo.fast.twin_engine import TwinEngine  # noqa: E402

RATE, MOMENTUM, PATTERNS = 0.1, 0.9, 400
WIDE, MIDDLE, SMALL, TINY = (784, 15, 10), (100, 80, 40), (64, 30, 10), (2, 3, 1)


def patterns_of(sizes, count=PATTERNS):
    chance = np.random.default_rng(1)
    inputs = chance.random((count, sizes[0]))
    if sizes[-1] == 1:
        return inputs, (chance.random((count, 1)) < 0.5).astype(float)
    return inputs, np.eye(sizes[-1])[chance.integers(0, sizes[-1], count)]


def race(ours, theirs, rounds=40, seconds=5.0):
    """The best processor time of each, turn by turn, so that what else the machine does counts little."""
    times = [], []
    begun = time.perf_counter()
    while len(times[0]) < rounds and (len(times[0]) < 3 or time.perf_counter() - begun < seconds):
        for function, found in zip((ours, theirs), times):
            start = time.process_time()
            function()
            found.append(time.process_time() - start)
    return min(times[0]), min(times[1])


@pytest.fixture(autouse=True)
def one_thread():
    """No reference may spend processor time on threads that wait."""
    threadpoolctl = pytest.importorskip("threadpoolctl", reason="threadpoolctl comes with scikit-learn")
    with threadpoolctl.threadpool_limits(1):
        yield


def twin(sizes, *, momentum=MOMENTUM, emotional=False, count=PATTERNS, epochs=None):
    """A function that learns so many epochs by the twin, as `train` lets it, and the number of lessons in them."""
    links = sum(a * b for a, b in pairwise(sizes))
    epochs = epochs or max(1, 8_000_000 // (links + 100) // count)  # some milliseconds
    inputs, targets = patterns_of(sizes, count)
    net = Network.layered(sizes, emotional=emotional, seed=1)
    lessons = check_patterns(net, list(zip(inputs.tolist(), targets.tolist())))
    chance = random.Random(0)
    engine = TwinEngine(
        net, lessons, None, momentum=momentum, chance=chance, epochs=epochs, stop_error=None, alone=True
    )
    engine.begin()

    def learn():
        done = 0
        while done < epochs:
            engine.learn(done + 1, RATE)
            done += int(engine.run.clock[0])

    learn()
    return learn, epochs * count


def sklearn_step(sizes):
    neural_network = pytest.importorskip("sklearn.neural_network", reason="scikit-learn is in the extra 'oracles'")
    inputs, targets = patterns_of(sizes)
    classes = np.arange(sizes[-1])
    model = neural_network.MLPClassifier(
        sizes[1:-1], solver="sgd", batch_size=1, activation="logistic", learning_rate_init=RATE,
        momentum=MOMENTUM, nesterovs_momentum=False, alpha=0.0, random_state=0,
    )  # fmt: skip
    answers = targets.argmax(axis=1)
    model.partial_fit(inputs, answers, classes=classes)
    return lambda: model.partial_fit(inputs, answers)


def numpy_step(sizes):
    """Written as sparingly as NumPy lets one: weights with the bias as their last row, nothing made on the way."""
    inputs, targets = patterns_of(sizes)
    chance = np.random.default_rng(2)
    count_in, hidden, count_out = sizes
    inputs = np.hstack([inputs, np.ones((len(inputs), 1))])
    first, second = chance.normal(0, 0.1, (count_in + 1, hidden)), chance.normal(0, 0.1, (hidden + 1, count_out))
    change1, change2 = np.zeros_like(first), np.zeros_like(second)
    sensitivity1, sensitivity2 = np.empty_like(first), np.empty_like(second)
    middle, output = np.ones(hidden + 1), np.empty(count_out)
    neurons = middle[:hidden]
    delta1, delta2, slope1, slope2 = np.empty(hidden), np.empty(count_out), np.empty(hidden), np.empty(count_out)
    without_bias, middle_column = second[:hidden], middle[:, None]
    order = np.arange(len(inputs))
    dot, exp, negative, add, subtract = np.dot, np.exp, np.negative, np.add, np.subtract
    multiply, reciprocal = np.multiply, np.reciprocal

    def epoch():
        chance.shuffle(order)
        for place in order.tolist():
            x = inputs[place]
            dot(x, first, out=neurons)
            negative(neurons, neurons)
            exp(neurons, neurons)
            add(neurons, 1.0, neurons)
            reciprocal(neurons, neurons)
            dot(middle, second, out=output)
            negative(output, output)
            exp(output, output)
            add(output, 1.0, output)
            reciprocal(output, output)
            subtract(output, targets[place], delta2)
            subtract(1.0, output, slope2)
            multiply(slope2, output, slope2)
            multiply(delta2, slope2, delta2)
            dot(without_bias, delta2, out=delta1)
            subtract(1.0, neurons, slope1)
            multiply(slope1, neurons, slope1)
            multiply(delta1, slope1, delta1)
            multiply(delta2, RATE, delta2)
            multiply(delta1, RATE, delta1)
            multiply(middle_column, delta2, sensitivity2)
            multiply(x[:, None], delta1, sensitivity1)
            multiply(change1, MOMENTUM, change1)
            subtract(change1, sensitivity1, change1)
            add(first, change1, first)
            multiply(change2, MOMENTUM, change2)
            subtract(change2, sensitivity2, change2)
            add(second, change2, second)

    epoch()
    return epoch


def torch_step(sizes):
    torch = pytest.importorskip("torch", reason="PyTorch is in the extra 'oracles'")
    torch.set_num_threads(1)
    inputs, targets = (torch.tensor(each) for each in patterns_of(sizes))
    parts = [part for a, b in pairwise(sizes) for part in (torch.nn.Linear(a, b), torch.nn.Sigmoid())]
    model = torch.nn.Sequential(*parts).double()
    optimiser = torch.optim.SGD(model.parameters(), lr=RATE, momentum=MOMENTUM)

    def epoch():
        for place in torch.randperm(len(inputs)).tolist():
            optimiser.zero_grad()
            (0.5 * ((model(inputs[place]) - targets[place]) ** 2).sum()).backward()
            optimiser.step()

    epoch()
    return epoch


C = r"""
#include <math.h>
#define LOGISTIC(x) (1.0 / (1.0 + exp(-(x))))

/* One hidden layer; weights source by source, the bias as the last source. */
static void learn(int in, int hid, int out, const double *restrict x, const double *restrict t,
                  double *restrict w1, double *restrict c1, double *restrict w2, double *restrict c2,
                  double *restrict h, double *restrict y, double *restrict dh, double *restrict dy,
                  double rate, double momentum) {
    for (int j = 0; j < hid; j++) h[j] = w1[in * hid + j];
    for (int i = 0; i < in; i++)
        for (int j = 0; j < hid; j++) h[j] += x[i] * w1[i * hid + j];
    for (int j = 0; j < hid; j++) h[j] = LOGISTIC(h[j]);
    for (int k = 0; k < out; k++) y[k] = w2[hid * out + k];
    for (int j = 0; j < hid; j++)
        for (int k = 0; k < out; k++) y[k] += h[j] * w2[j * out + k];
    for (int k = 0; k < out; k++) y[k] = LOGISTIC(y[k]);
    for (int k = 0; k < out; k++) dy[k] = (y[k] - t[k]) * y[k] * (1.0 - y[k]);
    for (int j = 0; j < hid; j++) {
        double sum = 0.0;
        for (int k = 0; k < out; k++) sum += dy[k] * w2[j * out + k];
        dh[j] = sum * h[j] * (1.0 - h[j]);
    }
#ifdef MOMENTUM
#define UPDATE(w, c, g) { double change = momentum * (c) - rate * (g); (c) = change; (w) += change; }
#else
#define UPDATE(w, c, g) { (w) -= rate * (g); }
#endif
    for (int i = 0; i < in; i++)
        for (int j = 0; j < hid; j++) UPDATE(w1[i * hid + j], c1[i * hid + j], dh[j] * x[i])
    for (int j = 0; j < hid; j++) UPDATE(w1[in * hid + j], c1[in * hid + j], dh[j])
    for (int j = 0; j < hid; j++)
        for (int k = 0; k < out; k++) UPDATE(w2[j * out + k], c2[j * out + k], dy[k] * h[j])
    for (int k = 0; k < out; k++) UPDATE(w2[hid * out + k], c2[hid * out + k], dy[k])
}

void epoch(int in, int hid, int out, int count, const long long *order, const double *inputs, const double *targets,
           double *w1, double *c1, double *w2, double *c2, double *work, double rate, double momentum) {
    for (int p = 0; p < count; p++)
        learn(in, hid, out, inputs + order[p] * in, targets + order[p] * out, w1, c1, w2, c2,
              work, work + 1024, work + 2048, work + 3072, rate, momentum);
}
"""


def c_step(sizes, momentum, directory):
    if not shutil.which("gcc"):
        pytest.skip("gcc is not installed")
    (directory / "epoch.c").write_text(C, encoding="utf-8")
    options = ["-O3", "-march=native", "-shared", "-fPIC", *(["-DMOMENTUM"] if momentum else [])]
    subprocess.run(["gcc", *options, "epoch.c", "-o", "epoch.so", "-lm"], cwd=directory, check=True)
    library = ctypes.CDLL(str(directory / "epoch.so"))
    inputs, targets = (np.ascontiguousarray(each) for each in patterns_of(sizes))
    count_in, hidden, count_out = sizes
    chance = np.random.default_rng(2)
    first, second = chance.normal(0, 0.1, (count_in + 1, hidden)), chance.normal(0, 0.1, (hidden + 1, count_out))
    order = np.arange(PATTERNS, dtype=np.int64)
    arrays = [inputs, targets, first, np.zeros_like(first), second, np.zeros_like(second), np.zeros(4096)]
    pointers = [ctypes.c_void_p(each.ctypes.data) for each in (order, *arrays)]

    def epoch():
        chance.shuffle(order)
        library.epoch(*sizes, PATTERNS, *pointers, ctypes.c_double(RATE), ctypes.c_double(momentum))

    epoch.arrays = arrays  # kept alive
    epoch()
    return epoch


def report(benchmark, sizes, name, ours, theirs):
    ratio = theirs / ours
    where = "-".join(map(str, sizes))
    benchmark.extra_info.update(
        twin_us=round(1e6 * ours, 3), reference_us=round(1e6 * theirs, 3), ratio=round(ratio, 2)
    )
    print(f"\n{where}: twin {1e6 * ours:.3f} µs per pattern, {name} {1e6 * theirs:.3f} µs: {ratio:.2f} times")
    return ratio


def compared(benchmark, sizes, name, make, **settings):
    """The reference's time per pattern over the twin's."""
    learn, lessons = twin(sizes, **settings)
    theirs = make(sizes)
    ours_time, their_time = race(learn, theirs)
    benchmark.pedantic(learn, rounds=3)
    return report(benchmark, sizes, name, ours_time / lessons, their_time / PATTERNS)


@pytest.mark.parametrize(("sizes", "least"), [(WIDE, 10), (MIDDLE, 12)], ids=str)
def test_against_scikit_learn(sizes, least, benchmark):
    assert compared(benchmark, sizes, "scikit-learn", sklearn_step) >= least


@pytest.mark.parametrize(("sizes", "least"), [(WIDE, 2.5), (MIDDLE, 2), (TINY, 100)], ids=str)
def test_against_numpy(sizes, least, benchmark):
    assert compared(benchmark, sizes, "NumPy", numpy_step) >= least


@pytest.mark.parametrize("sizes", [WIDE, MIDDLE, TINY], ids=str)
def test_against_pytorch(sizes, benchmark):
    assert compared(benchmark, sizes, "PyTorch", torch_step) >= 10


@pytest.mark.parametrize("momentum", [MOMENTUM, 0.0])
@pytest.mark.parametrize(("sizes", "most"), [(WIDE, 2.5), (MIDDLE, 2), (TINY, 3)], ids=str)
def test_against_c(sizes, most, momentum, benchmark, tmp_path):
    ratio = compared(
        benchmark, sizes, f"C (momentum {momentum})", lambda s: c_step(s, momentum, tmp_path), momentum=momentum
    )
    assert 1 / ratio <= most


@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_against_the_objects(emotional, benchmark):
    """The whole of `train`, with everything put back."""
    inputs, targets = patterns_of(SMALL)
    patterns = list(zip(inputs.tolist(), targets.tolist()))
    net = Network.layered(SMALL, emotional=emotional, seed=1)
    net.train(patterns, epochs=1, momentum=MOMENTUM, fast=True)
    ours, theirs = race(
        lambda: net.train(patterns, epochs=30, momentum=MOMENTUM, fast=True),
        lambda: net.train(patterns, epochs=1, momentum=MOMENTUM),
        rounds=4,
    )
    benchmark.pedantic(lambda: net.train(patterns, epochs=30, momentum=MOMENTUM, fast=True), rounds=3)
    assert report(benchmark, SMALL, "the objects", ours / 30 / PATTERNS, theirs / PATTERNS) >= 100


@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_four_patterns_gain_as_well(emotional, benchmark):
    """XOR has epochs of four lessons: what an epoch costs beside its lessons shows here."""
    net = Network.layered(TINY, emotional=emotional, seed=1)
    net.train(datasets.xor(), epochs=1, momentum=MOMENTUM, fast=True)
    ours, theirs = race(
        lambda: net.train(datasets.xor(), epochs=20_000, momentum=MOMENTUM, fast=True),
        lambda: net.train(datasets.xor(), epochs=200, momentum=MOMENTUM),
        rounds=5,
    )
    benchmark.pedantic(lambda: net.train(datasets.xor(), epochs=20_000, momentum=MOMENTUM, fast=True), rounds=3)
    assert report(benchmark, TINY, "the objects", ours / 80_000, theirs / 800) >= 50


@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_thirty_epochs_of_digits(emotional, benchmark):
    """The whole call, with checking 1797 patterns, building the twin, and putting everything back."""
    digits = list(datasets.digits())

    def network():
        return (Network.layered(SMALL, emotional=emotional, seed=1),), {}

    def train(net):
        start = time.process_time()
        net.train(digits, epochs=30, momentum=MOMENTUM, fast=True)
        taken.append(time.process_time() - start)

    taken = []
    benchmark.pedantic(train, setup=network, rounds=15)
    seconds = min(taken)
    print(f"\ndigits, 64-30-10, 30 epochs of {len(digits)} patterns: {seconds:.3f} s")
    assert seconds < 0.15


def exponent(sizes, costs):
    """The slope of the line through log cost over log size, by least squares."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


def best_of(function, rounds=8):
    return race(function, lambda: None, rounds)[0]


def test_cost_grows_linearly_in_links_and_in_patterns(benchmark):
    links, by_links, by_patterns = [], [], []
    for width in (32, 64, 128, 256):
        learn, lessons = twin((width, width, width))
        links.append(2 * width * (width + 1))
        by_links.append(best_of(learn) / lessons)
    counts = [100, 400, 1600, 6400]
    for count in counts:
        learn, _ = twin(SMALL, count=count, epochs=2)
        by_patterns.append(best_of(learn))
    in_links, in_patterns = exponent(links, by_links), exponent(counts, by_patterns)
    benchmark.extra_info.update(exponent_in_links=round(in_links, 2), exponent_in_patterns=round(in_patterns, 2))
    benchmark.pedantic(learn, rounds=1)
    print(f"\ncost grows as links to the power {in_links:.2f}, and as patterns to the power {in_patterns:.2f}")
    assert in_links < 1.2
    assert 0.85 < in_patterns < 1.15


FIRST_CALL = """
import time
from lernmi_emo import Network, datasets
start = time.process_time()
import lernmi_emo.fast
imported = time.process_time()
Network.layered([2, 3, 1], emotional=True).train(datasets.xor(), epochs=2, fast=True)
print(imported - start, time.process_time() - imported)
"""


def test_the_first_call_of_a_process_finds_compiled_code_in_the_cache(benchmark, tmp_path):
    def first_call():
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
        run = subprocess.run([sys.executable, "-c", FIRST_CALL], env=environment, stdout=subprocess.PIPE, check=True)
        return [float(number) for number in run.stdout.split()]

    cold = first_call()
    warm = [first_call() for _ in range(4)]
    benchmark.pedantic(first_call, rounds=1)
    imports, calls = (min(column) for column in zip(*warm))
    benchmark.extra_info.update(cold_seconds=round(cold[1], 1), warm_seconds=round(calls, 2), import_seconds=imports)
    print(f"\nfirst call: {cold[1]:.1f} s to compile, {calls:.2f} s from the cache, after {imports:.2f} s of imports")
    assert calls < 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
@pytest.mark.parametrize("sizes", [TINY, WIDE, (784, 300, 10)], ids=str)
def test_ctrl_c_is_heard_within_a_second(sizes, benchmark):
    """From the key to the return of `train`, with the objects up to date."""
    inputs, targets = patterns_of(sizes)
    net = Network.layered(sizes, seed=1)
    patterns = list(zip(inputs.tolist(), targets.tolist()))
    start = time.perf_counter()
    net.train(patterns, epochs=1, fast=True)
    preparation = time.perf_counter() - start
    pressed = []

    def press():
        pressed.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    def train():
        threading.Timer(1.0 + 2 * preparation, press).start()
        history = net.train(patterns, epochs=10**8, fast=True)
        assert history.stopped == "interrupted"
        return time.perf_counter() - pressed[-1]

    taken = benchmark.pedantic(train, rounds=1)
    print(f"\n{sizes}: Ctrl-C was answered after {taken:.3f} s")
    assert math.isfinite(taken)
    assert taken < 1.0
