# Made from 02-gates.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 2. NOT, AND, OR: a neuron that decides ==
#
# **After this you can** set the weights of a neuron so that it decides as you want, say what a bias is for, and explain why
# a neuron that says only yes or no can't learn as in tutorial 1, while a softer one can.
#
# **Time:** 45 minutes, exercises included.
#
# **Before:** [tutorial 1](01-one-link.md).
#
# == Three small decisions ==
#
# The simplest decisions have inputs that are 0 or 1, for *no* and *yes*, and an answer that is 0 or 1. They are called
# **gates**. Here are three of them:
#
# | $x_1$ | $x_2$ | NOT $x_1$ | $x_1$ AND $x_2$ | $x_1$ OR $x_2$ |
# |---|---|---|---|---|
# | 0 | 0 | 1 | 0 | 0 |
# | 0 | 1 | 1 | 0 | 1 |
# | 1 | 0 | 0 | 0 | 1 |
# | 1 | 1 | 0 | 1 | 1 |
#
# NOT looks at one input and turns it round. AND wants both. OR is content with one.
#
# The library has them as data. Each line is a **pattern**: a pair of inputs and targets.

from lernmi_emo import Activation, Network, datasets
for inputs, targets in datasets.and_():
    print(inputs, targets)
# gives: [0.0, 0.0] [0.0]
#        [0.0, 1.0] [0.0]
#        [1.0, 0.0] [0.0]
#        [1.0, 1.0] [1.0]

# (The names end in `_` because `and`, `or` and `not` are words of Python's own.)
#
# == The step ==
#
# A neuron that decides needs an activation that says yes or no. The **step** does: 0 where the net input is 0 or less, and
# 1 where it is more.
#
# $$f(\text{net}) = 0 \text{ where net} \le 0 \qquad f(\text{net}) = 1 \text{ where net} > 0$$
#
# Let us make it say NOT. There is one input and one link. Which weight? Take the pencil:
#
# - Input 1 should give 0. So net input $w \cdot 1$ has to be 0 or less. A weight of −1 does it.
# - Input 0 should give 1. So net input $w \cdot 0$ has to be more than 0. But $w \cdot 0$ is 0, whatever $w$ is!
#
# No weight will do. An input of 0 brings nothing through any link.
#
# == The bias ==
#
# What is missing is something that the neuron gets even when all inputs are 0. So there is one more neuron, the **bias
# neuron**. It always gives 1. It has a link of its own to our neuron, and the weight of that link is the **bias**.
#
# With weight −1 and bias 0.5:
#
# - input 1: $-1 \cdot 1 + 0.5 \cdot 1 = -0.5$, not above 0: answer 0
# - input 0: $-1 \cdot 0 + 0.5 \cdot 1 = 0.5$, above 0: answer 1
#
# Neurons that stand side by side are a **layer**. `Network.layered` builds a network from the sizes of its layers, each
# neuron linked with all of the next layer: here one input and one output. It adds the bias neuron by itself. The weights it
# draws at random, but the same each time, so that you get what is printed here. Another **seed**, as in `seed=1`, draws
# others. Here we set our own.

net = Network.layered([1, 1], activation="step")
net
# gives: Network(1-1: 3 neurons, 2 links)
net.link("x1", "y1").weight = -1
net.link("bias", "y1").weight = 0.5
net.predict([0]), net.predict([1])
# gives: ([1.0], [0.0])
print(net.draw("not.svg", with_="svg"))
# gives: not.svg, drawn by svg

# (Picture: pictures/not.svg. NOT: a link of weight −1 from x1, and one of weight 0.5 from the bias.)
#
# The bias can be read as a **threshold**, turned round. A bias of −1.5 means: the inputs must bring more than 1.5 before
# the answer is 1.
#
# == AND and OR ==
#
# Now two inputs, each with a weight of 1. The net input is then just how many of them are 1: it is 0, 1 or 2.
#
# - AND must say yes at 2 and no at 1. So the threshold lies between: 1.5. The bias is −1.5.
# - OR must say yes at 1 and no at 0. The threshold is 0.5, the bias −0.5.
#
# `answers` goes through the patterns and makes a list of the network's answers; `[0]` takes the first output, here the only
# one.

def answers(net, patterns):
    return [net.predict(inputs)[0] for inputs, targets in patterns]

