// Which parameter is worked first, where none was pointed at.
import { layerViews, weightAt } from "../model/flat_order.mjs";
/** @import { Sizes } from "../model/flat_order.mjs" */

/**
 * The first parameter that a row moves: a weight is multiplied with its input, and where that is 0 every line would be 0.
 * @param {Sizes} run @param {ReadonlyArray<number>} inputs of the row, as the network sees them
 * @returns {number} in the flat vector; the first bias where all inputs are 0, or the first weight if there is none
 */
export function firstMovedBy(run, inputs) {
  const [view] = layerViews(run);
  const from = inputs.findIndex((input) => input !== 0);
  return from < 0 ? (view.biases ?? 0) : weightAt(view, from, 0);
}
