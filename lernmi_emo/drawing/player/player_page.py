"""The player's page, put together: its pictures, its data, its table, its style and its script.

The page itself is in `player.html`, `player.css` and the parts of its script, beside this file. What is filled in is
text: names, whatever they hold, are escaped, and the page lets no script run but its own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from lernmi_emo.drawing.player.player_code import Code, code_of
from lernmi_emo.drawing.player.player_frames import VIEW_OF_PHASE, frames_of
from lernmi_emo.drawing.player.player_pictures import Picture, pictures
from lernmi_emo.drawing.player.player_words import equation_line, table, words, written
from lernmi_emo.drawing.scene.style import DASHES, THEMES, line_colour, one_line, text_colour
from lernmi_emo.drawing.scene.views import VIEWS
from lernmi_emo.support.version import VERSION
from lernmi_emo.watching.step import UNITS

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.watching.trace import Trace

MOST_IN_TITLE = 6
SCRIPTS = ("player_trace.js", "player_picture.js", "player_panel.js", "player.js")
# What the script asks for. What is said of each step stands in the table; what a picture's parts are, in their ids.
TRACE_KEYS = ("digits", "attributes", "parts", "start", "lessons", "methods")
STEP_KEYS = ("phase", "part", "names", "pattern", "layer", "method", "changes")
UNUSED = r' data-(?:source|target|sign|kind|value)="(?!target)[^"]*"'


def page(network: BareNetwork, trace: Trace, title: str, digits: int, max_neurons: int | None) -> str:
    """The whole page as HTML.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> page(net, net.trace([1], [0]), "One link", 4, 10)[:15]
    '<!doctype html>'
    """
    data = json.loads(trace.to_json(digits))
    views = pictures(trace, frames_of(network, trace, digits, max_neurons))
    figures = _figures(views)
    script = "\n".join(map(_source, SCRIPTS))
    return Template(_source("player.html")).substitute(
        version=VERSION,
        script_hash=f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}",
        style=_source("player.css") + _dark(figures),
        title=escape(one_line(title or _title(trace))),
        subtitle=escape(one_line(_subtitle(network, trace))),
        pictures=figures,
        table=table(trace, [step["equations"] for step in data["steps"]]),
        trace=_json(_as_stepped_through(data)),
        drawn=_json(_drawn(network, trace, views, digits)),
        script=script,
    )


def _title(trace: Trace) -> str:
    """What is learnt."""
    if len(trace.lessons) > 1:
        return f"An epoch of {len(trace.lessons)} patterns"
    inputs, targets = trace.lessons[0].inputs, trace.lessons[0].targets
    if max(len(inputs), len(targets)) > MOST_IN_TITLE:
        return f"Learning a pattern of {len(inputs)} inputs"
    return f"Learning {_listed(inputs)} → {_listed(targets)}"


def _subtitle(network: BareNetwork, trace: Trace) -> str:
    lesson, error = trace.lessons[0], network.error_function.name
    return f"{network!r}, {error} error, rate {lesson.rate:g}, momentum {lesson.momentum:g}"


def _drawn(network: BareNetwork, trace: Trace, views: dict[str, Picture], digits: int) -> dict[str, Any]:
    """What the script needs besides the trace."""
    light = THEMES["light"]
    code = code_of(network, trace)
    units = {unit: _groups(trace, unit, code, digits) for unit in UNITS if unit != "link"}
    # The first methods, those of single steps, are in the trace's own JSON.
    methods = [method._asdict() for method in code.methods[len({step.method for step in trace}) :]]
    return {
        "names": [one_line("→".join(part.names)) for part in trace.parts],
        "frames": {view: picture.frames for view, picture in views.items()},
        "views": VIEW_OF_PHASE,
        "signs": [
            [line_colour(light, sign), text_colour(light, sign), " ".join(f"{each:g}" for each in dash)]
            for sign, dash in DASHES.items()
        ],
        "units": units,
        "code": {"methods": methods, "marks": code.marks, "of": code.of_step},
    }


def _groups(trace: Trace, unit: str, code: Code, digits: int) -> list[list[Any]]:
    """The steps by this unit: how many there are in each, what happens, the method's place, and maybe an equation."""
    groups: list[list[Any]] = []
    for step in trace.by(unit):
        groups.append([len(step.steps), words(step), code.place(step.method)])
        if unit == "neuron" and step.action == "propagate":  # all that a neuron's links bring, as one sum
            groups[-1].append("".join(equation_line(*written(each, digits)) for each in step.equations))
    return groups


def _as_stepped_through(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace's JSON as far as the player needs it: what is said of each step stands in the table."""
    steps = [{key: step[key] for key in STEP_KEYS} for step in trace["steps"]]
    return {**{key: trace[key] for key in TRACE_KEYS}, "steps": steps}


def _figures(views: dict[str, Picture]) -> str:
    """The pictures and their legends, without the attributes that nothing in this page asks for: it is small."""
    figures = [
        f'<figure id="{view}-view"><figcaption><h2>{VIEWS[view].title}</h2></figcaption>\n'
        f"{picture.svg}{picture.lines}</figure>"
        for view, picture in views.items()
    ]
    return re.sub(UNUSED, "", "\n".join([*figures, views["forward"].shapes]))


def _dark(drawn: str) -> str:
    """Style rules that paint the pictures' light colours dark where the reader's system is dark, but not in print.

    The pictures keep their colours inline; a rule for, say, `[fill="#FFFFFF"]` goes before what stands inline.
    """
    light, dark = THEMES["light"], THEMES["dark"]
    pairs = {
        getattr(light, name): getattr(dark, name)
        for name in ("background", "muted", "neutral", "positive_text", "negative_text", "neutral_text")
    }
    for kind, colours in light.neurons.items():
        pairs |= dict(zip(colours, dark.neurons[kind]))
    pairs[light.ink] = dark.ink
    rules = [
        f'#picture [{part}="{one}"] {{ {part}: {other}; }}'
        for one, other in pairs.items()
        for part in ("fill", "stroke")
        if f'{part}="{one}"' in drawn
    ]
    return "@media screen and (prefers-color-scheme: dark) {\n" + "\n".join(rules) + "\n}\n"


def _json(data: Any) -> str:
    """JSON that can stand in a page: no < that would end its element, no character that UTF-8 can't hold."""
    text = json.dumps(data, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
    return text.replace("<", "\\u003c").encode("utf-8", "replace").decode("utf-8")


def _listed(values: Sequence[float]) -> str:
    return ", ".join(f"{value:g}" for value in values).replace("-", "−")


def _source(name: str) -> str:
    """One of the page's own files, without indentation and without lines that are comments: the page is small."""
    text = files("lernmi_emo.drawing.player").joinpath(name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(line for line in lines if line and not line.startswith("//"))
