"""The compiled code: the core's messages once more, over flat arrays.

Each function has the name of what it does in the core (`Link`, `Neuron`, `Layer`, `Network`, `learn_epoch`), and adds
up in the same order, so its results are the objects' to the last bit. A dense block takes its sources one after the
other, and all the targets of a source together: that is the order of every sum, forward and backward, and leaves the
compiler free to compute the targets side by side. Four sources go in one turn, for a sum of five terms written out
from left to right costs less than five visits to memory. No `fastmath`: it would let the compiler reorder.

All in one file, for Numba's cache knows a function by its file. (And by its line: where a class that it is handed gets
another name, move it, or the cache of an older version is read and fails.)

A lesson that the compiled code can't judge, because a function of the user's gave no finite number or the error
function refuses an output, is ODD: it is left undone, for the objects to do. An epoch that goes ASTRAY, because it ends
with a weight or an error that is not finite, is done again by the objects, which say in what lesson that came.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from lernmi_emo.fast.arrays import FlatNetwork, FlatPatterns, Floats, Places, Progress
from lernmi_emo.support.exceptions import MissingExtraError

try:
    import numba  # type: ignore[import-untyped, unused-ignore]  # typed from 0.68 on
    from llvmlite import ir  # type: ignore[import-untyped, unused-ignore]
    from numba.extending import intrinsic  # type: ignore[import-untyped, unused-ignore]
except ImportError as missing:
    raise MissingExtraError(
        f"the fast twin needs the package numba: pip install numba (or this package with its extra 'fast'). "
        f"Python says: {missing}"
    ) from missing

F = TypeVar("F", bound=Callable[..., Any])
njit: Any = numba.njit


def inner(function: F) -> F:
    """Compile a part of the kernel, to be put where it is called."""
    compiled: F = njit(error_model="numpy", forceinline=True)(function)
    return compiled


def entry(function: F) -> F:
    """Compile a function that Python calls. The code is kept on disk, where some directory can be written."""
    try:
        compiled: F = njit(error_model="numpy", nogil=True, cache=True)(function)
    except RuntimeError:  # there is no directory for the cache
        compiled = njit(error_model="numpy", nogil=True)(function)
    return compiled


ZERO, ONE, TWO, THREE, FOUR = (np.uint64(number) for number in range(5))
# Codes of the library's own functions. A number from OWN on is the address of a compiled function of the user's.
LOGISTIC, TANH, ARCTAN, RECTIFIER, LINEAR, STEP = (np.uint64(code) for code in range(6))
HALF_SQUARED, BINARY_CROSS_ENTROPY = (np.uint64(code) for code in range(2))
OWN = np.uint64(64)
# Why `learn` came back.
PAUSED, OVER, REACHED, ASTRAY, ODD = range(5)


def _caller(count: int) -> Any:
    """Makes the compiled call of a function at an address, from `count` floats to a float."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        kind = ir.FunctionType(ir.DoubleType(), [ir.DoubleType()] * count)
        return builder.call(builder.inttoptr(arguments[0], kind.as_pointer()), arguments[1:])

    return codegen


def _call_one(context: Any, address: Any, number: Any) -> Any:
    """The function of one float at this address."""
    return numba.float64(numba.uint64, numba.float64), _caller(1)


def _call_two(context: Any, address: Any, one: Any, other: Any) -> Any:
    """The function of two floats at this address."""
    return numba.float64(numba.uint64, numba.float64, numba.float64), _caller(2)


call_one: Any = intrinsic(_call_one)
call_two: Any = intrinsic(_call_two)


# Activation


@inner
def value_of(code: np.uint64, net: float) -> float:
    """f(net): `Activation.value`."""
    if code == LOGISTIC:
        if net < -708.0:
            net = -708.0
        if net > 36.7:
            net = 36.7
        return 1.0 / (1.0 + math.exp(-net))
    if code == TANH:
        return math.tanh(net)
    if code == ARCTAN:
        return math.atan(net)
    if code == RECTIFIER:
        return 0.0 if net <= 0.0 else net
    if code == LINEAR:
        return net
    if code == STEP:
        return 0.0 if net <= 0.0 else 1.0
    return call_one(code, net)  # type: ignore[no-any-return]


@inner
def slope_of(code: np.uint64, net: float, output: float) -> float:
    """f'(net): `Activation.slope`."""
    if code == LOGISTIC:
        return output * (1.0 - output)
    if code == TANH:
        return 1.0 - output * output
    if code == ARCTAN:
        return 1.0 / (1.0 + net * net)
    if code == RECTIFIER:
        return 0.0 if net <= 0.0 else 1.0
    if code == LINEAR:
        return 1.0
    if code == STEP:
        return 0.0
    return call_two(code, net, output)  # type: ignore[no-any-return]


