# Made from 08-your-own-data.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 8. Your own data ==
#
# **After this you can** bring a table of your own to a network, train it without fooling yourself, see when it learns by
# heart, keep it in a file, and find out what is wrong when it does not learn.
#
# **Time:** 75 minutes, exercises included; with a table of your own, longer.
#
# **Before:** [tutorial 3](03-hidden-neurons.md). You need not know about emotions; every step is the same with
# `emotional=True`.
#
# Whatever the data are, there are four steps: **analyse, choose, train, evaluate**. Most of what goes wrong goes wrong in
# the first.
#
# == A table ==
#
# We need a table. If you have one as a CSV file (text, one line per thing, commas between the numbers, the columns' names
# in the first line), take it. If not, this makes one: leaves of three kinds of trees, with their length, width and
# thickness in millimetres. The numbers are made up. You need not follow the code, only type it: `chance.gauss(70, 10)`
# draws a number that is mostly near 70 and seldom farther off than 20. The last two lines write the file:
# `with open(…) as file:` opens it for the block that follows, and closes it after.

import random
chance = random.Random(8)
trees = {"beech": (70, 45, 0.20), "lime": (75, 62, 0.17), "oak": (95, 55, 0.24)}
lines = ["length,width,thickness,tree"]
for number in range(60):
    for tree, (length, width, thickness) in trees.items():
        length, width = chance.gauss(length, 10), chance.gauss(width, 7)
        thickness = chance.gauss(thickness, 0.03)
        lines.append(f"{length:.0f},{width:.0f},{thickness:.2f},{tree}")

with open("leaves.csv", "w", encoding="utf-8") as file:
    print(*lines, sep="\n", file=file)

# `datasets.csv` reads it. `target` is the column that the network is to find out. All others are its inputs.

from lernmi_emo import Network, datasets
leaves = datasets.csv("leaves.csv", target="tree")
len(leaves)
# gives: 180
leaves.input_names, leaves.class_names
# gives: (['length', 'width', 'thickness'], ['beech', 'lime', 'oak'])
for inputs, targets in leaves[:3]:  # the first three
    print(inputs, targets)
# gives: [74.0, 63.0, 0.23] [1.0, 0.0, 0.0]
#        [86.0, 67.0, 0.18] [0.0, 1.0, 0.0]
#        [102.0, 55.0, 0.22] [0.0, 0.0, 1.0]

# A network gives numbers, not words. So the three kinds became three targets: 1 at the kind that it is, 0 at the others.
# This is called **one-hot**. `class_names` tells which place is which kind.
#
# (If `class_names` is `[]`, the target was read as a quantity. A column of a few whole numbers, such as marks from 1 to
# 5, is taken for kinds. Say which it is, and nothing has to be guessed: `classes=True` for kinds, `classes=False` for a
# quantity.)
#
# == If your table is not like that ==
#
# | your file | what to do |
# |---|---|
# | has `;` between the cells, as many spreadsheets write it | `datasets.csv("leaves.csv", target="tree", delimiter=";")` |
# | writes 7,5 for seven and a half | save it again with a decimal point; `csv` refuses the comma rather than guess |
# | has empty cells | delete those rows; or fill in a number that you can defend, such as the mean of the rows that you will train with |
# | has a column of words, such as the soil | make a column of 0 and 1 for each word: `clay`, `sand` … |
# | has numbers that are names, such as a postcode | the same as with words: twice a postcode means nothing |
# | has columns that don't matter | name those that do: `inputs=["length", "width"]` |
#
# All of this can be done in a spreadsheet: a word with a formula, `=IF(D2="clay",1,0)` (where files have `;`, so have the
# formulas). Or in Python. Here are a few beans, with a name, a word, a decimal comma and an empty cell, and the same
# table as a network can use it. `split(";")` makes a list of what stands between the marks, `strip()` takes away the
# line's end, `replace(",", ".")` makes points of commas, and `int(…)` makes 1 of True and 0 of False:

beans = ["name;soil;water;height", "a;clay;10;31,5", "b;sand;20;28", "c;clay;;30", "d;sand;30;35,5"]
with open("beans.csv", "w", encoding="utf-8") as file:
    print(*beans, sep="\n", file=file)

with open("beans.csv", encoding="utf-8") as file:
    rows = [line.strip().replace(",", ".").split(";") for line in file]

lines = ["clay,sand,water,height"]
for name, soil, water, height in rows[1:]:  # all but the first
    if water != "" and height != "":
        lines.append(f"{int(soil == 'clay')},{int(soil == 'sand')},{water},{height}")

with open("beans2.csv", "w", encoding="utf-8") as file:
    print(*lines, sep="\n", file=file)

datasets.csv("beans2.csv", target="height")
# gives: [([1.0, 0.0, 10.0], [31.5]), ([0.0, 1.0, 20.0], [28.0]), ([0.0, 1.0, 30.0], [35.5])]

# == Step 1: analyse ==
#
# Look at the data before any network does. How many of each kind are there? How large are the numbers? (`enumerate` gives
# each name together with its place, from 0. A pattern is taken apart into inputs and targets; what is not needed is
# called `_`. A `True` counts as 1 in a sum.)

for place, name in enumerate(leaves.class_names):
    print(name, sum(targets[place] == 1 for _, targets in leaves))
# gives: beech 60
#        lime 60
#        oak 60
for place, name in enumerate(leaves.input_names):
    column = [inputs[place] for inputs, _ in leaves]
    print(f"{name}: from {min(column):g} to {max(column):g}")
# gives: length: from 44 to 115
#        width: from 26 to 78
#        thickness: from 0.12 to 0.29

# Two things to note.
#
# - There are as many of each kind. So someone who always says "oak" is right in 33 of 100 cases. The share of right
#   answers is called the **accuracy**, and 33 % is the mark that the network has to beat. If 95 of 100 were oaks, then
#   "always oak" would be right in 95, and an accuracy of 95 % would be nothing to be proud of.
# - Length goes up to more than a hundred, thickness not even to one. To a network, which multiplies and adds, a large
#   number is a loud voice. We shall have to mend that.
#
# Are the numbers right at all? `csv` checks each cell, and says where one is not a number:

with open("broken.csv", "w", encoding="utf-8") as file:
    print("length,width,tree\n72,48,beech\n7O,46,beech", file=file)

try:
    datasets.csv("broken.csv", target="tree")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.DataError: broken.csv, line 3, column 'length': expected a finite number, and got '7O'; mend the cell, or leave this column out of the inputs

# (Somebody typed the letter O for a zero.) What no program can see is a number that is wrong and looks right. Sort the
# columns, look at the ends.
#
# == Step 2: choose ==
#
# **What is learnt from, and what judges?** A network that is asked only what it has been taught can pass by learning by
# heart. It has to be judged on leaves that it has never seen. So we set a part aside before anything else, the **test**
# part, and do not touch it until the end. A second part, the **validation** part, may be looked at during the training:
# it tells when to stop. The rest is to **train**.

rest, test = datasets.split(leaves, fraction=0.8, seed=1)
train, validation = datasets.split(rest, fraction=0.75, seed=1)
len(train), len(validation), len(test)
# gives: (108, 36, 36)

# `split` shuffles, and shares out each kind evenly. (With fewer than 100 lines or so, the parts get too small to say
# much.)
#
# **Scaling.** Each column is brought to 0..1: its smallest value becomes 0, its largest 1.
#
# $$\text{scaled} = \frac{\text{value} - \text{smallest}}{\text{largest} - \text{smallest}}$$
#
# The smallest and largest are taken from the **training part alone**. To look for them in the test part would be to peep.

scaling = datasets.Scaling.learn(train)
scaling
# gives: Scaling(inputs: 44..115, 26..76, 0.13..0.29)
scaled_train, scaled_validation = scaling.apply(train), scaling.apply(validation)
scaled_test = scaling.apply(test)
[round(value, 3) for value in scaled_train[0][0]]
# gives: [0.606, 0.62, 0.375]

