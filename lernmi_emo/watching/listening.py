"""Listening: while it lasts, the parts of a network tell what they read, what they assign, and in which order.

A part that is listened to has, for that while, a class of its own, which has the name of its class and its methods.
(Breakpoints do the like.) It differs in this alone:

    what it is read for     a float comes as a `Number`, which is the same float and knows its name
    what it is assigned     is noted, with the formula that made it, and assigned as the plain float
    what it is told to do   is noted as a `Message`: whose, by which method, and with which arguments

So `net.learn` itself runs, with the same bits, and what is noted is what it did. No formula of learning and no order
of messages stands here, and no kind of link or neuron is known: what somebody writes tomorrow is heard like the rest.

An activation and an error function are opaque: they are written by their name, unless what they did can be heard.
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.layer import Layer
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import SteppingError
from lernmi_emo.watching.formula import NOWHERE, Kept, Line, Names, Value, keep, part_word
from lernmi_emo.watching.literals import literal_at
from lernmi_emo.watching.number import Number, Tree, sums_heard, without_trail

ERROR = "error"  # the one number of the network itself that messages make
SO_FAR = ("so far",)  # the tree of that number while no message is under way


class Message:
    """One message to a neuron, a link, a weight or emotions, and what it did.

    While it is under way, `values` are what it reads and makes, in that order; trees count them. Afterwards `kept` is
    what is worth keeping of them. `holders` are the network's and the layer's calls in which it was sent.
    """

    __slots__ = ("arguments", "flags", "holders", "index", "kept", "method", "part", "settings", "values")

    kept: Kept

    def __init__(
        self, part: Any, method: str, arguments: tuple[Any, ...], settings: dict[str, Any], holders: tuple[Any, ...]
    ) -> None:
        self.part = part
        self.method = method
        self.arguments = arguments
        self.settings = settings
        self.holders = holders
        self.values: list[Value] = []
        self.index: dict[tuple[int, str], int] = {}  # the place of a part's attribute among the values
        self.flags: list[str] = []  # attributes that were asked, and true: "frozen"

    def close(self, names: Names) -> None:
        """Keep what is worth keeping, and let the rest go."""
        self.kept = keep(self, names)
        del self.values, self.index, self.flags

    def read(self, part: Any, name: str, value: float) -> Number:
        """Note that this was read, and give it back as a number that knows its place."""
        key = (id(part), name)
        place = self.index.get(key)
        if place is None:
            place = self.index[key] = len(self.values)
            self.values.append((part, name, value, False, None, NOWHERE))
        return Number(value, place)

    def make(self, part: Any, name: str, value: float | None, tree: Tree | None, line: Line = NOWHERE) -> int:
        """Note that this was assigned; from now on, reading it means this value."""
        place = self.index[id(part), name] = len(self.values)
        self.values.append((part, name, value, True, tree, line))
        return place

    def __repr__(self) -> str:
        return f"Message({getattr(self.part, 'name', type(self.part).__name__)}: {self.method})"


class Assigned(NamedTuple):
    """What was assigned between two messages: the lesson, which verb came last, the error, or a weight put back."""

    part: Any
    name: str
    value: Any
    verb: str  # in which of the network's or a layer's calls


class Called(NamedTuple):
    """A call that is one event however much it does: `begin`, in which the untrained network answers every pattern."""

    part: Any
    method: str
    arguments: tuple[Any, ...]
    settings: dict[str, Any]
    messages: tuple[Message, ...]


class Heard(list[Message | Assigned | Called]):
    """What was heard, in order."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names
        self.depth = 0  # above 0 within a message: what it calls belongs to it
        self.now: Message | None = None  # the message under way, or the last one
        self.whole: list[list[Message]] = []  # within a call that is one event
        self.holders: tuple[tuple[Any, str], ...] = ()  # the network's and the layers' calls under way

    def turn(self, message: Message | None) -> None:
        """Another message begins, or none any more: the last one is over."""
        if self.now is not None:
            self.now.close(self.names)
        self.now = message

    @property
    def verb(self) -> str:
        """The network's or a layer's call under way."""
        return self.holders[-1][1] if self.holders else ""

    @property
    def messages(self) -> list[Message]:
        """The messages alone."""
        return [each for each in self if isinstance(each, Message)]


