# Made from 03-hidden-neurons.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 3. Hidden neurons ==
#
# **After this you can** build XOR from simpler decisions, say how the blame for an error reaches a neuron that has no target
# of its own, follow a published example to its last digit, and show what goes wrong when weights are updated too early.
#
# **Time:** 60 minutes, exercises included.
#
# **Before:** [tutorial 1](01-one-link.md) and [tutorial 2](02-gates.md).
#
# == XOR from three decisions ==
#
# XOR says yes where its two inputs differ. One neuron can't do it, as tutorial 2 showed. But put into words, it is
#
# > at least one of them, **and** not both of them.
#
# These are three decisions that one neuron can do: OR, NAND (not both), and AND. So we take three neurons. `h1` does OR.
# `h2` does NAND. `y1` does AND with what these two give it.
#
# `h1` and `h2` stand between input and output. Nobody outside gives them values or looks at their answers. They are
# **hidden neurons**, and together they are a **hidden layer**.
#
# In `Network.layered`, the sizes are now 2 inputs, 2 hidden neurons, 1 output. The weights are those of tutorial 2. There
# are nine, so we write a helper: `{…}` holds a weight for each name, `.items()` goes through both, and `split()` cuts
# `"x1 h1"` into its two words.

from lernmi_emo import Network, datasets
def set_weights(net, weights):
    for name, weight in weights.items():
        source, target = name.split()
        net.link(source, target).weight = weight

net = Network.layered([2, 2, 1], activation="step")
set_weights(net, {"x1 h1": 1, "x2 h1": 1, "bias h1": -0.5})  # OR
set_weights(net, {"x1 h2": -1, "x2 h2": -1, "bias h2": 1.5})  # NAND
set_weights(net, {"h1 y1": 1, "h2 y1": 1, "bias y1": -1.5})  # AND
for inputs, targets in datasets.xor():
    output = net.predict(inputs)
    print(inputs, net.neuron("h1").output, net.neuron("h2").output, output, targets)
# gives: [0.0, 0.0] 0.0 1.0 [0.0] [0.0]
#        [0.0, 1.0] 1.0 1.0 [1.0] [1.0]
#        [1.0, 0.0] 1.0 1.0 [1.0] [1.0]
#        [1.0, 1.0] 1.0 0.0 [0.0] [0.0]

# The last two columns agree. On tutorial 2's map, each hidden neuron draws a line, and `y1` says yes between the two:
#
# (Picture: pictures/xor-two-lines.svg. XOR's points and two lines. (0, 1) and (1, 0), black, lie between them; (0, 0) lies below both, and (1, 1) above.)
#
# The network does XOR, for we told it how. How would it find out by itself?
#
# == Whose fault is this? ==
#
# An output neuron is told what it should have given. A hidden neuron is not: there is no target for `h1`. If the answer is
# wrong, how does `h1` know whether that was its fault?
#
# It asks the neurons that it works for. Suppose `y1` has worked out its delta, and it is 0.1. That means: *less net input
# would have been better for me*. The link from `h1` to `y1` has weight 2, the one from `h2` has weight −1.
#
# - A unit more from `h1` is 2 units more net input for `y1`. So to `h1` goes back $0.1 \cdot 2 = 0.2$: *less of you, please,
#   and you matter a lot*.
# - A unit more from `h2` is one unit less for `y1`. To `h2` goes back $0.1 \cdot (-1) = -0.1$: *more of you, please*.
#
# So what goes back is the delta, times the weight: the weight says how large the share is. A hidden neuron that serves
# several neurons hears from all of them, and adds it up. That sum is its sensitivity:
#
# $$\text{sensitivity}(h) = \sum_j \delta_j \cdot w_{jh}$$
#
# ($\sum_j$ says: add up over all $j$, here over all neurons that $h$ has a link to. $w_{jh}$ is the weight of the link from
# $h$ to $j$.) And then, as in tutorial 1, delta is sensitivity times slope:
#
# $$\delta_h = \text{sensitivity}(h) \cdot f'(\text{net}_h)$$
#
# ($f'$ is the slope of the activation $f$.) Forward, a neuron adds up what its incoming links bring. Backward, it adds up
# what its outgoing links send back. That is all of **backpropagation**.
#
# == A published example, digit by digit ==
#
# Matt Mazur's [*A Step by Step Backpropagation
# Example*](https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/) (2015) works out one lesson with pencil
# and paper. It has two inputs, two hidden neurons, two outputs, all logistic. Here are its weights. The biases stay as they
# are, so we **freeze** their links: `frozen` becomes True where the source's name is `bias`. The page's w1, w2, w3, w4 are
# our `x1→h1`, `x2→h1`, `x1→h2`, `x2→h2`. Its w5 … w8 are `h1→y1`, `h2→y1`, `h1→y2`, `h2→y2`. Its i is our x, its o our y.

