# Made from 07-handwriting.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 7. Real handwriting ==
#
# **After this you can** teach a network to read digits that people wrote, and try it on your own, look at what its
# hidden neurons look at, print what it reads wrongly, read MNIST's files and write such files yourself, and say why
# pixels from 0 to 255 make a network deaf.
#
# **Time:** 85 minutes, exercises included.
#
# **Before:** [tutorial 3](03-hidden-neurons.md).
#
# One thing to install. These networks are larger, and the library has a **fast twin** of its objects that does the same
# work much sooner. Leave Python (`exit()`), type this in the folder `mine`, and start Python again:
#
# ```sh
# cd ..
# .venv/bin/pip install ".[fast]"
# cd mine
# PYTHON_BASIC_REPL=1 ../.venv/bin/python
# ```
#
# (On Windows the second line is `.venv\Scripts\pip install ".[fast]"`, and the last is two: `set PYTHON_BASIC_REPL=1` and
# `..\.venv\Scripts\python`.) If that does not work on your computer, go on without. The same numbers come out, but you
# wait for them, up to three minutes at a time. Now and then Python also prints a long line, a `TwinWarning`: it says that
# the twin is missing, and does no harm.
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
        print("|" + "".join([" .:-=+*#@"[round(8 * pixel)] * 2 for pixel in row]) + "|")

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

# You need not follow `show`. If you want to: `len(image)` says how many numbers there are, here 64. `range(0, 64, 8)` is
# 0, 8, 16 … 56. `image[8 : 16]` is the piece from place 8 up to place 15. `round(8 * pixel)` makes a whole number from 0
# to 8 of the pixel: the place of its letter. `" .:-=+*#@"[3]` is the letter at place 3, counted from 0, and `"-" * 2` is
# `"--"`. `"".join(…)` puts letters one behind the other. `columns=8` means: 8, unless you say something else.
#
# There are ten targets, one for each digit, from 0 on. It is a 4, so the fifth is 1. So the network needs 64 inputs and
# ten output neurons. Its answer is the place of the highest output. It does not know which pixel lies beside which:
# exercise 2 shows what that means.
#
# == Learning to read ==
#
# A network can learn its patterns by heart. Whether it can read shows only on digits that it has never seen. `split`
# shuffles the digits (the seed says how), and gives back two lists: three quarters to train, and the rest to test.
# `fast="auto"` takes the fast twin, if it is there. Its very first training takes ten or twenty seconds longer than the
# others.

train, test = datasets.split(digits, fraction=0.75, seed=1)
len(train), len(test)
# gives: (1347, 450)
reader = Network.layered([64, 20, 10], seed=1)
reader
# gives: Network(64-20-10: 95 neurons, 1510 links)
history = reader.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
for epoch in (1, 2, 5, 10, 20):
    print(f"epoch {epoch:2}: error {history.errors[epoch - 1]:.4f}")
# gives: epoch  1: error 0.0808
#        epoch  2: error 0.0331
#        epoch  5: error 0.0093
#        epoch 10: error 0.0048
#        epoch 20: error 0.0024
evaluation = reader.evaluate(test, fast="auto")
print(f"{evaluation.accuracy:.1%} of {evaluation.patterns}")
# gives: 96.4% of 450

# `evaluate` lets the network answer, and it learns nothing from that. The `accuracy` is the share of right answers,
# `patterns` is how many were asked. (`:.1%` prints it in percent, with one decimal.) Of 100 digits that it never saw, it
# reads about 96. Somebody who guesses gets 10.
#
# == What it reads wrongly ==
#
# A single number hides a lot. The confusion matrix says what was taken for what:

from lernmi_emo.drawing import plot_confusion, save_figure
print(save_figure(plot_confusion(evaluation), "digits-confusion.png"))
# gives: digits-confusion.png

# (Picture: pictures/digits-confusion.png. The confusion matrix: nearly all on the diagonal.)
#
# The row is the digit that it was, the column what it was taken for. The 3 in row 3, column 8: three times a 3 was
# taken for an 8. The diagonal is what is right.
#
# And here are the mistakes, one by one, with how high the wrong output was, and how high the right one. (`.index` says at
# which place of a list something stands. Five things go into the list as one, in a pair of brackets. `.sort` sorts by the
# first of the five, and `reverse=True` puts the highest first.)

