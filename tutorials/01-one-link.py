# Made from 01-one-link.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 1. One link, by hand ==
#
# **After this you can** work out with a pencil all that one link does: forward, backward, and its update. You can say
# what a sensitivity is, and check it without any theory.
#
# **Time:** 45 minutes, exercises included.
#
# **Before:** you can add and multiply. You know nothing about neural networks yet. Python and the library are installed,
# and you know how to start them: [the first page](README.md#before-you-start) tells how.
#
# Take a pencil and some paper. Type what stands after `>>>`. The line below it is what Python answers.
#
# == Two neurons and a link ==
#
# A **neuron** holds numbers. A **link** leads from one neuron to another and moves numbers between them. The neuron that
# it leads from is its **source**, the one that it leads to its **target**. A link has one number of its own, its
# **weight**.
#
# The smallest network there is has two neurons and one link. `x1` is the input neuron: it gives out what we put in. `y1`
# is the output neuron: what it gives is the network's answer.

from lernmi_emo import InputNeuron, Link, Network, Neuron
x1 = InputNeuron("x1")
y1 = Neuron("y1", "linear")
link = Link(x1, y1, weight=0.5)
link
# gives: Link(x1→y1: weight 0.5000)
y1
# gives: Neuron(y1: not computed)

# The first line fetches four kinds of things from the library. The next three make one thing each and give it a name.
# `"linear"` means: this neuron gives out just what came in. Later it will do more.
#
# `y1` says *not computed*. Nothing has happened yet, and the library never shows a 0 where there is no number.
#
# == Forward ==
#
# We put 2 in. Before you type, work it out: what arrives at `y1`?
#
# 1. The input neuron gives out 2. What a neuron gives out is its **output**.
# 2. The link multiplies this by its weight: $2 \cdot 0.5 = 1$. That it brings to `y1`.
# 3. `y1` adds up what all its links bring. Here there is only one link, so the sum is 1. This sum is its **net input**.
# 4. `y1` turns its net input into its output. It is linear, so its output is 1 too.
#
# Here it is, one message at a time:

x1.receive(2)
y1.open_net_input()
link.propagate()
y1.net_input
# gives: 1.0
y1.activate()
y1.output
# gives: 1.0

# `open_net_input` sets the sum to 0, so that there is something to add to. To **propagate** is to carry forward. To
# **activate** is to turn the net input into the output.
#
# In short, with $w$ for the weight and net for the net input:
#
# $$\text{net}(y_1) = \text{output}(x_1) \cdot w = 2 \cdot 0.5 = 1$$
#
# == How wrong is it? ==
#
# Say that the right answer was 3. We call it the **target** of `y1`. (The word has two uses: a *link's* target is
# a neuron, a *neuron's* target is a number.) The answer was 1, so it is 2 too low. We write that with its sign,
# *actual minus expected*, with $Y$ for the output and $T$ for the target:
#
# $$Y - T = 1 - 3 = -2$$
#
# To have one number for "how wrong", whatever the sign, we square it and take half. This number is the **error** $E$:
#
# $$E = \tfrac{1}{2} (Y - T)^2 = \tfrac{1}{2} \cdot (-2)^2 = \tfrac{1}{2} \cdot 4 = 2$$
#
# Why the half? It makes the next step come out without a factor. You will see.
#
# == What is a sensitivity? ==
#
# The error depends on the weight. Let us nudge the weight, from 0.5 to 0.51, and do the whole calculation again. You can
# do it by pencil; here Python is the pencil.

def error_with(weight):
    output = weight * 2
    return (output - 3) ** 2 / 2

error_with(0.50)
# gives: 2.0
round(error_with(0.51), 4)
# gives: 1.9602

# The weight went up by 0.01, and the error went down by 0.0398. Per unit of weight that is

round((error_with(0.51) - error_with(0.50)) / 0.01, 4)
# gives: -3.98

# With a smaller nudge:

round((error_with(0.501) - error_with(0.500)) / 0.001, 4)
# gives: -3.998