net = Network.layered([2, 1], activation="step")
net.link("x1", "y1").weight = 1
net.link("x2", "y1").weight = 1
net.link("bias", "y1").weight = -1.5
answers(net, datasets.and_())
# gives: [0.0, 0.0, 0.0, 1.0]
net.link("bias", "y1").weight = -0.5
answers(net, datasets.or_())
# gives: [0.0, 1.0, 1.0, 1.0]

# Draw the two inputs as the two directions of a map. AND changes its mind where the net input is 0:
# $1 \cdot x_1 + 1 \cdot x_2 - 1.5 = 0$, or $x_1 + x_2 = 1.5$. That is a straight line: put in $x_1 = 0$, and $x_2$ has to be
# 1.5; put in 1, and it has to be 0.5. On one side of it the neuron says 1, on the other 0. Other weights turn the line,
# another bias moves it.
#
# (Picture: pictures/and-or.svg. The four input pairs as points in a plane. A line parts (1, 1), black, from the other three: AND. Another parts (0, 0), white, from the other three: OR.)
#
# == Can it learn? ==
#
# We set the weights by hand. Can the neuron find them? Here it is with weights that are wrong for AND: it answers 0 to the
# inputs (1, 1).

net = Network.layered([2, 1], activation="step")
net.link("x1", "y1").weight = 0.2
net.link("x2", "y1").weight = 0.3
net.link("bias", "y1").weight = -1
error = net.learn([1, 1], [1], rate=0.5)
y1 = net.neuron("y1")
y1.net_input, y1.output, y1.sensitivity
# gives: (-0.5, 0.0, -1.0)
y1
# gives: Neuron(y1: net −0.5000 → output 0.0000, delta 0.0000)
net.link("x1", "y1").change
# gives: 0.0

# The sensitivity is −1: the neuron was told that its output should have been higher. But its delta is 0, and so no link
# changes. It can go on like this for as long as you like:

history = net.train(datasets.and_(), epochs=100, rate=0.5)
history.errors[0], history.errors[-1]
# gives: (0.25, 0.25)

# (`train` presents all the patterns again and again, each time in a shuffled order. Once through all of them is an
# **epoch**. The orders are drawn at random as the weights are: the same whenever you call `train`, unless you give it
# another `seed=`. `history.errors` has one number for each epoch, and `[-1]` is the last. It is the **mean squared
# error**: the average of $(Y - T)^2$ over the patterns. The half of tutorial 1 is only in the error of one lesson, which
# `learn` gives back. Here one answer of four is wrong by 1: a quarter.)
#
# Why is the delta 0? Nudge the weight, as in tutorial 1:

for weight in (0.2, 0.21, 0.3):
    net.link("x1", "y1").weight = weight
    print(weight, net.predict([1, 1]))
# gives: 0.2 [0.0]
#        0.21 [0.0]
#        0.3 [0.0]

# Nothing moves. The step is flat left of its jump, and flat right of it. Its **slope** is 0. A small turn of a weight
# makes no difference at all, so no small turn is better than another. The neuron knows *that* it is wrong. It can't know
# *which way* is better. Think of someone with closed eyes on a flat floor. Somewhere there is a
# step up. The floor under their feet does not tell them where.
#
# (There is an older rule that does without slopes: Rosenblatt's perceptron, 1958. But it is for a single layer of step
# neurons. From tutorial 3 on we shall need neurons that stand between the inputs and the outputs, and it doesn't tell those
# what to do.)
#
# == The logistic function ==
#
# So we take a softer step. You met it at the end of tutorial 1:
#
# $$f(\text{net}) = \frac{1}{1 + e^{-\text{net}}} \qquad \text{slope} = Y \cdot (1 - Y)$$
#
# (Picture: pictures/step-and-logistic.svg. The step jumps from 0 to 1 where the net input is 0. The logistic function climbs from near 0 to near 1, through one half at 0.)
#
# It also goes from 0 to 1, but it climbs. There is a slope everywhere: greatest in the middle, small at both ends. (At −10
# and 10 it is 0.000045, which four decimals don't show. `slope` is given the output too, for from that it is quickly had.)

logistic = Activation.named("logistic")
for net_input in (-10, -2, -1, 0, 1, 2, 10):
    output = logistic.value(net_input)
    print(f"net {net_input:3}: output {output:.4f}, slope {logistic.slope(net_input, output):.4f}")
