"""The equations of the emotions: anxiety and confidence, from the epoch they were last felt over."""

from __future__ import annotations

from typing import Any

from lernmi_emo.core.kind import kind_of
from lernmi_emo.explaining.rehearing import SOMETHING, Rehearing, same
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.watching.formula import Ref
from lernmi_emo.watching.written_out import quantity_of, written_out

SHOWN = ("average", "error", "anxiety", "confidence")


def explain_emotions(emotions: Any) -> Explanation:
    """Anxiety and confidence; of emotions of another kind, what they make of an epoch, or the values they have.

    >>> from lernmi_emo import Emotions
    >>> emotions = Emotions(); emotions.feel(0.75, 0.25); emotions.feel(0.75, 0.0625)
    >>> print(explain_emotions(emotions))
    Emotions: what the network feels, once per epoch  (EmBP as reconstructed)
      average of the patterns                                                = 0.7500
      mean squared error                                                     = 0.0625
      anxiety    = average of the patterns + mean squared error = 0.7500 + 0.0625 = 0.8125
      confidence = first anxiety − anxiety                      = 1.0000 − 0.8125 = 0.1875
    """
    kind = kind_of(emotions)
    felt = {name: getattr(emotions, name, None) for name in SHOWN}
    average, error = felt["average"], felt["error"]
    unknown = average is None or error is None
    with Rehearing([emotions]) as rehearing:
        told = rehearing.tell(emotions, "feel", {}, *((SOMETHING, SOMETHING) if unknown else (average, error)))
    made = {told.refs[each.place].name for each in told.formula.made}
    if "anxiety" not in made and "confidence" not in made:
        title = f"{kind.__name__}: what the network feels; no epoch changes it"
        given = [_plain(name, value) for name, value in felt.items() if value is not None]
        return Explanation(title, (("", tuple(given)),))
    title = f"{kind.__name__}: what the network feels, once per epoch  (EmBP as reconstructed)"
    if felt["anxiety"] is None:
        remark = "not computed: net.train(patterns) or net.begin(patterns) makes it"
        formulas = []
        for each in told.formula.made:
            what = quantity_of(told.refs[each.place], None, "")
            formula = None if each.tree is None else written_out(each.tree, told.leaf(each.place))
            formulas.append(Equation(what.symbol, formula, None, remark, what.latex))
        return Explanation(title, (("", tuple(formulas)),))
    exact = not unknown and all(same(told.value(name), felt[name]) for name in made if name in felt)
    if exact:
        rest = [_plain(name, value) for name, value in felt.items() if name not in (*made, "average", "error")]
        return Explanation(title, (("", (*told.equations(), *rest)),))
    values = [
        _plain(name, value, "" if name in ("average", "error") else f"made by {told.method}")
        for name, value in felt.items()
    ]
    return Explanation(title, (("", tuple(each for each in values if each.value is not None)),))


def _plain(name: str, value: float | None, remark: str = "") -> Equation:
    what = quantity_of(Ref("emotions", (), name), value, "")
    return Equation(what.symbol, None, value, remark, what.latex)