# It comes closer and closer to −4. This number is the **sensitivity** of the error to the weight. It answers: *if I turn
# this weight a little, how much does the error move, for each unit that I turn?* A sensitive scale moves a lot when you
# put a feather on it. An error that is sensitive to a weight moves a lot when you turn that weight.
#
# The sign tells which way. Here it is negative: as the weight goes **up**, the error goes **down**. In books you find it
# as $\partial E / \partial w$, said "the derivative of E by w".
#
# == Backward ==
#
# Nudging works, but it needs a whole forward calculation for each weight. A network with a million weights would need a
# million of them. There is a shorter way: begin at the end, and go back.
#
# 1. How sensitive is the error to the output of `y1`? For our error that is just *actual minus expected*, $Y - T = -2$.
#    Check it by nudging: with 1.01 in place of 1, the error is $\tfrac{1}{2} \cdot 1.99^2 = 1.98005$. It fell by 0.01995
#    for a nudge of 0.01: near enough to −2. (That is what the half was for. Without it both errors, and so the fall
#    between them, would be twice as large, and the answer −4, twice $Y - T$.)
# 2. How sensitive is the error to the net input of `y1`? The neuron is linear: net input and output are the same, so the
#    answer is the same, −2. This number has a name of its own, the **delta** $\delta$.
# 3. How sensitive is the error to the weight? Each unit of weight brings 2 units of net input, because the source gives
#    out 2. So it is $\delta \cdot \text{output}(x_1) = -2 \cdot 2 = -4$.
#
# There is the −4, from one multiplication.

x1.open_sensitivity()
y1.open_sensitivity()
y1.sensitivity = y1.output - 3
y1.sensitivity
# gives: -2.0
y1.take_delta()
y1.delta
# gives: -2.0
link.backpropagate()
link.sensitivity
# gives: -4.0

# `open_sensitivity` sets a sum to 0 again. No link leads on from `y1`, so nothing is added to its sum, and we put in what
# point 1 says. `take_delta` is point 2, and `backpropagate` point 3. To **backpropagate** is to carry back. Besides keeping
# its own sensitivity, the link carried something to `x1`: how sensitive the error is to what `x1` gives out. Each unit of
# that brings 0.5 units of net input, which is the weight. So it is the delta times the weight, $-2 \cdot 0.5 = -1$.

x1.sensitivity
# gives: -1.0

# Here nobody needs it, for we can't change the input. But if `x1` were itself a neuron with links behind it, this is what
# it would go on with. That is all there is to going back through many layers, and [tutorial 3](03-hidden-neurons.md) does
# it.
#
# > **Forward**, a link carries its source's output, weighted, to its target.
# > **Backward**, it carries its target's delta, weighted, to its source.
#
# == The update ==
#
# We want less error. The sensitivity is −4: up goes the weight, down goes the error. So the weight has to go up. In
# general it has to go **against** the sensitivity, and that is where the minus comes from:
#
# $$\text{change} = -\text{rate} \cdot \text{sensitivity} \qquad w \leftarrow w + \text{change}$$
#
# The **rate** (also learning rate) says how far to go. We take 0.1:
#
# $$\text{change} = -0.1 \cdot (-4) = 0.4 \qquad w = 0.5 + 0.4 = 0.9$$

link.update(rate=0.1, momentum=0)
link
# gives: Link(x1→y1: weight 0.9000, change 0.4000)

# (Momentum comes later in this tutorial. Here it is 0, and does nothing.)
#
# Was it any good? With the new weight the answer is $0.9 \cdot 2 = 1.8$. That is nearer to 3 than 1 was.

round(error_with(0.9), 4)
# gives: 0.72

# The error fell from 2 to 0.72. That is learning: all of it.
#
# Why not go the whole way at once? Because the sensitivity tells the truth only nearby. Go too far and it is no longer
# right. Exercises 2 and 3 try it.
#
# == All of it in one call ==
#
# Forward, backward and update, once: that is a **lesson**. A `Network` sends all its messages for you. `predict` does the
# forward part alone. It takes the inputs in a list, and gives back the outputs in a list, because most networks have
# several of each. First we go back to the beginning: `forget` clears what the link keeps from its lesson, and the weight
# we set ourselves.

