# Made from 05-emotions.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 5. What is an emotional network? ==
#
# **After this you can** work out anxiety and confidence by hand over two epochs, do an emotional link's updates with a
# pencil, read each equation beside the line of code that computes it, and say what the two numbers do and what they
# don't.
#
# **Time:** 60 minutes, exercises included.
#
# **Before:** [tutorial 1](01-one-link.md), with its part about momentum, and [tutorial 3](03-hidden-neurons.md).
#
# == Learning an instrument ==
#
# Think of your first lesson on a piano. You don't know where your fingers go. Much goes wrong, and you are **anxious**:
# each mistake hits you, and you change a lot of what you do. Weeks later there are fewer mistakes. The anxiety has gone
# down, and with it goes the urge to change everything. In its place you have become **confident**: you trust what
# you have learnt, and go on in the direction in which you have been getting better.
#
# In 2008 Adnan Khashman made two numbers of these two words, and put them where a network learns: *A Modified
# Backpropagation Learning Algorithm With Added Emotional Coefficients* (IEEE Transactions on Neural Networks 19(11),
# 1896–1909). The algorithm is called **emotional backpropagation**, EmBP for short.
#
# Two things should be said at once.
#
# - The network does not feel anything. Anxiety and confidence are names for two numbers. Judge the numbers, not the
#   names.
# - The full text of the paper was not at hand for this library. What you see here is **EmBP as reconstructed**: from the
#   paper's abstract, from later descriptions, and from what is generally known of its equations. Where these leave
#   something open, [the project's first page](../README.md#where-embp-comes-from-and-what-we-do-not-know) says what was
#   chosen.
#
# Only three things are added to what you know: one neuron, its links, and the two numbers.
#
# == The emotional neuron ==
#
# When you see a picture, you have a first impression before you see any detail: it is bright, or it is dark. The
# **emotional neuron** gives such a first impression. It is a source, like the bias: no link leads to it. Its output is
# the average of the inputs $X_1, X_2 … X_n$ of the pattern that is presented:
#
# $$Y_{PAT} = \frac{1}{n} \sum_i X_i$$
#
# For the inputs 0, 0.5 and 1 that is $(0 + 0.5 + 1) / 3 = 0.5$.

from lernmi_emo import EmotionalLink, EmotionalNeuron, Emotions, FixedEmotions, Network, Neuron, datasets
emotion = EmotionalNeuron()
emotion.perceive([0, 0.5, 1])
emotion
# gives: EmotionalNeuron(emotion: output 0.5000)

# The code is as short as the equation. This is a piece of the library, from the class `EmotionalNeuron` in
# `lernmi_emo/core/source.py`. It stands here to be read, as do all pieces without `>>>`. A *class* says what all objects of a
# kind can do, and `self` is the one that is asked. What stands after a `:` or a `->` in its first line says what kind of
# thing comes and goes, and the words in `"""` say what it is for:

#         def perceive(self, inputs: Sequence[float]) -> None:
#             """Give the pattern's average."""
#             self.output = mean(inputs)

# It has a link to **every hidden and every output neuron**. In `Network.layered`, `emotional=True` adds it. (`isinstance`
# asks whether something is of a kind. In a list, `if` takes only what it holds for.)

Network.layered([2, 3, 1])
# gives: Network(2-3-1: 7 neurons, 13 links)
net = Network.layered([2, 3, 1], emotional=True, seed=7)
net
# gives: Network(2-3-1: 8 neurons, 17 links, emotional)
[link.name for link in net.links if isinstance(link, EmotionalLink)]
# gives: ['emotion→h1', 'emotion→h2', 'emotion→h3', 'emotion→y1']
print(net.draw("emotional.svg", digits=2, with_="svg"))
# gives: emotional.svg, drawn by svg

