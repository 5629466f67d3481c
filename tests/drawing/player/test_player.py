"""The player's page, as it is written: whole, small, safe, and showing the trace's numbers.

How it behaves in a browser is told in tests/browser.
"""

import base64
import hashlib
import html
import json
import random
import re
from html.parser import HTMLParser

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings

from lernmi_emo import (
    DrawingError,
    EmotionalLink,
    EmotionalNeuron,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    datasets,
)
from lernmi_emo.drawing.player.player import MOST_STEPS, Player, _steps_of_lesson
from lernmi_emo.drawing.player.player_code import code_of
from lernmi_emo.drawing.player.player_frames import VIEWS, frames_of
from lernmi_emo.drawing.player.player_page import SCRIPTS
from lernmi_emo.drawing.player.player_words import words
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.shown import Now


@pytest.fixture
def xor():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


class Page(HTMLParser):
    """What a browser would find in a page: its scripts by id, its table's rows, its tags and addresses."""

    def __init__(self, text):
        super().__init__()
        self.scripts, self.rows, self.tags, self.addresses = {}, [], [], []
        self.where = None
        self.feed(text)
        self.rows = [[cell.strip() for cell in row] for row in self.rows if row]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.addresses += [attributes[name] for name in ("src", "href") if attributes.get(name)]
        if tag == "script":
            self.where = attributes.get("id", "program")
            self.scripts[self.where] = ""
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag == "script":
            self.where = None
        if tag == "table":
            self.rows.append(None)  # what follows is outside

    def handle_data(self, data):
        if self.where:
            self.scripts[self.where] += data
        elif self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def page_of(player):
    return Page(player.html())


class TestTheFile:
    def test_it_is_small_and_whole(self, xor, tmp_path):
        path = xor.player([0, 1], [1]).save(tmp_path / "player.html")
        assert path == tmp_path / "player.html"
        assert path.stat().st_size < 150_000
        assert [each.name for each in tmp_path.iterdir()] == ["player.html"]
        text = path.read_text(encoding="utf-8")
        assert text.startswith("<!doctype html>")
        assert "$" not in re.sub(r"\$\{|\$/", "", text)  # no place in the page was left unfilled

    def test_it_is_the_same_bytes_each_time(self, xor):
        assert xor.player([0, 1], [1]).html() == xor.clone().player([0, 1], [1]).html()

    def test_it_leads_nowhere_but_to_its_own_steps(self, xor):
        page = page_of(xor.player([0, 1], [1]))
        assert {address for address in page.addresses if not address.startswith("#step=")} == {"data:,"}
        urls = re.findall(r"https?://[^\s\"'<]*", xor.player([0, 1], [1]).html())
        assert set(urls) == {"http://www.w3.org/2000/svg"}  # a name, not an address

    def test_its_policy_lets_its_own_script_run_and_nothing_else(self, xor):
        page = page_of(xor.player([0, 1], [1]))
        [policy] = [each["content"] for _, each in page.tags if each.get("http-equiv") == "Content-Security-Policy"]
        digest = base64.b64encode(hashlib.sha256(page.scripts["program"].encode()).digest()).decode()
        assert f"script-src 'sha256-{digest}';" in policy
        assert policy.startswith("default-src 'none';")

    def test_the_network_stays_as_it_was(self, xor):
        before = [link.weight for link in xor.links]
        xor.player([0, 1], [1]).html()
        assert [link.weight for link in xor.links] == before
        assert xor.lesson is None
        assert xor.emotions.anxiety is None

    def test_a_notebook_shows_it_in_a_frame(self, xor):
        player = xor.player([0, 1], [1])
        frame = Page(player._repr_html_())
        assert [(tag, attributes["srcdoc"]) for tag, attributes in frame.tags] == [("iframe", player.html())]

    def test_its_own_files_are_part_of_the_package(self):
        from importlib.resources import files

        names = {each.name for each in files("lernmi_emo.drawing.player").iterdir()}
        assert {"player.html", "player.css", *SCRIPTS} <= names


