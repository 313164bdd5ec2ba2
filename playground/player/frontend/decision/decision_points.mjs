// Where the rows of a table stand in the decision picture, what they are called there, and whether they are right.

import { calledClass, className, NO_CLASS, targetClass, verdictOf } from "../model/classes.mjs";
import { ownInputNames } from "../model/derived_columns.mjs";
import { inputRange } from "./decision_grid.mjs";
import { headingOfNeuron } from "./pictured_neuron.mjs";
import { numberText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Description, Pair, Pictured, Table } from "../shared/types"
 * @import { Plane } from "./decision_grid.mjs"
 */

/**
 * Another text whenever the points of a picture look otherwise, wherever they stand.
 * @param {Pick<Pictured, "classes" | "train" | "test" | "situation">} run
 */
export function appearanceOfPoints({ classes, train, test, situation }) {
  const classesOf = (/** @type {Table | null} */ table) => table && table.targets.map((targets) => targetClass(classes, targets));
  return JSON.stringify([classes, train.row_numbers, classesOf(train), classesOf(test), Boolean(situation)]);
}

/**
 * What a point says to who cannot see it: "row 3, target 1, output 0.5560, right".
 * @param {Pick<Description, "classes" | "target_names">} run @param {Pick<Table, "targets" | "row_numbers">} table
 * @param {number} row @param {ArrayLike<number> | null} outputs @param {number} threshold
 */
export function pointLabel(run, table, row, outputs, threshold) {
  const targets = table.targets[row];
  const name = `row ${table.row_numbers[row]}`;
  const list = (/** @type {number[]} */ values) => Array.from(values, shownNumber).join(" and ");
  const wanted = targetClass(run.classes, targets);
  const asked = wanted === NO_CLASS ? list(targets) : className(run, wanted);
  if (!outputs) return `${name}, target ${asked}`;
  const start = row * targets.length;
  const called = calledClass(run.classes, outputs, start, targets.length, threshold);
  const given = run.classes?.kind === "several" ? className(run, called) : list(targets.map((_, k) => outputs[start + k]));
  const verdict = verdictOf(run.classes, targets, outputs, threshold, start);
  return `${name}, target ${asked}, output ${given}${verdict === null ? "" : `, ${verdict}`}`;
}

/** @param {Pair} range @param {number} value */
const shareWithin = ([low, high], value) => (value - low) / (high - low);

/**
 * Where rows stand, from 0 to 1 from the left and from the top.
 * @param {Plane} plane
 * @param {number[][]} inputs raw rows
 * @param {ArrayLike<number>} heights for one input: the number each row stands at
 * @param {Pair} heightRange the numbers at the bottom and the top for one input
 * @returns {Pair[]}
 */
export function placesOf(plane, inputs, heights, heightRange) {
  return inputs.map((row, k) => [
    shareWithin(plane.xRange, row[plane.x]),
    1 - (plane.y === null ? shareWithin(heightRange, heights[k]) : shareWithin(plane.yRange, row[plane.y])),
  ]);
}

/** The picture leaves a quarter of a column's range free on either side. */
const RANGES = 1.5;

/**
 * How far rows lie from the slice that is shown, along the inputs that are held: 1 is as far as a column reaches.
 * @param {Pick<Pictured, "train" | "test" | "situation">} run @param {Plane} plane @param {number[][]} inputs raw rows
 * @returns {number[]}
 */
export function distancesFrom(run, { x, y, held }, inputs) {
  const others = Array.from(held.keys()).filter((k) => k !== x && k !== y);
  const reaches = others.map((k) => {
    const [low, high] = inputRange(run, k);
    return (high - low) / RANGES;
  });
  return inputs.map((row) => Math.hypot(...others.map((k, at) => (row[k] - held[k]) / reaches[at])));
}

/**
 * Where a row lies that is not on the slice, in words.
 * @param {Pick<Description, "input_names" | "derived">} run @param {Plane} plane @param {number[]} inputs raw
 * @returns {string} such as "its x3 = 0"; empty on the slice
 */
export function offTheSlice(run, { x, y, held }, inputs) {
  const off = ownInputNames(run).flatMap((name, k) => {
    return k === x || k === y || inputs[k] === held[k] ? [] : [`${name} = ${numberText(inputs[k], 4)}`];
  });
  return off.length ? `its ${off.join(", ")}` : "";
}

const TOO_NEAR = 0.004;
/** @type {Pair} */
const NONE = [0, 0];
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const FARTHEST = 3;

/**
 * How far to move each point, in its own widths, so that those on the same spot can be told apart.
 *
 * Two stand one above the other, so that their numbers have room; more lie on a spiral that fills a disc evenly. A crowd is packed more closely rather than
 * spread over the picture. Source: H. Vogel, "A better way to construct the sunflower head", 1979.
 * @param {Pair[]} places
 * @returns {Pair[]}
 */
export function nudgesOf(places) {
  /** @type {Map<string, number[]>} */
  const spots = new Map();
  places.forEach(([x, y], k) => {
    const key = `${Math.round(x / TOO_NEAR)} ${Math.round(y / TOO_NEAR)}`;
    spots.set(key, [...(spots.get(key) ?? []), k]);
  });
  const nudges = places.map(() => NONE);
  for (const members of spots.values()) {
    if (members.length === 1) continue;
    const width = members.length === 2 ? 0.9 : Math.min(0.75, FARTHEST / Math.sqrt(members.length));
    members.forEach((point, k) => {
      const distance = width * Math.sqrt(members.length === 2 ? 1 : k + 0.5);
      const angle = members.length === 2 ? Math.PI * (k + 0.5) : GOLDEN_ANGLE * k;
      nudges[point] = [distance * Math.cos(angle), distance * Math.sin(angle)];
    });
  }
  return nudges;
}

/**
 * What the picture shows, in words.
 * @param {Pick<Description, "input_names" | "derived" | "target_names" | "layer_sizes" | "layer_names" | "neuron_names">} run
 * @param {Pick<import("./decision_span.mjs").Span, "plane" | "neuron">} span @param {number | null} output null for the largest
 * @returns {string} such as "Output over x1 and x2, x3 = 1"
 */
export function titleOf(run, { plane: { x, y, held }, neuron }, output) {
  const [inputs, targets] = [ownInputNames(run), run.target_names];
  const ofOutput = output === null ? "Largest output" : targets.length > 1 ? `Output ${targets[output]}` : "Output";
  const still = inputs.flatMap((name, k) => (k === x || k === y ? [] : [`${name} = ${numberText(held[k], 4)}`]));
  const shown = neuron ? headingOfNeuron(run, neuron) : ofOutput;
  return `${shown} over ${inputs[x]}${y === null ? "" : ` and ${inputs[y]}`}${still.length ? `, ${still.join(", ")}` : ""}`;
}