# Layer.propagate


@inner
def propagate_rows(net: FlatNetwork, layer: int) -> None:
    """Every link of a dense block propagates."""
    first, width = net.first_neuron[layer], net.width[layer]
    source, rows = net.first_source[layer], net.rows[layer]
    a = net.first_weight[layer]
    for j in range(width):
        net.net_input[first + j] = 0.0
    end = source + rows
    while source + FOUR <= end:
        x0 = net.output[net.source[source]]
        x1 = net.output[net.source[source + ONE]]
        x2 = net.output[net.source[source + TWO]]
        x3 = net.output[net.source[source + THREE]]
        b = a + width
        c = b + width
        d = c + width
        for j in range(width):
            net.net_input[first + j] = (
                net.net_input[first + j]
                + x0 * net.weight[a + j]
                + x1 * net.weight[b + j]
                + x2 * net.weight[c + j]
                + x3 * net.weight[d + j]
            )
        a = d + width
        source += FOUR
    while source < end:
        x0 = net.output[net.source[source]]
        for j in range(width):
            net.net_input[first + j] += x0 * net.weight[a + j]
        a += width
        source += ONE


@inner
def propagate_links(net: FlatNetwork, layer: int) -> None:
    """Every link of a list propagates."""
    source, a = net.first_source[layer], net.first_weight[layer]
    for i in range(net.first_neuron[layer], net.first_neuron[layer] + net.neurons[layer]):
        total = 0.0
        for j in range(net.fan_in[i]):
            total += net.output[net.source[source + j]] * net.weight[a + j]
        net.net_input[i] = total
        source += net.fan_in[i]
        a += net.fan_in[i]


@inner
def propagate(net: FlatNetwork) -> bool:
    """`Network.propagate`: through every layer from the first. False where an output is odd."""
    sound = True
    for layer in range(net.dense.size):
        if net.dense[layer]:
            propagate_rows(net, layer)
        else:
            propagate_links(net, layer)
        for i in range(net.first_neuron[layer], net.first_neuron[layer] + net.neurons[layer]):
            net.output[i] = value_of(net.value[i], net.net_input[i])
            if net.value[i] >= OWN and not math.isfinite(net.output[i]):
                sound = False
    return sound


# Network.take_error


@inner
def take_error(net: FlatNetwork, targets: Floats) -> bool:
    """Each output's sensitivity, from its error's slope. False where the error function refuses an output."""
    for i in range(net.sensitivity.size):
        net.sensitivity[i] = 0.0
    for o in range(net.outputs.size):
        i = net.outputs[o]
        output, target = net.output[i], targets[o]
        if net.error[1] == HALF_SQUARED:
            slope = output - target
        elif net.error[1] == BINARY_CROSS_ENTROPY:
            if output <= 0.0 or output >= 1.0:
                return False
            slope = (output - target) / (output * (1.0 - output))
        else:
            slope = call_two(net.error[1], output, target)
            if not math.isfinite(slope):
                return False
        if net.error[0] == BINARY_CROSS_ENTROPY and (output <= 0.0 or output >= 1.0):
            return False
        if net.error[0] >= OWN and not math.isfinite(call_two(net.error[0], output, target)):
            return False
        net.sensitivity[i] += slope
    return True


@inner
def squared_error(net: FlatNetwork, targets: Floats) -> float:
    """Σ (T − Y)² of this pattern."""
    total = 0.0
    for o in range(net.outputs.size):
        output = net.output[net.outputs[o]]
        total += (targets[o] - output) * (targets[o] - output)
    return total


# Layer.backpropagate


@inner
def backpropagate_rows(net: FlatNetwork, layer: int) -> None:
    """Every link of a dense block sends its target's delta back."""
    first, neurons, width = net.first_neuron[layer], net.neurons[layer], net.width[layer]
    source, rows = net.first_source[layer], net.rows[layer]
    a = net.first_weight[layer]
    end = source + rows
    while source + FOUR <= end:
        i0 = net.source[source]
        i1 = net.source[source + ONE]
        i2 = net.source[source + TWO]
        i3 = net.source[source + THREE]
        b = a + width
        c = b + width
        d = c + width
        s0 = net.sensitivity[i0]
        s1 = net.sensitivity[i1]
        s2 = net.sensitivity[i2]
        s3 = net.sensitivity[i3]
        for j in range(neurons):
            delta = net.delta[first + j]
            s0 += delta * net.weight[a + j]
            s1 += delta * net.weight[b + j]
            s2 += delta * net.weight[c + j]
            s3 += delta * net.weight[d + j]
        net.sensitivity[i0] = s0
        net.sensitivity[i1] = s1
        net.sensitivity[i2] = s2
        net.sensitivity[i3] = s3
        a = d + width
        source += FOUR
    while source < end:
        i0 = net.source[source]
        s0 = net.sensitivity[i0]
        for j in range(neurons):
            s0 += net.delta[first + j] * net.weight[a + j]
        net.sensitivity[i0] = s0
        a += width
        source += ONE