# **The network.** Three inputs and three outputs are given by the data. Between them we take four hidden neurons. How
# many are right? Nobody knows beforehand. Begin with few, and take more if the *training* error stays high. The neurons
# are logistic unless you ask for others, and logistic outputs fit targets of 0 and 1.

net = Network.layered([len(leaves.input_names), 4, len(leaves.class_names)], seed=1)
net
# gives: Network(3-4-3: 11 neurons, 31 links)

# == Step 3: train ==
#
# With `validation` and `patience=20`, the training stops when the validation error has not been lower for 20 epochs, and
# the network gets back the weights of its best epoch. The settings we shall need again, so they get a name.

settings = {"epochs": 200, "rate": 0.1, "momentum": 0.5}
history = net.train(scaled_train, validation=scaled_validation, patience=20, **settings)
print(history)
# gives: epoch   error  validation error  accuracy
#            1  0.2243            0.2230    0.3333
#            2  0.2233            0.2203    0.6389
#            3  0.2229            0.2190    0.4444
#            4  0.2220            0.2181    0.4444
#            5  0.2192            0.2180    0.3333
#            6  0.2195            0.2161    0.3611
#            7  0.2182            0.2139    0.4722
#            8  0.2153            0.2115    0.6111
#            9  0.2121            0.2096    0.4167
#           10  0.2091            0.2059    0.5556
#            …
#          168  0.0640            0.0676    0.8611
#          169  0.0624            0.0706    0.8333
#          170  0.0642            0.0613    0.8889
#          171  0.0629            0.0621    0.8611
#          172  0.0637            0.0614    0.8889
#          173  0.0638            0.0638    0.8889
#          174  0.0639            0.0616    0.8889
#          175  0.0627            0.0620    0.8889
#          176  0.0627            0.0616    0.8889
#        stopped: no lower validation error in the 20 epochs since epoch 156

# The *accuracy* in the table is that of the validation leaves. The middle is left out. Here are some epochs more:

for epoch in (1, 10, 20, 40, 80, 120, 176):
    error, unseen = history.errors[epoch - 1], history.validation_errors[epoch - 1]
    print(f"epoch {epoch:3}: error {error:.3f}, validation error {unseen:.3f}")
# gives: epoch   1: error 0.224, validation error 0.223
#        epoch  10: error 0.209, validation error 0.206
#        epoch  20: error 0.153, validation error 0.153
#        epoch  40: error 0.094, validation error 0.092
#        epoch  80: error 0.073, validation error 0.073
#        epoch 120: error 0.067, validation error 0.068
#        epoch 176: error 0.063, validation error 0.062

# What to look for: the error has to fall. It falls slowly in the first epochs, in which the accuracy hops about; then
# quickly; then slowly again. The validation error falls with it, and in the end goes up and down. Where both stand still
# from the first epoch on, something is wrong: see below. (`{epoch:3}` prints a number three places wide.) The best epoch
# was 156:

evaluation = net.evaluate(scaled_validation)
round(min(history.validation_errors), 4), round(evaluation.error, 4), round(evaluation.accuracy, 2)
# gives: (0.0598, 0.0598, 0.89)

# And you may see it as curves, which are drawn as in tutorial 5:

from lernmi_emo.drawing import plot_history, save_figure
print(save_figure(plot_history(history), "leaves-curves.png"))
# gives: leaves-curves.png

# How much patience is right? Try it. The network is the same, trained anew:

for patience in (2, 5, 20, 50):
    other = Network.layered([3, 4, 3], seed=1)
    tried = other.train(scaled_train, validation=scaled_validation, patience=patience, **settings)
    print(f"patience {patience:2}: {len(tried):3} epochs, validation error {min(tried.validation_errors):.4f}")
# gives: patience  2:  53 epochs, validation error 0.0797
#        patience  5:  87 epochs, validation error 0.0673
#        patience 20: 176 epochs, validation error 0.0598
#        patience 50: 200 epochs, validation error 0.0584

