// The numbers of a row that is put into the decision picture.
import { valueAt } from "./point_drag.mjs";
/** @import { Description, Pair } from "../shared/types" */

/** @typedef {Pick<Description, "classes" | "target_names">} Run */

/**
 * A row at a place in the picture, of a class; an input that the picture does not span has the number it is held at.
 * @param {Run} run of two classes or several
 * @param {Pick<import("./decision_span.mjs").Span, "plane">} span
 * @param {number} ofClass
 * @param {Pair} place from 0 to 1 from the left and from the top
 * @returns {import("./point_drag.mjs").Cells}
 */
export function addedRow(run, { plane }, ofClass, [x, y]) {
  /** @type {Record<number, number>} */
  const inputs = { ...plane.held };
  inputs[plane.x] = valueAt(plane.xRange, x, NaN);
  if (plane.y !== null) inputs[plane.y] = valueAt(plane.yRange, 1 - y, NaN);
  return { inputs, targets: { ...targetsOf(run, ofClass) } };
}

/** @param {Run} run @param {number} ofClass @returns {number[]} */
function targetsOf({ classes, target_names: names }, ofClass) {
  if (classes?.kind === "two") return [classes.values[ofClass]];
  return names.map((_, place) => Number(place === ofClass));
}
