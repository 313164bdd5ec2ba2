// Over which two weights the loss is shown: the first goes across, the second up.
/** @import { Pair } from "../shared/types" */

/**
 * With another weight on an axis; where the other axis has it, the two change places.
 * @param {Readonly<Pair>} two @param {number} axis @param {number} place of the weight in the flat vector
 * @returns {Pair}
 */
export function withOnAxis(two, axis, place) {
  const other = two[1 - axis] === place ? two[axis] : two[1 - axis];
  return axis === 0 ? [place, other] : [other, place];
}

/**
 * With the weight that is chosen in the network: it goes across, and what went across goes up. So they are the two that were
 * chosen last.
 * @param {Readonly<Pair>} two @param {number} place of the weight in the flat vector
 * @returns {Pair}
 */
export function withNewest(two, place) {
  return two[0] === place ? [...two] : [place, two[0]];
}