# With too little, the first small bump ends it. Too much costs time only, for the best weights come back in any case.
# (With 50 it never came to an end: 200 epochs were all there were.)
#
# == Step 4: evaluate ==
#
# Now, and only now, the test part:

evaluation = net.evaluate(scaled_test)
print(evaluation)
# gives: 36 patterns: mean squared error 0.0845, accuracy 80.56 %
#        rows: expected, columns: answered
#               0   1   2
#           0   9   0   3
#           1   1   9   2
#           2   0   1  11
leaves.class_names
# gives: ['beech', 'lime', 'oak']

# Of 100 leaves that it never saw, it would name about 80 right. Guessing gives 33. The table is a **confusion matrix**:
# each row is a kind, each column an answer. The kinds stand there by their places: 0 is beech, 1 lime, 2 oak. What is not
# on the diagonal is a mistake. Three beeches were taken for oaks, and two limes. Look at them (`targets.index(1)` is the
# place of the 1 in the targets, so the kind; the highest output is the network's answer):

for (sizes, targets), (inputs, _) in zip(test, scaled_test):
    outputs = net.predict(inputs)
    kind, answer = targets.index(1), outputs.index(max(outputs))
    if kind != answer:
        print(sizes, leaves.class_names[kind], "taken for", leaves.class_names[answer])
# gives: [86.0, 53.0, 0.24] beech taken for oak
#        [92.0, 55.0, 0.2] beech taken for oak
#        [81.0, 49.0, 0.23] beech taken for oak
#        [89.0, 56.0, 0.25] lime taken for oak
#        [84.0, 61.0, 0.21] lime taken for oak
#        [73.0, 51.0, 0.17] lime taken for beech
#        [72.0, 60.0, 0.21] oak taken for lime

# The beeches and limes that it took for oaks are long for their kind, and the oak that it missed is short. Perhaps nobody
# could do better from these three numbers. Then a fourth would help more than any training: the colour, say.
#
# How sure is "80 %"? There are 36 test leaves, so one leaf more or less is 3 %. Another `seed` for the split gives
# another number. Everything once more, with names of its own, for five splits:

def accuracy_with(seed):
    some, judge = datasets.split(leaves, fraction=0.8, seed=seed)
    learn, watch = datasets.split(some, fraction=0.75, seed=seed)
    ranges = datasets.Scaling.learn(learn)
    other = Network.layered([3, 4, 3], seed=1)
    other.train(ranges.apply(learn), validation=ranges.apply(watch), patience=20, **settings)
    return round(other.evaluate(ranges.apply(judge)).accuracy, 2)

[accuracy_with(seed) for seed in range(1, 6)]
# gives: [0.81, 0.83, 0.75, 0.81, 0.86]

# Say "about 80 %, and from 75 to 86 as the split falls", then, and not "80.56 %". (Nothing was chosen here by the test
# parts. So this is no peeping.) On the validation part it was 89 %. That part is a little too kind: it has chosen the
# epoch.
#
# If you are not content, it is tempting to change something and look at the test part again, and again, until it looks
# good. Then you have learnt the test by heart yourself. Change things as often as you like by the *validation* error. The
# test part is for the end.
#
# == Asking it about a new leaf ==

outputs = net.predict(scaling.scale([72, 48, 0.21]))
for name, output in zip(leaves.class_names, outputs):
    print(f"{name}: {output:.2f}")
# gives: beech: 0.76
#        lime: 0.06
#        oak: 0.08

# A new leaf has to be scaled as the training leaves were. That is easily forgotten.
#
# It says beech. Is it sure to 76 %? No. The outputs are no probabilities: each comes from a neuron of its own, and they
# don't even add up to 1. What may be said is that the highest is the answer, and that it was right in about 80 of 100
# test leaves.
#
# == Keeping it ==
#
# `save` writes the network to a file of plain text, and `load` reads it. The numbers come back to the last bit. A network
# is of no use without its scaling, so keep that too. `json.dump` writes names and values to a file, and `json.load` reads
# them.

