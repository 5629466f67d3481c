"""The player in a real browser: what a lecturer does with it, and what it must never do."""

import math
import random

import pytest
from browsing import chromium, opened

from lernmi_emo import InputNeuron, Link, Network, Neuron, datasets
from lernmi_emo.drawing.player.player_words import words
from lernmi_emo.expressions.writing import show
from lernmi_emo.support.text import number

__all__ = ["chromium", "opened"]  # fixtures
pytestmark = pytest.mark.browser


@pytest.fixture
def net():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


@pytest.fixture
def player(net):
    return net.player([0, 1], [1], momentum=0.9)


@pytest.fixture
def page(opened, player):
    return opened(player)


@pytest.fixture
def epoch(net):
    return net.player_of_epoch(datasets.xor(), momentum=0.9)


def position(page):
    """The step shown, as the scrubber has it; everything else that says it must agree."""
    value = int(page.input_value("#scrubber"))
    assert page.inner_text("#where").startswith(f"Step {value} of ")
    assert page.get_attribute("#scrubber", "aria-valuetext").startswith(f"Step {value} of ")
    return value


def told(value):
    return "not computed yet" if value is None else show(value)


def until(page, condition):
    """Wait until this is true in the page. (Playwright's own waiting would need `eval`, which the page forbids.)"""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"it never came that {condition}")


def table(page, row):
    """The cells of a row of the value tables, after its name."""
    return page.eval_on_selector_all(
        "#values tbody tr",
        "(rows, name) => [...rows.find((row) => row.cells[0].textContent.replace(' (followed)', '') === name).cells]"
        ".slice(1).map((cell) => cell.textContent)",
        row,
    )


def texts(page, view, mark):
    return page.eval_on_selector_all(f"#{view}-{mark} text", "(texts) => texts.map((text) => text.textContent)")


class TestStepping:
    def test_it_opens_paused_before_the_first_step(self, page):
        assert position(page) == 0
        assert page.inner_text("#what") == "Before the first step"
        assert page.inner_text("#play").strip() == "Play"
        page.wait_for_timeout(300)
        assert position(page) == 0

    def test_forward_back_last_and_first(self, page, player):
        page.click("#forward")
        page.click("#forward")
        assert position(page) == 2
        page.click("#back")
        assert position(page) == 1
        page.click("#last")
        assert position(page) == len(player.trace)
        page.click("#first")
        assert position(page) == 0

    def test_at_the_ends_the_buttons_say_so_and_do_nothing(self, page, player):
        assert page.get_attribute("#back", "aria-disabled") == "true"
        page.click("#back", force=True)
        assert position(page) == 0
        page.click("#last")
        assert page.get_attribute("#forward", "aria-disabled") == "true"
        assert page.get_attribute("#back", "aria-disabled") == "false"
        page.click("#forward", force=True)
        assert position(page) == len(player.trace)

    @pytest.mark.parametrize("unit", ["link", "neuron", "layer", "phase", "pattern"])
    def test_each_unit_stops_where_its_steps_end(self, opened, epoch, unit):
        page = opened(epoch)
        page.select_option("#unit", unit)
        done = 0
        for step in list(epoch.trace.by(unit))[:12]:
            done += len(step.steps) or 1
            page.click("#forward")
            assert position(page) == done
            assert page.inner_text("#what") == words(step)
        page.click("#back")
        page.click("#back")
        assert position(page) < done

    def test_it_plays_to_the_end_and_stops_there(self, page, player):
        page.select_option("#unit", "phase")
        page.select_option("#speed", "10")
        page.click("#play")
        assert page.inner_text("#play").strip() == "Pause"
        until(page, "find('play').textContent.includes('Play')")
        assert position(page) == len(player.trace)
        page.click("#play")  # from the start again
        until(page, f"position > 0 && position < {len(player.trace)}")

    def test_pausing_keeps_the_step(self, page):
        page.select_option("#speed", "10")
        page.click("#play")
        until(page, "position >= 2")
        page.click("#play")
        held = position(page)
        page.wait_for_timeout(250)
        assert position(page) == held


