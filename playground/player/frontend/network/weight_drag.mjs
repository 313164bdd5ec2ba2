// How far a drag on a weight's number changes the weight.

/** Of a weight up to 1, for each pixel to the right or up; larger weights change in proportion. */
const STEP = 0.02;
/** So many times finer while Shift is held. */
const FINER = 10;
const DECIMALS = { coarse: 2, fine: 3 };

/**
 * What a weight has become that is dragged, before it is rounded: what is added up stays exact, so that a drag there and
 * back ends where it began, and taking Shift in the middle makes no jump.
 * @param {number} value so far
 * @param {number} start before the drag
 * @param {number} pixels to the right and up since
 * @param {boolean} fine
 */
export function draggedWeight(value, start, pixels, fine) {
  const step = STEP * Math.max(1, Math.abs(start));
  return value + (pixels * step) / (fine ? FINER : 1);
}

/**
 * A dragged weight with as many decimals as a hand can mean.
 * @param {number} value
 * @param {boolean} fine
 */
export function roundedWeight(value, fine) {
  // 0 is added so that −0 becomes 0.
  return Number(value.toFixed(fine ? DECIMALS.fine : DECIMALS.coarse)) + 0;
}
