"""Networks in JSON files: what can be read back, and what is refused."""

import json
import os
import stat
import subprocess
import sys

import pytest
from running import ROOT

from lernmi_emo import (
    ACTIVATIONS,
    ERROR_FUNCTIONS,
    Activation,
    Emotions,
    ErrorFunction,
    FixedEmotions,
    InputNeuron,
    Link,
    Network,
    Neuron,
    StorageError,
    datasets,
)
from lernmi_emo.storage import LINK_KINDS, NEURON_KINDS, describe


@pytest.fixture
def net():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=3)
    return net


@pytest.fixture
def damaged(net, tmp_path):
    """A file of a network, with one thing in it changed by the test: returns what loading it says."""

    def say(change):
        path = net.save(tmp_path / "net.json")
        description = json.loads(path.read_text(encoding="utf-8"))
        change(description)
        path.write_text(json.dumps(description), encoding="utf-8")
        with pytest.raises(StorageError) as caught:
            Network.load(path)
        assert str(caught.value).startswith(f"{path}: ")
        return str(caught.value).removeprefix(f"{path}: ")

    return say


# What is written


def test_what_is_loaded_is_the_same_to_the_last_bit(net, tmp_path):
    loaded = Network.load(net.save(tmp_path / "net.json"))
    assert describe(loaded) == describe(net)
    assert [loaded.predict(inputs) for inputs, _ in datasets.xor()] == [
        net.predict(inputs) for inputs, _ in datasets.xor()
    ]


def test_save_says_where_the_file_is(net, tmp_path):
    assert net.save(str(tmp_path / "net.json")) == tmp_path / "net.json"


def test_the_file_is_strict_json_with_its_format_and_version(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    description = json.loads(path.read_text(encoding="utf-8"), parse_constant=pytest.fail)
    assert description["format"] == "lernmi-emo network"
    assert description["version"] == 1


def test_each_neuron_and_each_link_has_a_line_of_its_own(net, tmp_path):
    lines = net.save(tmp_path / "net.json").read_text(encoding="utf-8").splitlines()
    for neuron in net.neurons:
        assert sum(line.startswith(f'    {{"name": "{neuron.name}"') for line in lines) == 1
    for link in net.links:
        ends = f'    {{"source": "{link.source.name}", "target": "{link.target.name}"'
        assert sum(line.startswith(ends) and f'"weight": {link.weight!r}' in line for line in lines) == 1


def test_names_of_any_kind_come_back(tmp_path):
    names = ['"quoted"', "Größe → 1", "a\\b\nc", "日本", "x1"]
    inputs = [InputNeuron(name) for name in names]
    y1 = Neuron("y1")
    for neuron in inputs:
        Link(neuron, y1, 0.5)
    loaded = Network.load(Network(inputs, [y1]).save(tmp_path / "net.json"))
    assert [neuron.name for neuron in loaded.inputs] == names


def test_numbers_that_users_assigned_are_written_as_floats(net, tmp_path):
    np = pytest.importorskip("numpy")
    net.link("x1", "h1").weight = 1
    net.link("x2", "h1").weight = np.float64(0.1)
    loaded = Network.load(net.save(tmp_path / "net.json"))
    assert (loaded.link("x1", "h1").weight, loaded.link("x2", "h1").weight) == (1.0, 0.1)


def test_a_mark_at_the_beginning_of_the_file_does_no_harm(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())  # as some Windows editors put it
    assert describe(Network.load(path)) == describe(net)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "0.5"])
def test_a_weight_that_is_no_finite_number_is_refused(net, tmp_path, value):
    net.link("x1", "h2").weight = value
    with pytest.raises(StorageError, match="the weight of x1→h2 must be a finite number"):
        net.save(tmp_path / "net.json")
    assert list(tmp_path.iterdir()) == []


def test_an_emotion_that_is_no_finite_number_is_refused(net, tmp_path):
    net.emotions.anxiety = float("inf")
    with pytest.raises(StorageError, match="the emotions' anxiety must be a finite number"):
        net.save(tmp_path / "net.json")


