"""The quantities of learning, each with its symbol in words and in LaTeX.

net(h1)    output(h1) Y    sensitivity(h1) ∂E/∂Y    delta(h1) δ    target(y1) T
weight w   sensitivity ∂E/∂w   change Δw   rate η   momentum α   anxiety μ   confidence k

A quantity that is not in these tables, because a kind of a reader's own has it, is called by its attribute's name.
"""

from __future__ import annotations

from lernmi_emo.expressions.expression import Constant, Quantity
from lernmi_emo.expressions.writing import latex_words

ZERO = Constant(0, "0")
ONE = Constant(1, "1")
HALF = Constant(0.5, "½", r"\frac{1}{2}")
SO_FAR = "so far"

# By the sort of part: its attribute, the word, and the symbol in LaTeX, with @ where the part's name goes.
WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "neuron": {
        "net_input": ("net", r"\mathrm{net}_{@}"),
        "output": ("output", "Y_{@}"),
        "sensitivity": ("sensitivity", r"\frac{\partial E}{\partial Y_{@}}"),
        "slope": ("slope", r"f'_{@}"),
        "delta": ("delta", r"\delta_{@}"),
        "target": ("target", "T_{@}"),
    },
    "link": {
        "weight": ("weight", "w_{@}"),
        "weight_before": ("weight before", r"w_{@}^{\mathrm{before}}"),
        "sensitivity": ("sensitivity", r"\frac{\partial E}{\partial w_{@}}"),
        "change": ("change", r"\Delta w_{@}"),
        "last_change": ("last change", r"\Delta w_{@}^{\mathrm{last}}"),
    },
    "emotions": {
        "average": ("average of the patterns", r"Y_{\mathrm{AvPAT}}"),
        "error": ("mean squared error", "E"),
        "initial_anxiety": ("first anxiety", r"\mu_0"),
        "anxiety": ("anxiety", r"\mu"),
        "confidence": ("confidence", "k"),
    },
    "argument": {"rate": ("rate", r"\eta"), "momentum": ("momentum", r"\alpha")},
    "network": {"error": ("error", "E")},
}
WORDS["weight"] = WORDS["link"]


def quantity(
    part: str, name: str, attribute: str, value: float | None, remark: str = "", *, named: bool = True
) -> Quantity:
    """A part's attribute as a quantity: `part` says which sort of part it is, `name` whose it is, "" of nobody.

    Where it is plain which link is meant, the link's own quantities are written without its name: not `named`.

    >>> quantity("neuron", "h1", "net_input", 0.25).symbol, quantity("link", "x1→h1", "weight", 0.5).symbol
    ('net(h1)', 'weight(x1→h1)')
    >>> quantity("link", "x1→h1", "weight", 0.5, "before", named=False).symbol
    'weight before'
    >>> quantity("gate", "", "stiffness", 1).symbol
    'stiffness'
    """
    word, latex = _words(part, attribute, name)
    symbol = f"{word}({name})" if name and named else word
    latex = latex.replace("@", _latex_name(name))
    if remark:
        return Quantity(f"{symbol} {remark}", value, f"{latex}^{{{latex_words(remark)}}}")
    return Quantity(symbol, value, latex)


def _words(part: str, attribute: str, name: str) -> tuple[str, str]:
    if part == "argument":
        if attribute.startswith("input "):
            return attribute, f"X_{{{attribute.removeprefix('input ')}}}"
        part = "neuron" if attribute == "target" else part
    words = attribute.replace("_", " ")
    return WORDS.get(part, {}).get(attribute) or (words, latex_words(words) + ("_{@}" if name else ""))


def _latex_name(name: str) -> str:
    """A part's name; of a link both ends, with an arrow between."""
    return r" \to ".join(latex_words(end) for end in name.split("→")) if name else ""
