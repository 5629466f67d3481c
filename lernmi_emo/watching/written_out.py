"""Equations from what was heard: a formula's trees, with the values and their names, as expressions to be read.

An expression that does not come to the very number that was assigned is not shown: the equation then says which method
made it. So what is shown is what ran.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from lernmi_emo.expressions import symbols
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.expression import Call, Constant, Expression, Negative, Product, Quantity, Square, Sum
from lernmi_emo.watching.formula import Formula, Ref
from lernmi_emo.watching.number import Tree

Leaf = Callable[[int], Expression]
LATEX = {"exp": "e^{{}}", "max": r"\max\left({}\right)", "ln": r"\ln\left({}\right)"}
CONSTANTS = {0.0: symbols.ZERO, 1.0: symbols.ONE, 0.5: symbols.HALF}


def equations(
    refs: Sequence[Ref], values: Sequence[float | None], formula: Formula, own: str, method: str
) -> tuple[Equation, ...]:
    """An equation for each value that was made. `own` is the name of the part that did it, `method` its method's.

    >>> from lernmi_emo.watching.formula import Made
    >>> net, output = Ref("neuron", ("y1",), "net_input"), Ref("neuron", ("x1",), "output")
    >>> weight = Ref("link", ("x1→y1",), "weight")
    >>> made = Formula((Made(3, ("+", 0, ("*", 1, 2))),))
    >>> [equation] = equations([net, output, weight, net], [0.0, 0.5, 0.5, 0.25], made, "x1→y1", "Link.propagate")
    >>> print(equation)
    net(y1) = net(y1) so far + output(x1) · weight = 0.0000 + 0.5000 · 0.5000 = 0.2500
    """
    written = []
    given = [place for place, ref in enumerate(refs) if _is_given(place, ref, formula, refs)]
    for place in given:
        what = quantity_of(refs[place], values[place], own)
        written.append(Equation(what.symbol, None, what.value, "", what.latex))
    for place, tree, _ in formula.made:
        what = quantity_of(refs[place], values[place], own)
        if formula.frozen and type(tree) is tuple and tree[0] == "constant":
            written.append(Equation(what.symbol, None, what.value, "frozen", what.latex))
            continue
        written.append(
            equation(
                what, tree, leaf_of(refs, values, place, own), values[place], refs[place], refs, values, own, method
            )
        )
    if formula.stays >= 0:
        what = quantity_of(refs[formula.stays], values[formula.stays], own)
        written.append(Equation(what.symbol, None, what.value, "it stays as it is", what.latex))
    return tuple(written)


def _is_given(place: int, ref: Ref, formula: Formula, refs: Sequence[Ref]) -> bool:
    """Whether this number is what the emotions were handed: it is shown before what they make of it."""
    made = {each.place for each in formula.made}
    return (
        ref.part == "emotions"
        and ref.name in ("average", "error")
        and place not in made
        and all(refs[each].part == "emotions" for each in made)
    )


def equation(
    what: Quantity,
    tree: Tree | None,
    leaf: Leaf,
    value: float | None,
    ref: Ref,
    refs: Sequence[Ref],
    values: Sequence[float | None],
    own: str,
    method: str,
) -> Equation:
    """This quantity by its tree, if that gives its value to the last bit, or else as made by a method."""
    if tree is not None and value is not None:
        for shape in _shapes(tree, ref, refs, values, own):
            expression = written_out(shape, leaf, value)
            if gives(expression, value) and str(expression) != what.symbol:
                return Equation(what.symbol, expression, value, "", what.latex)
        if str(written_out(tree, leaf, value)) == what.symbol:
            return Equation(what.symbol, None, value, "", what.latex)
    return Equation(what.symbol, None, value, f"made by {method}" if method else "", what.latex)


def _shapes(tree: Tree, ref: Ref, refs: Sequence[Ref], values: Sequence[float | None], own: str) -> list[Tree]:
    """Ways of writing the same: a neuron's sum that its first message begins needs no 0 "so far"."""
    begins = (
        type(tree) is tuple and tree[0] == "+" and type(tree[1]) is int
        and refs[tree[1]] == ref and values[tree[1]] == 0.0 and ref.names == (own,)
    )  # fmt: skip
    return [tree[2], tree] if begins else [tree]


