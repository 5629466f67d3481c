# Made from 09-diagrams.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 9. Diagrams for your lecture ==
#
# **After this you can** draw a network for a slide: its weights, what goes forward, what comes back, or an update with
# all its numbers, on white or on black. You can make sense of a wide network, go on editing a drawing, make a film and a
# player of one lesson, and put its equations on a slide.
#
# **Time:** 45 minutes, exercises included.
#
# **Before:** [tutorial 3](03-hidden-neurons.md). The emotional neuron in the pictures is that of
# [tutorial 5](05-emotions.md); networks without one are drawn in the same way.
#
# You may have drawn networks before, circle by circle, in a program for slides. It takes an evening, and the numbers on
# it are made up. Here the picture is drawn from the network itself. If it says 0.38, then 0.38 is what the neuron gave.
#
# == A picture in one line ==
#
# We take an emotional network for XOR, and train it for a short while.

from lernmi_emo import EmotionalLink, Network, datasets
net = Network.layered([2, 3, 1], emotional=True, seed=7)
history = net.train(datasets.xor(), epochs=20, rate=0.5, momentum=0.9)
print(net.draw("lecture.svg", digits=2, with_="svg"))
# gives: lecture.svg, drawn by svg

# (Picture: pictures/lecture.svg. A 2-3-1 network with bias and emotional neuron, and the weight on each link.)
#
# How to read it:
#
# - The **shape** of a neuron tells its kind: square for an input, circle for a hidden neuron, a circle in a circle for an
#   output, diamond for the bias, hexagon for the emotional neuron. The bias and the emotional neuron are one neuron each.
#   They are drawn again before each layer that they lead to, so that their links do not run across everything.
# - A **vermillion** link has a positive weight. A **blue and dashed** one has a negative weight. The **wider** a link,
#   the larger its weight, whatever the sign. So nothing is told by colour alone: the picture can be printed in black and
#   white, and someone who can't tell red from green can read it.
#
# The ending of the file's name says what kind of file it is:
#
# | ending | good for |
# |---|---|
# | `.svg` | web pages, and programs for slides; stays sharp at any size |
# | `.pdf` | LaTeX, and printing; stays sharp at any size |
# | `.png` | where nothing else is taken |
# | `.dot` | going on with Graphviz, see below |
#
# `draw` answers with the file's name and with who painted it. If the program Graphviz is installed on your computer, it
# does the work. If not, matplotlib does, which came with the library. The two look alike. You can ask for one of them
# (`with_="graphviz"` tells you how to install it, if it is missing):

print(net.draw("lecture.pdf", with_="matplotlib"))
# gives: lecture.pdf, drawn by matplotlib

# The third painter, `"svg"`, needs neither. It writes SVG alone, and the same file on every computer. These pages use it,
# so that you get the very pictures that you see. For your own, leave `with_` away.
#
# == Four views ==
#
# What you just saw is the view `"structure"`. There are three more, and each shows another part of a lesson.
#
# | view | in the neurons | on the links | there is something to see after |
# |---|---|---|---|
# | `"structure"` | their names | weights, as they are now | nothing: at once |
# | `"forward"` | output $Y$ and net input | weights, as they were in that lesson | `predict` or `learn` |
# | `"backward"` | delta $\delta$ and sensitivity; the arrows go back | sensitivities | `learn` |
# | `"update"` | output and delta | old weight, change, new weight | `learn` |
#
# If you ask too early, you are told so. A picture full of zeros would be a lie.

try:
    Network.layered([2, 3, 1]).draw("early.svg", "backward")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.NotComputedError: the backward view shows deltas and sensitivities, and none is computed since the last pattern was presented: call learn(inputs, targets)

# So we do a lesson, and draw its update:

error = net.learn([0, 1], [1], rate=0.5, momentum=0.9)
print(net.draw("lecture-update.svg", "update", digits=3, with_="svg"))
# gives: lecture-update.svg, drawn by svg

# (Picture: pictures/lecture-update.svg. The update of the network: on each link the old weight, its change, and the new weight.)
#
# In this view, width and colour are those of the *change*. So the wide link, `emotion→y1`, changed most. Set it beside
# that of the bias: sensitivity, last change, and change.

for name in ("emotion", "bias"):
    link = net.link(name, "y1")
    print(f"{link.name}: {link.sensitivity:.3f}, {link.last_change:.3f}, {link.change:.3f}")
