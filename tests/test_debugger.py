"""Real debuggers: what pdb and VS Code's debugger show of a stopped frame, and that a reader's programs stop so."""

import doctest
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lernmi_emo.core.link
import lernmi_emo.core.weight
from lernmi_emo import EmotionalLink, Link, Network, datasets
from tutorials.making.examples import examples, session
from tutorials.making.sessions import saved

ROOT = Path(__file__).parents[1]
RECIPE = (ROOT / "tutorials" / "recipes" / "debuggers.md").read_text(encoding="utf-8")
TUTORIAL = ROOT / "tutorials" / "04-debugger.md"
LINK_FILE = Path(lernmi_emo.core.link.__file__)
WEIGHT_FILE = Path(lernmi_emo.core.weight.__file__)
LOOK = saved(RECIPE)["look.py"]


def environment(folder):
    """No settings of whoever runs the tests, and UTF-8 wherever it is."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONBREAKPOINT", "PYTHONSTARTUP")}
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**kept, "HOME": str(folder), "USERPROFILE": str(folder), "PYTHONPATH": paths, "PYTHONUTF8": "1"}


def in_pdb(arguments, commands, folder):
    """What stands on the screen after these commands. A pipe shows no typing, so it is put in after each prompt."""
    run = subprocess.run(
        [sys.executable, *arguments],
        input="".join(command + "\n" for command in commands),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(folder),
        timeout=60,
    )
    parts = run.stdout.split("(Pdb) ")
    screen = parts[0]
    for command, part in zip(commands, parts[1:]):
        screen += f"(Pdb) {command}\n{part}"
    return screen + "".join(parts[len(commands) + 1 :]) + run.stderr


def neutral(screen):
    """Without this computer's folders, and without line numbers, which change with the files."""
    screen = re.sub(
        r"(> | at )[^\n]*?((?:lernmi_emo/(?:(?!lernmi_emo)\w+/)*)?\w+\.py)", r"\1\2", screen.replace("\\", "/")
    )
    return re.sub(r"\.py(\(|:)\d+", r".py\1…", screen).strip()


def look(folder, text=LOOK):
    (folder / "look.py").write_text(text, encoding="utf-8")
    return folder / "look.py"


def test_pdb_shows_each_attribute_as_the_algorithm_has_it(tmp_path):
    """Beside the same lesson in this process: what a link, a neuron and the network hold before a link updates."""
    shown = {
        "self.weight": None,
        "self.sensitivity": None,
        "self.change": None,
        "self.target.net_input": None,
        "self.target.output": None,
        "self.target.sensitivity": None,
        "self.target.delta": None,
        "self.source.output": None,
        "self.target.network.lesson": None,
        "self.target.network.emotions": None,
        "self.source": None,
        "self.target": None,
        "self": None,
        "self.target.network": None,
    }
    screen = in_pdb([str(look(tmp_path))], [*(f"p {name}" for name in shown), "quit"], tmp_path)
    for name in shown:
        shown[name] = re.search(rf"\(Pdb\) p {re.escape(name)}\n(.*)\n", screen)[1]

    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=20, rate=0.5, momentum=0.9)
    *_before, update = [step for step in net.steps([0, 1], [1]) if step.subject == "emotion→h2"]
    link = net.link("emotion", "h2")
    values = update.inputs
    assert float(shown["self.weight"]) == pytest.approx(values["emotion→h2.weight"], rel=1e-9)
    assert float(shown["self.sensitivity"]) == pytest.approx(link.sensitivity, rel=1e-9)
    assert float(shown["self.change"]) == pytest.approx(values["emotion→h2.last_change"], rel=1e-9)
    for name in ("net_input", "output", "sensitivity", "delta"):
        assert float(shown[f"self.target.{name}"]) == pytest.approx(getattr(link.target, name), rel=1e-9)
    assert shown["self.source.output"] == "0.5"
    assert shown["self.target.network.lesson"].startswith(
        "Lesson(inputs=[0.0, 1.0], targets=[1.0], rate=0.5, momentum="
    )
    assert shown["self.target.network.emotions"] == repr(net.emotions)
    assert shown["self.source"] == "EmotionalNeuron(emotion: output 0.5000)"
    assert shown["self.target"] == repr(link.target)
    assert shown["self"] == "EmotionalLink(emotion→h2: weight −0.5796, change 0.0042)"
    assert shown["self.target.network"] == repr(net)


