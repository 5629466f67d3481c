"""`lernmi-emo play`: a lesson as a page."""

import json
import re

import pytest

from lernmi_emo import Network, datasets


def trace_in(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="trace">(.*?)</script>', text, re.DOTALL).group(1))


def test_bare_it_writes_an_epoch_of_xor(run, here):
    code, out, err = run("play")
    assert (code, err) == (0, "")
    trace = trace_in(here / "player.html")
    assert len(trace["lessons"]) == 4
    assert out == f"player.html: {len(trace['steps'])} steps; open it in a browser\n"


def test_one_pattern_of_a_gate(run, here):
    code, out, _ = run("play", "xor", "--inputs", "0,1", "--targets", "1", "-o", "one.html", "--plain")
    assert code == 0
    assert out.startswith("one.html: 53 steps")
    [lesson] = trace_in(here / "one.html")["lessons"]
    assert (lesson["inputs"], lesson["targets"], lesson["anxiety"]) == ([0.0, 1.0], [1.0], None)


def test_a_saved_network_learns_on_from_where_it_is_and_its_file_stays(run, here):
    net = Network.layered([2, 3, 1], emotional=True, seed=3)
    net.train(datasets.xor(), epochs=5, momentum=0.9)
    net.save(here / "net.json")
    before = (here / "net.json").read_bytes()
    code, _, err = run("play", "net.json", "--inputs=-1,0.5", "--targets", "1", "--rate", "0.25", "--momentum", "0.5")
    assert (code, err) == (0, "")
    trace = trace_in(here / "player.html")
    assert (here / "net.json").read_bytes() == before
    assert [trace["lessons"][0][name] for name in ("inputs", "rate", "momentum")] == [[-1.0, 0.5], 0.25, 0.5]
    weights = [held[0] for part, held in zip(trace["parts"], trace["start"]) if part["part"] == "link"]
    assert weights == [link.weight for link in net.links]


def test_digits_and_the_title_are_as_asked_for(run, here):
    run("play", "and", "--inputs", "1,1", "--targets", "1", "--digits", "2", "--title", "AND & more")
    text = (here / "player.html").read_text(encoding="utf-8")
    assert "<h1>AND &amp; more</h1>" in text
    assert ">Y 1.00</text>" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["xor", "--inputs", "0,1"], "--targets is missing"),
        (["missing.json", "--inputs", "0,1", "--targets", "1"], "missing.json"),
        (["xorr"], "did you mean 'xor'"),
        (["xor", "--inputs", "0", "--targets", "1"], "expected 2 inputs"),
        (["xor", "-o", "player.svg"], "a player is a web page"),
        (["xor", "-o", "no/where/player.html"], "no/where"),
        (["xor", "--max-neurons", "few"], "--max-neurons"),
        (["xor", "--digits", "0"], "digits"),
        (["digits"], "play 2 of the patterns"),
    ],
)
def test_a_mistake_is_answered_with_a_message_and_leaves_no_file(run, here, arguments, message):
    code, out, err = run("play", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
    assert not list(here.glob("**/*.html"))
