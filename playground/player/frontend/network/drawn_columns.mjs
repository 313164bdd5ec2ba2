/**
 * A layer as a column of circles with their names: above each circle, or at the outer side of the first and the last
 * layer where the circles stand close.
 */

import { fittingTexts } from "../shared/fitting_texts.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { DrawnLayer } from "./drawn_network.mjs" */
/** @import { Sizes } from "./drawn_sizes.mjs" */

/** Pixels between a drawing and the sides of its box. */
export const MARGIN = 4;

/**
 * @typedef {{x: number, y: number, anchor: "start" | "middle" | "end"}} NamePlace
 * @typedef {{layer: number, index: number, name: string, isRest: boolean, stands: number, x: number, y: number, radius: number,
 *   middle: number, shownName: string, nameAt: NamePlace | null}} Node
 *   `middle`: of its share of the height; `nameAt`: null where the name has no room
 * @typedef {"above" | "left" | "right" | "none"} NameSide
 * @typedef {{radius: number, share: number, side: NameSide}} Row `share`: of the height, for each neuron
 * @typedef {{layer: number, x: number, left: number, right: number, nodes: Node[]}} Column
 *   `left`, `right`: how far circles and names reach from the middle; `x`: of the middle
 */

const HEADER = 24;
const FOOT = 5;
/** Pixels between a circle and its name. */
const TO_NAME = 5;
/** And from a circle to the next. */
export const BESIDES = 2;
/** With less than this a circle and a name above it crowd each other. */
const LEAST_BELOW_NAME = 14;
const LARGEST_SHARE = 165;

/** What the circles have of the height of the box. @param {number} height @param {number} unit */
export function roomIn(height, unit) {
  return { top: HEADER * unit, bottom: height - FOOT };
}

/** Where the names of the layers stand. @param {number} unit */
export const headingAt = (unit) => 13 * unit;

/**
 * How high each neuron of a layer may be. @param {number} count @param {number} height @param {number} unit
 */
export function shareOf(count, height, unit) {
  const { top, bottom } = roomIn(height, unit);
  return count === 1 ? bottom - top : Math.min((bottom - top) / count, LARGEST_SHARE * unit);
}

/**
 * How the circles of a layer are drawn where each has this share of the height.
 * @param {DrawnLayer} layer @param {number} layers how many there are @param {number} share @param {Sizes} sizes
 * @param {number} wanted radius
 * @returns {Row}
 */
export function rowOf({ layer }, layers, share, sizes, wanted) {
  const below = (share - nameHeight(sizes) - 2 * BESIDES) / 2;
  const radius = Math.min(wanted, below);
  if (radius >= LEAST_BELOW_NAME * sizes.unit) return { radius, share, side: "above" };
  const side = layer === 0 ? "left" : layer === layers - 1 ? "right" : "none";
  return { radius: Math.min(wanted, share / 2 - BESIDES), share, side };
}

/** @param {Sizes} sizes */
function nameHeight({ name }) {
  return name + TO_NAME + 1;
}

/**
 * The names of a layer as they are written, and how far the column reaches to both sides of its middle.
 * @param {DrawnLayer} layer @param {Row} row @param {Sizes} sizes @param {number} longest name, in pixels
 */
export function extentOf(layer, row, sizes, longest) {
  const { neurons } = layer;
  const { side } = row;
  const names = side === "none" ? [] : fittingTexts(neurons.map(({ name }) => name), sizes.name, longest);
  const width = Math.max(0, ...names.map((name) => textWidth(name, sizes.name)));
  const circle = reachOf(layer, row, sizes) + BESIDES;
  if (side === "above") return { names, left: Math.max(circle, width / 2), right: Math.max(circle, width / 2) };
  const named = circle + TO_NAME + width;
  return { names, left: side === "left" ? named : circle, right: side === "right" ? named : circle };
}

/**
 * The circles of a layer from top to bottom, in the middle of the height, without their x.
 * @param {DrawnLayer} drawn @param {Row} row @param {Sizes} sizes
 * @param {{names: string[], left: number, right: number}} extent @param {number} height
 * @returns {Column}
 */
export function columnOf(drawn, row, sizes, { names, left, right }, height) {
  const { layer, neurons } = drawn;
  const { top, bottom } = roomIn(height, sizes.unit);
  const { radius, share, side } = row;
  const reach = reachOf(drawn, row, sizes);
  const first = (top + bottom - share * (neurons.length - 1)) / 2;
  // A circle stands in the middle of its share as long as its name has room above it.
  const down = side === "above" ? Math.max(0, radius + nameHeight(sizes) + BESIDES - share / 2) : 0;
  const nodes = neurons.map((neuron, i) => ({
    ...neuron, layer, x: 0, y: first + i * share + down, middle: first + i * share, radius,
    shownName: names[i] ?? "", nameAt: null,
  }));
  return { layer, x: 0, left, right, nodes: nodes.map((node) => ({ ...node, nameAt: nameOf(node, reach, side, sizes) })) };
}

/** How far a circle with its number reaches to a side, where a name may stand: a long one is wider than a small circle. @param {DrawnLayer} layer @param {Row} row @param {Sizes} sizes */
function reachOf({ widest }, { radius, side }, { name }) {
  return side === "left" ? Math.max(radius, textWidth(widest, name) / 2 - BESIDES) : radius;
}

/**
 * Where a name stands, from the middle of its column.
 * @param {{y: number, radius: number}} node @param {number} reach @param {NameSide} side @param {Sizes} sizes @returns {NamePlace | null}
 */
function nameOf({ y, radius }, reach, side, { name }) {
  if (side === "none") return null;
  if (side === "above") return { x: 0, y: y - radius - TO_NAME - name / 2, anchor: "middle" };
  const beside = reach + BESIDES + TO_NAME;
  return side === "left" ? { x: -beside, y, anchor: "end" } : { x: beside, y, anchor: "start" };
}

/** The column with its middle at x. @param {Column} column @param {number} x @returns {Column} */
export function columnAt(column, x) {
  const nodes = column.nodes.map((node) => ({
    ...node, x, nameAt: node.nameAt && { ...node.nameAt, x: node.nameAt.x + x - column.x },
  }));
  return { ...column, x, nodes };
}