def example():
    net = Network.layered([2, 2, 2])
    set_weights(net, {"x1 h1": 0.15, "x2 h1": 0.20, "x1 h2": 0.25, "x2 h2": 0.30})
    set_weights(net, {"h1 y1": 0.40, "h2 y1": 0.45, "h1 y2": 0.50, "h2 y2": 0.55})
    set_weights(net, {"bias h1": 0.35, "bias h2": 0.35, "bias y1": 0.60, "bias y2": 0.60})
    for link in net.links:
        link.frozen = link.source.name == "bias"
    return net

net = example()
inputs, targets = [0.05, 0.10], [0.01, 0.99]

# Forward. Begin with the pencil: the net input of `h1` is $0.05 \cdot 0.15 + 0.10 \cdot 0.20 + 1 \cdot 0.35 = 0.3775$.

outputs = net.predict(inputs)
for name in ("h1", "h2", "y1", "y2"):
    neuron = net.neuron(name)
    print(f"{name}: net {neuron.net_input:.12f}, output {neuron.output:.12f}")
# gives: h1: net 0.377500000000, output 0.593269992107
#        h2: net 0.392500000000, output 0.596884378260
#        y1: net 1.105905967060, output 0.751365069552
#        y2: net 1.224921404096, output 0.772928465321
print(net.draw("example-forward.svg", "forward", with_="svg"))
# gives: example-forward.svg, drawn by svg

# (Picture: pictures/example-forward.svg. The example, forward: net input and output of each neuron, and the weights.)
#
# (The bias is drawn twice, to keep the lines apart. It is one neuron all the same.)
#
# Backward. The whole lesson is one call, with rate 0.5:

error = net.learn(inputs, targets, rate=0.5)
print(f"error {error:.12f}")
# gives: error 0.298371108760
for name in ("y1", "y2", "h1", "h2"):
    neuron = net.neuron(name)
    print(f"{name}: sensitivity {neuron.sensitivity:.12f}, delta {neuron.delta:.12f}")
# gives: y1: sensitivity 0.741365069552, delta 0.138498561629
#        y2: sensitivity -0.217071534679, delta -0.038098236517
#        h1: sensitivity 0.036350306393, delta 0.008771354689
#        h2: sensitivity 0.041370322649, delta 0.009954254705
print(net.draw("example-backward.svg", "backward", with_="svg"))
# gives: example-backward.svg, drawn by svg

# (Picture: pictures/example-backward.svg. The example, backward: delta and sensitivity of each neuron, and the sensitivities of the links.)
#
# With several outputs their errors are added up:
# $\tfrac12 \cdot 0.7414^2 + \tfrac12 \cdot 0.2171^2 = 0.2748 + 0.0236 = 0.2984$.
#
# Where does the sensitivity of `h1` come from? From both outputs: `y1` asks for less, `y2` for more. (On the lines stand
# the links' own sensitivities. What they bring back to `h1` is $0.1385 \cdot 0.40 = 0.0554$ and
# $-0.0381 \cdot 0.50 = -0.0190$, together 0.0364.)

print(net.neuron("h1").explain())
# gives: h1: a neuron, logistic
#          net(h1)         = output(x1) · weight(x1→h1) + output(x2) · weight(x2→h1) + output(bias) · weight(bias→h1)
#                          = 0.0500 · 0.1500 + 0.1000 · 0.2000 + 1.0000 · 0.3500
#                          = 0.3775
#          output(h1)      = 1 / (1 + exp(−net(h1)))       = 1 / (1 + exp(−0.3775)) = 0.5933
#          sensitivity(h1) = delta(y1) · weight(h1→y1) + delta(y2) · weight(h1→y2)
#                          = 0.1385 · 0.4000 + (−0.0381) · 0.5000
#                          = 0.0364  (rounded)
#          slope(h1)       = output(h1) · (1 − output(h1)) = 0.5933 · (1 − 0.5933)  = 0.2413
#          delta(h1)       = sensitivity(h1) · slope(h1)   = 0.0364 · 0.2413        = 0.0088

# And the update:

for link in net.links:
    if not link.frozen:
        print(f"{link.name}: sensitivity {link.sensitivity:.12f}, new weight {link.weight:.12f}")