link.forget()
link.weight = 0.5
net = Network(inputs=[x1], outputs=[y1])
net.predict([2])
# gives: [1.0]
print(net.draw("one-link-forward.svg", "forward", with_="svg"))
# gives: one-link-forward.svg, drawn by svg

# From here on `net` is the name of our network. The net input is still `y1.net_input`.
#
# The last line drew a picture, in the folder in which you started Python. (`with_="svg"` asks for the painter that needs
# no other program. The `_` is there because `with` is a word of Python's own.) Open the file in a web browser:
#
# (Picture: pictures/one-link-forward.svg. Forward: x1 gives 2, the link's weight is 0.5, and y1 gives 1.)
#
# $Y$ stands for an output. $|\text{weight}|$ is the weight without its sign: the larger it is, the wider the line. *Its
# weight then* means: in this forward pass. If you draw it after an update, it still shows the weight that made these outputs.
#
# `learn` does a whole lesson: forward, backward, update. It takes inputs and targets, and gives back the error that there
# was before the update.

net.learn([2], [3], rate=0.1)
# gives: 2.0
link
# gives: Link(x1→y1: weight 0.9000, change 0.4000)

# The same numbers as by hand. The link can explain them. It writes formulas, not Python: net(y1) stands for `y1.net_input`,
# and so on. *Weight before* is the weight before this lesson's update.

print(link.explain())
# gives: x1→y1: a link
#          forward, it propagates
#            adds to net(y1) = output(x1) · weight before = 2.0000 · 0.5000 = 1.0000
#          backward, it backpropagates
#            sensitivity             = delta(y1) · output(x1)    = −2.0000 · 2.0000 = −4.0000
#            adds to sensitivity(x1) = delta(y1) · weight before = −2.0000 · 0.5000 = −1.0000
#          then it updates
#            change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.1000 · (−4.0000) = 0.4000
#            weight = weight before + change                      = 0.5000 + 0.4000                      = 0.9000

# And here they are as pictures:

print(net.draw("one-link-backward.svg", "backward", with_="svg"))
# gives: one-link-backward.svg, drawn by svg
print(net.draw("one-link-update.svg", "update", with_="svg"))
# gives: one-link-update.svg, drawn by svg

# (Picture: pictures/one-link-backward.svg. Backward: the delta of y1 is −2, the link's sensitivity is −4, and x1 gets −1.)
#
# On the line stands the link's own sensitivity, −4. What travels back along it is another number: the −1 that has arrived
# in `x1`. In pictures a neuron's sensitivity is $\partial E / \partial Y$, its delta $\delta$ or
# $\partial E / \partial \text{net}$. In the next one, $\eta$ (eta) is the rate and $\alpha$ (alpha) the momentum.
#
# (Picture: pictures/one-link-update.svg. Update: 0.5 + 0.4 = 0.9.)
#
# == Lesson after lesson ==
#
# One lesson is seldom enough. Here are six more:

for lesson in range(6):
    error = net.learn([2], [3], rate=0.1)
    print(f"output {y1.output:.4f}, error {error:.4f}, new weight {link.weight:.4f}")
# gives: output 1.8000, error 0.7200, new weight 1.1400
#        output 2.2800, error 0.2592, new weight 1.2840
#        output 2.5680, error 0.0933, new weight 1.3704
#        output 2.7408, error 0.0336, new weight 1.4222
#        output 2.8445, error 0.0121, new weight 1.4533
#        output 2.9067, error 0.0044, new weight 1.4720

# The output goes towards 3, the weight towards 1.5. The steps grow smaller by themselves: the nearer the answer, the
# smaller the sensitivity.
#
# == Momentum ==
#
# A ball that rolls downhill does not stop at each point to ask for the way. It keeps a part of its speed. A link can do
# so too. The **momentum** says which part of its last change it makes once more:
#
# $$\text{change} = \text{momentum} \cdot \text{last change} - \text{rate} \cdot \text{sensitivity}$$
#
# We go back to the weight before the first lesson (`rewind`), and do two lessons with momentum 0.5.

