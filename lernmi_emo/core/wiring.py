"""What neurons and links must be to make a network: every mistake is refused here, by name, when it is built."""

from __future__ import annotations

from collections.abc import Sequence

from lernmi_emo.core.kind import check_declared
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import EmotionalNeuron, InputNeuron, Source
from lernmi_emo.support.exceptions import InputError, TopologyError


def check_ends(inputs: Sequence[Neuron], outputs: Sequence[Neuron]) -> None:
    """Refuse inputs and outputs that are none, or that stand there twice.

    >>> from lernmi_emo import Neuron
    >>> check_ends([], [Neuron("y1")])
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.TopologyError: a network needs at least one input neuron and one output neuron
    """
    if not inputs or not outputs:
        raise TopologyError("a network needs at least one input neuron and one output neuron")
    for kind, neurons in (("inputs", inputs), ("outputs", outputs)):
        if len(set(neurons)) != len(neurons):
            raise TopologyError(f"a neuron stands twice among the {kind}: name each once")
    for neuron in inputs:
        if not isinstance(neuron, InputNeuron):
            raise TopologyError(f"inputs are InputNeurons, and this is none: {neuron!r}")
    for neuron in outputs:
        if not isinstance(neuron, Neuron) or isinstance(neuron, Source):
            raise TopologyError(f"outputs are Neurons that links lead to, and this is none: {neuron!r}")


def check_neurons(neurons: Sequence[Neuron], inputs: Sequence[Neuron]) -> None:
    """Refuse neurons that do not fit together; and count parallel links.

    They don't where one has another's name, no way in, another network, other emotions, or less than its kind declares,
    or is an input that is not listed.

    >>> check_neurons([Neuron("h1")], [])
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.TopologyError: no link leads to h1: link it to a source, or leave it out
    """
    names: set[str] = set()
    known_inputs = set(inputs)
    emotional: EmotionalNeuron | None = None
    for neuron in neurons:
        if neuron.name in names:
            raise TopologyError(f"two neurons are named {neuron.name!r}: give each a name of its own")
        names.add(neuron.name)
        if neuron.network is not None:
            raise TopologyError(f"{neuron.name} belongs to a network already: build each network of its own neurons")
        if isinstance(neuron, InputNeuron) and neuron not in known_inputs:
            raise TopologyError(f"{neuron.name} is an InputNeuron, but not among the inputs: add it there")
        if not isinstance(neuron, Source) and not neuron.incoming:
            raise TopologyError(f"no link leads to {neuron.name}: link it to a source, or leave it out")
        if isinstance(neuron, EmotionalNeuron):
            if emotional is not None and neuron.emotions is not emotional.emotions:
                raise TopologyError(
                    f"{emotional.name} and {neuron.name} have emotions of their own, and a network has one mood: give "
                    f"both the same Emotions object"
                )
            emotional = neuron
        _check_kinds(neuron)
        _count_parallels(neuron)


def _check_kinds(neuron: Neuron) -> None:
    """Whatever a kind declares must be there."""
    try:
        check_declared(neuron, neuron.name)
        for link in neuron.incoming:
            check_declared(link, link.name)
    except InputError as error:
        raise TopologyError(str(error)) from error


def _count_parallels(neuron: Neuron) -> None:
    """Tell links apart that lead from one neuron to the same other one."""
    joined: dict[Neuron, int] = {}
    for link in neuron.incoming:
        joined[link.source] = link.parallel = joined.get(link.source, 0) + 1


def check_forward(neurons: Sequence[Neuron]) -> None:
    """Refuse what leads nowhere.

    >>> from lernmi_emo import Link
    >>> x1, h1 = InputNeuron("x1"), Neuron("h1")
    >>> link = Link(x1, h1, weight=0.5)
    >>> check_forward([x1])
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.TopologyError: h1 leads to no output (it is reached by x1→h1): ...
    """
    known = set(neurons)
    for neuron in neurons:
        for link in neuron.outgoing:
            if link.target not in known:
                raise TopologyError(
                    f"{link.target.name} leads to no output (it is reached by {link.name}): "
                    f"link it on, or name it among the outputs, or leave it out"
                )
