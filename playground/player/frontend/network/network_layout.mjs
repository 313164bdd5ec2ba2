/**
 * Where the neurons, edges and numbers of a network stand in a box of a given size. Nothing here touches the page.
 *
 * Layers are columns under their names. A bias is a short stub from below into its neuron, with its number under it.
 * Of a layer of more than eight the first seven are drawn, and `omitted` says so.
 */

import { layerViews, weightAt } from "../model/flat_order.mjs";
import { boxAround, placeNumbers } from "./network_labels.mjs";
/** @import { Description } from "../shared/types" */

/**
 * @typedef {{layer: number, index: number, x: number, y: number, radius: number, name: string, nameFits: boolean,
 *   isRest: boolean}} Node  `isRest`: stands for the neurons that are not drawn; its index is that of the first of them
 * @typedef {{parameter: number, layer: number, from: number | null, to: number, isBias: boolean, x1: number,
 *   y1: number, x2: number, y2: number, labelX: number, labelY: number, labelFits: boolean}} Edge
 *   `layer`: of its end, from 1; `from` is null for a bias
 * @typedef {{nodes: Node[], edges: Edge[], layers: {name: string, x: number}[], headerY: number, numberSize: number,
 *   widestEdge: number, omitted: string | null}} NetworkLayout
 * @typedef {Pick<Description, "layer_sizes" | "bias" | "neuron_names" | "layer_names">} Network
 * @typedef {ReturnType<typeof surroundings>} Surroundings what stands above and below a circle, in pixels
 * @typedef {{x: number, nodes: Node[], around: Surroundings}} Column
 */

const MOST_DRAWN = 8;
const HEADER_HEIGHT = 26;
const FOOT = 4;
const LARGEST_PITCH = 116;
const LARGEST_RADIUS = 27;
const SMALLEST_RADIUS = 7;
const NAME_HEIGHT = 19;
const NAME_CHARACTER = 7;
const BETWEEN_NAMES = 6;
const NARROW_BOX = 430;
/** Below this a circle has no room for a name above it and the bias's number below it. */
const READABLE_RADIUS = 17;
const CROWDED_EDGES = 25;
/** A neuron's number, such as “−0.64”, at the size it has in a small circle. */
const WIDEST_VALUE = 42;

/**
 * @param {Network} run
 * @param {number} width @param {number} height
 * @returns {NetworkLayout}
 */
export function networkLayout(run, width, height) {
  const numberSize = width < NARROW_BOX ? 14 : 16;
  const spacing = (width - 2 * margin(width)) / (run.layer_sizes.length - 1);
  const columns = run.layer_sizes.map((size, layer) => columnOf(run, layer, size, width, height, numberSize));
  const nodes = columns.flatMap((column) => column.nodes);
  const edges = edgesOf(run, columns, numberSize);
  writeNumbers(edges, columns, numberSize);
  return {
    nodes,
    edges,
    layers: columns.map((column, layer) => ({ name: headerOf(run.layer_names[layer], spacing), x: column.x })),
    headerY: 16,
    numberSize,
    widestEdge: columns.some((column, i) => i > 0 && drawn(columns[i - 1]) * drawn(column) > CROWDED_EDGES) ? 5 : 9,
    omitted: omittedSentence(run.layer_sizes, run.layer_names),
  };
}

/** @param {{nodes: Node[]}} column */
function drawn(column) {
  return column.nodes.filter((node) => !node.isRest).length;
}

/**
 * One layer: its neurons from top to bottom, and how much stands around each circle.
 * @param {Network} run @param {number} layer @param {number} size @param {number} width @param {number} height
 * @param {number} numberSize @returns {Column}
 */
function columnOf(run, layer, size, width, height, numberSize) {
  const x = columnX(layer, run.layer_sizes.length, width);
  const count = Math.min(size, MOST_DRAWN);
  const room = height - HEADER_HEIGHT - FOOT;
  const pitch = Math.min(LARGEST_PITCH, room / count);
  const spacing = (width - 2 * margin(width)) / (run.layer_sizes.length - 1);
  const around = surroundings(pitch, layer > 0 && run.bias, numberSize, namesFit(run, layer, spacing));
  const radius = Math.max(SMALLEST_RADIUS, Math.min(LARGEST_RADIUS, spacing / 5, (pitch - around.rest) / 2));
  const block = 2 * radius + around.above + around.below;
  const top = HEADER_HEIGHT + (room - pitch * count) / 2 + (pitch - block) / 2 + around.above + radius;
  const nodes = [];
  for (let i = 0; i < count; i++) {
    const isRest = size > MOST_DRAWN && i === MOST_DRAWN - 1;
    const name = isRest ? `and ${size - MOST_DRAWN + 1} more` : run.neuron_names[layer][i];
    nodes.push({ layer, index: i, x, y: top + i * pitch, radius, name, nameFits: around.nameFits, isRest });
  }
  return { x, nodes, around };
}

/** @param {number} width */
function margin(width) {
  return width < NARROW_BOX ? 42 : 56;
}

/** @param {number} layer @param {number} count @param {number} width */
function columnX(layer, count, width) {
  const side = margin(width);
  return side + (layer * (width - 2 * side)) / (count - 1);
}

/**
 * Whether the names of a layer have room beside those of its neighbours; the first and the last have theirs at the edge.
 * @param {Network} run @param {number} layer @param {number} spacing
 */
function namesFit(run, layer, spacing) {
  const widest = Math.max(...run.neuron_names[layer].map((name) => shownName(name).length)) * NAME_CHARACTER;
  const isInner = layer > 0 && layer < run.layer_sizes.length - 1;
  return isInner ? widest + BETWEEN_NAMES <= spacing : widest <= 2 * (spacing - SMALLEST_RADIUS - BETWEEN_NAMES);
}

