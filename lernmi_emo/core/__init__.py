"""The core: what a learner steps through. Standard library only.

activation, error    functions and their slopes
neuron               holds values
link, weight         moves values between two neurons, and learns
emotion              anxiety and confidence
layer, network       the order in which they speak; topology finds it
lesson, divergence   what a lesson was given; and what happens when learning runs away"""
