"""The legend of a Scene: what shapes, colours and dashes mean, what the numbers are, and which lesson they are from."""

from __future__ import annotations

from collections.abc import Sequence

from lernmi_emo.core.kind import Look
from lernmi_emo.drawing.scene.appearance import FILE_NAMES, own_look
from lernmi_emo.drawing.scene.colours import link_colours, neuron_colours
from lernmi_emo.drawing.scene.marks import LinkLine, NeuronShape, Text
from lernmi_emo.drawing.scene.scene_plan import ScenePlan
from lernmi_emo.drawing.scene.style import DASHES, REACH, line_colour, one_line, text_width
from lernmi_emo.drawing.scene.views import VIEWS

SIZE = 12.0
ROW = 22.0


class Legend:
    """Samples of each kind of neuron and link that is drawn, and words, in rows from (left, y) on downwards.

    After `make`, `y` is the last row's middle.
    """

    def __init__(
        self, plan: ScenePlan, lines: Sequence[LinkLine], left: float, right: float, y: float, note: str = ""
    ) -> None:
        self.plan = plan
        self.drawn = lines
        self.left = left
        self.right = right
        self.note = note
        self.x = left
        self.y = y
        self.shapes: list[NeuronShape] = []
        self.lines: list[LinkLine] = []
        self.texts: list[Text] = []

    def make(self) -> None:
        """Fill it."""
        self._kinds()
        self._next_row(ROW)
        self._signs()
        for words in [*self._words(), self.note] if self.note else self._words():
            self._next_row(ROW * 0.9)
            for word in words.split(" "):
                self._room(text_width(word, SIZE), ROW * 0.8)
                self._write(word + " ", self.plan.theme.muted, 0.0)

    def _kinds(self) -> None:
        there = dict.fromkeys(place.look for place in self.plan.layout.places)
        others = [look for look in there if look not in FILE_NAMES]
        for number, look in enumerate([*(look for look in FILE_NAMES if look in there), *others], 1):
            kind = FILE_NAMES.get(look, f"kind-{number}")
            wide, high = REACH[look.shape]
            fill, outline = neuron_colours(self.plan.theme, look)
            name = one_line(look.word)
            self._room(28 + text_width(name, SIZE), ROW)
            self.shapes.append(
                NeuronShape(
                    f"legend-{kind}", "", kind, look.shape, self.x + 12, self.y, 8 * wide, 8 * high, fill, outline, 1.4
                )
            )
            self.x += 28
            self._write(name, self.plan.theme.ink, 20.0)

    def _signs(self) -> None:
        what = VIEWS[self.plan.view].sign
        there = {"positive", "negative"} | {line.sign for line in self.drawn}
        names = {"positive": f"positive {what}", "negative": f"negative {what}", "zero": f"{what} of 0"}
        for sign, dash in DASHES.items():
            if sign not in there:
                continue
            key = f"legend-{sign.replace(' ', '-')}"
            self._sample(key, names.get(sign, sign), line_colour(self.plan.theme, sign), dash, sign)
        for number, look in enumerate(self._link_looks(), 1):
            colour, _ = link_colours(self.plan.theme, look, "")
            self._sample(f"legend-link-kind-{number}", one_line(look.word), colour, (), "")
        words = f"the wider, the larger (|{what}|)"
        self._room(text_width(words, SIZE), ROW)
        self._write(words, self.plan.theme.muted, 0.0)

    def _link_looks(self) -> list[Look]:
        """The looks of their own that links have which are drawn here; other views show values alone."""
        if self.plan.view != "structure":
            return []
        looks = {link.name: look for link in self.plan.network.links if (look := own_look(link)) is not None}
        drawn = {line.link for line in self.drawn}
        return list(dict.fromkeys(look for name, look in looks.items() if name in drawn))

    def _sample(self, key: str, name: str, colour: str, dash: tuple[float, ...], sign: str) -> None:
        self._room(46 + text_width(name, SIZE), ROW)
        ends = ((self.x, self.y), (self.x + 38, self.y))
        self.lines.append(LinkLine(key, "", "", "", ends, colour, 2.4, dash, 9.0, sign))
        self.x += 46
        self._write(name, self.plan.theme.ink, 20.0)

    def _words(self) -> list[str]:
        """What the numbers are, how many links are drawn, and the lesson that the numbers come from."""
        view, reader, lesson = VIEWS[self.plan.view], self.plan.reader, self.plan.reader.lesson
        labelled = any(line.label for line in self.drawn)
        on_links = view.equations if reader.equations else view.on_links
        numbers = [words for words in (view.in_neurons, on_links if labelled else "") if words]
        if numbers:
            numbers.append(f"rounded to {reader.digits} decimal{'s' * (reader.digits != 1)}")
        rows = ["; ".join(numbers)]
        if len(self.drawn) < len(self.plan.network.links):
            rows.append(f"{len(self.drawn):,} of {len(self.plan.network.links):,} links are drawn")
        if self.plan.view != "structure" and lesson is not None:
            words = [] if reader.error is None else [f"error E = {reader.number(reader.error)}"]
            if self.plan.view == "update":
                words += [f"rate η = {lesson.rate:g}", f"momentum α = {lesson.momentum:g}"]
                if lesson.anxiety is not None:
                    words.append(f"emotional links: anxiety μ = {reader.number(lesson.anxiety)}")
                    words.append(f"confidence k = {reader.number(lesson.confidence)}")
            rows.append(", ".join(words))
        return [row for row in rows if row]

    def _room(self, width: float, row: float) -> None:
        """Go on in the next row where this one has no more room for something so wide."""
        if self.x > self.left and self.x + width > self.right:
            self._next_row(row)

    def _next_row(self, height: float) -> None:
        self.x = self.left
        self.y += height

    def _write(self, words: str, colour: str, gap: float) -> None:
        last = self.texts[-1] if self.texts else None
        if last and gap == 0.0 and last.y == self.y and last.text.endswith(" "):
            self.texts[-1] = Text(last.x, last.y, last.text + words, SIZE, colour, "start", value="legend")
        else:
            self.texts.append(Text(self.x, self.y, words, SIZE, colour, "start", value="legend"))
        self.x += text_width(words, SIZE) + gap
