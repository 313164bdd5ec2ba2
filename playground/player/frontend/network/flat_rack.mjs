/**
 * The numbers of one neuron where no layer leaves room for them, as on a phone: in lines below the drawing, ordered as
 * what they come from, the bias last. Each says by its place in its layer, or by its word, what it comes from.
 */

import { MARGIN } from "./drawn_columns.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { DrawnEdge, DrawnLayer } from "./drawn_network.mjs" */
/** @import { Port } from "./network_racks.mjs" */

/** Pixels of a number with what stands before it, at least; from a line to the next, for a finger; and between two boxes. */
const NARROWEST = 76;
const PITCH = 36;
const BETWEEN = 4;
/** Pixels from the circles to the first line, and right of the figures. */
const ABOVE = 4;
const AFTER = 8;
/** What stands there while nothing is in focus. */
const INVITATION = "Choose a neuron to read its numbers";

/** @param {number} width of the drawing @param {number} unit */
function cellsOf(width, unit) {
  return Math.max(1, Math.floor((width - 2 * MARGIN) / (NARROWEST * unit)));
}

/** The height of all lines, whichever neuron is in focus. @param {DrawnLayer[]} layers @param {number} width @param {number} unit */
export function flatHeight(layers, width, unit) {
  // One place more says how many have none.
  const most = Math.max(...layers.map(({ ports }) => ports)) + (layers.some(({ neurons }) => neurons.some(({ isRest }) => isRest)) ? 1 : 0);
  return (Math.ceil(most / cellsOf(width, unit)) * PITCH + ABOVE) * unit;
}

/**
 * @param {DrawnEdge[]} edges of one neuron @param {{width: number, height: number}} box whose lowest part has the lines
 * @param {number} lines the height of them all @param {number} unit
 * @returns {{ports: Map<DrawnEdge, Port>, end: {x: number, y: number}}} `end`: of the figures in the place behind the last
 */
export function flatRack(edges, { width, height }, lines, unit) {
  const count = cellsOf(width, unit);
  const cell = (width - 2 * MARGIN) / count;
  const [pitch, top] = [PITCH * unit, height - lines + ABOVE * unit];
  const placeOf = (/** @type {number} */ i) => {
    const left = MARGIN + (i % count) * cell;
    return { left, right: left + cell - BETWEEN, y: top + (Math.floor(i / count) + 0.5) * pitch };
  };
  /** @type {Map<DrawnEdge, Port>} */
  const ports = new Map(edges.map((edge, i) => {
    const { left, right, y } = placeOf(i);
    const half = (pitch - BETWEEN) / 2;
    const label = edge.isBias ? "bias" : `${(edge.from ?? 0) + 1}`;
    return [edge, { box: { left, right, top: y - half, bottom: y + half }, x: right - AFTER, y, reach: pitch / 2, label, stub: "", isFlat: true }];
  }));
  const { right, y } = placeOf(edges.length);
  return { ports, end: { x: right - AFTER, y } };
}

/** The invitation, and where it ends. @param {{width: number, height: number}} box @param {number} lines @param {number} size of its type */
export function flatInvitation({ width, height }, lines, size) {
  return { more: INVITATION, moreAt: { x: (width + textWidth(INVITATION, size)) / 2, y: height - lines / 2 } };
}