# Where it is written


def test_an_old_file_is_replaced(net, tmp_path):
    path = tmp_path / "net.json"
    path.write_text("old", encoding="utf-8")
    net.save(path)
    assert describe(Network.load(path)) == describe(net)
    assert [each.name for each in tmp_path.iterdir()] == ["net.json"]


def test_an_old_file_is_as_it_was_where_writing_fails(net, tmp_path, monkeypatch):
    path = tmp_path / "net.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(StorageError, match=r"net\.json: can't be written: No space left on device"):
        net.save(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["net.json"]


def test_ctrl_c_while_writing_leaves_nothing_behind(net, tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        net.save(tmp_path / "net.json")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(net, tmp_path):
    with pytest.raises(StorageError, match=r"nowhere.net\.json: can't be written: No such file or directory"):
        net.save(tmp_path / "nowhere" / "net.json")


def test_a_folder_is_no_file(net, tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError, match="folder: can't be written"):
        net.save(tmp_path / "folder")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_a_path_that_no_system_takes_is_refused(net):
    with pytest.raises(StorageError, match="can't be written"):
        net.save("a\0b")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as on Unix")
def test_a_file_has_the_usual_permissions_and_a_symbolic_link_stays_one(net, tmp_path):
    (tmp_path / "usual").touch()
    (tmp_path / "latest.json").symlink_to(tmp_path / "net.json")
    net.save(tmp_path / "latest.json")
    assert (tmp_path / "latest.json").is_symlink()
    assert stat.S_IMODE((tmp_path / "net.json").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


# Parts that a file can't hold


def one_link(neuron=None, link_class=Link):
    x1, y1 = InputNeuron("x1"), neuron or Neuron("y1")
    link_class(x1, y1, 0.5)
    return Network([x1], [y1])


def test_an_activation_has_to_be_registered_here_and_there(tmp_path, monkeypatch):
    cube = Activation("cubic", lambda net: net**3, lambda net, output: 3 * net**2)
    net = one_link(Neuron("y1", cube))
    with pytest.raises(StorageError, match=r"the activation of y1, 'cubic' is not registered .* call its register\(\)"):
        net.save(tmp_path / "net.json")
    monkeypatch.setitem(ACTIVATIONS, "cubic", cube)
    path = net.save(tmp_path / "net.json")
    assert Network.load(path).neuron("y1").activation is cube
    monkeypatch.delitem(ACTIVATIONS, "cubic")
    with pytest.raises(StorageError, match=r"net\.json: neuron 2 \(y1\): there is no activation 'cubic'.*register\(\)"):
        Network.load(path)


def test_an_error_function_has_to_be_registered_too(tmp_path, monkeypatch):
    absolute = ErrorFunction("difference", lambda y, t: abs(y - t), lambda y, t: 1.0 if y > t else -1.0)
    net = one_link()
    net.error_function = absolute
    with pytest.raises(StorageError, match="the error function 'difference' is not registered"):
        net.save(tmp_path / "net.json")
    monkeypatch.setitem(ERROR_FUNCTIONS, "difference", absolute)
    path = net.save(tmp_path / "net.json")
    assert Network.load(path).error_function is absolute
    monkeypatch.delitem(ERROR_FUNCTIONS, "difference")
    with pytest.raises(StorageError, match=r"net\.json: the network: there is no error function 'difference'"):
        Network.load(path)


def test_an_activation_that_took_a_known_name_without_registering_is_not_confused_with_it(tmp_path):
    other = Activation("logistic", lambda net: 0.25, lambda net, output: 0.0)
    with pytest.raises(StorageError, match="is not registered under this name"):
        one_link(Neuron("y1", other)).save(tmp_path / "net.json")


class Moody(Emotions):
    """Emotions of a user's own."""


def test_emotions_of_another_class_are_refused_with_advice(tmp_path):
    net = Network.layered([2, 1], emotional=Moody())
    with pytest.raises(StorageError, match=r"these are of another kind: Moody.*assign net\.emotions = Emotions\(\)"):
        net.save(tmp_path / "net.json")


def test_fixed_emotions_come_back_fixed(tmp_path):
    net = Network.layered([2, 3, 1], emotional=FixedEmotions(0.75, 0.25), seed=1)
    net.train(datasets.xor(), epochs=2)
    loaded = Network.load(net.save(tmp_path / "net.json"))
    loaded.train(datasets.xor(), epochs=2)
    assert type(loaded.emotions) is FixedEmotions
    assert (loaded.emotions.anxiety, loaded.emotions.confidence) == (0.75, 0.25)
    loaded.rewind()
    assert loaded.emotions.anxiety == 0.75


class Timid(Neuron):
    """A neuron of a user's own, without attributes of its own."""

    __slots__ = ()


class Slow(Link):
    """A link of a user's own, without attributes of its own."""

    __slots__ = ()

    def update(self, rate, momentum):
        super().update(rate / 2, momentum)


def test_classes_of_ones_own_can_be_added_to_what_files_can_name(tmp_path, monkeypatch):
    net = one_link(Timid("y1"), Slow)
    with pytest.raises(StorageError, match=r"neuron y1 is a Timid.* add it to lernmi_emo\.storage.NEURON_KINDS"):
        net.save(tmp_path / "net.json")
    monkeypatch.setitem(NEURON_KINDS, "Timid", Timid)
    with pytest.raises(StorageError, match=r"link x1→y1 is a Slow.* add it to lernmi_emo\.storage.LINK_KINDS"):
        net.save(tmp_path / "net.json")
    monkeypatch.setitem(LINK_KINDS, "Slow", Slow)
    loaded = Network.load(net.save(tmp_path / "net.json"))
    assert (type(loaded.neuron("y1")), type(loaded.links[0])) == (Timid, Slow)


def test_attributes_of_ones_own_are_not_dropped_in_silence(tmp_path, monkeypatch):
    class Labelled(Neuron):
        """A neuron with a __dict__."""

    monkeypatch.setitem(NEURON_KINDS, "Labelled", Labelled)
    neuron = Labelled("y1")
    neuron.label = "decides"
    with pytest.raises(StorageError, match="neuron y1 has attributes that no file can hold: label"):
        one_link(neuron).save(tmp_path / "net.json")


# Files that are not what they seem


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "line 1, column 1: this is not JSON: it ends too soon"),
        (b"\x89PNG\r\n\x1a\n", "can't be read as JSON: 'utf-8' codec"),
        (b"Dear Sir or Madam", "line 1, column 1: this is not JSON: Expecting value"),
        (b"[1, 2, 3]", "this is no lernmi-emo network"),
        (b"null", "this is no lernmi-emo network"),
        (b'{"model": "sequential"}', 'expected an object with "format": "lernmi-emo network"'),
        (b'{"format": "lernmi-emo network"}', '"version" must be a whole number of at least 1, and this came: None'),
        (b'{"format": "lernmi-emo network", "version": true}', "this came: True"),
        (b'{"format": "lernmi-emo network", "version": 2, "x": 1}', "from a newer lernmi-emo.*pip install --upgrade"),
        (b'{"format": "lernmi-emo network", "version": NaN}', "finite numbers only, and NaN stands there"),
        (b'{"format": "a", "format": "b"}', "the key 'format' stands twice"),
        (b"[" * 100_000, "can't be read as JSON"),
        (b"1" * 10_000, "can't be read as JSON|this is no lernmi-emo network"),
    ],
)
def test_what_is_no_network_is_refused(tmp_path, content, message):
    path = tmp_path / "net.json"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=message) as caught:
        Network.load(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(StorageError, match=r"none\.json: can't be read: No such file or directory; check the path"):
        Network.load(tmp_path / "none.json")
    with pytest.raises(StorageError, match="can't be read"):
        Network.load(tmp_path)


def test_a_file_cut_short_anywhere_is_refused(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    whole = path.read_bytes()
    for length in range(0, len(whole.rstrip()) - 1, 7):
        path.write_bytes(whole[:length])
        with pytest.raises(StorageError, match=r"net\.json"):
            Network.load(path)
    path.write_bytes(whole[:-10])
    with pytest.raises(StorageError, match="was it cut short"):
        Network.load(path)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400, "true", '"0.5"', "[]"])
