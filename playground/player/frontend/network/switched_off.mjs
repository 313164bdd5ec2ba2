// Which neurons and inputs are switched off at an epoch: nothing of them reaches the next layer.
import { endsOf } from "../model/flat_order.mjs";
/**
 * @import { Change, Neuron } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 */

/**
 * @param {Change[]} changes of a run, in the order of their epochs
 * @param {number} epoch
 * @returns {Neuron[]}
 */
export function switchedOffAt(changes, epoch) {
  return changes.flatMap((change) => (change.what === "switched_off" && change.neuron && change.epoch <= epoch ? [change.neuron] : []));
}

/** @param {Neuron[]} off @param {Neuron} neuron */
export function isOff(off, { layer, index }) {
  return off.some((one) => one.layer === layer && one.index === index);
}

/**
 * Whether a weight or bias belongs to a neuron that is off.
 * @param {number} parameter @param {Pick<Moment, "run" | "epoch">} moment
 */
export function isParameterOff(parameter, { run, epoch }) {
  const off = switchedOffAt(run.changes, epoch);
  return off.length > 0 && isSilent(off, endsOf(run)[parameter]);
}

/**
 * Whether an edge leads to a neuron that is off, or away from it.
 * @param {Neuron[]} off @param {{layer: number, from: number | null, to: number}} edge
 */
export function isSilent(off, { layer, from, to }) {
  return isOff(off, { layer, index: to }) || (from !== null && isOff(off, { layer: layer - 1, index: from }));
}