class TestKeys:
    def test_they_work_at_once_and_while_the_player_has_the_focus(self, page, player):
        for key, expected in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", len(player.trace))]:
            page.keyboard.press(key)
            assert position(page) == expected
        page.keyboard.press("Home")
        assert position(page) == 0
        page.keyboard.press(" ")
        assert page.inner_text("#play").strip() == "Pause"
        page.keyboard.press(" ")
        assert page.inner_text("#play").strip() == "Play"

    def test_with_shift_they_go_by_the_next_larger_unit(self, page, player):
        ends = []
        for step in player.trace.by("neuron"):
            ends.append((ends[-1] if ends else 0) + len(step.steps))
        for end in ends[:8]:
            page.keyboard.press("Shift+ArrowRight")
            assert position(page) == end
        page.keyboard.press("Shift+ArrowLeft")
        assert position(page) == ends[6]

    def test_they_do_nothing_where_the_player_has_not_the_focus(self, page):
        page.click("#show-steps")
        page.focus("#steps a")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("End")
        assert position(page) == 0

    def test_they_are_never_taken_from_a_list_or_the_scrubber(self, page):
        page.focus("#unit")
        page.keyboard.press("ArrowDown")
        assert page.input_value("#unit") == "neuron"
        page.keyboard.press("Home")
        assert position(page) == 0
        page.focus("#scrubber")
        page.keyboard.press("ArrowRight")  # the scrubber's own key: one value, whatever the unit
        assert position(page) == 1

    def test_they_are_left_to_the_browser_with_other_keys_held(self, page):
        page.evaluate(
            "(keys) => keys.forEach((init) => find('player').dispatchEvent(new KeyboardEvent('keydown',"
            " { key: 'ArrowRight', bubbles: true, ...init })))",
            [{"altKey": True}, {"ctrlKey": True}, {"metaKey": True}],
        )
        assert position(page) == 0

    def test_a_button_keeps_its_space(self, page):
        page.focus("#forward")
        page.keyboard.press(" ")
        assert position(page) == 1
        assert page.inner_text("#play").strip() == "Play"

    def test_the_tab_key_goes_through_the_controls_in_the_order_in_which_they_stand(self, page):
        visited = []
        for _ in range(12):
            page.keyboard.press("Tab")
            visited.append(page.evaluate("document.activeElement.id"))
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline == "solid", f"{visited[-1]} has the focus, and it can't be seen"
        expected = [
            "picture",
            "scrubber",
            "first",
            "back",
            "play",
            "forward",
            "last",
            "unit",
            "speed",
            "view",
            "follow",
        ]
        assert visited == [*expected, "show-steps"]


class TestScrubber:
    def test_it_goes_anywhere(self, page, player):
        page.fill("#scrubber", "40")
        assert position(page) == 40
        assert page.inner_text("#what") == words(player.trace[39])

    def test_it_says_in_words_where_it_is(self, page, player):
        delta = next(step for step in player.trace if step.action == "take_delta")
        page.fill("#scrubber", str(delta.number + 1))
        expected = f"Step {delta.number + 1} of {len(player.trace)}: delta of y1"
        assert page.get_attribute("#scrubber", "aria-valuetext") == expected

    def test_a_phase_that_is_too_short_for_its_name_says_so_and_tells_it_to_a_pointer(self, page):
        narrow = page.eval_on_selector_all(
            "#phases span",
            "(all) => all.filter((each) => each.scrollWidth > each.clientWidth)"
            ".map((each) => [each.textContent, getComputedStyle(each).textOverflow, each.title])",
        )
        assert narrow == [["emotions", "ellipsis", "the untrained network's emotions are felt"]]

    def test_the_phases_above_it_are_as_long_as_they_take(self, page, player):
        page.fill("#scrubber", str(len(player.trace)))
        widths = page.eval_on_selector_all("#phases span", "(all) => all.map((each) => each.offsetWidth)")
        counts = [len(step.steps) for step in player.trace.by("phase")]
        assert [width / sum(widths) for width in widths] == pytest.approx([n / sum(counts) for n in counts], abs=0.01)
        names = page.eval_on_selector_all("#phases span", "(all) => all.map((each) => each.textContent)")
        assert names == [step.phase for step in player.trace.by("phase")]