def test_what_is_no_finite_number_is_refused(net, tmp_path, number):
    path = net.save(tmp_path / "net.json")
    weight = f'"weight": {net.links[0].weight!r}'
    text = path.read_text(encoding="utf-8")
    assert text.count(weight) == 1
    path.write_text(text.replace(weight, f'"weight": {number}'), encoding="utf-8")
    with pytest.raises(StorageError, match=r'link 1 \(x1→h1\): "weight" must be|finite numbers only'):
        Network.load(path)


def put(*path_and_value):
    """A change to a description: the value is put at the path."""
    *path, key, value = path_and_value

    def change(description):
        for step in path:
            description = description[step]
        description[key] = value

    return change


def drop(*path):
    """A change to a description: what stands at the path is taken out."""

    def change(description):
        for step in path[:-1]:
            description = description[step]
        del description[path[-1]]

    return change


@pytest.mark.parametrize("key", ["error_function", "rate", "momentum", "inputs", "outputs", "neurons", "links"])
def test_a_missing_key_is_named(damaged, key):
    assert damaged(drop(key)) == f'the network: "{key}" is missing'


@pytest.mark.parametrize("key", ["source", "target", "kind", "frozen", "weight", "change", "last_change"])
def test_a_missing_key_of_a_link_is_named_with_the_link(damaged, key):
    said = damaged(drop("links", 2, key))
    assert said.startswith("link 3")
    assert said.endswith(f'"{key}" is missing')


