"""A message heard once more: to say where the numbers came from that an ordinary `learn` has left.

Nobody listened when they were made. So the parts are set to what they held then, the same method is told the same once
more, while it is listened to, and afterwards everything is put back. What was not kept is marked as not known; where a
number comes out otherwise than it is there, that is said, and no formula is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from lernmi_emo.core.kind import kind_of, referred
from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.expression import Expression
from lernmi_emo.watching.formula import Kept, Made, Ref, leaves, name_of, part_word
from lernmi_emo.watching.listening import Heard, listening
from lernmi_emo.watching.memory import PACKAGE, held_by
from lernmi_emo.watching.written_out import Leaf, equations, leaf_of, quantity_of, term_of, written_out

SOMETHING = 0.5  # stands in where a number is not computed yet, to hear the formula without it


class Rehearing:
    """Some parts, ready to be told once more what they were told. Used in a `with`; afterwards all is as it was.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> output = net.predict([0.5])
    >>> [link] = net.links
    >>> with Rehearing([link, link.source, link.target]) as rehearing:
    ...     told = rehearing.tell(link, "propagate", {(link.target, "net_input"): 0.0})
    >>> [(str(name), str(term)) for name, term, _ in told.terms()]
    [('y1.net_input', 'output(x1) · weight')]
    """

    def __init__(self, parts: Iterable[Any]) -> None:
        found = {id(part): part for part in parts if part is not None}
        self.network = next((part.network for part in found.values() if isinstance(part, Neuron)), None)
        stay: list[Any] = []
        own = any(kind_of(part).__module__.partition(".")[0] != PACKAGE for part in found.values())
        if own and self.network is not None:  # what is of a reader's own may refer to any part, and touch any link
            net = self.network
            stay = [net, *net.neurons, *net.links, *net.shared, *net.layers]
            found |= {id(link): link for link in net.links}
        self.parts = list(found.values())
        self.held = {id(held.part): held for held in held_by(self.parts, stay)}
        self.values = {place: held.named() for place, held in self.held.items()}
        self.stack = ExitStack()

    def __enter__(self) -> Rehearing:
        self.stack.callback(self._put_back, self.parts)
        self.heard: Heard = self.stack.enter_context(listening(self.parts, self.network))
        return self

    def __exit__(self, *error: Any) -> None:
        self.stack.close()

    def _put_back(self, parts: Iterable[Any]) -> None:
        for place in {id(part) for part in parts} & set(self.held):
            self.held[place].put_back()

    def was(self, part: Any, name: str) -> Any:
        """What the part held before it was told anything."""
        return self.values[id(part)][name]

    def tell(
        self, part: Any, method: str, given: Mapping[tuple[Any, str], Any], *arguments: Any, unknown: Iterable[str] = ()
    ) -> Told:
        """Set what is `given`, tell the part to do it, and give back what it did.

        Where a float is None now, `SOMETHING` stands in for it; `unknown` names arguments that nobody has kept. Both
        count as missing.
        """
        missing = {Ref("argument", (), name) for name in unknown}
        near = around(part) if isinstance(part, Link) else [part]
        for each in near:
            for name in FLOATS.get(part_word(each), ()):
                if self.values[id(each)].get(name) is None and (each, name) not in given:
                    missing.add(Ref(part_word(each), name_of(each), name))
                    kind_of(each).__setattr__(each, name, SOMETHING)
        for (each, name), value in given.items():
            kind_of(each).__setattr__(each, name, value)
        try:
            getattr(part, method)(*arguments)
        finally:
            self.heard.turn(None)
            self._put_back([*near, *(each for each, _ in given)])
        return Told(part, f"{kind_of(part).__name__}.{method}", self.heard.messages[-1].kept, frozenset(missing))


# What a pass makes, and is None before.
FLOATS = {
    "neuron": ("net_input", "output", "sensitivity", "delta"),
    "link": ("sensitivity", "weight_before"),
    "weight": ("sensitivity", "weight_before"),
    "emotions": ("anxiety", "confidence", "initial_anxiety", "average", "error"),
}


class Told:
    """What a part did when it was told once more, to be written as equations."""

    def __init__(self, part: Any, method: str, kept: Kept, missing: frozenset[Ref]) -> None:
        self.refs, values, self.formula, _ = kept
        self.own = name_of(part)[0] if name_of(part) else ""
        self.method = method
        self.missing = missing
        read = set(range(len(values))) - {made.place for made in self.formula.made}
        self.values = [
            None if place in read and self.refs[place] in missing else value for place, value in enumerate(values)
        ]

    def leaf(self, made: int, own: str | None = None, remarks: Mapping[Ref, str] | None = None) -> Leaf:
        """How the values are written; `remarks` such as "before" stand behind some of them."""
        plain = leaf_of(self.refs, self.values, made, self.own if own is None else own)
        marked = remarks or {}

        def leaf(place: int) -> Expression:
            ref = self.refs[place]
            if ref in marked:
                return quantity_of(ref, self.values[place], self.own if own is None else own, marked[ref])
            return plain(place)

        return leaf

    def known(self, made: Made) -> bool:
        """Whether everything that this value was made of is computed."""
        places = range(len(self.values)) if made.tree is None else leaves(made.tree)
        return all(self.values[place] is not None for place in places)

    def terms(
        self, own: str | None = None, remarks: Mapping[Ref, str] | None = None
    ) -> list[tuple[Ref, Expression | None, bool]]:
        """What was added to each sum, and whether all of it is computed; None where it did otherwise than add."""
        found: list[tuple[Ref, Expression | None, bool]] = []
        for made in self.formula.made:
            ref = self.refs[made.place]
            term = term_of(made.tree, self.refs, ref)
            known = self.known(made if term is None else made._replace(tree=term))
            found.append((ref, None if term is None else written_out(term, self.leaf(made.place, own, remarks)), known))
        return found

    def value(self, name: str) -> float | None:
        """What was made of this name last."""
        made = [each.place for each in self.formula.made if self.refs[each.place].name == name]
        return self.values[made[-1]] if made else None

    def equations(self) -> tuple[Equation, ...]:
        """Where each value came from."""
        return equations(self.refs, self.values, self.formula, self.own, self.method)


def around(link: Link) -> list[Any]:
    """A link, and everything that its messages may speak of.

    >>> from lernmi_emo import Network
    >>> [part.name for part in around(Network.layered([1, 1], bias=False).links[0])]
    ['x1→y1', 'x1', 'y1']
    """
    parts = [link, *link.sources, link.target, *referred(link), *link.learns]
    parts = list({id(part): part for part in parts}.values())
    return [*parts, *(part.emotions for part in parts if hasattr(part, "emotions"))]


def emotions_then(parts: Iterable[Any], network: BareNetwork | None) -> dict[tuple[Any, str], float]:
    """The emotions as the network's last lesson had them."""
    lesson = network.lesson if network is not None else None
    if lesson is None or lesson.anxiety is None or lesson.confidence is None:
        return {}
    felt = [part.emotions for part in parts if hasattr(part, "emotions")]
    return {(each, name): getattr(lesson, name) for each in felt for name in ("anxiety", "confidence")}


