// What one table has and another has not: a cell, a few cells of one row, a row more or a row less.
import { ownInputNames } from "../model/derived_columns.mjs";
/** @import { Description } from "../shared/types" */

/**
 * @typedef {{column: string, before: number, after: number}} ChangedCell
 * @typedef {{kind: "cells", row: number, cells: ChangedCell[]} | {kind: "new" | "gone", rows: number[]}
 *   | {kind: "rows", rows: number[]} | {kind: "other"}} TableDifference
 *   `cells` of one row; `new` and `gone` rows; several changed `rows`; an`other` table. Rows are numbered as on the screen.
 */

/**
 * How a training table differs from the one before it.
 * @param {Description} before @param {Description} run
 * @returns {TableDifference | null} null if they are the same
 */
export function tableDifference(before, run) {
  const names = columnsOf(run);
  const [old, now] = [rowsOf(before), rowsOf(run)];
  if (columnsOf(before).join("\n") !== names.join("\n")) return { kind: "other" };
  const head = shared(old, now);
  if (head === old.length && head === now.length) return null;
  const tail = shared(old.slice(head).reverse(), now.slice(head).reverse());
  const [gone, added] = [old.length - head - tail, now.length - head - tail];
  if (gone === 0) return { kind: "new", rows: numbers(run, head, added) };
  if (added === 0) return { kind: "gone", rows: numbers(before, head, gone) };
  if (gone !== added) return { kind: "other" };
  const changed = Array.from({ length: added }, (_, place) => head + place).filter((row) => !isSame(old[row], now[row]));
  const rows = changed.map((row) => run.train.row_numbers[row]);
  if (changed.length > 1) return { kind: "rows", rows };
  const [row] = changed;
  const cells = names.flatMap((column, place) => {
    const [was, is] = [old[row][place], now[row][place]];
    return Object.is(was, is) ? [] : [{ column, before: was, after: is }];
  });
  return { kind: "cells", row: rows[0], cells };
}

/** Those that somebody types: what is derived from them changes with them. @param {Description} run */
const columnsOf = (run) => [...ownInputNames(run), ...run.target_names];

/** @param {Description} run @returns {number[][]} */
function rowsOf(run) {
  const count = ownInputNames(run).length;
  return run.train.inputs.map((row, place) => [...row.slice(0, count), ...run.train.targets[place]]);
}

/** @param {number[]} one @param {number[]} other */
const isSame = (one, other) => one.every((value, place) => Object.is(value, other[place]));

/** How many rows both begin with. @param {number[][]} one @param {number[][]} other */
function shared(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && isSame(one[count], other[count])) count += 1;
  return count;
}

/** @param {Description} run @param {number} from @param {number} count */
function numbers({ train }, from, count) {
  return Array.from({ length: count }, (_, place) => train.row_numbers[from + place] ?? from + place + 1);
}