class TestTheTable:
    """It is printed, and shown where there is no JavaScript; the player takes its equations from it."""

    def test_every_step_is_a_row_with_its_equations(self, xor):
        player = xor.player([0, 1], [1])
        rows = page_of(player).rows
        assert rows[0] == ["Step", "Phase", "What happens", "Equation"]
        assert len(rows) - 1 == len(player.trace)
        for step, (number, phase, what, equations) in zip(player.trace, rows[1:]):
            assert (number, phase, what) == (str(step.number + 1), step.phase, words(step))
            for equation in step.equations[:12]:
                assert " ".join(equation.text().split()) in " ".join(equations.split())

    def test_of_an_epoch_it_names_the_pattern(self, xor):
        player = xor.player_of_epoch(datasets.xor())
        rows = page_of(player).rows
        assert rows[0][:2] == ["Step", "Pattern"]
        assert [row[1] for row in rows[1:]] == [str(step.pattern or "") for step in player.trace]

    def test_a_step_of_many_equations_shows_the_first(self):
        player = Network.layered([20, 1]).player([0] * 20, [1])
        text = page_of(player).rows[1][-1]
        assert "output(x12)" in text
        assert "output(x13)" not in text
        assert text.endswith("… and 8 more like these")


class TestNames:
    """Whatever a name holds, it is text."""

    def test_no_name_becomes_markup_or_script(self, hostile):
        net = hostile
        player = net.player([0.5] * len(net.inputs), [1], title="</title><script>alert(2)</script>")
        text = player.html()
        assert text.count("<script") == 3  # two of data, one of program
        assert text.count("</script") == 3
        page = Page(text)
        assert {tag for tag, _ in page.tags} <= {
            *("html", "head", "meta", "link", "title", "style", "body", "main", "header", "section", "div", "p", "h1"),
            *("h2", "figure", "figcaption", "svg", "g", "rect", "path", "circle", "text", "label", "select", "option"),
            *("input", "button", "span", "table", "thead", "tbody", "tr", "th", "td", "a", "i", "b", "small", "script"),
        }
        trace = json.loads(page.scripts["trace"])
        assert [part["names"][0] for part in trace["parts"][: len(net.neurons)]] == [each.name for each in net.neurons]
        assert html.escape("<script>alert(1)</script>") in text

    def test_a_half_of_a_pair_of_signs_does_no_harm(self, tmp_path):
        x, y = InputNeuron("a\ud800b"), Neuron("y")
        Link(x, y, 0.5)
        path = Network([x], [y]).player([1], [1]).save(tmp_path / "p.html")
        assert "a�b" in path.read_text(encoding="utf-8")


class TestTheData:
    def test_the_trace_is_the_one_that_was_computed(self, xor):
        player = xor.player([0, 1], [1])
        there, whole = json.loads(page_of(player).scripts["trace"]), json.loads(player.trace.to_json())
        assert {key: value for key, value in there.items() if key != "steps"} == {
            key: whole[key] for key in there if key != "steps"
        }
        for step, full in zip(there["steps"], whole["steps"], strict=True):
            assert step == {key: full[key] for key in step}

    def test_coarser_steps_are_those_of_the_trace(self, xor):
        player = xor.player_of_epoch(datasets.xor())
        drawn = json.loads(page_of(player).scripts["drawn"])
        for unit in ("neuron", "layer", "phase", "pattern"):
            groups = drawn["units"][unit]
            assert [(group[0], group[1]) for group in groups] == [
                (len(step.steps), words(step)) for step in player.trace.by(unit)
            ]

    def test_no_value_is_missing_where_a_net_input_is_infinite(self):
        x, y = InputNeuron("x"), Neuron("y")  # its output is finite, and so is all that goes back: else `learn` refuses
        Link(x, y, 1e308)
        player = Network([x], [y], rate=1.0).player([1e200], [0])
        trace = json.loads(page_of(player).scripts["trace"])
        assert "Infinity" in str(trace["steps"])