net.rewind()
error = net.learn([2], [3], rate=0.1, momentum=0.5)
link
# gives: Link(x1→y1: weight 0.9000, change 0.4000)
error = net.learn([2], [3], rate=0.1, momentum=0.5)
link
# gives: Link(x1→y1: weight 1.3400, change 0.4400)

# The first lesson is as before: there was no last change. In the second, the answer is 1.8, so the sensitivity is
# $(1.8 - 3) \cdot 2 = -2.4$. The change is $0.5 \cdot 0.4 + 0.1 \cdot 2.4 = 0.2 + 0.24 = 0.44$, and not just 0.24.
#
# Keep this formula in mind. Emotional backpropagation (EmBP as reconstructed), the subject of
# [tutorial 5](05-emotions.md), changes only two numbers in it, rate and momentum, and these only for its emotional links.
#
# == A neuron that bends ==
#
# So far the neuron gave out what came in. Most neurons do something with it. The most common choice squeezes any number
# into the range from 0 to 1. It is called the **logistic** function:
#
# $$f(\text{net}) = \frac{1}{1 + e^{-\text{net}}}$$
#
# $e$ is a number, about 2.718. You need not work it out by hand. $e^0$ is 1, as $2^0$ and $10^0$ are. So for net input 0
# the formula gives $1 / (1 + 1) = 0.5$, and that is the case that we take. Where the library explains itself, it writes
# `exp(x)` for $e^x$. What a neuron does to its net input is its **activation**.
#
# Backward there is one more step now. A nudge of the net input is not a nudge of the output any more: it comes out
# smaller. How much smaller is the **slope** of the activation. For the logistic function it can be had from the output
# alone, $Y \cdot (1 - Y)$. At 0.5 that is $0.5 \cdot 0.5 = 0.25$: a quarter of each nudge comes through. Check it: for net
# input 0.01 the output is 0.5025, so a nudge of 0.01 came out as 0.0025. So
#
# $$\delta = \text{sensitivity} \cdot \text{slope}$$
#
# Try it with the pencil: input 2, weight 0, target 1, rate 0.4.
#
# | | | |
# |---|---|---|
# | net input | $2 \cdot 0$ | 0 |
# | output | $f(0)$ | 0.5 |
# | sensitivity of `y1` | $0.5 - 1$ | −0.5 |
# | slope | $0.5 \cdot (1 - 0.5)$ | 0.25 |
# | delta of `y1` | $-0.5 \cdot 0.25$ | −0.125 |
# | sensitivity of the link | $-0.125 \cdot 2$ | −0.25 |
# | change | $-0.4 \cdot (-0.25)$ | 0.1 |
# | new weight | $0 + 0.1$ | 0.1 |

x1, y1 = InputNeuron("x1"), Neuron("y1", "logistic")
link = Link(x1, y1, weight=0)
net = Network(inputs=[x1], outputs=[y1])
error = net.learn([2], [1], rate=0.4)
y1.output, y1.delta, link.sensitivity
# gives: (0.5, -0.125, -0.25)
link
# gives: Link(x1→y1: weight 0.1000, change 0.1000)
print(y1.explain())
# gives: y1: a neuron, logistic
#          net(y1)         = output(x1) · weight(x1→y1)    = 2.0000 · 0.0000        =  0.0000
#          output(y1)      = 1 / (1 + exp(−net(y1)))       = 1 / (1 + exp(−0.0000)) =  0.5000
#          sensitivity(y1) = output(y1) − target(y1)       = 0.5000 − 1.0000        = −0.5000
#          slope(y1)       = output(y1) · (1 − output(y1)) = 0.5000 · (1 − 0.5000)  =  0.2500
#          delta(y1)       = sensitivity(y1) · slope(y1)   = −0.5000 · 0.2500       = −0.1250

