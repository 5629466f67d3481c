"""Drawings of networks, and pictures around learning.

    scene, draw, graphviz, matplotlib, svg     the network: one Scene, several painters (`net.draw`, `net.plot`, …)
    animate                                    a trace as a film
    plot_history, plot_histories               error, anxiety and confidence over the epochs
    plot_surface, plot_neurons                 what a network of two inputs computes, and each neuron of it
    plot_weights                               a neuron's weights as an image
    plot_confusion                             which classes are taken for which
    save_figure                                any of these into a file

Those in the list can be imported from here. matplotlib and Graphviz are imported when something is painted.
"""

from lernmi_emo.drawing.animation import animate
from lernmi_emo.drawing.charts.confusion import plot_confusion
from lernmi_emo.drawing.charts.curves import plot_histories, plot_history
from lernmi_emo.drawing.charts.figures import save_figure
from lernmi_emo.drawing.charts.small_multiples import plot_neurons
from lernmi_emo.drawing.charts.surface import plot_surface
from lernmi_emo.drawing.charts.weights_image import plot_weights
from lernmi_emo.drawing.painters.svg import scene_to_svg
from lernmi_emo.drawing.scene.marks import Scene

__all__ = [
    "animate",
    "plot_confusion",
    "plot_histories",
    "plot_history",
    "plot_neurons",
    "plot_surface",
    "plot_weights",
    "save_figure",
]

Scene.painted_by = staticmethod(scene_to_svg)  # in notebooks
