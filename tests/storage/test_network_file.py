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
from lernmi_emo.core.kind import KINDS
from lernmi_emo.storage import describe


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
    assert description["version"] == 2


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
    with pytest.raises(StorageError, match="the anxiety of the emotions must be a finite number"):
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
    """Emotions of a user's own, that hold what Emotions hold, and something more that they declare."""

    fields = ("patience",)

    def __init__(self, patience):
        self.patience = patience
        super().__init__()

    def feel(self, average, error):
        super().feel(average * self.patience, error)


def test_emotions_of_ones_own_come_back_by_the_fields_they_declare(tmp_path):
    net = Network.layered([2, 1], emotional=Moody(0.5))
    net.train(datasets.or_(), epochs=2)
    loaded = Network.load(net.save(tmp_path / "net.json"))
    assert type(loaded.emotions) is Moody
    assert vars(loaded.emotions) == vars(net.emotions)
    for each in (net, loaded):
        each.train(datasets.or_(), epochs=2)
    assert describe(loaded) == describe(net)


class Aloof:
    """Emotions of a user's own that derive from nothing."""

    anxiety, confidence = 0.5, 0.25

    def feel(self, average, error):
        """Nothing."""

    def forget(self):
        """Nothing."""


def test_emotions_that_are_no_emotions_are_refused_with_advice(tmp_path):
    net = Network.layered([2, 1], emotional=Aloof())
    with pytest.raises(StorageError, match=r"these are another kind: .*Aloof.*assign net\.emotions = Emotions\(\)"):
        net.save(tmp_path / "net.json")
    assert net.clone().emotions.anxiety == 0.5


def test_emotions_with_an_attribute_that_they_do_not_declare_are_refused(tmp_path):
    net = Network.layered([2, 1], emotional=True)
    net.emotions.mood = "good"
    with pytest.raises(StorageError, match="derives from Emotions and declares its fields"):
        net.save(tmp_path / "net.json")
    assert net.clone().emotions.mood == "good"


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


def test_classes_of_ones_own_are_known_once_they_are_declared(tmp_path, monkeypatch):
    path = one_link(Timid("y1"), Slow).save(tmp_path / "net.json")
    loaded = Network.load(path)
    assert (type(loaded.neuron("y1")), type(loaded.links[0])) == (Timid, Slow)
    monkeypatch.delitem(KINDS, "Slow")
    with pytest.raises(StorageError, match=r'link 1 \(x1→y1\): there is no "kind" \'Slow\'.*class has been declared'):
        Network.load(path)


def test_a_link_can_not_be_read_where_a_neuron_stands(tmp_path):
    path = one_link().save(tmp_path / "net.json")
    path.write_text(path.read_text(encoding="utf-8").replace('"kind": "Neuron"', '"kind": "Link"'), encoding="utf-8")
    with pytest.raises(StorageError, match=r'neuron 2 \(y1\): there is no "kind" \'Link\''):
        Network.load(path)


class Labelled(Neuron):
    """A neuron with a __dict__."""


class Named(Neuron):
    """A neuron that declares what it has more."""

    fields = ("label", "tags")


def test_attributes_of_ones_own_are_not_dropped_in_silence(tmp_path):
    neuron = Labelled("y1")
    neuron.label = "decides"
    with pytest.raises(StorageError, match=r"y1 has attributes that no file can hold: label; .* Labelled\.fields"):
        one_link(neuron).save(tmp_path / "net.json")


def test_attributes_that_a_kind_declares_come_back(tmp_path):
    neuron = Named("y1")
    neuron.label, neuron.tags = "decides", ["last", 2, {"sure": None}]
    loaded = Network.load(one_link(neuron).save(tmp_path / "net.json")).neuron("y1")
    assert (loaded.label, loaded.tags) == ("decides", ["last", 2, {"sure": None}])
    assert type(loaded.tags[1]) is int