EMOTION = 3  # the emotional neuron's place among the neurons


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("rate", -0.5), 'the network: "rate" must not be negative, and this came: -0.5'),
        (put("momentum", "high"), "the network: \"momentum\" must be a finite number, and this came: 'high'"),
        (put("error_function", "halb"), "the network: there is no error function 'halb'"),
        (put("error_function", 7), 'the network: "error_function" must be a name, and this came: 7'),
        (put("inputs", "x1"), 'the network: "inputs" must be a list'),
        (put("inputs", ["x1", "x3"]), "the network: there is no neuron 'x3': there are: bias, emotion"),
        (put("inputs", ["x1", "h1"]), "the network: inputs are InputNeurons, and this is none"),
        (put("inputs", ["x1", "x1"]), "the network: a neuron stands twice among the inputs"),
        (put("inputs", ["x1"]), "the network: x2 is an InputNeuron, but not among the inputs"),
        (put("outputs", []), "the network: a network needs at least one input neuron and one output neuron"),
        (put("outputs", ["h1"]), "the network: h2 leads to no output (it is reached by x1→h2)"),
        (put("neurons", {}), 'the network: "neurons" must be a list, and this came: {}'),
        (put("weights", []), "the network: the key 'weights' is not known here"),
        (put("neurons", 0, "x1"), "neuron 1: expected an object with the keys name, kind, activation"),
        (put("neurons", 0, "name", 5), "neuron 1: a neuron's name is a text of at least one character"),
        (put("neurons", 0, "name", "x2"), "neuron 2: the name 'x2' is taken"),
        (put("neurons", 0, "name", "x9"), "link 1 (x1→h1): there is no neuron 'x1': there are: bias, emotion"),
        (put("neurons", 0, "kind", "Inputneuron"), "neuron 1 (x1): there is no \"kind\" 'Inputneuron': did you mean"),
        (put("neurons", 0, "kind", None), 'neuron 1 (x1): "kind" must be a name, and this came: None'),
        (put("neurons", 0, "kind", "Link"), "neuron 1 (x1): there is no \"kind\" 'Link'"),
        (put("neurons", 5, "kind", "BiasNeuron"), "no link can lead into BiasNeuron(h"),
        (put("neurons", 5, "activation", "logistc"), "there is no activation 'logistc': did you mean 'logistic'?"),
        (put("neurons", 5, "activation", None), '"activation" must be a name, and this came: None'),
        (put("neurons", 5, "emotions", {}), '"emotions" belong to an EmotionalNeuron, and only there'),
        (put("neurons", 5, "attributes", {"name": "z"}), '"attributes" are for a class of your own'),
        (put("neurons", EMOTION, "kind", "Neuron"), '"emotions" belong to an EmotionalNeuron'),
        (put("neurons", EMOTION, "emotions", None), "emotions: expected an object with the keys kind, anxiety"),
        (
            put("neurons", EMOTION, "emotions", "kind", "Calm"),
            'emotions: "kind" must be "Emotions", or "FixedEmotions"',
        ),
        (put("neurons", EMOTION, "emotions", "kind", "FixedEmotions"), '"FixedEmotions" with two numbers, "fixed"'),
        (put("neurons", EMOTION, "emotions", "anxiety", None), "anxiety and confidence are felt together"),
        (put("neurons", EMOTION, "emotions", "error", "small"), 'emotions: "error" must be a finite number'),
        (put("links", None), 'the network: "links" must be a list, and this came: None'),
        (put("links", []), "the network: no link leads to y1"),
        (put("links", 0, 7), "link 1: expected an object with the keys source, target"),
        (put("links", 0, "source", "q"), "link 1 (q→h1): there is no neuron 'q'"),
        (put("links", 0, "source", ["x1"]), "link 1: there is no neuron ['x1']"),
        (put("links", 0, "target", "x2"), "link 1 (x1→x2): no link can lead into"),
        (put("links", 0, "source", "y1"), "link 13 (h1→y1): h1→y1 would close a circle"),
        (put("links", 0, "source", "x2"), "the network: two links lead from x2 to h1"),
        (put("links", 0, "kind", "EmotionalLink"), "an EmotionalLink starts at an EmotionalNeuron, and x1 is none"),
        (put("links", 0, "frozen", 0), 'link 1 (x1→h1): "frozen" must be true or false, and this came: 0'),
        (put("links", 0, "change", None), 'link 1 (x1→h1): "change" must be a finite number, and this came: None'),
        (put("links", 0, "initial_weight", None), '16 of 17 links have an "initial_weight"'),
        (put("links", 0, "wieght", 1), "the key 'wieght' is not known here: did you mean 'weight'?"),
        (put("links", 0, "attributes", {"weight": 1}), '"attributes" are for a class of your own'),
    ],
)
def test_what_someone_changed_by_hand_is_refused_with_its_place(damaged, change, message):
    assert message in damaged(change)