@inner
def backpropagate_links(net: FlatNetwork, layer: int) -> None:
    """Every link of a list sends its target's delta back."""
    source, a = net.first_source[layer], net.first_weight[layer]
    for i in range(net.first_neuron[layer], net.first_neuron[layer] + net.neurons[layer]):
        delta = net.delta[i]
        for j in range(net.fan_in[i]):
            net.sensitivity[net.source[source + j]] += delta * net.weight[a + j]
        source += net.fan_in[i]
        a += net.fan_in[i]


@inner
def backpropagate(net: FlatNetwork) -> bool:
    """`Network.backpropagate`: through every layer from the last. False where a delta is odd.

    What would be sent back to sources alone is left out: nothing here reads it. The objects' last lesson has it.
    """
    sound = True
    for layer in range(net.dense.size - 1, -1, -1):
        for i in range(net.first_neuron[layer], net.first_neuron[layer] + net.neurons[layer]):
            slope = slope_of(net.slope[i], net.net_input[i], net.output[i])
            if net.slope[i] >= OWN and not math.isfinite(slope):
                sound = False
            net.delta[i] = net.sensitivity[i] * slope
        if net.listens[layer]:
            if net.dense[layer]:
                backpropagate_rows(net, layer)
            else:
                backpropagate_links(net, layer)
    return sound


# Layer.update


@inner
def update_rows(net: FlatNetwork, layer: int, rate: float, momentum: float, mood: Floats) -> None:
    """Every link of a dense block updates."""
    first, width = net.first_neuron[layer], net.width[layer]
    a = net.first_weight[layer]
    for source in range(net.first_source[layer], net.first_source[layer] + net.rows[layer]):
        x = net.output[net.source[source]]
        eta, alpha = rate, momentum
        if net.emotional[source]:
            eta, alpha = mood[0], mood[1]
        for j in range(width):
            change = alpha * net.change[a + j] - eta * (net.delta[first + j] * x)
            net.change[a + j] = change
            net.weight[a + j] += change
        a += width


@inner
def update_links(net: FlatNetwork, layer: int, rate: float, momentum: float, mood: Floats) -> None:
    """Every link of a list updates."""
    source, a = net.first_source[layer], net.first_weight[layer]
    for i in range(net.first_neuron[layer], net.first_neuron[layer] + net.neurons[layer]):
        delta = net.delta[i]
        for j in range(net.fan_in[i]):
            eta, alpha = rate, momentum
            if net.emotional[source + j]:
                eta, alpha = mood[0], mood[1]
            change = alpha * net.change[a + j] - eta * (delta * net.output[net.source[source + j]])
            net.change[a + j] = change
            net.weight[a + j] += change
        source += net.fan_in[i]
        a += net.fan_in[i]


@inner
def update(net: FlatNetwork, rate: float, momentum: float, mood: Floats) -> None:
    """`Network.update`: every link learns; those that are frozen are put back."""
    for layer in range(net.dense.size):
        if net.dense[layer]:
            update_rows(net, layer, rate, momentum, mood)
        else:
            update_links(net, layer, rate, momentum, mood)
    for f in range(net.frozen.size):
        net.weight[net.frozen[f]] = net.frozen_weight[f]
        net.change[net.frozen[f]] = 0.0


# Epochs


@inner
def copy(start: Floats, goal: Floats) -> None:
    """The same numbers there."""
    for i in range(start.size):
        goal[i] = start[i]


@inner
def present(net: FlatNetwork, given: Floats) -> None:
    """`Network.present`: the sources give what the pattern makes them give."""
    for i in range(given.size):
        net.output[i] = given[i]


@inner
def next_word(generator: Places) -> Any:
    """The next 32 random bits of the Mersenne Twister (Matsumoto and Nishimura, 1998), as `random.Random` has them."""
    low, high = np.uint64(0x7FFFFFFF), np.uint64(0x80000000)
    if generator[624] >= np.uint64(624):
        for place in range(624):
            after = np.uint64(place + 1) if place < 623 else ZERO
            far = np.uint64(place + 397) if place < 227 else np.uint64(place - 227)
            mixed = (generator[place] & high) | (generator[after] & low)
            generator[place] = generator[far] ^ (mixed >> ONE)
            if mixed & ONE:
                generator[place] ^= np.uint64(0x9908B0DF)
        generator[624] = ZERO
    word = generator[generator[624]]
    generator[624] += ONE
    word ^= word >> np.uint64(11)
    word ^= (word << np.uint64(7)) & np.uint64(0x9D2C5680)
    word ^= (word << np.uint64(15)) & np.uint64(0xEFC60000)
    return word ^ (word >> np.uint64(18))


