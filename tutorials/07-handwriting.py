# Made from 07-handwriting.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 7. Real handwriting ==
#
# **After this you can** teach a network to read digits that people wrote, look at what its hidden neurons look at, print
# what it reads wrongly, read MNIST's files and write such files yourself, and say why pixels from 0 to 255 make a network
# deaf.
#
# **Time:** 45 minutes, exercises included.
#
# **Before:** [tutorial 3](03-hidden-neurons.md). Everything works with `emotional=True` as well.
#
# One thing to install. These networks are larger, and the library has a **fast twin** of its objects that does the same
# work much sooner. Leave Python, type this, and start it again:
#
# ```sh
# .venv/bin/pip install ".[fast]"
# ```
#
# (On Windows, `.venv\Scripts\pip`.) If that does not work on your computer, go on without. Everything below then takes
# longer, and comes out the same. What the twin is, and why it comes out the same, has a section of its own.
#
# == A digit ==
#
# 1,797 handwritten digits come with the library (E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998). Each
# was scanned, and the picture made smaller, to 8 × 8 pixels. A pixel is 0 where there is paper, 1 where all is ink, and
# something between at the edge of a stroke. To see a digit, we print a letter for each pixel, and each letter twice,
# since letters are higher than wide: nothing for paper, `@` for ink.

from lernmi_emo import Network, datasets
def show(image, columns=8):
    for start in range(0, len(image), columns):
        row = image[start : start + columns]
        print("|" + "".join(" .:-=+*#@"[round(8 * pixel)] * 2 for pixel in row) + "|")

digits = datasets.digits()
image, targets = digits[4]
show(image)
# gives: |        **      |
#        |      ====      |
#        |      **--....  |
#        |    ==@@  ====  |
#        |  ::@@++  @@--  |
#        |  ::@@@@**@@    |
#        |      ::@@++    |
#        |      ..@@::    |
targets
# gives: [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]

# There are ten targets, one for each digit, from 0 on. It is a 4, so the fifth is 1. The network is to give 64 inputs to
# ten output neurons. Its answer is the place of the highest output.
#
# To a network an image is a row of 64 numbers. It does not know which pixel lies beside which. Exercise 1 shows what
# that means.
#
# == Learning to read ==
#
# As always, a part is kept away from the training, to judge by. (Tutorial 8 says why.)

train, test = datasets.split(digits, fraction=0.75, seed=1)
len(train), len(test)
# gives: (1347, 450)
net = Network.layered([64, 20, 10], seed=1)
net
# gives: Network(64-20-10: 95 neurons, 1510 links)
history = net.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
print(history)
# gives: epoch   error
#            1  0.0808
#            2  0.0331
#            3  0.0164
#            4  0.0114
#            5  0.0093
#            6  0.0077
#            7  0.0066
#            8  0.0058
#            9  0.0052
#           10  0.0048
#           11  0.0045
#           12  0.0039
#           13  0.0038
#           14  0.0035
#           15  0.0033
#           16  0.0031
#           17  0.0029
#           18  0.0027
#           19  0.0026
#           20  0.0024
#        stopped: 20 epochs are over
evaluation = net.evaluate(test, fast="auto")
print(f"{evaluation.accuracy:.1%} of {evaluation.patterns}")
# gives: 96.4% of 450

# Of 100 digits that it never saw, it reads about 96. Somebody who guesses gets 10.
#
# == What it reads wrongly ==
#
# A single number hides a lot. The confusion matrix says what was taken for what:

from lernmi_emo.drawing.charts import save_figure
from lernmi_emo.drawing.confusion import plot_confusion
print(save_figure(plot_confusion(evaluation), "digits-confusion.png"))
# gives: digits-confusion.png

# (Picture: pictures/digits-confusion.png. The confusion matrix: nearly all on the diagonal.)
#
# And here are the mistakes, one by one, with how high the wrong output was, and how high the right one:

mistakes = []
for image, targets in test:
    outputs = net.predict(image)
    digit, answer = targets.index(1), outputs.index(max(outputs))
    if digit != answer:
        mistakes.append((outputs[answer], outputs[digit], digit, answer, image))

mistakes.sort(reverse=True)
for wrong, right, digit, answer, image in mistakes:
    print(f"a {digit} taken for {answer}: {wrong:.2f} against {right:.2f}")