def test_a_neuron_that_leads_nowhere_is_refused(damaged):
    lonely = {"name": "z", "kind": "Neuron", "activation": "linear"}
    assert damaged(lambda description: description["neurons"].append(lonely)) == (
        "the network: z leads to no output: link it on, or leave it out"
    )


def test_fixed_emotions_need_two_numbers(tmp_path):
    path = Network.layered([1, 1], emotional=FixedEmotions(1, 0)).save(tmp_path / "net.json")
    text = path.read_text(encoding="utf-8")
    for fixed, message in [("[1.0]", "must be two numbers"), ('[1.0, "0"]', 'fixed: "confidence" must be')]:
        path.write_text(text.replace('"fixed": [1.0, 0.0]', f'"fixed": {fixed}'), encoding="utf-8")
        with pytest.raises(StorageError, match=message):
            Network.load(path)


def test_a_link_into_the_sources_order_may_be_written_by_hand_in_any_order(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    description = json.loads(path.read_text(encoding="utf-8"))
    description["neurons"].reverse()
    description["links"].sort(key=lambda link: link["target"], reverse=True)  # each neuron's own links keep their order
    path.write_text(json.dumps(description), encoding="utf-8")
    assert describe(Network.load(path)) == describe(net)


def test_a_file_is_read_the_same_in_another_process(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    code = f"from lernmi_emo import Network; print(Network.load({str(path)!r}).predict([0, 1]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == str(net.predict([0, 1]))