# Is the −0.25 right? Nudge this weight too, from 0 to 0.01. The net input is 0.02, the output 0.505, and the error
# $\tfrac{1}{2} \cdot 0.495^2 = 0.1225$. Before, it was $\tfrac{1}{2} \cdot 0.5^2 = 0.125$. It fell by 0.0025 for a nudge
# of 0.01: that is −0.25.
#
# You have now done by hand a whole update of a network that learns. Larger networks have more links. Each of them does
# just this.
#
# == Exercises ==
#
# **1.** Input 3, weight 1, target 0, rate 0.1, and a linear `y1`. Work out output, error, delta, the sensitivity of
# the link, and the new weight. Then check.
#
# Solution
#
# Output $3 \cdot 1 = 3$. Error $\frac{1}{2} \cdot 3^2 = 4.5$. Sensitivity of `y1` and delta: $3 - 0 = 3$. Sensitivity of the
# link $3 \cdot 3 = 9$. Change $-0.1 \cdot 9 = -0.9$, new weight $1 - 0.9 = 0.1$.

x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
link = Link(x1, y1, weight=1)
net = Network(inputs=[x1], outputs=[y1])
net.learn([3], [0], rate=0.1)
# gives: 4.5
y1.output, y1.delta, link.sensitivity
# gives: (3.0, 3.0, 9.0)
link
# gives: Link(x1→y1: weight 0.1000, change −0.9000)

# **2.** Go back to input 2, weight 0.5, target 3. Which rate takes the weight to the right place in a single lesson?
#
# Solution
#
# The right weight is $3 / 2 = 1.5$, so the change has to be 1. The sensitivity is −4. The rate that makes 1 of it is
# $1 / 4 = 0.25$.

x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
link = Link(x1, y1, weight=0.5)
net = Network(inputs=[x1], outputs=[y1])
error = net.learn([2], [3], rate=0.25)
net.predict([2])
# gives: [3.0]

# **3.** What happens with rate 0.5? And with rate 0.6? Do four lessons of each, by pencil or with `net.learn`. (`net` and
# `link` are those of exercise 2's solution. `net.rewind()` goes back to the beginning.)
#
# Solution
#
# With 0.5 each change is twice what it should be. The weight jumps from 0.5 to 2.5 and back, for ever: it is always as
# far away as before. With 0.6 it jumps farther each time. The error grows. This is called divergence, and the cure is a
# smaller rate.

for rate in (0.5, 0.6):
    net.rewind()
    for lesson in range(4):
        error = net.learn([2], [3], rate=rate)
        print(f"rate {rate}: error {error:.4f}, new weight {link.weight:.4f}")
# gives: rate 0.5: error 2.0000, new weight 2.5000
#        rate 0.5: error 2.0000, new weight 0.5000
#        rate 0.5: error 2.0000, new weight 2.5000
#        rate 0.5: error 2.0000, new weight 0.5000
#        rate 0.6: error 2.0000, new weight 2.9000
#        rate 0.6: error 3.9200, new weight -0.4600
#        rate 0.6: error 7.6832, new weight 4.2440
#        rate 0.6: error 15.0591, new weight -2.3416

# **4.** In exercise 1, how sensitive is the error to the input? Say it first, from the delta and the weight. Then check it
# by nudging the input from 3 to 3.001.
#
# Solution
#
# Delta times weight, with the weight as it was: $3 \cdot 1 = 3$. With input 3.001 the output is 3.001.

round((3.001 ** 2 / 2 - 3 ** 2 / 2) / 0.001, 3)
# gives: 3.0
x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
link = Link(x1, y1, weight=1)
net = Network(inputs=[x1], outputs=[y1])
error = net.learn([3], [0], rate=0.1)
x1.sensitivity
# gives: 3.0

# **5.** The logistic neuron once more: input 1, weight 0, target 0, rate 0.8. What is the new weight?
#
# Solution
#
# Output 0.5. Sensitivity of `y1` $0.5 - 0 = 0.5$. Slope 0.25, delta 0.125. Sensitivity of the link $0.125 \cdot 1 = 0.125$.
# Change $-0.8 \cdot 0.125 = -0.1$. The new weight is −0.1.

x1, y1 = InputNeuron("x1"), Neuron("y1", "logistic")
link = Link(x1, y1, weight=0)
net = Network(inputs=[x1], outputs=[y1])
error = net.learn([1], [0], rate=0.8)
link
# gives: Link(x1→y1: weight −0.1000, change −0.1000)

# Next: [NOT, AND, OR: a neuron that decides](02-gates.md).
