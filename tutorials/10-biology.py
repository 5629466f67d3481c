# Made from 10-biology.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 10. Biology and back ==
#
# **After this you can** name the parts of a nerve cell beside the parts of an artificial neuron, make a small cell fire and
# count its spikes, and say where the likeness ends: in time, in signs, on the way back, and in feelings.
#
# **Time:** 30 minutes, exercises included.
#
# **Before:** [tutorial 3](03-hidden-neurons.md), and for its last part [tutorial 5](05-emotions.md). The
# digits are those of [tutorial 7](07-handwriting.md).
#
# == The nerve cell ==
#
# The word *neuron* is borrowed. It means a nerve cell. This is how one is built, beside what we have called a neuron:
#
# (Picture: pictures/nerve-cell-and-neuron.svg. A nerve cell with its dendrites, cell body, axon and synapses; beside it an artificial neuron with three links into it and one output.)
#
# - The **dendrites** are a tree of fine branches. They receive signals from other cells.
# - The **cell body**, or **soma**, is where these come together. If enough arrives, most cells **fire**: they send a short
#   electric pulse, a **spike**, of about a thousandth of a second.
# - The **axon** is the one long fibre that carries the spike away. It branches at its end.
# - A **synapse** is where an axon's ending meets the next cell, mostly at a dendrite, often at the cell body. In most of
#   them there is a tiny gap. The spike does not jump it: the ending lets go of a chemical, and that acts on the other side.
#   Some synapses **excite** the next cell, others **inhibit** it. They can grow stronger and weaker, and that is a large
#   part of how animals learn.
#
# Now line for line:
#
# | nerve cell | artificial neuron | in this library |
# |---|---|---|
# | dendrites, and what arrives there | incoming links, and what they bring | `neuron.incoming`, `Link.propagate` |
# | the cell body gathers it | the net input, a sum | `neuron.net_input` |
# | fires from a threshold on | the activation, with the bias as threshold | `Neuron.activate`, `BiasNeuron` |
# | how often it fires | the output | `neuron.output` |
# | the axon and its branches | outgoing links, all with the same output | `neuron.outgoing` |
# | strength of a synapse | the weight | `link.weight` |
# | exciting, inhibiting | the sign of the weight | $w > 0$, $w < 0$ |
# | synapses that change | the update | `Link.update` |
#
# McCulloch and Pitts made the first artificial neuron in 1943: a step, inputs that all count alike, and one inhibiting
# input is enough to silence it. Weights of any size, and the logistic function, came later. Here is the neuron in the
# picture, with both. `zip` goes through two lists side by side, here three cells and the strengths of their synapses:

from lernmi_emo import BiasNeuron, InputNeuron, Link, Network, Neuron, datasets
cells = [InputNeuron("x1"), InputNeuron("x2"), InputNeuron("x3")]
h1 = Neuron("h1")
for cell, strength in zip(cells, (0.8, -0.5, 0.3)):
    link = Link(cell, h1, weight=strength)

net = Network(inputs=cells, outputs=[h1])
for activity in ([1, 0, 0], [1, 1, 0]):
    [output] = net.predict(activity)
    print(activity, round(output, 2))
# gives: [1, 0, 0] 0.69
#        [1, 1, 0] 0.57

# When the second cell is active too, it inhibits: less comes out.
#
# == Spikes ==
#
# Most nerve cells don't give out 0.69: they fire or they don't. (Some, as in the retina, have no spikes and do
# answer by degrees.) So what is the number? The usual reading: **how often it fires**. Here is a very simple cell, *leaky
# integrate-and-fire*. It works like a bucket with a hole.
#
# - In each step some current flows in, and a tenth of what is in the bucket leaks out.
# - When more than 1 is in it, the cell fires, and the bucket is emptied.
# - Then it rests for four steps, in which nothing flows in. (`pause=4` means: 4, where nothing else is said.) So it
#   fires at most once in five steps, 200 times in 1,000.
#
# (`{current:4}` is four characters wide.)

