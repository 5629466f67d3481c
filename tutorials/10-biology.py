# Made from 10-biology.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 10. Biology and back ==
#
# **After this you can** name the parts of a nerve cell beside the parts of an artificial neuron, make a small cell fire and
# count its spikes, and say where the likeness ends: in time, in signs, on the way back, and in feelings.
#
# **Time:** 30 minutes, exercises included.
#
# **Before:** [tutorial 3](03-hidden-neurons.md), and for its last part [tutorial 5](05-emotions.md).
#
# == The nerve cell ==
#
# The word *neuron* is borrowed. It means a nerve cell. This is how one is built, and beside it is what we have called a
# neuron:
#
# (Picture: pictures/nerve-cell-and-neuron.svg. A nerve cell with its dendrites, cell body, axon and synapses; beside it an artificial neuron with three links into it and one output.)
#
# - The **dendrites** are a tree of fine branches. They receive signals from other cells.
# - The **cell body**, or **soma**, is where these come together. If enough arrives, the cell **fires**: it sends a short
#   electric pulse, a **spike**, of about a thousandth of a second.
# - The **axon** is the one long fibre that carries the spike away. It branches at its end.
# - A **synapse** is where an axon's ending meets a dendrite of the next cell. In most of them there is a tiny gap. The spike
#   does not jump it: the ending lets go of a chemical, and that acts on the other side. Some synapses **excite** the next
#   cell, others **inhibit** it. They can grow stronger and weaker, and that is a large part of how animals learn.
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
# McCulloch and Pitts made the first neuron of this kind in 1943, with a step. Here is the one in the picture, with the
# outputs of three other cells:

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
# A real cell does not give out 0.69. It fires or it does not. So what is the number? The usual reading: **how often it
# fires**. To see how that comes about, here is a very simple cell. It is called *leaky integrate-and-fire*, and works like
# a bucket with a hole.
#
# - In each step some current flows in, and a tenth of what is in the bucket leaks out.
# - When more than 1 is in it, the cell fires, and the bucket is emptied.
# - Then it rests for four steps, in which nothing flows in.

def spikes(current, steps=1000):
    level, count, rest = 0.0, 0, 0
    for step in range(steps):
        if rest > 0:
            rest -= 1
        else:
            level = 0.9 * level + current
            if level > 1:
                count, level, rest = count + 1, 0.0, 4
    return count

for current in (0, 0.05, 0.1, 0.11, 0.15, 0.2, 0.3, 0.5, 1, 2):
    print(f"current {current:4}: {spikes(current):3} spikes, {spikes(current) / 200:.2f} of the most that it can")
# gives: current    0:   0 spikes, 0.00 of the most that it can
#        current 0.05:   0 spikes, 0.00 of the most that it can
#        current  0.1:   0 spikes, 0.00 of the most that it can
#        current 0.11:  37 spikes, 0.18 of the most that it can
#        current 0.15:  66 spikes, 0.33 of the most that it can
#        current  0.2:  91 spikes, 0.46 of the most that it can
#        current  0.3: 125 spikes, 0.62 of the most that it can
#        current  0.5: 143 spikes, 0.71 of the most that it can
#        current    1: 167 spikes, 0.83 of the most that it can
#        current    2: 200 spikes, 1.00 of the most that it can

# Up to 0.1 it never fires: as much leaks out as flows in. From there on it fires more and more often. It can't fire more
# than once in five steps, however strong the current is, because it has to rest. So there is a threshold, then a climb, and
# then an upper limit. (The stairs come from counting in whole steps.)
#
# (Picture: pictures/firing-rate.svg. How often the cell fires: nothing up to a current of 0.1, then a climb, which bends towards an upper limit.)
#
# Does that remind you of something? It is not the logistic function, but it has the same three parts. An artificial neuron
# leaves the spikes out and keeps the curve. Whatever a brain says by *when* its cells fire, and not only by how often, is
# lost. That is the first place where the likeness ends: **our neurons have no time**.
#
# == Where the likeness ends ==
#
# **Size.** A human brain has about 86 billion nerve cells (Azevedo and others, 2009), each with some thousands of synapses.
# It runs on about 20 watts. XOR took us three neurons; the digits take forty.
#
# **Signs.** A nerve cell, as a rule, either excites all the cells that it reaches or inhibits all of them. This is known as
# Dale's principle. Our neurons don't keep to it. Here is a network that learns to repeat which of four inputs is 1, through
# three hidden neurons. Look at the signs of each neuron's outgoing weights:

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

# Every one of them excites some and inhibits others. And a weight can change its sign while it learns. A synapse does not
# turn from exciting to inhibiting like that.
#
# **The way back.** This is the largest difference. In backpropagation each link carries a delta backward, over the same
# weight that it used forward. An axon carries spikes one way. There is no known way for a cell to learn how strong the
# synapses at the far ends of its axon are, and to weigh an answer by them. In the literature this is called the **weight
# transport problem**.
#
# How much does it matter that the weight is the same? Try it. Here is a link that goes back over a weight of its own, drawn
# once at random and never changed:

import random
class OwnWayBack(Link):
    def __init__(self, source, target, weight, way_back):
        super().__init__(source, target, weight)
        self.way_back = way_back
    def backpropagate(self):
        delta = self.target.delta
        self.sensitivity = delta * self.source.output
        self.source.sensitivity += delta * self.way_back  # and not: delta * self.weight

def build(seed):
    chance = random.Random(seed)
    inputs, bias = [InputNeuron("x1"), InputNeuron("x2")], BiasNeuron()
    hidden, y1 = [Neuron(f"h{number}") for number in range(1, 7)], Neuron("y1")
    for neuron in hidden:
        for source in (*inputs, bias):
            link = Link(source, neuron, chance.uniform(-0.7, 0.7))
        link = OwnWayBack(neuron, y1, chance.uniform(-0.5, 0.5), chance.uniform(-1, 1))
    link = Link(bias, y1, chance.uniform(-0.5, 0.5))
    return Network(inputs, [y1])

for seed in range(5):
    net = build(seed)
    history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.01)
    print(f"seed {seed}: epoch {len(history)}, error {history.errors[-1]:.3f}")
# gives: seed 0: epoch 255, error 0.010
#        seed 1: epoch 169, error 0.010
#        seed 2: epoch 176, error 0.010
#        seed 3: epoch 209, error 0.010
#        seed 4: epoch 181, error 0.010

# It learns XOR all the same! The forward weights come to fit the random ones on the way back. Lillicrap and others found
# this (*Random synaptic feedback weights support error backpropagation for deep learning*, Nature Communications 7, 2016).
# It does not show that brains do it. It shows that "brains can't do backpropagation" is too quick, and that one can ask
# such questions with a few lines of code: that is why links are objects here.
#
# **Teachers.** Backpropagation needs a target for every output and every pattern. Nobody tells a child's nerve cells what
# they should have given. Much of what is known about synapses is local: a synapse changes by what its own two cells do, at
# about the same time. Donald Hebb put it forward in 1949, and it is often told as *cells that fire together wire together*.
#
# **The rest.** Cells differ in their hundreds of kinds. Dendrites compute by themselves. Chemicals that drift past change
# how whole regions work. Cells die and synapses are made anew. Nothing of this is in a weighted sum.
#
# == Emotions, there and here ==
#
# In a brain, feelings are bound up with chemicals that reach very many cells at once, such as noradrenaline and dopamine.
# They change how cells answer, and also how quickly synapses change. So the thought behind EmBP is not absurd: **one number
# for the whole network that says how strongly to learn**.
#
# But see how far that goes. In EmBP (as reconstructed here) anxiety is the mean brightness of the patterns plus the mean
# squared error, and confidence is how far it has fallen. Both act on the links of one single source. There is no body,
# nothing is at stake, and nothing remembers. The words make a good story. What the numbers do is another question, and only
# experiments answer it.
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
# trick that lets a threshold be learnt like any weight.

with_threshold = Neuron("y1", "step")
links = [Link(InputNeuron("x1"), with_threshold, weight=1), Link(BiasNeuron(), with_threshold, weight=-0.7)]
net = Network(inputs=[links[0].source], outputs=[with_threshold])
net.predict([0.7]), net.predict([0.8])
# gives: ([0.0], [1.0])

# **2.** Make the cell rest for nine steps instead of four. How often can it fire in 1,000 steps at most? First say it, then
# change `spikes`.
#
# Solution
#
# At most once in ten steps, so 100 times.

def tired_spikes(current, steps=1000):
    level, count, rest = 0.0, 0, 0
    for step in range(steps):
        if rest > 0:
            rest -= 1
        else:
            level = 0.9 * level + current
            if level > 1:
                count, level, rest = count + 1, 0.0, 9
    return count

tired_spikes(2)
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

# **4.** Which networks in these tutorials keep Dale's principle? Write a test for it, and try it on NOT, with the weights of
# tutorial 2, and on a trained network.
#
# Solution
#
# A neuron keeps it if its outgoing weights have no two signs. NOT does: each source has one link only. A trained network
# with several targets hardly ever does.

def keeps_dale(net):
    return all(
        min(link.weight for link in neuron.outgoing) * max(link.weight for link in neuron.outgoing) >= 0
        for neuron in net.neurons if neuron.outgoing
    )

inverter = Network.layered([1, 1], activation="step")
inverter.link("x1", "y1").weight, inverter.link("bias", "y1").weight = -1, 0.5
trained = Network.layered([4, 3, 4], seed=1)
history = trained.train(patterns, epochs=50, rate=0.5, momentum=0.9)
keeps_dale(inverter), keeps_dale(trained)
# gives: (True, False)