def quantity_of(ref: Ref, value: float | None, own: str, remark: str = "") -> Quantity:
    """A value by its name; of the part that the step is about, without the part's name where that is plain.

    >>> quantity_of(Ref("link", ("x1→y1",), "weight"), 0.5, "x1→y1", "before").symbol
    'weight before'
    """
    name = ref.names[0] if ref.names else ""
    named = ref.part in ("neuron", "argument") or name != own
    return symbols.quantity(ref.part, name, ref.name, value, remark, named=named)


def leaf_of(refs: Sequence[Ref], values: Sequence[float | None], made: int, own: str) -> Leaf:
    """How the values that a tree speaks of are written: what is being made anew as it was before."""

    def leaf(place: int) -> Expression:
        ref = refs[place]
        again = ref == refs[made] and place < made
        remark = ("before" if ref.name == "weight" else symbols.SO_FAR) if again else ""
        return quantity_of(ref, values[place], own, remark)

    return leaf


def written_out(tree: Tree, leaf: Leaf, value: float | None = None) -> Expression:
    """The expression that a tree stands for; `value` is what it came to, for a function that can't be asked again.

    >>> print(written_out(("*", ("*", ("constant", 0.5), 0), 0), lambda place: Quantity("a", 0.25)))
    ½ · a²
    """
    if type(tree) is int:
        return leaf(tree)
    sign = tree[0]
    if sign == "constant":
        return constant(tree[1])
    if sign == "call":
        _, name, arguments, function = tree
        inside = tuple(written_out(each, leaf) for each in arguments)
        return Call(name, inside, function, LATEX.get(name, ""), None if function else value)
    if sign == "is":
        return written_out(tree[1], leaf)
    if sign == "negative":
        return Negative(written_out(tree[1], leaf))
    if sign == "square":
        return Square(written_out(tree[1], leaf))
    left, right = tree[1:]
    if sign == "*" and type(left) is tuple and left[0] == "*" and left[2] == right:
        return Product(written_out(left[1], leaf), Square(written_out(right, leaf)))
    one, other = written_out(left, leaf), written_out(right, leaf)
    return {"+": one.__add__, "-": one.__sub__, "*": one.__mul__, "/": one.__truediv__}[sign](other)


def constant(value: float) -> Constant:
    """A number that stands in the code.

    >>> print(constant(0.5), constant(3))
    ½ 3
    """
    return CONSTANTS.get(float(value)) or Constant(value, f"{value:g}".replace("-", "−"), f"{value:g}")


def term_of(tree: Tree | None, refs: Sequence[Ref], ref: Ref) -> Tree | None:
    """What a message adds to a sum: `term` where it made `sum so far + term`; None where it did otherwise.

    >>> net = Ref("neuron", ("y1",), "net_input")
    >>> term_of(("+", 0, ("*", 1, 2)), [net], net)
    ('*', 1, 2)
    """
    if type(tree) is tuple and tree[0] == "+" and type(tree[1]) is int and refs[tree[1]] == ref:
        return tree[2]
    return None


def add(terms: Sequence[Expression]) -> Expression:
    """Their sum.

    >>> print(add([symbols.ONE, symbols.HALF]))
    1 + ½
    """
    return terms[0] if len(terms) == 1 else Sum(tuple((1, term) for term in terms))


def gives(expression: Expression, value: float) -> bool:
    """Whether the expression comes to this very number."""
    came = reckon(expression)
    return came == value or (math.isnan(came) and math.isnan(value))


def reckon(formula: Expression) -> float:
    """What a formula comes to; not a number, where there is no reckoning it: exp(1000), or a division by 0.

    >>> reckon(symbols.ONE / symbols.ZERO)
    nan
    """
    try:
        return float(formula.reckon())
    except (ArithmeticError, ValueError, TypeError):
        return math.nan