def spikes(current, steps=1000, pause=4):
    level, count, rest = 0.0, 0, 0
    for step in range(steps):
        if rest > 0:
            rest = rest - 1
        else:
            level = 0.9 * level + current
            if level > 1:
                count, level, rest = count + 1, 0.0, pause
    return count

for current in (0, 0.05, 0.1, 0.11, 0.15, 0.2, 0.3, 0.5, 1, 2):
    print(f"current {current:4}: {spikes(current):3} spikes, {spikes(current) / 200:.3f} of the most that it can")
# gives: current    0:   0 spikes, 0.000 of the most that it can
#        current 0.05:   0 spikes, 0.000 of the most that it can
#        current  0.1:   0 spikes, 0.000 of the most that it can
#        current 0.11:  37 spikes, 0.185 of the most that it can
#        current 0.15:  66 spikes, 0.330 of the most that it can
#        current  0.2:  91 spikes, 0.455 of the most that it can
#        current  0.3: 125 spikes, 0.625 of the most that it can
#        current  0.5: 143 spikes, 0.715 of the most that it can
#        current    1: 167 spikes, 0.835 of the most that it can
#        current    2: 200 spikes, 1.000 of the most that it can

# Up to 0.1 it never fires: as much leaks out as flows in. From there on it fires ever more often. So there is a
# threshold, a climb, and an upper limit.
#
# (Picture: pictures/firing-rate.svg. How often the cell fires: nothing up to a current of 0.1, then a climb, which bends towards an upper limit.)
#
# (The stairs come from counting in whole steps.)
#
# The logistic function has no threshold, but takes roughly the same course: next to nothing, a climb, a limit. An
# artificial neuron leaves the spikes out and keeps such a curve. Whatever a brain says by *when* its cells fire, and not
# only by how often, is lost. That is the first place where the likeness ends: **our neurons have no time**.
#
# == Where the likeness ends ==
#
# **Size.** A human brain has about 86 billion nerve cells (Azevedo and others, 2009). Those of the cerebral cortex, about 16
# billion, have some thousands of synapses each. Most of the others are small cells of the cerebellum, which receive at only
# a handful. It all runs on about 20 watts. Besides inputs and bias, XOR took us three neurons, and the digits thirty.
#
# **Signs.** A nerve cell, as a rule, either excites all the cells that it reaches or inhibits all of them. This goes back to
# Dale's principle, that a cell uses the same chemicals at all its endings. What they do depends on the receiving cell too,
# so there are exceptions. Our neurons don't keep to the rule. Here is a network that learns to repeat which of four inputs
# is 1, through three hidden neurons. (`one_hot(0, 4)` is `[1.0, 0.0, 0.0, 0.0]`, with the 1 at place 0. `net.layers[0]` is
# the first layer after the inputs.) Look at the signs of each hidden neuron's outgoing weights:

patterns = [(datasets.one_hot(place, 4), datasets.one_hot(place, 4)) for place in range(4)]
net = Network.layered([4, 3, 4], seed=1)
history = net.train(patterns, epochs=2000, rate=0.5, momentum=0.9, stop_error=0.005)
history.stopped
# gives: 'the error reached 0.005'
for neuron in net.layers[0].neurons:
    print(neuron.name, [round(link.weight, 1) for link in neuron.outgoing])
# gives: h1 [-2.3, 1.9, 4.1, -4.0]
#        h2 [-2.3, -4.5, 3.0, 2.6]
#        h3 [5.1, -3.3, 0.8, -3.8]

# Every one of them excites some and inhibits others. And weights change their signs while they learn. How many of all, from
# the first to the last epoch? Those for which the weight before times the weight now is negative (`sum` counts them). The
# bias is no cell, so its links are left out:

pairs = [(old, link) for old, link in zip(net.initial_weights, net.links) if link.source.name != "bias"]
sum(old * link.weight < 0 for old, link in pairs), len(pairs)
# gives: (9, 24)

