// Inputs as the network sees them, for those who want to see those.
/** @import { Description, Pair } from "../shared/types" */

/** One number of an input, scaled. @param {Pick<Description, "input_scaling">} run @param {number} input @param {number} value */
export function scaledInput({ input_scaling: { offset, scale } }, input, value) {
  return (value - offset[input]) / scale[input];
}

/** What stands at the ends of an axis. @param {Pick<Description, "input_scaling">} run @param {number} input @param {Pair} range raw @returns {Pair} */
export function scaledRange(run, input, [low, high]) {
  return [scaledInput(run, input, low), scaledInput(run, input, high)];
}
