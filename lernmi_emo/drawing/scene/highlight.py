"""What to point out in a picture: neurons and links themselves, or their names, one or several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, suggest

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork

Highlight = str | Neuron | Link


def names_of(network: BareNetwork, highlight: Highlight | Iterable[Highlight]) -> set[str]:
    """The names of the neurons and links to point out.

    A link's name is "x1→h1"; "x1->h1" is taken for it too, as no keyboard has the arrow. Raises `NameNotFoundError`
    for a name that this network has not, and `InputError` for anything else that is no neuron and no link of it.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1])
    >>> names_of(net, net.link("x1", "h1"))
    {'x1→h1'}
    >>> sorted(names_of(net, ["x2->h3", net.neuron("h2")]))
    ['h2', 'x2→h3']
    """
    one = isinstance(highlight, (str, Neuron, Link)) or not isinstance(highlight, Iterable)
    wanted: list[object] = [highlight] if one else list(highlight)  # type: ignore[arg-type]
    if not wanted:
        return set()
    parts: list[Neuron | Link] = [*network.neurons, *network.links]
    known = [part.name for part in parts]
    return {_name(each, parts, known) for each in wanted}


def _name(wanted: object, parts: list[Neuron | Link], known: list[str]) -> str:
    if isinstance(wanted, str):
        name = wanted if wanted in known else wanted.replace("->", "→")
        if name not in known:
            raise NameNotFoundError(f"there is no neuron or link {wanted!r} to highlight: {suggest(name, known)}")
        return name
    if not isinstance(wanted, (Neuron, Link)):
        raise InputError(
            f"highlight takes neurons and links, or their names, one or several, and this came: {wanted!r}; "
            f'for instance highlight="{known[0]}"'
        )
    if all(part is not wanted for part in parts):
        raise InputError(f"{wanted!r} can't be highlighted: it is of another network; ask this one, or give its name")
    return wanted.name
