// What to ask Python for next.
import { REST_BETWEEN_UPDATES } from "../worked/wanted_update.mjs";

/** Seconds of training in one answer: short while something is to be seen, longer when only the end of it counts. */
export const SHORT_SLICE = 0.05;
export const LONG_SLICE = 0.15;

/** Seconds of play that must be in stock before training takes its time, and how long it then rests between answers. */
export const STOCK = 2;
const REST_WHEN_STOCKED = 1;

/**
 * Seconds of play, and epochs, beyond which nothing is trained until they are played, unless only the end counts: a page
 * that plays slowly would otherwise take the server's time from all others for what it shows much later.
 */
export const AMPLE_SECONDS = 20;
export const AMPLE_EPOCHS = 1_000;

/** Seconds between two pictures of the loss, of which each has thousands of numbers. */
const REST_BETWEEN_PICTURES = 0.6;

/** What must have come along the epoch axis for charts to be drawn again. */
const WORTH_DRAWING = 0.03;

/** Charts that are drawn again take this much longer to be out of date: drawing may take an eighth of the time. */
const REST_AFTER_DRAWING = 8;
const LEAST_REST = 0.7;

/**
 * @typedef {object} RunProgress what there is of one run
 * @property {number} run its number
 * @property {boolean} described whether it is known at all
 * @property {number} called the number of what its rows were called when it was described last
 * @property {number} calledNow the number of what they are called by now
 * @property {number} records how many records have arrived
 * @property {number} recorded how many Python has
 * @property {number} flips how many flips have arrived
 * @property {number} flipCount how many Python has found
 * @property {number} trained the newest epoch Python has
 * @property {number | null} exactWanted the epoch, at rest or the goal, whose exact parameters are missing
 *
 * @typedef {object} Progress what is there and what is wanted
 * @property {boolean} complete whether there is all that drawing begins with
 * @property {boolean} unheard whether Python does not know that there is a player, whose play-head may stand anywhere
 * @property {RunProgress[]} runs the one on the screen, then the one before
 * @property {number} trained the newest epoch Python has of the one on the screen
 * @property {boolean} finished whether it has ended
 * @property {number} end where it ends
 * @property {boolean} playing
 * @property {boolean} trainingOn whether a new run is trained on though nothing moves
 * @property {number | null} goal
 * @property {boolean} hurried whether only the end counts
 * @property {boolean} stocked whether the next `STOCK` seconds of play are there
 * @property {boolean} ample whether so much is there that training may wait
 * @property {"find" | "try" | null} whyWanted what is to be known of why the run failed
 * @property {boolean} codeWanted whether the code that trains the run is wanted and not there
 * @property {import("../shared/types").WantedUpdate | null} workedWanted the update that is to be worked and is not there
 * @property {import("../shared/types").WantedUpdate[]} workedAhead those that will be wanted next and are not there
 * @property {boolean} workedInStock whether one of them is there
 * @property {import("../shared/types").Answer | null} answered what somebody has worked out and is to be judged
 * @property {import("../shared/types").WantedSurface | null} surfaceWanted the picture of the loss that is wanted and not there
 * @property {number | null} gradientWanted the epoch at which the gradient is to be checked
 * @property {number} tableWanted the number of the table that is to be kept and has not come, or 0
 * @property {number} sinceAnswer seconds since Python has answered
 * @property {number} undrawn how much of the epoch axis is trained and not in the charts
 * @property {boolean} chartsInStock whether they hold what the next `STOCK` seconds of play show, and what comes after is hidden
 * @property {number} charted the trained epoch up to which charts of what is on the screen have come, or -1
 * @property {number} sinceCharts seconds since they were asked for
 * @property {number} chartCost seconds that drawing them took
 */

/**
 * @param {Progress} progress
 * @returns {object | null} the parts of a request, or null if nothing is wanted
 */
