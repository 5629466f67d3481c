"""The equations of a neuron: its net input, output, sensitivity and delta; of a source its output and sensitivity."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron, Source
from lernmi_emo.explaining.used import not_learnt, not_predicted, weight_used
from lernmi_emo.expressions import symbols
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.expressions.expression import Call, Expression, Quantity
from lernmi_emo.expressions.formulas import Equations, activate, equal, reckon, take_delta
from lernmi_emo.expressions.written import activations, add, average, error_slopes


def explain_neuron(neuron: Neuron) -> Explanation:
    """A neuron's values, as far as this pass has made them.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False)
    >>> answer = net.predict([1]); print(explain_neuron(net.neuron("x1")).text().splitlines()[1])
      output(x1)      = input 1                        = 1.0000
    """
    if isinstance(neuron, Source):
        sensitivity = (_sensitivity(neuron),) if neuron.outgoing else ()
        return Explanation(f"{neuron.name}: {_source_in_words(neuron)}", (("", (_given(neuron), *sensitivity)),))
    equations = (_net_input(neuron), _output(neuron), _sensitivity(neuron), *_delta(neuron))
    return Explanation(f"{neuron.name}: a neuron, {neuron.activation.name}", (("", equations),))


def _net_input(neuron: Neuron) -> Equation:
    terms = [
        symbols.weight(link.source.name, neuron.name, weight_used(link), named=True)
        * symbols.output(link.source.name, link.source.output)
        for link in neuron.incoming
    ]
    net = symbols.net_input(neuron.name, neuron.net_input)
    return _summed(net, terms, not_predicted(neuron), finished=neuron.output is not None)


def _output(neuron: Neuron) -> Equation:
    net, output = symbols.net_input(neuron.name, neuron.net_input), symbols.output(neuron.name, neuron.output)
    if neuron.output is None:
        formula = activations(neuron.activation.name, net, None)[0]
        return Equation(output.symbol, formula, None, not_predicted(neuron), output.latex)
    return activate((neuron.name,), (neuron.net_input, neuron.output), neuron.activation.name, "")[0]


def _sensitivity(neuron: Neuron) -> Equation:
    sensitivity = symbols.sensitivity(neuron.name, neuron.sensitivity)
    sent_back: list[Expression] = [
        symbols.weight(neuron.name, link.target.name, weight_used(link), named=True)
        * symbols.delta(link.target.name, link.target.delta)
        for link in neuron.outgoing
    ]
    begun = _error_slope(neuron, sent_back)
    finished = neuron.delta is not None or isinstance(neuron, Source)
    return _summed(sensitivity, [*begun, *sent_back], not_learnt(neuron), finished)


def _error_slope(neuron: Neuron, sent_back: Sequence[Expression]) -> list[Expression]:
    """Where an output's sensitivity begins; empty for any other neuron."""
    network = neuron.network
    if network is None or neuron not in network.outputs:
        return []
    wanted = None if network.lesson is None else network.lesson.targets[network.outputs.index(neuron)]
    output, target = symbols.output(neuron.name, neuron.output), symbols.target(neuron.name, wanted)
    kind = network.error_function.name
    ways = error_slopes(kind, output, target)
    if neuron.delta is None or wanted is None:  # before, the comparison may have failed, or not been made
        return ways[:1] or [Call(f"{kind}′", (output, target))]
    slope = network.error_function.slope(neuron.output, wanted)
    for way in ways:
        if equal(Quantity("", slope), way).expression is not None:
            return [way]
    return [Call(f"{kind}′", (output, target), gave=slope)]


def _delta(neuron: Neuron) -> Equations:
    name = neuron.name
    sensitivity = symbols.sensitivity(name, neuron.sensitivity)
    if neuron.delta is None:
        delta = symbols.delta(name, None)
        formula = sensitivity * symbols.slope(name, None)
        return (Equation(delta.symbol, formula, None, not_learnt(neuron), delta.latex),)
    slope = None
    if kind_of(neuron).take_delta is Neuron.take_delta and neuron.net_input is not None and neuron.output is not None:
        slope = neuron.activation.slope(neuron.net_input, neuron.output)
    values = (neuron.sensitivity, neuron.net_input, neuron.output, slope, neuron.delta)
    return take_delta((name,), values, neuron.activation.name, f"{type(neuron).__name__}.take_delta")


def _summed(what: Quantity, terms: Sequence[Expression], later: str, finished: bool) -> Equation:
    """A sum that links brought: all its terms, if they still give it."""
    whole = add(terms) if terms else None
    if what.value is None:
        return Equation(what.symbol, whole, None, later, what.latex)
    if whole is None:
        return Equation(what.symbol, None, what.value, "", what.latex)
    parts = [reckon(term) for term in terms]
    near = 1e-9 * math.fsum(map(abs, parts)) if all(map(math.isfinite, parts)) else 0.0
    total = reckon(whole)
    if abs(total - what.value) <= near or (math.isnan(what.value) and math.isnan(total)):
        return Equation(what.symbol, whole, what.value, "", what.latex)
    remark = "its links have changed since, or it does not add them up" if finished else "so far"
    return Equation(what.symbol, None, what.value, remark, what.latex)


def _given(source: Source) -> Equation:
    """What a source gives, from the pattern."""
    output, network = symbols.output(source.name, source.output), source.network
    made = f"{type(source).__name__}.perceive"
    if source.output is None:
        return Equation(output.symbol, None, None, not_predicted(source), output.latex)
    if isinstance(source, BiasNeuron):
        return equal(output, symbols.ONE, made=made)
    if network is None:
        return equal(output)
    # After `predict` no lesson is noted: then linear input neurons still give what they received.
    inputs = [each.output for each in network.inputs] if network.lesson is None else network.lesson.inputs
    if isinstance(source, InputNeuron):
        place = network.inputs.index(source)
        received = symbols.pattern_input(place + 1, inputs[place])
        return equal(output, *activations(source.activation.name, received, None))
    return equal(output, average(inputs) if isinstance(source, EmotionalNeuron) else None, made=made)


def _source_in_words(source: Source) -> str:
    if isinstance(source, InputNeuron):
        return "an input neuron, which gives one value of the pattern"
    if isinstance(source, BiasNeuron):
        return "the bias neuron, which always gives 1"
    if isinstance(source, EmotionalNeuron):
        return "the emotional neuron, which gives the average of the pattern (EmBP as reconstructed)"
    return f"a source, {type(source).__name__}"