# gives: a 0 taken for 4: 0.90 against 0.10
#        a 9 taken for 8: 0.87 against 0.00
#        a 8 taken for 1: 0.77 against 0.04
#        a 8 taken for 1: 0.77 against 0.06
#        a 7 taken for 9: 0.65 against 0.08
#        a 5 taken for 8: 0.65 against 0.09
#        a 3 taken for 8: 0.56 against 0.45
#        a 8 taken for 5: 0.44 against 0.09
#        a 3 taken for 8: 0.44 against 0.02
#        a 3 taken for 5: 0.37 against 0.13
#        a 6 taken for 4: 0.35 against 0.12
#        a 3 taken for 8: 0.29 against 0.24
#        a 4 taken for 1: 0.24 against 0.00
#        a 3 taken for 7: 0.20 against 0.09
#        a 8 taken for 5: 0.15 against 0.04
#        a 5 taken for 1: 0.10 against 0.08

# Look at the one of which the network was surest, and at one where it hesitated:

show(mistakes[0][4])
# gives: |      ++==      |
#        |    ::@@**::    |
#        |    ****  **    |
#        |    @@==  @@    |
#        |    @@**::@@    |
#        |    ##==@@**    |
#        |    ==**@@--    |
#        |      **++      |
show(mistakes[-1][4])
# gives: |    @@::        |
#        |  ..@@@@@@##..  |
#        |  --@@**====::  |
#        |  ::@@**::      |
#        |    **####      |
#        |      ::@@==    |
#        |    --@@@@::    |
#        |    ####::      |

# Would you have read them? Print the others too. Some mistakes are the network's, some are the writer's, and some were
# made when the pictures were made smaller. You can't tell which from "96 %".
#
# == What the hidden neurons look at ==
#
# Each hidden neuron has 64 links from the pixels. So its weights can be put where the pixels lie: a picture of what the
# neuron looks for.

from lernmi_emo.drawing.weights_image import plot_weights
print(save_figure(plot_weights(net), "digits-weights.png"))
# gives: digits-weights.png

# (Picture: pictures/digits-weights.png. Twenty pictures of 8 by 8 weights, vermillion and blue.)
#
# Where it is vermillion, ink speaks for the neuron. Where it is blue, ink speaks against it. White is where it does not
# look.
#
# Do you see digits? Hardly. A neuron looks for ink at some places and for paper at others, and ten output neurons make
# what they can of twenty such hints. Be careful with stories such as "this one has found the stroke of the 7". Train
# another network with another seed: it reads about as well, and its pictures are others. One thing can be said safely.
# The outermost column on the left is pale in all of them. There is hardly ever ink, so those links bring nothing, get no
# sensitivity, and have kept the weights that they began with.
#
# == The fast twin ==
#
# The objects of this library are there to be watched. Each link is sent three messages per pattern, one after the other.
# For 1,347 patterns and 1,510 links and 20 epochs that makes 122 million messages, and Python takes a while for them.
#
# With `fast=True`, a **twin** does the training: the same numbers in flat lists, and the same steps, translated for the
# processor when they are first needed. (The very first time, that translation itself takes ten or twenty seconds.) When
# it is done, it puts everything back into the objects. `fast="auto"` takes the twin if it is installed, and the objects
# if not.
#
# Fast code often gives slightly other results than slow code. Computers round, so the order in which numbers are added
# matters:

(0.1 + 0.2) + 0.3 == 0.1 + (0.2 + 0.3)
# gives: False

# Who adds in whatever order is quickest gets other last digits, and after thousands of lessons another network. Then what
# you saw in the debugger would not be what ran. So the twin adds in the very order of the objects. Let us check every
# weight to its last bit, after an epoch. Two networks, alike:

slow, quick = Network.layered([64, 20, 10], seed=1), Network.layered([64, 20, 10], seed=1)
slow_history = slow.train(train, epochs=1, rate=0.3, momentum=0.3)
quick_history = quick.train(train, epochs=1, rate=0.3, momentum=0.3, fast="auto")
slow_history.errors == quick_history.errors
# gives: True
[link.weight for link in slow.links] == [link.weight for link in quick.links]
# gives: True

# You have noticed which of them took longer. For the same reason you can train fast, and then look at the network step by
# step: `net.steps`, `net.player` and the debugger go on from exactly there.
#
# == MNIST's files ==
#
# MNIST is the most famous collection of handwritten digits: 60,000 to train and 10,000 to test, of 28 × 28 pixels, by
# Yann LeCun, Corinna Cortes and Christopher Burges. It does not come with the library, and the library never downloads
# anything. But it reads MNIST's files, and every other collection in the same form.
#
# The form is called IDX, and it is simple enough to write by hand. There are two files, one of images and one of labels.
# An images file begins with four numbers of four bytes each: 2051, which says "images"; how many; how many rows; how many
# columns. Then comes one byte for each pixel, 0 for paper up to 255 for ink. A labels file begins with 2049 and how many,
# and then comes one byte for each label.
#
# Two images of 2 × 3 pixels:

def number(value):
    return value.to_bytes(4, "big")

with open("two-images", "wb") as file:
    count = file.write(number(2051) + number(2) + number(2) + number(3))
    count = file.write(bytes([0, 255, 0, 0, 255, 0]))
    count = file.write(bytes([51, 51, 51, 0, 0, 0]))

with open("two-labels", "wb") as file:
    count = file.write(number(2049) + number(2) + bytes([1, 0]))

for pattern in datasets.idx("two-images", "two-labels"):
    print(pattern)
# gives: ([0.0, 1.0, 0.0, 0.0, 1.0, 0.0], [0.0, 1.0])
#        ([0.2, 0.2, 0.2, 0.0, 0.0, 0.0], [1.0, 0.0])

# The pixels came back between 0 and 1: 255 became 1, and 51, a fifth of it, became 0.2. With `scaled=False` they stay
# as they are.
#
# Now we write our own digits as MNIST writes them. Each pixel is made 3 × 3 pixels large, and 2 pixels of paper go around
# it all: $2 + 8 \cdot 3 + 2 = 28$.

def enlarged(image):
    rows = []
    for start in range(0, 64, 8):
        row = [round(255 * pixel) for pixel in image[start : start + 8] for copy in range(3)]
        rows += 3 * [[0, 0] + row + [0, 0]]
    paper = [28 * [0]]
    return [pixel for row in 2 * paper + rows + 2 * paper for pixel in row]

import os
os.mkdir("large-digits")
with open("large-digits/t10k-images-idx3-ubyte", "wb") as file:
    count = file.write(number(2051) + number(len(digits)) + number(28) + number(28))
    for image, targets in digits:
        count = file.write(bytes(enlarged(image)))

with open("large-digits/t10k-labels-idx1-ubyte", "wb") as file:
    count = file.write(number(2049) + number(len(digits)))
    count = file.write(bytes(targets.index(1) for image, targets in digits))

# `datasets.mnist` reads the files of a folder by their usual names. (`t10k` are MNIST's ten thousand test images; that is
# why we took this name.)

large = datasets.mnist("large-digits")
image, targets = large[4]
len(large), len(image)
# gives: (1797, 784)
show(image, columns=28)
# gives: |                                                        |
#        |                                                        |
#        |                      ......++++++                      |
#        |                      ......++++++                      |
#        |                      ......++++++                      |
#        |                      ============                      |
#        |                      ============                      |
#        |                      ============                      |
#        |                ......******------............          |
#        |                ......******------............          |
#        |                ......******------............          |
#        |                ======######      ============          |
#        |                ======######      ============          |
#        |                ======######      ============          |
#        |          ------@@@@@@++++++      @@@@@@------          |
#        |          ------@@@@@@++++++      @@@@@@------          |
#        |          ------@@@@@@++++++      @@@@@@------          |
#        |          ::::::######@@@@@@******@@@@@@......          |
#        |          ::::::######@@@@@@******@@@@@@......          |
#        |          ::::::######@@@@@@******@@@@@@......          |
#        |                      ::::::######++++++                |
#        |                      ::::::######++++++                |
#        |                      ::::::######++++++                |
#        |                      ......@@@@@@::::::                |
#        |                      ......@@@@@@::::::                |
#        |                      ......@@@@@@::::::                |
#        |                                                        |
#        |                                                        |

# == If you have MNIST ==
#
# Put its files into a folder `mnist`, packed or unpacked. With its 10,000 test images alone:
#
# ```pycon
# >>> from lernmi_emo import Network, datasets
# >>> train, test = datasets.split(datasets.mnist("mnist", part="test"), fraction=0.8, seed=1)
# >>> len(train), len(test)
# (8000, 2000)
# >>> net = Network.layered([784, 30, 10], seed=1)
# >>> history = net.train(train, epochs=10, rate=0.1, momentum=0.3, fast="auto")
# >>> print(f"{net.evaluate(test, fast='auto').accuracy:.1%}")
# 93.3%
# ```
#
# It learnt from 8,000 images. `part="train"` reads the 60,000, if you have those files too. (The tests run these lines as
# well, where they find the files.)
#
# == Lernmi, and pixels that shout ==
#
# The idea of this library's objects is that of [Lernmi](https://github.com/samrussell/lernmi), a small library in Ruby by
# Sam Russell. It reads MNIST with 784 inputs, 15 hidden neurons and 10 outputs, at rate 0.1. It leaves the pixels as they
# are, from 0 to 255. `Network.lernmi` builds such a network.
#
# What happens to a network that is shouted at with 255? We take three networks of this shape, the same digits, the same
# rate, and five epochs.
#
# 1. `scaled`: pixels from 0 to 1, into a usual network.
# 2. `shouted`: pixels from 0 to 255, into a usual network.
# 3. `lernmi`: pixels from 0 to 255, into Lernmi's.