# gives: x1→h1: sensitivity 0.000438567734, new weight 0.149780716133
#        x2→h1: sensitivity 0.000877135469, new weight 0.199561432266
#        x1→h2: sensitivity 0.000497712735, new weight 0.249751143632
#        x2→h2: sensitivity 0.000995425471, new weight 0.299502287265
#        h1→y1: sensitivity 0.082167040564, new weight 0.358916479718
#        h2→y1: sensitivity 0.082667627848, new weight 0.408666186076
#        h1→y2: sensitivity -0.022602540477, new weight 0.511301270239
#        h2→y2: sensitivity -0.022740242216, new weight 0.561370121108
print(net.draw("example-update.svg", "update", with_="svg"))
# gives: example-update.svg, drawn by svg

# (Picture: pictures/example-update.svg. The example's update: old weight, change, and new weight on each link. The biases are frozen.)
#
# The page has the same eight new weights, and you can work out each of them with a pocket calculator. For `x1→h1`, with the
# delta of `h1` from above, $0.15 - 0.5 \cdot 0.008771 \cdot 0.05 = 0.149781$. All of it is in
# `print(net.link("x1", "h1").explain())`.
#
# The next lesson shows the error that is left:

right = net.learn(inputs, targets, rate=0.5)
print(f"{right:.12f}")
# gives: 0.291027773694

# == The mistake: updating too early ==
#
# The page's weights are right, all eight. But as the error that is left it prints 0.291027924, and ours is 0.291027774.
# Rounding? No: an order.
#
# The weights of the output layer are used twice in a lesson: forward, and once more backward, to share out the blame. The
# share must be that of the weights **as they were in the forward pass**. If a link updates before it has sent its part
# back, the blame is shared out by weights that had no part in the answer.
#
# It is a tempting mistake, because everything a link needs for its own update is there the moment its target has its delta.
# Let us make it. `learn_early` begins as `learn` does: `begin` notes the weights from before the first lesson (before a
# later one it changes nothing), `begin_lesson` notes what is to be learnt, `present` gives the inputs to the input neurons,
# `propagate` goes forward, and `take_error` opens every sensitivity and gives the output neurons theirs, $Y - T$. Then
# comes the backward pass, by hand. `net.layers` holds the hidden and the output layer, `reversed` begins with the last, and
# `layer.links` are the links *into* a layer. Each of them updates at once. (`learn` would take the rate from the lesson; we
# hand it over ourselves.)

def learn_early(net, inputs, targets):
    net.begin([(inputs, targets)])
    net.begin_lesson(inputs, targets, rate=0.5, momentum=0)
    net.present(inputs)
    net.propagate()
    net.take_error()
    for layer in reversed(net.layers):
        for neuron in layer.neurons:
            neuron.take_delta()
        for link in layer.links:
            link.sensitivity = link.target.delta * link.source.output
            link.update(rate=0.5, momentum=0)  # too early!
            link.source.sensitivity += link.target.delta * link.weight  # this weight is new already
    return net.error

net = example()
error = learn_early(net, inputs, targets)
print(f"h1: sensitivity {net.neuron('h1').sensitivity:.12f}")
# gives: h1: sensitivity 0.030229739461

# It should be 0.036350306393. The new weights shared out the blame:
# $0.1385 \cdot 0.3589 + (-0.0381) \cdot 0.5113 = 0.0497 - 0.0195 = 0.0302$. And what came of it:

for link in net.layers[0].links:
    if not link.frozen:
        print(f"{link.name}: new weight {link.weight:.9f}")
# gives: x1→h1: new weight 0.149817639
#        x2→h1: new weight 0.199635277
#        x1→h2: new weight 0.249788185
#        x2→h2: new weight 0.299576370
error = learn_early(net, inputs, targets)
print(f"error {error:.9f}")
# gives: error 0.291027924

# The four weights into the output neurons are right still. These four are wrong: 0.149817639 where it should be 0.149780716,
# and so on. And there is the error that the page prints, to its last digit. It belongs to these weights, and not to those
# on the page. How it came there, the page does not say. The outputs that it prints after 10,000 lessons, 0.015912196 and
# 0.984065734, are those of the early order too. (The right one gives 0.015913620 and 0.984064274.)
#
# The network still learns. Nothing crashes, nothing looks odd, and that is what makes such a mistake so hard to find. Only
# numbers worked out in another way show it: somebody else's, or a nudge, as in tutorial 1 (exercise 5).
#
# So in this library the update is a message of its own, and `learn` sends it last: all of
# `net.backpropagate()` first, and then `net.update()`.
#
# == XOR, learnt ==
#
# Now let a network find XOR by itself, from the random weights of seed 1. (Without it the seed is 0. The order of the lessons
# repeats too.) `stop_error` says which mean squared error is good enough; as in tutorial 2, it has no half.

