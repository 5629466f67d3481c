"""Training by the twin: epochs in compiled code, and the objects brought up to date when someone may look.

One call of the compiled code learns as many epochs as it may: all that are left, where nobody asks in between and the
emotions are the library's own; one epoch, where there are callbacks, validation patterns, a schedule or other
emotions; and never more lessons than take a fraction of a second, so that Ctrl-C is heard.

To bring the objects up to date, they get the weights from before the last lesson, and learn that lesson themselves. So
whatever a reader finds in them after training was computed by them.
"""

from __future__ import annotations

import random
import time
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from lernmi_emo.core.divergence import first_astray
from lernmi_emo.core.emotion import Emotions, FixedEmotions
from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.patterns import warn_of_ranges
from lernmi_emo.fast import kernel
from lernmi_emo.fast.arrays import FlatPatterns, Floats, Progress, new_progress
from lernmi_emo.fast.mood import check_emotions, in_mood, mood_of
from lernmi_emo.fast.twin import Twin
from lernmi_emo.learning.epoch import average_of, learnt_soundly, went_astray
from lernmi_emo.learning.evaluation import Evaluation, judge
from lernmi_emo.learning.snapshot import Snapshot
from lernmi_emo.support.exceptions import DivergenceError

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.core.patterns import CheckedPattern
    from lernmi_emo.learning.history import History

EPOCHS_AT_ONCE = 4096  # whose errors are kept before they are written down
QUICK, SLOW = 0.02, 0.2  # seconds: one call of the compiled code is to take between these