WHOLE = ("begin",)  # of the network's calls, those that are one event
ASIDE = ("explain",)  # methods that are no messages
NOTHING: dict[str, Any] = {}


@contextmanager
def listening(parts: Iterable[Any], network: BareNetwork | None = None) -> Iterator[Heard]:
    """While this lasts, gather what these parts tell. Afterwards each has its own class again, whatever happened.

    `network` is the one that they belong to, if they do: it tells which input is which.

    >>> from lernmi_emo import InputNeuron, Link, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> x1.output, y1.net_input = 0.25, 0.0
    >>> with listening([x1, y1, link]) as heard:
    ...     link.propagate()
    >>> [message] = heard.messages; message
    Message(x1→y1: propagate)
    >>> print(*message.kept.refs, sep=", ")
    y1.net_input, x1.output, x1→y1.weight, y1.net_input
    >>> message.kept.values, message.kept.formula.made[0].tree
    ((0.0, 0.25, 0.5, 0.125), ('+', 0, ('*', 1, 2)))
    """
    heard = Heard(Names(network))
    classes: dict[type, type] = {}
    before: list[tuple[Any, type]] = []
    try:
        for part in parts:
            own, kind = type(part), kind_of(part)
            if kind not in classes:
                classes[kind] = _listener(kind, heard)
            if own is not classes[kind]:
                before.append((part, own))
                _become(part, classes[kind])
        with sums_heard():
            yield heard
    finally:
        _be_again(before)
        heard.turn(None)
        heard.names.known.clear()  # the listening classes live on until they are collected, and would keep these names


def _become(part: Any, listener: type) -> None:
    try:
        part.__class__ = listener
    except TypeError:  # Python lets no object of a built-in class have another one
        raise SteppingError(
            f"{getattr(part, 'name', part_word(part))} can't be listened to, as stepping, explaining and pictures of a "
            f"lesson do: expected an object of a class of your own, got one of the built-in {listener.__name__}; "
            f"derive a class from it"
        ) from None


def _be_again(before: list[tuple[Any, type]]) -> None:
    """Each part has its own class again, however often Ctrl-C comes meanwhile."""
    try:
        while before:
            part, own = before[-1]
            if type(part) is not own:
                object.__setattr__(part, "__class__", own)  # past what a listening class does with what it is assigned
            before.pop()
    except KeyboardInterrupt:
        _be_again(before)
        raise


def _listener(kind: type, heard: Heard) -> type:
    """The class that a part of this kind has while it is listened to."""
    container = issubclass(kind, (BareNetwork, Layer))
    methods, computed = _told_and_computed(kind)
    setattr_of: Callable[..., None] = kind.__setattr__
    metaclass: Any = type(kind)
    told = _container_call if container else _message_call

    def read(self: Any, name: str) -> Any:
        value = object.__getattribute__(self, name)
        if isinstance(value, float):  # numpy's too
            if heard.depth:
                return heard.now.read(self, name, value)  # type: ignore[union-attr]  # it is under way
            return Number(value, SO_FAR) if container and name == ERROR and not heard.whole else value
        if name in methods:
            return functools.partial(told, heard, self, name, value, methods[name])
        if value is True and heard.depth and heard.now is not None:
            heard.now.flags.append(name)
        if type(value) is Activation:
            return HeardActivation(value, self, heard)
        return value

    def write(self: Any, name: str, value: Any) -> None:
        if name in computed:
            setattr_of(self, name, value)  # which assigns elsewhere, and is noted there
            return
        if container:
            _note_assigned(heard, self, name, value)
        elif heard.depth and heard.now is not None:
            value = _note_made(heard.now, self, name, value, sys._getframe(1))
        elif not heard.whole:  # by no message: by the network itself, which puts weights back that ran away
            heard.append(Assigned(self, name, without_trail(value), heard.verb))
        setattr_of(self, name, without_trail(value))

    body = {
        "__slots__": (), "__doc__": kind.__doc__, "__module__": kind.__module__, "__qualname__": kind.__qualname__,
        "__wrapped__": kind, "__getattribute__": read, "__setattr__": write,
    }  # fmt: skip
    made: type = metaclass(kind.__name__, (kind,), body)  # not made known as a kind: it says what it stands for
    return made