export function nextRequest(progress) {
  /** @type {{here?: true, until?: number, seconds?: number, charts?: true, table?: number}} */
  const request = {};
  if (progress.unheard) request.here = true;
  if (!progress.complete) return { ...request, charts: true, runs: knownRuns(progress) };
  if (wantsTraining(progress)) {
    request.until = /** @type {number} */ (progress.playing || progress.trainingOn ? progress.end : progress.goal);
    const atRest = !progress.playing && progress.goal === null;
    request.seconds = atRest || (progress.playing && !progress.stocked && !progress.hurried) ? SHORT_SLICE : LONG_SLICE;
  }
  if (chartsAreDue(progress)) request.charts = true;
  if (progress.tableWanted) request.table = progress.tableWanted;
  Object.assign(request, askedOfTheRun(progress), workedBy(progress, Object.keys(request).length > 0));
  const runs = knownRuns(progress, request.until);
  const lacking = progress.runs.some((run, place) => lacks(run, place === 0) || runs[place].exact !== undefined);
  return lacking || Object.keys(request).length ? { ...request, runs } : null;
}

/** What is asked of the run besides its records. @param {Progress} progress */
function askedOfTheRun(progress) {
  const { whyWanted, codeWanted, surfaceWanted, gradientWanted, answered } = progress;
  const isDue = isDueAfter(REST_BETWEEN_UPDATES, progress);
  return {
    ...(whyWanted && { why: whyWanted }),
    ...(codeWanted && { code: true }),
    ...(surfaceWanted && isDueAfter(REST_BETWEEN_PICTURES, progress) && { surface: surfaceWanted }),
    ...(gradientWanted !== null && isDue && { gradient: gradientWanted }),
    ...(answered && { answered }),
  };
}

/** What is to be worked. @param {Progress} progress @param {boolean} isAsking whether something else is asked for anyway */
function workedBy(progress, isAsking) {
  const { playing, workedWanted, workedAhead, workedInStock, runs } = progress;
  const isDue = isDueAfter(REST_BETWEEN_UPDATES, progress) && (!playing || !workedInStock || isAsking);
  // While somebody moves the play-head on and on, what lies ahead of it is another epoch each time.
  const rests = workedWanted === null || runs[0].exactWanted === null;
  return {
    ...(workedWanted && isDue && { worked: workedWanted }),
    ...(workedAhead.length && isDue && (playing || rests) && { worked_ahead: workedAhead }),
  };
}

/**
 * What a request says of each run that is known: how much of it has come, and what is wanted of it exactly.
 * @param {Progress} progress
 * @param {number} [until] the epoch to which the one on the screen is trained by the same request
 * @returns {{run: number, called: number, records: number, flips: number, exact?: number}[]}
 */
export function knownRuns({ runs }, until = 0) {
  return runs.filter(({ described }) => described).map(({ run, called, records, flips, trained, exactWanted }, place) => {
    // Of an epoch that is being trained they are asked for with the training: they come as soon as it is there.
    const reached = place === 0 ? Math.max(trained, until) : trained;
    const isWanted = exactWanted !== null && exactWanted <= reached;
    return { run, called, records, flips, ...(isWanted && { exact: exactWanted }) };
  });
}

/** @param {RunProgress} run @param {boolean} isOnScreen of another run nobody sees flips, nor are they searched for, nor rows */
function lacks({ called, calledNow, records, recorded, flips, flipCount }, isOnScreen) {
  return records < recorded || (isOnScreen && (flips < flipCount || called !== calledNow));
}

/** @param {Progress} progress */
function wantsTraining({ finished, playing, trainingOn, goal, end, trained, hurried, stocked, ample, sinceAnswer }) {
  if (finished || trained >= (playing || trainingOn ? end : (goal ?? 0))) return false;
  if (!playing || hurried || !stocked) return true;
  // Each answer makes the whole page look at itself, which a smooth picture can do without.
  return !ample && sinceAnswer >= REST_WHEN_STOCKED;
}

/** Nobody reads an update or looks at a picture as fast as a run plays. @param {number} rest seconds @param {Progress} progress */
function isDueAfter(rest, { playing, sinceAnswer }) {
  return !playing || sinceAnswer >= rest;
}

/** @param {Progress} progress */
function chartsAreDue({ charted, trained, undrawn, finished, playing, trainingOn, goal, chartsInStock, sinceCharts, chartCost }) {
  if (charted === trained) return false;
  // Nobody will ask for more: what there is now is what the charts will show.
  if (finished || !(playing || trainingOn || goal !== null)) return true;
  // Those that are there show what was chosen before, or another run.
  if (charted < 0) return true;
  return !chartsInStock && undrawn >= WORTH_DRAWING && sinceCharts >= Math.max(LEAST_REST, REST_AFTER_DRAWING * chartCost);
}
