// What is asked of why a run failed, and when: at its end, where nothing moves.
import { subjectOf } from "../model/over_charts.mjs";
/** @import { Store } from "../model/store.mjs" */

/**
 * @param {Pick<Store, "run" | "why" | "chosen" | "timeline" | "isStale" | "commands">} store
 * @returns {"find" | "try" | null} null where everything is known, or nobody could say yet
 */
export function lackedWhy({ run, why, chosen, timeline, isStale, commands }) {
  if (!run?.finished || isStale || commands.open || timeline.moving || timeline.epoch < timeline.end) return null;
  if (why?.run !== run.number) return "find";
  return subjectOf(chosen.panel, "why") && why.progress < 1 ? "try" : null;
}