@functools.lru_cache(maxsize=256)
def _told_and_computed(kind: Any) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """What parts of this kind can be told to do, with the parameters; and which attributes they compute."""
    public = [name for name in dir(kind) if not name.startswith("_")]
    methods = [name for name in public if inspect.isfunction(getattr(kind, name))]
    parameters = {name: tuple(inspect.signature(getattr(kind, name)).parameters)[1:] for name in methods}
    computed = [name for name in dir(kind) if isinstance(inspect.getattr_static(kind, name), property)]
    return parameters, frozenset(computed)


def _message_call(
    heard: Heard,
    part: Any,
    name: str,
    method: Callable[..., Any],
    parameters: tuple[str, ...],
    *given: Any,
    **settings: Any,
) -> Any:
    """A neuron, link, weight or emotions are told to do something."""
    if heard.depth or name in ASIDE:
        return method(*given, **settings)
    if settings:
        kept = {key: without_trail(value) for key, value in settings.items()}
        message = Message(part, name, without_trail(given), kept, heard.holders)
    else:
        message = Message(part, name, without_trail(given) if given else (), NOTHING, heard.holders)
    heard.turn(message)
    (heard.whole[-1] if heard.whole else heard).append(message)
    if given:
        more = (f"argument {place}" for place in range(len(parameters) + 1, len(given) + 1))
        given = tuple([_argument(message, key, value) for key, value in zip((*parameters, *more), given)])
    if settings:
        settings = {key: _argument(message, key, value) for key, value in settings.items()}
    heard.depth += 1
    try:
        return method(*given, **settings)
    finally:
        heard.depth -= 1


def _container_call(
    heard: Heard,
    part: Any,
    name: str,
    method: Callable[..., Any],
    parameters: tuple[str, ...],
    *given: Any,
    **settings: Any,
) -> Any:
    """The network or a layer is told to do something: what that makes of it are messages to its parts."""
    if name in WHOLE:
        inner: list[Message] = []
        heard.whole.append(inner)
        try:
            return method(*given, **settings)
        finally:
            heard.whole.pop()
            heard.turn(None)
            heard.append(Called(part, name, without_trail(given), settings, tuple(inner)))
    outside = heard.holders
    heard.holders = (*outside, (part, name))
    try:
        return method(*given, **settings)
    finally:
        heard.holders = outside


def _argument(message: Message, name: str, value: Any) -> Any:
    """An argument as the method gets it: a number that has the parameter's name; in a list, the name and its place."""
    if isinstance(value, float):
        return message.read(None, name, float(value))
    if isinstance(value, list) and all(isinstance(each, float) for each in value):
        one = name.removesuffix("s")
        return [message.read(None, f"{one} {place}", float(each)) for place, each in enumerate(value, 1)]
    if isinstance(value, ErrorFunction):
        return HeardErrorFunction(value)
    return value


def _note_made(message: Message, part: Any, name: str, value: Any, frame: Any) -> Any:
    """Note what is assigned, and give it back without its trail."""
    line = (frame.f_code.co_firstlineno, frame.f_lineno)
    if type(value) is Number:
        made = float(value)
        message.make(part, name, made, value.tree, line)
        value = made
    elif isinstance(value, float) or type(value) is int:
        literal = ("constant", value) if literal_at(frame.f_code, frame.f_lineno, name) else None
        message.make(part, name, float(value), literal, line)
    elif value is None:
        message.make(part, name, None, None, line)
    elif not isinstance(value, bool) and isinstance(getattr(part, name, None), float):
        raise SteppingError(
            f"{_whose(part)} is assigned no number in {type(message.part).__name__}.{message.method}: {value!r}"
        )
    _check_own(message, part, name)
    return value