# gives: emotion→y1: -0.060, -0.111, 0.047
#        bias→y1: -0.120, -0.065, 0.001

# `bias→y1` has twice the sensitivity, and hardly changes: 0.9 · (−0.065) + 0.5 · 0.120 is almost nothing. Its momentum
# pulls it where the last pattern sent it. The momentum of the emotional link is the confidence, −0.01: hardly a pull.
#
# Three numbers on each of 17 links are as much as a picture can bear: it is one for the handout. Draw `"forward"` and
# `"backward"` too, and look at them side by side.
#
# == What is written on it ==
#
# | setting | what it does |
# |---|---|
# | `digits=2` | so many decimals. A number that would come out as 0 and isn't is shown like `1e-03` |
# | `labels=None` | nothing on the links |
# | `labels="numbers"` | numbers also where more than 60 links are drawn: by default such a crowd has none |
# | `labels="equations"` | not only the result, but how it came about |
# | `title="…"` | a title of your own; `""` for none |
# | `layer_names=False` | leaves out the names of the layers |
# | `legend=False` | leaves out all below the network: signs, error, rate, digits, and how many links are drawn |
# | `highlight="h2"` | points out this neuron, or a link: `"emotion→h1"` or `net.link("emotion", "h1")`; or several, in a list |
#
# There is no setting for the size of letters. What you leave out makes the rest larger on the slide:
# `legend=False, layer_names=False, title=""`.
#
# To talk about the emotional links alone, point them out, and take away the numbers and the legend:

emotional = [link.name for link in net.links if isinstance(link, EmotionalLink)]
emotional
# gives: ['emotion→h1', 'emotion→h2', 'emotion→h3', 'emotion→y1']
settings = {"labels": None, "legend": False, "title": "The emotional links"}
print(net.draw("lecture-links.svg", highlight=["emotion"] + emotional, with_="svg", **settings))
# gives: lecture-links.svg, drawn by svg

# (Picture: pictures/lecture-links.svg. The network without numbers; the emotional neuron and its four links are pointed out.)
#
# == Equations, on a dark slide ==
#
# `theme` is `"light"`, `"dark"`, or `"transparent"`. The dark one is for black slides. The transparent one has no ground,
# and its greys can be read on white and on black. It is for a page whose colour you don't know. Its numbers keep a white
# plate: for a black slide, take the dark one.
#
# Equations need room. Take a network that is as small as what you want to say: here, one input, two lessons, and no
# hidden neuron at all.

small = Network.layered([1, 1], emotional=True, seed=7, rate=0.5, momentum=0.5)
for inputs, targets in [([1], [0]), ([0.5], [1])]:
    error = small.learn(inputs, targets)

settings = {"labels": "equations", "digits": 2, "theme": "dark", "title": "One update"}
print(small.draw("lecture-dark.svg", "update", with_="svg", **settings))
# gives: lecture-dark.svg, drawn by svg

# (Picture: pictures/lecture-dark.svg. On black: three links, each with the equation of its change and its new weight.)
#
# The rate before each sensitivity is 0.50 on two links, and another on the third. You know which one that is, and why.
# (It was felt over the first of the two patterns: its average is 1, its squared error 0.10.) The momentum before each
# last change is 0.50 on the same two links, and 0.00 on the third. There it is the confidence, and this is still 0.
# And −0.73 + 0.06 = −0.68? The numbers behind these have more digits: *rounded to 2 decimals*, says the legend.
#
# For a slide in LaTeX, or in any program that takes its formulas, ask for the equations without the picture. `explain()`
# gives an explanation, and `latex()` its equations. This is the last of those of the emotional link:

explanation = small.link("emotion", "y1").explain()
print(explanation.equations[-1].latex(digits=2))
# gives: w_{\mathrm{emotion} \to \mathrm{y1}} = w_{\mathrm{emotion} \to \mathrm{y1}}^{\mathrm{before}} + \Delta w_{\mathrm{emotion} \to \mathrm{y1}} = 0.22 + 0.08 \approx 0.31

