"""`lernmi-emo show NET.json`: what is in a network, as text."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lernmi_emo.core.link import Link
    from lernmi_emo.core.neuron import Neuron
    from lernmi_emo.toolbox import Network

MOST = 6  # of more than this, the first few are shown, and the last
FIRST = 4

DESCRIPTION = """\
Show what is in a saved network: its emotions, its sources, and layer by layer
each neuron with the links that lead to it. Of wide layers, the first few and
the last are shown; --all shows everything."""

EXAMPLES = """\
examples:
  lernmi-emo show lernmi-emo-run/network.json
  lernmi-emo show lernmi-emo-run/network.json --all | less"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `show` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "show", help="a network's layers, neurons, links and emotions as text", description=DESCRIPTION, epilog=EXAMPLES
    )
    parser.add_argument("network", metavar="NET.json", help="a network that was saved")
    parser.add_argument("--all", action="store_true", help="every neuron and every link")
    return parser


def run(options: argparse.Namespace) -> int:
    """Print the network."""
    from lernmi_emo.toolbox import Network

    for line in lines_of(Network.load(options.network), everything=options.all):
        print(line)
    return 0


def lines_of(network: Network, everything: bool = False) -> Iterator[str]:
    """The network as lines of text.

    >>> from lernmi_emo import Network
    >>> for line in list(lines_of(Network.layered([2, 3, 1], emotional=True, seed=7)))[:5]:
    ...     print(line)
    Network(2-3-1: 8 neurons, 17 links, emotional)
      error function: half squared; rate 0.5000, momentum 0.0000
      Emotions(nothing felt yet)
    <BLANKLINE>
    Sources: x1, x2, bias, emotion
    """
    from lernmi_emo.support.text import number

    yield repr(network)
    yield (
        f"  error function: {network.error_function.name}; rate {number(network.rate)}, "
        f"momentum {number(network.momentum)}"
    )
    if network.emotions is not None:
        yield f"  {network.emotions!r}"
    yield ""
    yield "Sources: " + ", ".join(
        _abridge([neuron.name for neuron in network.sources], network.sources, network, everything)
    )
    for place, layer in enumerate(network.layers, 1):
        yield ""
        count = len(layer.neurons)
        yield f"Layer {place} of {len(network.layers)}: {count} neuron{'s' * (count > 1)}, {len(layer.links)} links"
        blocks = ["\n".join(_neuron_lines(neuron, network, everything)) for neuron in layer.neurons]
        yield from _abridge(blocks, layer.neurons, network, everything, "  ")


def _neuron_lines(neuron: Neuron, network: Network, everything: bool) -> Iterator[str]:
    output = ", an output" if neuron in network.outputs else ""
    yield f"  {neuron.name}, {neuron.activation.name}{output}"
    width = max(len(link.source.name) for link in neuron.incoming)
    lines = [_link_line(link, width) for link in neuron.incoming]
    yield from _abridge(lines, [link.source for link in neuron.incoming], network, everything, "    ")


def _link_line(link: Link, width: int) -> str:
    from lernmi_emo.core.kind import referred
    from lernmi_emo.support.text import number

    told = [
        f"{attribute} {getattr(part, 'name', type(part).__name__)}"
        for attribute, part in zip(link.refers, referred(link))
    ]
    if link.learns:  # of a link that has nothing to learn, what it refers to says more than a weight
        weight = link.learns[0]
        told = [f"weight {number(weight.weight):>8}, change {number(weight.change):>7}", *told]
    ends = f"{link.source.name:>{width}}→{link.target.name}" + f" ({link.parallel})" * (link.parallel > 1)
    return f"    {ends}  " + ", ".join([*told, *_kind(link), *["frozen"] * link.frozen])


def _kind(link: Link) -> list[str]:
    """A word for its kind: the one of its look without "link", which it is anyway; or else the name of its class."""
    from lernmi_emo.core.kind import kind_of

    kind = kind_of(link)
    word = kind.look.word.removesuffix("link").strip() if "look" in vars(kind) else kind.__name__
    return [word] if word else []


def _abridge(
    texts: Sequence[str], neurons: Sequence[Neuron], network: Network, everything: bool, indent: str = ""
) -> list[str]:
    """The texts that stand for these neurons; of many, the first few, the last, and those of the bias and emotion."""
    if everything or len(texts) <= MOST:
        return list(texts)
    inputs = set(network.inputs)
    always = [not neuron.incoming and neuron not in inputs for neuron in neurons]
    last = max((place for place, kept in enumerate(always) if not kept), default=len(texts) - 1)
    shown = [place < FIRST or place == last or kept for place, kept in enumerate(always)]
    lines = [text for text, kept in zip(texts, shown) if kept]
    if not all(shown):
        lines.insert(FIRST, f"{indent}⋮ {shown.count(False)} more")
    return lines