net = Network.layered([2, 2, 1], seed=1)
history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.001)
history.stopped, len(history)
# gives: ('the error reached 0.001', 455)
for epoch in (1, 10, 100, 455):
    print(f"epoch {epoch:3}: error {history.errors[epoch - 1]:.4f}")
# gives: epoch   1: error 0.2653
#        epoch  10: error 0.2903
#        epoch 100: error 0.2567
#        epoch 455: error 0.0010

# It falls late. It even rose at first. A lesson may raise the error of other patterns, and with momentum 0.9 the links run on
# for a while where earlier lessons sent them.

for inputs, targets in datasets.xor():
    [output] = net.predict(inputs)
    h1, h2 = net.neuron("h1").output, net.neuron("h2").output
    print(f"{inputs}: h1 {h1:.2f}, h2 {h2:.2f}, y1 {output:.2f}")
# gives: [0.0, 0.0]: h1 0.03, h2 0.93, y1 0.03
#        [0.0, 1.0]: h1 0.94, h2 1.00, y1 0.97
#        [1.0, 0.0]: h1 0.00, h2 0.07, y1 0.96
#        [1.0, 1.0]: h1 0.03, h2 0.94, y1 0.03

# It learnt XOR, but not our way. Look at the columns: `h1` says yes to (0, 1) alone. `h2` says **no** to (1, 0) alone. And
# `y1` says yes where `h1` says yes or `h2` says no. That also is XOR. Nobody told the hidden neurons what to look for.

print(net.draw("xor-learnt.svg", digits=1, with_="svg"))  # one decimal
# gives: xor-learnt.svg, drawn by svg

# (Picture: pictures/xor-learnt.svg. The network that learnt XOR, with its weights.)
#
# `y1` has bias 3.8, 8.3 from `h1`, and −8.1 from `h2`. With `h1` = 0 and `h2` = 1 that is $3.8 - 8.1 = -4.3$: no. With
# `h1` = 1 or `h2` = 0 it is above 0: yes.
#
# It does not always work. Ten networks, each with its own seed:

def epochs_needed(hidden, seed):
    net = Network.layered([2, hidden, 1], seed=seed)
    history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.01)
    if history.errors[-1] <= 0.01:
        return len(history)
    else:
        return "never"

[epochs_needed(2, seed) for seed in range(10)]
# gives: [211, 209, 247, 187, 176, 223, 210, 191, 155, 'never']

# One of the first ten got stuck. Where it stands, no small turn of the weights helps much, and yet it is not good. Such a
# place is a **local minimum**, where every way leads up, or a **plateau**, where all is nearly flat. Which is this one?
# Each `train` goes on from where the one before stopped:

net = Network.layered([2, 2, 1], seed=9)
for epochs in (2000, 6000, 12000):
    history = net.train(datasets.xor(), epochs=epochs, rate=0.5, momentum=0.9)
    answers = [round(net.predict(inputs)[0], 2) for inputs, targets in datasets.xor()]
    print(f"{answers}, error {history.errors[-1]:.2f}, x2→h1 {net.link('x2', 'h1').weight:.1f}")
# gives: [0.01, 0.47, 0.99, 0.47], error 0.13, x2→h1 -9.7
#        [0.01, 0.52, 1.0, 0.52], error 0.13, x2→h1 -11.5
#        [0.0, 0.51, 1.0, 0.52], error 0.13, x2→h1 -12.5

# Two answers are right, and to two patterns it says about one half: a little more or less, with the order of the lessons.
# After 20,000 epochs that is still so. In a local minimum the weights would come to rest. But the weight of `x2→h1`, −0.2
# at first, goes on growing in size, ever more slowly: a plateau. One hidden neuron more than needed gives a way round: of a
# hundred seeds, 19 networks with two hidden neurons never got there, and none with three. So does beginning again from
# other weights.
#
# == Exercises ==
#
# **1.** XOR can also be put as *one of them, but not both*, with `h1` as OR and `h2` as AND. Find the weights for `y1`, and
# check.
#
# Solution
#
# `y1` wants `h1`, and does not want `h2`: weights 1 and −1. Only $1 \cdot 1 - 1 \cdot 0 = 1$ must be enough, and
# $1 - 1 = 0$ must not: bias −0.5.

