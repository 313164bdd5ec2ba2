// The rows of a table that have a line beside the editor and a point in the picture; all of them are counted.

/** @import { Description } from "../shared/types" */

/** As in playground/tables/shown_rows.py. */
export const SHOWN_ROWS = 2_000;

/**
 * The first rows of a long table; a table that is not long is returned itself.
 * @template {{targets: number[][]}} Table
 * @param {Table} table of one entry a row
 * @returns {Table}
 */
export function shownRows(table) {
  if (table.targets.length <= SHOWN_ROWS) return table;
  const parts = Object.entries(table).map(([name, part]) => [name, Array.isArray(part) ? part.slice(0, SHOWN_ROWS) : part]);
  return Object.fromEntries(parts);
}

/** A run of which the picture knows no more rows than have a point. @param {Description} run @returns {Description} */
export function withShownRows(run) {
  return { ...run, train: shownRows(run.train), test: run.test && shownRows(run.test) };
}