def test_what_a_field_holds_must_be_data(tmp_path):
    neuron = Named("y1")
    neuron.label, neuron.tags = "decides", {1, 2}
    net = one_link(neuron)
    with pytest.raises(StorageError, match=r"neuron y1 holds \{1, 2\} as its tags, and a file holds numbers"):
        net.save(tmp_path / "net.json")
    assert net.clone().neuron("y1").tags == {1, 2}


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
        (b'{"format": "lernmi-emo network", "version": 3, "x": 1}', "from a newer lernmi-emo.*pip install --upgrade"),
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
        (put("generator", [1, 2]), 'the network: "generator" must be null'),
        (put("shared", {}), 'the network: "shared" must be a list, and this came: {}'),
        (put("shared", [{"name": "w"}]), 'shared weight 1 (w): "initial_weight" is missing'),
        (put("weights", []), "the network: the key 'weights' is not known here"),
        (put("neurons", 0, "x1"), "neuron 1: expected an object with the keys name, kind, and this came"),
        (put("neurons", 0, "name", 5), "neuron 1: a neuron's name is a text of at least one character"),
        (put("neurons", 0, "name", "x2"), "neuron 2: the name 'x2' is taken"),
        (put("neurons", 0, "name", "x9"), "link 1 (x1→h1): there is no neuron 'x1': there are: bias, emotion"),
        (put("neurons", 0, "kind", "Inputneuron"), "neuron 1 (x1): there is no \"kind\" 'Inputneuron': did you mean"),
        (put("neurons", 0, "kind", None), 'neuron 1 (x1): "kind" must be a name, and this came: None'),
        (put("neurons", 0, "kind", "Link"), "neuron 1 (x1): there is no \"kind\" 'Link'"),
        (put("neurons", 5, "kind", "BiasNeuron"), "no link can lead into BiasNeuron(h"),
        (put("neurons", 5, "activation", "logistc"), "there is no activation 'logistc': did you mean 'logistic'?"),
        (put("neurons", 5, "activation", None), '"activation" must be a name, and this came: None'),
        (put("neurons", 5, "emotions", {}), "neuron 6 (h2): the key 'emotions' is not known here"),
        (put("neurons", 5, "attributes", {"name": "z"}), "neuron 6 (h2): the key 'attributes' is not known here"),
        (put("neurons", EMOTION, "kind", "Neuron"), "neuron 4 (emotion): the key 'emotions' is not known here"),
        (
            put("neurons", EMOTION, "emotions", None),
            "emotions: expected an object with the keys kind, and",
        ),
        (
            put("neurons", EMOTION, "emotions", "kind", "Gloomy"),
            "neuron 4 (emotion), emotions: there is no \"kind\" 'Gloomy': there are: ",
        ),
        (put("neurons", EMOTION, "emotions", "kind", "FixedEmotions"), 'emotions: "fixed" is missing'),
        (put("neurons", EMOTION, "emotions", "anxiety", None), "anxiety and confidence are felt together"),
        (put("neurons", EMOTION, "emotions", "error", "small"), 'emotions: "error" must be a finite number'),
        (put("links", None), 'the network: "links" must be a list, and this came: None'),
        (put("links", []), "the network: no link leads to y1"),
        (put("links", 0, 7), "link 1: expected an object with the keys source, target, kind, and this came: 7"),
        (put("links", 0, "source", "q"), "link 1 (q→h1): there is no neuron 'q'"),
        (put("links", 0, "source", ["x1"]), "link 1: there is no neuron ['x1']"),
        (put("links", 0, "target", "x2"), "link 1 (x1→x2): no link can lead into"),
        (put("links", 0, "source", "y1"), "the network: h1→y1 closes a circle (y1→h1, h1→y1)"),
        (put("links", 0, "kind", "EmotionalLink"), "an EmotionalLink starts at an EmotionalNeuron, and x1 is none"),
        (put("links", 0, "frozen", 0), 'link 1 (x1→h1): "frozen" must be true or false, and this came: 0'),
        (put("links", 0, "change", None), 'link 1 (x1→h1): "change" must be a finite number, and this came: None'),
        (put("links", 0, "initial_weight", None), '16 of 17 weights have an "initial_weight"'),
        (put("links", 0, "wieght", 1), "the key 'wieght' is not known here: did you mean 'weight'?"),
        (put("links", 0, "attributes", {"weight": 1}), "link 1 (x1→h1): the key 'attributes' is not known here"),
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