mistakes = []
for image, targets in test:
    outputs = reader.predict(image)
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

# Look at the one of which the network was surest, and at one where it hesitated. The image is the last of the five:

show(mistakes[0][-1])
# gives: |      ++==      |
#        |    ::@@**::    |
#        |    ****  **    |
#        |    @@==  @@    |
#        |    @@**::@@    |
#        |    ##==@@**    |
#        |    ==**@@--    |
#        |      **++      |
show(mistakes[-1][-1])
# gives: |    @@::        |
#        |  ..@@@@@@##..  |
#        |  --@@**====::  |
#        |  ::@@**::      |
#        |    **####      |
#        |      ::@@==    |
#        |    --@@@@::    |
#        |    ####::      |

# Would you have read them? Some mistakes are the network's, some are the writer's, and some were made when the pictures
# were made smaller. You can't tell which from "96 %".
#
# == What the hidden neurons look at ==
#
# Each hidden neuron has 64 links from the pixels. So its weights can be put where the pixels lie: a picture of what the
# neuron looks for.

from lernmi_emo.drawing import plot_weights
print(save_figure(plot_weights(reader), "digits-weights.png"))
# gives: digits-weights.png

# (Picture: pictures/digits-weights.png. Twenty pictures of 8 by 8 weights, vermillion and blue.)
#
# Where it is vermillion, ink speaks for the neuron. Where it is blue, ink speaks against it.
#
# You hardly see digits. A neuron looks for ink at some places and for paper at others, and ten output neurons make
# what they can of twenty such hints. So don't say "this one has found the stroke of the 7". Train another network: it
# reads about as well, and its pictures are others. Here are the accuracies of two: one from another seed, and an
# emotional one ([tutorial 5](05-emotions.md)):

for seed, emotional in ((2, False), (1, True)):
    other = Network.layered([64, 20, 10], seed=seed, emotional=emotional)
    history = other.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
    print(f"{other.evaluate(test, fast='auto').accuracy:.1%}")
# gives: 96.2%
#        96.2%

# One thing is safe. The outermost column on the left is pale in all twenty. Only 13 of the 1,347 training
# digits have any ink there (on the right, 169). So those links bring next to nothing, get next to no sensitivity, and
# have nearly kept the weights that they began with. And those are small: `layered` draws them between $-1/\sqrt{n}$ and
# $1/\sqrt{n}$, where $n$ counts the neurons of the layer before. Here that is $1/\sqrt{64} = 0.125$. In the middle
# columns some have grown beyond 2.
#
# == The fast twin ==
#
# The objects of this library are there to be watched. Each link is sent three messages per pattern. For 1,347 patterns,
# 1,510 links and 20 epochs that makes $1347 \cdot 1510 \cdot 20 \cdot 3 = 122{,}038{,}200$, and Python takes a while.
#
# The **twin** does the same steps with the same numbers in flat lists, translated for the processor when they are first
# needed. When it is done, it puts everything back into the objects.
#
# Fast code often gives slightly other results: computers round, so it matters in which order numbers are added. The twin
# adds in the very order of the objects. Let us compare every weight, to its last bit, after an epoch. (Without the twin
# you compare the objects with themselves.)

slow, quick = Network.layered([64, 20, 10], seed=1), Network.layered([64, 20, 10], seed=1)
slow_history = slow.train(train, epochs=1, rate=0.3, momentum=0.3)
quick_history = quick.train(train, epochs=1, rate=0.3, momentum=0.3, fast="auto")
slow_history.errors == quick_history.errors
# gives: True
[link.weight for link in slow.links] == [link.weight for link in quick.links]
# gives: True

