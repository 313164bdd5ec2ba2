// Which worked update is asked for.
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { WantedUpdate, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/**
 * The update that is wanted and not there.
 * @param {Pick<Store, "chosen" | "timeline" | "run" | "workedUpdate" | "paperDigits">} store
 */
export function lackedUpdate(store) {
  const wanted = wantedUpdate(store);
  return wanted && isThere(store.workedUpdate, wanted, store.run?.number) ? null : wanted;
}

/**
 * What somebody has worked out and Python has not judged yet.
 * @param {Pick<Store, "run" | "workedUpdate" | "exercise">} store
 */
export function lackedVerdict({ run, workedUpdate, exercise }) {
  return workedUpdate?.run === run?.number ? exercise.asked : null;
}

/**
 * The update at the play-head, which leads to the epoch after it; at the end of the run, the last there was.
 * @param {Pick<Store, "chosen" | "timeline" | "run" | "paperDigits">} store
 * @returns {WantedUpdate | null} null as long as none is wanted, or the epoch it leads to is not trained
 */
function wantedUpdate({ chosen, timeline, run, paperDigits }) {
  const parameter = subjectOf(chosen.panel, "worked");
  if (parameter === null || !run || run.trained < 1) return null;
  const epoch = Math.min(timeline.epoch, run.end - 1);
  const digits = paperDigits === null ? {} : { digits: paperDigits };
  return epoch < run.trained ? { epoch, row: chosen.row, parameter, ...digits } : null;
}

/**
 * @param {WorkedUpdate | null} worked what is there @param {WantedUpdate} wanted @param {number | undefined} run the number of the run
 */
function isThere(worked, wanted, run) {
  if (worked === null || worked.run !== run || worked.epoch !== wanted.epoch || worked.row !== wanted.row) return false;
  return worked.parameter === wanted.parameter && (wanted.digits === undefined || worked.paper?.digits === wanted.digits);
}
