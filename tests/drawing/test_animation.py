"""A trace as a film: a picture for each step, the neurons at rest, the numbers the trace's."""

import shutil
from io import BytesIO

import pytest
from PIL import Image

from lernmi_emo import DrawingError, InputError, MissingExtraError, Network
from lernmi_emo.drawing.animation import animate, frames
from lernmi_emo.text import number


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


def test_the_same_trace_gives_the_same_gif(net, trace, tmp_path):
    films = [animate(net, trace, tmp_path / name, by="phase").path.read_bytes() for name in ("a.gif", "b.gif")]
    assert films[0] == films[1]


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="films are GIFs where ffmpeg is not installed")
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
