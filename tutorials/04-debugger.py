# Made from 04-debugger.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 4. In the debugger ==
#
# **After this you can** stop a lesson at one link of your choice, look at every number that is there at that moment, and
# watch a delta come back to a hidden neuron: with Python's own debugger, in VS Code, or in PyCharm. You can also go
# through a lesson one message at a time, forward and back, without any debugger.
#
# **Time:** 60 minutes, exercises included; 40 without VS Code or PyCharm.
#
# **Before:** [tutorial 3](03-hidden-neurons.md). You have a text editor, to write small files with.
#
# So far you have looked at a network before and after a lesson. In between, all happened at once. A **debugger** stops a
# program in the middle, at a place that you choose. The program waits. You look around, let it go on by one line, and
# look again. This is the best way there is to find out what a program really does, whether it is yours or somebody
# else's.
#
# In many libraries there would be little to see: the numbers are in large tables, deep in code that no debugger enters.
# Here each neuron and each link is an object of its own, and what you see in the debugger is what the algorithm has.
#
# == A network to look into ==
#
# We take the worked example of tutorial 3 again, for you know its numbers already. This makes it, and saves it to a file:

from lernmi_emo import Network
net = Network.layered([2, 2, 2], rate=0.5)
weights = {"x1 h1": 0.15, "x2 h1": 0.20, "x1 h2": 0.25, "x2 h2": 0.30}
weights |= {"h1 y1": 0.40, "h2 y1": 0.45, "h1 y2": 0.50, "h2 y2": 0.55}
weights |= {"bias h1": 0.35, "bias h2": 0.35, "bias y1": 0.60, "bias y2": 0.60}
for name, weight in weights.items():
    source, target = name.split()
    net.link(source, target).weight = weight
    net.link(source, target).frozen = source == "bias"

path = net.save("example.json")