# == MNIST's files ==
#
# MNIST is the most famous collection of handwritten digits: 60,000 to train and 10,000 to test, of 28 × 28 pixels, by
# Yann LeCun, Corinna Cortes and Christopher Burges. It does not come with the library, but the library reads its
# files, and all others in the same form.
#
# The form, IDX, is simple enough to write by hand. There are two files, one of images and one of labels.
# An images file begins with four numbers of four bytes each: 2051, which says "images"; how many; how many rows; how many
# columns. Then comes one byte for each pixel. A byte is a number from 0 to 255: here 0 is paper and 255 ink. A labels
# file has 2049, how many, and one byte for each label.
#
# Two images of 2 × 3 pixels. In the code, `value.to_bytes(4, "big")` makes four bytes of a number, the highest first:
# 2051 is 8 · 256 + 3, so 0, 0, 8, 3. `bytes([0, 255])` makes one byte of each. `open(…, "wb")` opens a file to write
# bytes into, and after the block of `with` it is closed again. `write` answers how many bytes it wrote; `count =` is only
# there to keep that off the screen.

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

# The pixels came back between 0 and 1: 51, a fifth of 255, became 0.2. With `scaled=False` they stay as they are. Label 1
# became a 1 at place 1. There are as many targets as the highest label, plus one.
#
# Now we write our own digits as MNIST writes them. Each pixel is made 3 × 3 pixels large, and 2 pixels of paper go around
# it all: $2 + 8 \cdot 3 + 2 = 28$. Paste this from `07-handwriting.py`, where it stands without `>>>`; you need not
# follow it. (`+` puts lists one behind the other, `3 * […]` repeats a list. A list with two `for`s goes through the
# second for each of the first: three copies for each pixel. `os` comes with Python. `os.makedirs` makes a folder; with
# `exist_ok=True` it may be there already.)

def enlarged(image):
    rows = []
    for start in range(0, 64, 8):
        row = [round(255 * pixel) for pixel in image[start : start + 8] for copy in range(3)]
        rows += 3 * [[0, 0] + row + [0, 0]]
    paper = [28 * [0]]
    return [pixel for row in 2 * paper + rows + 2 * paper for pixel in row]

import os
os.makedirs("large-digits", exist_ok=True)
with open("large-digits/t10k-images-idx3-ubyte", "wb") as file:
    count = file.write(number(2051) + number(len(digits)) + number(28) + number(28))
    for image, targets in digits:
        count = file.write(bytes(enlarged(image)))

with open("large-digits/t10k-labels-idx1-ubyte", "wb") as file:
    count = file.write(number(2049) + number(len(digits)))
    count = file.write(bytes([targets.index(1) for image, targets in digits]))

# `datasets.mnist` reads the files of a folder by their usual names. (`t10k` are MNIST's ten thousand test images; that is
# why we took this name. Without `part`, it reads the test files, if they are there.) Here are two rows of a small 5, and
# their six rows in the large one:

large = datasets.mnist("large-digits")
image, targets = large[5]
len(large), len(image)
# gives: (1797, 784)
show(digits[5][0][4 * 8 : 6 * 8])
# gives: |      ::==@@==  |
#        |        ::@@==  |
show(image[14 * 28 : 20 * 28], columns=28)
# gives: |                      ::::::======@@@@@@======          |
#        |                      ::::::======@@@@@@======          |
#        |                      ::::::======@@@@@@======          |
#        |                            ::::::@@@@@@======          |
#        |                            ::::::@@@@@@======          |
#        |                            ::::::@@@@@@======          |

# == If you have MNIST ==
#
# If not, leave this box out, and the one near the end. MNIST is four files: `train-images-idx3-ubyte.gz`,
# `train-labels-idx1-ubyte.gz`, `t10k-images-idx3-ubyte.gz` and `t10k-labels-idx1-ubyte.gz`. They were published at
# `yann.lecun.com/exdb/mnist`, and many places keep copies. Make a folder `mnist` in your folder `mine`, and put them
# there. Unpacked, without `.gz`, they will do as well, and the two `t10k` files are enough. (Without the twin this
# training takes a quarter of an hour or more, and the one near the end half of that.)
#
# ```pycon
# >>> mnist_train, mnist_test = datasets.split(datasets.mnist("mnist", part="test"), fraction=0.8, seed=1)
# >>> len(mnist_train), len(mnist_test)
# (8000, 2000)
# >>> net = Network.layered([784, 30, 10], seed=1)
# >>> history = net.train(mnist_train, epochs=10, rate=0.1, momentum=0.3, fast="auto")
# >>> print(f"{net.evaluate(mnist_test, fast='auto').accuracy:.1%}")
# 93.3%
# ```
#
# It learnt from 8,000 images. `part="train"` reads the other 60,000.
#
# == Lernmi, and pixels that shout ==
#
# The idea of this library's objects is that of [Lernmi](https://github.com/samrussell/lernmi), a small library in Ruby by
# Sam Russell. It reads MNIST with 784 inputs, 15 hidden neurons and 10 outputs, at rate 0.1. It leaves the pixels as they
# are, from 0 to 255. `Network.lernmi` builds such a network, with that rate.
#
# What happens to a network that is shouted at with 255? We take three of this shape. `scaled`, a usual network, gets
# pixels from 0 to 1; `shouted`, a usual network, gets 0 to 255; and so does `lernmi`, which is Lernmi's.