# (0.22 and 0.08 are 0.30. Again there are more digits behind: hence ≈. The picture writes =, and leaves it to the legend.)
# `explanation.latex(digits=2)` gives all the equations, one below the other. Neurons and `small.emotions` explain
# themselves too.
#
# == A wide network ==
#
# A network that reads handwritten digits has 64 inputs. With 10 hidden neurons and 10 outputs it has 760 links. Drawn in
# full, it is a grey cloud. So a wide layer is drawn with its first and last neurons and "⋮" between them:
# `max_neurons=6` is six rows, and "⋮" takes one of them. `strongest` draws, into each layer, only so many links: of those
# between drawn neurons, the ones with the largest weights.
#
# We train it for two epochs first. An untrained network has weights by chance, and a picture of them shows chance.

wide = Network.layered([64, 10, 10], seed=1)
trained = wide.train(datasets.digits(), epochs=2, rate=0.3)
settings = {"max_neurons": 6, "strongest": 12, "labels": None, "title": "64-10-10: handwritten digits"}
print(wide.draw("lecture-wide.svg", with_="svg", **settings))
# gives: lecture-wide.svg, drawn by svg

# (Picture: pictures/lecture-wide.svg. The first three and last two neurons of each layer, dots between them, and twelve links into each layer.)
#
# The twelve links into the first layer are not its strongest. Those lead from pixels behind the "⋮". (`sorted` puts the
# least first, `weights[-2:]` are the last two, and `each[1] in drawn` asks whether that name is in the list.)

weights = sorted((round(abs(link.weight), 2), link.name) for link in wide.layers[0].links)
weights[-2:]
# gives: [(1.39, 'x44→h6'), (1.58, 'x43→h9')]
drawn = [line.link for line in wide.scene(max_neurons=6, strongest=12).lines]
[each for each in weights if each[1] in drawn][-1]
# gives: (0.59, 'x3→h3')

# Drawn are five pixels of the first and last row. `x1` is paper in every image, so `x1→h9` still has the weight that it was
# born with:

max(image[0] for image, targets in datasets.digits())
# gives: 0.0
[old == link.weight for old, link in zip(wide.initial_weights, wide.links) if link.name == "x1→h9"]
# gives: [True]

# So this line, too, shows chance; the picture shows the shape of the network. For what it looks at, take
# `plot_weights`, below. Leave the legend in: a picture that hides 736 links should say so. `max_neurons=None` draws all.
#
# == In a figure of your own ==
#
# `plot` draws into the axes of a matplotlib figure, beside whatever else you put there. Here: a network, and the curves
# of its training.

from matplotlib import pyplot
from lernmi_emo.drawing import plot_history, save_figure
net.rewind()
history = net.train(datasets.xor(), epochs=250, rate=0.5, momentum=0.9)
figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4), layout="constrained")
network_axes = net.plot(ax=left, digits=2, legend=False)
curve_axes = plot_history(history, right)
print(save_figure(figure, "lecture-figure.png"))
# gives: lecture-figure.png

# (Picture: pictures/lecture-figure.png. On the left the network with its weights, on the right error, anxiety and confidence over the epochs.)
#
# In these pages the figure goes to a file. To see it in a window, type `pyplot.show()`. In a notebook it shows itself,
# and so does a network: `net` in a cell is its picture.
#
# There are more pictures around learning, all in `lernmi_emo.drawing`. Each of them can be made with `theme="dark"` too.
# A figure of your own must then be dark itself: `pyplot.subplots(1, 2, facecolor="#111111")`. The
# [gallery](../diagrams/README.md) shows them all, with the script that draws each.
#
# | picture | what it shows |
# |---|---|
# | `plot_history(history)` | error, anxiety and confidence |
# | `plot_histories({"plain": …, "emotional": …})` | several trainings side by side, on one scale |
# | `plot_surface(net, patterns=…)` | what a network with two inputs answers, for every pair of inputs |
# | `plot_neurons(net, patterns=…)` | the same for each neuron |
# | `plot_weights(net)` | what each hidden neuron looks at in an image |
# | `plot_confusion(evaluation)` | which class was taken for which |
#
# The surface of our XOR network, for instance, shows how it has cut the plane in three:

from lernmi_emo.drawing import plot_surface
surface = plot_surface(net, patterns=datasets.xor())
print(save_figure(surface, "lecture-surface.png"))
# gives: lecture-surface.png

# (Picture: pictures/lecture-surface.png. The plane of the two inputs: a band of high outputs between two corners of low ones.)
#
# == Going on by hand ==
#
# `to_graphviz` gives the drawing as a graph of the Python package `graphviz`. You can change any neuron in it by its
# name. (The bias and the emotional neuron are drawn twice here: as `bias` and `bias 2`, `emotion` and `emotion 2`.)

