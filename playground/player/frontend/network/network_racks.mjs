/**
 * The rack of a neuron: the numbers of what comes into it, in a column left of it, ordered as what they come from, the
 * bias last. Each edge ends at its own number and a stub leads on to the neuron, so that no number can be taken for
 * another edge's.
 */

import { textWidth } from "../shared/text_width.mjs";
import { pathOf } from "./edge_curves.mjs";
import { NO_ROOM } from "./value_room.mjs";
/** @import { Column, Node } from "./drawn_columns.mjs" */
/** @import { DrawnEdge } from "./drawn_network.mjs" */
/** @import { Sizes } from "./drawn_sizes.mjs" */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box what something takes in the drawing */

/**
 * @typedef {object} Port the place of a number
 * @property {Box} box @property {number} x of the right end of its figures @property {number} y
 * @property {number} reach how far up and down from its middle it can be grasped
 * @property {string} label what stands before the figures: "bias"
 * @property {string} stub the path from it to its neuron
 * @property {boolean} [isFlat] whether it stands below the drawing, where its edge does not come to it
 *
 * @typedef {{right: number, middle: number, pitch: number, top: number, bottom: number}} RackPlace `right`: of its boxes;
 *   `middle`: of its height, where there is room
 */

/** Pixels between the boxes of two numbers. */
const BETWEEN = 2;
/** The part of a circle's height on which stubs end. */
const RIM = 0.64;
/** Of a box's free width, what stays right of the figures. */
const AFTER = 0.16;
/** The longest figures that a box is laid out for. */
const USUAL_FIGURES = "−12.3";

/**
 * @param {DrawnEdge[]} edges of one neuron, in the order of their numbers
 * @param {Node} node the neuron @param {Column} column its layer
 * @param {RackPlace} place @param {Sizes} sizes
 * @returns {Port[]} one an edge
 */
export function rackOf(edges, node, column, { right, middle, pitch, top, bottom }, sizes) {
  const height = Math.min(sizes.box.height, pitch - BETWEEN);
  const reach = (edges.length - 1) * pitch;
  const first = within(middle - reach / 2, top + height / 2, bottom - reach - height / 2);
  return edges.map(({ isBias }, i) => {
    const y = first + i * pitch;
    const left = right - sizes.box.width - (isBias ? sizes.bias : 0);
    return {
      box: { left, right, top: y - height / 2, bottom: y + height / 2 },
      x: right - AFTER * sizes.box.width,
      y,
      reach: pitch / 2,
      label: isBias ? "bias" : "",
      stub: stubOf({ x: right, y }, node, column, spread(i, edges.length)),
    };
  });
}

/**
 * How far a box reaches to the left of its place, so that its figures stand in it: those of a run that diverges are long.
 * @param {Port} port @param {string} figures @param {number} numberSize of their type
 * @returns {number} pixels; below the drawing 0, where the next number is beside it
 */
export function widerBy({ isFlat }, figures, numberSize) {
  return isFlat ? 0 : Math.max(0, textWidth(figures, numberSize) - textWidth(USUAL_FIGURES, numberSize));
}

/**
 * How far a box may reach to the left of its place: up to the circles that the edges come from.
 * @param {Port} port @param {number} layer of its neuron @param {Pick<Node, "layer" | "x" | "radius">[]} nodes
 * @returns {number} pixels
 */
export function roomBefore({ box }, layer, nodes) {
  const before = nodes.filter((node) => node.layer === layer - 1);
  return box.left - BETWEEN - Math.max(...before.map(({ x, radius }) => x + radius));
}

/**
 * The first of some ways to write a number that covers no circle, or a sign that there is one.
 * @param {string[]} ways the longest first @param {Port} port @param {number} room @param {number} numberSize
 */
export function withRoom(ways, port, room, numberSize) {
  return ways.find((figures) => widerBy(port, figures, numberSize) <= Math.max(0, room)) ?? NO_ROOM;
}

/** From −1 at the first to 1 at the last. @param {number} i @param {number} count */
function spread(i, count) {
  return count === 1 ? 0 : (2 * i) / (count - 1) - 1;
}

/**
 * @param {{x: number, y: number}} from @param {Node} node @param {Column} column
 * @param {number} share where on the rim it ends: −1 above, 1 below
 */
function stubOf(from, node, column, share) {
  const dy = share * RIM * node.radius;
  const to = { x: node.x - Math.sqrt(node.radius ** 2 - dy ** 2), y: node.y + dy };
  return pathOf({ from, exit: from.x, entry: Math.max(from.x, column.x - column.left), to });
}

/** @param {number} wanted @param {number} least @param {number} most */
function within(wanted, least, most) {
  return Math.max(least, Math.min(wanted, most));
}
