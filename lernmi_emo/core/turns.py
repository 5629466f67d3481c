"""A lesson's verbs have their turns: each once, and after the one that makes its numbers.

Out of order, a verb would reckon with numbers of another pass; a second time, it would add them up twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lernmi_emo.support.exceptions import NotComputedError

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork


def out_of_turn(network: BareNetwork, after: str, verb: str) -> NotComputedError:
    """What to raise where a verb comes out of its turn: which one comes first, and which was the last.

    >>> from lernmi_emo import Network
    >>> print(out_of_turn(Network.layered([2, 1]), after="present", verb="propagate"))
    propagate() comes after present(), once, and what came last is nothing yet: begin anew with present(inputs), ...
    """
    last = network.done or "nothing yet"
    if network.done == after and network.lesson is None:
        last = "a prediction, which has no targets"
    elif network.done == after:
        return NotComputedError(
            f"{verb}() of a first lesson comes after begin: call begin([(inputs, targets)]), with all the patterns "
            f"that are to be learnt, before begin_lesson(inputs, targets)"
        )
    first = "begin_lesson(inputs, targets), present(inputs)" if after != "present" else "present(inputs)"
    return NotComputedError(
        f"{verb}() comes after {after}(), once, and what came last is {last}: begin anew with {first}, or call "
        f"learn(inputs, targets), which sends every message in its order"
    )