graph = net.to_graphviz(digits=1)
graph.node("h2", fillcolor="gold")
graph.source.splitlines()[-2]
# gives: '\th2 [fillcolor=gold]'

# `graph.source` is the text that Graphviz reads, and `graph.save("net.dot")` writes it to a file. To paint it, type
# `graph.render("net", format="pdf", cleanup=True)`. This needs the program Graphviz.
#
# What any painter is given is the **Scene**, plain data. A line of it has the name of its link; in the legend, that is
# `""`.

for line in net.scene(digits=1).lines[:2]:
    print(line.link, line.label[0].text)
# gives: x1→h1 −3.6
#        x2→h1 −3.6

# An SVG file can be changed too. Programs such as Inkscape open it: each circle, line and number is an object that you
# can move or delete. If you do, be honest: the numbers on it are then yours.
#
# == A film ==
#
# A **trace** is a lesson with all its steps, computed beforehand. The network itself stays as it was. `animate` draws a
# picture after each step, one after the other, into a GIF. The step can be a `"link"`, a `"neuron"`, a `"layer"` or a
# `"phase"`.

net.rewind()
trace = net.trace([0, 1], [1], rate=0.5, momentum=0.9)
[len(trace.by(unit)) for unit in ("link", "neuron", "layer", "phase")]
# gives: [67, 28, 9, 5]
settings = {"digits": 2, "layer_names": False}
print(net.animate(trace, "lecture.gif", by="layer", seconds=1.5, **settings))
# gives: lecture.gif, drawn by matplotlib

# (Picture: pictures/lecture.gif. A film of one lesson, layer by layer: forward, the error, backward, update.)
#
# (After `rewind` the network is as before its first lesson. So it feels first. In that step the pattern is tried once,
# and outputs stand there for a moment; the lesson then begins empty.) Watch the neurons: first they say *not computed*.
# Then the outputs fill from left to right, the deltas from right to left, and only at the end do the weights change. The
# error stands in the legend: `legend=False` would take it away.
#
# A GIF repeats for ever, and runs on while you are still explaining. With the program ffmpeg, `"lecture.mp4"` makes a
# film that slides can pause. For the lecture itself there is something better.
#
# == A player ==

player = net.player([0, 1], [1], rate=0.5, momentum=0.9, title="XOR: one lesson")
print(player.save("lecture.html"))
# gives: lecture.html

# Open the file in a web browser. It is one file of about 150 kB, and it needs no internet. It shows the network, the
# step, its equation in symbols and in numbers, and the very lines of the library that are at work.
#
# - The keys → and ← go a step on and a step back, with Shift a larger one. Home and End go to the beginning and the end.
#   The space bar plays and pauses.
# - *Step by* says what a step is: a link, a neuron, a layer, a phase. *Speed* is that of playing, *Picture* keeps to one
#   view, and *All steps as a table* is for reading.
# - Click on a neuron or a link to follow it. Its steps are marked on the bar.
# - The address `lecture.html#step=40` opens it at step 40. That is the link to put on a slide.
# - It follows your computer's dark mode. On a small screen the buttons cover the legend and the lower tables; on a narrow
#   one the equation stands below the picture. Scroll, press F11, or make the page smaller with Ctrl and −.
#
# `digits` and `max_neurons` can be set here too. `net.player_of_epoch(patterns)` plays a whole epoch. For a large network
# that would be a page that no browser can open, and you are told so:

try:
    wide.player_of_epoch(datasets.digits())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.InputError: a player of this would have 4,195,995 steps, in a file of about 2,518 MB, and 20,000 steps are the most that a browser can well open: play 8 of the patterns, such as patterns[:8]; or go through them in Python, by steps(inputs, targets)

# From the command line, `lernmi-emo draw` and `lernmi-emo play` do the same with a network that you have saved:

history = net.train(datasets.xor(), epochs=250, rate=0.5, momentum=0.9)
path = net.save("xor.json")