# (Picture: pictures/emotional.svg. An emotional network: the emotional neuron has a link to each hidden neuron and to the output.)
#
# (It is one neuron. Like the bias it is drawn again before each layer that it leads to.)
#
# Forward and backward, these links are like any others: they bring the average, times their weight, and work out their
# sensitivity. They differ in one thing only: how they update.
#
# == The links that learn by emotion ==
#
# Here is how every link updates. You know it from tutorial 1: $\eta$ (eta) is the rate, $\alpha$ (alpha) the momentum,
# $\delta \cdot Y$ the sensitivity.
#
# $$\delta W \leftarrow -\eta \cdot \delta \cdot Y_{source} + \alpha \cdot \delta W \qquad W \leftarrow W + \delta W$$
#
# (On the left, $\delta W$ is the new change of the weight; on the right, it is the last one. In the code these are
# `change` and `last_change`. Don't mix them up with the delta $\delta$ of a neuron. This is a link's `update`, in
# `weight.py`. First it notes two things: the weight, to tell of it later, and the change that has just become the last
# one. A bare `return` ends it there. The code takes the momentum's part first, where the equation has it last: the sum
# is the same.)

#         def update(self, rate: float, momentum: float) -> None:
#             """Go a step down the error's slope, and a part of the last step once more."""
#             self.weight_before, self.last_change = self.weight, self.change
#             if self.frozen:
#                 self.change = 0.0
#                 return
#             self.change = momentum * self.last_change - rate * self.sensitivity
#             self.weight += self.change

# An emotional link has two other letters in the same equation: $\mu$ (mu), the **anxiety**, is its rate, and $k$, the
# **confidence**, is its momentum. That is the whole algorithm. This is `EmotionalLink.update`, in `link.py`.
#
# $$\delta W \leftarrow -\mu \cdot \delta \cdot Y_{PAT} + k \cdot \delta W \qquad W \leftarrow W + \delta W$$

#         def update(self, rate: float, momentum: float) -> None:
#             """Learn with anxiety as the rate and confidence as the momentum, whatever those of other links are."""
#             super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)

# Piece by piece: `self.source` is the neuron where the link starts, so here the emotional neuron. It has an object that
# keeps the two numbers, its `emotions`; the network calls the same object `net.emotions`. `super().update` is the update
# of an ordinary link, the one above, and it is handed these numbers in place of the ones that came.
#
# (If you read the paper's equations elsewhere: its $\Delta$ has the opposite sign of our $\delta$, so there the minus
# becomes a plus.)
#
# == Anxiety and confidence ==
#
# The two numbers are worked out once per epoch. They need two others. With $P$ patterns and $m$ outputs,
#
# $$Y_{AvPAT} = \frac{1}{P} \sum_{patterns} Y_{PAT} \qquad E = \frac{1}{P \cdot m} \sum_{patterns} \sum_{outputs} (T - Y)^2$$
#
# - $Y_{AvPAT}$, the average of all patterns, is the mean of what the emotional neuron gives. It stays the same as long as
#   the patterns do.
# - $E$ has **no half**, and it is a mean, not a sum. Don't confuse it with the error of a single pattern, which has the
#   half. With two patterns and two outputs, where each pattern has the targets 1 and 0 and is answered by 0 and 0, it is
#   $(1 + 0 + 1 + 0) / (2 \cdot 2) = 0.5$.
#
# After epoch $i$, with its error $E_i$,
#
# $$\mu_i = Y_{AvPAT} + E_i \qquad k_i = \mu_0 - \mu_i$$
#
# These are the lines of `Emotions.feel`, in `emotion.py`. (The second asks whether this is the first time.)

#             self.anxiety = average + error
#             if self.initial_anxiety is None:
#                 self.initial_anxiety = self.anxiety
#             self.confidence = self.initial_anxiety - self.anxiety

# $\mu_0$ is the anxiety before the first lesson, with the error $E_0$ of the untrained network. Put both equations
# together, and the average cancels: $k_i = (Y_{AvPAT} + E_0) - (Y_{AvPAT} + E_i) = E_0 - E_i$. So confidence begins at 0,
# and is how far the error has come down.
#
# Where do $E_0, E_1, E_2 …$ come from? They are not taken in the same way, and this is easily overlooked.
#
# - **Before the first lesson** the network is asked every pattern, and learns nothing. This is `Network.measure`, in
#   `beginning.py` (`squared_error` adds up $(T - Y)^2$ over the outputs of one pattern, `append` puts it at the end of the
#   list, `mean_squared_error` divides their sum by the number of patterns and of outputs):

