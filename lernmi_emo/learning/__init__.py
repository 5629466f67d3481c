"""Many lessons: an epoch, a training, what came of it, and how well a network does."""
