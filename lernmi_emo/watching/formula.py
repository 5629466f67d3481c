"""What a message read and made, in a form to keep by the thousand: its values, whose they are, and how they were made.

Thousands of links do the same with other numbers, so the formula is kept once, and the numbers for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import InputNeuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.watching.number import Tree

# A number that a message read or made: whose (None: an argument), which, how much, whether the message made it, the
# tree by which it did, and the line that assigned it. A plain tuple, for there are tens of thousands of them.
Value = tuple[Any, str, float | None, bool, Tree | None, "Line"]
Line = tuple[int, int]  # the first line of the code that assigned it, and the line itself
NOWHERE: Line = (0, 0)


class Ref(NamedTuple):
    """Whose number it is, and which: `Ref("neuron", ("h1",), "output")`.

    `part` is neuron, link, weight (one that links share), emotions, network or argument.

    >>> print(Ref("link", ("x1→h1",), "weight"), Ref("argument", (), "rate"))
    x1→h1.weight rate
    """

    part: str
    names: tuple[str, ...]
    name: str

    def __str__(self) -> str:
        return ".".join([*self.names, self.name])


class Made(NamedTuple):
    """One value that a message made: its place among the values, its tree, and the line that assigned it."""

    place: int
    tree: Tree | None
    line: Line = NOWHERE


class Formula(NamedTuple):
    """How the values of a message were made. `stays` is the place of a weight that the message left as it is.

    `frozen`: the message asked whether the weight is frozen, and it was. `by_emotions`: it read emotions.
    """

    made: tuple[Made, ...]
    frozen: bool = False
    by_emotions: bool = False
    stays: int = -1


class Names:
    """What the parts of a network are called in steps, each once."""

    def __init__(self, network: BareNetwork | None) -> None:
        self.known: dict[int, dict[str, Ref]] = {}
        self.names: dict[int, tuple[str, ...]] = {}
        self.touched: dict[int, tuple[Any, ...]] = {}
        self.places: Mapping[int, int] = {
            id(neuron): place for place, neuron in enumerate(network.inputs if network else (), 1)
        }

    def of(self, value: Value, message: Any) -> Ref:
        """The name of a value; arguments are called by what they are in this message."""
        part, name = value[:2]
        whose = self.known.setdefault(id(part) if part is not None else -id(message.part), {})
        ref = whose.get(name)
        if ref is None:
            made = self._argument(name, message) if part is None else Ref(part_word(part), self.name_of(part), name)
            ref = whose[name] = made
        return ref

    def name_of(self, part: Any) -> tuple[str, ...]:
        """The part's name, always the same tuple."""
        if id(part) not in self.names:
            self.names[id(part)] = name_of(part)
        return self.names[id(part)]

    def together(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """These parts, always in the same tuple, for a link's messages touch the same ones again and again."""
        known = self.touched.setdefault(id(parts[0]), parts)
        return known if set(map(id, known)) == set(map(id, parts)) else parts

    def _argument(self, name: str, message: Any) -> Ref:
        if name == "target" and isinstance(message.part, Neuron):
            return Ref("argument", (message.part.name,), name)
        if isinstance(message.part, InputNeuron) and id(message.part) in self.places and name == "value":
            return Ref("argument", (), f"input {self.places[id(message.part)]}")
        if part_word(message.part) == "emotions":
            return Ref("emotions", (), name)
        return Ref("argument", (), name)


def part_word(part: Any) -> str:
    """What sort of part this is.

    >>> part_word(Neuron("h1"))
    'neuron'
    """
    return _word_of(kind_of(part))


def name_of(part: Any) -> tuple[str, ...]:
    """A neuron's, a link's or a weight's name, as names of values have it; nothing for the network and its emotions.

    >>> name_of(Neuron("h1"))
    ('h1',)
    """
    return (str(getattr(part, "name", "weight")),) if part_word(part) in ("neuron", "link", "weight") else ()


def link_names(link: Link) -> tuple[str, ...]:
    """A link's source and target; and its number, if it is not the only one between them.

    >>> from lernmi_emo import Network
    >>> link_names(Network.layered([1, 1]).links[0])
    ('x1', 'y1')
    """
    number = (str(link.parallel),) if link.parallel > 1 else ()
    return (link.source.name, link.target.name, *number)


@lru_cache(maxsize=256)
def _word_of(kind: type) -> str:
    if issubclass(kind, Neuron):
        return "neuron"
    if issubclass(kind, Link):
        return "link"
    if issubclass(kind, Weight):
        return "weight"
    return "network" if issubclass(kind, BareNetwork) else "emotions"


class Kept(NamedTuple):
    """A message's values and their names, and its formula; `touched` are the parts that it read or changed."""

    refs: tuple[Ref, ...]
    values: tuple[float | None, ...]
    formula: Formula
    touched: tuple[Any, ...]


class Shape(NamedTuple):
    """All that messages have in common which do the same with other numbers: what of them is kept, and the formula."""

    places: tuple[int, ...]
    formula: Formula


def keep(message: Any, names: Names) -> Kept:
    """What a message read and made.

    What only keeps another value of the same part (`last_change = change`) counts as read. Where every formula is
    known, what no formula uses is left out, except weights.
    """
    values: list[Value] = message.values
    parts: dict[int, Any] = {id(message.part): message.part}
    numbered: dict[int, int] = {id(message.part): 0, id(None): -1}
    roles: list[Role] = []
    for part, name, value, made, tree, line in values:
        whose = id(part)
        if whose not in numbered:
            numbered[whose] = len(parts)
            parts[whose] = part
        roles.append((numbered[whose], name, made, tree, line, value is None))
    ordered = tuple(parts.values())
    touched = names.together(ordered)
    emotions = tuple([place for place, part in enumerate(ordered) if place and part_word(part) == "emotions"])
    shape = shape_of(tuple(roles), "frozen" in message.flags, emotions)
    shown = [values[place] for place in shape.places]
    refs = tuple([names.of(value, message) for value in shown])
    return Kept(refs, tuple([value[2] for value in shown]), shape.formula, touched)


Role = tuple[int, str, bool, Any, Line, bool]  # whose (−1: nobody's), which, made or read, its tree, its line, if None


@lru_cache(maxsize=4096)
def shape_of(roles: tuple[Role, ...], frozen: bool, emotions: tuple[int, ...]) -> Shape:
    """The shape of a message, looked into once for all that are alike.

    >>> read = (1, "output", False, None, NOWHERE, False)
    >>> shape_of((read, (2, "net_input", True, ("*", 0, ("constant", 2.0)), (5, 7), False)), False, ())
    Shape(places=(0, 1), formula=Formula(made=(Made(place=1, tree=('*', 0, ('constant', 2.0)), line=(5, 7)),), ...))
    """
    kept = {place for place, role in enumerate(roles) if _keeps(role, roles)}
    made = [place for place, role in enumerate(roles) if role[2] and not role[5] and place not in kept]
    places = [place for place, role in enumerate(roles) if not role[5]]
    if made and all(roles[place][3] is not None for place in made):
        used = {leaf for place in made for leaf in leaves(roles[place][3])}
        places = [place for place in places if place in used or place in made or roles[place][1] == "weight"]
    where = {old: new for new, old in enumerate(places)}
    formulas = tuple(Made(where[place], moved(roles[place][3], where), roles[place][4]) for place in made)
    weights = [where[place] for place in places if roles[place][1] == "weight"]
    untouched = frozen and weights and not any(roles[place][1] == "weight" for place in made)
    by_emotions = any(roles[place][0] in emotions for place in places)
    return Shape(tuple(places), Formula(formulas, frozen, by_emotions, weights[0] if untouched else -1))


def _keeps(role: Role, roles: tuple[Role, ...]) -> bool:
    """Whether this only keeps another value: one of the same part, or an argument of the same name."""
    whose, name, made, tree, _, _ = role
    if not made or type(tree) is not int:
        return False
    other = roles[tree]
    return other[0] == whose or (other[0] == -1 and other[1] == name)


def joined(several: Sequence[Kept]) -> Kept:
    """What several messages read and made, as one."""
    if len(several) == 1:
        return several[0]
    refs: list[Ref] = []
    values: list[float | None] = []
    made: list[Made] = []
    touched: dict[int, Any] = {}
    for kept in several:
        where = {place: len(values) + place for place in range(len(kept.values))}
        made += [Made(where[each.place], moved(each.tree, where), each.line) for each in kept.formula.made]
        refs += kept.refs
        values += kept.values
        touched |= {id(part): part for part in kept.touched}
    return Kept(tuple(refs), tuple(values), Formula(tuple(made)), tuple(touched.values()))


def leaves(tree: Tree | None) -> Iterator[int]:
    """The places that a tree speaks of.

    >>> list(leaves(("+", 1, ("*", 2, ("constant", 0.5)))))
    [1, 2]
    """
    if type(tree) is int:
        yield tree
    elif type(tree) is tuple and tree[0] != "constant":
        for each in tree[2] if tree[0] == "call" else tree[1:]:
            yield from leaves(each)


def moved(tree: Tree | None, where: Mapping[int, int]) -> Tree | None:
    """The tree with other places.

    >>> moved(("*", 0, ("constant", 2.0)), {0: 3})
    ('*', 3, ('constant', 2.0))
    """
    if type(tree) is int:
        return where[tree]
    if type(tree) is not tuple or tree[0] == "constant":
        return tree
    if tree[0] == "call":
        return (*tree[:2], tuple(moved(each, where) for each in tree[2]), tree[3])
    return (tree[0], *(moved(each, where) for each in tree[1:]))
