// From a place in the decision picture to the numbers of the table that stand there.

import { roundStep } from "./decision_points.mjs";
import { numberText } from "../shared/wording.mjs";

/** Into how many steps a picture is cut, about: few enough that numbers stay short, and no step is more than two pixels. */
const STEPS = 200;
const ALL_DIGITS = 12;

/**
 * @typedef {object} Held a point as it was when the drag began
 * @property {number[]} inputs raw
 * @property {number[] | null} targets null for the new situation
 *
 * @typedef {object} Cells numbers by the place of their column, as Python is told them
 * @property {Record<string, number>} inputs
 * @property {Record<string, number>} targets
 *
 * @typedef {import("./decision_span.mjs").Span} Span
 */

/**
 * The number at a share of a range: a round one, not beyond the range.
 * @param {[number, number]} range
 * @param {number} share from 0 at its low end to 1 at its high end
 * @param {number} before the number the drag began with, which need not be a round one: it is given back as it was
 */
export function valueAt([low, high], share, before) {
  const step = roundStep((high - low) / STEPS);
  const wanted = Math.round((low + share * (high - low)) / step);
  const steps = Math.min(Math.floor(high / step), Math.max(Math.ceil(low / step), wanted));
  if (steps === Math.round(before / step)) return before;
  const decimals = Math.max(0, -Math.floor(Math.log10(step * 1.001)));
  return Number((steps * step).toFixed(Math.min(100, decimals))) || 0;
}

/** Whether a point can go up and down: with one input that is its target, and a class is not dragged into another. */
const goesUpwards = (run, { plane }, held) => plane.y !== null || (held.targets !== null && run.classes === null);

/**
 * Where a point is shown, within the picture.
 * @param {object} run @param {Span} span @param {Held} held
 * @param {[number, number]} wanted from 0 to 1 from the left and from the top @param {[number, number]} seen where it stood
 * @returns {[number, number]}
 */
export function placeWithin(run, span, held, wanted, seen) {
  const [x, y] = wanted.map((share) => Math.min(1, Math.max(0, share)));
  return [x, goesUpwards(run, span, held) ? y : seen[1]];
}

/**
 * The cells of a point at a place.
 * @param {object} run @param {Span} span @param {Held} held @param {[number, number]} place
 * @returns {Cells}
 */
export function cellsAt(run, span, held, [x, y]) {
  const { plane, heights, output } = span;
  const cells = { inputs: { [plane.x]: valueAt(plane.xRange, x, held.inputs[plane.x]) }, targets: {} };
  if (plane.y !== null) cells.inputs[plane.y] = valueAt(plane.yRange, 1 - y, held.inputs[plane.y]);
  else if (goesUpwards(run, span, held)) cells.targets[output] = valueAt(heights, 1 - y, held.targets[output]);
  return cells;
}

/** The same cells as they were before. @param {Cells} cells @param {Held} held @returns {Cells} */
export function cellsBefore(cells, held) {
  const before = (part) => Object.fromEntries(Object.keys(cells[part]).map((place) => [place, held[part][place]]));
  return { inputs: before("inputs"), targets: before("targets") };
}

/** @param {Cells} one @param {Cells} other of the same columns */
export function sameCells(one, other) {
  return ["inputs", "targets"].every((part) => Object.keys(one[part]).every((place) => one[part][place] === other[part][place]));
}

/** A point with other numbers in some of its cells. @param {Held} held @param {Cells} cells @returns {Held} */
export function withCells(held, cells) {
  const filled = (part) => held[part]?.map((value, place) => cells[part][place] ?? value) ?? null;
  return { inputs: filled("inputs"), targets: filled("targets") };
}

/**
 * What the label beside a dragged point says.
 * @param {object} run @param {Span} span @param {Cells} cells
 * @returns {[string, string][]} name and number of what goes to the right, then of what goes upwards
 */
export function namedCells(run, { plane }, cells) {
  const named = (names, part, place) => [names[place], numberText(cells[part][place], ALL_DIGITS)];
  const inputs = [plane.x, plane.y].filter((place) => place !== null).map((place) => named(run.input_names, "inputs", place));
  return [...inputs, ...Object.keys(cells.targets).map((place) => named(run.target_names, "targets", place))];
}