# In a terminal, in `mine`:
#
# ```sh
# ../.venv/bin/lernmi-emo draw xor.json xor.svg --digits 2
# ../.venv/bin/lernmi-emo play xor.json --inputs 0,1 --targets 1 --output xor.html
# ```
#
# (On Windows, `..\.venv\Scripts\lernmi-emo`.)
#
# == Before you show it ==
#
# - **One thing in each picture.** Forward, backward and update are three slides, not one.
# - **Few digits.** One decimal, if your numbers are large enough: a small one turns into `4e−03`, which is worse. Then
#   take one more, or `labels=None`. Four are for the handout.
# - **A small network.** What is true of 64-30-10 can be shown on 2-3-1.
# - **Say which pattern.** The numbers belong to one lesson. Its target stands beside the output; its inputs stand in the
#   forward and update views alone. So write it above: `title="Backward, pattern (0, 1) → 1"`.
# - **Go to the last row and look.** Then print it in grey, and look again.
#
# == Exercises ==
#
# **1.** Draw the AND neuron of [tutorial 2](02-gates.md) with its equations, as it answers the pattern (1, 1). The
# weights are 1 and 1, the bias −1.5, the activation a step. What stands on the link from the bias?
#
# Solution
#
# The view is `"forward"`. On each link stands *output · weight = what it brings*, so on the one from the bias
# $1 \cdot (-1.5) = -1.5$. To look it up without the picture, take the Scene.

gate = Network.layered([2, 1], activation="step")
for name, weight in (("x1", 1), ("x2", 1), ("bias", -1.5)):
    gate.link(name, "y1").weight = weight

gate.predict([1, 1])
# gives: [1.0]
settings = {"labels": "equations", "digits": 1}
print(gate.draw("and-gate.svg", "forward", title="AND", with_="svg", **settings))
# gives: and-gate.svg, drawn by svg
for line in gate.scene("forward", **settings).lines:
    if line.link == "bias→y1":
        print(line.label[0].text)
# gives: 1.0 · (−1.5) = −1.5

# **2.** A 784-15-10 network has 11,935 links, those of the bias among them. How many are drawn by default, and how many
# with `strongest=40`? Count the lines in the Scene that belong to a link.
#
# Solution
#
# By default there are at most ten rows in a layer, "⋮" included. So 9 inputs and the bias lead to 9 hidden
# neurons, and these and the bias to 10 outputs: $10 \cdot 9 + 10 \cdot 10 = 190$. With `strongest=40`, it is 40 into each
# of the two layers.

mnist = Network.layered([784, 15, 10])
len(mnist.links)
# gives: 11935
sum(line.link != "" for line in mnist.scene().lines)
# gives: 190
sum(line.link != "" for line in mnist.scene(strongest=40).lines)
# gives: 80

# **3.** You call `learn`, then `predict`, and then draw the view `"backward"`. What happens, and why is that right?
#
# Solution
#
# It is refused. `predict` presents a new pattern and goes forward only. The deltas of the last lesson belong to another
# pattern. To draw them beside the new outputs would be wrong.

error = net.learn([0, 1], [1])
output = net.predict([1, 0])
try:
    net.draw("mixed.svg", "backward")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.NotComputedError: the backward view shows deltas and sensitivities, and none is computed since the last pattern was presented: call learn(inputs, targets)

# **4.** Make a film of the same trace by phases, on a dark ground, with two seconds for each picture. How many pictures
# does it have? `frames` in `lernmi_emo.drawing.animation` gives them before they are painted.
#
# Solution
#
# Six: one before the first step, and one after each of the five.

from lernmi_emo.drawing.animation import frames
print(net.animate(trace, "phases.gif", by="phase", seconds=2, theme="dark"))
# gives: phases.gif, drawn by matplotlib
for picture in frames(net, trace, by="phase"):
    print(picture.title)
# gives: Before the first step
#        Step 1 of 5: the untrained network's emotions are felt
#        Step 2 of 5: the network propagates
#        Step 3 of 5: the network takes the error
#        Step 4 of 5: the network backpropagates
#        Step 5 of 5: the network updates

# **5.** Put the network's anxiety and confidence on a slide, as LaTeX with two decimals. `net.begin` lets it feel XOR.
#
# Solution

net.rewind()
net.begin(datasets.xor())
print(net.emotions.explain().latex(digits=2))
# gives: \begin{aligned}
#        Y_{\mathrm{AvPAT}} &= 0.50 \\
#        E &= 0.26 \\
#        \mu &= Y_{\mathrm{AvPAT}} + E = 0.50 + 0.26 = 0.76 \\
#        k &= \mu_0 - \mu = 0.76 - 0.76 = 0.00
#        \end{aligned}

# Next: [Biology and back](10-biology.md).
