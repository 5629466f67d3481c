"""A trace as a film: a picture for each step, the neurons at rest, the numbers the trace's."""

import shutil
from io import BytesIO

import pytest
from PIL import Image

from lernmi_emo import DrawingError, InputError, MissingExtraError, Network
from lernmi_emo.drawing.animation import animate, frames
from lernmi_emo.support.text import number


@pytest.fixture
def net():
    return Network.layered([2, 2, 1], emotional=True, seed=7)


@pytest.fixture
def trace(net):
    return net.trace([0, 1], [1])


def values(shape):
    return {text.value: text.text for text in shape.texts}


@pytest.mark.parametrize("by", ["link", "neuron", "layer", "phase"])
def test_there_is_a_picture_before_the_first_step_and_one_after_each(net, trace, by):
    scenes = frames(net, trace, by=by)
    assert len(scenes) == 1 + len(trace.by(by))
    assert scenes[0].title == "Before the first step"
    assert scenes[-1].title.startswith(f"Step {len(scenes) - 1} of {len(scenes) - 1}: ")


def test_pages_have_one_size_and_neurons_stay_where_they_are(net, trace):
    scenes = frames(net, trace, by="neuron")
    assert len({(scene.width, scene.height) for scene in scenes}) == 1
    places = [[(shape.key, shape.x, shape.y) for shape in scene.shapes if shape.neuron] for scene in scenes]
    assert all(each == places[0] for each in places)


def test_each_picture_shows_the_values_of_its_step_and_no_later_ones(net, trace):
    scenes = frames(net, trace, by="link")
    for scene, step in zip(scenes[1:], trace):
        state = trace.state(step)
        for shape in scene.shapes:
            if not shape.neuron:
                continue
            shown = values(shape)
            for name, mark in (("output", "Y "), ("net_input", "net "), ("delta", "δ "), ("sensitivity", "∂E/∂Y ")):
                if name in shown and shown[name] != mark + number(getattr(state.neuron(shape.neuron), name)):
                    assert "e−" in shown[name]  # a small number, by its power of ten
        if step.phase == "update":
            for line in scene.lines:
                if line.link:
                    held = state.link(line.source, line.target)
                    assert line.label[-1].text in (f"= {number(held.weight)}", "not computed")


def test_the_one_at_work_is_pointed_out(net, trace):
    for scene, step in zip(frames(net, trace, by="link")[1:], trace):
        marked = {mark.neuron for mark in scene.shapes if mark.highlight}
        marked |= {mark.link for mark in scene.lines if mark.highlight}
        if step.part == "link":
            assert marked == {step.subject}
        elif step.part == "neuron":
            assert marked == set(step.names) or not marked


def pointed_out(picture):
    """The neurons and the links that glow in a picture, each once."""
    neurons = {shape.neuron for shape in picture.shapes if shape.highlight}
    return neurons, {line.link for line in picture.lines if line.highlight}


def test_each_layer_is_pointed_out_with_its_links_whenever_it_is_its_turn():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    trace = net.trace([0, 1], [1])
    for picture, step in zip(frames(net, trace, by="layer")[1:], trace.by("layer")):
        neurons, links = pointed_out(picture)
        if step.phase in ("forward", "backward", "update") and step.layer:
            layer = net.layers[step.layer - 1]
            assert links == {link.name for link in layer.links}
            assert neurons == (set() if step.phase == "update" else {neuron.name for neuron in layer.neurons})
        else:
            expected = {"forward": {"x1", "x2", "bias", "emotion"}, "error": {"y1"}, "emotions": set()}
            assert (neurons, links) == (expected[step.phase], set())


def test_in_a_crowd_of_links_the_neurons_that_they_lead_to_are_pointed_out_in_every_layer():
    net = Network.layered([8, 8, 2], seed=1)  # 72 links into the first layer, 18 into the second
    trace = net.trace([0.5] * 8, [0, 1])
    for picture, step in zip(frames(net, trace, by="layer")[1:], trace.by("layer")):
        neurons, links = pointed_out(picture)
        assert links == set()
        if step.layer:
            assert neurons == {neuron.name for neuron in net.layers[step.layer - 1].neurons}


def test_where_the_whole_network_is_at_work_nothing_is_pointed_out(net, trace):
    shown = [pointed_out(picture) for picture in frames(net, trace, by="phase")]
    assert shown == [(set(), set()), *[(set(), set())] * 2, ({"y1"}, set()), *[(set(), set())] * 2]


def test_felt_emotions_leave_the_picture_in_the_view_that_it_had(net):
    trace = net.trace_of_epoch([([0, 1], [1]), ([1, 1], [0])])
    pictures = frames(net, trace, by="phase")
    assert [picture.view for picture in pictures[:3]] == ["forward"] * 3
    first = pictures[1]
    assert first.title.endswith("the untrained network's emotions are felt")
    output = trace.state(trace.by("phase")[0]).neuron("y1").output
    assert [values(shape)["output"] for shape in first.shapes if shape.neuron == "y1"] == [f"Y {number(output)}"]
    assert {line.sign for line in first.lines if line.link} <= {"positive", "negative"}  # weights, and not changes

    before, last = pictures[-2:]
    assert last.title.endswith("the epoch's emotions are felt")
    assert (before.view, last.view) == ("update", "update")
    assert [line.label for line in last.lines] == [line.label for line in before.lines]
    targets = [[text.text for text in picture.texts if text.value == "target"] for picture in (before, last)]
    assert targets[0] == targets[1] != []


