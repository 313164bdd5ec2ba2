// Test rows that are validation rows: a stop rule may go by them, so that they are no test.
/** @import { Numbers, Table } from "../shared/types" */

/**
 * The rows that are a test, and what was answered to them.
 * @param {Pick<Table, "targets" | "validation">} table
 * @param {Numbers} outputs rows × outputs, one row behind the other
 * @returns {{targets: number[][], outputs: Numbers}} the same ones where no row is a validation row
 */
export function testedRows({ targets, validation }, outputs) {
  if (!validation) return { targets, outputs };
  const tested = targets.flatMap((_, row) => (validation.includes(row) ? [] : [row]));
  const count = targets[0].length;
  const answers = tested.flatMap((row) => Array.from({ length: count }, (_, column) => outputs[row * count + column]));
  return { targets: tested.map((row) => targets[row]), outputs: Float64Array.from(answers) };
}

/** Whether a row is one. @param {Pick<Table, "validation">} table @param {number} row */
export function isValidationRow({ validation }, row) {
  return validation?.includes(row) ?? false;
}
