# Made from 04-debugger.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 4. In the debugger ==
#
# **After this you can** stop a lesson at one link of your choice, look at every number that is there at that moment, and
# watch a delta come back to a hidden neuron: with Python's own debugger, in VS Code, or in PyCharm. You can also go
# through a lesson one message at a time, forward and back, without any debugger.
#
# **Time:** 40 minutes, exercises included.
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

# Leave Python with `exit()`. Now write a small program. Open a text editor, type these lines, and save this as `watch.py`
# in the folder where `example.json` is:
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
# just before it takes its delta.
#
# What do you expect to see? In tutorial 3, the sensitivity of `h1` came from both outputs:
# $0.40 \cdot 0.1385 + 0.50 \cdot (-0.0381) = 0.0364$. Now we watch it come together.
#
# == pdb: the debugger that is always there ==
#
# Run it, in the same way as you start Python: `.venv/bin/python watch.py` (on Windows, `.venv\Scripts\python watch.py`).
# It stops at once:
#
# ```text
# $ python watch.py
# > lernmi_emo/link.py(81)backpropagate()
# -> delta = self.target.delta
# ```
#
# This is **pdb**, Python's own debugger. The first line says where the program stands: in the file `link.py` of the
# library, in brackets the number of the line, and the name of the method. (You see the whole path to the file; here it is
# cut short.) The second line is the line of code that comes **next**. It has not been done yet. `(Pdb)` waits for you.
#
# `p` prints something. In a method, `self` is the object whose method it is. So here it is the link.
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
# ```
#
# The delta of `y1` is there: 0.1385. `h1` has its output, and no delta yet. Its sensitivity is 0, for nobody has told
# it anything so far: the sum is open, and empty.
#
# Now let the program do one line at a time. `n` is for *next*.
#
# ```text
# (Pdb) n
# > lernmi_emo/link.py(82)backpropagate()
# -> self.sensitivity = delta * self.source.output
# (Pdb) p delta
# 0.13849856162855698
# (Pdb) n
# > lernmi_emo/link.py(83)backpropagate()
# -> self.source.sensitivity += delta * self.weight
# (Pdb) p self.sensitivity
# 0.08216704056423078
# (Pdb) n
# --Return--
# > lernmi_emo/link.py(83)backpropagate()->None
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
# > lernmi_emo/layer.py(54)backpropagate()
# -> link.backpropagate()
# (Pdb) u
# > lernmi_emo/network.py(169)backpropagate()
# -> layer.backpropagate()
# (Pdb) u
# > lernmi_emo/network.py(95)learn()
# -> self.backpropagate()
# ```
#
# The layer told the link, the network told the layer, and `learn` told the network. `d`, *down*, goes back. Going up and
# down does not run anything: you only look from another floor.
#
# `c` is for *continue*: run on, until the next breakpoint.
#
# ```text
# (Pdb) c
# > lernmi_emo/link.py(81)backpropagate()
# -> delta = self.target.delta
# (Pdb) p self
# Link(h1→y2: weight 0.5000)
# (Pdb) p self.target.delta
# -0.03809823651655623
# (Pdb) p self.source.sensitivity
# 0.05539942465142279
# (Pdb) r
# --Return--
# > lernmi_emo/link.py(83)backpropagate()->None
# -> self.source.sensitivity += delta * self.weight
# (Pdb) p self.source.sensitivity
# 0.03635030639314468
# ```
#
# `r`, for *return*, lets the method run to its end. The second link brought $-0.0381 \cdot 0.50 = -0.0190$, and
# $0.0554 - 0.0190 = 0.0364$. It has come together. One more stop:
#
# ```text
# (Pdb) c
# > lernmi_emo/neuron.py(93)take_delta()
# -> self.delta = self.sensitivity * self.activation.slope(self.net_input, self.output)
# (Pdb) p self
# Neuron(h1: net 0.3775 → output 0.5933)
# (Pdb) r
# --Return--
# > lernmi_emo/neuron.py(93)take_delta()->None
# -> self.delta = self.sensitivity * self.activation.slope(self.net_input, self.output)
# (Pdb) p self
# Neuron(h1: net 0.3775 → output 0.5933, delta 0.0088)
# (Pdb) c
# learnt, error 0.2984
# ```
#
# `h1` has turned its sensitivity into its delta, 0.0088, and now it can pass it on to *its* links. You have watched a
# delta come back.
#
# All that you need of pdb:
#
# | type | it does |
# |---|---|
# | `p something` | prints it. Anything that Python can work out: `p self.weight * 2` |
# | `n` | does this line and stops at the next |
# | `s` | *step*: goes into the method that this line calls |
# | `r` | runs to the end of this method |
# | `c` | runs on to the next breakpoint |
# | `u`, `d` | to the caller, and back |
# | `ll` | shows the whole method, with an arrow where you are |
# | `q` | ends it all (with a traceback that ends in `BdbQuit`; that is as it should be) |
#
# An empty line does the last command once more.
#
# == A needle in a haystack ==
#
# One lesson is easily watched. A training has thousands. In tutorial 3, XOR was learnt in 455 epochs: 1,820 lessons. In
# the end, the link from `x2` to `h2` had a weight of about 5.5. It began close to 0. When did it make up its mind, and
# how?
#
# You would not want to press `c` 1,820 times. So a breakpoint can have a **condition**. Save this as `hunt.py`:
#
# ```py
# from lernmi_emo import Network, datasets
#
# net = Network.layered([2, 2, 1], seed=1)
# net.break_on("x2", "h2", when=lambda link: link.weight > 1)
# net.train(datasets.xor(), epochs=500, rate=0.5, momentum=0.9)
# ```
#
# (`lambda link: …` is a small function without a name. It is asked each time this link has updated.) The training runs,
# and stops in the lesson in which the weight has gone above 1:
#
# ```text
# $ python hunt.py
# > lernmi_emo/link.py(92)update()
# -> self.weight += self.change
# (Pdb) p self
# Link(x2→h2: weight 1.0112, change 0.0366)
# (Pdb) p self.target
# Neuron(h2: net 0.1129 → output 0.5282, delta −0.0293)
# (Pdb) p self.target.network.lesson.inputs
# [0.0, 0.0]
# ```
#
# With a condition, it stops at the *last* line of the method, when that line has been done, for the condition speaks of
# what came of it. From the link you get anywhere: `self.target` is a neuron, `self.target.network` the network, and its
# `lesson` knows the pattern. Which epoch is it? That is known by a caller four floors up:
#
# ```text
# (Pdb) u 4
# > lernmi_emo/training.py(170)learn_epoch()
# -> network.learn(inputs, targets, rate=rate, momentum=momentum)
# (Pdb) p epoch
# 170
# (Pdb) d 4
# > lernmi_emo/link.py(92)update()
# -> self.weight += self.change
# ```
#
# And how did the weight change? Ask the link to explain itself:
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
# *nothing*. It was the momentum alone that carried the weight above 1, with what was left of the lessons before. From the
# outside nobody would have seen that.
#
# The condition stays true now, and it would stop at each lesson to come. Take the breakpoint away, and let it run:
#
# ```text
# (Pdb) self.target.network.clear_breaks()
# (Pdb) c
# ```
#
# == VS Code ==
#
# If you write your programs in VS Code, its debugger shows the same, with the mouse. The extension *Python Debugger* has
# to be installed. It needs one setting, or it will pass over the library's own files: in the launch configuration,
# `"justMyCode": false`. The [recipe](recipes/debuggers.md#vs-code) has the whole file.
#
# 1. Open `watch.py` and press F5. It stops in `link.py`, at the line that you know.
# 2. *Variables*, on the left, shows `self`. Open it: `weight`, `sensitivity`, `source`, `target`. Open `source`: there is
#    `h1`, with its sensitivity of 0.
# 3. F10 does a line. Press it until the method ends, and watch the sensitivity of `h1` change.
# 4. *Call Stack* shows the floors: `backpropagate` of the link, of the layer, of the network, and `learn`. Click on one
#    to go there.
# 5. In *Watch*, add `self.source.sensitivity`. It stays in sight while you go on with F5.
#
# == PyCharm ==
#
# 1. Open `watch.py`, right-click in it, and choose *Debug* (not *Run*).
# 2. *Threads & Variables* shows `self`. Open it as above.
# 3. F8 does a line, F9 runs on to the next breakpoint.
# 4. Alt+F8 works out anything: type `print(self.explain())`.
#
# More, and what to do if it does not stop: [In a debugger](recipes/debuggers.md).
#
# Beside each tutorial lies a script with the same code, such as `tutorials/03-hidden-neurons.py`. Open it in VS Code or
# PyCharm, click left of a line to set a breakpoint, and go through it.
#
# == Without a debugger ==
#
# A debugger shows *code* line by line. If you want to see the *algorithm*, message by message, there is something that
# fits better. `net.steps` does a lesson, and stands still after each message. Here are those of one link:

net = Network.load("example.json")
for step in net.steps([0.05, 0.10], [0.01, 0.99]):
    if step.subject == "h1→y1":
        print(step)
# gives:   12  forward   h1→y1 propagates
#              net(y1) = net(y1) so far + output(h1) · weight = 0.0000 + 0.5933 · 0.4000 = 0.2373
#          25  backward  h1→y1 backpropagates
#              sensitivity     = delta(y1) · output(h1)                      = 0.1385 · 0.5933          = 0.0822
#              sensitivity(h1) = sensitivity(h1) so far + delta(y1) · weight = 0.0000 + 0.1385 · 0.4000 = 0.0554
#          45  update    h1→y1 updates
#              change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.5000 · 0.0822 = −0.0411
#              weight = weight before + change                      = 0.4000 + (−0.0411)                =  0.3589

# `net.trace` computes all the steps beforehand. Then you can go back, too, and ask what was the case at any point:

net = Network.load("example.json")
trace = net.trace([0.05, 0.10], [0.01, 0.99])
len(trace)
# gives: 51
for step in trace.phase("backward"):
    print(step.number, step.title, "| sensitivity of h1:", trace.state(step).neuron("h1").sensitivity)
# gives: 23 y1 takes its delta | sensitivity of h1: 0.0
#        24 y2 takes its delta | sensitivity of h1: 0.0
#        25 h1→y1 backpropagates | sensitivity of h1: 0.05539942465142279
#        26 h2→y1 backpropagates | sensitivity of h1: 0.05539942465142279
#        27 bias→y1 backpropagates | sensitivity of h1: 0.05539942465142279
#        28 h1→y2 backpropagates | sensitivity of h1: 0.03635030639314468
#        29 h2→y2 backpropagates | sensitivity of h1: 0.03635030639314468
#        30 bias→y2 backpropagates | sensitivity of h1: 0.03635030639314468
#        31 h1 takes its delta | sensitivity of h1: 0.03635030639314468
#        32 h2 takes its delta | sensitivity of h1: 0.03635030639314468
#        33 x1→h1 backpropagates | sensitivity of h1: 0.03635030639314468
#        34 x2→h1 backpropagates | sensitivity of h1: 0.03635030639314468
#        35 bias→h1 backpropagates | sensitivity of h1: 0.03635030639314468
#        36 x1→h2 backpropagates | sensitivity of h1: 0.03635030639314468
#        37 x2→h2 backpropagates | sensitivity of h1: 0.03635030639314468
#        38 bias→h2 backpropagates | sensitivity of h1: 0.03635030639314468

