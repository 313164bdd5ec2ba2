// Where epochs stand on the axis that slider and charts share; the twin of playground/figures/epoch_axis.py.

/** @typedef {"linear" | "log"} EpochScale */

/**
 * @param {number} epoch
 * @param {EpochScale} scale "log" places an epoch at ln(1 + epoch)
 */
export function positionOf(epoch, scale) {
  return scale === "log" ? Math.log1p(epoch) : epoch;
}

/**
 * The epoch at a position, which need not be a whole number.
 * @param {number} position
 * @param {EpochScale} scale
 */
export function epochOf(position, scale) {
  return scale === "log" ? Math.expm1(position) : position;
}
