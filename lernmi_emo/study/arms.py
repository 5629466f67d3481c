"""The arms of the experiment: the networks that are compared, alike in all but one thing at a time.

Emotional backpropagation (EmBP) differs from plain backpropagation (BP) in more than feeling. It has one more source,
the pattern's average; it has more links; and its emotional links learn at another rate, which moves. So each of these
has a control of its own:

    bp         plain backpropagation: what all others are compared with
    embp       emotional backpropagation, as reconstructed
    fixed      EmBP without feeling: its emotional links learn with μ = 1 and k = 0 throughout
    average    EmBP whose emotional links learn like all others, μ = η and k = α: plain BP with the average as a source
    matched    plain BP with more hidden neurons, until it has about as many links as EmBP

What `embp` does and neither `fixed` nor `average` does may be owed to its emotions. What `average` does and `bp` does
not is owed to the new source with its links: to the average, or to their leading straight to the outputs. What
`matched` does as well may be owed to the number of links alone. (It has other links, so it begins with other weights.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lernmi_emo.core.emotion import Emotions, FixedEmotions
from lernmi_emo.toolbox import Network


@dataclass(frozen=True)
class Arm:
    """One kind of network in the experiment.

    `emotions` makes, from the rate and the momentum of the conventional links, what `Network.layered` takes as
    `emotional`. With an arm of your own it is a function at the top of a module, so that other processes find it.

    >>> ARMS["fixed"].build([2, 3, 1], rate=0.5, momentum=0.9, seed=7).emotions
    FixedEmotions(anxiety 1.0000, confidence 0.0000)
    """

    name: str  # in files
    title: str  # in tables and figures
    emotions: Callable[[float, float], bool | Emotions]
    matched: bool = False  # with as many links as EmBP would have

    def sizes(self, sizes: Sequence[int]) -> list[int]:
        """The sizes of this arm's layers, where the experiment's are these.

        >>> ARMS["bp"].sizes([2, 8, 1]), ARMS["matched"].sizes([2, 8, 1])
        ([2, 8, 1], [2, 10, 1])
        """
        return matched_sizes(sizes) if self.matched else list(sizes)

    def build(self, sizes: Sequence[int], rate: float, momentum: float, seed: int) -> Network:
        """This arm's untrained network. With the same seed, all arms of equal sizes share every link that they share.

        >>> plain, emotional = (ARMS[name].build([2, 3, 1], 0.5, 0.9, seed=7) for name in ("bp", "embp"))
        >>> all(link.weight == emotional.link(link.source.name, link.target.name).weight for link in plain.links)
        True
        """
        emotional = self.emotions(rate, momentum)
        return Network.layered(self.sizes(sizes), emotional=emotional, rate=rate, momentum=momentum, seed=seed)


def none(rate: float, momentum: float) -> bool:
    """No emotional neuron.

    >>> none(0.5, 0.9)
    False
    """
    return False


def felt(rate: float, momentum: float) -> bool:
    """The emotions of EmBP.

    >>> felt(0.5, 0.9)
    True
    """
    return True


def fixed(rate: float, momentum: float) -> Emotions:
    """μ = 1 and k = 0.

    >>> fixed(0.5, 0.9)
    FixedEmotions(anxiety 1.0000, confidence 0.0000)
    """
    return FixedEmotions(anxiety=1.0, confidence=0.0)


def as_others(rate: float, momentum: float) -> Emotions:
    """μ = η and k = α.

    >>> as_others(0.5, 0.9)
    FixedEmotions(anxiety 0.5000, confidence 0.9000)
    """
    return FixedEmotions(anxiety=rate, confidence=momentum)


ARMS: dict[str, Arm] = {
    arm.name: arm
    for arm in (
        Arm("bp", "plain BP", none),
        Arm("embp", "EmBP", felt),
        Arm("fixed", "EmBP, μ = 1, k = 0", fixed),
        Arm("average", "EmBP, μ = η, k = α", as_others),
        Arm("matched", "plain BP, more hidden", none, matched=True),
    )
}


def link_count(sizes: Sequence[int], emotional: bool = False) -> int:
    """How many links full layers have, with a bias, and with an emotional neuron or without.

    >>> link_count([2, 3, 1]), link_count([2, 3, 1], emotional=True)
    (13, 17)
    """
    always = 2 if emotional else 1
    return sum((before + always) * size for before, size in pairwise(sizes))


def matched_sizes(sizes: Sequence[int]) -> list[int]:
    """Hidden layers widened, one neuron at a time in turn, until plain BP comes nearest to EmBP's number of links.

    Where one neuron more would be too far already, the sizes are left as they are.

    >>> matched_sizes([2, 3, 1]), matched_sizes([64, 30, 10]), matched_sizes([784, 15, 10])
    ([2, 4, 1], [64, 31, 10], [784, 15, 10])
    """
    goal = link_count(sizes, emotional=True)
    nearest, wider, place = list(sizes), list(sizes), 1
    while link_count(wider) < goal:
        wider = [size + 1 if position == place else size for position, size in enumerate(wider)]
        if abs(link_count(wider) - goal) < abs(link_count(nearest) - goal):
            nearest = wider
        place = place % (len(sizes) - 2) + 1
    return nearest
