"""The equations of the emotions: anxiety and confidence, from the epoch they were last felt over."""

from __future__ import annotations

from typing import Any

from lernmi_emo.core.emotion import FixedEmotions
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.expressions.formulas import feel, mood_formulas


def explain_emotions(emotions: Any) -> Explanation:
    """Anxiety and confidence; of emotions of another kind, the values they have.

    >>> from lernmi_emo import Emotions
    >>> emotions = Emotions(); emotions.feel(0.75, 0.25); emotions.feel(0.75, 0.0625)
    >>> print(explain_emotions(emotions))
    Emotions: what the network feels, once per epoch  (EmBP as reconstructed)
      average of the patterns                                                = 0.7500
      mean squared error                                                     = 0.0625
      anxiety    = average of the patterns + mean squared error = 0.7500 + 0.0625 = 0.8125
      confidence = first anxiety − anxiety                      = 1.0000 − 0.8125 = 0.1875
    """
    names = ("average", "error", "initial_anxiety", "anxiety", "confidence")
    values = tuple(getattr(emotions, name, None) for name in names)
    kind = type(emotions).__name__
    title = f"{kind}: what the network feels, once per epoch  (EmBP as reconstructed)"
    if isinstance(emotions, FixedEmotions):
        title = f"{kind}: what the network feels; no epoch changes it"
        return Explanation(title, (("", feel((), values, "fixed", "")),))
    if values[3] is None:
        remark = "not computed: net.train(patterns) or net.begin(patterns) makes it"
        unfelt = [Equation(what.symbol, formula, None, remark, what.latex) for what, formula in mood_formulas(values)]
        return Explanation(title, (("", tuple(unfelt)),))
    return Explanation(title, (("", feel((), values, "", f"{kind}.feel")),))