/**
 * A layer's name, or its short form where the layers stand close: "Hidden 2" is "H 2".
 * @param {string} name @param {number} spacing
 */
function headerOf(name, spacing) {
  return name.length * NAME_CHARACTER + BETWEEN_NAMES <= spacing ? name : name.replace("Hidden", "H");
}

/**
 * What stands above and below a circle: first the name, then the bias's number gives way when it is crowded.
 * @param {number} pitch @param {boolean} hasBias @param {number} numberSize @param {boolean} roomForNames
 */
function surroundings(pitch, hasBias, numberSize, roomForNames) {
  const gap = pitch > 40 ? 6 : 3;
  const choices = [[true, hasBias], [false, hasBias], [false, false]];
  for (const [nameFits, numberFits] of roomForNames ? choices : choices.slice(1)) {
    const stub = hasBias ? (numberFits ? 13 : 6) : 0;
    const above = nameFits ? NAME_HEIGHT : 0;
    const below = stub + (numberFits ? numberSize + 2 : 0);
    const rest = above + below + gap;
    const last = !nameFits && !numberFits;
    if (last || (pitch - rest) / 2 >= READABLE_RADIUS) return { nameFits, numberFits, stub, above, below, rest };
  }
  throw new RangeError("The last choice is always taken.");
}

/**
 * All parameters of the neurons that are drawn, in the order of the flat vector.
 * @param {Network} run @param {Column[]} columns @param {number} numberSize
 */
function edgesOf(run, columns, numberSize) {
  const shown = columns.map(({ nodes }) => nodes.filter((node) => !node.isRest));
  /** @type {Edge[]} */
  const edges = [];
  layerViews(run).forEach((view, below) => {
    const ends = shown[below + 1];
    for (const start of shown[below]) {
      for (const end of ends) edges.push(weightEdge(weightAt(view, start.index, end.index), start, end));
    }
    const { biases } = view;
    if (biases === null) return;
    for (const end of ends) edges.push(biasEdge(biases + end.index, end, columns[below + 1].around, numberSize));
  });
  return edges;
}

/** From the rim of one circle to the rim of the other. @param {number} parameter @param {Node} start @param {Node} end */
function weightEdge(parameter, start, end) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  const x1 = start.x + (start.radius / length) * dx;
  const y1 = start.y + (start.radius / length) * dy;
  const x2 = end.x - (end.radius / length) * dx;
  const y2 = end.y - (end.radius / length) * dy;
  return {
    parameter, layer: end.layer, from: start.index, to: end.index, isBias: false, x1, y1, x2, y2,
    labelX: (x1 + x2) / 2, labelY: (y1 + y2) / 2, labelFits: false,
  };
}

/** @param {number} parameter @param {Node} end @param {Surroundings} around @param {number} numberSize */
function biasEdge(parameter, end, around, numberSize) {
  const y2 = end.y + end.radius;
  const y1 = y2 + around.stub;
  return {
    parameter, layer: end.layer, from: null, to: end.index, isBias: true, x1: end.x, y1, x2: end.x, y2,
    labelX: end.x, labelY: y1 + numberSize / 2 + 2, labelFits: around.numberFits,
  };
}

/**
 * The size of the widest number on an edge, "−0.64" or "−12.3".
 * @param {number} numberSize
 */
export function numberBox(numberSize) {
  return { width: 2.75 * numberSize, height: 1.2 * numberSize };
}

/**
 * Decides gap by gap where numbers stand, and writes it into the edges.
 * @param {Edge[]} edges @param {Column[]} columns @param {number} numberSize
 */
function writeNumbers(edges, columns, numberSize) {
  const size = numberBox(numberSize);
  for (let layer = 1; layer < columns.length; layer++) {
    const gap = edges.filter((edge) => edge.layer === layer && !edge.isBias);
    const biases = edges.filter((edge) => edge.isBias && edge.labelFits && Math.abs(edge.layer - layer + 0.5) < 1);
    const obstacles = [...columns[layer - 1].nodes, ...columns[layer].nodes].flatMap(nodeBoxes);
    obstacles.push(...biases.map((edge) => boxAround(edge.labelX, edge.labelY, size.width, size.height)));
    const places = placeNumbers(gap, size, obstacles);
    places?.forEach((place, i) => Object.assign(gap[i], { labelX: place.x, labelY: place.y, labelFits: true }));
  }
}

/**
 * What a number may not cover of a neuron: its circle, its own number, which may be wider, and the name above it.
 * @param {Node} node
 */
function nodeBoxes(node) {
  const circle = boxAround(node.x, node.y, Math.max(2 * node.radius + 6, WIDEST_VALUE), 2 * node.radius);
  if (!node.nameFits) return [circle];
  const nameWidth = shownName(node.name).length * NAME_CHARACTER;
  return [circle, boxAround(node.x, node.y - node.radius - NAME_HEIGHT / 2, nameWidth, 16)];
}

/** A name short enough for its column. @param {string} name */
export function shownName(name) {
  return name.length > 14 ? `${name.slice(0, 13)}…` : name;
}

/** @param {number[]} sizes @param {string[]} names */
function omittedSentence(sizes, names) {
  /** @type {string[]} */
  const parts = [];
  sizes.forEach((size, layer) => {
    if (size > MOST_DRAWN) parts.push(`${MOST_DRAWN - 1} of the ${size} in “${names[layer]}”`);
  });
  if (parts.length === 0) return null;
  return `Drawn are the first ${parts.join(" and ")}; the others take part all the same.`;
}
