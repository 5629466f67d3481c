"""What the compiled code works on: a network, its patterns and a training, each as a handful of flat arrays.

Every neuron has a place in the neurons' arrays: the sources first, then layer by layer. Every link has a place in the
links' arrays, in one of two orders. A layer whose neurons all listen to the same sources in the same order is a dense
block: one row for each source, with the weights to all the layer's neurons side by side, so that they can be computed
side by side. Any other layer is a list of links, neuron by neuron.

Places are unsigned numbers: compiled code need not ask then whether one counts from the end.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]
Places = np.ndarray[Any, np.dtype[np.uint64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


class FlatNetwork(NamedTuple):
    """A network. What is computed has the name that it has on the neurons and links."""

    # for each layer
    dense: Flags  # a dense block, or a list of links
    listens: Flags  # to some neuron that is no source, so that backpropagation goes on from here
    first_neuron: Places
    neurons: Places  # how many
    width: Places  # of a row: the number of neurons, rounded up so that rows fill the processor's registers
    rows: Places
    first_source: Places  # of its rows, or of its links, in the two arrays below
    first_weight: Places
    # for each row of a dense block, and each link of a list
    source: Places  # the neuron where it starts
    emotional: Flags  # whether it learns by the emotions
    # for each neuron
    fan_in: Places  # how many links lead to it
    value: Places  # its activation's f, as a code, or the address of a compiled function
    slope: Places  # its activation's f', likewise
    net_input: Floats
    output: Floats
    sensitivity: Floats
    delta: Floats
    # for each link
    weight: Floats
    change: Floats
    # the places of the links that are frozen, and their weights
    frozen: Places
    frozen_weight: Floats
    # the output neurons, and the error function's value and slope, as codes or addresses
    outputs: Places
    error: Places


class FlatPatterns(NamedTuple):
    """Patterns, one in each row."""

    given: Floats  # what every source gives for it
    targets: Floats


class Progress(NamedTuple):
    """How far a training has come, and what it needs to go on."""

    clock: Places  # epochs done; of this epoch: lessons done, whether begun; lessons not shown yet; the last pattern
    squares: Floats  # Σ (T − Y)² of this epoch, so far
    errors: Floats  # of the epochs done
    anxieties: Floats  # after each of them
    confidences: Floats
    mood: Floats  # anxiety, confidence, initial anxiety, and the average of the patterns' averages
    feels: Flags  # whether an epoch's end changes the mood, as `Emotions.feel` does
    order: Places  # of the patterns in this epoch
    shuffles: Flags  # whether every epoch shuffles them here, by
    generator: Places  # the state of a random.Random: 624 words and the next one's place
    # as it was before the epoch, to go back to
    weight_before: Floats
    change_before: Floats
    last_change_before: Floats
    # as it was before the last lesson, which the objects repeat
    careful: Flags  # whether any lesson may turn out to be the last, for the next may be odd
    last_weight: Floats
    last_change: Floats
    last_settings: Floats  # rate, momentum, anxiety, confidence


def new_progress(patterns: int, links: int, epochs: int) -> Progress:
    """A training that has not begun, of so many patterns, places for links, and errors to keep."""
    return Progress(
        clock=np.zeros(5, dtype=np.uint64),
        squares=np.zeros(1),
        errors=np.zeros(epochs),
        anxieties=np.zeros(epochs),
        confidences=np.zeros(epochs),
        mood=np.zeros(4),
        feels=np.zeros(1, dtype=np.bool_),
        order=np.arange(patterns, dtype=np.uint64),
        shuffles=np.zeros(1, dtype=np.bool_),
        generator=np.zeros(625, dtype=np.uint64),
        weight_before=np.zeros(links),
        change_before=np.zeros(links),
        last_change_before=np.zeros(links),
        careful=np.zeros(1, dtype=np.bool_),
        last_weight=np.zeros(links),
        last_change=np.zeros(links),
        last_settings=np.zeros(4),
    )