# There are the two halves once more. And for the terminal there is a command that shows the same, one key at a time. Type
#
# ```sh
# .venv/bin/lernmi-emo step example.json --inputs 0.05,0.10 --targets 0.01,0.99
# ```
#
# The space bar goes a step on, `b` goes a step back, `j` jumps, `w` keeps a neuron or link in sight, `r` runs on until
# something is true, and `?` shows all keys. (If what you type comes from a file or a pipe, it takes words, one in each
# line. So you can keep a walk and repeat it.) Here is one, with the words in place of the keys:
#
# ```text
# $ lernmi-emo step example.json --inputs 0.05,0.10 --targets 0.01,0.99
# example.json, pattern 1 of 1, epoch 1: 0.05, 0.1 → 0.01, 0.99
# Lesson 1 begins.
# (step) watch h1
# h1 is watched; the same again ends it
# h1  net ?  output ?  sensitivity ?  delta ?
# (step) jump h1→y1
#   12  forward   h1→y1 propagates
#       net(y1) = net(y1) so far + output(h1) · weight = 0.0000 + 0.5933 · 0.4000 = 0.2373
# h1  net 0.3775  output 0.5933  sensitivity ?  delta ?
# (step) jump h1→y1
#   25  backward  h1→y1 backpropagates
#       sensitivity     = delta(y1) · output(h1) = 0.1385 · 0.5933 = 0.0822
#       sensitivity(h1) = sensitivity(h1) so far + delta(y1) · weight
#                       = 0.0000 + 0.1385 · 0.4000
#                       = 0.0554
# h1  net 0.3775  output 0.5933  sensitivity 0.0554  delta ?
# (step) run h1.sensitivity < 0.04
# h1.sensitivity < 0.04 has become true
#   28  backward  h1→y2 backpropagates
#       sensitivity     = delta(y2) · output(h1) = −0.0381 · 0.5933 = −0.0226
#       sensitivity(h1) = sensitivity(h1) so far + delta(y2) · weight
#                       = 0.0554 + (−0.0381) · 0.5000
#                       = 0.0364  (rounded)
# h1  net 0.3775  output 0.5933  sensitivity 0.0364  delta ?
# (step) back
#   27  backward  bias→y1 backpropagates
#       sensitivity       = delta(y1) · output(bias) = 0.1385 · 1.0000 = 0.1385
#       sensitivity(bias) = sensitivity(bias) so far + delta(y1) · weight
#                         = 0.0000 + 0.1385 · 0.6000
#                         = 0.0831
# h1  net 0.3775  output 0.5933  sensitivity 0.0554  delta ?
# (step) quit
# ```
#
# == Exercises ==
#
# **1.** In `watch.py`, at the first stop, you type `p self.target.bias`. What do you get, and where *is* the bias?
#
# Solution
#
# An `AttributeError`: a neuron has no such attribute. The bias is a neuron of its own, and its weight is that of a link.
# The links into a neuron are in `incoming`.

