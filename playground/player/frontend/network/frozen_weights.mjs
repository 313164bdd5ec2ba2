// Which weights and biases are held at an epoch, and where their locks stand.

/** Pixels between a lock's middle and the box of its number. */
const BESIDE = 9;

/**
 * @param {import("../shared/types").Change[]} changes of a run, in the order of their epochs
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
 * The middle of an edge's lock: right of its number, on the way to its neuron; without one on the edge itself, before it
 * meets others.
 * @param {Pick<import("./network_layout.mjs").Edge, "port" | "early">} edge
 * @returns {{x: number, y: number}}
 */
export function lockPlace({ port, early }) {
  return port ? { x: port.box.right + BESIDE, y: port.y } : early;
}