#             averages, errors = [], []
#             for inputs, targets in patterns:
#                 outputs = self.predict(inputs)
#                 averages.append(mean(inputs))
#                 errors.append(squared_error(outputs, targets))
#             return mean(averages), mean_squared_error(errors, len(self.outputs))

# - **In an epoch** it is not asked separately. $E_i$ is made of the answers that it gave on the way, each from just
#   before the update that followed it. This is from `learn_epoch`, in `epoch.py`; `order` is the patterns, shuffled
#   unless you say `shuffle=False`. At its end the network feels, with the average as before, and with this `error`:

#         for inputs, targets in order:
#             network.learn(inputs, targets, rate=rate, momentum=momentum)
#             errors.append(squared_error([neuron.output for neuron in network.outputs], targets))

#         error = mean_squared_error(errors, len(network.outputs))

# So $E_1$ is the error *during* epoch 1, not after it. At its end $\mu_1$ and $k_1$ are felt, and epoch 2 learns with
# these. Epoch 1 itself learns with $\mu_0$ and $k_0$.
#
# == Two epochs by hand ==
#
# Take the pencil. One linear output neuron, so the output is the net input and $\delta = Y - T$. Only the emotional link
# shall learn, so that there is one weight to follow; all others are **frozen**. They are 0, but for the bias's, 0.5. The
# weight of the emotional link begins at 0. So $Y = 0.5 + W \cdot Y_{PAT}$. Two patterns, not shuffled: (0, 1) with target
# 1, and (1, 1) with target 1. (All digits are carried on, and five decimals shown.)
#
# **Before the first lesson.** The averages of the patterns are 0.5 and 1, so $Y_{AvPAT} = 0.75$. The network answers 0.5
# to both: $E_0 = (0.5^2 + 0.5^2) / 2 = 0.25$. So $\mu_0 = 0.75 + 0.25 = 1$ and $k_0 = 0$.
#
# **Epoch 1**, with $\mu = 1$ and $k = 0$:
#
# - First pattern: $Y = 0.5$ and $\delta = -0.5$. The sensitivity is $\delta \cdot Y_{PAT} = -0.5 \cdot 0.5 = -0.25$.
#   There is no last change yet: 0. The change is $0 \cdot 0 - 1 \cdot (-0.25) = 0.25$. Now $W = 0.25$.
# - Second pattern: $Y = 0.5 + 0.25 \cdot 1 = 0.75$ and $\delta = -0.25$. The sensitivity is $-0.25 \cdot 1 = -0.25$, the
#   change $0 \cdot 0.25 - 1 \cdot (-0.25) = 0.25$. Now $W = 0.5$.
# - At the end: $E_1 = (0.5^2 + 0.25^2) / 2 = 0.15625$. So $\mu_1 = 0.90625$ and $k_1 = 1 - 0.90625 = 0.09375$.
#
# **Epoch 2**, with these:
#
# - First pattern: $Y = 0.5 + 0.5 \cdot 0.5 = 0.75$ and $\delta = -0.25$. The sensitivity is $-0.125$. The last change is
#   that of the lesson just before, whichever pattern that was: 0.25. So the change is
#   $0.09375 \cdot 0.25 - 0.90625 \cdot (-0.125) = 0.02344 + 0.11328 = 0.13672$. Now $W = 0.63672$.
# - Second pattern: $Y = 1.13672$: too much. $\delta = 0.13672$, and so is the sensitivity. The change is
#   $0.09375 \cdot 0.13672 - 0.90625 \cdot 0.13672 = -0.11108$. Now $W = 0.52563$.
# - At the end: $E_2 = (0.25^2 + 0.13672^2) / 2 = 0.04060$. So $\mu_2 = 0.79060$ and $k_2 = 0.20940$.
#
# | felt | error $E$ | anxiety $\mu$ | confidence $k$ | used in |
# |---|---|---|---|---|
# | before the first lesson | 0.25 | 1 | 0 | epoch 1 |
# | at the end of epoch 1 | 0.15625 | 0.90625 | 0.09375 | epoch 2 |
# | at the end of epoch 2 | 0.04060 | 0.79060 | 0.20940 | epoch 3 |
#
# As the error falls, anxiety falls and confidence rises by the same amount. Now the library. With `weight_range=0` all
# weights begin at 0, and `not` turns True into False. `begin` notes the weights and feels, before anything is learnt:

patterns = [([0, 1], [1]), ([1, 1], [1])]
small = Network.layered([2, 1], emotional=True, activation="linear", weight_range=0)
small.link("bias", "y1").weight = 0.5
for link in small.links:
    link.frozen = not isinstance(link, EmotionalLink)

small.begin(patterns)
print(small.emotions.explain())
# gives: Emotions: what the network feels, once per epoch  (EmBP as reconstructed)
#          average of the patterns = 0.7500
#          mean squared error      = 0.2500
#          anxiety                 = average of the patterns + mean squared error = 0.7500 + 0.2500 = 1.0000
#          confidence              = first anxiety − anxiety                      = 1.0000 − 1.0000 = 0.0000

# To see each single change, we hand in pattern after pattern. `learn` knows nothing of epochs, and feels nothing at their
# end. So we tell the emotions what we have worked out:

link = small.link("emotion", "y1")
for error in (0.15625, 0.0406):
    for inputs, targets in patterns:
        half_square = small.learn(inputs, targets, rate=0.3, momentum=0.9)
        print(f"sensitivity {link.sensitivity:.5f}, change {link.change:.5f}, weight {link.weight:.5f}")
    small.emotions.feel(average=0.75, error=error)
    print(small.emotions)
# gives: sensitivity -0.25000, change 0.25000, weight 0.25000
#        sensitivity -0.25000, change 0.25000, weight 0.50000
#        Emotions(anxiety 0.9062, confidence 0.0938)
#        sensitivity -0.12500, change 0.13672, weight 0.63672
#        sensitivity 0.13672, change -0.11108, weight 0.52563
#        Emotions(anxiety 0.7906, confidence 0.2094)

# (0.90625 lies just between 0.9062 and 0.9063. Python then takes the even last digit: 0.9062, and 0.0938 for 0.09375.)
#
# (The rate 0.3 and the momentum 0.9 go to all links, and this one does not use them.) `train` does all of this by itself.
# `rewind` comes first: it takes back what was learnt, and what was felt too, so that $\mu_0$ is felt anew.

weight = link.weight
small.rewind()
print(small.train(patterns, epochs=2, rate=0.3, momentum=0.9, shuffle=False))
# gives: epoch   error  anxiety  confidence
#            1  0.1562   0.9062      0.0938
#            2  0.0406   0.7906      0.2094
#        stopped: 2 epochs are over
link.weight == weight
# gives: True

# `explain` shows which numbers a link did use. Here is a link of the first network of this page. That one has felt
# nothing yet, so before its first lesson it feels the one pattern that it is given: its average 0.5, and a squared error
# of 0.3562.

error = net.learn([0, 1], [1], rate=0.5, momentum=0.9)
print(net.emotions)
# gives: Emotions(anxiety 0.8562, confidence 0.0000)
print(net.link("emotion", "h2").explain())
# gives: emotion→h2: an emotional link  (EmBP: rate = anxiety, momentum = confidence)
#          forward, it propagates
#            adds to net(h2) = output(emotion) · weight before = 0.5000 · (−0.5320) = −0.2660
#          backward, it backpropagates
#            sensitivity                  = delta(h2) · output(emotion) = 0.0171 · 0.5000    =  0.0086  (rounded)
#            adds to sensitivity(emotion) = delta(h2) · weight before   = 0.0171 · (−0.5320) = −0.0091
#          then it updates
#            change = confidence · last change − anxiety · sensitivity = 0.0000 · 0.0000 − 0.8562 · 0.0086 = −0.0073  (rounded)
#            weight = weight before + change                           = −0.5320 + (−0.0073)               = −0.5394  (rounded)
net.rewind()

