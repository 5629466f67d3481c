"""The quantities of learning, each with its symbol in words and in LaTeX.

net(h1)    output(h1) Y    sensitivity(h1) ∂E/∂Y    delta(h1) δ    target(y1) T
weight w   sensitivity ∂E/∂w   change Δw   rate η   momentum α   anxiety μ   confidence k
"""

from __future__ import annotations

from lernmi_emo.expressions.expression import Constant, Quantity
from lernmi_emo.expressions.writing import latex_words

ZERO = Constant(0, "0")
ONE = Constant(1, "1")
HALF = Constant(0.5, "½", r"\frac{1}{2}")
SO_FAR = "so far"


def net_input(neuron: str, value: float | None, remark: str = "") -> Quantity:
    """The sum that incoming links brought.

    >>> net_input("h1", 0.25).symbol
    'net(h1)'
    """
    return _quantity(f"net({neuron})", rf"\mathrm{{net}}_{{{latex_words(neuron)}}}", value, remark)


def output(neuron: str, value: float | None) -> Quantity:
    """What a neuron gives.

    >>> output("h1", 0.5).latex
    'Y_{\\\\mathrm{h1}}'
    """
    return _quantity(f"output({neuron})", f"Y_{{{latex_words(neuron)}}}", value)


def sensitivity(neuron: str, value: float | None, remark: str = "") -> Quantity:
    """∂E/∂Y of a neuron: the sum that outgoing links sent back.

    >>> sensitivity("h1", None).symbol
    'sensitivity(h1)'
    """
    latex = rf"\frac{{\partial E}}{{\partial Y_{{{latex_words(neuron)}}}}}"
    return _quantity(f"sensitivity({neuron})", latex, value, remark)


def slope(neuron: str, value: float | None) -> Quantity:
    """f'(net) of a neuron.

    >>> slope("h1", 0.25).symbol
    'slope(h1)'
    """
    return _quantity(f"slope({neuron})", rf"f'_{{{latex_words(neuron)}}}", value)


def delta(neuron: str, value: float | None) -> Quantity:
    """δ = ∂E/∂net of a neuron.

    >>> delta("h1", 0.25).latex
    '\\\\delta_{\\\\mathrm{h1}}'
    """
    return _quantity(f"delta({neuron})", rf"\delta_{{{latex_words(neuron)}}}", value)


def target(neuron: str, value: float | None) -> Quantity:
    """What an output neuron should have given.

    >>> target("y1", 1.0).symbol
    'target(y1)'
    """
    return _quantity(f"target({neuron})", f"T_{{{latex_words(neuron)}}}", value)


def pattern_input(place: int, value: float | None) -> Quantity:
    """One of the pattern's inputs, counted from 1.

    >>> pattern_input(1, 0.5).symbol
    'input 1'
    """
    return _quantity(f"input {place}", f"X_{{{place}}}", value)


def error(value: float | None, remark: str = "") -> Quantity:
    """The error of the pattern.

    >>> error(0.25).latex
    'E'
    """
    return _quantity("error", "E", value, remark)


def weight(source: str, goal: str, value: float | None, remark: str = "", *, named: bool = False) -> Quantity:
    """The weight of a link, with its ends in the symbol where it would not be plain which link is meant.

    >>> weight("x1", "h1", 0.5, named=True).symbol, weight("x1", "h1", 0.5, "before").symbol
    ('weight(x1→h1)', 'weight before')
    """
    symbol = f"weight({source}→{goal})" if named else "weight"
    return _quantity(symbol, f"w_{{{_ends(source, goal)}}}", value, remark)


def link_sensitivity(source: str, goal: str, value: float | None) -> Quantity:
    """∂E/∂w of a link.

    >>> link_sensitivity("x1", "h1", 0.5).symbol
    'sensitivity'
    """
    return _quantity("sensitivity", rf"\frac{{\partial E}}{{\partial w_{{{_ends(source, goal)}}}}}", value)


def change(source: str, goal: str, value: float | None) -> Quantity:
    """What an update adds to the weight of a link.

    >>> change("x1", "h1", 0.5).symbol
    'change'
    """
    return _quantity("change", rf"\Delta w_{{{_ends(source, goal)}}}", value)


def last_change(source: str, goal: str, value: float | None) -> Quantity:
    """What the update before added.

    >>> last_change("x1", "h1", 0.5).symbol
    'last change'
    """
    return _quantity("last change", rf"\Delta w_{{{_ends(source, goal)}}}^{{\mathrm{{last}}}}", value)


def rate(value: float | None, *, emotional: bool = False) -> Quantity:
    """The rate η; of an emotional link the anxiety μ.

    >>> rate(0.5).symbol, rate(0.75, emotional=True).symbol
    ('rate', 'anxiety')
    """
    return _quantity("anxiety", r"\mu", value) if emotional else _quantity("rate", r"\eta", value)


def momentum(value: float | None, *, emotional: bool = False) -> Quantity:
    """The momentum α; of an emotional link the confidence k.

    >>> momentum(0.5).symbol, momentum(0.25, emotional=True).symbol
    ('momentum', 'confidence')
    """
    return _quantity("confidence", "k", value) if emotional else _quantity("momentum", r"\alpha", value)


def _quantity(symbol: str, latex: str, value: float | None, remark: str = "") -> Quantity:
    if remark:
        return Quantity(f"{symbol} {remark}", value, f"{latex}^{{{latex_words(remark)}}}")
    return Quantity(symbol, value, latex)


def _ends(source: str, goal: str) -> str:
    return rf"{latex_words(source)} \to {latex_words(goal)}"