def _check_own(message: Message, part: Any, name: str) -> None:
    """Only an update may change the weight of another part: else no sensitivity could be trusted."""
    if name != "weight" or message.method == "update" or message.part is part:
        return
    kind = type(message.part).__name__
    raise SteppingError(
        f"{kind}.{message.method} of {_whose(message.part)} changes the weight of {_whose(part)}, and weights change "
        f"in update alone, when every sensitivity has been sent back: move it there"
    )


def _note_assigned(heard: Heard, part: Any, name: str, value: Any) -> None:
    if heard.whole:
        return
    if name == ERROR and type(value) is Number and heard.now is not None:
        tree = value.tree
        if type(tree) is tuple and SO_FAR in tree:  # the error so far, to which the last message's part is added
            before = heard.now.read(part, name, getattr(part, name)).tree
            tree = tuple(before if each == SO_FAR else each for each in tree)
        heard.now.make(part, name, float(value), tree)
    elif name == ERROR and type(value) is float and value != 0.0 and heard.now is not None:
        heard.now.make(part, name, value, None)  # but that it begins at 0 is nothing to show
    heard.append(Assigned(part, name, without_trail(value), heard.verb))


def _whose(part: Any) -> str:
    return str(getattr(part, "name", type(part).__name__))


class HeardActivation:
    """An activation while it is listened to: what it makes is written by its formula, or else by its name."""

    def __init__(self, activation: Activation, neuron: Any, heard: Heard) -> None:
        self.activation, self.neuron, self.heard = activation, neuron, heard

    def value(self, net: float) -> float:
        """f(net)."""
        activation = self.activation
        made = _call(activation.name, activation.value, activation.value_form, net)
        return Number(made, ("is", made.tree)) if type(made) is Number and type(made.tree) is int else made

    def slope(self, net: float, output: float) -> float:
        """f'(net): a quantity with a name of its own, which the delta is made of."""
        activation = self.activation
        made = _call(f"{activation.name}′", activation.slope, activation.slope_form, net, output, shown=1)
        message = self.heard.now
        if type(made) is not Number or message is None:
            return made
        return Number(made, message.make(self.neuron, "slope", float(made), made.tree))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.activation, name)


class HeardErrorFunction:
    """An error function while it is listened to, likewise."""

    def __init__(self, function: ErrorFunction) -> None:
        self.function = function

    def value(self, output: float, target: float) -> float:
        """E(output, target)."""
        return _call(self.function.name, self.function.value, None, output, target)

    def slope(self, output: float, target: float) -> float:
        """∂E/∂output."""
        return _call(f"{self.function.name}′", self.function.slope, None, output, target)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.function, name)


def _call(
    name: str, function: Callable[..., float], form: Callable[..., float] | None, *given: float, shown: int = 9
) -> float:
    """What the function gives; with the formula that its form or the function itself was heard to use, or by name."""
    value = function(*map(float, given))
    if not all(type(each) is Number for each in given) or not isinstance(value, float):
        return value
    heard: Any = None
    try:
        heard = (form or function)(*given)
    except (ArithmeticError, TypeError, ValueError):
        heard = None  # it can't do with such numbers: then it is written by its name
    same = isinstance(heard, float) and (float(heard) == value or (heard != heard and value != value))
    if type(heard) is Number and same:
        return Number(value, heard.tree)
    if same and value in getattr(getattr(form, "__code__", None), "co_consts", ()):  # such as linear's slope, 1
        return Number(value, ("constant", value))
    trees = tuple(each.tree for each in given[:shown])  # type: ignore[attr-defined]  # they are Numbers
    return Number(value, ("call", name, trees, function if shown > len(trees) else None))
