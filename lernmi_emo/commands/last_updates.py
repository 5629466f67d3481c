"""A page of plain text that shows how one link, and one emotional link, learnt last, with all the numbers.

A network that has been tested has no lesson to show: testing is only forward, and drops what the last lesson left. So
the page is made from one more lesson, given to a copy of the network, and says so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lernmi_emo.core.error import squared_error
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from lernmi_emo.core.emotion import Emotions
    from lernmi_emo.core.patterns import Pattern
    from lernmi_emo.toolbox import Network

WIDTH = 100
CANDIDATES = 200  # of so many patterns, the lesson is the one that is answered worst

OPENING = """
A network is made of neurons and links. A neuron holds a number, its output. A link leads from one neuron to another and
has a number of its own, its weight. Forward, it brings the neuron at its end the output of the neuron at its beginning,
times its weight. What all its links bring a neuron is added up, and the neuron makes its output of the sum.

To learn, the network is shown a pattern, answers, and is told what the answer should have been: the target. Then each
neuron finds out how much the error would grow if its sum grew a little. That is its delta. And each link finds out how
much the error would grow if its weight grew a little: the delta at its end, times the output at its beginning. That is
its sensitivity. Backward, it also sends the delta, times its weight, to the neuron at its beginning, which makes its
own delta of what it is sent.

At last each link changes its weight: against its sensitivity, so that the error shrinks. The rate says how large this
step is. The momentum says how much of its last change the link repeats.
"""

EMOTIONAL = """
This network is emotional (EmBP, emotional backpropagation, as reconstructed). It has one more neuron, named emotion,
which gives the average of the pattern. The links that leave it learn as the others do, but their rate is the network's
anxiety, and their momentum is its confidence. As the error falls, anxiety falls and confidence rises.
"""

LESSON = """
The network has been tested since it last learnt, and a test leaves no lesson to show. So a copy of it was given one
more, with the rate of its last epoch; the network itself is as it was. The lesson is pattern {place} of those it learnt
from: of the first {candidates}, the one that it answers worst (and whose inputs are not all 0), so that there is
something to learn. The neuron {neuron} gave {output} and should have given {target}. The links learnt with rate {rate}
and momentum {momentum}{mood}.
"""

MOOD = ", the emotional links with anxiety {anxiety} and confidence {confidence}"


def last_updates(network: Network, patterns: Sequence[Pattern], rate: float, momentum: float) -> str:
    """The page, as text. The network itself is left as it is.

    `patterns` are those it has learnt from, `rate` and `momentum` those of its last epoch.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> page = last_updates(net, datasets.xor(), rate=0.5, momentum=0.9)
    >>> page.splitlines()[0]
    "One link's last update, and one emotional link's"
    """
    pupil = network.clone()
    place, (inputs, targets) = lesson_to_show(pupil, patterns)
    pupil.learn(inputs, targets, rate=rate, momentum=momentum)
    neuron = max(pupil.outputs, key=lambda each: abs(each.delta))
    links = [each for each in neuron.incoming if each.source.incoming] or neuron.incoming
    link = max(links, key=lambda each: abs(each.change))
    emotional_link = next((each for each in neuron.incoming if each.look is EmotionalLink.look), None)
    mood, emotions = "", pupil.emotions
    if emotional_link is not None and emotions is not None:
        mood = MOOD.format(anxiety=number(emotions.anxiety), confidence=number(emotions.confidence))
    title = "One link's last update" + ", and one emotional link's" * bool(mood)
    lesson = LESSON.format(
        place=place,
        candidates=min(CANDIDATES, len(patterns)),
        neuron=neuron.name,
        output=number(neuron.output),
        target=number(targets[pupil.outputs.index(neuron)]),
        rate=number(rate),
        momentum=number(momentum),
        mood=mood,
    )
    parts = [f"{title}\n{'=' * len(title)}", _wrapped(OPENING), _wrapped(EMOTIONAL) if mood else "", _wrapped(lesson)]
    parts += [_section(f"The link from {link.source.name} to {neuron.name}", link)]
    if emotional_link is not None and emotions is not None:
        parts += [_section(f"The emotional link, from {emotional_link.source.name} to {neuron.name}", emotional_link)]
        parts += [_section("Anxiety and confidence, as the last epoch left them", emotions)]
    return "\n\n".join(filter(None, parts)) + "\n"


def lesson_to_show(network: Network, patterns: Sequence[Pattern]) -> tuple[int, Pattern]:
    """Of the first patterns, the number, from 1, of the one with the largest error that links can learn from, and it.

    >>> from lernmi_emo import Network, datasets
    >>> lesson_to_show(Network.layered([2, 1], weight_range=0), datasets.or_())
    (2, ([0.0, 1.0], [1.0]))
    """
    patterns = patterns[:CANDIDATES]
    errors = [any(inputs) * squared_error(network.predict(inputs), targets) for inputs, targets in patterns]
    place = max(range(len(errors)), key=errors.__getitem__)
    return place + 1, patterns[place]


def _section(heading: str, subject: Link | Emotions) -> str:
    return f"{heading}\n{'-' * len(heading)}\n\n{subject.explain().text(width=WIDTH)}"


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(paragraph, WIDTH) for paragraph in text.strip().split("\n\n"))
