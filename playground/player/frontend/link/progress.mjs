// What of a run is there, and what the play-head wants of it.
import { AMPLE_EPOCHS, AMPLE_SECONDS, STOCK } from "./pull.mjs";

/**
 * @param {import("../model/run_on_screen.mjs").RunOnScreen} run
 * @param {import("../timeline/timeline.mjs").Timeline} timeline
 * @param {{charted: number, sinceCharts: number, chartCost: number, trainingOn: boolean}} others
 * @returns {Omit<import("./pull.mjs").Progress, "sinceAnswer">}
 */
export function progressOf(run, timeline, others) {
  const { recorded, trained, finished, flipCount } = run;
  const wanted = timeline.moving ? timeline.goal : timeline.epoch;
  return {
    described: run.description !== null,
    unheard: !run.playerSeen && timeline.epoch < timeline.end,
    known: run.records?.count ?? 0,
    recorded,
    knownFlips: run.flips.length,
    flipCount,
    trained,
    finished,
    end: timeline.end,
    playing: timeline.playing,
    goal: timeline.goal,
    stocked: trained >= timeline.epochAfter(STOCK),
    ample: trained >= Math.max(timeline.epochAfter(AMPLE_SECONDS), timeline.epoch + AMPLE_EPOCHS),
    undrawn: timeline.shareOf(trained) - timeline.shareOf(run.charts?.trained ?? 0),
    hurried: timeline.speed.name === "fastest",
    exactWanted: wanted === run.exactEpoch ? null : wanted,
    ...others,
  };
}
