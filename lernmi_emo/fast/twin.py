"""The twin of a network: the same weights in flat arrays, and compiled code to compute with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from lernmi_emo.fast import kernel
from lernmi_emo.fast.arrays import FlatNetwork, Floats
from lernmi_emo.fast.codes import VALUES, Functions, differences, known_code
from lernmi_emo.fast.flattening import AVERAGE, Plan
from lernmi_emo.support.checks import check_values
from lernmi_emo.support.exceptions import TwinWarning
from lernmi_emo.support.warning import warn

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork

AT_ONCE = 50_000_000  # links that one call of compiled code may visit: some tenths of a second, for Ctrl-C's sake


class Twin:
    """A network's twin. It has the weights that the network had when it was made, or when it last did `read`.

    Raises `TwinError` where the network has something that can't be compiled: it names it.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> twin = Twin(net)
    >>> twin.outputs([[0, 0], [0, 1]]) == [net.predict([0, 0]), net.predict([0, 1])]
    True
    >>> net.link("x1", "h1").weight = 0.15
    >>> twin.read(); twin.outputs([[1, 0]]) == [net.predict([1, 0])]
    True

    The rest is for `train`, which shares its steps among calls:

    >>> twin.may_be_odd()
    False
    >>> given = twin.perceive([[1.0, 0.0]])
    >>> given.tolist(), twin.answers([[1.0, 0.0]], given) == [net.predict([1, 0])]
    ([[1.0, 0.0, 1.0]], True)
    >>> twin.write(twin.flat.weight, twin.flat.change); net.link("x1", "h1")
    Link(x1→h1: weight 0.1500)
    """

    flat: FlatNetwork

    def __init__(self, network: BareNetwork) -> None:
        self.network = network
        self.plan = Plan(network)
        self.links = self.plan.links
        self.functions = Functions()
        self.read()
        if differences():
            shown = ", ".join(f"{name} by {ulp:g} units in the last place" for name, ulp in differences().items())
            warn(
                f"compiled code and Python compute differently here ({shown}), so the fast twin's results are not the "
                f"objects' to the last bit",
                TwinWarning,
            )

    def read(self) -> None:
        """Take from the objects what may have changed: weights, last changes, what is frozen, the functions."""
        network, flat = self.network, self.plan.flat
        for neuron, place in self.plan.neurons.items():
            flat.value[place], flat.slope[place] = self.functions.of_activation(neuron.activation)
        flat.error[:] = self.functions.of_error(network.error_function)
        flat.weight[self.links] = [link.weight for link in network.links]
        flat.change[self.links] = [link.change for link in network.links]
        frozen = self.links[[link.frozen for link in network.links]]
        self.flat = flat._replace(frozen=frozen, frozen_weight=flat.weight[frozen])

    def write(self, weight: Floats, change: Floats) -> None:
        """Put these weights and last changes into the objects."""
        for link, each, last in zip(self.network.links, weight[self.links].tolist(), change[self.links].tolist()):
            link.weight = each
            link.change = last

    def may_be_odd(self) -> bool:
        """Whether compiled code may meet something here that only the objects can judge."""
        flat = self.flat
        unlikely = (flat.value < kernel.OWN).all() and (flat.slope < kernel.OWN).all()
        if (flat.error == kernel.BINARY_CROSS_ENTROPY).any():
            unlikely = unlikely and (flat.value[flat.outputs] == kernel.LOGISTIC).all()
        return not (unlikely and (flat.error < kernel.OWN).all())

    def outputs(self, inputs: Sequence[Sequence[float]]) -> list[list[float]]:
        """The outputs for each of these inputs, as `predict` gives them one by one.

        The objects stay as they are, unless an activation of the user's gives no finite number: that pattern they
        predict themselves. Raises `InputError` where inputs don't fit the network.
        """
        count = len(self.network.inputs)
        checked = [check_values(each, count, f"inputs of pattern {place}") for place, each in enumerate(inputs, 1)]
        return self.answers(checked, self.perceive(checked))

    def perceive(self, inputs: Sequence[Sequence[float]]) -> Floats:
        """What every source gives for each of these checked inputs, one pattern in each row."""
        raw = np.array(inputs, dtype=np.float64).reshape(len(inputs), len(self.network.inputs))
        given = np.ones((len(raw), len(self.network.sources)))
        given[:, : raw.shape[1]] = raw
        for place, neuron in enumerate(self.network.inputs):
            value, column = neuron.activation.value, raw[:, place]
            code = known_code(value, VALUES)
            if code is None:
                given[:, place] = [value(each) for each in column.tolist()]
            elif code != kernel.LINEAR:
                given[:, place] = kernel.values(code, column.copy())
        for place, source in enumerate(self.network.sources):
            if source.compiled == AVERAGE:
                given[:, place] = kernel.means(raw)
        return given

    def answers(self, inputs: Sequence[Sequence[float]], given: Floats) -> list[list[float]]:
        """The outputs for checked inputs, and what the sources give for them."""
        found = np.zeros((len(given), len(self.network.outputs)))
        at_once = max(1, AT_ONCE // len(self.flat.weight))
        place = 0
        while place < len(given):
            end = min(place + at_once, len(given))
            place = kernel.predict(self.flat, given, found, place, end)
            if place < end:
                self.write(self.flat.weight, self.flat.change)
                found[place] = self.network.predict(inputs[place])
                place += 1
        return found.tolist()


def answers(network: BareNetwork, inputs: Sequence[Sequence[float]]) -> list[list[float]]:
    """The outputs for each of these inputs, by the twin; the network itself is left with the last one's values.

    >>> from lernmi_emo import Network
    >>> answers(Network.layered([1, 1], weight_range=0), [[0.0], [1.0]])
    [[0.5], [0.5]]
    """
    outputs = Twin(network).outputs(inputs)
    network.predict(inputs[-1])
    return outputs
