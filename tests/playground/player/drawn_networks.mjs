// Networks of many shapes in boxes of many sizes, and what is asked of their drawings.
import { boxAround } from "./boxes.mjs";
import { textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";
import { networkLayout } from "../../../playground/player/frontend/network/network_layout.mjs";

/** A run of these layer sizes, as far as the layout reads it. */
export function runOf(layerSizes, bias = true) {
  const last = layerSizes.length - 1;
  return {
    layer_sizes: layerSizes,
    bias,
    layer_names: layerSizes.map((_, i) => (i === 0 ? "Input" : i === last ? "Output" : `Hidden ${i}`)),
    neuron_names: layerSizes.map((size, i) =>
      Array.from({ length: size }, (_, j) => `${i === 0 ? "input" : i === last ? "target" : "hidden"} ${j + 1}`),
    ),
  };
}

export const box = (width, height, type = 1) => ({ width, height, type });
/** What the network gets at 1280 and at 1920 pixels, on a phone and before a class. */
export const PAGE = box(556, 360);
export const LARGE = box(620, 420);
export const PHONE = box(358, 300);
export const PROJECTOR = box(690, 480, 1.4);
export const BOXES = [PAGE, LARGE, PHONE, PROJECTOR, box(900, 600), box(300, 250)];
export const named = ({ width, height }) => `${width} × ${height}`;

export const SMALL = [[1, 1], [3, 1], [2, 2, 1], [2, 3, 1], [3, 3, 1]];
export const SHAPES = [
  ...SMALL, [8, 1], [20, 1], [4, 3], [2, 8, 1], [4, 5, 3], [3, 4, 4, 2], [2, 2, 2, 2, 1], [20, 8, 10],
  [2, 8, 8, 8, 1], [2, 8, 8, 8, 8, 8, 8, 1], [1, 12, 12, 1], [300, 12, 4],
];

/** Every drawing of every shape in every box, and what it is called: as it rests, and with neurons in focus. */
export function everyDrawing(bias = true) {
  everyDrawing[bias] ??= SHAPES.flatMap((layerSizes) =>
    BOXES.flatMap((size) => {
      const where = `${layerSizes.join("-")} in ${named(size)}`;
      return drawings(layerSizes, size, bias).map((layout) => ({ layout, size, where }));
    }),
  );
  return everyDrawing[bias];
}

/** As it rests, and with the first and the last drawn neuron of each layer in focus. */
function drawings(layerSizes, size, bias) {
  const run = runOf(layerSizes, bias);
  const resting = networkLayout(run, size);
  if (!resting.isDense) return [resting];
  const ends = resting.nodes.filter((node, i, nodes) => node.layer > 0 && !node.isRest &&
    [nodes[i - 1], nodes[i + 1]].some((next) => next?.layer !== node.layer || next.isRest));
  return [resting, ...ends.map(({ layer, index }) => networkLayout(run, size, { layer, index }))];
}

export const ports = (layout) => layout.edges.filter(({ port }) => port).map(({ port }) => port);
export const nodeOf = (layout, edge) => layout.nodes.find((node) => node.layer === edge.layer && node.index === edge.to);
export const circleOf = (node) => boxAround(node.x, node.y, 2 * node.radius, 2 * node.radius);

/** The box of a name, a little narrower than it is taken to be. */
export function nameBox({ shownName, nameAt: { x, y, anchor } }, size) {
  const width = 0.9 * textWidth(shownName, size);
  const middle = anchor === "middle" ? x : anchor === "end" ? x - width / 2 : x + width / 2;
  return boxAround(middle, y, width, size);
}

/** The lines of a path of M, H and C as points a few pixels apart, one list of points a line. */
export function linesOf(path) {
  const lines = [];
  let at = [0, 0];
  for (const [, letter, rest] of path.matchAll(/([MHC])([^MHC]*)/g)) {
    const n = rest.trim().split(/[ ,]+/).map(Number);
    const from = at;
    if (letter === "M") lines.push([(at = n)]);
    else if (letter === "H") at = [n[0], from[1]];
    else at = n.slice(4);
    const c = letter === "C" ? n : [from[0], from[1], at[0], at[1], ...at];
    if (letter === "M") continue;
    const steps = letter === "C" ? 24 : 4;
    for (let t = 0; t <= 1; t += 1 / steps) {
      const mix = (k) =>
        (1 - t) ** 3 * from[k] + 3 * (1 - t) ** 2 * t * c[k] + 3 * (1 - t) * t * t * c[2 + k] + t ** 3 * c[4 + k];
      lines.at(-1).push([mix(0), mix(1)]);
    }
  }
  return lines;
}

export const isNear = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) < 0.2;
export const isIn = ([x, y], { left, right, top, bottom }) => x > left && x < right && y > top && y < bottom;