y1 = net.neuron("y1")
try:
    y1.bias
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# AttributeError: 'Neuron' object has no attribute 'bias'
y1.incoming
# gives: [Link(h1→y1: weight 0.4000), Link(h2→y1: weight 0.4500), Link(bias→y1: weight 0.6000, frozen)]

# **2.** You stop a link in the *forward* phase and print its `sensitivity`. What is it, and why is it not 0?
#
# Solution
#
# `None`. In this pass nothing has come back yet. A sensitivity of 0 would say something: that the error does not depend
# on this weight. Nobody knows that yet.

error = net.learn([0.05, 0.10], [0.01, 0.99])
net.link("h1", "y1").sensitivity is None
# gives: False
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

# **4.** At which step of the lesson does the first link update? By how many steps is that after the last one that sends
# something back? Use the trace.
#
# Solution

backward = [step.number for step in trace.phase("backward")]
update = [step.number for step in trace.phase("update")]
max(backward), min(update)
# gives: (38, 39)

# Right after it. First everything is sent back, and then, and only then, the weights change.
#
# **5.** In `hunt.py`, what would you write to stop when the weight from `x2` to `h2` gets *smaller* in a lesson by more
# than 0.05? Does it ever happen? Find out with a condition that counts.
#
# Solution
#
# `when=lambda link: link.change < -0.05`. To count, let the condition put what it sees into a list. (`append` answers
# `None`, so it does not stop.)

from lernmi_emo import datasets
net = Network.layered([2, 2, 1], seed=1)
seen = []
net.break_on("x2", "h2", when=lambda link: link.change < -0.05 and seen.append(link.change))
# gives: Breakpoint(x2→h2, update, with a condition)
history = net.train(datasets.xor(), epochs=500, rate=0.5, momentum=0.9)
len(seen)
# gives: 0

# Next: [What is an emotional network?](05-emotions.md)