# A synapse does not turn from exciting to inhibiting like that.
#
# **The way back.** This is the largest difference. In backpropagation each link carries a delta backward, over the same
# weight that it used forward. An axon carries spikes one way. There is no known way for a cell to learn how strong the
# synapses at the far ends of its axon are, and to weigh an answer by them. In the literature this is called the **weight
# transport problem**.
#
# How much does it matter that the weight is the same? Here is a link that goes back over a weight of its own, drawn once at
# random and never changed. `class OwnWayBack(Link)` makes a new kind of link. It does all as `Link` does, but has another
# `backpropagate`. `self` is the link itself.

import random
class OwnWayBack(Link):
    def backpropagate(self):
        delta = self.target.delta
        self.sensitivity = delta * self.source.output
        self.source.sensitivity += delta * self.way_back  # and not: delta * self.weight

def build(seed, kind):
    chance = random.Random(seed)
    inputs, bias = [InputNeuron("x1"), InputNeuron("x2")], BiasNeuron()
    hidden, y1 = [Neuron(f"h{number}") for number in range(1, 7)], Neuron("y1")
    for neuron in hidden:
        for source in (*inputs, bias):
            link = Link(source, neuron, chance.uniform(-0.7, 0.7))
        link = kind(neuron, y1, chance.uniform(-0.5, 0.5))
        way_back = chance.uniform(-1, 1)
        if kind is OwnWayBack:
            link.way_back = way_back
    link = Link(bias, y1, chance.uniform(-0.5, 0.5))
    return Network(inputs, [y1])

# `chance` draws the random numbers, and `(*inputs, bias)` is the inputs and the bias in one row. Ten networks with usual
# links, and the same ten with a way back of their own. How many epochs does each need for XOR?

def learn_xor(net):
    return net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.01)

[len(learn_xor(build(seed, Link))) for seed in range(10)]
# gives: [177, 169, 115, 126, 157, 117, 211, 149, 124, 171]
[len(learn_xor(build(seed, OwnWayBack))) for seed in range(10)]
# gives: [255, 169, 176, 209, 181, 256, 205, 205, 191, 155]

# It learns XOR all the same! It takes longer, on average 200 epochs and not 152, but all ten arrive. Count the links whose
# weight has the same sign as the way back, before and after. (`type(link) is OwnWayBack` asks whether it is the new kind.)

def agree(net):
    return sum(link.weight * link.way_back > 0 for link in net.links if type(link) is OwnWayBack)

before, after = 0, 0
for seed in range(10):
    net = build(seed, OwnWayBack)
    before = before + agree(net)
    history = learn_xor(net)
    after = after + agree(net)

before, after
# gives: (30, 48)

# Of 60 weights, half agree at first, as with thrown coins, and afterwards four of five. So it is the forward weights that
# come to fit the random ones on the way back. Lillicrap and others found this (*Random synaptic feedback weights support
# error backpropagation for deep learning*, Nature Communications 7, 2016). It does not show that brains do it: the delta
# still runs back along the link, and spikes don't. It shows that the weight need not be the same: the weight transport
# problem alone does not rule it out. Such questions take a few lines of code: that is why links are objects here.
#
# **Teachers.** Backpropagation needs a target for every output and every pattern. As far as we know, nobody tells nerve
# cells what they should have given, with perhaps an exception in the cerebellum. Much of what is known about synapses is
# local: a synapse changes by what its own two cells do, at about the same time. Donald Hebb put it forward in 1949;
# it is often told as *cells that fire together wire together*.
#
# **The rest.** There are hundreds of kinds of cells, by newer counts thousands. Dendrites compute by themselves. Chemicals
# that drift past change how whole regions work. Cells die and synapses are made anew. Nothing of this is in a weighted sum.
#
# == Emotions, there and here ==
#
# In a brain, feelings are bound up with chemicals that reach very many cells at once, such as noradrenaline and dopamine.
# They change how cells answer, and also how quickly synapses change. So the thought behind EmBP is not absurd: **one number
# for the whole network that says how strongly to learn**.
#
# But in EmBP (as reconstructed here) anxiety is the mean brightness of the patterns plus the mean squared error, and
# confidence is how far it has fallen. Both act on the links of one single source. There is no body, nothing is at stake, and
# the memory is short: the first anxiety, and each link's last change. The words make a good story. What the numbers do is
# another question, and only experiments answer it.
#
# The honest sentence about all artificial neurons is this: *they were inspired by nerve cells, and then went their own
# way*. They need no likeness to be useful. And that they are useful does not show that a brain works like them.
#
# == Exercises ==
#
# **1.** Name the part of a nerve cell that belongs to each of these: `link.weight`, `neuron.net_input`, `neuron.outgoing`.
# What stands for the bias?
#
# Solution
#
# The strength of a synapse; what has gathered in the cell body; the branches of the axon. The bias stands for the
# threshold, turned round: the higher the threshold, the lower the bias. The bias neuron itself has no counterpart. It is a
# trick that lets a threshold be learnt like any weight. Here the threshold is 0.7, and the bias −0.7:

with_threshold = Neuron("y1", "step")
links = [Link(InputNeuron("x1"), with_threshold, weight=1), Link(BiasNeuron(), with_threshold, weight=-0.7)]
net = Network(inputs=[links[0].source], outputs=[with_threshold])
for activity in (0.6, 0.7, 0.8):
    print(activity > 0.7, net.predict([activity]))
# gives: False [0.0]
#        False [0.0]
#        True [1.0]

# **2.** Make the cell rest for nine steps instead of four. How often can it fire in 1,000 steps at most? First say it, then
# try it.
#
# Solution
#
# At most once in ten steps, so 100 times.

spikes(2, pause=9)
# gives: 100

# **3.** Why does the cell not fire at all with a current of 0.1? What level does the bucket come near to?
#
# Solution
#
# Where it no longer changes, as much leaks as flows in: a tenth of the level is 0.1, so the level is 1. It comes near to 1
# and never gets above. In general it comes near to ten times the current.

level = 0.0
for step in range(200):
    level = 0.9 * level + 0.1

level <= 1, round(level, 6)
# gives: (True, 1.0)

# **4.** Which networks in these tutorials keep Dale's principle? Write a test for it. Try it on NOT and XOR, with the weights
# of tutorials 2 and 3, and on a trained network.
#
# Solution
#
# A neuron keeps it if its outgoing weights are not partly positive and partly negative. NOT, AND, OR and NAND do: there each
# source has one link only. XOR as we made it does not, for `x1` excites `h1` and inhibits `h2`. But XOR as in exercise 1 of
# tutorial 3 does. The network that we trained above does not.
#
# The bias is no cell: its links are left out again. So its list is empty, like an output's, and `if weights` passes over
# an empty list. `a < 0 < b` asks for both.

def keeps_dale(net):
    for neuron in net.neurons:
        weights = [link.weight for link in neuron.outgoing if neuron.name != "bias"]
        if weights and min(weights) < 0 < max(weights):
            return False
    return True

def hand_made(sizes, weights):
    net = Network.layered(sizes, activation="step")
    for link, weight in zip(net.links, weights):
        link.weight = weight
    return net

keeps_dale(hand_made([1, 1], [-1, 0.5]))  # NOT
# gives: True
keeps_dale(hand_made([2, 2, 1], [1, 1, -0.5, -1, -1, 1.5, 1, 1, -1.5]))  # OR, NAND, AND
# gives: False
keeps_dale(hand_made([2, 2, 1], [1, 1, -0.5, 1, 1, -1.5, 1, -1, -0.5]))  # OR, AND, and h1 but not h2
# gives: True
trained = Network.layered([4, 3, 4], seed=1)
history = trained.train(patterns, epochs=2000, rate=0.5, momentum=0.9, stop_error=0.005)
keeps_dale(trained)
# gives: False
