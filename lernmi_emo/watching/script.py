"""A lesson's script: every event of it, heard in a rehearsal, in the order in which they came.

`steps` can't pause within `learn`. So the lesson is rehearsed: it runs while it is listened to, and everything is put
back. What was heard is the script: which message comes next, what it will read, and what it will make of it. Then the
same messages are sent one by one to the parts as they are (see `sender.py`).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.layer import Layer
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import InputNeuron
from lernmi_emo.support.exceptions import SteppingError
from lernmi_emo.watching.formula import Formula, Ref, joined, link_names, part_word
from lernmi_emo.watching.listening import Assigned, Called, Heard, Message, listening
from lernmi_emo.watching.memory import Memory

# Which phase a verb of the network belongs to.
PHASE_OF = {
    "present": "forward",
    "propagate": "forward",
    "take_error": "error",
    "backpropagate": "backward",
    "update": "update",
}
# And the other way: the verb that is under way in a phase, once the pattern is presented.
VERB_OF = {"forward": "propagate", "error": "take_error", "backward": "backpropagate", "update": "update"}
# Messages to many neurons in a row that are one event, and its action: the pattern arrives, their sums begin.
GATHERED = {
    "forget": "present",
    "receive": "present",
    "open_net_input": "open_net_input",
    "open_sensitivity": "open_sensitivity",
}


def verb_of(step: Any) -> str:
    """The network's verb that a step, or an event, belongs to; "" for those of the emotions.

    >>> from lernmi_emo import Network
    >>> verb_of(Network.layered([1, 1]).trace([1], [0])[0])
    'present'
    """
    return "present" if step.phase == "forward" and not step.layer else VERB_OF.get(step.phase, "")


class Event(NamedTuple):
    """One event of a script; the fields that it shares with `Step` say the same there."""

    phase: str
    action: str
    part: str
    names: tuple[str, ...]
    refs: tuple[Ref, ...]
    values: tuple[float | None, ...]
    formula: Formula
    method: tuple[type, str]
    layer: int
    first: bool  # whether it is the untrained network's emotions that are felt
    touched: tuple[Any, ...]  # the parts that it reads or may change
    sent: tuple[Message | Assigned | Called, ...]  # what it consists of


class Script(NamedTuple):
    """The events; and where an error ended the rehearsal, what gives the error to raise after the last of them."""

    events: Iterator[Event]
    failed: Callable[[], Exception] | None


def parts_to_hear(network: BareNetwork) -> list[Any]:
    """Everything of a network that can tell what it does."""
    emotions = [] if network.emotions is None else [network.emotions]
    return [*network.neurons, *network.links, *network.shared, *network.layers, network, *emotions]


def rehearse(
    network: BareNetwork, act: Callable[[], object], went_wrong: Callable[[Exception], Exception] = lambda error: error
) -> Script:
    """The script of what `act` makes this network do; the network itself is as it was before.

    What a message of it refuses will be refused again when it is sent; but a part that does what can't be stepped
    through, such as changing a weight out of its turn, is named at once, by a `SteppingError`. Where the lesson ended
    otherwise, by an error of the network's own, `went_wrong` turns it into what is raised then.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> [event.action for event in rehearse(net, lambda: net.learn([1], [0])).events][:4]
    ['present', 'open_net_input', 'propagate', 'activate']
    >>> net.lesson is None
    True
    """
    memory = Memory(network)
    ended: Exception | None = None
    heard: Heard | None = None
    try:
        with warnings.catch_warnings(), listening(parts_to_hear(network), network) as heard:
            warnings.simplefilter("ignore")  # they are given when it is really done
            act()
    except SteppingError:  # a part did what can't be stepped through: then nothing is sent at all
        raise
    except Exception as error:
        ended = error
    finally:
        memory.put_back()
    events = _events(network, heard or [])
    if ended is None:
        return Script(events, None)
    wrong = ended
    return Script(events, lambda: went_wrong(wrong))


def _events(network: BareNetwork, heard: list[Message | Assigned | Called]) -> Iterator[Event]:
    """What was heard, put together to events."""
    layers = {id(layer): number for number, layer in enumerate(network.layers, 1)}
    layers |= {id(weight): layers[id(layer)] for layer in network.layers for weight in layer.weights}
    for group in _groups(heard):
        messages = [each for each in group if isinstance(each, Message)]
        calls = [each for each in group if isinstance(each, Called)]
        felt = [each for call in calls for each in call.messages if part_word(each.part) == "emotions"]
        if not messages:
            if felt:
                yield _event(network, felt[-1:], group, layers, first=True)
            continue
        yield _event(network, messages, group, layers, first=False)


def _groups(heard: list[Message | Assigned | Called]) -> Iterator[list[Message | Assigned | Called]]:
    """The events' contents. What the network notes belongs to what comes next, unless its call has sent a message."""
    group: list[Message | Assigned | Called] = []  # of one event
    waiting: list[Message | Assigned | Called] = []  # for the next event's message
    before: Message | None = None  # the group's last message
    heard.reverse()  # what is handed out is let go: thousands of messages take room
    while heard:
        each = heard.pop()
        if isinstance(each, Assigned):
            spoken = before is not None and not waiting and each.verb in [verb for _, verb in before.holders]
            (group if spoken and each.verb != "learn" else waiting).append(each)
        elif isinstance(each, Called) and not any(part_word(one.part) == "emotions" for one in each.messages):
            waiting.append(each)
        elif isinstance(each, Message) and before is not None and not waiting and _together(before, each):
            group.append(each)
            before = each
        else:
            if group:
                yield group
            group, waiting = [*waiting, each], []
            before = each if isinstance(each, Message) else None
    if group or waiting:
        yield [*group, *waiting]


