/**
 * A network with more numbers than have room: circles and edges, and the rack of one neuron, the one in focus. The gap
 * before it is widened; its own layer stays where it is as long as that can be, for somebody points at it. Where not every
 * layer could have that gap, the numbers stand below the drawing.
 */

import { BESIDES, columnAt, columnOf, extentOf, MARGIN, roomIn, rowOf, shareOf } from "./drawn_columns.mjs";
import { EASES, sizesAt, unitsFor } from "./drawn_sizes.mjs";
import { flatHeight, flatInvitation, flatRack } from "./flat_rack.mjs";
import { rackOf } from "./network_racks.mjs";
/** @import { Neuron } from "../shared/types" */
/** @import { Column, Row } from "./drawn_columns.mjs" */
/** @import { DrawnEdge, DrawnLayer } from "./drawn_network.mjs" */
/** @import { Sizes } from "./drawn_sizes.mjs" */
/** @import { Port } from "./network_racks.mjs" */
/** @import { Arrangement, Box } from "./racked_layout.mjs" */

const RADIUS = { input: 24, hidden: 22, output: 32 };
/** A picture of 26 pixels can still be told from another one. */
const LEAST_RADIUS = 13;
/** The part of the distance from layer to layer that a circle's radius may have. */
const WIDEST = { outer: 0.32, hidden: 0.25 };
/** The part of the width that the names of the inputs, or of the outputs, may have. */
const NAMES = 0.2;
/** Pixels below which a name is none. */
const LEAST_NAME = 26;
/** Pixels between the columns that make way. */
const SQUEEZED = 12;
/** The ease of what is the same whichever rack is shown. */
const EVEN = 0.5;
const PITCH = 29;
const MOST_PORTS = 9;
/** Pixels: some height, where only the width matters. */
const NOMINAL = 400;

/**
 * @typedef {object} Focus
 * @property {Neuron} neuron whose numbers are shown
 * @property {(parameter: number) => number} weightOf to know the largest where not all have room
 * @property {number} count of all that comes into it, drawn or not
 */

/**
 * @param {DrawnLayer[]} layers @param {DrawnEdge[]} edges @param {Box} box @param {Focus | null} focus
 * @returns {Arrangement}
 */
export function denseLayout(layers, edges, box, focus) {
  const unit = unitWithRacks(layers, box);
  return unit === null ? flatLayout(layers, edges, box, focus) : focusedLayout(layers, edges, box, focus, unit);
}

/**
 * As large as the rack of every layer can be, so that nothing grows or shrinks when another neuron is pointed at.
 * @param {DrawnLayer[]} layers @param {Box} box @returns {number | null} null if not every layer can have one
 */
function unitWithRacks(layers, box) {
  return unitsFor(box).find((each) => hasRoom(evenColumns(layers, each, box), each, box)) ?? null;
}

/**
 * Whether the numbers of a neuron in focus stand below the drawing.
 * @param {DrawnLayer[]} layers @param {Pick<Box, "width" | "type">} box
 */
export function isFlat(layers, { width, type }) {
  return unitWithRacks(layers, { width, height: NOMINAL * type, type }) === null;
}

/**
 * The height at which circles can be told apart, and the numbers of one neuron have room.
 * @param {DrawnLayer[]} layers @param {Pick<Box, "width" | "type">} box
 */
export function heightForCircles(layers, { width, type }) {
  const unit = leastUnit({ width, height: NOMINAL * type, type });
  const { top, bottom } = roomIn(0, unit);
  const most = Math.max(...layers.map(({ neurons }) => neurons.length));
  const lines = isFlat(layers, { width, type }) ? flatHeight(layers, width, unit) : 0;
  return Math.ceil(top - bottom + most * (2 * LEAST_RADIUS * unit + 2 * BESIDES) + lines);
}

/** @param {Box} box */
const leastUnit = (box) => unitsFor(box).at(-1) ?? 1;

/**
 * @param {DrawnLayer[]} layers @param {DrawnEdge[]} edges @param {Box} box @param {Focus | null} focus
 * @returns {Arrangement}
 */
function flatLayout(layers, edges, box, focus) {
  const unit = leastUnit(box);
  const sizes = { ...sizesAt(unit, 0), name: sizesAt(unit, EVEN).name };
  const lines = flatHeight(layers, box.width, unit);
  const columns = evenColumns(layers, unit, { ...box, height: box.height - lines });
  const bendEnd = (/** @type {DrawnEdge} */ { layer }) => leftOf(columns[layer]);
  const arrangement = { sizes, columns, bendEnd };
  if (!focus) return { ...arrangement, ports: new Map(), ...flatInvitation(box, lines, sizes.name) };
  const { layer: own, index } = focus.neuron;
  const { ports, end } = flatRack(edges.filter(({ layer, to }) => layer === own && to === index), box, lines, unit);
  return { ...arrangement, ports, more: moreText(focus, ports.size), moreAt: end };
}

