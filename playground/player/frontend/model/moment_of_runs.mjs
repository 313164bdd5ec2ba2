// The moment at an epoch, with the run before beside it at the same one.
import { Moment } from "./moment.mjs";
import { MomentBefore } from "./moment_before.mjs";
/** @import { Store } from "./store.mjs" */

/**
 * @param {Pick<Store, "run" | "before" | "rowsBefore" | "epochBefore">} runs
 * @param {number} epoch
 * @param {boolean} atRest whether another epoch will not do
 * @returns {Moment | null} null if what is wanted of either run is not known
 */
export function momentOf(runs, epoch, atRest) {
  const { run, rowsBefore } = runs;
  const known = run?.after(epoch, atRest);
  if (!run?.description || !known) return null;
  const before = rowsBefore && runs.before?.description ? runs.before : null;
  const knownBefore = before?.after(runs.epochBefore(known.epoch), atRest) ?? null;
  // Exact numbers are on their way: a comparison with another epoch would be wrong for that long.
  if (before && atRest && !knownBefore) return null;
  const moment = new Moment(run.description, known);
  // As long as records are missing, the newest that has come may be far from the epoch.
  if (before?.description && rowsBefore && knownBefore && (atRest || before.isWhole)) {
    moment.before = new MomentBefore(before.description, knownBefore.parameters, rowsBefore);
    moment.isExact &&= knownBefore.isExact;
  }
  return moment;
}
