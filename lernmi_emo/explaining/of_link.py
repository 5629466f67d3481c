"""The equations of a link: what it carries forward, what it carries backward and learns from, and its update."""

from __future__ import annotations

import math

from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.explaining.used import not_learnt, not_predicted, settings_of, was_updated, weight_used
from lernmi_emo.expressions import symbols
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.expressions.expression import Expression, Quantity
from lernmi_emo.expressions.formulas import Equations, change_formula, equal, reckon, update, update_kind


def explain_link(link: Link) -> Explanation:
    """A link's three messages, as far as they have been sent.

    >>> from lernmi_emo import InputNeuron, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> x1.receive(0.5); print(explain_link(Link(x1, y1, weight=0.5)).text().splitlines()[2])
        adds to net(y1) = output(x1) · weight = 0.5000 · 0.5000 = 0.2500
    """
    source, target = link.source.name, link.target.name
    used = weight_used(link)
    weight = symbols.weight(source, target, used, "before" if used != link.weight else "")
    output, delta = symbols.output(source, link.source.output), symbols.delta(target, link.target.delta)
    later = not_learnt(link.target)
    forward = (_carried(f"adds to net({target})", output * weight, not_predicted(link.target)),)
    backward = (
        _kept(symbols.link_sensitivity(source, target, link.sensitivity), delta * output, later, link),
        _carried(f"adds to sensitivity({source})", delta * weight, later, sent=link.sensitivity is not None),
    )
    parts = {
        "forward, it propagates": forward,
        "backward, it backpropagates": backward,
        "then it updates": _update(link, used),
    }
    return Explanation(f"{link.name}: {_kind_in_words(link)}", tuple(parts.items()))


def _kind_in_words(link: Link) -> str:
    if not isinstance(link, EmotionalLink):
        return "a frozen link" if link.frozen else "a link"
    kind = "a frozen emotional link" if link.frozen else "an emotional link"
    return f"{kind}  (EmBP: rate = anxiety, momentum = confidence)"


def _update(link: Link, used: float) -> Equations:
    names, kind = (link.source.name, link.target.name), update_kind(link)
    rate, momentum = settings_of(link)
    values = (rate, momentum, link.last_change, link.sensitivity, used, link.change, link.weight)
    change, weight = symbols.change(*names, link.change), symbols.weight(*names, link.weight)
    if link.frozen:
        return update(names, values, kind, "")
    if not was_updated(link):
        last = (rate, momentum, link.change, link.sensitivity)  # an update begins by making the change the last one
        remark = not_learnt(link.target)
        if link.sensitivity is not None:
            remark = "not computed: net.learn, or link.update, goes on to make it"
        return (
            Equation(change.symbol, change_formula(names, last, kind), None, remark, change.latex),
            Equation(weight.symbol, None, link.weight, "so far", weight.latex),
        )
    formula = None if rate is None or momentum is None else change_formula(names, values, kind)
    made = f"{type(link).__name__}.update" + ", with a rate that no network noted" * (formula is None)
    before = symbols.weight(*names, used, "before")
    # The weight before is taken back from these two, so they may miss it by the last bit.
    return (equal(change, formula, made=made), Equation(weight.symbol, before + change, link.weight, "", weight.latex))


def _kept(what: Quantity, formula: Expression, later: str, link: Link) -> Equation:
    """What the link keeps; its formula alone before it is computed."""
    if what.value is None:
        return Equation(what.symbol, formula, None, later, what.latex)
    return equal(what, formula, made=f"{type(link).__name__}.backpropagate, from values that have changed since")


def _carried(name: str, formula: Expression, later: str, sent: bool = True) -> Equation:
    """What the link hands on: no object keeps it, so it is reckoned here."""
    value = reckon(formula) if sent else math.nan
    return Equation(name, formula, None, later) if math.isnan(value) else Equation(name, formula, value)
