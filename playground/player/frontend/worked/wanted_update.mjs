// Which worked update is asked for.
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { WantedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @typedef {Pick<Store, "chosen" | "timeline" | "run" | "paperDigits">} Looking what decides which update is wanted */
/** @typedef {Looking & Pick<Store, "workedUpdates">} Having and which of them are there */

/** The update that is wanted and not there. @param {Having} store */
export function lackedUpdate(store) {
  const wanted = wantedUpdate(store);
  return wanted && keptOf(store, wanted) ? null : wanted;
}

/**
 * The updates on both sides of it that are not there: the next one is, when somebody goes on by an epoch or back.
 * @param {Having} store
 * @returns {WantedUpdate[]} none while the play-head moves, for it is elsewhere when they have come
 */
export function lackedAhead(store) {
  const wanted = store.timeline.moving ? null : wantedUpdate(store);
  if (!wanted) return [];
  const beside = [wanted.epoch + 1, wanted.epoch - 1].map((epoch) => ({ ...wanted, epoch }));
  return beside.filter((each) => isTrained(store, each) && !keptOf(store, each));
}

/**
 * What somebody has worked out and Python has not judged yet.
 * @param {Pick<Store, "run" | "workedUpdates" | "exercise">} store
 */
export function lackedVerdict({ run, workedUpdates, exercise }) {
  return workedUpdates.shown?.run === run?.number ? exercise.asked : null;
}

/**
 * The update at the play-head, which leads to the epoch after it; at the end of the run, the last there was.
 * @param {Looking} store
 * @returns {WantedUpdate | null} null as long as none is wanted, or the epoch it leads to is not trained
 */
export function wantedUpdate(store) {
  const { chosen, timeline, run, paperDigits } = store;
  const parameter = subjectOf(chosen.panel, "worked");
  if (parameter === null || !run) return null;
  const epoch = Math.min(timeline.epoch, run.end - 1);
  const digits = paperDigits === null ? {} : { digits: paperDigits };
  const wanted = { epoch, row: chosen.row, parameter, ...digits };
  return isTrained(store, wanted) ? wanted : null;
}

/** @param {Looking} store @param {WantedUpdate} update */
function isTrained({ run }, { epoch }) {
  return run !== null && epoch >= 0 && epoch < run.trained;
}

/** @param {Having} store @param {WantedUpdate} wanted */
function keptOf({ run, workedUpdates }, wanted) {
  return run && workedUpdates.find(wanted, run.number);
}
