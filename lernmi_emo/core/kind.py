"""A kind: a class of neurons, links, weights or emotions that says of itself what others need to know.

A new kind is one file. Files, drawings, the order of computing and the fast twin ask it, and none of them keeps a list:

    fields    what a file keeps of it; those of its base classes are kept too
    refers    which of its attributes are other parts of the network: a gate, a weight that several links share
    look      how it is drawn, and its word in the legend
    called    what an explanation calls it: "an emotional link"
    messages  its methods, by the phase in which it is told to do them: where a debugger can stop
    compiled  the name under which the fast twin knows this very class; "" where it doesn't

(Links also say in `sources` what they wait for, and in `learns` what of them an update changes; see `link.py`.)
Declaring the class makes it known, under its name, to files that are loaded later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final, NamedTuple

from lernmi_emo.support.exceptions import InputError

NOT_YET: Final[Any] = None  # the value of what this pass has not made yet: None, which is not 0


class Look(NamedTuple):
    """How drawings show a kind.

    `shape` is that of a neuron: circle, box, diamond, hexagon or octagon; a link's is "line". `colour` is "#RRGGBB".
    Where it is "", a neuron has the colour of its shape, and a link that of its value's sign. `place` is where a neuron
    stands: in its layer's "column", or "above" or "below" the columns that it leads to, as the bias does.

    >>> Look("bias (always 1)", "diamond", place="above").word
    'bias (always 1)'
    """

    word: str
    shape: str = "circle"
    colour: str = ""
    place: str = "column"


class Kind:
    """What neurons, links, weights and emotions have in common: they say of what kind they are.

    Raises `InputError` where another file has declared a class of this name. A class that stands in for another for a
    while, such as a breakpoint's, is not made known: it says in `__wrapped__` for which, or `registered=False`.

    >>> from lernmi_emo import Link
    >>> KINDS["Link"] is Link, Link.fields
    (True, ('weight', 'frozen', 'change', 'last_change'))
    """

    __slots__ = ()

    fields: ClassVar[tuple[str, ...]] = ()
    refers: ClassVar[tuple[str, ...]] = ()
    called: ClassVar[str] = ""
    messages: ClassVar[dict[str, str]] = {}
    look: ClassVar[Look] = Look("")
    compiled: ClassVar[str] = ""
    explained_by: ClassVar[Callable[[Any], Any]]  # handed in by the package: how to explain lies outside the core

    def explain(self) -> Any:
        """Where these numbers came from, as equations: an `Explanation`, to be printed.

        >>> from lernmi_emo import Network
        >>> Network.layered([1, 1], bias=False).link("x1", "y1").explain().title
        'x1→y1: a link'
        """
        return Kind.explained_by(self)

    def __init_subclass__(cls, registered: bool = True) -> None:
        super().__init_subclass__()
        own = vars(cls)
        cls.fields = _joined(cls, "fields")
        cls.refers = _joined(cls, "refers")
        if "compiled" not in own:
            cls.compiled = ""  # what derives from a class may send its messages otherwise
        if not registered or "__wrapped__" in own:
            return
        there = KINDS.get(cls.__name__)
        if there is not None and there.__module__ != cls.__module__:
            raise InputError(
                f"there is a kind {cls.__name__} already, in {there.__module__}, and files tell kinds by their names: "
                f"give the one in {cls.__module__} another name"
            )
        KINDS[cls.__name__] = cls


KINDS: dict[str, type[Kind]] = {}


def kind_of(part: Any) -> Any:
    """The part's class. A breakpoint gives its object a class of its own: then the class that stands behind it.

    >>> from lernmi_emo import Neuron
    >>> kind_of(Neuron("h1")) is Neuron
    True
    """
    return getattr(type(part), "__wrapped__", type(part))


def check_declared(part: Any, name: str) -> None:
    """Refuse a part that lacks what its kind declares; `name` says which part it is.

    >>> from lernmi_emo import Neuron
    >>> check_declared(Neuron("h1"), "h1")
    """
    kind = kind_of(part)
    for declared in ("fields", "refers"):
        for attribute in getattr(kind, declared):
            if not hasattr(part, attribute):
                raise InputError(
                    f"the kind {kind.__name__} declares {attribute!r} among its {declared}, and {name} has no such "
                    f"attribute: set it in {kind.__name__}.__init__, or take it out of {declared}"
                )


def referred(part: Any) -> list[Any]:
    """The parts that this one refers to, each once.

    >>> from lernmi_emo import Neuron
    >>> referred(Neuron("h1"))
    []
    """
    for name in part.refers:
        if not hasattr(part, name):
            raise InputError(
                f"the kind {kind_of(part).__name__} refers to {name!r}, and {part.name} has no such attribute: set it "
                f"in its __init__, before super().__init__(…)"
            )
    return list(dict.fromkeys(getattr(part, name) for name in part.refers))


def _joined(kind: type[Kind], declared: str) -> tuple[str, ...]:
    """What the class and its bases declare, those of the bases first, each once."""
    classes = [each for each in reversed(kind.__mro__) if declared in vars(each)]
    return tuple(dict.fromkeys(name for each in classes for name in vars(each)[declared]))