# (`|=` adds the second `{…}` to the first. The rate given here is what `learn` uses when it is told none. The file keeps
# it, with the weights and what is frozen. `path =` takes the answer of `save`, so that it is not printed.)
#
# Leave Python with `exit()`. You are still in the folder `mine`, where `example.json` is now. Open a text editor, type
# these lines, and, in `mine`, save this as `watch.py`:
#
# ```py
# from lernmi_emo import Network
#
# net = Network.load("example.json")
# net.break_on("h1", "y1", phase="backward")
# net.break_on("h1", "y2", phase="backward")
# net.break_on("h1", phase="backward")
# error = net.learn([0.05, 0.10], [0.01, 0.99])
# print(f"learnt, error {error:.4f}")
# ```
#
# `break_on` sets a **breakpoint**: a place to stop. The first is on the link from `h1` to `y1`, in the backward phase,
# just before it sends anything back. The second is the same for the link from `h1` to `y2`. The third is on `h1` itself,
# just before it takes its delta. A link has the phases `"forward"`, `"backward"` and `"update"`, a hidden neuron the
# first two. Without `phase`, it stops in the last.
#
# (A breakpoint belongs to its neuron or link, and is not in the file: a network that has just been loaded has none. If a
# program does not stop, look there first.)
#
# What do you expect to see? In tutorial 3, the sensitivity of `h1` came from both outputs:
# $0.1385 \cdot 0.40 + (-0.0381) \cdot 0.50 = 0.0364$. Now we watch it come together.
#
# == pdb: the debugger that is always there ==
#
# In `mine`, type `../.venv/bin/python watch.py` (on Windows, `..\.venv\Scripts\python watch.py`). It stops at once.
# (`$` is what your terminal shows when it waits for a command. You don't type it.)
#
# ```text
# $ ../.venv/bin/python watch.py
# > lernmi_emo/core/link.py(76)backpropagate()
# -> delta = self.target.delta
# ```
#
# This is **pdb**, Python's own debugger. The first line says where the program stands: in the file `link.py` of the
# library, in brackets the number of the line, and the name of the method (a function that belongs to an object). You see
# the whole path to the file; here it is cut short. The second line is the line of code that comes **next**. It has not
# been done yet. `(Pdb)` waits for you. `ll` shows the whole method:
#
# ```text
# (Pdb) ll
#  74         def backpropagate(self) -> None:
#  75             """Carry the target's delta, weighted, to the source; keep ∂E/∂weight for the update."""
#  76  ->         delta = self.target.delta
#  77             self.sensitivity = delta * self.source.output
#  78             self.source.sensitivity += delta * self.weight
# ```
#
# `∂E/∂weight` is the link's sensitivity: how the error changes with the weight. `p` prints something. In a method, `self`
# is the object whose method it is. So here it is the link.
#
# ```text
# (Pdb) p self
# Link(h1→y1: weight 0.4000)
# (Pdb) p self.target
# Neuron(y1: net 1.1059 → output 0.7514, delta 0.1385)
# (Pdb) p self.source
# Neuron(h1: net 0.3775 → output 0.5933)
# (Pdb) p self.source.sensitivity
# 0.0
# (Pdb) p self.sensitivity
# None
# ```
#
# The delta of `y1` is there: 0.1385. `h1` has its output, and no delta yet. Its sensitivity is 0: it is a sum, and it has
# been opened, but nobody has added anything so far. The link's own is `None`: it is one product, not made yet.
#
# Now let the program do one line at a time. `n` is for *next*.
#
# ```text
# (Pdb) n
# > lernmi_emo/core/link.py(77)backpropagate()
# -> self.sensitivity = delta * self.source.output
# (Pdb) p delta
# 0.13849856162855698
# (Pdb) n
# > lernmi_emo/core/link.py(78)backpropagate()
# -> self.source.sensitivity += delta * self.weight
# (Pdb) p self.sensitivity
# 0.08216704056423078
# (Pdb) n
# --Return--
# > lernmi_emo/core/link.py(78)backpropagate()->None
# -> self.source.sensitivity += delta * self.weight
# (Pdb) p self.source.sensitivity
# 0.05539942465142279
# ```
#
# The link keeps its own sensitivity, $0.1385 \cdot 0.5933$. Then it adds the delta, weighted, to what its source has
# heard: $0.1385 \cdot 0.40 = 0.0554$. That is the first half. (`--Return--` says that the method is at its end.)
#
# Who told the link to do this? `u`, for *up*, goes to the caller. Do it three times:
#
# ```text
# (Pdb) u
# > lernmi_emo/core/layer.py(58)backpropagate()
# -> link.backpropagate()
# (Pdb) u
# > lernmi_emo/core/network.py(165)backpropagate()
# -> layer.backpropagate()
# (Pdb) u
# > lernmi_emo/core/network.py(99)learn()
# -> self.backpropagate()
# ```
#
# The layer told the link, the network told the layer, and `learn` told the network. `d`, *down*, goes back. Going up and
# down does not run anything: you only look from another floor. (But `n` there runs on to the next line of *that* floor,
# or to a breakpoint on the way, as here. Go down first.) The floors, as they were at the first stop:
#
# (Picture: pictures/floors.svg. Five floors, from watch.py down to the link. u goes up, d goes down.)
#
# `c` is for *continue*: run on, until the next breakpoint.
#
# ```text
# (Pdb) c
# > lernmi_emo/core/link.py(76)backpropagate()
# -> delta = self.target.delta
# (Pdb) p self
# Link(h1→y2: weight 0.5000)
# (Pdb) p self.target.delta
# -0.03809823651655623
# (Pdb) p self.source.sensitivity
# 0.05539942465142279
# (Pdb) r
# --Return--
# > lernmi_emo/core/link.py(78)backpropagate()->None
# -> self.source.sensitivity += delta * self.weight
# (Pdb) p self.source.sensitivity
# 0.03635030639314468
# ```
#
# `r`, for *return*, lets the method run to its end. The second link brought $-0.0381 \cdot 0.50 = -0.0190$: it has come
# together. One more stop:
#
# ```text
# (Pdb) c
# > lernmi_emo/core/neuron.py(105)take_delta()
# -> self.delta = self.sensitivity * self.activation.slope(self.net_input, self.output)
# (Pdb) p self
# Neuron(h1: net 0.3775 → output 0.5933)
# (Pdb) r
# --Return--
# > lernmi_emo/core/neuron.py(105)take_delta()->None
# -> self.delta = self.sensitivity * self.activation.slope(self.net_input, self.output)
# (Pdb) p self
# Neuron(h1: net 0.3775 → output 0.5933, delta 0.0088)
# (Pdb) c
# learnt, error 0.2984
# ```
#
# `h1` has turned its sensitivity into its delta, 0.0088, and now it can pass it on to *its* links. You have watched a
# delta come back. (The other phases can be watched in the same way: with `phase="forward"` a link stops in `propagate`,
# with `phase="update"` in `update`.)
#
# All that you need of pdb:
#
# | type | it does |
# |---|---|
# | `p something` | prints it. Anything that Python can work out: `p self.weight * 2` |
# | `n` | does this line and stops at the next |
# | `s` | *step*: goes into the method that this line calls. `--Call--` says that it begins; `n` goes to its first line |
# | `r` | runs to the end of this method |
# | `c` | runs on to the next breakpoint |
# | `u`, `d` | to the caller, and back; `u 4` goes up four floors |
# | `ll` | shows the whole method, with an arrow where you are |
# | `q` | ends it all, with a traceback that ends in `BdbQuit`; from Python 3.14 on, it asks *Quit anyway?*: type `y` |
#
# An empty line does the last command once more. Whatever is no command of pdb is Python, and is done, such as
# `double = self.weight * 2`. But `n = 3` begins with a command. `!n = 3` is Python in any case.
#
# In a program of your own, write `breakpoint()` on a line by itself, and it stops there. Save this as `own.py`, and run
# it like `watch.py`:
#
# ```py
# from lernmi_emo import Network, datasets
#
# net = Network.layered([2, 2, 1], seed=1)
# for inputs, targets in datasets.xor():
#     error = net.learn(inputs, targets)
#     breakpoint()
# ```
#
# It stops after each of the four lessons. `p inputs, error` shows the pattern and its error, and `c` goes on.
#
# == A needle in a haystack ==
#
# One lesson is easily watched. A training has thousands. In tutorial 3, XOR was learnt in 455 epochs: 1,820 lessons. In
# the end, the link from `x2` to `h2` had a weight of about 5.4. It began close to 0. When did it make up its mind, and
# how?
#
# You would not want to press `c` 1,820 times. So a breakpoint can have a **condition**. Save this as `hunt.py`:
#
# ```py
# from lernmi_emo import Network, datasets
#
# net = Network.layered([2, 2, 1], seed=1)
# net.break_on("x2", "h2", when=lambda link: link.weight > 1)
# history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.001)
# print(f"trained, {len(history)} epochs")
# ```
#
# (`lambda link: …` is a small function without a name. It is asked each time this link has updated.) The training
# runs, and stops in the lesson in which the weight has gone above 1. With a condition, it stops at the *last* line of the
# method, and that line has been done, for the condition speaks of what came of it:
#
# ```text
# $ ../.venv/bin/python hunt.py
# > lernmi_emo/core/weight.py(65)update()
# -> self.weight += self.change
# (Pdb) p self
# Link(x2→h2: weight 1.0112, change 0.0366)
# (Pdb) p self.target
# Neuron(h2: net 0.1129 → output 0.5282, delta −0.0293)
# (Pdb) p self.target.network.lesson.inputs
# [0.0, 0.0]
# ```
#
# From the link you get anywhere: `self.target` is a neuron, `self.target.network` the network, and its `lesson` knows the
# pattern. Which epoch is it? That is known by a caller four floors up:
#
# ```text
# (Pdb) u 4
# > lernmi_emo/learning/epoch.py(82)learn_epoch_or_go_back()
# -> error = learn_epoch(network, patterns, rate, momentum, chance, tick)
# (Pdb) p epoch
# 170
# (Pdb) d 4
# > lernmi_emo/core/weight.py(65)update()
# -> self.weight += self.change
# ```
#
# And how did the weight change? Ask the link to explain itself (with `print`, for `p` puts it all in one line):
#
# ```text
# (Pdb) print(self.explain())
# x2→h2: a link
#   forward, it propagates
#     adds to net(h2) = output(x2) · weight before = 0.0000 · 0.9746 = 0.0000
#   backward, it backpropagates
#     sensitivity             = delta(h2) · output(x2)    = −0.0293 · 0.0000 =  0.0000
#     adds to sensitivity(x2) = delta(h2) · weight before = −0.0293 · 0.9746 = −0.0285  (rounded)
#   then it updates
#     change = momentum · last change − rate · sensitivity = 0.9000 · 0.0407 − 0.5000 · 0.0000 = 0.0366
#     weight = weight before + change                      = 0.9746 + 0.0366                   = 1.0112
# ```
#
# Did you see it? The pattern is (0, 0). The input is 0, so the sensitivity is 0: from this lesson the link learnt
# *nothing*. It was the momentum alone that carried the weight above 1, with what was left of the lessons before. From
# before and after the training, you would not have seen that.
#
# The condition stays true now, and it would stop at each lesson to come. Take the breakpoint away, and let it run:
#
# ```text
# (Pdb) self.target.network.clear_breaks()
# (Pdb) c
# trained, 455 epochs
# ```
#
# Epoch 170, then. But the 1 was our choice. Did it make up its mind there? Start Python again, and look before and after:

from lernmi_emo import Network, datasets
for epochs in (100, 150, 170, 190, 300):
    net = Network.layered([2, 2, 1], seed=1)
    history = net.train(datasets.xor(), epochs=epochs, rate=0.5, momentum=0.9)
    print(f"after {epochs} epochs: weight {net.link('x2', 'h2').weight:.2f}, error {history.errors[-1]:.4f}")
# gives: after 100 epochs: weight -0.05, error 0.2567
#        after 150 epochs: weight -0.02, error 0.1811
#        after 170 epochs: weight 1.04, error 0.1501
#        after 190 epochs: weight 3.66, error 0.0252
#        after 300 epochs: weight 5.01, error 0.0024

# It made up its mind between the epochs 150 and 190, and the error, which had begun to fall before, fell fastest there.
# That it crossed the 1 in a lesson on (0, 0) was luck: with `link.weight > 0.95` it stops a lesson earlier, on (1, 1),
# and from that one the link learnt something.
#
# == VS Code and PyCharm ==
#
# pdb is enough for all that follows. The debuggers of VS Code and PyCharm show the same, with the mouse. Choose one; the
# others can wait. It has to be set up once. The recipe says how: [VS Code](recipes/debuggers.md#vs-code),
# [PyCharm](recipes/debuggers.md#pycharm). (On many Macs, F5 to F11 need Fn. The buttons do the same.)
#
# In **VS Code**:
#
# 1. Open `watch.py` and press F5. It stops in `link.py`, at the line that you know. (F5 starts the file in front. Before
#    each new start, click on the tab of your own program.)
# 2. *Variables*, on the left, shows `self`. Open it: `weight`, `sensitivity`, `source`, `target`. Open `source`: there is
#    `h1`, with its sensitivity of 0.
# 3. *Call Stack* shows the floors. Click on one to go there, and on the first to come back.
# 4. F10 does a line. The third F10 leaves the method, and `self` is now the layer. Open `link`, and in it `source`: the
#    sensitivity of `h1` is 0.0554.
# 5. In *Watch*, add `self.source.sensitivity`, and press F5. At the second stop it is 0.0554. At the third, `self` is
#    `h1` itself, which has no source: add `self.sensitivity`, 0.0364.
#
# In **PyCharm**:
#
# 1. Open `watch.py`, right-click in it, and choose *Debug* (not *Run*).
# 2. *Threads & Variables* shows `self`, and beside it the floors. Open `self` as above.
# 3. F8 does a line. The third F8 leaves the method, and `self` is now the layer. Open `link`, and in it `source`: the
#    sensitivity of `h1` is 0.0554.
# 4. F9 runs on. At the second stop, Alt+F8 (on a Mac Option+F8) works out anything: `self.source.sensitivity` is 0.0554.
#    At the third, `self` is `h1` itself: `self.sensitivity` is 0.0364.
# 5. Debug `hunt.py`. When it stops, type `print(self.explain())` after Alt+F8, and look in the tab *Console*. (`print`
#    itself gives back `None`.) The red square ends it.
#
# Beside each tutorial lies a script with the same code, such as `tutorials/03-hidden-neurons.py`. Copy it to `mine`, for
# it saves its pictures beside itself. Click left of a line to set a breakpoint, and go through it.
#
# == Without a debugger ==
#
# A debugger shows *code* line by line. If you want to see the *algorithm*, message by message, there is something that
# fits better. `net.trace` does a lesson, keeps every step, and leaves the network as it was. Here are the steps of one
# link:

net = Network.load("example.json")
trace = net.trace([0.05, 0.10], [0.01, 0.99])
for step in trace.of("h1", "y1"):
    print(step)
# gives:   12  forward   h1→y1 propagates
#              net(y1) = net(y1) so far + output(h1) · weight = 0.0000 + 0.5933 · 0.4000 = 0.2373
#          25  backward  h1→y1 backpropagates
#              sensitivity     = delta(y1) · output(h1)                      = 0.1385 · 0.5933          = 0.0822
#              sensitivity(h1) = sensitivity(h1) so far + delta(y1) · weight = 0.0000 + 0.1385 · 0.4000 = 0.0554
#          45  update    h1→y1 updates
#              change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.5000 · 0.0822 = −0.0411
#              weight = weight before + change                      = 0.4000 + (−0.0411)                =  0.3589

# `trace.state(24)` is the network as it stood after step 24. So you can go back, too:

for number in (28, 25, 24):
    h1 = trace.state(number).neuron("h1")
    print(f"after {number}, {trace[number].title}: sensitivity of h1 {h1.sensitivity:.4f}")
# gives: after 28, h1→y2 backpropagates: sensitivity of h1 0.0364
#        after 25, h1→y1 backpropagates: sensitivity of h1 0.0554
#        after 24, y2 takes its delta: sensitivity of h1 0.0000

