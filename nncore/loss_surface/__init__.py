"""The loss over two chosen parameters of a network, the others held."""

from nncore.loss_surface.loss_surface import LossSurface, loss_surface
from nncore.loss_surface.lowest_point import LowestPoint

__all__ = ["LossSurface", "LowestPoint", "loss_surface"]