# (*rounded* says that the numbers as shown, with four decimals, give another last digit than the ones behind them. And
# without the `rewind`, the $\mu_0$ of this one pattern would stay for all that comes.)
#
# == A whole training ==
#
# XOR, by an emotional network:

history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.002)
round(net.emotions.initial_anxiety, 4)
# gives: 0.7573
print(history)
# gives: epoch   error  anxiety  confidence
#            1  0.2728   0.7728     −0.0155
#            2  0.2645   0.7645     −0.0072
#            3  0.2686   0.7686     −0.0113
#            4  0.2699   0.7699     −0.0126
#            5  0.2690   0.7690     −0.0117
#            6  0.2675   0.7675     −0.0101
#            7  0.2671   0.7671     −0.0097
#            8  0.2675   0.7675     −0.0101
#            9  0.2660   0.7660     −0.0087
#           10  0.2911   0.7911     −0.0337
#            …
#          233  0.0021   0.5021      0.2552
#          234  0.0021   0.5021      0.2552
#          235  0.0021   0.5021      0.2552
#          236  0.0021   0.5021      0.2553
#          237  0.0021   0.5021      0.2553
#          238  0.0020   0.5020      0.2553
#          239  0.0020   0.5020      0.2553
#          240  0.0020   0.5020      0.2553
#          241  0.0020   0.5020      0.2553
#        stopped: the error reached 0.002
from lernmi_emo.drawing import plot_history, save_figure
print(save_figure(plot_history(history), "emotions-of-xor.png"))
# gives: emotions-of-xor.png

# (Picture: pictures/emotions-of-xor.png. Error, anxiety and confidence over the epochs: the error falls from 0.27 to 0, anxiety from 0.77 to 0.5, and confidence rises from a little below 0 to 0.26.)
#
# $\mu_0$ was 0.7573. (It is felt before the first row, so neither the table nor the picture has it, nor the confidence of
# 0 that went with it.) Read slowly. None of what there is to see needs a word about feelings.
#
# - **Anxiety is the error, lifted.** The two curves have the same shape. Between them lies $Y_{AvPAT}$: for XOR, the four
#   patterns have the averages 0, 0.5, 0.5 and 1, so it is 0.5.
# - **Confidence is the error, turned over.** In most of the first 40 epochs it is below 0, for the error is a little
#   higher than it was before the first lesson. Then the momentum is negative: the link takes back a part of its last
#   change. (Below −1, it would be more than all of it.) This library leaves it so, and the history shows it.
#
# == When the error rises ==
#
# So far the error fell. Look what happens where it rises at first. One linear neuron, two patterns, and every link
# learns. In place of `emotional=True` one can hand in the emotions themselves. `FixedEmotions(anxiety=1, confidence=0)`
# is an object that is asked like `Emotions`, and whose two numbers no epoch moves.

patterns = [([0, 1], [0]), ([1, 1], [1])]
def train_with(emotional):
    net = Network.layered([2, 1], emotional=emotional, activation="linear", weight_range=0)
    net.link("bias", "y1").weight = 0.5
    return net.train(patterns, epochs=5, rate=0.3, momentum=0, shuffle=False)

print(train_with(True))
# gives: epoch               error             anxiety           confidence
#            1              0.6763              1.4263              −0.4263
#            2              1.3811              2.1311              −1.1311
#            3              5.8252              6.5752              −5.5752
#            4           2774.1858           2774.9358           −2773.9358
#            5  5367576204502.6416  5367576204503.3916  −5367576204502.3916
#        stopped: 5 epochs are over
print(train_with(FixedEmotions(anxiety=1, confidence=0)))
# gives: epoch   error  anxiety  confidence
#            1  0.6763   1.0000      0.0000
#            2  0.8397   1.0000      0.0000
#            3  0.2548   1.0000      0.0000
#            4  0.1259   1.0000      0.0000
#            5  0.0535   1.0000      0.0000
#        stopped: 5 epochs are over