def updated(weight: Weight, network: BareNetwork | None, parts: Sequence[Any]) -> bool:
    """Whether the weight has had its update in this pass.

    If the same update, told once more, makes the change that is there, it has. Where it comes out otherwise, because
    its kind keeps too little for that, it has if the lesson is over.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> error = net.learn([1], [1]); updated(net.links[0], net, around(net.links[0]))
    True
    """
    if weight.sensitivity is None or weight.weight_before is None:
        return False
    if network is None:
        return weight.change != 0.0 or weight.frozen
    return (
        network.lesson is not None
        and network.done == "update"
        and (_comes_out(weight, network, parts) or lesson_is_over(network))
    )


def _comes_out(weight: Weight, network: BareNetwork, parts: Sequence[Any]) -> bool:
    """Whether the weight's update, told once more, makes the change that is there."""
    if weight.sensitivity is None or weight.weight_before is None:
        return False
    with Rehearing([weight, *parts]) as rehearing:
        for frozen in (weight.frozen, not weight.frozen):  # it may have been set since
            if same(retold(rehearing, weight, network, frozen).value("change"), rehearing.was(weight, "change")):
                return True
    return False


def retold(rehearing: Rehearing, weight: Weight, network: BareNetwork, frozen: bool) -> Told:
    """A weight's last update once more, by the settings of the lesson, from the weight and the change before it."""
    given: dict[tuple[Any, str], Any] = {
        (weight, "weight"): rehearing.was(weight, "weight_before"),
        (weight, "change"): rehearing.was(weight, "last_change"),
        (weight, "frozen"): frozen,
        **emotions_then(rehearing.parts, network),
    }
    return rehearing.tell(weight, "update", given, network.lesson.rate, network.lesson.momentum)