/** How many of a neuron's numbers are not shown. @param {Focus} focus @param {number} shown */
const moreText = ({ count }, shown) => (shown < count ? `${count - shown} more` : null);

/**
 * @param {DrawnLayer[]} layers @param {DrawnEdge[]} edges @param {Box} box @param {Focus | null} focus @param {number} unit
 * @returns {Arrangement}
 */
function focusedLayout(layers, edges, box, focus, unit) {
  const even = evenColumns(layers, unit, box);
  const racked = focus && withRack(even, unit, focus.neuron.layer, box);
  // Names keep their size, whichever rack is shown.
  const sizes = { ...(racked?.sizes ?? sizesAt(unit, EVEN)), name: sizesAt(unit, EVEN).name };
  const columns = racked?.columns ?? even;
  const ends = columns.map(({ x, left }) => x - left);
  const bendEnd = (/** @type {DrawnEdge} */ edge) => ends[edge.layer];
  if (!focus || !racked) return { sizes, columns, ports: new Map(), bendEnd, more: null, moreAt: { x: 0, y: 0 } };
  return { sizes, columns, ...focusedRack(edges, columns, sizes, box, focus, bendEnd) };
}

/** Whether each layer could have a rack before it. @param {Column[]} even @param {number} unit @param {Box} box */
function hasRoom(even, unit, box) {
  const least = rackWidth(sizesAt(unit, 0));
  return even.slice(1).every(({ layer }) => least <= widestGap(even, layer) || withRack(even, unit, layer, box) !== null);
}

/**
 * The columns with room for a rack before a layer.
 * @param {Column[]} even @param {number} unit @param {number} layer @param {Box} box
 * @returns {{sizes: Sizes, columns: Column[]} | null}
 */
function withRack(even, unit, layer, box) {
  const canStay = widestGap(even, layer);
  for (const ease of EASES) {
    const sizes = sizesAt(unit, ease);
    if (rackWidth(sizes) <= canStay) return { sizes, columns: madeWay(even, layer, rackWidth(sizes), box) };
  }
  const sizes = sizesAt(unit, 0);
  const columns = madeWay(even, layer, rackWidth(sizes), box);
  const last = columns[columns.length - 1];
  const isSqueezed = columns.slice(layer).some((column, i, after) => i > 0 && leftOf(column) < rightOf(after[i - 1]));
  return isSqueezed || rightOf(last) > box.width ? null : { sizes, columns };
}

/** What a layer can have before it without moving. @param {Column[]} even @param {number} layer */
function widestGap(even, layer) {
  return leftOf(even[layer]) - spanOf(even.slice(0, layer));
}

/** @param {Sizes} sizes */
function rackWidth({ box, bias, stub }) {
  return box.width + bias + 2 * stub;
}

/** @param {Column} column */
const leftOf = ({ x, left }) => x - left;
/** @param {Column} column */
const rightOf = ({ x, right }) => x + right;

/** How far columns reach that stand as close as they can. @param {Column[]} columns */
function spanOf(columns) {
  return columns.reduce((sum, { left, right }, i) => sum + left + right + (i > 0 ? SQUEEZED : 0), MARGIN);
}

/**
 * @param {Column[]} even @param {number} layer @param {number} width of the rack before it @param {Box} box
 * @returns {Column[]}
 */
function madeWay(even, layer, width, box) {
  const own = even[layer];
  const x = Math.max(own.x, spanOf(even.slice(0, layer)) + width + own.left);
  const before = even[layer - 1];
  const end = Math.min(before.x, x - own.left - width - before.right);
  const after = even.length - 1 - layer;
  const last = box.width - MARGIN - even[even.length - 1].right;
  return even.map((column, i) => {
    if (i < layer) return columnAt(column, layer === 1 ? column.x : even[0].x + (i * (end - even[0].x)) / (layer - 1));
    return columnAt(column, after === 0 ? x : x + ((i - layer) * (last - x)) / after);
  });
}

/** The columns while nothing is in focus. @param {DrawnLayer[]} layers @param {number} unit @param {Box} box @returns {Column[]} */
function evenColumns(layers, unit, { width, height }) {
  const sizes = sizesAt(unit, EVEN);
  const spacing = width / layers.length;
  const free = Math.min(NAMES * width, (width - 2 * MARGIN - layers.length * (2 * LEAST_RADIUS + SQUEEZED)) / 2);
  const columns = layers.map((layer) => {
    const row = evenRow(layer, layers.length, shareOf(layer.neurons.length, height, unit), spacing, sizes);
    // A name above a circle takes only what it is wider than the circle.
    const longest = row.side === "above" ? free + 2 * row.radius : free;
    const named = longest < LEAST_NAME * unit ? { ...row, side: /** @type {const} */ ("none") } : row;
    return columnOf(layer, named, sizes, extentOf(layer, named, sizes, longest), height);
  });
  const middles = middlesOf(columns, rackWidth(sizesAt(unit, 0)), width);
  return columns.map((column, i) => columnAt(column, middles[i]));
}

