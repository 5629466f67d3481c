"""A link moves values between two neurons, and learns.

Forward it carries its source's output, weighted, to its target. Backward it carries its target's delta, weighted, to
its source, and notes its own sensitivity on the way. Then it updates its weight:

    propagate        net(target) += output(source) · weight
    backpropagate    ∂E/∂weight = delta(target) · output(source)
                     sensitivity(source) += delta(target) · weight
    update           change = momentum · last change − rate · ∂E/∂weight
                     weight += change

An `EmotionalLink` is a link whose learning rate is the network's anxiety and whose momentum is its confidence.
That sentence is the whole of emotional backpropagation (EmBP as reconstructed).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lernmi_emo.checks import check_number
from lernmi_emo.exceptions import TopologyError
from lernmi_emo.neuron import EmotionalNeuron, Neuron, Source
from lernmi_emo.text import number

if TYPE_CHECKING:
    from lernmi_emo.explain import Explanation


class Link:
    """One weight, from a source neuron to a target neuron. Making it joins them.

    A frozen link carries values like any other and never changes its weight. Raises `TopologyError` where the link
    would close a circle, lead into a source, or change a network that is built already.

    >>> from lernmi_emo import InputNeuron, Neuron
    >>> link = Link(InputNeuron("x1"), Neuron("h1"), weight=0.15)
    >>> link, link.name
    (Link(x1→h1: weight 0.1500), 'x1→h1')
    >>> link.source.output, link.target.net_input = 0.05, 0.0
    >>> link.propagate(); link.target.net_input
    0.0075
    >>> link.target.delta = 0.0088
    >>> link.source.open_sensitivity(); link.backpropagate()
    >>> link.update(rate=0.5, momentum=0.0); link
    Link(x1→h1: weight 0.1498, change −0.0002)
    >>> link.forget(); link.change
    0.0
    """

    __slots__ = ("change", "frozen", "last_change", "sensitivity", "source", "target", "weight")

    weight: float
    sensitivity: float  # ∂E/∂weight = δ(target) · Y(source)
    change: float  # the last update added this to the weight
    last_change: float  # the change before that one, which momentum carried on
    frozen: bool

    def __init__(self, source: Neuron, target: Neuron, weight: float, *, frozen: bool = False) -> None:
        _check_ends(source, target)
        self.source = source
        self.target = target
        self.weight = check_number(weight, f"the weight of {source.name}→{target.name}")
        self.frozen = frozen
        self.forget()
        source.outgoing.append(self)
        target.incoming.append(self)

    def forget(self) -> None:
        """Be as before the first lesson, but for the weight: nothing sent back, nothing changed."""
        self.sensitivity = None  # type: ignore[assignment]  # not computed yet, which is not 0
        self.change = 0.0
        self.last_change = 0.0

    def propagate(self) -> None:
        """Carry the source's output, weighted, to the target."""
        self.sensitivity = None  # type: ignore[assignment]  # this pass has not come back yet
        self.target.net_input += self.source.output * self.weight

    def backpropagate(self) -> None:
        """Carry the target's delta, weighted, to the source; keep ∂E/∂weight for the update."""
        delta = self.target.delta
        self.sensitivity = delta * self.source.output
        self.source.sensitivity += delta * self.weight

    def update(self, rate: float, momentum: float) -> None:
        """Go a step down the error's slope, and a part of the last step once more."""
        self.last_change = self.change
        if self.frozen:
            self.change = 0.0
            return
        self.change = momentum * self.last_change - rate * self.sensitivity
        self.weight += self.change

    @property
    def name(self) -> str:
        """Both ends: `x1→h1`."""
        return f"{self.source.name}→{self.target.name}"

    def explain(self) -> Explanation:
        """This link's messages as equations with their numbers; see `lernmi_emo.explain`."""
        from lernmi_emo.explain import explain

        return explain(self)

    def __repr__(self) -> str:
        change = f", change {number(self.change)}" if self.change else ""
        return f"{type(self).__name__}({self.name}: weight {number(self.weight)}{change}{', frozen' * self.frozen})"


class EmotionalLink(Link):
    """A link from the emotional neuron. It learns by the network's emotions.

    >>> from lernmi_emo import EmotionalNeuron, FixedEmotions, Neuron
    >>> emotion = EmotionalNeuron(emotions=FixedEmotions(anxiety=0.75, confidence=0.12))
    >>> link = EmotionalLink(emotion, Neuron("h2"), weight=0.15)
    >>> emotion.output, link.target.delta, link.change = 0.5, -0.0312, 0.004
    >>> emotion.open_sensitivity(); link.backpropagate()
    >>> link.update(rate=0.5, momentum=0.9); link
    EmotionalLink(emotion→h2: weight 0.1622, change 0.0122)
    """

    __slots__ = ()

    source: EmotionalNeuron

    def __init__(self, source: EmotionalNeuron, target: Neuron, weight: float, *, frozen: bool = False) -> None:
        if not isinstance(source, EmotionalNeuron):
            raise TopologyError(f"an EmotionalLink starts at an EmotionalNeuron, and {source!r} is none: use Link")
        super().__init__(source, target, weight, frozen=frozen)

    def update(self, rate: float, momentum: float) -> None:
        """Learn with anxiety as the rate and confidence as the momentum, whatever those of other links are."""
        emotions = self.source.emotions
        super().update(rate=emotions.anxiety, momentum=emotions.confidence)


def _check_ends(source: Neuron, target: Neuron) -> None:
    for end in (source, target):
        if not isinstance(end, Neuron):
            raise TopologyError(f"a link joins two neurons, and this is none: {end!r}")
    name = f"{source.name}→{target.name}"
    if isinstance(target, Source):
        raise TopologyError(f"no link can lead into {target!r}: a source takes its value from the pattern alone")
    for end in (source, target):
        if end.network is not None:
            raise TopologyError(
                f"{end.name} belongs to a network already, so {name} comes too late: make every link first, "
                f"and the network last"
            )
    if _leads_to(target, source):
        raise TopologyError(f"{name} would close a circle, for {target.name} already leads to {source.name}")


def _leads_to(start: Neuron, goal: Neuron) -> bool:
    """Whether values that leave `start` can arrive at `goal`."""
    seen, waiting = {start}, [start]
    while waiting:
        neuron = waiting.pop()
        if neuron is goal:
            return True
        for link in neuron.outgoing:
            if link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    return False
