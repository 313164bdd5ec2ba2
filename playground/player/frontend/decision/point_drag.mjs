// From a place in the decision picture to the numbers of the table that stand there.

import { multiple, roundStep } from "../shared/ticks.mjs";
import { numberText } from "../shared/wording.mjs";
/** @import { Cells as Column, Description, Pair } from "../shared/types" */

/** Into how many steps a picture is cut, about: few enough that numbers stay short, and no step is more than two pixels. */
const STEPS = 200;
const ALL_DIGITS = 12;

/**
 * @typedef {object} Held a point as it was when the drag began
 * @property {number[]} inputs raw
 * @property {number[] | null} targets null for the new situation
 *
 * @typedef {object} Cells numbers by the place of their column, as Python is told them
 * @property {Column} inputs
 * @property {Column} targets
 *
 * @typedef {import("./decision_span.mjs").Span} Span
 */

/**
 * The number at a share of a range: a round one, not beyond the range.
 * @param {Pair} range
 * @param {number} share from 0 at its low end to 1 at its high end
 * @param {number} before the number the drag began with, which need not be a round one: it is given back as it was
 */
export function valueAt([low, high], share, before) {
  const step = roundStep((high - low) / STEPS);
  const wanted = Math.round((low + share * (high - low)) / step);
  const steps = Math.min(Math.floor(high / step), Math.max(Math.ceil(low / step), wanted));
  if (steps === Math.round(before / step)) return before;
  return multiple(step, steps);
}

/** @typedef {Pick<Description, "classes">} Run */

/**
 * The targets of a point that goes up and down by its target: there is one input, and a class is not dragged into another.
 * @param {Run} run @param {Span} span @param {Held} held
 */
const draggedTargets = (run, { plane }, held) => (plane.y === null && run.classes === null ? held.targets : null);

/**
 * Where a point is shown, within the picture.
 * @param {Run} run @param {Span} span @param {Held} held
 * @param {Pair} wanted from 0 to 1 from the left and from the top @param {Pair} seen where it stood
 * @returns {Pair}
 */
export function placeWithin(run, span, held, wanted, seen) {
  const [x, y] = wanted.map((share) => Math.min(1, Math.max(0, share)));
  return [x, span.plane.y !== null || draggedTargets(run, span, held) ? y : seen[1]];
}

/**
 * The cells of a point at a place.
 * @param {Run} run @param {Span} span @param {Held} held @param {Pair} place
 * @returns {Cells}
 */
export function cellsAt(run, span, held, [x, y]) {
  const { plane, heights, output } = span;
  const targets = draggedTargets(run, span, held);
  /** @type {Cells} */
  const cells = { inputs: { [plane.x]: valueAt(plane.xRange, x, held.inputs[plane.x]) }, targets: {} };
  if (plane.y !== null) cells.inputs[plane.y] = valueAt(plane.yRange, 1 - y, held.inputs[plane.y]);
  if (targets) cells.targets[output] = valueAt(heights, 1 - y, targets[output]);
  return cells;
}

/** @param {Column} cells @param {number[]} values @returns {Column} */
function columnBefore(cells, values) {
  return Object.fromEntries(placesIn(cells).map((place) => [place, values[place]]));
}

/** The same cells as they were before. @param {Cells} cells @param {Held} held @returns {Cells} */
export function cellsBefore(cells, held) {
  return { inputs: columnBefore(cells.inputs, held.inputs), targets: columnBefore(cells.targets, held.targets ?? []) };
}

/** @param {Column} one @param {Column} other of the same columns */
const sameColumns = (one, other) => placesIn(one).every((place) => one[place] === other[place]);

/** @param {Cells} one @param {Cells} other of the same columns */
export function sameCells(one, other) {
  return sameColumns(one.inputs, other.inputs) && sameColumns(one.targets, other.targets);
}

/** A point with other numbers in some of its cells. @param {Held} held @param {Cells} cells @returns {Held} */
export function withCells(held, cells) {
  return {
    inputs: held.inputs.map((value, place) => cells.inputs[place] ?? value),
    targets: held.targets?.map((value, place) => cells.targets[place] ?? value) ?? null,
  };
}

/** @param {string} name @param {number} value @returns {[string, string]} */
const named = (name, value) => [name, numberText(value, ALL_DIGITS)];

/** @param {Column} cells */
const placesIn = (cells) => Object.keys(cells).map(Number);

/**
 * What the label beside a dragged point says.
 * @param {Pick<Description, "input_names" | "target_names">} run @param {Span} span @param {Cells} cells
 * @returns {[string, string][]} name and number of what goes to the right, then of what goes upwards
 */
export function namedCells(run, { plane }, cells) {
  const { input_names: inputs, target_names: targets } = run;
  const across = plane.y === null ? [plane.x] : [plane.x, plane.y];
  return [
    ...across.map((place) => named(inputs[place], cells.inputs[place])),
    ...placesIn(cells.targets).map((place) => named(targets[place], cells.targets[place])),
  ];
}