def _together(one: Message, other: Message) -> bool:
    """Whether two messages in a row are parts of one event."""
    if one.method not in GATHERED or other.method not in GATHERED or one.holders != other.holders:
        return False
    return GATHERED[one.method] == GATHERED[other.method]


def _event(
    network: BareNetwork,
    messages: list[Message],
    group: Iterable[Message | Assigned | Called],
    layers: dict[int, int],
    first: bool,
) -> Event:
    last = messages[-1]
    action = GATHERED.get(last.method, last.method)
    shown = [each for each in messages if each.method != "forget"] or messages
    kept = joined([each.kept for each in shown])
    verbs = [name for _, name in last.holders]
    phase = next((PHASE_OF[name] for name in verbs if name in PHASE_OF), "emotions")
    layer = next((layers[id(holder)] for holder, _ in last.holders if isinstance(holder, Layer)), 0)
    if phase == "update":  # weights are told one after the other, each where its first link stands
        layer = layers[id(last.part)]
    part, whose = _who(shown, action)
    touched = {id(each): each for each in kept.touched} | {id(each.part): each.part for each in messages}
    if first:
        touched |= {id(each): each for each in (network.emotions, *network.neurons, *network.links, network)}
    assigned = [each.part for each in group if isinstance(each, Assigned) and not isinstance(each.part, Layer)]
    touched |= {id(part): part for part in assigned}
    if action == "present":
        touched[id(network)] = network
    return Event(
        phase,
        action,
        part,
        whose,
        kept.refs,
        kept.values,
        kept.formula,
        (kind_of(shown[0].part), shown[0].method),
        layer,
        first,
        tuple(touched.values()),
        tuple(group),
    )


def _who(messages: list[Message], action: str) -> tuple[str, tuple[str, ...]]:
    """The sort of part that an event is about, and the names: of a link both ends."""
    part = messages[-1].part
    if action in GATHERED.values():
        inputs = [each.part for each in messages if isinstance(each.part, InputNeuron) or action != "present"]
        return "neurons", tuple(each.name for each in inputs if isinstance(each, Neuron))
    word = part_word(part)
    if word == "link":
        return word, link_names(part)
    return word, () if word == "emotions" else (getattr(part, "name", word),)