def test_the_network_stays_as_it_was(net, trace):
    frames(net, trace, by="phase")
    assert net.lesson is None
    assert net.neuron("h1").output is None


def test_a_gif_has_a_picture_for_each_step(net, trace, tmp_path):
    drawing = net.animate(trace, tmp_path / "a.gif", by="phase", seconds=0.5)
    film = Image.open(BytesIO(drawing.path.read_bytes()))
    assert film.n_frames == 1 + len(trace.by("phase"))
    assert film.info["duration"] == 500
    assert drawing.painter == "matplotlib"


@pytest.mark.slow
def test_the_same_trace_gives_the_same_gif(net, trace, tmp_path):
    films = [animate(net, trace, tmp_path / name, by="phase").path.read_bytes() for name in ("a.gif", "b.gif")]
    assert films[0] == films[1]


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="films are GIFs where ffmpeg is not installed")
@pytest.mark.slow
def test_an_mp4_is_made_where_ffmpeg_is(net, trace, tmp_path):
    assert b"ftyp" in animate(net, trace, tmp_path / "a.mp4", by="phase").path.read_bytes()[:16]


def test_an_mp4_without_ffmpeg_is_an_error_that_tells_how_to_install_it(net, trace, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError, match="apt install ffmpeg"):
        animate(net, trace, tmp_path / "a.mp4", by="phase")
    assert list(tmp_path.iterdir()) == []


def test_a_trace_of_another_network_is_refused(net, tmp_path):
    other = Network.layered([2, 3, 1], emotional=True)
    with pytest.raises(InputError, match=r"this trace is of another network: .*h3"):
        animate(net, other.trace([0, 1], [1]), tmp_path / "a.gif")
    with pytest.raises(InputError, match="this trace is of another network"):
        animate(other, net.trace([0, 1], [1]), tmp_path / "a.gif")


@pytest.mark.parametrize(
    ("name", "settings", "error", "message"),
    [
        ("a.avi", {}, InputError, r"an animation can be \.gif or \.mp4, and this ends in '\.avi'"),
        ("a.gif", {"seconds": 0}, InputError, "seconds must be above 0"),
        ("a.gif", {"by": "hour"}, InputError, "hour"),
        ("nowhere/a.gif", {}, DrawingError, "there is no folder"),
    ],
)
def test_what_can_not_be_made_is_refused(net, trace, tmp_path, name, settings, error, message):
    with pytest.raises(error, match=message):
        animate(net, trace, tmp_path / name, **settings)
    assert list(tmp_path.iterdir()) == []


def test_a_film_of_thousands_of_steps_is_refused_with_advice(tmp_path):
    net = Network.layered([10, 10, 10])
    with pytest.raises(InputError, match='at most 500: choose coarser ones, such as by="layer"'):
        animate(net, net.trace([0.5] * 10, [1] * 10), tmp_path / "a.gif", by="link")


def weights_shown(picture):
    """What stands on each link of a picture of the forward view."""
    return {line.link: line.label[0].text for line in picture.lines if line.link}


def test_of_a_network_that_has_learnt_each_weight_is_the_one_that_it_has(net):
    for _ in range(3):
        net.learn([1, 1], [1], momentum=0.9)
    now = {link.name: number(link.weight) for link in net.links}
    before_its_last_lesson = {link.name: number(link.weight_before) for link in net.links}
    pictures = frames(net, net.trace([0, 1], [1]), by="link")
    forward = [picture for picture in pictures if picture.view == "forward"]
    assert all(weights_shown(picture) == now for picture in forward)
    assert now != before_its_last_lesson


def test_between_two_patterns_no_update_is_undone(net):
    trace = net.trace_of_epoch([([1, 1], [1]), ([1, 1], [0])], shuffle=False)
    first = next(step.number for step in trace if step.pattern == 2)
    learnt = {
        link.name: number(trace.state(first).link(link.source.name, link.target.name).weight) for link in net.links
    }
    pictures = frames(net, trace, by="link")
    for picture, step in zip(pictures[1:], trace):
        if step.pattern == 2 and step.phase in ("forward", "error"):
            assert weights_shown(picture) == learnt
    assert learnt != {link.name: number(link.weight) for link in net.links}


def test_before_the_first_step_no_target_is_shown(net):
    for _ in range(2):
        first, *others = frames(net, net.trace([0, 1], [1]), by="phase")
        assert "target 1.0000" not in [text.text for text in first.texts]
        assert all("target 1.0000" in [text.text for text in picture.texts] for picture in others[-4:])
        net.learn([1, 1], [0])


def test_the_network_is_as_it_was_after_a_film(net):
    net.learn([1, 1], [1])
    held = [(link.weight, link.weight_before, link.change, link.sensitivity) for link in net.links]
    lesson, done = net.lesson, net.done
    frames(net, net.trace([0, 1], [1]))
    assert [(link.weight, link.weight_before, link.change, link.sensitivity) for link in net.links] == held
    assert (net.lesson, net.done) == (lesson, done)
