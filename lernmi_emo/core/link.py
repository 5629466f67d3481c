"""A link moves values between two neurons, and learns.

Forward it carries its source's output, weighted, to its target. Backward it carries its target's delta, weighted, to
its source, and notes its own sensitivity on the way. Then it updates its weight, by the rule in `weight.py`:

    propagate        net(target) += output(source) · weight
    backpropagate    ∂E/∂weight = delta(target) · output(source)
                     sensitivity(source) += delta(target) · weight
    update           change = momentum · last change − rate · ∂E/∂weight
                     weight += change

An `EmotionalLink` is a link whose learning rate is the network's anxiety and whose momentum is its confidence.
That sentence is the whole of emotional backpropagation (EmBP as reconstructed).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from lernmi_emo.core.kind import NOT_YET, Look, referred
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import EmotionalNeuron, Source
from lernmi_emo.core.weight import Weight
from lernmi_emo.support.exceptions import TopologyError
from lernmi_emo.support.text import number


class Link(Weight):
    """One weight, from a source neuron to a target neuron. Making it joins them.

    A frozen link carries values like any other and never changes its weight. Raises `TopologyError` where the link
    would lead into a source or back into its own source, or change a network that is built already.

    >>> from lernmi_emo import InputNeuron, Neuron
    >>> link = Link(InputNeuron("x1"), Neuron("h1"), weight=0.15)
    >>> link, link.name
    (Link(x1→h1: weight 0.1500), 'x1→h1')
    >>> [neuron.name for neuron in link.sources], link.learns == (link,)
    (['x1'], True)
    >>> link.source.output, link.target.net_input = 0.05, 0.0
    >>> link.propagate(); link.target.net_input
    0.0075
    >>> link.target.delta = 0.0088
    >>> link.source.open_sensitivity(); link.backpropagate()
    >>> link.update(rate=0.5, momentum=0.0); link
    Link(x1→h1: weight 0.1498, change −0.0002)
    """

    __slots__ = ("parallel", "source", "target")

    called = "a link"
    messages: ClassVar[dict[str, str]] = {"forward": "propagate", "backward": "backpropagate", "update": "update"}
    look = Look("link", "line")
    compiled = "link"

    def __init__(self, source: Neuron, target: Neuron, weight: float, *, frozen: bool = False) -> None:
        _check_ends(source, target)
        self.source = source
        self.target = target
        self.parallel = 1  # a network counts the links that lead from one neuron to one other
        super().__init__(weight, frozen=frozen, what=f"the weight of {source.name}→{target.name}")
        sources = self.sources
        _check_no_network(self.name, *sources, target)
        for neuron in sources:
            neuron.outgoing.append(self)
        target.incoming.append(self)

    def propagate(self) -> None:
        """Carry the source's output, weighted, to the target."""
        self.sensitivity = NOT_YET  # this pass has not come back yet
        self.target.net_input += self.source.output * self.weight

    def backpropagate(self) -> None:
        """Carry the target's delta, weighted, to the source; keep ∂E/∂weight for the update."""
        delta = self.target.delta
        self.sensitivity = delta * self.source.output
        self.source.sensitivity += delta * self.weight

    @property
    def sources(self) -> Sequence[Neuron]:
        """The neurons it waits for before it can propagate: its source, and each neuron that its kind refers to."""
        return (self.source, *(part for part in referred(self) if isinstance(part, Neuron)))

    @property
    def learns(self) -> Sequence[Weight]:
        """What of it an update changes: itself. Of other kinds a weight that it shares, or nothing."""
        return (self,)

    @property
    def name(self) -> str:
        """Both ends: `x1→h1`; and of several links between the same two, all but the first a number: `x1→h1 (2)`."""
        return f"{self.source.name}→{self.target.name}" + (f" ({self.parallel})" if self.parallel > 1 else "")

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

    called = "an emotional link  (EmBP: rate = anxiety, momentum = confidence)"
    look = Look("emotional link", "line")
    compiled = "emotional link"

    source: EmotionalNeuron

    def __init__(self, source: EmotionalNeuron, target: Neuron, weight: float, *, frozen: bool = False) -> None:
        if not isinstance(source, EmotionalNeuron):
            raise TopologyError(f"an EmotionalLink starts at an EmotionalNeuron, and {source!r} is none: use Link")
        super().__init__(source, target, weight, frozen=frozen)

    def update(self, rate: float, momentum: float) -> None:
        """Learn with anxiety as the rate and confidence as the momentum, whatever those of other links are."""
        super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)


def _check_ends(source: Neuron, target: Neuron) -> None:
    for end in (source, target):
        if not isinstance(end, Neuron):
            raise TopologyError(f"a link joins two neurons, and this is none: {end!r}")
    name = f"{source.name}→{target.name}"
    if isinstance(target, Source):
        raise TopologyError(f"no link can lead into {target!r}: a source takes its value from the pattern alone")
    if source is target:
        raise TopologyError(f"{name} would close a circle: a link leads from one neuron to another one")


def _check_no_network(name: str, *neurons: Neuron) -> None:
    for neuron in neurons:
        if neuron.network is not None:
            raise TopologyError(
                f"{neuron.name} belongs to a network already, so {name} comes too late: make every link first, "
                f"and the network last"
            )