loud = datasets.mnist("large-digits", scaled=False)
train, test = datasets.split(large, fraction=0.8, seed=1)
loud_train, loud_test = datasets.split(loud, fraction=0.8, seed=1)
scaled = Network.layered([784, 15, 10], seed=1)
shouted = Network.layered([784, 15, 10], seed=1)
lernmi = Network.lernmi([784, 15, 10], seed=1)
def hidden_net_inputs(net, image):
    output = net.predict(image)
    return [round(neuron.net_input, 1) for neuron in net.layers[0].neurons]

print(hidden_net_inputs(scaled, train[0][0]))
# gives: [-0.2, 0.3, 0.1, 0.0, -0.2, -0.1, 0.0, 0.1, -0.0, 0.1, 0.0, -0.0, -0.6, -0.0, -0.3]
print(hidden_net_inputs(shouted, loud_train[0][0]))
# gives: [-43.6, 67.3, 35.0, 8.4, -30.9, -21.6, 11.2, 13.4, -5.4, 33.1, -6.1, 3.5, -135.8, -11.7, -56.3]
print(hidden_net_inputs(lernmi, loud_train[0][0]))
# gives: [3.2, 8.0, -4.1, 1.9, -7.2, -1.6, 5.9, 2.9, 2.5, -3.1, -9.0, 0.8, -10.4, 2.1, 1.9]

# These are the fifteen net inputs in each, before anything is learnt. A logistic neuron listens between about −4 and 4:
# there its slope is above 0.018. Outside, it is **saturated**: it gives 0 or 1, and its slope is as good as 0. Whatever
# is sent back is multiplied by that slope.
#
# - In `scaled` all of them listen.
# - In `shouted` one does, the twelfth. The weights are the same as in `scaled`, but every input is 255 times as loud.
# - In `lernmi` nine do, and six don't. Why so many, at the same loud pixels? Because its *input* neurons activate too,
#   with the logistic function. They take the shouting upon themselves:

squeeze = lernmi.neuron("x1").activation.value
[round(squeeze(pixel), 3) for pixel in (0, 1, 5, 37, 255)]
# gives: [0.5, 0.731, 0.993, 1.0, 1.0]

# Paper gives 0.5, and any ink worth the name gives 1. That keeps the net inputs in bounds, and it costs something: from
# grey to black all is the same, and paper is no longer silent. All 784 inputs speak at half voice or more, and the first
# weights go up to 0.5, which is much for 784 links. So the net inputs come out at 8 or −10, and those hidden neurons are
# saturated from the start.

settings = {"epochs": 5, "rate": 0.1, "fast": "auto"}
for name, net, seen, unseen in (
    ("scaled", scaled, train, test),
    ("shouted", shouted, loud_train, loud_test),
    ("lernmi", lernmi, loud_train, loud_test),
):
    errors = net.train(seen, **settings).errors
    accuracy = net.evaluate(unseen, fast="auto").accuracy
    print(f"{name:8} error {errors[0]:.3f} … {errors[-1]:.3f}, of unseen digits right: {accuracy:.0%}")
# gives: scaled   error 0.088 … 0.016, of unseen digits right: 95%
#        shouted  error 0.092 … 0.090, of unseen digits right: 10%
#        lernmi   error 0.090 … 0.046, of unseen digits right: 77%

# `shouted` has learnt nothing but how often each digit comes. Whoever always answers "one tenth" to each of the ten has
# an error of 0.09. `lernmi` learns, but slowly. `scaled` is far ahead. And yet they differ in little: in what is done to
# the pixels, and in the size of the first weights.
#
# That is no reproach to Lernmi. It was written to show how links work, and that it does well. With more images to learn
# from, or more epochs, it gets on. On MNIST's 10,000, if you have them:
#
# ```pycon
# >>> from lernmi_emo import Network, datasets
# >>> loud = datasets.mnist("mnist", part="test", scaled=False)
# >>> train, test = datasets.split(loud, fraction=0.8, seed=1)
# >>> lernmi = Network.lernmi([784, 15, 10], seed=1)
# >>> history = lernmi.train(train, epochs=10, fast="auto")
# >>> print(f"{lernmi.evaluate(test, fast='auto').accuracy:.1%}")
# 87.8%
# ```
#
# == Exercises ==
#
# **1.** Move every test digit one pixel to the right. You still read them without effort. Does the network of the second
# section? Guess its accuracy first.
#
# Solution
#
# In each row the last pixel falls out, and a pixel of paper comes in on the left.