class TwinEngine:
    """Learns epochs for `train` by the twin. Its methods are those of `lernmi_emo.learning.objects.Objects`.

    `alone` says that nothing is asked between epochs; `epochs` and `stop_error` say how far it may then run ahead.
    """

    def __init__(
        self,
        network: BareNetwork,
        lessons: Sequence[CheckedPattern],
        unseen: Sequence[CheckedPattern] | None,
        *,
        momentum: float,
        chance: random.Random | None,
        epochs: int,
        stop_error: float | None,
        alone: bool,
    ) -> None:
        self.network, self.lessons, self.unseen = network, lessons, unseen
        self.momentum, self.chance, self.epochs, self.alone = momentum, chance, epochs, alone
        self.stop_error = -1.0 if stop_error is None else stop_error
        self.told = 0  # how many of the epochs that are done are written down
        self.before = 0  # how many had been written down before the call that did them
        self.runs_ahead = False
        self.pace = 1000  # lessons for one call
        self.predicted: Sequence[float] | None = None  # inputs that were predicted after the last lesson
        self.twin = Twin(network)
        self.run = new_progress(len(lessons), len(self.twin.flat.weight), EPOCHS_AT_ONCE)
        self._take_patterns()
        self.reread()
        self.average = 0.0 if network.emotions is None else average_of(lessons)
        self.run.mood[3] = self.average
        if alone and chance is not None:
            self.run.shuffles[0] = _take_generator(chance, self.run)

    # What `train` asks for

    def begin(self) -> None:
        """`Network.begin`: note the untrained weights, and feel the untrained network's emotions."""
        network = self.network
        warn_of_ranges(network, self.lessons)
        if network.emotions is not None:
            outputs = self.twin.answers([inputs for inputs, _ in self.lessons], self.patterns.given)
            errors = [squared_error(given, targets) for given, (_, targets) in zip(outputs, self.lessons)]
            network.predict(self.lessons[-1][0])  # which leaves them the values of the last pattern
            network.emotions.feel(self.average, mean_squared_error(errors, len(network.outputs)))
        if network.initial_weights is None:
            network.initial_weights = array("d", [weight.weight for weight in network.weights])

    def learn(self, epoch: int, rate: float, tick: Callable[..., object] | None = None) -> None:
        """Learn until at least one more epoch is done. `tick` is called with the number of lessons, now and then."""
        run, network, emotions = self.run, self.network, self.network.emotions
        shuffled_here = self.chance is None or bool(run.shuffles[0])
        known = emotions is None or type(emotions) is FixedEmotions
        known = known or (type(emotions) is Emotions and emotions.initial_anxiety is not None)
        self.runs_ahead = self.alone and shuffled_here and known
        run.clock[0] = 0
        self.told, self.before = 0, epoch - 1
        if not shuffled_here and self.chance is not None and not run.clock[2]:
            order = list(range(len(self.lessons)))
            self.chance.shuffle(order)
            run.order[:] = order
        if not network.begun:  # a callback gave it new emotions: they begin as a first lesson lets them
            network.begin([self.lessons[int(run.order[0])]])
        self.predicted = None
        run.feels[0] = self.runs_ahead and type(emotions) is Emotions
        if emotions is not None:
            run.mood[:2] = mood_of(emotions)
            if run.feels[0]:
                run.mood[2] = emotions.initial_anxiety
        epochs = min(EPOCHS_AT_ONCE, self.epochs - epoch + 1) if self.runs_ahead else 1
        while not run.clock[0]:
            before = int(run.clock[3])
            status = self._call(rate, epochs, self.pace)
            lessons = int(run.clock[3]) - before
            if status == kernel.ASTRAY:
                self._go_back()
                if not run.clock[0]:
                    self._leave_epoch_to_objects(rate, epoch)
                    lessons = len(self.lessons)
            if status == kernel.ODD and not run.clock[0]:
                try:
                    self._leave_to_objects(rate)
                except DivergenceError as diverged:
                    raise went_astray(
                        network, self._before_epoch(), diverged.astray, rate, self.momentum, epoch
                    ) from diverged
                lessons += 1
            if tick is not None:
                tick(lessons)

    def tell(self, history: History) -> None:
        """Write down the epochs that are done and not yet written down; feel the last of them."""
        run, emotions, done = self.run, self.network.emotions, int(self.run.clock[0])
        if done <= self.told:
            return
        if emotions is not None:
            emotions.feel(self.average, float(run.errors[done - 1]))
        if self.runs_ahead:
            self._write_down(history.errors, run.errors[:done])
            if emotions is not None:
                self._write_down(history.anxieties, run.anxieties[:done])
                self._write_down(history.confidences, run.confidences[:done])
            self.told = done
        else:
            self.told = done
            history.add(float(run.errors[0]), emotions, self._evaluate())

    def state(self) -> Snapshot:
        """What learning changes, to go back to."""
        return self._state(self.twin.flat.weight, self.twin.flat.change, self.run.last_change)

    def show(self) -> None:
        """Bring the objects up to date."""
        network, run = self.network, self.run
        if run.clock[3]:
            inputs, targets = self.lessons[int(run.clock[4])]
            rate, momentum, *mood = run.last_settings.tolist()
            self.twin.write(run.last_weight, run.last_change)
            run.clock[3] = 0
            with in_mood(network, *mood):
                network.learn(inputs, targets, rate=rate, momentum=momentum)
        if self.predicted is not None:
            network.predict(self.predicted)
            self.predicted = None
        if run.shuffles[0] and self.chance is not None:
            version, _, gauss = self.chance.getstate()
            self.chance.setstate((version, tuple(run.generator.tolist()), gauss))

    def reread(self) -> None:
        """Take from the objects whatever a callback may have changed."""
        network, run = self.network, self.run
        check_emotions(network.emotions)
        self.twin.read()
        run.last_change[self.twin.links] = [link.last_change for link in network.links]
        run.careful[0] = self.twin.may_be_odd()
        if self.activations != [neuron.activation for neuron in network.inputs]:
            self._take_patterns()

    # How it does that

    def _take_patterns(self) -> None:
        self.activations = [neuron.activation for neuron in self.network.inputs]
        self.patterns = FlatPatterns(
            self.twin.perceive([inputs for inputs, _ in self.lessons]),
            np.array([targets for _, targets in self.lessons]),
        )
        self.unseen_given = None if self.unseen is None else self.twin.perceive([inputs for inputs, _ in self.unseen])

    def _write_down(self, story: list[float], values: Floats) -> None:
        # As many as are lacking: Ctrl-C may come between two lists, and then this is done again.
        story += values[len(story) - self.before :].tolist()

    def _evaluate(self) -> Evaluation | None:
        if self.unseen is None or self.unseen_given is None:
            return None
        outputs = self.twin.answers([inputs for inputs, _ in self.unseen], self.unseen_given)
        self.predicted = self.unseen[-1][0]
        return judge(outputs, [targets for _, targets in self.unseen])

    def _call(self, rate: float, epochs: int, lessons: int) -> int:
        """One call of the compiled code; the pace of the next is set by the time this one took."""
        start = time.perf_counter()
        status: int = kernel.learn(
            self.twin.flat,
            self.twin.links,
            self.patterns,
            self.run,
            rate,
            self.momentum,
            self.stop_error,
            epochs,
            lessons,
        )
        took = time.perf_counter() - start
        if took > SLOW:
            self.pace = max(1, self.pace // 2)
        elif took < QUICK and status == kernel.PAUSED:
            self.pace *= 2
        return status

    def _leave_to_objects(self, rate: float) -> None:
        """Let the objects learn the next lesson, which is odd: they know best, or raise what is to be raised."""
        run, place = self.run, int(self.run.order[int(self.run.clock[1])])
        self.show()
        inputs, targets = self.lessons[place]
        self.network.learn(inputs, targets, rate=rate, momentum=self.momentum)
        self.reread()
        run.squares[0] += squared_error([neuron.output for neuron in self.network.outputs], targets)
        run.clock[1] += np.uint64(1)

    def _go_back(self) -> None:
        """Be as before the epoch that is begun, the objects too."""
        run, flat = self.run, self.twin.flat
        flat.weight[:] = run.weight_before
        flat.change[:] = run.change_before
        run.last_change[:] = run.last_change_before
        run.clock[1], run.clock[3], run.squares[0] = 0, 0, 0.0
        self.twin.write(flat.weight, flat.change)
        for link, last_change in zip(self.network.links, run.last_change[self.twin.links].tolist()):
            link.last_change = last_change

    def _leave_epoch_to_objects(self, rate: float, epoch: int) -> None:
        """Let the objects learn this epoch: they know best how far it goes, or raise what is to be raised."""
        run, network, before = self.run, self.network, self._before_epoch()
        errors = []
        try:
            with in_mood(network, *run.mood[:2].tolist()):
                for place in run.order.tolist():
                    inputs, targets = self.lessons[place]
                    network.learn(inputs, targets, rate=rate, momentum=self.momentum)
                    errors.append(squared_error([neuron.output for neuron in network.outputs], targets))
        except DivergenceError as diverged:
            raise went_astray(network, before, diverged.astray, rate, self.momentum, epoch) from diverged
        error = mean_squared_error(errors, len(network.outputs))
        if not learnt_soundly(network, error):
            raise went_astray(network, before, first_astray(network), rate, self.momentum, epoch)
        self.reread()
        if run.feels[0]:
            run.mood[0] = self.average + error
            run.mood[1] = run.mood[2] - run.mood[0]
        run.errors[0], run.anxieties[0], run.confidences[0] = error, *run.mood[:2]
        run.clock[0], run.clock[2] = 1, 0

    def _before_epoch(self) -> Snapshot:
        return self._state(self.run.weight_before, self.run.change_before, self.run.last_change_before)

    def _state(self, weight: Floats, change: Floats, last_change: Floats) -> Snapshot:
        emotions, links = self.network.emotions, self.network.links
        columns = [values[self.twin.links].tolist() for values in (weight, change, last_change)]
        values = [(weight, link.frozen, *changes) for link, weight, *changes in zip(links, *columns)]
        return Snapshot(values, None if emotions is None else dict(vars(emotions)))


def _take_generator(chance: random.Random, run: Progress) -> bool:
    """Take over the state of `chance`, if compiled code can shuffle as it does. Else it goes on shuffling in Python."""
    version, words, *_ = chance.getstate() if type(chance) is random.Random else (None, None)
    if version != 3:
        return False
    run.generator[:] = words
    trial = random.Random()
    trial.setstate(chance.getstate())
    expected, order, generator = list(range(99)), np.arange(99, dtype=np.uint64), run.generator.copy()
    trial.shuffle(expected)
    kernel.shuffle(order, generator)
    return bool(order.tolist() == expected)