# The second network is the same, but that its anxiety stays at the $\mu_0$ of the first, $0.75 + 0.25 = 1$, and its
# confidence at 0. In the first epoch both do the same, and in both the error rises. (With the pencil: the first pattern
# is answered by 0.5. After it the bias's weight is 0.35, that of $x_2$ −0.15, that of the emotional neuron −0.25. So the
# second is answered by $0.35 - 0.15 - 0.25 = -0.05$, and $E_1 = (0.5^2 + 1.05^2) / 2 = 0.67625$.) Then the second network
# recovers. The one with moving emotions does not. Why? Anxiety has risen, so its steps are larger. And confidence has
# fallen below 0: to −0.43, −1.13, −5.58. From −1 on, the emotional link takes back more than its whole last change, in
# the next lesson more than that, and swings farther and farther.
#
# Which of the two is it? Change one thing at a time. These are emotions of your own: like `Emotions` in all, but that
# confidence stops at 0.

class NeverNegative(Emotions):
    def feel(self, average, error):
        super().feel(average, error)
        self.confidence = max(0, self.confidence)

print(train_with(NeverNegative()))
# gives: epoch   error  anxiety  confidence
#            1  0.6763   1.4263      0.0000
#            2  0.9810   1.7310      0.0000
#            3  0.5504   1.3004      0.0000
#            4  0.2272   0.9772      0.0228
#            5  0.0095   0.7595      0.2405
#        stopped: 5 epochs are over

# So here it is the confidence. (With a rate of 0.5, the risen anxiety is enough. Type `train_with` again with
# `epochs=8, rate=0.5`: `NeverNegative()` ends at an error of 306,494,544, and `FixedEmotions(anxiety=1, confidence=0)` at
# 0.0041.) With outputs and targets between 0 and 1, as logistic neurons have them, neither can get as far: their error is
# at most 1, so anxiety is at most $Y_{AvPAT} + 1$, and confidence at least $E_0 - 1$.
#
# == What they do, and what they don't ==
#
# - They set the rate and the momentum of the emotional links. Of no others: in our XOR network these are 4 of 17.
# - They act one epoch late, and on all patterns alike. A single pattern that goes wrong again and again makes nobody
#   anxious about *it*.
# - Anxiety does not fall to 0, but towards $Y_{AvPAT}$. A network that makes hardly a mistake still has $\mu = 0.5$ with
#   XOR, and more with brighter patterns: exercise 4. So the inputs must be scaled to 0..1. With pixels from 0 to 255
#   anxiety can be 100 and more, and no link can learn with such a rate. The library warns.
# - Confidence can't rise above $E_0$, which is about 0.25 for a network that answers "one half" to yes-or-no questions.
#   As a momentum, that is little: 0.9 is usual. Downwards there is a bound only where the outputs have one: $E_0 - 1$
#   with logistic neurons, as above.
# - When the error rises, they can make it worse, as you have seen.
#
# Do they help? Does the network learn sooner, or better, than without? You can't tell from one training. It needs many,
# and **controls**. A control is a network that lacks the one thing in question, and is like EmBP in as much of the rest
# as can be. If the control does just as well, the success is not owed to that thing. `FixedEmotions` makes two of them:
#
# - `FixedEmotions(anxiety=1, confidence=0)` keeps the emotional links and takes the moving out. Its rate is high
#   throughout.
# - `FixedEmotions(anxiety=0.5, confidence=0.9)`, for a network whose other links learn with rate 0.5 and momentum 0.9,
#   leaves plain backpropagation with one more source.
#
# Neither differs from EmBP in the moving alone: the size of the rate and of the momentum differs too.
#
# Dai and Guo (Neural Computing & Applications 31, 2019) hold that EmBP's emotional inputs are not reasonable and can make
# it fail. An honest comparison is [tutorial 6](06-does-emotion-help.md).
#
# == On screen ==
#
# The same, to look at step by step: one lesson of the XOR network as a page for your web browser. (`net` is still that
# one. The `net` inside `train_with` is another, known only there.)