reader = Network.layered([64, 20, 10], seed=1)
train, test = datasets.split(digits, fraction=0.75, seed=1)
history = reader.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
def moved(image):
    return [pixel for start in range(0, 64, 8) for pixel in [0.0] + image[start : start + 7]]

moved_test = [(moved(image), targets) for image, targets in test]
f"{reader.evaluate(test).accuracy:.0%}", f"{reader.evaluate(moved_test).accuracy:.0%}"
# gives: ('96%', '47%')

# More than half are wrong now. The network learnt which *places* have ink. It has no idea that a place lies beside
# another. Networks that share weights between places (convolutional networks) were invented for this.
#
# **2.** How many hidden neurons are needed? Try 2, 5, 10, 20 and 40, and print the accuracy on the training and on the
# test part.
#
# Solution

for hidden in (2, 5, 10, 20, 40):
    net = Network.layered([64, hidden, 10], seed=1)
    history = net.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
    seen, unseen = (net.evaluate(part, fast="auto").accuracy for part in (train, test))
    print(f"{hidden:2} hidden neurons: {seen:.1%} of the training part, {unseen:.1%} of the test part")
# gives:  2 hidden neurons: 59.5% of the training part, 60.7% of the test part
#         5 hidden neurons: 94.9% of the training part, 91.3% of the test part
#        10 hidden neurons: 98.3% of the training part, 92.9% of the test part
#        20 hidden neurons: 99.3% of the training part, 96.4% of the test part
#        40 hidden neurons: 99.3% of the training part, 96.2% of the test part

# Two are far too few. From 20 on, more of them bring little. (Choose by such a table, and you have used the test part for
# a choice. For a serious number you need a third part that you have never looked at.)
#
# **3.** Somebody hands the two files to `datasets.idx` in the wrong order. What happens? And what if the images file
# broke off while it was being copied?
#
# Solution
#
# Both are found out from the first bytes. The message says what is wrong.

try:
    datasets.idx("two-labels", "two-images")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.exceptions.DataError: two-labels: expected an IDX file of images, which opens with the magic number 2051, and got 2049, which marks labels: are the two files swapped?
with open("two-images", "rb") as file:
    whole = file.read()

with open("half-images", "wb") as file:
    count = file.write(whole[:20])

try:
    datasets.idx("half-images", "two-labels")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.exceptions.DataError: half-images: expected 28 bytes (its header states 2 × 2 × 3), and got 20; it is cut short: fetch it anew

# **4.** Give Lernmi's network pixels from 0 to 1. Which outputs can its input neurons have then? Does it learn better?
#
# Solution
#
# Between 0.5 for paper and 0.73 for ink. Now the shades of grey are told apart, but ink is hardly louder than paper.

round(squeeze(0), 2), round(squeeze(1), 2)
# gives: (0.5, 0.73)
train, test = datasets.split(large, fraction=0.8, seed=1)
quiet = Network.lernmi([784, 15, 10], seed=1)
errors = quiet.train(train, **settings).errors
print(f"error {errors[0]:.3f} … {errors[-1]:.3f}, {quiet.evaluate(test, fast='auto').accuracy:.0%}")
# gives: error 0.092 … 0.069, 42%

# **5.** Which hidden neuron has the strongest link to the output for 0? Print its weights as a picture, with `+` where a
# weight is above 1, and `-` where it is below −1.
#
# Solution
#
# The output for 0 is `y1`, since the digits are counted from 0 and the names from 1.

links = [link for link in reader.neuron("y1").incoming if link.source.name != "bias"]
strongest = max(links, key=lambda link: abs(link.weight))
strongest
# gives: Link(h12→y1: weight 3.5708, change 0.0000)
weights = [link.weight for link in strongest.source.incoming if link.source.name != "bias"]
for start in range(0, 64, 8):
    row = weights[start : start + 8]
    print("|" + "".join(("+" if weight > 1 else "-" if weight < -1 else " ") * 2 for weight in row) + "|")
# gives: |        ++--    |
#        |                |
#        |        --      |
#        |      ----  ++  |
#        |  ++        ++  |
#        |  ++++  ++      |
#        |      ++        |
#        |    --  ----    |

# `h12` looks for ink on the left and on the right, and for paper in the middle. As a hint at a 0, that is not bad.
#
# Next: [Your own data](08-your-own-data.md).