# What files of later versions will have beside, and what files of the first had


def test_there_is_room_for_what_later_networks_keep(net, tmp_path):
    path = net.save(tmp_path / "net.json")
    description = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(
        json.dumps({**description, "generator": None, "columns": None, "scaling": None, "classes": None}),
        encoding="utf-8",
    )
    assert describe(Network.load(path)) == describe(net)


FIRST_VERSION = """{
  "format": "lernmi-emo network",
  "version": 1,
  "error_function": "half squared",
  "rate": 0.5,
  "momentum": 0.25,
  "inputs": ["x1"],
  "outputs": ["y1"],
  "neurons": [
    {"name": "x1", "kind": "InputNeuron", "activation": "linear"},
    {"name": "bias", "kind": "BiasNeuron", "activation": "linear"},
EMOTION
    {"name": "y1", "kind": "Neuron", "activation": "logistic"}
  ],
  "links": [
    {"source": "x1", "target": "y1", "kind": "Link", "frozen": false, "weight": -0.25, CHANGES},
    {"source": "emotion", "target": "y1", "kind": "EmotionalLink", "frozen": false, "weight": 0.5, CHANGES},
    {"source": "bias", "target": "y1", "kind": "Link", "frozen": true, "weight": -0.75, CHANGES}
  ]
}
"""
BEGUN = (
    '    {"name": "emotion", "kind": "EmotionalNeuron", "activation": "linear", "emotions": {"kind": "Emotions", '
    '"anxiety": 1.0, "confidence": 0.125, "initial_anxiety": 1.125, "average": 0.75, "error": 0.25}},'
)
FIXED = (
    '    {"name": "emotion", "kind": "EmotionalNeuron", "activation": "linear", "emotions": {"kind": "FixedEmotions", '
    '"fixed": [0.75, 0.25], "anxiety": 0.75, "confidence": 0.25, "initial_anxiety": null, "average": null, '
    '"error": null}},'
)
LEARNT = '"change": 0.125, "last_change": 0.0625, "initial_weight": -0.375'
UNLEARNT = '"change": 0.0, "last_change": 0.0, "initial_weight": null'


def first_version(emotion, changes):
    text = FIRST_VERSION.replace("EMOTION", emotion).replace("CHANGES", changes)
    return text if emotion else "\n".join(line for line in text.splitlines() if line and 'emotion",' not in line)


@pytest.mark.parametrize(
    ("emotion", "changes"), [("", UNLEARNT), (BEGUN, LEARNT), (FIXED, UNLEARNT)], ids=["plain", "begun", "fixed"]
)
def test_files_of_the_first_version_are_read(tmp_path, emotion, changes):
    """As the library wrote them then, with rounder numbers."""
    path = tmp_path / "net.json"
    path.write_text(first_version(emotion, changes), encoding="utf-8")
    net = Network.load(path)
    assert (net.rate, net.momentum) == (0.5, 0.25)
    link, frozen = net.link("x1", "y1"), net.link("bias", "y1")
    assert (link.weight, frozen.weight, frozen.frozen) == (-0.25, -0.75, True)
    if emotion == BEGUN:
        assert (net.emotions.anxiety, net.emotions.confidence, net.emotions.initial_anxiety) == (1.0, 0.125, 1.125)
        assert (link.change, link.last_change, list(net.initial_weights)) == (0.125, 0.0625, [-0.375] * 3)
        net.rewind()
        assert link.weight == -0.375
    elif emotion == FIXED:
        assert type(net.emotions) is FixedEmotions
        net.learn([1.0], [1.0])
        assert (net.lesson.anxiety, net.lesson.confidence) == (0.75, 0.25)
    else:
        assert net.emotions is None
        assert net.initial_weights is None
    net.learn([0.5], [1.0])
    assert describe(Network.load(net.save(path))) == describe(net)
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 2


def test_a_file_of_the_first_version_may_not_have_what_came_later(tmp_path):
    path = tmp_path / "net.json"
    path.write_text(first_version("", UNLEARNT).replace('"links"', '"shared": [], "links"'), encoding="utf-8")
    with pytest.raises(StorageError, match="the key 'shared' is not known here"):
        Network.load(path)