net = Network.layered([2, 2, 1], activation="step")
set_weights(net, {"x1 h1": 1, "x2 h1": 1, "bias h1": -0.5})
set_weights(net, {"x1 h2": 1, "x2 h2": 1, "bias h2": -1.5})
set_weights(net, {"h1 y1": 1, "h2 y1": -1, "bias y1": -0.5})
[net.predict(inputs) == targets for inputs, targets in datasets.xor()]
# gives: [True, True, True, True]

# **2.** Turn Mazur's targets round: 0.99 for `y1`, 0.01 for `y2`. The outputs are as before: `h2` 0.5969, `y1` 0.7514, `y2`
# 0.7729. Work out to four decimals the deltas of `y1` and `y2`, the sensitivity of `h2` (its links have the weights 0.45
# and 0.55), its delta, and the new weight of `x2→h2`, which was 0.30.
#
# Solution
#
# `y1`: $(0.7514 - 0.99) \cdot 0.7514 \cdot 0.2486 = -0.0446$. `y2`: $(0.7729 - 0.01) \cdot 0.7729 \cdot 0.2271 = 0.1339$.
# To `h2` comes $-0.0446 \cdot 0.45 + 0.1339 \cdot 0.55 = 0.0536$. Its delta is
# $0.0536 \cdot 0.5969 \cdot 0.4031 = 0.0129$. The weight becomes $0.30 - 0.5 \cdot 0.0129 \cdot 0.10 = 0.2994$.

net = example()
error = net.learn([0.05, 0.10], [0.99, 0.01], rate=0.5)
[round(net.neuron(name).delta, 4) for name in ("y1", "y2", "h2")]
# gives: [-0.0446, 0.1339, 0.0129]
round(net.link("x2", "h2").weight, 4)
# gives: 0.2994

# **3.** Let the biases learn too: the same lesson without freezing. Do any of the eight other weights come out different?
# What is the error afterwards? Guess first, then check. (`[x for x in these if x > 1]` takes only those where it holds.)
#
# Solution
#
# No. The sensitivities are all computed before anything changes, so what one link learns in a lesson does not depend on
# whether another one learns. The error falls further, because more weights have moved the right way.

frozen, free = example(), example()
for link in free.links:
    link.frozen = False

for net in (frozen, free):
    error = net.learn([0.05, 0.10], [0.01, 0.99], rate=0.5)

[a.weight == b.weight for a, b in zip(frozen.links, free.links) if a.source.name != "bias"]
# gives: [True, True, True, True, True, True, True, True]
print([f"{link.name} {link.weight:.6f}" for link in free.links if link.source.name == "bias"])
# gives: ['bias→h1 0.345614', 'bias→h2 0.345023', 'bias→y1 0.530751', 'bias→y2 0.619049']
print(f"{free.learn([0.05, 0.10], [0.01, 0.99], rate=0.5):.12f}")
# gives: 0.280471446791

# **4.** What do all the hidden neurons learn if all weights begin at 0? Try it with XOR and three hidden neurons, and print
# the weights from `x1` after ten epochs. (`Network.layered([2, 3, 1], weight_range=0)` builds it.)
#
# Solution
#
# They begin alike and hear alike, so they stay alike: three copies of one neuron. That is why weights begin at random.

net = Network.layered([2, 3, 1], weight_range=0)
history = net.train(datasets.xor(), epochs=10, rate=0.5)
for name in ("h1", "h2", "h3"):
    print(name, round(net.link("x1", name).weight, 5))
# gives: h1 -0.00295
#        h2 -0.00295
#        h3 -0.00295

# **5.** How sensitive is the error of Mazur's example to the weight of `x1→h1`? `learn` says 0.000439, and `learn_early`
# 0.000365. Nudge the weight by 0.0001, as in tutorial 1: which of the two is right?
#
# Solution
#
# The nudge knows of no order: it needs only the error, and `learn` gives back the one before its update.

def error_with(weight):
    net = example()
    net.link("x1", "h1").weight = weight
    return net.learn([0.05, 0.10], [0.01, 0.99], rate=0.5)

round((error_with(0.1501) - error_with(0.1500)) / 0.0001, 6)
# gives: 0.000439
net = example()
error = learn_early(net, [0.05, 0.10], [0.01, 0.99])
round(net.link("x1", "h1").sensitivity, 6)
# gives: 0.000365

# Next: [In the debugger](04-debugger.md).