# gives: net -10: output 0.0000, slope 0.0000
#        net  -2: output 0.1192, slope 0.1050
#        net  -1: output 0.2689, slope 0.1966
#        net   0: output 0.5000, slope 0.2500
#        net   1: output 0.7311, slope 0.1966
#        net   2: output 0.8808, slope 0.1050
#        net  10: output 1.0000, slope 0.0000

# At the ends it is nearly flat again. A neuron out there is called **saturated**: it is sure of itself, and learns slowly.
#
# Now the first lesson with all weights 0, by pencil. The pattern is (0, 1), and its target is 0:
#
# | | | |
# |---|---|---|
# | net input | $0 \cdot 0 + 0 \cdot 1 + 0 \cdot 1$ | 0 |
# | output | $f(0)$ | 0.5 |
# | sensitivity of `y1` | $0.5 - 0$ | 0.5 |
# | delta of `y1` | $0.5 \cdot 0.25$ | 0.125 |
# | sensitivity of x1→y1 | $0.125 \cdot 0$ | 0 |
# | sensitivity of x2→y1 | $0.125 \cdot 1$ | 0.125 |
# | sensitivity of bias→y1 | $0.125 \cdot 1$ | 0.125 |
# | changes, rate 0.5 | | 0, −0.0625, −0.0625 |
#
# The link from `x1` does not change. Its source gave 0, so it brought nothing, so it is not to blame.

net = Network.layered([2, 1])  # logistic, as nothing else is said
for link in net.links:
    link.weight = 0

error = net.learn([0, 1], [0], rate=0.5)
for link in net.links:
    print(link.name, link.sensitivity, link.change)
# gives: x1→y1 0.0 0.0
#        x2→y1 0.125 -0.0625
#        bias→y1 0.125 -0.0625

# And now a thousand epochs:

history = net.train(datasets.and_(), epochs=1000, rate=0.5)
for epoch in (1, 10, 100, 1000):
    print(f"epoch {epoch:4}: error {history.errors[epoch - 1]:.4f}")
# gives: epoch    1: error 0.2525
#        epoch   10: error 0.1913
#        epoch  100: error 0.0611
#        epoch 1000: error 0.0057
[round(answer, 2) for answer in answers(net, datasets.and_())]
# gives: [0.0, 0.08, 0.08, 0.9]
net.links
# gives: [Link(x1→y1: weight 4.6660), Link(x2→y1: weight 4.6661), Link(bias→y1: weight −7.0939, change 0.0000)]

# (The last lesson happened to be the pattern (0, 0). So the links from `x1` and `x2` did not change in it, and the bias
# changed by less than four decimals show.)
#
# It has learnt AND. Look at the weights: two that are nearly alike, and a bias of about −1.5 times their size. That is what
# we set by hand, only larger. Large weights make the logistic function steep, and so more like a step. In fact we can now
# put the step in its place. The logistic output is above 0.5 exactly where the net input is above 0, and there the step
# says 1. So the decisions stay, and are exact:

net.neuron("y1").activation = Activation.named("step")
answers(net, datasets.and_())
# gives: [0.0, 0.0, 0.0, 1.0]

# So the soft step is for learning. Where an answer has to be yes or no, we take 1 for everything above 0.5.
#
# == What one neuron can't ==
#
# There is a gate that one neuron can't do: **XOR**, yes where the inputs differ.

for inputs, targets in datasets.xor():
    print(inputs, targets)
# gives: [0.0, 0.0] [0.0]
#        [0.0, 1.0] [1.0]
#        [1.0, 0.0] [1.0]
#        [1.0, 1.0] [0.0]
net = Network.layered([2, 1], seed=1)  # other random weights to begin with
history = net.train(datasets.xor(), epochs=1000, rate=0.5)
[round(answer, 2) for answer in answers(net, datasets.xor())]
# gives: [0.5, 0.49, 0.49, 0.49]