import json
path = net.save("leaves.json")
with open("leaves-scaling.json", "w", encoding="utf-8") as file:
    json.dump({"inputs": scaling.inputs, "targets": scaling.targets, "classes": leaves.class_names}, file)

# Another day, in another session:

import json
from lernmi_emo import Network, datasets
again = Network.load("leaves.json")
with open("leaves-scaling.json", encoding="utf-8") as file:
    kept = json.load(file)

same_scaling = datasets.Scaling(kept["inputs"], kept["targets"])
outputs = again.predict(same_scaling.scale([72, 48, 0.21]))
kept["classes"][outputs.index(max(outputs))]
# gives: 'beech'

# The command line can do most of this, with settings of its own. In another terminal, in the folder `mine`, type
#
# ```sh
# ../.venv/bin/lernmi-emo train leaves.csv --target tree --plain --output leaves-run
# ../.venv/bin/lernmi-emo predict leaves-run/network.json 72 48 0.21
# ```
#
# (on Windows, `..\.venv\Scripts\lernmi-emo`). `--plain` is for a network without emotions. It keeps the scaling beside
# the network, so you ask in millimetres. It has no validation part: what it shows as *validation error* is the test
# part's. Look at it, and don't choose anything by it. `lernmi-emo train --help` lists the settings.
#
# == If the target is a quantity ==
#
# A weight, a price, a temperature: then some things are different. Here is a table with the weights of our leaves, in
# grams. They are made up too, from length, width and thickness, and 5 % of chance.

lines = ["length,width,thickness,weight"]
for (length, width, thickness), _ in leaves:
    weight = length * width * thickness / 1000 * chance.gauss(1, 0.05)
    lines.append(f"{length:g},{width:g},{thickness:g},{weight:.3f}")

with open("weights.csv", "w", encoding="utf-8") as file:
    print(*lines, sep="\n", file=file)

weights = datasets.csv("weights.csv", target="weight", classes=False)

# | step | kinds | a quantity |
# |---|---|---|
# | analyse | the mark to beat: always saying the most frequent kind | always saying the mean |
# | choose | `Scaling.learn(train)` | `Scaling.learn(train, targets=True)`: the target is scaled, too |
# | | outputs logistic, one for each kind | one output, linear, so that it can reach any number |
# | train | error and accuracy | error alone: the mean square, in scaled units; 0.01 is about a tenth of the range, 0.0001 a hundredth |
# | evaluate | accuracy, confusion matrix | how far off on average, in grams |
# | ask | the highest output | `restore` brings the output back to grams |

rest, weights_test = datasets.split(weights, fraction=0.8, seed=1)
weights_train, weights_validation = datasets.split(rest, fraction=0.75, seed=1)
both = datasets.Scaling.learn(weights_train, targets=True)
balance = Network.layered([3, 4, 1], activation=["logistic", "linear"], seed=1)
history = balance.train(
    both.apply(weights_train), validation=both.apply(weights_validation), patience=20, **{**settings, "epochs": 1000}
)
history.stopped
# gives: 'no lower validation error in the 20 epochs since epoch 288'
mean_weight = sum(weight for _, [weight] in weights_train) / len(weights_train)
off, guessed = [], []
for sizes, [weight] in weights_test:
    [answer] = both.restore(balance.predict(both.scale(sizes)))
    off.append(abs(answer - weight))
    guessed.append(abs(mean_weight - weight))

print(f"off by {sum(off) / len(off):.3f} g; always saying {mean_weight:.2f} g, by {sum(guessed) / len(guessed):.3f} g")
# gives: off by 0.047 g; always saying 0.89 g, by 0.258 g

# (`activation` has a word for each layer after the inputs. One word alone stands for all: with `"linear"` the hidden
# neurons would be linear too, and of no use.) `{**settings, "epochs": 1000}` is a copy of the settings with more epochs:
# with 200 it was still getting better when they ran out. And one new leaf, in grams:

both.restore(balance.predict(both.scale([72, 48, 0.21])))
# gives: [0.7286538399534122]

# To keep such a network, keep `targets` as well, as we did above. Another day it is asked in the same way.
#
# == Learning by heart ==
#
# What if there are few leaves to learn from? We take 24, and let the network go on for 400 epochs without stopping it
# (and with a larger rate, so that we need not wait long).

eager = Network.layered([3, 4, 3], seed=1)
history = eager.train(scaled_train[:24], epochs=400, rate=0.5, momentum=0.5, validation=scaled_validation)
for epoch in (1, 10, 100, 150, 200, 400):
    error, unseen = history.errors[epoch - 1], history.validation_errors[epoch - 1]
    print(f"epoch {epoch:3}: error {error:.3f}, validation error {unseen:.3f}")
# gives: epoch   1: error 0.233, validation error 0.227
#        epoch  10: error 0.211, validation error 0.225
#        epoch 100: error 0.059, validation error 0.096
#        epoch 150: error 0.045, validation error 0.124
#        epoch 200: error 0.031, validation error 0.093
#        epoch 400: error 0.017, validation error 0.112
best = min(history.validation_errors)
print(f"lowest validation error: {best:.3f} in epoch {history.validation_errors.index(best) + 1}")
# gives: lowest validation error: 0.074 in epoch 154
print(save_figure(plot_history(history), "overfitting.png"))
# gives: overfitting.png

# (Picture: pictures/overfitting.png. The training error falls towards 0. The validation error falls for a while and then rises, jumping up and down.)
#
# The training error falls and falls. The validation error jumps up and down, for 24 leaves are few. Single epochs say
# little there; the mean of 50 says more:

for first in (50, 150, 250, 350):
    print(f"epochs {first + 1} to {first + 50}: {sum(history.validation_errors[first : first + 50]) / 50:.3f}")
# gives: epochs 51 to 100: 0.118
#        epochs 151 to 200: 0.090
#        epochs 251 to 300: 0.100
#        epochs 351 to 400: 0.110

# It falls too, at first, and then it **rises** again. From there on the network does not learn what an oak is; it
# learns these 24 leaves. This is called **overfitting**. The cures, best first: more leaves;
# stop in time (that is what `patience` does); sometimes fewer hidden neurons (here they don't help: try it).
#
# == When it does not learn ==
#
# It happens to everybody. Here are five ways to make it happen, what each looks like, and what helps. Whenever you don't
# know where to look: present one pattern, and look at the numbers in the neurons and links.
#
# == Inputs that shout ==
#
# The same network, with the leaves as they are, in millimetres:

loud = Network.layered([3, 4, 3], seed=1)
history = loud.train(train, epochs=50, rate=0.1, momentum=0.5)
print(f"error {history.errors[0]:.3f} in the first epoch, {history.errors[-1]:.3f} in the last")
# gives: error 0.223 in the first epoch, 0.226 in the last
error = loud.learn(*train[0])  # the star hands over the pair's two parts, inputs and targets
for name in ("h1", "h2", "h3", "h4"):
    print(loud.neuron(name))
# gives: Neuron(h1: net 27.6634 → output 1.0000, delta 0.0000)
#        Neuron(h2: net −35.3719 → output 0.0000, delta 0.0000)
#        Neuron(h3: net −71.8476 → output 0.0000, delta 0.0000)
#        Neuron(h4: net −26.2120 → output 0.0000, delta 0.0000)

# The error stands where guessing leaves it: always saying one third to each of three gives
# $((2/3)^2 + (1/3)^2 + (1/3)^2) / 3 = 0.222$. The net inputs are far from 0, the outputs are 0 or 1, so the slopes are 0,
# and the deltas too. All hidden neurons are **saturated**. With such loud inputs some lay out there before the first
# lesson; the first lessons threw the others out. Now the slopes are 0, and nothing that is sent back can bring them in
# again. **Cure:** scale the inputs.
#
# == Steps that are too large ==
#
# The width of a leaf from its length, with one linear neuron, and nothing scaled:

widths = [([length], [width]) for [length, width, thickness], _ in train]
wide = Network.layered([1, 1], activation="linear", seed=1)
try:
    history = wide.train(widths, epochs=100, rate=0.1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.DivergenceError: in epoch 1, the sensitivity of x1 became infinite or not a number. The weights from before that epoch are kept. Try a smaller rate than 0.1, or scale the inputs to 0..1

# Each step overshoots, the next one overshoots back, farther, as in exercise 3 of tutorial 1. The library stops, says
# where, and keeps the weights from before. **Cure:** scale inputs and targets, and if it still happens, take a
# smaller rate.

both_widths = datasets.Scaling.learn(widths, targets=True)
history = wide.train(both_widths.apply(widths), epochs=100, rate=0.1)
print(f"error {history.errors[0]:.3f} in the first epoch, {history.errors[-1]:.3f} in the last")
# gives: error 0.059 in the first epoch, 0.045 in the last

# (It learns now. But don't be too glad: judged as above, in millimetres, it is no better than always saying the mean. In
# this table a leaf's length tells next to nothing of its width. A falling error alone does not show that.)
#
# == Targets out of reach ==
#
# A logistic neuron gives numbers between 0 and 1, and no leaf is narrower than 1 mm. The library warns when a target
# can't be reached, and goes on. A warning is a line with the file where it was given, `TargetRangeWarning` and a text,
# and Python shows it once only. Here the first two lines make an error of each warning in their block, so that you see it
# in any case:

import warnings
try:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Network.layered([1, 1], seed=1).train(widths, epochs=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.TargetRangeWarning: 108 targets of y1, such as 57, lie outside 0 to 1, the range of its activation, logistic: scale them, or choose another activation

# **Cure:** scale the targets, or make the output linear.
#
# == Weights that are all the same ==
#
# The first weights are drawn by chance, so that no two neurons begin alike. `weight_range=0` makes them all 0.

twins = Network.layered([3, 4, 3], weight_range=0)
history = twins.train(scaled_train, **settings)
print(f"error {history.errors[-1]:.3f}, with random weights {net.evaluate(scaled_train).error:.3f}")
# gives: error 0.143, with random weights 0.062
for name in ("h1", "h2", "h3", "h4"):
    print(f"{twins.link('x1', name).weight:.4f}")
# gives: -2.1553
#        -2.1553
#        -2.1553
#        -2.1553

# Four hidden neurons that began alike and stayed alike: together they are worth one. Compare:

single = Network.layered([3, 1, 3], seed=1)
history = single.train(scaled_train, **settings)
print(f"error {history.errors[-1]:.3f}")
# gives: error 0.144

# **Cure:** random weights, which is
# what you get if you leave `weight_range` alone.
#
# == Slopes that are missing ==

stairs = Network.layered([3, 4, 3], activation=["step", "logistic"], seed=1)
before = stairs.link("x1", "h1").weight
history = stairs.train(scaled_train, epochs=50, rate=0.1, momentum=0.5)
stairs.link("x1", "h1").weight == before
# gives: True
print(f"error {history.errors[-1]:.3f}")
# gives: error 0.180

# The links into the hidden neurons never move, because a step has no slope (tutorial 2). The output neurons learn what
# they can from what the hidden ones happen to say. **Cure:** an activation with a slope.
#
# == A list to go through ==
#
# | what you see | look at | it may be | try |
# |---|---|---|---|
# | the error stands still from the start | outputs of hidden neurons: all 0 or 1? | saturated | scale the inputs; smaller first weights |
# | | deltas: all 0? | no slope | another activation |
# | | weights of two hidden neurons: equal? | twins | random first weights |
# | the error falls very slowly | changes: tiny? | rate too low | a larger rate, or momentum |
# | the error jumps up and down, or a `DivergenceError` comes | changes: larger than the weights? | rate too high | a smaller rate; scaling |
# | the training error stays high | | too few hidden neurons, or the inputs don't tell | more neurons; other columns |
# | training error low, validation error high | | overfitting | more data; stop earlier; perhaps fewer neurons |
# | all epochs are over, and the validation error still falls | | stopped too soon | more epochs |
# | very good at once | the columns | the target is hidden in an input | leave that column out |
#
# == Exercises ==
#
# **1.** How good is the network if it is given the thickness only? Read the table again with `inputs=["thickness"]`, and
# go through the steps. Which mark has it to beat? (You are choosing between networks now. So judge by the validation
# part.)
#
# Solution
#
# One input, and still three outputs. The mark is 33 %, as before.

thin = datasets.csv("leaves.csv", target="tree", inputs=["thickness"])
rest, thin_test = datasets.split(thin, fraction=0.8, seed=1)
thin_train, thin_validation = datasets.split(rest, fraction=0.75, seed=1)
thin_scaling = datasets.Scaling.learn(thin_train)
one = Network.layered([1, 4, 3], seed=1)
seen, unseen = thin_scaling.apply(thin_train), thin_scaling.apply(thin_validation)
history = one.train(seen, validation=unseen, patience=20, **settings)
round(one.evaluate(unseen).accuracy, 2)
# gives: 0.5

# Better than guessing, and worse than with all three columns, which came to 0.89.
#
# **2.** A test leaf is longer than any training leaf. What does its scaled length look like, and is that a mistake?
#
# Solution
#
# It comes out above 1, and that is right: to make it 1 would say that it is no longer than the longest known leaf. The
# longest training leaf has length 1.

low, high = scaling.inputs[0]
round(scaling.scale([high + 10, 50, 0.2])[0], 3)
# gives: 1.141

# **3.** Your table has the columns `price`, `rooms`, `area` and `tax`, where the tax is always one percent of the price.
# A network is to predict the price, and is right to the last cent. Should you be glad?
#
# Solution
#
# No. It has only learnt to multiply the tax by 100. When you need the network you will not have the tax either, for it is
# worked out from the price. Leave the column out: `inputs=["rooms", "area"]`.

with open("flats.csv", "w", encoding="utf-8") as file:
    print("price,rooms,area,tax\n200000,3,70,2000\n300000,4,90,3000", file=file)

datasets.csv("flats.csv", target="price", inputs=["rooms", "area"])
# gives: [([3.0, 70.0], [200000.0]), ([4.0, 90.0], [300000.0])]

# **4.** (After tutorial 5.) Train the leaves with `emotional=True`, all else as in step 3. Then try to train such a
# network on the leaves in millimetres. What does the library say?
#
# Solution
#
# It learns the scaled leaves. For the others there is a warning (shown once, and here made an error; `begin` may show it
# again): the emotional neuron averages millimetres, and the anxiety becomes a rate of more than 40.

moody = Network.layered([3, 4, 3], emotional=True, seed=1)
history = moody.train(scaled_train, validation=scaled_validation, patience=20, **settings)
round(moody.evaluate(scaled_validation).accuracy, 2)
# gives: 0.89
moody.rewind()
try:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        moody.train(train, epochs=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.support.exceptions.InputScaleWarning: the inputs go from 0.13 to 115, and an emotional network averages them into its anxiety: scale them to 0..1
moody.begin(train)
moody.emotions.anxiety > 40
# gives: True

# **5.** Somebody scaled the whole table first, and split it then. What is wrong with that?
#
# Solution
#
# The smallest and largest values may come from the test part. Then the training has been told something about leaves that
# it should not know, and the test is a little too kind. Here the ranges differ:

print(datasets.Scaling.learn(leaves))
# gives: Scaling(inputs: 44..115, 26..78, 0.12..0.29)
print(scaling)
# gives: Scaling(inputs: 44..115, 26..76, 0.13..0.29)

# Next: [Diagrams for your lecture](09-diagrams.md).