class TestTheFrames:
    """What a mark shows at each step is what a drawing of the network at that moment would show."""

    @settings(max_examples=10)
    @given(seed=seeds)
    def test_at_every_step_they_show_the_network_that_is_stepped_through(self, seed):
        net = random_graph(seed)
        patterns = [random_pattern(net, seed), random_pattern(net, seed + 1)]
        views = frames_of(net, net.trace_of_epoch(patterns, momentum=0.5), 4, None)
        for number, step in enumerate(net.steps_of_epoch(patterns, momentum=0.5), 1):
            if step.phase == "emotions":
                continue  # the network is asked every pattern before it learns, or has learnt all
            for view in VIEWS:
                reader = Reader(view, Now(net), 4, False)
                for place in views[view].plan.layout.places:
                    shown = self.at(views[view].neurons[views[view].plan.key(place)], number)
                    assert [text for text, _ in shown.lines] == [text for _, text in reader.neuron(place.neuron)]
                for link, frames in views[view].links.items():
                    if view == "update" and reader.value(link) == 0.0:
                        continue  # a change of 0 is 0 before and after: nobody can tell later whether it has come
                    shown = self.at(frames, number)
                    assert shown.value == reader.value(link)
                    assert list(shown.lines) in ([], [text for _, text in reader.link(link)])

    @settings(max_examples=25)
    @given(seed=seeds)
    def test_how_many_steps_there_will_be_is_known_before_they_are_computed(self, seed):
        net = random_graph(seed)
        steps = net.trace(*random_pattern(net, seed))
        assert _steps_of_lesson(net) == len([step for step in steps if step.phase != "emotions"])

    def test_before_the_first_step_no_target_is_shown(self, xor):
        for learnt_before in (False, True):
            if learnt_before:
                xor.learn([1, 1], [0])
            for frames in frames_of(xor, xor.trace([0, 1], [1]), 4, None).values():
                assert frames.targets[0] == (0, ())
                assert frames.targets[-1].lines == ("target 1.0000",)

    def test_of_a_network_that_has_learnt_each_weight_is_the_one_that_it_has(self, xor):
        xor.learn([1, 1], [0])
        before = {link: link.weight for link in xor.links}
        trace = xor.trace_of_epoch([([1, 1], [1]), ([0, 1], [1])], shuffle=False)
        frames = frames_of(xor, trace, 4, None)
        second = next(step.number for step in trace if step.pattern == 2)
        after_first = trace.state(second)
        for link, weight in before.items():
            assert self.at(frames["forward"].links[link], 0).value == weight
            assert self.at(frames["forward"].links[link], 1).value == weight
            now = after_first.link(link.source.name, link.target.name).weight
            assert self.at(frames["forward"].links[link], second + 1).value == now != weight

    def test_a_link_shows_its_change_from_its_own_update_on(self, xor):
        trace = xor.trace_of_epoch(datasets.xor(), momentum=0.9)
        frames = frames_of(xor, trace, 4, None)["update"]
        link = xor.link("x1", "h2")
        for step in trace:
            shown = self.at(frames.links[link], step.number + 1)
            done = [each for each in trace.of("x1", "h2") if each.action == "update" and each.number <= step.number]
            if step.pattern and done and done[-1].pattern == step.pattern:
                assert shown.value == trace.state(step).link("x1", "h2").change
            elif step.pattern:
                assert shown.lines[1] == "not computed"

    def test_every_view_has_its_neurons_and_labels_in_the_same_places(self, xor):
        text = xor.player([0, 1], [1]).html()
        for mark in ("neuron-5", "neuron-4-1", "label-link-2-6"):
            found = [re.search(rf'id="{view}-{mark}".*?<text x="([\d.]+)"', text).group(1) for view in VIEWS]
            assert len(set(found)) == 1

    def test_targets_change_with_the_pattern(self, xor):
        trace = xor.trace_of_epoch(datasets.xor(), shuffle=False)
        targets = frames_of(xor, trace, 1, None)["forward"].targets
        first, *others = [frame.lines for frame in targets]
        assert first == ()  # while the untrained network is asked every pattern, none of them is presented
        assert others == [("target 0.0",), ("target 1.0",), ("target 1.0",), ("target 0.0",)]

    @staticmethod
    def at(frames, number):
        return [frame for frame in frames if frame.step <= number][-1]