def weights_used(links: Sequence[Link], network: BareNetwork | None) -> dict[Link, float]:
    """The weight that each of these links had in this pass, before its update.

    No number (NaN) stands for one that an update of a reader's own has not kept in `weight_before`.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> before = net.links[0].weight
    >>> error = net.learn([1], [1]); weights_used(net.links, net) == {net.links[0]: before}
    True
    """
    ended = network is not None and network.done == "update"
    whole = network is not None and ended and lesson_is_over(network)
    used = {}
    for link in links:
        used[link] = link.weight
        for weight in link.learns:
            came_back = weight.sensitivity is not None and weight.weight_before is not None
            if came_back and (whole or updated(weight, network, around(link))):
                used[link] = weight.weight_before
            elif ended and weight.sensitivity is not None and weight.weight_before is None and not weight.frozen:
                used[link] = math.nan
    return used


def lesson_is_over(network: BareNetwork) -> bool:
    """Whether every weight has had its update: the last one has.

    Two sorts tell nothing. A change of 0 is 0 before the update and after it. And where no weight of a kind comes out
    as it is, not even the first, that kind keeps too little to tell.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> error = net.learn([1], [1]); lesson_is_over(net)
    True
    """

    def comes_out(weight: Weight) -> bool:
        return _comes_out(weight, network, around(weight) if isinstance(weight, Link) else [weight])

    tell_nothing: set[type] = set()
    for weight in reversed(network.weights):
        kind = kind_of(weight)
        if kind in tell_nothing:
            continue
        had = comes_out(weight)
        if had and weight.change != 0.0:
            return True
        if not had:
            if kind.compiled or any(comes_out(each) for each in network.weights if kind_of(each) is kind):
                return False
            tell_nothing.add(kind)
    return True


def same(one: float | None, other: float | None) -> bool:
    """Whether two numbers are the same, or both no numbers.

    >>> same(float("nan"), float("nan"))
    True
    """
    return one == other or (one != one and other != other)


def not_predicted(neuron: Neuron) -> str:
    """What to say of a value that a forward pass makes.

    >>> not_predicted(Neuron("h1"))
    'not computed: make a Network of it, and its learn(inputs, targets) makes this'
    """
    return _missing(neuron, "net.predict(inputs)")


def not_learnt(neuron: Neuron) -> str:
    """What to say of a value that a whole lesson makes.

    >>> from lernmi_emo import Network
    >>> not_learnt(Network.layered([1, 1]).neuron("y1"))
    'not computed: net.learn(inputs, targets) makes it'
    """
    return _missing(neuron, "net.learn(inputs, targets)")


def _missing(neuron: Neuron, call: str) -> str:
    if neuron.network is None:
        return "not computed: make a Network of it, and its learn(inputs, targets) makes this"
    if neuron.network.lesson is not None:  # somebody has stopped in the middle of it
        return "not computed yet: the lesson has not come this far"
    return f"not computed: {call} makes it"
