"""Where the numbers of a link, a neuron or the emotions came from."""