class TestDeepLinks:
    def test_an_address_names_its_step_and_the_keys_go_on_from_there(self, opened, player):
        page = opened(player, "#step=7")
        assert position(page) == 7
        page.keyboard.press("ArrowRight")
        assert position(page) == 8

    @pytest.mark.parametrize(("hash", "expected"), [("#step=9999", 67), ("#step=-1", 0), ("#step=x", 0), ("#", 0)])
    def test_an_address_out_of_range_does_no_harm(self, opened, player, hash, expected):
        assert position(opened(player, hash)) == expected

    def test_the_address_follows_the_step_and_a_new_one_is_followed(self, page):
        page.keyboard.press("ArrowRight")
        until(page, "location.hash === '#step=1'")
        page.evaluate("location.hash = '#step=12'")
        until(page, "position === 12")
        assert position(page) == 12

    def test_the_tables_rows_are_such_links(self, page):
        page.click("#show-steps")
        page.click("#steps a[href='#step=30']")
        until(page, "position === 30")
        assert page.inner_text("#steps tr[aria-current] th") == "30"


class TestTheNumbers:
    """Everything shown is the trace's."""

    @pytest.mark.parametrize("order", [1, -1], ids=["going on", "going back"])
    def test_values_and_pictures_are_the_traces_at_every_step(self, page, player, order):
        """Each position is reached from its neighbour, by one step on or back."""
        positions = list(range(1, len(player.trace) + 1))[::order]
        page.fill("#scrubber", str(positions[0] - order))
        pages = page.evaluate(
            """(positions) => positions.map((done) => {
                go(done);
                const texts = (id) => [...find(id).querySelectorAll("text")].map((text) => text.textContent);
                return {
                    values: Object.fromEntries([...document.querySelectorAll("#values tbody tr")].map((row) =>
                        [row.cells[0].textContent, [...row.cells].slice(1).map((cell) => cell.textContent)])),
                    forward: texts("forward-neuron-6"), backward: texts("backward-neuron-6"),
                    weight: texts("forward-label-link-4-6"), sensitivity: texts("backward-label-link-4-6"),
                };
            })""",
            positions,
        )
        for done, shown in zip(positions, pages, strict=True):
            step, state = player.trace[done - 1], player.trace.state(done - 1)
            if step.part == "link":
                held = state.link(*step.names)
                assert shown["values"][step.subject] == [told(value) for value in held]
            for name in {"h1", "h2", "h3", "y1"}.intersection(step.names if len(step.names) <= 6 else ()):
                assert shown["values"][name] == [told(value) for value in state.neuron(name)]
            h2, link = state.neuron("h2"), state.link("emotion", "h2")
            assert shown["forward"] == ["h2", f"Y {number(h2.output)}", f"net {number(h2.net_input)}"]
            assert shown["backward"] == ["h2", f"δ {number(h2.delta)}", f"∂E/∂Y {number(h2.sensitivity)}"]
            used = link.weight if link.weight_before is None else link.weight_before  # for the outputs
            assert shown["weight"] == [number(used)]
            assert shown["sensitivity"] == [number(link.sensitivity)]

    def test_equations_are_the_traces_with_their_numbers(self, page, player):
        shown = page.evaluate(
            """(count) => [...Array(count).keys()].map((index) => {
                go(index + 1);
                return [...document.querySelectorAll("#equations p")].map((line) => line.textContent);
            })""",
            len(player.trace),
        )
        for step, lines in zip(player.trace, shown, strict=True):
            expected = [equation.text() for equation in step.equations[:8]]
            assert [" ".join(line.split()) for line in lines[:8]] == [" ".join(each.split()) for each in expected]

    def test_the_emotions_are_shown(self, opened, epoch):
        page = opened(epoch)
        page.keyboard.press("End")
        felt = epoch.trace.state(-1).emotions
        said = page.inner_text("#values dl").replace("\n", " ")
        assert f"anxiety {show(felt.anxiety)}" in said
        assert f"confidence {show(felt.confidence)}" in said

    def test_a_plain_network_has_no_emotions_to_show(self, opened):
        page = opened(Network.layered([2, 3, 1], seed=7).player([0, 1], [1]))
        assert "anxiety" not in page.inner_text("#values")

    def test_what_is_not_computed_yet_says_so_and_is_not_0(self, page):
        page.fill("#scrubber", "6")
        assert table(page, "h1")[1:] == ["not computed yet"] * 3
        assert texts(page, "forward", "neuron-5")[1] == "Y not computed"
        page.fill("#scrubber", "31")
        assert texts(page, "backward", "label-link-1-5") == ["not computed"]

    def test_numbers_are_written_as_python_writes_them(self, page):
        chance = random.Random(4)
        values = [0.03125, 0.09375, -0.15625, 0.00005, 1e-5, -3.25e-6, 9999999.99995, 12345678.0, 1.0, -0.0, 0.99995]
        values += [chance.uniform(-1, 1) * 10 ** chance.randint(-9, 9) for _ in range(2000)]
        values += [chance.randint(-(2**12), 2**12) / 2 ** chance.randint(0, 12) for _ in range(500)]  # many half-ways
        values += [chance.randint(1, 10**6) * 500.0 for _ in range(500)]
        for digits in (1, 2, 4, 8):
            shown = page.evaluate(
                "([values, digits]) => values.map((value) => number(value, digits))", [values, digits]
            )
            assert shown == [show(value, digits) for value in values]

    def test_what_became_infinite_says_so(self, opened):
        x, y = InputNeuron("x"), Neuron("y", "step")  # whose output is finite: the lesson can be learnt
        Link(x, y, 1e308)
        page = opened(Network([x], [y], rate=1.0).player([1e200], [0]))
        page.keyboard.press("End")
        assert table(page, "y") == [show(value) for value in (math.inf, 1.0, 1.0, 0.0)]


