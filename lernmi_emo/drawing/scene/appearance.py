"""How neurons and links look: as their kind says, but for an output neuron, whose look comes from its place."""

from __future__ import annotations

import re
from collections.abc import Container

from lernmi_emo.core.kind import Look, kind_of
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import BiasNeuron, EmotionalNeuron, InputNeuron, Source
from lernmi_emo.drawing.scene.style import REACH
from lernmi_emo.support.exceptions import InputError, suggest

OUTPUT = Look("output neuron", "ring")  # a place, not a kind: what a neuron of any kind has that has no other look

# What SVG files call these looks, in the legend's order. Any other look goes by its own word, and comes after them.
FILE_NAMES = {
    InputNeuron.look: "input",
    Source.look: "source",
    Neuron.look: "hidden",
    OUTPUT: "output",
    BiasNeuron.look: "bias",
    EmotionalNeuron.look: "emotion",
}
PLAIN_LINKS = (Link.look, EmotionalLink.look)  # drawn by their value alone: vermillion or blue, wide or thin
PLACES = ("column", "above", "below")
COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def look_of(neuron: Neuron, outputs: Container[Neuron]) -> Look:
    """How this neuron is drawn, one of these outputs or not.

    Raises `InputError` where its kind's look has a shape, a place or a colour that there is not.

    >>> look_of(Neuron("h1"), []).word, look_of(BiasNeuron(), []).shape
    ('hidden neuron', 'diamond')
    >>> y1 = Neuron("y1"); look_of(y1, [y1]).word
    'output neuron'
    """
    look = neuron.look
    if look == Neuron.look:
        return OUTPUT if neuron in outputs else look
    if look in FILE_NAMES:
        return look
    name = kind_of(neuron).__name__
    if look.shape not in REACH:
        raise InputError(f"the look of {name} has the shape {look.shape!r}: {suggest(look.shape, REACH)}")
    if look.place not in PLACES:
        raise InputError(f"the look of {name} has the place {look.place!r}: {suggest(look.place, PLACES)}")
    _check_colour(look, name)
    return look if look.word else look._replace(word=name)


def own_look(link: Link) -> Look | None:
    """The look of a link whose kind has one of its own; None where it is drawn by its value alone.

    >>> own_look(Link(Neuron("h1"), Neuron("y1"), 0.5)) is None
    True
    """
    look = link.look
    if look in PLAIN_LINKS:
        return None
    name = kind_of(link).__name__
    _check_colour(look, name)
    return look if look.word else look._replace(word=name)


def file_name(look: Look) -> str:
    """What a file calls neurons of this look.

    >>> file_name(BiasNeuron.look), file_name(Look("noise", "octagon"))
    ('bias', 'noise')
    """
    return FILE_NAMES.get(look, look.word)


def stands_aside(neuron: Neuron) -> bool:
    """Whether it stands above or below the columns that it leads to, as its kind asks. Only a source can.

    >>> stands_aside(BiasNeuron()), stands_aside(InputNeuron("x1"))
    (True, False)
    """
    return neuron.look.place != "column" and not neuron.incoming


def _check_colour(look: Look, name: str) -> None:
    if look.colour and not COLOUR.fullmatch(look.colour):
        raise InputError(
            f'the look of {name} has the colour {look.colour!r}: a colour is written "#RRGGBB", such as "#009E73"'
        )
