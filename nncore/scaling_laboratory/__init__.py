"""Ask trained networks the same rows, scaled in several ways: the weights are the same, only the question differs.

The second article scales its test rows by their own range. That is *inconsistent preprocessing*: a number then means
something else in a test row than it did in a training row. It is no *leak*: in a leak, training sees something of the
test rows, and the trained weights are others for it; here training sees nothing of them.
"""

from nncore.scaling_laboratory.laboratory import MOST_SEEDS, ScalingLaboratory, run_laboratory
from nncore.scaling_laboratory.response import Response
from nncore.scaling_laboratory.scaling_ways import WAYS, ScalingWay
from nncore.scaling_laboratory.way_results import WayResults

__all__ = ["MOST_SEEDS", "WAYS", "Response", "ScalingLaboratory", "ScalingWay", "WayResults", "run_laboratory"]
