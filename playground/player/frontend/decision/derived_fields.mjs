// Derived inputs over the decision plane: they depend on no weight, so they are computed once for a plane and kept.

import { derivedInputs, ownInputCount } from "../model/derived_columns.mjs";
/**
 * @import { Description, Numbers } from "../shared/types"
 * @import { Plane } from "./decision_grid.mjs"
 */

/** The large picture, the small ones, and those that a plane is just changed from. */
const MOST_KEPT = 4;

/** @type {WeakMap<Description, Map<string, Float64Array[]>>} */
const fieldsOfRuns = new WeakMap();

/**
 * Each derived input at every point of a plane, as the network sees it; none where a run has none.
 * @param {Description} run @param {Plane} plane
 * @param {Numbers} columns in the table's units @param {Numbers} rows likewise, the lowest first; not used where y is null
 * @returns {Float64Array[]} cell by cell, the first row at the highest y; NaN where it has no value
 */
export function derivedFields(run, plane, columns, rows) {
  if (!run.derived) return [];
  const fields = fieldsOfRuns.get(run) ?? new Map();
  fieldsOfRuns.set(run, fields);
  const key = [plane.x, plane.y, plane.xRange, plane.yRange, columns.length, rows.length, plane.held.join()].join(";");
  const known = fields.get(key);
  if (known) return known;
  const computed = fieldsOver(run, plane, columns, rows);
  fields.set(key, computed);
  if (fields.size > MOST_KEPT) fields.delete(fields.keys().next().value);
  return computed;
}

/** @param {Description} run @param {Plane} plane @param {Numbers} columns @param {Numbers} rows */
function fieldsOver(run, { x, y, held }, columns, rows) {
  const { offset, scale } = run.input_scaling;
  const first = ownInputCount(run);
  const inputs = held.slice(0, first);
  const derived = derivedInputs(run);
  const fields = derived.map(() => new Float64Array(columns.length * rows.length));
  let at = 0;
  for (let row = rows.length - 1; row >= 0; row--) {
    if (y !== null) inputs[y] = rows[row];
    for (let column = 0; column < columns.length; column++) {
      inputs[x] = columns[column];
      for (let k = 0; k < derived.length; k++) fields[k][at] = (derived[k](inputs) - offset[first + k]) / scale[first + k];
      at += 1;
    }
  }
  return fields;
}
