// What of the runs is there, and what the play-head wants of them.
import { lacksCode } from "../code/lacked_code.mjs";
import { lackedCheck } from "../gradient/wanted_check.mjs";
import { lackedSurface } from "../surface/wanted_surface.mjs";
import { lackedAhead, lackedUpdate, lackedVerdict } from "../worked/wanted_update.mjs";
import { lackedWhy } from "../why/wanted_why.mjs";
import { AMPLE_EPOCHS, AMPLE_SECONDS, STOCK } from "./pull.mjs";

/**
 * @param {import("../model/store.mjs").Store} store
 * @param {{charted: number, sinceCharts: number, chartCost: number, trainingOn: boolean, tableWanted: number}} others
 * @returns {Omit<import("./pull.mjs").Progress, "sinceAnswer">}
 */
export function progressOf(store, others) {
  const { timeline } = store;
  const run = /** @type {import("../model/run.mjs").Run} */ (store.run);
  const { trained, finished } = run;
  const drawable = store.charts?.run === run.number ? store.charts.trained : 0;
  const wanted = timeline.moving ? timeline.goal : timeline.epoch;
  const runs = [progressOfRun(run, wanted)];
  if (store.before) runs.push(progressOfRun(store.before, wanted === null ? null : store.epochBefore(wanted)));
  return {
    complete: store.isComplete,
    unheard: !store.header?.player_seen && timeline.epoch < timeline.end,
    runs,
    trained,
    finished,
    end: timeline.end,
    playing: timeline.playing,
    goal: timeline.goal,
    stocked: trained >= timeline.epochAfter(STOCK),
    ample: trained >= Math.max(timeline.epochAfter(AMPLE_SECONDS), timeline.epoch + AMPLE_EPOCHS),
    undrawn: timeline.shareOf(trained) - timeline.shareOf(drawable),
    chartsInStock: store.hidesFuture && drawable >= timeline.epochAfter(STOCK),
    whyWanted: lackedWhy(store),
    codeWanted: lacksCode(store),
    workedWanted: lackedUpdate(store),
    workedAhead: lackedAhead(store),
    workedInStock: store.workedUpdates.isInStock(store),
    answered: lackedVerdict(store),
    surfaceWanted: lackedSurface(store),
    gradientWanted: lackedCheck(store),
    hurried: timeline.speed.name === "fastest",
    ...others,
  };
}

/**
 * @param {import("../model/run.mjs").Run} run
 * @param {number | null} wanted the epoch whose exact parameters are to be there
 * @returns {import("./pull.mjs").RunProgress}
 */
function progressOfRun(run, wanted) {
  return {
    run: run.number,
    described: run.description !== null,
    called: run.called,
    calledNow: run.calledNow,
    records: run.records?.count ?? 0,
    recorded: run.recorded,
    flips: run.flips.length,
    flipCount: run.flipCount,
    trained: run.trained,
    exactWanted: wanted === run.exactEpoch ? null : wanted,
  };
}
