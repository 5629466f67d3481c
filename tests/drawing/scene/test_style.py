"""Colours that can be read: contrast by WCAG 2's formula, and what deuteranopia leaves of them.

The simulation is Machado, Oliveira and Fernandes's (IEEE TVCG 15(6), 2009), for full deuteranopia.
"""

import pytest

from lernmi_emo import InputError
from lernmi_emo.drawing.scene.style import DASHES, NEGATIVE, POSITIVE, THEMES, fit, one_line, text_width, theme_named

MACHADO = [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)]


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(parts):
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(linear(one)), luminance(linear(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = {"light": ["#FFFFFF"], "dark": ["#111111"], "transparent": ["#FFFFFF", "#111111"]}
each_theme = pytest.mark.parametrize("name", THEMES)


@each_theme
def test_lines_stand_out_by_3_to_1_on_every_ground(name):
    theme = THEMES[name]
    for ground in GROUNDS[name]:
        for colour in (theme.positive, theme.negative, theme.neutral):
            assert contrast(colour, ground) >= 3


@each_theme
def test_titles_and_legends_stand_out_by_4_to_1_and_by_more_where_the_ground_is_known(name):
    theme = THEMES[name]
    for ground in GROUNDS[name]:
        for colour in (theme.ink, theme.muted):
            assert contrast(colour, ground) >= (4 if name == "transparent" else 4.5)


@each_theme
def test_labels_stand_out_by_4_5_to_1_on_their_chips_and_names_in_their_neurons(name):
    theme = THEMES[name]
    for colour in (theme.positive_text, theme.negative_text, theme.neutral_text):
        assert contrast(colour, theme.chip) >= 4.5
    for fill, outline in theme.neurons.values():
        assert contrast(theme.neuron_text, fill) >= 7
        assert contrast(outline, fill) >= 3


def test_positive_and_negative_are_okabe_and_itos_and_apart_also_with_deuteranopia():
    assert (POSITIVE, NEGATIVE) == ("#D55E00", "#0072B2")
    seen = [
        [sum(weight * part for weight, part in zip(row, linear(colour))) for row in MACHADO]
        for colour in (POSITIVE, NEGATIVE)
    ]
    difference = [abs(one - other) for one, other in zip(*seen)]
    assert max(difference) > 0.3


def test_negative_and_not_computed_have_dashes_of_their_own():
    assert DASHES["positive"] == ()
    assert len({DASHES["positive"], DASHES["negative"], DASHES["not computed"]}) == 3


def test_an_unknown_theme_is_refused():
    with pytest.raises(InputError, match="there is no theme 'black'"):
        theme_named("black")


def test_a_name_becomes_one_line_of_text():
    assert one_line("a\r\nb\tc") == "a↵b c"
    assert one_line("Größe 重さ") == "Größe 重さ"
    assert one_line("👍🏽") == "👍🏽"


def test_a_text_is_cut_to_the_room_there_is():
    for room in (5, 20, 50, 200):
        cut = fit("a name that goes on", room, 10)
        assert cut == "…" or text_width(cut, 10) <= room
    assert fit("short", 100, 10) == "short"
