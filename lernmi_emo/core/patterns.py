"""Patterns: pairs of inputs and targets, checked as a whole before anything is learnt from the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lernmi_emo.support.checks import check_values
from lernmi_emo.support.exceptions import InputError, InputScaleWarning, TargetRangeWarning
from lernmi_emo.support.warning import warn

if TYPE_CHECKING:
    from lernmi_emo.core.graph import Graph

Pattern = tuple[Sequence[float], Sequence[float]]  # (inputs, targets), as a user hands it in
CheckedPattern = tuple[list[float], list[float]]  # the same, fit for the network


def check_patterns(network: Graph, patterns: Iterable[Pattern], what: str = "pattern") -> list[CheckedPattern]:
    """The patterns as lists of floats, every one fit for this network; `what` names them in messages.

    >>> from lernmi_emo import Network
    >>> check_patterns(Network.layered([2, 1]), [([0, 1], [1])])
    [([0.0, 1.0], [1.0])]
    """
    if isinstance(patterns, (str, bytes)) or not hasattr(patterns, "__iter__"):
        raise InputError(f"patterns are a list of (inputs, targets), and this came: {patterns!r}")
    checked = []
    for place, pattern in enumerate(patterns, 1):
        if isinstance(pattern, (str, bytes)) or not hasattr(pattern, "__len__") or len(pattern) != 2:
            raise InputError(f"{what} {place} must be a pair (inputs, targets), and this came: {pattern!r}")
        inputs, targets = pattern
        checked.append(
            (
                check_values(inputs, len(network.inputs), f"inputs of {what} {place}"),
                check_values(targets, len(network.outputs), f"targets of {what} {place}"),
            )
        )
    if not checked:
        raise InputError(f"there are no {what}s: at least one is needed")
    return checked


def warn_of_ranges(network: Graph, patterns: Sequence[CheckedPattern]) -> None:
    """Warn, once each, of targets that can't be reached, and of inputs that make an emotional neuron's average odd.

    >>> from lernmi_emo import Network
    >>> warn_of_ranges(Network.layered([2, 1]), [([0.0, 1.0], [1.0])])
    """
    for place, neuron in enumerate(network.outputs):
        low, high = neuron.activation.lowest, neuron.activation.highest
        outside = [targets[place] for _, targets in patterns if not low <= targets[place] <= high]
        if outside:
            warn(
                f"{len(outside)} targets of {neuron.name}, such as {outside[0]:g}, lie outside {low:g} to {high:g}, "
                f"the range of its activation, {neuron.activation.name}: scale them, or choose another activation",
                TargetRangeWarning,
            )
    if network.emotions is not None:
        low = min(min(inputs) for inputs, _ in patterns)
        high = max(max(inputs) for inputs, _ in patterns)
        if low < 0.0 or high > 1.0:
            warn(
                f"the inputs go from {low:g} to {high:g}, and an emotional network averages them into its anxiety: "
                f"scale them to 0..1",
                InputScaleWarning,
            )