class TestTheCode:
    def test_the_method_at_work_is_shown_with_its_line_marked(self, page, player):
        step = next(step for step in player.trace if step.action == "take_delta")
        page.fill("#scrubber", str(step.number + 1))
        assert page.inner_text("#code h3").split() == ["Neuron.take_delta", "lernmi_emo/core/neuron.py"]
        lines = page.eval_on_selector_all("#code li", "(all) => all.map((line) => line.textContent)")
        assert lines == step.method.source.rstrip("\n").split("\n")
        [marked] = page.eval_on_selector_all(
            "#code [aria-current]", "(all) => all.map((line) => [line.dataset.line, line.textContent.trim()])"
        )
        assert marked[1].startswith("self.delta = ")
        assert step.method.first < int(marked[0]) <= step.method.last

    def test_an_emotional_update_shows_both_methods(self, page, player):
        [step] = [step for step in player.trace.of("emotion", "h2") if step.action == "update"]
        page.fill("#scrubber", str(step.number + 1))
        names = page.eval_on_selector_all("#code h3", "(all) => all.map((each) => each.firstChild.textContent)")
        assert names == ["EmotionalLink.update", "Weight.update"]

    def test_a_coarser_step_shows_the_method_that_sends_its_messages(self, page):
        page.select_option("#unit", "layer")
        for expected in (
            "Emotions.feel",
            "BareNetwork.present",
            "Layer.propagate",
            "Layer.propagate",
            "BareNetwork.take_error",
        ):
            page.click("#forward")
            assert page.inner_text("#code h3").split()[0] == expected


class TestFollowing:
    def test_a_click_on_a_neuron_or_link_marks_its_steps(self, page, player):
        for mark, names in [("forward-label-link-4-6", ("emotion", "h2")), ("forward-neuron-6", ("h2",))]:
            page.click(f"#{mark} text >> nth=0")
            own = player.trace.of(*names)
            path = page.get_attribute("#marks path", "d")
            assert path == "".join(f"M{step.number + 1} 2V28" for step in own)
            assert page.is_visible("#next-of")
        page.click("#forward-neuron-6 text >> nth=0")
        assert page.get_attribute("#marks path", "d") == ""
        assert page.is_hidden("#next-of")

    def test_by_the_keyboard_a_list_does_the_same(self, page, player):
        page.focus("#follow")
        page.keyboard.press("End")
        assert page.locator("#follow option:checked").inner_text() == "emotion→y1"
        own = player.trace.of("emotion", "y1")
        for step in own:
            page.click("#next-of")
            assert position(page) == step.number + 1
        assert page.get_attribute("#next-of", "aria-disabled") == "true"
        page.click("#previous-of")
        assert position(page) == own[-2].number + 1

    def test_what_is_followed_stays_on_screen_when_others_are_at_work(self, page, player):
        page.select_option("#follow", label="x1→h3")
        page.fill("#scrubber", "30")
        assert table(page, "x1→h3") == [told(value) for value in player.trace.state(29).link("x1", "h3")]

    def test_a_link_behind_the_dots_is_said_to_be_there(self, opened):
        net = Network.layered([12, 3, 1], seed=7)
        page = opened(net.player([0.5] * 12, [1], max_neurons=4))
        [step] = net.trace([0.5] * 12, [1]).phase("forward").of("x6", "h1")
        page.fill("#scrubber", str(step.number + 1))
        assert "behind ⋮ in the picture" in page.inner_text("#where")
        page.fill("#scrubber", "4")
        assert "behind" not in page.inner_text("#where")


