/**
 * Where the neurons, edges and numbers of a network stand in a box of a given size. Nothing here touches the page.
 *
 * Layers are columns under their names. Where there is room, each neuron has the rack of its numbers; else only the one
 * in focus. Of a layer of more than eight the first seven are drawn, and `omitted` says so.
 */

import { headingAt } from "./drawn_columns.mjs";
import { drawnEdges, drawnLayers, omittedSentence } from "./drawn_network.mjs";
import { leastValueSize } from "./drawn_sizes.mjs";
import { denseLayout, heightForCircles, isFlat } from "./dense_layout.mjs";
import { pathOf, pointOn } from "./edge_curves.mjs";
import { heightForRacks, rackedLayout } from "./racked_layout.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { Neuron } from "../shared/types" */
/** @import { Column } from "./drawn_columns.mjs" */
/** @import { DrawnEdge, Network } from "./drawn_network.mjs" */
/** @import { Port } from "./network_racks.mjs" */
/** @import { Arrangement, Box } from "./racked_layout.mjs" */

/**
 * @typedef {import("./drawn_columns.mjs").Node} Node
 * @typedef {DrawnEdge & {path: string, port: Port | null, early: {x: number, y: number}, middle: {x: number, y: number}}} Edge
 *   `port`: null if its number does not stand there; `early`: a point where it has left its neuron and not yet met the
 *   edges of others; `middle`: its number's middle, or its own
 * @typedef {{isDense: boolean, isFlat: boolean, nodes: Node[], edges: Edge[], layers: {name: string, x: number}[], headingY: number,
 *   numberSize: number, nameSize: number, leastValueSize: number, widestEdge: number, more: {text: string, x: number, y: number} | null,
 *   omitted: string | null}} NetworkLayout
 */

const EARLY = 0.2;
const WIDEST = { racked: 9, dense: 5 };
const BETWEEN_HEADINGS = 6;

/**
 * @param {Network} run
 * @param {Box} box
 * @param {Neuron | null} [focus] whose numbers are shown where not all have room
 * @param {(parameter: number) => number} [weightOf] to know the largest of them
 * @returns {NetworkLayout}
 */
export function networkLayout(run, box, focus = null, weightOf = () => 0) {
  const layers = drawnLayers(run);
  const edges = drawnEdges(run, layers);
  const racked = rackedLayout(layers, edges, box);
  const arrangement = racked ?? denseLayout(layers, edges, box, focusIn(run, layers, focus, weightOf));
  const { sizes, columns, more, moreAt } = arrangement;
  return {
    isDense: racked === null,
    isFlat: racked === null && isFlat(layers, box),
    nodes: columns.flatMap((column) => column.nodes),
    edges: edges.map((edge) => placedEdge(edge, arrangement)),
    layers: layers.map(({ name }, i) => ({ name: headingOf(name, columns, i, sizes.name), x: headingX(columns[i], name, sizes.name, box.width) })),
    headingY: headingAt(sizes.unit),
    numberSize: sizes.number,
    nameSize: sizes.name,
    leastValueSize: leastValueSize(box.type),
    widestEdge: racked === null ? WIDEST.dense : WIDEST.racked,
    more: more === null ? null : { text: more, ...moreAt },
    omitted: omittedSentence(run),
  };
}

/**
 * The height that a narrow page gives the drawing if it can: the one at which all numbers have room, or else the circles,
 * and the numbers of one neuron.
 * @param {Network} run @param {Pick<Box, "width" | "type">} box
 */
export function wantedHeight(run, { width, type }) {
  const layers = drawnLayers(run);
  const forRacks = isFlat(layers, { width, type }) ? null : heightForRacks(layers, type);
  return forRacks ?? heightForCircles(layers, { width, type });
}

/** @param {Network} run @param {ReturnType<typeof drawnLayers>} layers @param {Neuron | null} neuron @param {(parameter: number) => number} weightOf */
function focusIn(run, layers, neuron, weightOf) {
  const drawn = neuron && neuron.layer > 0 ? layers[neuron.layer]?.neurons[neuron.index] : undefined;
  if (!neuron || !drawn || drawn.isRest) return null;
  return { neuron, weightOf, count: run.layer_sizes[neuron.layer - 1] + (run.bias ? 1 : 0) };
}

/** @param {DrawnEdge} edge @param {Arrangement} arrangement @returns {Edge} */
function placedEdge(edge, { columns, ports, bendEnd }) {
  const port = ports.get(edge) ?? null;
  const end = columns[edge.layer].nodes[edge.to];
  const number = port && { x: (port.box.left + port.box.right) / 2, y: port.y };
  const { from } = edge;
  if (from === null) {
    const at = number ?? { x: end.x - end.radius, y: end.y };
    return { ...edge, path: port?.stub ?? "", port, early: at, middle: at };
  }
  const column = columns[edge.layer - 1];
  const start = column.nodes[from];
  const to = port && !port.isFlat ? { x: port.box.left, y: port.y } : { x: end.x - end.radius, y: end.y };
  const curve = { from: { x: start.x + start.radius, y: start.y }, exit: column.x + column.right, entry: bendEnd(edge), to };
  return {
    ...edge, path: pathOf(curve) + (port?.stub ?? ""), port, early: pointOn(curve, EARLY), middle: number ?? pointOn(curve, 0.5),
  };
}

/**
 * A layer's name, or its short form where the layers stand close: "Hidden 2" is "H 2".
 * @param {string} name @param {Column[]} columns @param {number} i @param {number} size
 */
function headingOf(name, columns, i, size) {
  const distances = [columns[i - 1], columns[i + 1]].filter(Boolean).map(({ x }) => Math.abs(x - columns[i].x));
  return textWidth(name, size) + BETWEEN_HEADINGS <= Math.min(...distances) ? name : name.replace("Hidden", "H");
}

/** A heading stays in the box. @param {Column} column @param {string} name @param {number} size @param {number} width */
function headingX({ x }, name, size, width) {
  const half = textWidth(name, size) / 2;
  return Math.max(half, Math.min(x, width - half));
}