net.rewind()
player = net.player([0, 1], [1], rate=0.5, momentum=0.9)
print(player.save("player.html").name)
# gives: player.html

# Open `player.html`. It is one file, and needs no internet. → goes a step on and ← a step back, Space plays. Each step
# shows its equation with the numbers, and the lines of code at work. Click the link from `emotion` to `h2`, and press
# *Next step of this link*: what it brings, its sensitivity, its update with anxiety and confidence.
#
# A whole epoch shows the moment at its end where the network feels:

epoch = net.player_of_epoch(datasets.xor(), rate=0.5, momentum=0.9)
print(epoch.save("epoch.html").name)
# gives: epoch.html

# Open `epoch.html`, and press → once: the untrained network feels 0.7573, over all four patterns, where `player.html` has
# the 0.8562 of its one pattern. Then press End: anxiety 0.7728, confidence −0.0155, the first row of the table above.
#
# == Exercises ==
#
# **1.** Patterns (0, 0) with target 0 and (1, 1) with target 1. The untrained network answers 0.5 to both. In the first
# epoch, not shuffled, it answers 0.5 and 0.9. Work out $Y_{AvPAT}$, $E_0$, $\mu_0$, $E_1$, $\mu_1$ and $k_1$. Why must
# the first of the two answers be 0.5? In the second epoch something goes wrong, and the error is 0.4. The third begins
# with (0, 0), and an emotional link has a last change of 0.1. What is its change now?
#
# Solution
#
# The averages are 0 and 1, so $Y_{AvPAT} = 0.5$. $E_0 = 0.25$, $\mu_0 = 0.75$. $E_1 = (0.25 + 0.01) / 2 = 0.13$,
# $\mu_1 = 0.63$, $k_1 = 0.75 - 0.63 = 0.12$. The first answer of the first epoch comes before any update. So it is the
# untrained network's. Then $\mu_2 = 0.9$ and $k_2 = 0.75 - 0.9 = -0.15$. The average of (0, 0) is 0, and so is the
# sensitivity. The change is $-0.15 \cdot 0.1 - 0.9 \cdot 0 = -0.015$: the link takes a part of its last step back.

emotions = Emotions()
for error in (0.25, 0.13, 0.4):
    emotions.feel(average=0.5, error=error)
    print(emotions)
# gives: Emotions(anxiety 0.7500, confidence 0.0000)
#        Emotions(anxiety 0.6300, confidence 0.1200)
#        Emotions(anxiety 0.9000, confidence −0.1500)
link = EmotionalLink(EmotionalNeuron(emotions=emotions), Neuron("y1"), weight=0)
link.change, link.sensitivity = 0.1, 0.0
link.update(rate=0.5, momentum=0.9)
round(link.change, 4)
# gives: -0.015

# **2.** Two epochs of your own. As in *Two epochs by hand*, but the bias's weight is 0, that of the emotional link begins
# at 0.5, and the patterns are (1, 0.2) with target 0, and (0, 0.4) with target 1.
#
# Solution
#
# $Y_{PAT}$ is 0.6 and 0.2, so $Y_{AvPAT} = 0.4$. The answers are 0.3 and 0.1: $E_0 = (0.09 + 0.81) / 2 = 0.45$,
# $\mu_0 = 0.85$. In epoch 1 the first delta is 0.3, the sensitivity 0.18, the change −0.153, the weight 0.347. The second
# answer is 0.0694, the delta −0.9306, the sensitivity −0.18612, the change 0.158202, the weight 0.505202.
# $E_1 = (0.3^2 + 0.9306^2) / 2 = 0.478$. The error has risen. So $\mu_1 = 0.878$ and $k_1 = -0.028$, and epoch 2 goes on
# in the same way. Its answers are 0.303121 and 0.068217, so $E_2 = (0.303121^2 + 0.931783^2) / 2 = 0.480051$,
# $\mu_2 = 0.880051$ and $k_2 = -0.030051$.

