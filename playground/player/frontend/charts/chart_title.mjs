// What the first chart is called: by what it measures.
/** @import { ChartChoices, Description } from "../shared/types" */

/** The loss is told by its formula among the measures, and by its name elsewhere. */
export const LOSS = "Loss";

/**
 * @param {Description["measures"]} measures of the run @param {ChartChoices | null} choices
 * @returns {string} such as "Loss" or "Mean absolute error"; where a run has no such measure its loss is shown
 */
export function chartTitle(measures, choices) {
  const [name, title] = measures.find(([measure]) => measure === choices?.measure) ?? ["loss", LOSS];
  return name === "loss" ? LOSS : title;
}