def test_a_breakpoint_with_a_condition_stops_with_the_new_values_there(tmp_path):
    conditional = LOOK.replace('"h2")', '"h2", when=lambda link: link.change < 0)')
    screen = in_pdb([str(look(tmp_path, conditional))], ["p self", "next", "continue"], tmp_path)
    assert neutral(screen) == (
        "> lernmi_emo/core/link.py(…)update()\n"
        "-> super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)\n"
        "(Pdb) p self\n"
        "EmotionalLink(emotion→h2: weight −0.5833, change −0.0037)\n"
        "(Pdb) next\n"
        "--Return--\n"
        "> lernmi_emo/core/link.py(…)update()->None\n"
        "-> super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)\n"
        "(Pdb) continue\n"
        "learnt"
    )


@pytest.fixture
def debugpy_client(tmp_path):
    pytest.importorskip("debugpy", reason="debugpy is in the extra 'debug'")
    from dap import Client

    return lambda text: Client(look(tmp_path, text), environment(tmp_path))


def test_a_breakpoint_of_ones_own_stops_after_each_lesson(tmp_path):
    own = look(tmp_path, saved(TUTORIAL.read_text(encoding="utf-8"))["own.py"])
    screen = in_pdb([str(own)], ["p inputs, error", "c"] * 4, tmp_path)
    net = Network.layered([2, 2, 1], seed=1)
    lessons = [(inputs, net.learn(inputs, targets)) for inputs, targets in datasets.xor()]
    assert re.findall(r"\(Pdb\) p inputs, error\n(.*)\n", screen) == [repr(lesson) for lesson in lessons]


def test_next_on_a_floor_above_stops_at_a_breakpoint_on_the_way(tmp_path):
    session(TUTORIAL, 'path = net.save("example.json")', tmp_path)
    (tmp_path / "watch.py").write_text(saved(TUTORIAL.read_text(encoding="utf-8"))["watch.py"], encoding="utf-8")
    screen = in_pdb(["watch.py"], ["u", "u", "u", "n", "p self", "c", "c"], tmp_path)
    assert "(Pdb) p self\nLink(h1→y2: weight 0.5000)\n" in screen


def test_before_a_later_lesson_the_last_sensitivity_stands_there_until_the_link_propagates(tmp_path):
    session(TUTORIAL, 'path = net.save("example.json")', tmp_path)
    first, learns = saved(TUTORIAL.read_text(encoding="utf-8"))["forward.py"].split("net.break_on")
    lesson = learns.splitlines()[1]
    later = look(tmp_path, f"{first}{lesson}\nnet.break_on{learns}")
    screen = in_pdb([str(later)], ["p self.sensitivity", "n", "p self.sensitivity", "c"], tmp_path)
    assert re.findall(r"p self.sensitivity\n(.*)\n", screen) == ["0.08216704056423078", "None"]


def test_each_solution_needs_what_the_exercises_begin_with_and_nothing_else(tmp_path, monkeypatch):
    session(TUTORIAL, 'path = net.save("example.json")', tmp_path)
    monkeypatch.chdir(tmp_path)
    beginning, *solutions = TUTORIAL.read_text(encoding="utf-8").split("## Exercises")[1].split("<details>")
    for place, solution in enumerate(solutions):
        alone = examples(beginning + solution, f"solution {place + 1}")
        assert doctest.DocTestRunner(verbose=False).run(alone).failed == 0
    assert len(solutions) == 5


def test_the_recipes_breakpoints_are_three_for_one_takes_anothers_place():
    listing = re.findall(r"```python\n(.*?)```", RECIPE, re.DOTALL)[0]
    setting, _ = listing.split("net.breaks()")
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    exec(setting, {"net": net})
    assert setting.count("net.break_on(") == 4
    assert len(net.breaks()) == 3
    assert "so there are three here" in RECIPE


def test_the_launch_configuration_is_json_that_goes_into_the_library_from_the_programs_folder():
    (written,) = re.findall(r"```json\n(.*?)```", RECIPE, re.DOTALL)
    (launch,) = json.loads(written)["configurations"]
    assert (launch["type"], launch["justMyCode"], launch["cwd"]) == ("debugpy", False, "${fileDirname}")
    assert f"*{launch['name']}*" in RECIPE