patterns = [([1, 0.2], [0]), ([0, 0.4], [1])]
own = Network.layered([2, 1], emotional=True, activation="linear", weight_range=0)
own.link("emotion", "y1").weight = 0.5
for link in own.links:
    link.frozen = not isinstance(link, EmotionalLink)

own.begin(patterns)
link = own.link("emotion", "y1")
for error in (0.478008, 0.480051):
    for inputs, targets in patterns:
        half_square = own.learn(inputs, targets)
        print(f"sensitivity {link.sensitivity:.6f}, change {link.change:.6f}, weight {link.weight:.6f}")
    own.emotions.feel(average=0.4, error=error)
    print(own.emotions)
# gives: sensitivity 0.180000, change -0.153000, weight 0.347000
#        sensitivity -0.186120, change 0.158202, weight 0.505202
#        Emotions(anxiety 0.8780, confidence −0.0280)
#        sensitivity 0.181873, change -0.164117, weight 0.341085
#        sensitivity -0.186357, change 0.168219, weight 0.509305
#        Emotions(anxiety 0.8801, confidence −0.0301)

# **3.** Give an emotional network the fixed emotions 0.5 and 0.9, and train it with rate 0.5 and momentum 0.9. Show that
# nothing but the extra source is left of EmBP: is each emotional link's change what an ordinary `Link` would have made?
#
# Solution
#
# We work out each emotional link's change by the equation of an ordinary `Link`,
# with rate 0.5 and momentum 0.9, and compare.

plain = Network.layered([2, 3, 1], emotional=FixedEmotions(0.5, 0.9), seed=7)
history = plain.train(datasets.xor(), epochs=20, rate=0.5, momentum=0.9)
for link in plain.links:
    if isinstance(link, EmotionalLink):
        print(link.name, link.change == 0.9 * link.last_change - 0.5 * link.sensitivity)
# gives: emotion→h1 True
#        emotion→h2 True
#        emotion→h3 True
#        emotion→y1 True

# (These are the numbers of the last lesson. That it is so in *every* lesson follows from the code: the same update is
# handed the same two numbers.)
#
# **4.** The library brings handwritten digits, `datasets.digits()`, a list of pairs of 64 pixels and 10 targets. A pixel
# of 0 is paper and 1 is ink. What is the lowest that anxiety can fall to? (`sum` adds up a list.) And what, if somebody
# had written 1 for paper and 0 for ink?
#
# Solution
#
# The lowest anxiety is $Y_{AvPAT}$, which is reached where the error is 0. The other way round, each pixel $X$ becomes
# $1 - X$, and so the average does too.

digits = datasets.digits()
averages = [sum(inputs) / len(inputs) for inputs, targets in digits]
lowest = sum(averages) / len(averages)
round(lowest, 3), round(1 - lowest, 3)
# gives: (0.305, 0.695)

# The same digits, read without a mistake, and more than twice the anxiety. It is worth asking whether that is reasonable.
#
# **5.** Is there a pattern for which an emotional link can't learn anything, whatever the anxiety?
#
# Solution
#
# Yes: one whose inputs are all 0. Then $Y_{PAT} = 0$, so the sensitivity $\delta \cdot Y_{PAT}$ is 0. Only the momentum
# part is left. (The same goes for inputs whose average is 0, such as −1 and 1. And where the answer is exactly right,
# $\delta$ is 0, and no link learns.) With XOR's first pattern, as the first lesson:

net.rewind()
error = net.learn([0, 0], [0], rate=0.5, momentum=0.9)
link = net.link("emotion", "h2")
link.sensitivity == 0, link.change == 0
# gives: (True, True)

# Next: [Does emotion help?](06-does-emotion-help.md)
