"""What each kind says of itself, and how a class becomes one."""

import pytest

from lernmi_emo import EmotionalLink, Emotions, FixedEmotions, InputError, InputNeuron, Link, Neuron
from lernmi_emo.core.kind import KINDS, Kind, Look, check_declared, kind_of, referred
from lernmi_emo.core.source import BiasNeuron, EmotionalNeuron, Source
from lernmi_emo.core.weight import Weight


def test_each_kind_of_the_core_has_its_shape_its_place_and_its_word_in_the_legend():
    assert {kind: tuple(kind.look) for kind in (Neuron, Source, InputNeuron, BiasNeuron, EmotionalNeuron)} == {
        Neuron: ("hidden neuron", "circle", "", "column"),
        Source: ("source", "octagon", "", "column"),
        InputNeuron: ("input", "box", "", "column"),
        BiasNeuron: ("bias (always 1)", "diamond", "", "above"),
        EmotionalNeuron: ("emotional neuron (the pattern's average)", "hexagon", "", "below"),
    }
    assert {kind: tuple(kind.look)[:3] for kind in (Link, EmotionalLink)} == {
        Link: ("link", "line", ""),
        EmotionalLink: ("emotional link", "line", ""),
    }
    assert tuple(Kind.look) == ("", "circle", "", "column")


def test_each_has_a_name_in_explanations():
    assert {kind: kind.called for kind in (Neuron, Source, InputNeuron, BiasNeuron, EmotionalNeuron)} == {
        Neuron: "a neuron",
        Source: "a source",
        InputNeuron: "an input neuron, which gives one value of the pattern",
        BiasNeuron: "the bias neuron, which always gives 1",
        EmotionalNeuron: "the emotional neuron, which gives the average of the pattern (EmBP as reconstructed)",
    }
    assert {kind: kind.called for kind in (Kind, Weight, Link, EmotionalLink)} == {
        Kind: "",
        Weight: "",
        Link: "a link",
        EmotionalLink: "an emotional link  (EmBP: rate = anxiety, momentum = confidence)",
    }


def test_a_debugger_can_stop_at_each_message_in_its_phase():
    link = {"forward": "propagate", "backward": "backpropagate", "update": "update"}
    assert {kind: kind.messages for kind in (Weight, Link, EmotionalLink, Neuron, Source, InputNeuron, Emotions)} == {
        Weight: {"update": "update"},
        Link: link,
        EmotionalLink: link,
        Neuron: {"forward": "activate", "error": "compare", "backward": "take_delta"},
        Source: {"forward": "perceive"},
        InputNeuron: {"forward": "receive"},
        Emotions: {"emotions": "feel"},
    }
    assert Kind.messages == {}
    for kind in (BiasNeuron, EmotionalNeuron):
        assert kind.messages == Source.messages
    assert FixedEmotions.messages == Emotions.messages


def test_a_file_keeps_of_each_what_it_says():
    weight = ("weight", "frozen", "change", "last_change")
    felt = ("anxiety", "confidence", "initial_anxiety", "average", "error")
    assert (Kind.fields, Kind.refers) == ((), ())
    assert Weight.fields == Link.fields == EmotionalLink.fields == weight
    assert Neuron.fields == InputNeuron.fields == BiasNeuron.fields == ("activation",)
    assert EmotionalNeuron.fields == ("activation", "emotions")
    assert (Emotions.fields, FixedEmotions.fields) == (felt, (*felt, "fixed"))


def test_the_twin_knows_the_cores_own_and_nothing_that_derives_from_them():
    class Unknown(Link, registered=False):
        pass

    kinds = (Neuron, InputNeuron, BiasNeuron, EmotionalNeuron, Link, EmotionalLink)
    assert [kind.compiled for kind in kinds] == ["neuron", "input", "bias", "average", "link", "emotional link"]
    assert [kind.compiled for kind in (Kind, Source, Weight, Unknown)] == ["", "", "", ""]


def test_a_look_is_that_of_a_circle_in_its_column_unless_it_says_otherwise():
    assert Look("a word") == ("a word", "circle", "", "column")


@pytest.fixture
def declare():
    """Declare a class of this name in a module of this name; what was declared is forgotten afterwards."""
    before = dict(KINDS)

    def declare(name, module, base=Link, registered=True, **attributes):
        return type(base)(name, (base,), {"__module__": module, **attributes}, registered=registered)

    yield declare
    KINDS.clear()
    KINDS.update(before)


def test_declaring_a_class_makes_it_known(declare):
    assert KINDS["Link"] is Link
    kind = declare("Drifting", "mine")
    assert KINDS["Drifting"] is kind


def test_a_class_that_stands_in_for_another_is_not_made_known(declare):
    declare("Drifting", "mine", registered=False)
    stand_in = declare("Stopping", "mine", __wrapped__=Link)
    assert not {"Drifting", "Stopping"} & {*KINDS}
    part = stand_in(Neuron("a"), Neuron("b"), 0.5)
    assert kind_of(part) is Link
    assert kind_of(Link(Neuron("a"), Neuron("b"), 0.5)) is Link


def test_what_classes_declare_is_joined_those_of_the_bases_first_and_each_once(declare):
    base = declare("Carrying", "mine", fields=("one", "two"), refers=("gate",))
    kind = declare("CarryingMore", "mine", base, fields=("three", "one", "weight"), refers=("gate", "other"))
    assert kind.fields == ("weight", "frozen", "change", "last_change", "one", "two", "three")
    assert kind.refers == ("gate", "other")
    assert declare("SayingNothing", "mine", kind).fields == kind.fields


def test_what_a_kind_declares_and_does_not_have_is_refused_and_says_what_to_do(declare):
    link = Link(Neuron("a"), Neuron("b"), 0.5)
    check_declared(link, "a→b")
    assert referred(link) == []
    lacking = declare("Lacking", "mine", refers=("gate",))
    with pytest.raises(
        InputError, match=r"no such attribute: set it in its __init__, before super\(\)\.__init__\(…\)$"
    ):
        lacking(Neuron("a"), Neuron("b"), 0.5)
    kind = declare("Timed", "mine", fields=("moment",))
    with pytest.raises(
        InputError,
        match=r"^the kind Timed declares 'moment' among its fields, and it has no such attribute: "
        r"set it in Timed\.__init__, or take it out of fields$",
    ):
        check_declared(kind(Neuron("a"), Neuron("b"), 0.5), "it")
