// The two weights over which the loss is shown first: those that the run has moved most.
/**
 * @import { Pair } from "../shared/types"
 * @import { Records } from "../model/records.mjs"
 */

/**
 * @param {Pick<Records, "count" | "parametersAt"> | null} records of the run @param {number} count how many parameters it has, two at least
 * @returns {Pair} their places in the flat vector, the smaller one first; of those that moved alike the first ones
 */
export function largestMovers(records, count) {
  const places = Array.from({ length: count }, (_, place) => place);
  if (records === null || records.count === 0) return [0, 1];
  const [first, last] = [records.parametersAt(0), records.parametersAt(records.count - 1)];
  const moved = (/** @type {number} */ place) => Math.abs(last[place] - first[place]) || 0;
  const [one, other] = places.sort((a, b) => moved(b) - moved(a));
  return one < other ? [one, other] : [other, one];
}
