// Where the rows of a table stand in the decision picture, what they are called there, and whether they are right.

import { calledClass, className, NO_CLASS, targetClass, verdictOf } from "../model/classes.mjs";
import { shownNumber } from "../shared/wording.mjs";
/** @import { Description, Pair, Pictured, Table } from "../shared/types" */

/**
 * Another text whenever the points of a picture look otherwise, wherever they stand.
 * @param {Pick<Pictured, "classes" | "train" | "test" | "situation">} run
 */
export function looksOfPoints({ classes, train, test, situation }) {
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
 * @param {import("./decision_grid.mjs").Plane} plane
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
    const width = members.length === 2 ? 0.7 : Math.min(0.75, FARTHEST / Math.sqrt(members.length));
    members.forEach((point, k) => {
      const distance = width * Math.sqrt(members.length === 2 ? 1 : k + 0.5);
      const angle = members.length === 2 ? Math.PI * (k + 0.5) : GOLDEN_ANGLE * k;
      nudges[point] = [distance * Math.cos(angle), distance * Math.sin(angle)];
    });
  }
  return nudges;
}
