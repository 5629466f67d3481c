# Made from 08-your-own-data.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
#
# == 8. Your own data ==
#
# **After this you can** bring a table of your own to a network, train it without fooling yourself, see when it learns by
# heart, keep it in a file, and find out what is wrong when it does not learn.
#
# **Time:** 45 minutes, exercises included.
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
# draws a number that is mostly near 70 and seldom farther off than 20. The last two lines write the file: `with open(…) as
# file:` opens it for the block that follows, and closes it after.

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
for inputs, targets in leaves[:3]:
    print(inputs, targets)
# gives: [74.0, 63.0, 0.23] [1.0, 0.0, 0.0]
#        [86.0, 67.0, 0.18] [0.0, 1.0, 0.0]
#        [102.0, 55.0, 0.22] [0.0, 0.0, 1.0]

# A network gives numbers, not words. So the three kinds became three targets: 1 at the kind that it is, 0 at the others.
# This is called **one-hot**. `class_names` tells which place is which kind. (Are your kinds written as numbers, 1, 2, 3? With
# `classes=True` they are kinds, with `classes=False` a quantity. Say which, and nothing has to be guessed.)
#
# == If your table is not like that ==
#
# | your file | what to do |
# |---|---|
# | has `;` between the cells, as many spreadsheets write it | `datasets.csv("leaves.csv", target="tree", delimiter=";")` |
# | writes 7,5 for seven and a half | save it again with a decimal point; `csv` refuses the comma rather than guess |
# | has empty cells | leave those lines out, or fill in a number that you can defend, such as the column's mean |
# | has a column of words, such as the soil | make a column of 0 and 1 for each word: `chalk`, `sand` … |
# | has numbers that are names, such as a postcode | the same as with words: twice a postcode means nothing |
# | has columns that don't matter | name those that do: `inputs=["length", "width"]` |
#
# A spreadsheet does the words with one formula, `=IF(D2="chalk",1,0)`. In Python it is

soils = ["chalk", "sand", "chalk"]
[[int(soil == word) for word in ("chalk", "sand")] for soil in soils]
# gives: [[1, 0], [0, 1], [1, 0]]

# == Step 1: analyse ==
#
# Look at the data before any network does. How many of each kind are there? How large are the numbers? (`enumerate` gives
# each name together with its place, from 0.)

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
# - There are as many of each kind. So someone who always says "oak" is right in 33 of 100 cases. The share of right answers
#   is called the **accuracy**, and 33 % is the mark that the network has to beat. If 95 of 100 were oaks, then "always oak"
#   would be right in 95, and an accuracy of 95 % would be nothing to be proud of.
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
# lernmi_emo.exceptions.DataError: broken.csv, line 3, column 'length': expected a finite number, and got '7O'; mend the cell, or choose other columns with inputs=[…]

# (Somebody typed the letter O for a zero.) What no program can see is a number that is wrong and looks right. Sort the
# columns, look at the ends.
#
# == Step 2: choose ==
#
# **What is learnt from, and what judges?** A network that is asked only what it has been taught can pass by learning by
# heart. It has to be judged on leaves that it has never seen. So we set a part aside before anything else, the **test**
# part, and do not touch it until the end. A second part, the **validation** part, may be looked at during the training: it
# tells when to stop. The rest is to **train**.

rest, test = datasets.split(leaves, fraction=0.8, seed=1)
train, validation = datasets.split(rest, fraction=0.75, seed=1)
len(train), len(validation), len(test)
# gives: (108, 36, 36)

# `split` shuffles, and shares out each kind evenly.
#
# **Scaling.** Each column is brought to 0..1: its smallest value becomes 0, its largest 1.
#
# $$\text{scaled} = \frac{\text{value} - \text{smallest}}{\text{largest} - \text{smallest}}$$
#
# The smallest and largest are taken from the **training part alone**. To look for them in the test part would be to peep.

scaling = datasets.Scaling.learn(train)
scaling
# gives: Scaling(inputs: 44..115, 26..76, 0.13..0.29)
scaled_train, scaled_validation, scaled_test = map(scaling.apply, (train, validation, test))
[round(value, 3) for value in scaled_train[0][0]]
# gives: [0.606, 0.62, 0.375]

# **The network.** Three inputs and three outputs are given by the data. Between them we take four hidden neurons. How many
# are right? Nobody knows beforehand. Begin with few, and take more if the *training* error stays high. The neurons are
# logistic unless you ask for others, and logistic outputs fit targets of 0 and 1.

net = Network.layered([3, 4, 3], seed=1)
net
# gives: Network(3-4-3: 11 neurons, 31 links)

