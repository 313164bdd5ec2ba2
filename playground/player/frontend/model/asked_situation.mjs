// The situation that is asked about: the one that Python has told, or that with the numbers that somebody tries.
import { withDerived } from "./derived_columns.mjs";
import { scaledRow } from "./forward_pass.mjs";
/** @import { AskedSituation, Description, Situation } from "../shared/types" */

/**
 * @param {Situation | null} told @param {AskedSituation | null} asked @param {Description | null} run
 * @returns {Situation | null} null also where a derived input has no value for the numbers that are tried
 */
export function askedSituation(told, asked, run) {
  if (!asked || !told || !run) return told;
  const moved = told.inputs.map((value, place) => asked.inputs[place] ?? value);
  const inputs = withDerived(run, moved);
  return inputs.every(Number.isFinite) ? { inputs, scaled: scaledRow(run, inputs) } : null;
}
