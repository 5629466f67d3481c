"""The equations of a link: what it carries forward, what it carries backward and learns from, and its update."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.explaining.rehearing import (
    Rehearing,
    Told,
    around,
    emotions_then,
    not_learnt,
    not_predicted,
    retold,
    same,
    updated,
    weights_used,
)
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.expressions.expression import Quantity
from lernmi_emo.support.text import number
from lernmi_emo.watching.formula import Made, Ref, leaves, name_of, part_word
from lernmi_emo.watching.written_out import gives, quantity_of, reckon, written_out

Equations = tuple[Equation, ...]


def explain_link(link: Link) -> Explanation:
    """A link's three messages, as far as they have been sent.

    >>> from lernmi_emo import InputNeuron, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> x1.receive(0.5); print(explain_link(Link(x1, y1, weight=0.5)).text().splitlines()[2])
        adds to net(y1) = output(x1) · weight = 0.5000 · 0.5000 = 0.2500
    """
    network = link.target.network
    used = weights_used([link], network)[link]
    parts = {
        "forward, it propagates": told_forward(link, used),
        "backward, it backpropagates": told_backward(link, used),
    }
    for weight in link.learns:
        whose = "it" if weight is link else f"the weight {name_of(weight)[0]}, which it shares,"
        parts[f"then {whose} updates"] = told_update(weight, network, link)
    called = called_by(link)
    if link.frozen:
        called = "a frozen " + called.partition(" ")[2]
    return Explanation(f"{link.name}: {called}", tuple(parts.items()))


def called_by(part: Any) -> str:
    """What a part's kind calls itself; of a kind of a reader's own that does not say, its base's words and its name.

    >>> called_by(Neuron("h1"))
    'a neuron'
    """
    kind = kind_of(part)
    own = "called" in vars(kind)
    return str(kind.called) + ("" if own else f", {kind.__name__}")


def told_forward(link: Link, used: float) -> Equations:
    """What the link brings its target, with the weight that it had then.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, weight_range=0)
    >>> output = net.predict([1]); print(told_forward(net.links[0], used=0.0)[0])
    adds to net(y1) = output(x1) · weight = 1.0000 · 0.0000 = 0.0000
    """
    with Rehearing(around(link)) as rehearing:
        told = rehearing.tell(link, "propagate", {**_weight(link, used), (link.target, "net_input"): 0.0})
    return _carried(told, link, used, not_predicted(link.target), sent=True)


def told_backward(link: Link, used: float) -> Equations:
    """What the link keeps and sends back, with the weight that it had then.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, weight_range=0)
    >>> print(told_backward(net.links[0], used=0.0)[0])
    sensitivity = delta(y1) · output(x1)  (not computed: net.learn(inputs, targets) makes it)
    """
    parts = around(link)
    sums = {(part, "sensitivity"): 0.0 for part in parts if isinstance(part, Weight | Neuron) and part is not link}
    with Rehearing(parts) as rehearing:
        told = rehearing.tell(link, "backpropagate", {**_weight(link, used), **sums})
    return _carried(told, link, used, not_learnt(link.target), sent=_sent_back(told, link))


def _weight(link: Link, used: float) -> dict[tuple[Any, str], float]:
    return {} if math.isnan(used) else {(link, "weight"): used}


def _sent_back(told: Told, link: Link) -> bool:
    """Whether the link has backpropagated in this pass: what it keeps of that says so, or else how far the pass is."""
    if any(told.refs[made.place] == Ref(part_word(link), name_of(link), "sensitivity") for made in told.formula.made):
        return link.sensitivity is not None
    network = link.target.network
    return link.target.delta is not None and (network is None or network.done in ("backpropagate", "update"))


def _carried(told: Told, link: Link, used: float, later: str, sent: bool) -> Equations:
    """An equation for each number that a message made: what it added to a sum, or what the link itself keeps."""
    weight = Ref(part_word(link), name_of(link), "weight")
    remarks = {weight: "before"} if used != link.weight else {}
    found = []
    for made, (ref, term, known) in zip(told.formula.made, told.terms(remarks=remarks)):
        what = quantity_of(ref, None, told.own)
        if sent and known and math.isnan(used) and _speaks_of(told, made, weight):
            own = ref.names == name_of(link)
            remark = f"made by {told.method}, from a weight that {kind_of(link).__name__}.update has not kept"
            name, value = (what.symbol, getattr(link, ref.name)) if own else (f"adds to {what.symbol}", None)
            found.append(Equation(name, None, value, remark))
            continue
        if term is not None:
            value = reckon(term) if sent and known else math.nan
            there = not math.isnan(value) or (sent and known)
            found.append(Equation(f"adds to {what.symbol}", term, value if there else None, "" if there else later))
            continue
        formula = None if made.tree is None else written_out(made.tree, told.leaf(made.place, remarks=remarks))
        if ref.names != name_of(link):  # it does otherwise than add
            kept_by_none = "with what it was so far, which steps and traces show, and nobody has kept"
            found.append(Equation(f"makes {what.symbol}", formula, None, kept_by_none if sent and known else later))
            continue
        kept: float | None = getattr(link, ref.name) if sent else None
        if kept is None:
            found.append(Equation(what.symbol, formula, None, later, what.latex))
        elif formula is not None and gives(formula, kept):
            found.append(Equation(what.symbol, formula, kept, "", what.latex))
        else:
            found.append(
                Equation(
                    what.symbol,
                    None,
                    kept,
                    f"made by {told.method}" + (", from values that have changed since" if formula else ""),
                )
            )
    return tuple(found)


def _speaks_of(told: Told, made: Made, ref: Ref) -> bool:
    """Whether a value was made of this one, or nobody knows of what."""
    return made.tree is None or any(told.refs[place] == ref for place in leaves(made.tree))


def told_update(weight: Weight, network: BareNetwork | None, link: Link) -> Equations:
    """What the update made of a weight; before it, what it will make it by.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, weight_range=0)
    >>> print(told_update(net.links[0], net, net.links[0])[0])
    change = momentum · last change − rate · sensitivity  (not computed: net.learn(inputs, targets) makes it)
    """
    parts = around(link)
    if not updated(weight, network, parts):
        return _to_come(weight, network, link)
    told, exact = _retold(weight, network, parts)
    if exact:
        equations = list(told.equations())
        made = told.value("weight")
        if made is not None and not same(made, weight.weight):
            equations[-1] = replace(equations[-1], remark=f"set to {number(weight.weight)} since")
        return tuple(equations)
    change = _own(weight, "change", weight.change)
    noted = network is not None and network.lesson is not None
    why = "as steps and traces show, but nobody has kept" if noted else "with a rate that no network noted"
    first = Equation(change.symbol, None, weight.change, f"made by {told.method}, {why}", change.latex)
    return first, _sum(weight, change)


def _retold(weight: Weight, network: BareNetwork | None, parts: Sequence[Any]) -> tuple[Told, bool]:
    """The update once more, and whether it made the change that is there."""
    with Rehearing([weight, *parts]) as rehearing:
        if network is None or network.lesson is None:
            given = {(weight, "weight"): weight.weight_before, (weight, "change"): weight.last_change}
            told = rehearing.tell(weight, "update", given, 0.0, 0.0, unknown=("rate", "momentum"))
            known = all(told.known(made) for made in told.formula.made)
            return told, known and same(told.value("change"), rehearing.was(weight, "change"))
        for frozen in (rehearing.was(weight, "frozen"), not rehearing.was(weight, "frozen")):
            told = retold(rehearing, weight, network, frozen)
            if same(told.value("change"), rehearing.was(weight, "change")):
                return told, True
        return told, False


def _sum(weight: Weight, change: Quantity) -> Equation:
    """The weight as what it was before and the change, if it is that still."""
    what = _own(weight, "weight", weight.weight)
    whole = _own(weight, "weight", weight.weight_before, "before") + change
    if gives(whole, weight.weight):
        return Equation(what.symbol, whole, weight.weight, "", what.latex)
    return Equation(what.symbol, None, weight.weight, "set since", what.latex)


def _own(weight: Weight, name: str, value: float | None, remark: str = "") -> Quantity:
    return quantity_of(Ref(part_word(weight), name_of(weight), name), value, name_of(weight)[0], remark)


def _to_come(weight: Weight, network: BareNetwork | None, link: Link) -> Equations:
    """The formula of an update that has not come yet, and the weight so far."""
    parts = around(link)
    rate, momentum = (0.0, 0.0) if network is None else (network.rate, network.momentum)
    unknown = ["rate", "momentum"]
    if network is not None and network.lesson is not None:
        rate, momentum, unknown = network.lesson.rate, network.lesson.momentum, []
    with Rehearing([weight, *parts]) as rehearing:
        told = rehearing.tell(weight, "update", emotions_then(parts, network), rate, momentum, unknown=unknown)
    remark = not_learnt(link.target)
    if weight.sensitivity is not None:
        remark = "not computed: net.update makes it"
    if told.formula.frozen:
        return told.equations()
    found = []
    for made in told.formula.made:
        what = quantity_of(told.refs[made.place], None, told.own)
        if told.refs[made.place].name == "weight":
            continue
        formula = None if made.tree is None else written_out(made.tree, told.leaf(made.place))
        found.append(Equation(what.symbol, formula, None, remark, what.latex))
    now = _own(weight, "weight", weight.weight)
    return (*found, Equation(now.symbol, None, weight.weight, "so far", now.latex))