# It says "one half" to everything. This is not for want of practice. Look at the map: no straight line has the two yes
# points on one side and the two no points on the other.
#
# (Picture: pictures/xor.svg. XOR: the points (0, 1) and (1, 0) are to be 1, (0, 0) and (1, 1) are to be 0. They lie crosswise.)
#
# It takes more neurons. That is [tutorial 3](03-hidden-neurons.md).
#
# == Exercises ==
#
# **1.** NAND is "not AND": 0 where both inputs are 1, and else 1. Find weights and bias for a step neuron, by pencil.
#
# Solution
#
# Turn all the signs of AND round: weights −1 and −1, bias 1.5. The net inputs are 1.5, 0.5, 0.5 and −0.5.

net = Network.layered([2, 1], activation="step")
net.link("x1", "y1").weight = -1
net.link("x2", "y1").weight = -1
net.link("bias", "y1").weight = 1.5
for inputs, targets in datasets.nand():
    print(inputs, net.predict(inputs), targets)
# gives: [0.0, 0.0] [1.0] [1.0]
#        [0.0, 1.0] [1.0] [1.0]
#        [1.0, 0.0] [1.0] [1.0]
#        [1.0, 1.0] [0.0] [0.0]

# **2.** Three friends vote. The neuron is to say 1 where at least two of them are for it. Which bias, if each weight is 1?
#
# Solution
#
# The net input without the bias counts the votes. The threshold lies between 1 and 2, so the bias is −1.5, as for AND.
# Only the number of inputs is another.

net = Network.layered([3, 1], activation="step")
for name in ("x1", "x2", "x3"):
    net.link(name, "y1").weight = 1

net.link("bias", "y1").weight = -1.5
for a in (0, 1):
    for b in (0, 1):
        for c in (0, 1):
            print(a, b, c, net.predict([a, b, c]))
# gives: 0 0 0 [0.0]
#        0 0 1 [0.0]
#        0 1 0 [0.0]
#        0 1 1 [1.0]
#        1 0 0 [0.0]
#        1 0 1 [1.0]
#        1 1 0 [1.0]
#        1 1 1 [1.0]

# **3.** A logistic neuron gives 0.9, and should give 1. Another gives 0.5, and should give 1. Whose delta is larger in
# size, and how many times? First say it by pencil.
#
# Solution
#
# Delta is sensitivity times slope. The first: $(0.9 - 1) \cdot 0.9 \cdot 0.1 = -0.009$. The second:
# $(0.5 - 1) \cdot 0.5 \cdot 0.5 = -0.125$. That is almost 14 times as much.

for output in (0.9, 0.5):
    print(output, round((output - 1) * output * (1 - output), 4))
# gives: 0.9 -0.009
#        0.5 -0.125
round(0.125 / 0.009, 1)
# gives: 13.9

# **4.** Let a logistic neuron learn OR. Before you look: which sign will the bias have?
#
# Solution
#
# Negative, for with both inputs 0 the net input is the bias alone, and the answer has to be below one half. In size it is
# smaller than for AND, since one input has to be enough to overcome it.

net = Network.layered([2, 1], seed=1)
history = net.train(datasets.or_(), epochs=1000, rate=0.5)
[round(answer, 2) for answer in answers(net, datasets.or_())]
# gives: [0.08, 0.95, 0.95, 1.0]
net.links
# gives: [Link(x1→y1: weight 5.3686), Link(x2→y1: weight 5.3691), Link(bias→y1: weight −2.4294, change −0.0030)]

# **5.** Show by adding up that no step neuron can do XOR. (Write down what each of the four patterns asks of $w_1$, $w_2$ and
# the bias $b$.)
#
# Solution
#
# (0, 0) asks for $b \le 0$. (0, 1) asks for $w_2 + b > 0$, and (1, 0) for $w_1 + b > 0$. Add these two:
# $w_1 + w_2 + 2b > 0$. Now (1, 1) asks for $w_1 + w_2 + b \le 0$. Take that away from the sum, and $b > 0$ is left. But
# $b \le 0$. Both can't be.
#
# A search finds none either, while it finds some for AND. It tries 13 numbers, −3, −2.5 … 3, for each of the three:

def found(targets):
    numbers = [number / 2 for number in range(-6, 7)]
    count = 0
    for w1 in numbers:
        for w2 in numbers:
            for b in numbers:
                if [b > 0, w2 + b > 0, w1 + b > 0, w1 + w2 + b > 0] == targets:
                    count = count + 1
    return count

found([False, False, False, True]), found([False, True, True, False])
# gives: (56, 0)

# Next: [Hidden neurons](03-hidden-neurons.md).