class TestPicture:
    def test_it_follows_the_phase_unless_another_is_asked_for(self, page, player):
        for step in (player.trace.phase(phase)[-1] for phase in ("forward", "backward", "update")):
            page.fill("#scrubber", str(step.number + 1))
            shown = [view for view in ("forward", "backward", "update") if page.is_visible(f"#{view}-view")]
            assert shown == [step.phase]
        page.select_option("#view", "forward")
        assert page.is_visible("#forward-view")
        assert page.is_hidden("#update-view")

    def test_the_link_at_work_is_pointed_out_with_what_changed(self, page, player):
        [step] = player.trace.phase("backward").of("h1", "y1")
        page.fill("#scrubber", str(step.number + 1))
        glow = page.get_attribute("#backward-view path.glow", "d")
        assert glow == page.get_attribute("#backward-link-5-8 path >> nth=0", "d")
        changed = page.eval_on_selector_all("#backward-view [data-now]", "(all) => all.map((each) => each.textContent)")
        state = player.trace.state(step)
        assert sorted(changed) == sorted(
            [number(state.link("h1", "y1").sensitivity), f"∂E/∂Y {number(state.neuron('h1').sensitivity)}"]
        )

    def test_a_step_repaints_what_it_changes_and_no_other_mark(self, page, player):
        [step] = player.trace.phase("forward").of("x2", "h1")
        page.fill("#scrubber", str(step.number))
        page.evaluate("""() => {
            window.seen = [];
            new MutationObserver((all) => all.forEach(({ target }) => seen.push(target.closest?.("[id]").id)))
              .observe(svgs.forward.querySelector('[data-part="neurons"]'), { subtree: true, childList: true });
            new MutationObserver((all) => all.forEach(({ target }) => seen.push(target.closest("[id]").id)))
              .observe(svgs.forward.querySelector('[data-part="labels"]'), { subtree: true, childList: true });
        }""")
        page.keyboard.press("ArrowRight")
        assert set(page.evaluate("seen")) == {"forward-neuron-5"}


class TestAppearance:
    def test_light_and_dark_are_the_readers_choice(self, opened, player):
        for scheme, page_colour, fill in [
            ("light", "rgb(255, 255, 255)", "#FFF6D5"),
            ("dark", "rgb(17, 17, 17)", None),
        ]:
            page = opened(player, color_scheme=scheme)
            assert page.eval_on_selector("html", "(html) => getComputedStyle(html).backgroundColor") == page_colour
            background = page.eval_on_selector("#forward-view rect", "(rect) => getComputedStyle(rect).fill")
            assert background == page_colour
            assert page.get_attribute("#forward-neuron-5 circle", "fill") == "#FFF6D5"  # inline, for other viewers
            neuron = page.eval_on_selector("#forward-neuron-5 circle", "(each) => getComputedStyle(each).fill")
            assert (neuron == "rgb(255, 246, 213)") == (fill is not None)

    def test_a_message_runs_along_its_link_unless_the_reader_wants_no_motion(self, opened, player):
        for motion, moves in [("no-preference", 1), ("reduce", 0)]:
            page = opened(player, "#step=5", reduced_motion=motion)
            page.evaluate("""() => {
                window.dots = 0;
                new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((each) =>
                    dots += each.matches?.("circle.message")))).observe(svgs.forward, { childList: true });
            }""")
            page.keyboard.press("ArrowRight")
            assert page.evaluate("dots") == moves

    @pytest.mark.parametrize("width", [400, 768, 1280, 1920])
    def test_nothing_is_wider_than_the_window(self, opened, player, width):
        page = opened(player, "#step=31", viewport={"width": width, "height": 720})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.select_option("#follow", label="emotion→h2")
        page.click("#show-steps")
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    @pytest.mark.parametrize("width", [400, 1280])
    def test_long_names_are_no_wider_than_the_window_either(self, opened, width):
        x, y = InputNeuron("an input with a rather long name, " * 3), Neuron("y" * 60)
        Link(x, y, 0.5)
        page = opened(Network([x], [y]).player([1], [1]), "#step=3", viewport={"width": width, "height": 720})
        page.select_option("#follow", index=2)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_it_prints_as_a_picture_and_a_table_of_steps(self, opened, player):
        page = opened(player, "#step=31")
        page.emulate_media(media="print")
        assert page.is_visible("#backward-view svg >> nth=0")
        assert page.is_visible("#steps")
        assert page.locator("#steps tbody tr >> visible=true").count() == len(player.trace)
        assert page.is_hidden("#controls")
        page = opened(player, color_scheme="dark")
        page.emulate_media(media="print")
        assert page.eval_on_selector("html", "(html) => getComputedStyle(html).backgroundColor") == "rgb(255, 255, 255)"

    def test_without_javascript_there_are_three_pictures_and_the_table(self, opened, player):
        page = opened(player, java_script_enabled=False)
        for view in ("forward", "backward", "update"):
            assert page.is_visible(f"#{view}-view svg >> nth=0")
        assert page.locator("#steps tbody tr >> visible=true").count() == len(player.trace)
        assert page.is_hidden("#controls")
        state = player.trace.state(-1)
        shown = page.locator("#update-label-link-4-6 text").all_text_contents()
        assert shown[1] == f"= {number(state.link('emotion', 'h2').weight)}"


