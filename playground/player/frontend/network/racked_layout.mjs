/** A network in which every neuron has its rack of numbers: as large as it fits, or not at all. */

import { columnAt, columnOf, extentOf, MARGIN, roomIn, rowOf, shareOf } from "./drawn_columns.mjs";
import { EASES, sizesAt, unitsFor } from "./drawn_sizes.mjs";
import { rackOf } from "./network_racks.mjs";
/** @import { Column, Node, Row } from "./drawn_columns.mjs" */
/** @import { DrawnEdge, DrawnLayer } from "./drawn_network.mjs" */
/** @import { Sizes } from "./drawn_sizes.mjs" */
/** @import { Port } from "./network_racks.mjs" */

/**
 * @typedef {{width: number, height: number, type: number}} Box `type`: how much larger than usual all type is
 * @typedef {{curve: number, stub: number}} Gap what lies left and right of a rack
 * @typedef {object} Arrangement
 * @property {Sizes} sizes @property {Column[]} columns
 * @property {Map<DrawnEdge, Port>} ports of the edges whose numbers stand in the drawing
 * @property {(edge: DrawnEdge) => number} bendEnd where an edge has come to the height of what it leads to
 * @property {string | null} more how many numbers have no room, and where that is said @property {{x: number, y: number}} moreAt
 */

/** Pixels from one number to the next: at most, and by how much a rack is to stand apart from the next one. */
const PITCH = { single: 80, output: 40, hidden: 32 };
const APART = 18;
const LEAST_APART = 3;
/** Pixels that a finger needs from one number to the next, and a height above which a network is rather drawn without. */
const FINGER = 24;
const HIGHEST = 340;
/** The part of what is left that goes to the curves; the stubs have the rest, up to this. */
const TO_CURVES = 0.72;
const LONGEST_STUB = 72;
/** The part of a curve's room at whose end it may run under the word "bias" of a number above its own. */
const UNDER_BIAS = 0.4;

/**
 * @param {DrawnLayer[]} layers @param {DrawnEdge[]} edges @param {Box} box
 * @returns {Arrangement | null} null if there is not room for all numbers
 */
export function rackedLayout(layers, edges, box) {
  for (const unit of unitsFor(box)) {
    for (const ease of EASES) {
      const sizes = sizesAt(unit, ease);
      const rows = rowsOf(layers, sizes, box.height);
      const arrangement = rows && arranged(layers, edges, rows, sizes, box);
      if (arrangement) return arrangement;
    }
  }
  return null;
}

/**
 * The height at which all numbers have room and a finger finds each of them; null if that is more than a page has.
 * @param {DrawnLayer[]} layers @param {number} type
 */
export function heightForRacks(layers, type) {
  const { top, bottom } = roomIn(0, type);
  const racks = layers.map(({ neurons, ports }) => neurons.length * (ports * FINGER * type + LEAST_APART));
  const height = Math.ceil(Math.max(...racks) + top - bottom);
  return height <= HIGHEST * type ? height : null;
}

/** @typedef {Row & {pitch: number}} RackedRow */

/** @param {DrawnLayer[]} layers @param {Sizes} sizes @param {number} height @returns {RackedRow[] | null} */
function rowsOf(layers, sizes, height) {
  const rows = layers.map((layer) => {
    const count = layer.neurons.length;
    const share = shareOf(count, height, sizes.unit);
    const row = rowOf(layer, layers.length, share, sizes, radiusOf(layer, layers, sizes));
    return { ...row, pitch: pitchOf(layer, layers.length, share, sizes) };
  });
  const fits = rows.every(({ share, side, pitch }, i) =>
    side !== "none" && layers[i].ports * pitch + LEAST_APART <= share && pitch >= sizes.pitch);
  return fits ? rows : null;
}

/** @param {DrawnLayer} layer @param {DrawnLayer[]} layers @param {Sizes} sizes */
function radiusOf({ layer, neurons }, layers, sizes) {
  if (layer < layers.length - 1 || neurons.length > 1) return sizes.radius;
  return layers.length === 2 ? sizes.singleRadius : sizes.outputRadius;
}

/** @param {DrawnLayer} layer @param {number} layers @param {number} share @param {Sizes} sizes */
function pitchOf({ neurons, ports }, layers, share, { unit, pitch }) {
  if (ports === 0) return pitch;
  const most = (share - LEAST_APART) / ports;
  if (neurons.length === 1) return Math.min((layers === 2 ? PITCH.single : PITCH.output) * unit, most);
  const apart = Math.min(PITCH.hidden * unit, (share - APART * unit) / ports);
  return Math.max(pitch, apart, Math.min(FINGER * unit, most));
}

/**
 * @param {DrawnLayer[]} layers @param {DrawnEdge[]} edges @param {RackedRow[]} rows @param {Sizes} sizes @param {Box} box
 * @returns {Arrangement | null}
 */
function arranged(layers, edges, rows, sizes, { width, height }) {
  const columns = layers.map((layer, i) =>
    columnOf(layer, rows[i], sizes, extentOf(layer, rows[i], sizes, sizes.longestName), height));
  const gap = gapOf(columns, sizes, width);
  if (gap === null) return null;
  let x = MARGIN;
  const placed = columns.map((column) => {
    const at = columnAt(column, x + column.left);
    x += column.left + column.right + gap.curve + sizes.box.width + gap.stub;
    return at;
  });
  const room = roomIn(height, sizes.unit);
  const ports = new Map();
  for (const column of placed.slice(1)) {
    const place = { ...room, right: column.x - column.left - gap.stub, pitch: rows[column.layer].pitch };
    for (const node of column.nodes) {
      const own = edges.filter(({ layer, to }) => !node.isRest && layer === column.layer && to === node.index);
      rackOf(own, node, column, { ...place, middle: node.middle }, sizes).forEach((port, i) => ports.set(own[i], port));
    }
  }
  const before = sizes.box.width + Math.min(sizes.bias + LEAST_APART, UNDER_BIAS * gap.curve);
  const bendEnd = (/** @type {DrawnEdge} */ { layer }) => placed[layer].x - placed[layer].left - gap.stub - before;
  return { sizes, columns: placed, ports, bendEnd, more: null, moreAt: { x: 0, y: 0 } };
}

/** What lies left and right of each rack, so that the whole width is used. @param {Column[]} columns @param {Sizes} sizes @param {number} width @returns {Gap | null} */
function gapOf(columns, { unit, box, curve, stub }, width) {
  const taken = columns.reduce((sum, { left, right }) => sum + left + right, 2 * MARGIN);
  const room = (width - taken) / (columns.length - 1) - box.width;
  const left = room - curve - stub;
  if (left < 0) return null;
  // The numbers of a single neuron stand midway: nothing else needs the room.
  if (columns.length === 2 && columns[1].nodes.length === 1) return { curve: room / 2, stub: room / 2 };
  const longer = Math.min(stub + (1 - TO_CURVES) * left, Math.max(stub, LONGEST_STUB * unit));
  return { curve: room - longer, stub: longer };
}