# == Step 3: train ==
#
# With `validation` and `patience=20`, the training stops when the validation error has not been lower for 20 epochs, and
# the network gets back the weights of its best epoch. The settings we shall need again, so they get a name: `{…}` keeps
# values under names, and `**settings` hands them all over, as if we had written `epochs=200, rate=0.1, momentum=0.5`.

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

# What to look for: the error has to fall, quickly in the beginning and then slowly. The validation error falls with it, and
# then goes up and down. Where both stand still from the first epoch on, something is wrong: see below.
#
# The *accuracy* in the table is that of the validation leaves. The best epoch is hidden in the "…", but the history has it:

best = min(history.validation_errors)
print(f"lowest validation error: {best:.4f} in epoch {history.validation_errors.index(best) + 1}")
# gives: lowest validation error: 0.0598 in epoch 156
round(net.evaluate(scaled_validation).error, 4) == round(best, 4)
# gives: True

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
# each row is a kind, each column an answer. The kinds stand there by their places: 0 is beech, 1 lime, 2 oak. What is not on
# the diagonal is a mistake. Three beeches were taken for oaks, and two limes. Look at them (`targets.index(1)` is the place
# of the 1 in the targets, so the kind; the highest output is the network's answer):

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
# How sure is "80 %"? There are 36 test leaves, so one leaf more or less is 3 %. Another `seed` for the split will give
# another number. Try it, before you tell anyone.
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
# It says beech. Is it sure to 76 %? No. The outputs are no probabilities: each comes from a neuron of its own, and they don't
# even add up to 1. What may be said is that the highest is the answer, and that it was right in about 80 of 100 test leaves.
#
# == Keeping it ==
#
# `save` writes the network to a file of plain text, and `load` reads it. The numbers come back to the last bit. A network
# is of no use without its scaling, so keep that too.

import json
path = net.save("leaves.json")
with open("leaves-scaling.json", "w", encoding="utf-8") as file:
    json.dump({"inputs": scaling.inputs, "classes": leaves.class_names}, file)

# Another day:

again = Network.load("leaves.json")
with open("leaves-scaling.json", encoding="utf-8") as file:
    kept = json.load(file)

same_scaling = datasets.Scaling([(low, high) for low, high in kept["inputs"]])
again.evaluate(same_scaling.apply(test)) == evaluation
# gives: True

# (`json.dump` writes names and values to a file, and `json.load` reads them. `Scaling` wants the smallest and largest value
# of each column as a pair.)
#
# The command line takes these steps too, with settings of its own, and keeps the scaling beside the network. In a terminal,
# `lernmi-emo train leaves.csv --target tree --test 0.2 --plain` trains, and then
# `lernmi-emo predict lernmi-emo-run/network.json 72 48 0.21` asks, in millimetres. `lernmi-emo train --help` lists the
# settings.
#
# == Learning by heart ==
#
# What if there are few leaves to learn from? We take 24, and let the network go on for 400 epochs without stopping it (and
# with a larger rate, so that we need not wait long).

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

# (Picture: pictures/overfitting.svg. The training error falls towards 0. The validation error falls for a while and then rises.)
#
# The training error falls and falls. The validation error jumps up and down, for 24 leaves are few. But through the jumps
# one can see it fall too, at first, and then **rise** again. From there on the network does not learn what an oak is; it
# learns these 24 leaves. This is called **overfitting**. The cures, best first: more leaves;
# stop in time (that is what `patience` does); fewer hidden neurons.
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
error = loud.learn(*train[0])
for name in ("h1", "h2", "h3", "h4"):
    print(loud.neuron(name))
# gives: Neuron(h1: net 27.6634 → output 1.0000, delta 0.0000)
#        Neuron(h2: net −35.3719 → output 0.0000, delta 0.0000)
#        Neuron(h3: net −71.8476 → output 0.0000, delta 0.0000)
#        Neuron(h4: net −26.2120 → output 0.0000, delta 0.0000)

# The error stands where guessing leaves it: always saying one third to each of three gives 0.222. The net inputs are far
# from 0, the outputs are 0 or 1, so the slopes are 0, and the deltas too. All hidden neurons are **saturated**, and nothing
# that is sent back gets through them. **Cure:** scale the inputs.
#
# == Steps that are too large ==
#
# Now a quantity: the width of a leaf from its length. For a quantity, the output neuron is linear.

