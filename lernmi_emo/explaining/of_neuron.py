"""The equations of a neuron: its net input, output, sensitivity and delta; of a source its output and sensitivity."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import InputNeuron, Source
from lernmi_emo.explaining.of_link import called_by
from lernmi_emo.explaining.rehearing import Rehearing, Told, around, not_learnt, not_predicted, same, weights_used
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.expressions.expression import Expression, Quantity
from lernmi_emo.watching.formula import Ref
from lernmi_emo.watching.written_out import add, gives, quantity_of, reckon, written_out

Equations = tuple[Equation, ...]


def explain_neuron(neuron: Neuron) -> Explanation:
    """A neuron's values, as far as this pass has made them.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False)
    >>> answer = net.predict([1]); print(explain_neuron(net.neuron("x1")).text().splitlines()[1])
      output(x1)      = input 1                        = 1.0000
    """
    if isinstance(neuron, Source):
        sensitivity = (_sensitivity(neuron),) if neuron.outgoing else ()
        return Explanation(f"{neuron.name}: {called_by(neuron)}", (("", (*_given(neuron), *sensitivity)),))
    equations = (_net_input(neuron), *_output(neuron), _sensitivity(neuron), *told_delta(neuron))
    return Explanation(f"{neuron.name}: {called_by(neuron)}, {neuron.activation.name}", (("", equations),))


def _net_input(neuron: Neuron) -> Equation:
    terms = _terms(neuron.incoming, neuron, "propagate", "net_input")
    net = _quantity(neuron, "net_input", neuron.net_input)
    return _summed(net, terms, not_predicted(neuron), finished=neuron.output is not None)


def _output(neuron: Neuron) -> Equations:
    with Rehearing([neuron]) as rehearing:
        told = rehearing.tell(neuron, "activate", {})
    return _made(told, neuron, neuron.output is not None, not_predicted(neuron))


def _sensitivity(neuron: Neuron) -> Equation:
    sent_back = _terms(neuron.outgoing, neuron, "backpropagate", "sensitivity")
    begun = _compared(neuron)
    terms = None if sent_back is None or begun is None else [*begun, *sent_back]
    finished = neuron.delta is not None or isinstance(neuron, Source)
    return _summed(_quantity(neuron, "sensitivity", neuron.sensitivity), terms, not_learnt(neuron), finished)


def told_delta(neuron: Neuron) -> Equations:
    """The slope and the delta, from the message that made them.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], weight_range=0)
    >>> error = net.learn([1], [1]); print(told_delta(net.neuron("y1"))[-1])
    delta(y1) = sensitivity(y1) · slope(y1) = −0.5000 · 0.2500 = −0.1250
    """
    with Rehearing([neuron]) as rehearing:
        told = rehearing.tell(neuron, "take_delta", {})
    if neuron.delta is None:  # then the slope is no number yet either: it has a name alone
        return _made(told, neuron, False, not_learnt(neuron))[-1:]
    return _made(told, neuron, True, not_learnt(neuron))


def _given(source: Source) -> Equations:
    """What a source gives, from the pattern."""
    network = source.network
    # After `predict` no lesson is noted: then linear input neurons still give what they received.
    inputs = [] if network is None else [each.output for each in network.inputs]
    if network is not None and network.lesson is not None:
        inputs = network.lesson.inputs
    if source.output is None or network is None or None in inputs:
        what = _quantity(source, "output", source.output)
        return (
            Equation(
                what.symbol, None, what.value, "" if what.value is not None else not_predicted(source), what.latex
            ),
        )
    with Rehearing([source]) as rehearing:
        if isinstance(source, InputNeuron):
            told = rehearing.tell(source, "receive", {}, inputs[network.inputs.index(source)])
        else:
            told = rehearing.tell(source, "perceive", {}, inputs)
    return _made(told, source, True, "")


def _made(told: Told, neuron: Neuron, there: bool, later: str) -> Equations:
    """The equations of a message of the neuron's own; without values where they are not there yet."""
    if there:
        # The slope is not kept by any neuron: where the delta is the same, it was the same.
        kept = [made.place for made in told.formula.made if told.refs[made.place].name != "slope"]
        if all(same(told.values[place], getattr(neuron, told.refs[place].name)) for place in kept):
            return told.equations()
    found = []
    for made in told.formula.made:
        ref = told.refs[made.place]
        if there and ref.name == "slope":
            continue
        what = quantity_of(ref, getattr(neuron, ref.name) if there else None, told.own)
        if there:
            found.append(Equation(what.symbol, None, what.value, f"made by {told.method}", what.latex))
        else:
            formula = None if made.tree is None else written_out(made.tree, told.leaf(made.place))
            found.append(Equation(what.symbol, formula, None, later, what.latex))
    return tuple(found)


def _terms(links: Sequence[Link], neuron: Neuron, method: str, name: str) -> list[Expression] | None:
    """What each of these links adds to a sum of the neuron's; None where one does otherwise than add."""
    if not links:
        return []
    used = weights_used(links, neuron.network)
    terms = []
    with Rehearing([part for link in links for part in around(link)]) as rehearing:
        for link in links:
            sums = {(part, name): 0.0 for part in (*link.sources, link.target)}
            shared = {(weight, "sensitivity"): 0.0 for weight in link.learns if weight is not link}
            weight = {} if math.isnan(used[link]) else {(link, "weight"): used[link]}
            told = rehearing.tell(link, method, {**weight, **sums, **shared})
            for ref, term, _ in told.terms(own=""):
                if ref.part == "neuron" and ref.names == (neuron.name,) and ref.name == name:
                    if term is None:
                        return None
                    terms.append(term)
    return terms


def _compared(neuron: Neuron) -> list[Expression] | None:
    """Where an output's sensitivity begins; empty for any other neuron."""
    network = neuron.network
    if network is None or neuron not in network.outputs:
        return []
    lesson = network.lesson
    target = 0.0 if lesson is None else lesson.targets[network.outputs.index(neuron)]
    unknown = ("target",) if lesson is None else ()
    with Rehearing([neuron]) as rehearing:
        try:
            told = rehearing.tell(
                neuron, "compare", {(neuron, "sensitivity"): 0.0}, target, network.error_function, unknown=unknown
            )
        except (ArithmeticError, ValueError):  # the error function refuses this output, as it did in the lesson
            return None
    return [term for ref, term, _ in told.terms() if term is not None and ref.name == "sensitivity"] or None


def _quantity(neuron: Neuron, name: str, value: float | None) -> Quantity:
    return quantity_of(Ref("neuron", (neuron.name,), name), value, neuron.name)


def _summed(what: Quantity, terms: Sequence[Expression] | None, later: str, finished: bool) -> Equation:
    """A sum that links brought: all its terms, if they still give it."""
    whole = add(terms) if terms else None
    if what.value is None:
        return Equation(what.symbol, whole, None, later, what.latex)
    if terms is not None and whole is None:
        return Equation(what.symbol, None, what.value, "", what.latex)
    if whole is not None:
        parts = [reckon(term) for term in terms or ()]
        near = 1e-9 * math.fsum(map(abs, parts)) if all(map(math.isfinite, parts)) else 0.0
        if gives(whole, what.value) or abs(reckon(whole) - what.value) <= near:
            return Equation(what.symbol, whole, what.value, "", what.latex)
    remark = "its links have changed since, or it does not add them up" if finished else "so far"
    return Equation(what.symbol, None, what.value, remark, what.latex)
