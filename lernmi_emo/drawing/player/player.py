"""`net.player([0, 1], [1]).save("player.html")`: learning, step by step, in a browser.

The player is one HTML file with no need of a network connection. It holds three pictures of the network (forward,
backward, update), the whole trace, and a table of all steps, which is what is printed, and what is shown where there
is no JavaScript. Nothing of the network is computed in the browser: it shows the trace's numbers.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import Pattern
from lernmi_emo.drawing.animation import check_trace
from lernmi_emo.drawing.picture import write
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError
from lernmi_emo.watching.trace import Trace, trace, trace_of_epoch

MOST_STEPS = 20_000  # with more of them, a page is slow to open
BYTES_OF_STEP = 600


@dataclass(frozen=True)
class Player:
    """A trace of a network, to be saved as a player. In a notebook it shows itself.

    `digits` is how many decimals are shown, `max_neurons` the most neurons of a layer in the picture (None for all).

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> player = Player(net, net.trace([0, 1], [1]), title="XOR")
    >>> player.html().count("<script>"), len(player.html()) < 150_000
    (1, True)
    """

    network: BareNetwork
    trace: Trace
    title: str = ""
    digits: int = 4
    max_neurons: int | None = 10

    def __post_init__(self) -> None:
        check_trace(self.network, self.trace)
        check_count(self.digits, "digits")
        if self.max_neurons is not None:
            check_count(self.max_neurons, "max_neurons", least=3)
        _check_length(len(self.trace))

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the player into an HTML file, and return its path. Raises `DrawingError` where that can't be.

        >>> import tempfile
        >>> from lernmi_emo import Network
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Network.layered([2, 3, 1]).player([0, 1], [1]).save(Path(folder, "player.html")).name
        'player.html'
        """
        target = Path(path)
        if target.suffix.lower() not in (".html", ".htm"):
            raise InputError(f"{path}: a player is a web page, .html, and this ends in {target.suffix!r}")
        return write(target, self.html().encode("utf-8", "replace"))

    def html(self) -> str:
        """The whole page."""
        from lernmi_emo.drawing.player.player_page import page

        return page(self.network, self.trace, self.title, self.digits, self.max_neurons)

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{escape(self.html())}" title="Player" width="100%" height="760"></iframe>'


def player(
    network: BareNetwork,
    inputs: Sequence[float],
    targets: Sequence[float],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    title: str = "",
    digits: int = 4,
    max_neurons: int | None = 10,
) -> Player:
    """The player of one lesson; the network itself stays as it was.

    Title, digits and max_neurons are those of `Player`. Raises `InputError` where `learn` would, and where
    the lesson has too many steps for a page.

    >>> from lernmi_emo import Network
    >>> len(player(Network.layered([2, 3, 1]), [0, 1], [1]).trace)
    53
    """
    _check_length(_steps_of_lesson(network))
    run = trace(network, inputs, targets, rate=rate, momentum=momentum)
    return Player(network, run, title, digits, max_neurons)


def player_of_epoch(
    network: BareNetwork,
    patterns: Iterable[Pattern],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
    title: str = "",
    digits: int = 4,
    max_neurons: int | None = 10,
) -> Player:
    """The player of one epoch over these patterns, in the order in which `train` would take them.

    >>> from lernmi_emo import Network, datasets
    >>> len(player_of_epoch(Network.layered([2, 3, 1]), datasets.xor()).trace)
    212
    """
    given = list(patterns)
    _check_length(_steps_of_lesson(network) * len(given), len(given))
    run = trace_of_epoch(network, given, rate=rate, momentum=momentum, shuffle=shuffle, seed=seed)
    return Player(network, run, title, digits, max_neurons)


def fits_a_page(network: BareNetwork) -> bool:
    """Whether a lesson of this network has few enough steps for a player.

    >>> from lernmi_emo import Network
    >>> fits_a_page(Network.layered([2, 3, 1])), fits_a_page(Network.layered([784, 15, 10]))
    (True, False)
    """
    return _steps_of_lesson(network) <= MOST_STEPS


def _steps_of_lesson(network: BareNetwork) -> int:
    """How many steps a lesson has, without a rehearsal: three messages a link, two a neuron, and what begins."""
    computed = len(network.neurons) - len(network.sources)
    links = 2 * len(network.links) + len(network.weights)
    sources = 1 + len(network.sources) - len(network.inputs)
    return links + 2 * computed + sources + len(network.layers) + 1 + len(network.outputs)


def _check_length(steps: int, patterns: int = 1) -> None:
    """Refuse what would be too large for a page, before it is computed."""
    if steps <= MOST_STEPS:
        return
    size = steps * BYTES_OF_STEP / 1e6
    fitting = MOST_STEPS * patterns // steps
    if patterns > 1 and fitting:
        advice = f"play {fitting} of the patterns, such as patterns[:{fitting}]"
    else:
        one = "one pattern of " if patterns > 1 else ""
        advice = f"play {one}a smaller network, with fewer inputs or hidden neurons"
    raise InputError(
        f"a player of this would have {steps:,} steps, in a file of about {size:,.0f} MB, and {MOST_STEPS:,} steps are "
        f"the most that a browser can well open: {advice}; or go through them in Python, by steps(inputs, targets)"
    )