loud = datasets.mnist("large-digits", scaled=False)
large_train, large_test = datasets.split(large, fraction=0.8, seed=1)
loud_train, loud_test = datasets.split(loud, fraction=0.8, seed=1)
scaled = Network.layered([784, 15, 10], seed=1)
shouted = Network.layered([784, 15, 10], seed=1)
lernmi = Network.lernmi([784, 15, 10], seed=1)

# == Before the first lesson ==
#
# What arrives at the fifteen hidden neurons? (`net.layers[0]` is the first layer after the inputs, the hidden one.)

def hidden_net_inputs(net, image):
    outputs = net.predict(image)
    return [round(neuron.net_input, 1) for neuron in net.layers[0].neurons]

print(hidden_net_inputs(scaled, large_train[0][0]))
# gives: [-0.2, 0.3, 0.1, 0.0, -0.2, -0.1, 0.0, 0.1, -0.0, 0.1, 0.0, -0.0, -0.6, -0.0, -0.3]
print(hidden_net_inputs(shouted, loud_train[0][0]))
# gives: [-43.6, 67.3, 35.0, 8.4, -30.9, -21.6, 11.2, 13.4, -5.4, 33.1, -6.1, 3.5, -135.8, -11.7, -56.3]
print(hidden_net_inputs(lernmi, loud_train[0][0]))
# gives: [3.2, 8.0, -4.1, 1.9, -7.2, -1.6, 5.9, 2.9, 2.5, -3.1, -9.0, 0.8, -10.4, 2.1, 1.9]

# Whatever is sent back is multiplied by the neuron's slope. At net input 0 that is 0.25. At −4 and 4 it is 0.018, a
# fourteenth of that, and further out it soon is as good as 0: the neuron is **saturated**. There is no sharp border. We
# draw it at 4, and say that a neuron listens between −4 and 4.
#
# - In `scaled` all of them listen.
# - In `shouted` one does for this image, the twelfth. The weights are the same as in `scaled`, but every pixel is 255
#   times as loud, and so the net inputs are about 255 times as large. (The first list is rounded: its fourth is
#   0.03, and -0.0 is just below 0.)
# - In `lernmi` nine do. Its *input* neurons activate too, with the logistic function, and take the shouting upon
#   themselves. (`activation.value` is the function itself; we call it `squeeze`.)

squeeze = lernmi.neuron("x1").activation.value
[round(squeeze(pixel), 3) for pixel in (0, 1, 5, 37, 255)]
# gives: [0.5, 0.731, 0.993, 1.0, 1.0]

# Paper gives 0.5, and any ink worth the name gives 1. From grey to black all is the same. Paper is no longer silent: all
# 784 inputs speak at half voice or more. And Lernmi's first weights go up to 0.5, where those of a usual network of this
# shape end at $1/\sqrt{784} = 0.036$. So net inputs come out at 8 or −10.
#
# == After five epochs ==
#
# Each line in the brackets is one turn: a name, a network, and the two parts that it needs.

for name, each, seen, unseen in (
    ("scaled", scaled, large_train, large_test),
    ("shouted", shouted, loud_train, loud_test),
    ("lernmi", lernmi, loud_train, loud_test),
):
    errors = each.train(seen, epochs=5, rate=0.1, fast="auto").errors
    accuracy = each.evaluate(unseen, fast="auto").accuracy
    print(f"{name}: error {errors[0]:.3f} … {errors[-1]:.3f}, of unseen digits right: {accuracy:.0%}")
