"""The core: what a learner steps through. The standard library and `support` only.

activation, error    functions and their slopes, made of functions
kind                 what a class of parts says of itself
neuron, source       hold values
link, weight         moves values between two neurons, and learns
emotion              anxiety and confidence
layer, network       the order in which they speak; topology finds it; turns keep it
graph, wiring        what belongs together
beginning, patterns  before the first lesson; what may be learnt
lesson, divergence   what a lesson was given; and what happens when learning runs away"""