# For the terminal there is a command that shows the same, one key at a time. Leave Python, and type
#
# ```sh
# ../.venv/bin/lernmi-emo step example.json --inputs 0.05,0.10 --targets 0.01,0.99
# ```
#
# On Windows:
#
# ```sh
# ..\.venv\Scripts\lernmi-emo step example.json --inputs 0.05,0.10 --targets 0.01,0.99
# ```
#
# It fills the whole window. The space bar goes a step on, `b` a step back, `q` leaves, and `?` shows all keys. After some
# keys you type a word more, and Enter (⏎). Try these, one after the other, and look at the window each time:
#
# `w` y1 ⏎, `j` h1->y1 ⏎, space, `r` y1.output > 0 ⏎, `j` h1->y1 ⏎, `b`, `q`
#
# `w` keeps `y1` in sight; a `?` there is not computed yet. `j` jumps to the *next* step of this link, so the second goes
# to its backward one. (`->` stands for the arrow in a link's name.) `r` runs on until something is true. Steps are
# numbered from 0, so with step 12 thirteen are taken. `•` marks the neurons of this step.
#
# Lines from a file work too: each key has a word, and what you type after the key follows it. So you can keep a walk, and
# repeat it. In `mine`, save this as `walk.txt`:
#
# ```txt
# watch y1
# jump h1->y1
# next
# quit
# ```
#
# After `<` is the file to read from. (In PowerShell, write `Get-Content walk.txt |` before the command.)
#
# ```text
# $ ../.venv/bin/lernmi-emo step example.json --inputs 0.05,0.10 --targets 0.01,0.99 < walk.txt
# example.json, pattern 1 of 1, epoch 1: 0.05, 0.1 → 0.01, 0.99
# Lesson 1 begins.
# (step) watch y1
# y1 is watched; the same again ends it
# y1  net ?  output ?  sensitivity ?  delta ?
# (step) jump h1->y1
#   12  forward   h1→y1 propagates
#       net(y1) = net(y1) so far + output(h1) · weight = 0.0000 + 0.5933 · 0.4000 = 0.2373
# y1  net 0.2373  output ?  sensitivity ?  delta ?
# (step) next
#   13  forward   h2→y1 propagates
#       net(y1) = net(y1) so far + output(h2) · weight = 0.2373 + 0.5969 · 0.4500 = 0.5059
# y1  net 0.5059  output ?  sensitivity ?  delta ?
# (step) quit
# ```
#
# == Exercises ==
#
# The first two begin in the terminal. The lines with `>>>` need Python. Start it in `mine`, and type:

from lernmi_emo import Network, datasets

# **1.** In `watch.py`, at the first stop, you type `p self.target.bias`. What do you get, and where *is* the bias?
#
# Solution
#
# An error: a neuron has no such **attribute**, no value of that name. The bias is a neuron of its own, and its weight is
# that of a link. The links into a neuron are in `incoming`.
#
# ```text
# $ ../.venv/bin/python watch.py
# > lernmi_emo/core/link.py(76)backpropagate()
# -> delta = self.target.delta
# (Pdb) p self.target.bias
# *** AttributeError: 'Neuron' object has no attribute 'bias'
# (Pdb) p self.target.incoming
# [Link(h1→y1: weight 0.4000), Link(h2→y1: weight 0.4500), Link(bias→y1: weight 0.6000, frozen)]
# (Pdb) self.target.network.clear_breaks()
# (Pdb) c
# learnt, error 0.2984
# ```
#
# Without a debugger, it is this:

net = Network.load("example.json")
net.link("bias", "y1")
# gives: Link(bias→y1: weight 0.6000, frozen)

# **2.** You stop a link in the *forward* phase, and print its `sensitivity`. What is it, and why is it not 0?
#
# Solution
#
# Save this as `forward.py`:
#
# ```py
# from lernmi_emo import Network
#
# net = Network.load("example.json")
# net.break_on("h1", "y1", phase="forward")
# net.learn([0.05, 0.10], [0.01, 0.99])
# ```
#
# ```text
# $ ../.venv/bin/python forward.py
# > lernmi_emo/core/link.py(71)propagate()
# -> self.sensitivity = NOT_YET  # this pass has not come back yet
# (Pdb) p self.sensitivity
# None
# (Pdb) c
# ```
#
# `None`. Nothing has come back yet. A sensitivity of 0 would say something: that the error does not depend on this
# weight. Nobody knows that yet. (`NOT_YET` is the library's own word for `None`.)
#
# This is the first lesson. Before a later one, the number of the last still stands there, until `n` has done this line,
# which takes it away. So does `predict`:

net = Network.load("example.json")
error = net.learn([0.05, 0.10], [0.01, 0.99])
output = net.predict([0.05, 0.10])
net.link("h1", "y1").sensitivity is None
# gives: True

# **3.** A condition may do something before it answers. `print` prints, and answers `None`, which counts as no. What does
# a breakpoint do whose condition is `print`? Try it with three lessons.
#
# Solution
#
# It never stops, but it prints the link after each of its updates. Debuggers have a name for this: a *logpoint*.

net = Network.load("example.json")
net.break_on("h1", "y1", when=print)
# gives: Breakpoint(h1→y1, update, with a condition)
for lesson in range(3):
    error = net.learn([0.05, 0.10], [0.01, 0.99])
# gives: Link(h1→y1: weight 0.3589, change −0.0411)
#        Link(h1→y1: weight 0.3174, change −0.0416)
#        Link(h1→y1: weight 0.2754, change −0.0420)
net.clear_breaks()

# **4.** At which step of the lesson does `h2` take its delta, and what had its sensitivity been after each link that sent
# something back to it? Use the trace.
#
# Solution
#
# At step 32, the last of its own. `y1` asks for less of it, `y2` for more.

net = Network.load("example.json")
trace = net.trace([0.05, 0.10], [0.01, 0.99])
trace.of("h2")[-1]
# gives: Step(32: h2 takes its delta)
trace.of("h2", "y1")
# gives: (Step(13: h2→y1 propagates), Step(26: h2→y1 backpropagates), Step(46: h2→y1 updates))
trace.of("h2", "y2")
# gives: (Step(16: h2→y2 propagates), Step(29: h2→y2 backpropagates), Step(49: h2→y2 updates))
for number in (26, 29, 32):
    print(f"after {number}: sensitivity of h2 {trace.state(number).neuron('h2').sensitivity:.4f}")
# gives: after 26: sensitivity of h2 0.0623
#        after 29: sensitivity of h2 0.0414
#        after 32: sensitivity of h2 0.0414

# **5.** In `hunt.py`, what would you write to see where the weight from `x2` to `h2` gets *smaller* in a lesson, by more
# than 0.01? By more than 0.05? Find out with a function as the condition, one that prints and never stops.
#
# Solution
#
# It has no `return`, so it answers `None`, and that counts as no.

def falls(link):
    if link.change < -0.01:
        print(link)

net = Network.layered([2, 2, 1], seed=1)
stop = net.break_on("x2", "h2", when=falls)
history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.001)
# gives: Link(x2→h2: weight 0.0034, change −0.0106)
#        Link(x2→h2: weight −0.0259, change −0.0115)
#        Link(x2→h2: weight −0.0483, change −0.0116)

# By more than 0.01 three times, while it is still close to 0. By more than 0.05 never: its largest fall is 0.0116.
#
# Next: [What is an emotional network?](05-emotions.md)