# gives: scaled: error 0.088 … 0.016, of unseen digits right: 95%
#        shouted: error 0.092 … 0.090, of unseen digits right: 10%
#        lernmi: error 0.090 … 0.046, of unseen digits right: 77%

# `shouted` has learnt nothing but how often each digit comes. Whoever always answers 0.1 to each of the ten is wrong by
# 0.9 once and by 0.1 nine times, so the mean squared error is $(0.9^2 + 9 \cdot 0.1^2) / 10 = 0.09$. It gives every digit
# the same answer, and a tenth of them are right. `scaled` is far ahead. And yet they differ in little: in what is done to
# the pixels, and in the size of the first weights. `lernmi` learns, but slowly. That is no reproach: it was written to
# show how links work. With more epochs it gets on:

patient = Network.lernmi([784, 15, 10], seed=1)
history = patient.train(loud_train, epochs=15, fast="auto")
print(f"{patient.evaluate(loud_test, fast='auto').accuracy:.0%}")
# gives: 86%

# And on MNIST, if you have it:
#
# ```pycon
# >>> loud_mnist = datasets.mnist("mnist", part="test", scaled=False)
# >>> mnist_train, mnist_test = datasets.split(loud_mnist, fraction=0.8, seed=1)
# >>> net = Network.lernmi([784, 15, 10], seed=1)
# >>> history = net.train(mnist_train, epochs=10, fast="auto")
# >>> print(f"{net.evaluate(mnist_test, fast='auto').accuracy:.1%}")
# 87.8%
# ```
#
# == Why the loud one is deaf ==
#
# Nearly all hidden neurons of `shouted` were saturated from the start. Is that why? Then a network in which they stay so,
# and never learn, should be as deaf. A **frozen** link carries values, but never changes its weight:

still = Network.layered([784, 15, 10], seed=1)
for link in still.layers[0].links:
    link.frozen = True

history = still.train(loud_train, epochs=5, rate=0.1, fast="auto")
print(f"{still.evaluate(loud_test, fast='auto').accuracy:.0%}")
# gives: 66%

# Saturated is not yet deaf. Such a neuron is nearly on or off, but not the same for every image, and from that the output
# neurons learn. And a lesson in which nothing is frozen?

thrown = Network.layered([784, 15, 10], seed=1)
image, targets = loud_train[0]
error = thrown.learn(image, targets, rate=0.1)
print(hidden_net_inputs(thrown, image))
# gives: [-43.6, 67.3, 35.0, -1.8, -30.9, -21.6, 12.0, 13.5, 230.7, 33.1, 21.0, -374.5, -135.8, -11.0, -56.3]

# The twelfth went from 3.5 to −374.5, the ninth from −5.4 to 230.7, though its slope was only 0.0043. For a link's change
# is rate · delta · output of its source, 255 times as much at a pixel of 255 as at 1. Going forward, it is multiplied by
# 255 again.
#
# So it is learning that deafens, in such steps. A neuron that still listens is thrown, often in one lesson, so far out
# that it says the same to every image. There its slope is as good as 0, and nothing brings it back. After this one
# lesson, two of the fifteen are above 4 for all unseen digits, or below −4 for all. After ten lessons eight are, and
# after 200 all fifteen.
#
# == Exercises ==
#
# **1.** Let `reader` read a digit of your own. Draw it in eight lines of eight letters, a space for paper and `@` for
# ink, or the letters of `show` for grey, and make a list of 64 numbers of it. (Ours fill the height, and their strokes
# are about two pixels wide.) Hint: `" .:-=+*#@".index("@")` is 8; a list with two `for`s is in `enlarged`.
#
# Solution
#
# An eighth of the letter's place is the pixel. Here is a 3:

drawing = [
    "  @@@@  ",
    "     @@ ",
    "     @@ ",
    "   @@@  ",
    "     @@ ",
    "     @@ ",
    "     @@ ",
    "  @@@@  ",
]
own = [" .:-=+*#@".index(letter) / 8 for line in drawing for letter in line]
len(own)
# gives: 64
outputs = reader.predict(own)
outputs.index(max(outputs)), round(max(outputs), 2)
# gives: (3, 0.93)

