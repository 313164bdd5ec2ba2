// Which worked update is asked for.
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { WantedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @typedef {Pick<Store, "chosen" | "timeline" | "run" | "paperDigits"> & Partial<Pick<Store, "workedUpdates">>} Looking what decides which update is wanted */
/** @typedef {Looking & Pick<Store, "workedUpdates">} Having and which of them are there */

/** Seconds of play from one update to the next: nobody reads them as fast as a run plays. */
export const REST_BETWEEN_UPDATES = 0.4;

/** How many of those to come are asked for at once: each answer makes the whole page look at itself. */
const AHEAD_WHILE_PLAYING = 5;

/** The update that is wanted and not there. @param {Having} store */
export function lackedUpdate(store) {
  const wanted = wantedUpdate(store);
  return wanted && keptOf(store, wanted) ? null : wanted;
}

/**
 * The updates that will be wanted next and are not there: on both sides of the play-head, or where it will have played to.
 * @param {Having} store
 * @returns {WantedUpdate[]}
 */
export function lackedAhead(store) {
  const wanted = wantedUpdate(store);
  if (!wanted || wanted.telling || store.workedUpdates.isAlone(wanted)) return [];
  const ahead = nextEpochs(store, wanted.epoch).map((epoch) => ({ ...wanted, epoch }));
  return ahead.filter((each) => isTrained(store, each) && !keptOf(store, each));
}

/** @param {Having} store @param {number} epoch of the update that is wanted */
function nextEpochs({ timeline }, epoch) {
  if (!timeline.moving) return [epoch + 1, epoch - 1];
  // On the way to an epoch nobody knows when it will be there.
  if (!timeline.playing) return [];
  const seconds = Array.from({ length: AHEAD_WHILE_PLAYING }, (_, place) => (place + 1) * REST_BETWEEN_UPDATES);
  return [...new Set(seconds.map((passed) => Math.floor(timeline.epochAfter(passed))))].filter((next) => next > epoch);
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
  const { chosen, timeline, run, paperDigits, workedUpdates } = store;
  const parameter = subjectOf(chosen.panel, "worked");
  if (parameter === null || !run) return null;
  const epoch = Math.min(timeline.epoch, run.end - 1);
  const digits = paperDigits === null ? {} : { digits: paperDigits };
  const wanted = { epoch, row: chosen.row, parameter, ...digits, ...(workedUpdates?.tellingRow.isAsked && { telling: true }) };
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