widths = [([length], [width]) for [length, width, thickness], _ in train]
wide = Network.layered([1, 1], activation="linear", seed=1)
try:
    history = wide.train(widths, epochs=100, rate=0.1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.exceptions.DivergenceError: in epoch 1, the error became infinite or not a number. The weights from before that epoch are kept. Try a smaller rate than 0.1 or momentum than 0, or scale the inputs to 0..1

# Each step overshoots, the next one overshoots back, farther, as in exercise 3 of tutorial 1. The library stops, says
# where, and keeps the weights from before. **Cure:** scale inputs and targets, and if it still happens, take a
# smaller rate.

both = datasets.Scaling.learn(widths, targets=True)
history = wide.train(both.apply(widths), epochs=100, rate=0.1)
print(f"error {history.errors[0]:.3f} in the first epoch, {history.errors[-1]:.3f} in the last")
# gives: error 0.059 in the first epoch, 0.045 in the last
[width] = both.restore(wide.predict(both.scale([70])))
print(f"a leaf of 70 mm: about {width:.0f} mm wide")
# gives: a leaf of 70 mm: about 52 mm wide

# `restore` brings a prediction back to millimetres. There is no accuracy for a quantity: no answer is just right or wrong. It
# is judged on the test part all the same, by how far off it is on average, in its own unit, beside somebody who knows nothing
# and always says the mean of the training widths:

test_widths = [([length], [width]) for [length, width, thickness], _ in test]
mean_width = sum(width for _, [width] in widths) / len(widths)
off = guessed = 0
for lengths, [width] in test_widths:
    [answer] = both.restore(wide.predict(both.scale(lengths)))
    off += abs(answer - width) / len(test_widths)
    guessed += abs(mean_width - width) / len(test_widths)

print(f"off by {off:.1f} mm on average, and always saying {mean_width:.0f} mm by {guessed:.1f} mm")
# gives: off by 7.8 mm on average, and always saying 54 mm by 7.5 mm

# (`abs` leaves out the sign.) So the mending worked, the error fell, and the network is still no better than a guess. That is
# the data's doing: in this table, a leaf's length tells next to nothing of its width. The falling error alone would not have
# shown it. (It is in scaled units, where 1 is the whole range, so it can't be read as millimetres either.)
#
# == Targets out of reach ==
#
# A logistic neuron gives numbers between 0 and 1, and no leaf is narrower than 1 mm. The library warns when a target can't be
# reached, and goes on. The first two lines here make an error of each warning in their block, so that you see it as it comes:

import warnings
try:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Network.layered([1, 1], seed=1).train(widths, epochs=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.exceptions.TargetRangeWarning: 108 targets of y1, such as 57, lie outside 0 to 1, the range of its activation, logistic: scale them, or choose another activation

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

# Four hidden neurons that began alike and stayed alike: together they are worth one. **Cure:** random weights, which is
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

# The links into the hidden neurons never move, because a step has no slope (tutorial 2). The output neurons learn what they
# can from what the hidden ones happen to say. **Cure:** an activation with a slope.
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
# | training error low, validation error high | | overfitting | more data; stop earlier; fewer neurons |
# | very good at once | the columns | the target is hidden in an input | leave that column out |
#
# == Exercises ==
#
# **1.** How good is the network if it is given the thickness only? Read the table again with `inputs=["thickness"]`, and go
# through the steps. Which mark has it to beat?
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
print(f"{one.evaluate(thin_scaling.apply(thin_test)).accuracy:.0%}")
# gives: 67%

# Better than guessing, and worse than with all three columns.
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

# **3.** Your table has the columns `price`, `rooms`, `area` and `tax`, where the tax is always one percent of the price. A
# network is to predict the price, and is right to the last cent. Should you be glad?
#
# Solution
#
# No. It has only learnt to multiply the tax by 100. When you need the network you will not have the tax either, for it is
# worked out from the price. Leave the column out: `inputs=["rooms", "area"]`.

with open("flats.csv", "w", encoding="utf-8") as file:
    print("price,rooms,area,tax\n200000,3,70,2000\n300000,4,90,3000", file=file)

datasets.csv("flats.csv", target="price", inputs=["rooms", "area"])
# gives: [([3.0, 70.0], [200000.0]), ([4.0, 90.0], [300000.0])]

# **4.** Train the leaves with `emotional=True`, all else as in step 3. Then try to train such a network on the leaves in
# millimetres. What does the library say?
#
# Solution
#
# It learns the scaled leaves. For the others there is a warning: the emotional neuron averages millimetres, and the anxiety
# becomes a rate of more than 40.

moody = Network.layered([3, 4, 3], emotional=True, seed=1)
history = moody.train(scaled_train, validation=scaled_validation, patience=20, **settings)
moody.evaluate(scaled_test).accuracy > 0.7
# gives: True
moody.rewind()
try:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        moody.train(train, epochs=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# lernmi_emo.exceptions.InputScaleWarning: the inputs go from 0.13 to 115, and an emotional network averages them into its anxiety: scale them to 0..1
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