class TestTheCode:
    def test_the_lines_marked_are_those_that_make_the_numbers(self, xor):
        marked = marked_in(xor, [0, 1], [1])
        assert marked["Link.propagate"] == ["self.target.net_input += self.source.output * self.weight"]
        assert marked["Link.backpropagate"] == [
            "self.sensitivity = delta * self.source.output",
            "self.source.sensitivity += delta * self.weight",
        ]
        assert marked["Neuron.take_delta"][0].startswith("self.delta = self.sensitivity * ")
        emotional = "super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)"
        assert marked["EmotionalLink.update"] == [emotional]
        assert marked["Weight.update"] == [
            "self.change = momentum * self.last_change - rate * self.sensitivity",
            "self.weight += self.change",
        ]

    def test_an_emotional_update_is_followed_by_the_ordinary_one(self, xor):
        code = code_of(xor, xor.trace([0, 1], [1]))
        shown = [[code.methods[place].name for place, _ in marks] for marks in code.marks]
        assert ["EmotionalLink.update", "Weight.update"] in shown
        assert ["Weight.update"] in shown

    def test_a_frozen_link_has_its_own_lines(self, xor):
        for link in xor.links:
            link.frozen = True
        assert marked_in(xor, [0, 1], [1])["Weight.update"] == ["self.change = 0.0"]

    def test_a_link_of_ones_own_shows_its_own_update(self):
        class ClippedLink(EmotionalLink):
            def update(self, rate, momentum):
                super().update(rate, momentum)
                self.weight = min(self.weight, 1.0)

        x1, emotion, y1 = InputNeuron("x1"), EmotionalNeuron(), Neuron("y1")
        Link(x1, y1, 0.5)
        ClippedLink(emotion, y1, 0.5)
        marked = marked_in(Network([x1], [y1]), [1], [1])
        [mine] = [name for name in marked if name.endswith("ClippedLink.update")]
        assert marked[mine] == ["self.weight = min(self.weight, 1.0)"]
        assert list(marked)[-2:] == ["EmotionalLink.update", "Weight.update"] or "Weight.update" in marked


def marked_in(net, inputs, targets):
    """The lines marked in each method."""
    code = code_of(net, net.trace(inputs, targets))
    return {
        code.methods[place].name: [code.methods[place].source.splitlines()[line].strip() for line in lines]
        for marks in code.marks
        for place, lines in marks
    }


class TestBadInput:
    def test_an_epoch_of_digits_is_refused_before_it_is_computed(self):
        net = Network.layered([64, 30, 10], emotional=True)
        with pytest.raises(InputError, match=r"12,571,812 steps.* play 2 of the patterns, such as patterns\[:2\]"):
            net.player_of_epoch(datasets.digits())
        assert net.initial_weights is None

    def test_a_network_too_large_for_one_pattern_is_refused_too(self):
        net = Network.layered([784, 15, 10])
        with pytest.raises(InputError, match="play a smaller network"):
            net.player([0] * 784, [0] * 10)

    def test_a_trace_of_another_network_is_refused(self, xor):
        with pytest.raises(InputError, match="another network"):
            Player(Network.layered([2, 4, 1], seed=7), xor.trace([0, 1], [1]))

    @pytest.mark.parametrize("name", ["player.svg", "player", ".html.txt"])
    def test_a_suffix_that_no_browser_takes_for_a_page_is_refused(self, xor, tmp_path, name):
        with pytest.raises(InputError, match=r"\.html"):
            xor.player([0, 1], [1]).save(tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_a_path_that_cannot_be_written_is_named(self, xor, tmp_path):
        with pytest.raises(DrawingError, match="missing"):
            xor.player([0, 1], [1]).save(tmp_path / "missing" / "player.html")

    @pytest.mark.parametrize(
        ("settings", "message"),
        [({"digits": 0}, "digits"), ({"max_neurons": 2}, "max_neurons"), ({"rate": -1}, "rate must not be negative")],
    )
    def test_settings_out_of_range_are_refused(self, xor, settings, message):
        with pytest.raises(InputError, match=message):
            xor.player([0, 1], [1], **settings)

    def test_inputs_that_learn_refuses_are_refused_in_the_same_words(self, xor):
        with pytest.raises(InputError, match="expected 2 inputs, and 1 came"):
            xor.player([0], [1])
        with pytest.raises(InputError):
            xor.player_of_epoch([])


@pytest.mark.slow
@pytest.mark.slow
def test_the_longest_lesson_that_is_allowed_is_written(tmp_path):
    chance = random.Random(0)
    net = Network.layered([90, 60, 10], emotional=True)
    player = net.player([chance.random() for _ in range(90)], [0] * 10)
    assert 0.9 * MOST_STEPS < len(player.trace) <= MOST_STEPS
    assert player.save(tmp_path / "long.html").stat().st_size < 15e6