# Yours was not read? Then try it wider, thicker, or a column further to the left or right. A network reads what looks
# like the digits that it learnt from.
#
# **2.** Move every test digit one pixel to the right. You still read them without effort. Does `reader`? Guess its
# accuracy first. Then move your own digit.
#
# Solution
#
# In each row the last pixel falls out, and a pixel of paper comes in on the left.

def moved(image):
    return [pixel for start in range(0, 64, 8) for pixel in [0.0] + image[start : start + 7]]

moved_test = [(moved(image), targets) for image, targets in test]
f"{reader.evaluate(test).accuracy:.0%}", f"{reader.evaluate(moved_test).accuracy:.0%}"
# gives: ('96%', '47%')
outputs = reader.predict(moved(own))
outputs.index(max(outputs)), round(max(outputs), 2)
# gives: (9, 0.59)

# The network learnt which *places* have ink, and not which lie side by side. Networks that share weights between places
# (convolutional networks) were invented for this.
#
# **3.** How many hidden neurons are needed? Try 2, 5, 10, 20 and 40, and print the accuracy on the training and on the
# test part.
#
# Solution

for hidden in (2, 5, 10, 20, 40):
    net = Network.layered([64, hidden, 10], seed=1)
    history = net.train(train, epochs=20, rate=0.3, momentum=0.3, fast="auto")
    seen = net.evaluate(train, fast="auto").accuracy
    unseen = net.evaluate(test, fast="auto").accuracy
    print(f"{hidden:2} hidden neurons: {seen:.1%} of the training part, {unseen:.1%} of the test part")
# gives:  2 hidden neurons: 59.5% of the training part, 60.7% of the test part
#         5 hidden neurons: 94.9% of the training part, 91.3% of the test part
#        10 hidden neurons: 98.3% of the training part, 92.9% of the test part
#        20 hidden neurons: 99.3% of the training part, 96.4% of the test part
#        40 hidden neurons: 99.3% of the training part, 96.2% of the test part

# Two are far too few. From 20 on, more of them bring little. (Choose by such a table, and you have used the test part for
# a choice. For a serious number you need a third part that you have never looked at.)
#
# **4.** Somebody hands the two small files to `datasets.idx` in the wrong order. What happens? And what if the images
# file broke off while it was being copied? (`open(…, "rb")` opens a file to read bytes, `whole = file.read()` gives them
# all, and `whole[:20]` is the first twenty.)
#
# Solution
#
# The wrong order is found out from the first four bytes, the break from the header: it promises two images of 2 × 3
# pixels, so 16 bytes of header and 12 of pixels.

try:
    datasets.idx("two-labels", "two-images")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.DataError: two-labels: expected an IDX file of images, which opens with the magic number 2051, and got 2049, which marks labels: are the two files swapped?
with open("two-images", "rb") as file:
    whole = file.read()

with open("half-images", "wb") as file:
    count = file.write(whole[:20])

try:
    datasets.idx("half-images", "two-labels")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.DataError: half-images: expected 28 bytes (its header states 2 × 2 × 3), and got 20; it is cut short: fetch it anew

# **5.** With a pencil: a lesson changes a link from a pixel, and the same image comes again. How many times as far does
# that link move the net input if the pixel is 255, and not 1, at the same rate and delta? Then give Lernmi's network
# pixels from 0 to 1. Which outputs can its input neurons have? Does it learn better?
#
# Solution
#
# The change is rate · delta · pixel, and it goes forward times the pixel: $255 \cdot 255 = 65{,}025$ times.
#
# Lernmi's input neurons are between 0.5 for paper and 0.73 for ink. Now the shades of grey are told apart, but ink is
# hardly louder than paper.

round(squeeze(0), 2), round(squeeze(1), 2)
# gives: (0.5, 0.73)
quiet = Network.lernmi([784, 15, 10], seed=1)
errors = quiet.train(large_train, epochs=5, rate=0.1, fast="auto").errors
print(f"error {errors[0]:.3f} … {errors[-1]:.3f}, {quiet.evaluate(large_test, fast='auto').accuracy:.0%}")
# gives: error 0.092 … 0.069, 42%

# No: it learns worse. What helps a usual network does not help this one.
#
# Next: [Your own data](08-your-own-data.md).