/**
 * At the same distance, but for the first hidden layer: the inputs cannot make way for its rack.
 * @param {Column[]} columns @param {number} rack the least width of one @param {number} width of the box
 */
function middlesOf(columns, rack, width) {
  const [inputs, hidden] = columns;
  const first = MARGIN + inputs.left;
  const last = width - MARGIN - columns[columns.length - 1].right;
  const gaps = columns.length - 1;
  const even = (last - first) / gaps;
  const wanted = Math.max(even, inputs.right + rack + hidden.left);
  const others = gaps === 1 ? 0 : (last - first - wanted) / (gaps - 1);
  const start = others >= hidden.left + hidden.right + SQUEEZED ? wanted : even;
  return columns.map((_, i) => (i === 0 ? first : first + start + ((i - 1) * (last - first - start)) / Math.max(1, gaps - 1)));
}

/**
 * @param {DrawnLayer} layer @param {number} layers @param {number} share @param {number} spacing @param {Sizes} sizes
 * @returns {Row}
 */
function evenRow(layer, layers, share, spacing, sizes) {
  const radius = radiusOf(layer, layers, spacing, sizes.unit);
  if (layer.layer === 0 || layer.layer === layers - 1) return rowOf(layer, layers, share, sizes, radius);
  // Of a hidden neuron the heading says where it is; a name would stand in the way of the edges.
  return { radius: Math.min(radius, share / 2 - BESIDES), share, side: "none" };
}

/** @param {DrawnLayer} layer @param {number} layers @param {number} spacing @param {number} unit */
function radiusOf({ layer, neurons }, layers, spacing, unit) {
  const isOutput = layer === layers - 1;
  const isOuter = layer === 0 || isOutput;
  const wanted = isOutput && neurons.length === 1 ? RADIUS.output : layer === 0 ? RADIUS.input : RADIUS.hidden;
  return Math.max(LEAST_RADIUS, Math.min(wanted * unit, spacing * (isOuter ? WIDEST.outer : WIDEST.hidden)));
}

/**
 * @param {DrawnEdge[]} edges @param {Column[]} columns @param {Sizes} sizes @param {Box} box @param {Focus} focus
 * @param {(edge: DrawnEdge) => number} plainEnd where the bend of an edge without a number ends
 */
function focusedRack(edges, columns, sizes, { height }, focus, plainEnd) {
  const { neuron, weightOf, count } = focus;
  const column = columns[neuron.layer];
  const node = column.nodes[neuron.index];
  const room = roomIn(height, sizes.unit);
  const own = edges.filter(({ layer, to }) => layer === neuron.layer && to === neuron.index);
  const most = Math.min(MOST_PORTS, Math.floor((room.bottom - room.top) / sizes.pitch));
  const shown = own.length <= most && own.length === count ? own : largest(own, most - 1, weightOf);
  const lines = shown.length + (shown.length < count ? 1 : 0);
  const pitch = Math.min(PITCH * sizes.unit, (room.bottom - room.top) / lines);
  const right = column.x - column.left - sizes.stub;
  const place = { right, middle: node.y, pitch, top: room.top, bottom: room.bottom - (lines - shown.length) * pitch };
  /** @type {Map<DrawnEdge, Port>} */
  const ports = new Map(rackOf(shown, node, column, place, sizes).map((port, i) => [shown[i], port]));
  const last = [...ports.values()].at(-1);
  const bendEnd = (/** @type {DrawnEdge} */ edge) =>
    ports.has(edge) ? right - sizes.box.width - sizes.bias : plainEnd(edge);
  return { ports, bendEnd, more: moreText(focus, shown.length), moreAt: { x: last?.x ?? right, y: (last?.y ?? room.top) + pitch } };
}

/**
 * The largest in size, in the order they had.
 * @param {DrawnEdge[]} edges @param {number} most @param {(parameter: number) => number} weightOf
 */
function largest(edges, most, weightOf) {
  const sizeOf = (/** @type {DrawnEdge} */ { parameter }) => Math.abs(weightOf(parameter)) || 0;
  const chosen = new Set([...edges].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, Math.max(0, most)));
  return edges.filter((edge) => chosen.has(edge));
}