def test_debugpy_goes_through_the_tutorials_program_as_its_walk_says(debugpy_client, tmp_path, monkeypatch):
    session(TUTORIAL, 'path = net.save("example.json")', tmp_path)
    monkeypatch.chdir(tmp_path)
    watch = saved(TUTORIAL.read_text(encoding="utf-8"))["watch.py"]
    with debugpy_client(watch) as client:
        client.begin({})
        frames = client.stopped()
        assert [frame["name"] for frame in frames[:4]] == ["backpropagate", "backpropagate", "backpropagate", "learn"]
        assert client.hover(frames[0], "self.source.sensitivity") == "0.0"
        for _line in range(3):
            client.go("next")
            frames = client.stopped()
        assert Path(frames[0]["source"]["path"]).name == "layer.py"
        inside = client.variables(frames[0])
        assert inside["self"]["type"] == "Layer"
        h1 = client.inside(client.inside(inside["link"])["source"])
        assert (h1["name"]["value"], round(float(h1["sensitivity"]["value"]), 4)) == ("'h1'", 0.0554)
        client.go("continue")
        assert round(float(client.hover(client.stopped()[0], "self.source.sensitivity")), 4) == 0.0554
        client.go("continue")
        frame = client.stopped()[0]
        assert (client.hover(frame, "self.name"), frame["name"]) == ("'h1'", "take_delta")
        assert round(float(client.hover(frame, "self.sensitivity")), 4) == 0.0364
        assert client.finish() == "learnt, error 0.2984\n"


def expected_link():
    """The link as it is before its update in the lesson of `look.py`, and the emotions it will learn by."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=20, rate=0.5, momentum=0.9)
    for step in net.steps([0, 1], [1]):
        if step.phase == "backward" and step.subject == "emotion→h2":
            link = net.link("emotion", "h2")
            return link, {name: getattr(link, name) for name in ("weight", "sensitivity", "change")}
    raise AssertionError("the link never backpropagated")


def test_debugpy_stops_in_the_links_update_and_shows_its_parts(debugpy_client):
    link, values = expected_link()
    with debugpy_client(LOOK) as client:
        client.begin({})
        frame = client.stopped()[0]
        assert (frame["name"], Path(frame["source"]["path"])) == ("update", LINK_FILE)
        line = LINK_FILE.read_text("utf-8").splitlines()[frame["line"] - 1].strip()
        assert line == "super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)"

        self = client.variables(frame)["self"]
        assert self["type"] == "EmotionalLink"
        assert self["value"] == "EmotionalLink(emotion→h2: weight −0.5796, change 0.0042)"
        parts = client.inside(self)
        for name, value in values.items():
            assert float(parts[name]["value"]) == pytest.approx(value, rel=1e-9)
        assert parts["target"]["value"] == repr(link.target)
        neuron = client.inside(parts["target"])
        for name in ("net_input", "output", "sensitivity", "delta"):
            assert float(neuron[name]["value"]) == pytest.approx(getattr(link.target, name), rel=1e-9)

        assert client.hover(frame, "self.source.emotions") == "Emotions(anxiety 0.7677, confidence −0.0103)"
        assert client.hover(frame, "self.target.network.lesson").startswith("Lesson(inputs=[0.0, 1.0], targets=[1.0]")
        assert client.hover(frame, "self.target.network.error").startswith("0.")

        client.go("stepIn")
        inner, outer = client.stopped()[:2]
        assert (inner["name"], outer["line"]) == ("update", frame["line"])
        inside = client.variables(inner)
        assert float(inside["rate"]["value"]) == pytest.approx(0.7677, abs=1e-4)
        assert float(inside["momentum"]["value"]) == pytest.approx(-0.0103, abs=1e-4)
        assert client.finish() == "learnt\n"


def test_debugpy_stops_at_a_line_of_the_library_on_a_condition(debugpy_client):
    lines = WEIGHT_FILE.read_text("utf-8").splitlines()
    line = lines.index("        self.weight += self.change") + 1
    text = LOOK.replace('net.break_on("emotion", "h2")\n', "")
    with debugpy_client(text) as client:
        client.begin({WEIGHT_FILE: [{"line": line, "condition": 'self.name == "emotion→h2" and self.change < -0.005'}]})
        frame = client.stopped()[0]
        assert (frame["name"], frame["line"]) == ("update", line)
        assert client.hover(frame, "self.name") == "'emotion→h2'"
        assert float(client.hover(frame, "self.change")) < -0.005
        client.ask("setBreakpoints", source={"path": str(WEIGHT_FILE)}, breakpoints=[])
        assert client.finish() == "learnt\n"


def test_the_recipe_names_methods_that_exist():
    for method in re.findall(r"^\|[^|]*\| `\"\w+\"` \| ((?:`\w+`(?:, )?)+) \|", RECIPE, re.MULTILINE):
        for name in re.findall(r"\w+", method):
            kinds = [
                Link,
                EmotionalLink,
                Network,
                *lernmi_emo.core.link.Neuron.__subclasses__(),
                lernmi_emo.core.link.Neuron,
            ]
            kinds += [lernmi_emo.InputNeuron, lernmi_emo.Emotions]
            assert any(name in dir(kind) for kind in kinds), name