class TestAccessibility:
    def test_the_live_region_tells_a_step_and_is_quiet_during_play(self, page):
        page.keyboard.press("ArrowRight")
        assert page.inner_text("#said").startswith("Step 1 of 67: ")
        assert page.get_attribute("#said", "aria-live") == "polite"
        page.select_option("#speed", "10")
        page.evaluate("""() => {
            window.heard = [];
            new MutationObserver(() => find("said").textContent && heard.push(find("said").textContent))
              .observe(find("said"), { childList: true, characterData: true, subtree: true });
        }""")
        page.click("#play")
        until(page, "position >= 5")
        assert page.evaluate("heard") == []
        page.click("#play")
        assert page.evaluate("heard")[-1].startswith("Paused. Step ")

    @pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 400), ("dark", 400)])
    def test_axe_finds_no_violation(self, opened, player, scheme, width):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is in the extra 'browser'")
        page = opened(player, color_scheme=scheme, viewport={"width": width, "height": 720}, bypass_csp=True)
        assert not axe.Axe().run(page).response["violations"]
        page.fill("#scrubber", "58")
        page.click("#show-steps")
        page.select_option("#follow", label="h1")
        assert not axe.Axe().run(page).response["violations"]

    def test_axe_finds_none_without_the_script_either(self, opened, player):
        axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is in the extra 'browser'")
        page = opened(player, bypass_csp=True)
        page.evaluate("""() => {
            document.documentElement.className = "";
            for (const each of document.querySelectorAll("[hidden]")) each.hidden = false;
            find("panel").hidden = find("controls").hidden = find("below").hidden = true;
        }""")
        assert not axe.Axe().run(page).response["violations"]


class TestNames:
    def test_names_with_any_sign_are_text_everywhere(self, opened):
        names = ["<script>alert(1)</script>", "</script><b>", "a\"b'c", "100% $x", "two\nlines", "ключ→木"]
        inputs, output = [InputNeuron(name) for name in names], Neuron("-->]]>")
        for place, neuron in enumerate(inputs):
            Link(neuron, output, 0.5 - place / 5)
        player = Network(inputs, [output]).player([0.5] * len(names), [1], title="<i>&amp;</i>")
        page = opened(player)
        page.on("dialog", lambda dialog: pytest.fail("a name was run as a script"))
        assert page.inner_text("h1") == "<i>&amp;</i>"
        for step in player.trace:
            page.keyboard.press("ArrowRight")
            assert page.inner_text("#what").strip() == words(step).strip()
        page.select_option("#follow", label="<script>alert(1)</script>→-->]]>")
        assert table(page, "<script>alert(1)</script>→-->]]>")[0] == show(
            player.trace.state(-1).link(names[0], "-->]]>")[0]
        )
        assert page.locator("b:has-text('script'), main script, h1 i").count() == 0


class TestManySteps:
    def test_a_network_of_digits_size_can_be_stepped_through(self, opened):
        net = Network.layered([64, 30, 10], emotional=True, seed=7)
        inputs, targets = datasets.digits()[0]
        player = net.player(inputs, targets)
        page = opened(player, "#step=3000")
        assert position(page) == 3000
        page.keyboard.press("End")
        held = player.trace.state(-1).link("emotion", "y10")
        assert table(page, "emotion→y10") == [told(value) for value in held]
