"""Breakpoints: stop in the debugger where one link, one neuron or the emotions do it.

    net.break_on("emotion", "h2")                                              before this link updates
    net.break_on("emotion", "h2", when=lambda link: abs(link.change) > 0.1)    when it has, by more than 0.1
    net.break_on("h2", phase="forward")                                        before this neuron activates
    net.breaks(), net.clear_breaks()

It is what you would do by hand: `breakpoint()` written as the first line of the method, but for this one object; and
with a condition, `if when(self): breakpoint()` as its last, so that the condition can speak of what was just made. It
stops in `learn`, `train`, `predict` and `steps` alike, and in any debugger: `breakpoint()` is Python's own.

For this the object gets a class of its own, which has the name of its class and differs from it in this method alone
(`lernmi_emo.core.kind.kind_of(link)` is the class it had). Every other object is as before, so what has no breakpoint
pays nothing. `clear_breaks` gives the class back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import InputError, suggest
from lernmi_emo.watching.finding import find_part
from lernmi_emo.watching.insertion import STOP, with_lines
from lernmi_emo.watching.parts import subject


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """One place to stop: who, in which phase, and on what condition. `clear` takes it away.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> stop = net.break_on("emotion", "h2"); stop
    Breakpoint(emotion→h2, update)
    >>> stop.clear(); net.breaks()
    []
    """

    name: str
    phase: str
    method: str
    when: Callable[[Any], object] | None
    holder: Any  # the object whose method it is written into

    def clear(self) -> None:
        """Stop here no longer. A second time changes nothing."""
        _write(self.holder, [each for each in _breakpoints(self.holder) if each is not self])

    def __call__(self, subject: Any) -> bool:
        """Whether to stop: the condition's answer. Raises `InputError`, naming the breakpoint, where it raises."""
        try:
            return self.when is None or bool(self.when(subject))
        except Exception as error:
            raise InputError(
                f"the condition of the breakpoint on {self.name} in the {self.phase} phase raised "
                f"{type(error).__name__}: {error}; it was asked of {subject!r}. The lesson ends here, half-way: "
                f"net.clear_breaks(), set one with a condition that holds for these values, and learn on"
            ) from error

    def __repr__(self) -> str:
        return f"Breakpoint({self.name}, {self.phase}{', with a condition' * (self.when is not None)})"


def break_on(
    network: BareNetwork, *names: str, phase: str | None = None, when: Callable[[Any], object] | None = None
) -> Breakpoint:
    """Stop in the debugger each time that this neuron, link or the emotions do it.

    `names` are both ends of a link (or its name, "x1→h1"), a neuron's name, or "emotions". `phase` is one in which it
    does something:

        a link       "forward" (propagate), "backward" (backpropagate), "update"
        a neuron     "forward" (activate), "error" (an output: compare), "backward" (take_delta)
        a source     "forward" (receive, perceive)
        "emotions"   "emotions" (feel)

    Without it, the last of them. It stops at the method's first line, before anything is done. With `when`, a
    function of the neuron, the link or the emotions, it stops at the method's last line, when that is done, each time
    the condition is true. A second breakpoint in the same place takes the place of the first. It belongs to the object:
    emotions assigned later, and clones, have none.

    Raises `NameNotFoundError` for a name that does not exist, and `InputError` for a phase in which nothing is done
    there, or a condition that can't be called. A condition that raises ends the lesson with an `InputError`.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> net.break_on("emotion", "h2", when=lambda link: abs(link.change) > 0.1)
    Breakpoint(emotion→h2, update, with a condition)
    >>> net.clear_breaks()
    """
    part = find_part(network, *names)
    name = subject(part)
    methods = _methods(network, part)
    phase = next(reversed(methods)) if phase is None else phase
    if phase not in methods:
        raise InputError(f"{name} does nothing in the phase {phase!r}: {suggest(phase, methods)}")
    if when is not None and not callable(when):
        raise InputError(f"when must be a function of {name}, such as lambda part: …, and this came: {when!r}")
    new = Breakpoint(name, phase, methods[phase], when, part)
    kept = [each for each in _breakpoints(part) if each.phase != phase]
    _write(part, [*kept, new])
    return new


def breaks(network: BareNetwork) -> list[Breakpoint]:
    """Every breakpoint of the network.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> stops = net.break_on("h2"), net.break_on("x1", "h1", phase="forward")
    >>> net.breaks()
    [Breakpoint(h2, backward), Breakpoint(x1→h1, forward)]
    """
    return [each for holder in _holders(network) for each in _breakpoints(holder)]


def clear_breaks(network: BareNetwork) -> None:
    """Take every breakpoint of the network away.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> stop = net.break_on("h2"); net.clear_breaks(); net.breaks()
    []
    """
    for holder in _holders(network):
        if _breakpoints(holder):
            _write(holder, [])


def _methods(network: BareNetwork, part: Any) -> dict[str, str]:
    """What this part does, phase by phase: the names of its methods, as its kind has them."""
    messages = dict(getattr(part, "messages", {"emotions": "feel"}))
    if "error" in messages and part not in network.outputs:
        del messages["error"]
    return messages


def _holders(network: BareNetwork) -> Iterator[Any]:
    yield from network.neurons
    yield from network.links
    yield from network.shared
    if network.emotions is not None:
        yield network.emotions


def _breakpoints(holder: Any) -> tuple[Breakpoint, ...]:
    return getattr(type(holder), "__breakpoints__", ())


def _write(holder: Any, breakpoints: Sequence[Breakpoint]) -> None:
    """Give the object a class with these breakpoints and no others, or its own class back."""
    real = kind_of(holder)
    if not breakpoints:
        holder.__class__ = real
        return
    body: dict[str, Any] = {
        "__slots__": (),
        "__doc__": real.__doc__,
        "__module__": real.__module__,
        "__qualname__": real.__qualname__,
        "__wrapped__": real,
        "__breakpoints__": tuple(breakpoints),
    }
    try:
        for method in dict.fromkeys(each.method for each in breakpoints):
            body[method] = _method(getattr(real, method), [each for each in breakpoints if each.method == method])
        holder.__class__ = type(real)(real.__name__, (real,), body)
    except (AttributeError, OSError, TypeError) as error:
        raise InputError(
            f"no breakpoint can be written into {real.__name__}.{breakpoints[-1].method}, for {error}; it has to be a "
            f"method in Python, in a class of a file: set one there in the debugger itself"
        ) from error


def _method(function: Any, breakpoints: Sequence[Breakpoint]) -> Any:
    """The method with its breakpoints."""
    before: list[str] = []
    after: list[str] = []
    names: dict[str, object] = {}
    for number, each in enumerate(breakpoints, 1):
        if each.when is None:
            before.append(STOP)
            continue
        name = "when" if number == 1 else f"when_{number}"
        names[name] = each
        after.append(f"if {name}(self): {STOP}")
    return with_lines(function, before, after, names)
