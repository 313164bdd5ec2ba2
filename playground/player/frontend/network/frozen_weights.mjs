// Which weights and biases are held at an epoch, and where their locks stand.
import { pointOn } from "./network_labels.mjs";
import { numberBox } from "./network_layout.mjs";

/** Pixels between a lock and what it stands beside. */
const BESIDE = 7;
/** How far along an edge without a number: where it has left its neuron and not yet met the edges of others. */
const SHARE = 0.22;

/**
 * @param {import("../timeline/change_log.mjs").Change[]} changes of a run, in the order of their epochs
 * @param {number} epoch
 * @returns {Set<number>} places in the flat vector
 */
export function frozenAt(changes, epoch) {
  const frozen = new Set();
  for (const change of changes) {
    if (change.what !== "frozen" || change.index === undefined || change.epoch > epoch) continue;
    if (change.frozen) frozen.add(change.index);
    else frozen.delete(change.index);
  }
  return frozen;
}

/**
 * The middle of an edge's lock: right of its number; without one on the edge itself.
 * @param {import("./network_layout.mjs").Edge} edge
 * @param {number} numberSize
 * @returns {{x: number, y: number}}
 */
export function lockPlace(edge, numberSize) {
  if (edge.labelFits) return { x: edge.labelX + numberBox(numberSize).width / 2 + BESIDE, y: edge.labelY };
  return edge.isBias ? { x: edge.x1 + BESIDE, y: (edge.y1 + edge.y2) / 2 } : pointOn(edge, SHARE);
}