@inner
def shuffle_in_place(order: Places, generator: Places) -> None:
    """`random.Random.shuffle`: from the last place on, each takes the number of a random place not after it."""
    for i in range(order.size - 1, 0, -1):
        bits = np.uint64(32)
        while bits > ONE and (np.uint64(i + 1) >> (bits - ONE)) == ZERO:
            bits -= ONE
        j = next_word(generator) >> (np.uint64(32) - bits)
        while j > np.uint64(i):
            j = next_word(generator) >> (np.uint64(32) - bits)
        kept = order[i]
        order[i] = order[j]
        order[j] = kept


@inner
def begin_epoch(net: FlatNetwork, run: Progress) -> None:
    """Note what there is before the epoch, and shuffle."""
    copy(net.weight, run.weight_before)
    copy(net.change, run.change_before)
    copy(run.last_change, run.last_change_before)
    if run.shuffles[0]:
        for i in range(run.order.size):
            run.order[i] = np.uint64(i)
        shuffle_in_place(run.order, run.generator)
    run.squares[0] = 0.0
    run.clock[1] = ZERO
    run.clock[2] = ONE


@inner
def remember(net: FlatNetwork, run: Progress, rate: float, momentum: float) -> None:
    """Note what there is before a lesson's update."""
    copy(net.weight, run.last_weight)
    copy(net.change, run.last_change)
    run.last_settings[0] = rate
    run.last_settings[1] = momentum
    run.last_settings[2] = run.mood[0]
    run.last_settings[3] = run.mood[1]


@inner
def all_finite(net: FlatNetwork, links: Places) -> bool:
    """Whether every link's weight is a finite number."""
    sound = True
    for i in range(links.size):
        if not math.isfinite(net.weight[links[i]]):
            sound = False
    return sound


@entry
def learn(
    net: FlatNetwork,
    links: Places,
    patterns: FlatPatterns,
    run: Progress,
    rate: float,
    momentum: float,
    stop_error: float,
    epochs: int,
    lessons: int,
) -> int:
    """Go on learning for so many epochs, but no more than so many lessons; say why it came back."""
    count = run.order.size
    while run.clock[0] < np.uint64(epochs):
        if run.clock[2] == ZERO:
            if lessons == 0:
                return PAUSED
            begin_epoch(net, run)
        for place in range(np.int64(run.clock[1]), count):
            if lessons == 0:
                return PAUSED
            pattern = run.order[place]
            targets = patterns.targets[pattern]
            present(net, patterns.given[pattern])
            if not (propagate(net) and take_error(net, targets) and backpropagate(net)):
                return ODD
            lessons -= 1
            if lessons == 0 or place == count - 1 or run.careful[0]:
                remember(net, run, rate, momentum)
            update(net, rate, momentum, run.mood)
            run.squares[0] += squared_error(net, targets)
            run.clock[1] += ONE
            run.clock[3] += ONE
            run.clock[4] = pattern
        error = run.squares[0] / count / net.outputs.size
        if not math.isfinite(error) or not all_finite(net, links):
            return ASTRAY
        if run.feels[0]:
            run.mood[0] = run.mood[3] + error
            run.mood[1] = run.mood[2] - run.mood[0]
        run.errors[run.clock[0]] = error
        run.anxieties[run.clock[0]] = run.mood[0]
        run.confidences[run.clock[0]] = run.mood[1]
        run.clock[0] += ONE
        run.clock[2] = ZERO
        if error <= stop_error:
            return REACHED
    return OVER


@entry
def predict(net: FlatNetwork, given: Floats, answers: Floats, start: int, end: int) -> int:
    """The outputs for the patterns from `start` on; returns the place of the first one that is odd, or `end`."""
    for pattern in range(start, end):
        present(net, given[pattern])
        if not propagate(net):
            return pattern
        for o in range(net.outputs.size):
            answers[pattern, o] = net.output[net.outputs[o]]
    return end


@entry
def values(code: np.uint64, nets: Floats) -> Floats:
    """f of each of these numbers."""
    found = np.empty(nets.size)
    for i in range(nets.size):
        found[i] = value_of(code, nets[i])
    return found


@entry
def means(rows: Floats) -> Floats:
    """The average of each row, added up from left to right: `emotion.mean`."""
    found = np.empty(len(rows))
    for r in range(len(rows)):
        total = 0.0
        for i in range(rows.shape[1]):
            total += rows[r, i]
        found[r] = total / rows.shape[1]
    return found


@entry
def shuffle(order: Places, generator: Places) -> None:
    """Shuffle as a random.Random in this state would."""
    shuffle_in_place(order, generator)
