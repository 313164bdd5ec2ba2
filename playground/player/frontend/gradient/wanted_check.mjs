// At which epoch the gradient is to be checked.
/** @import { Store } from "../model/store.mjs" */

/**
 * The epoch at the play-head, if somebody looks at the check of it and it is not there.
 * @param {Pick<Store, "chosen" | "timeline" | "run" | "contents">} store
 * @returns {number | null}
 */
export function lackedCheck({ chosen, timeline, run, contents: { gradient: check } }) {
  const epoch = Math.min(timeline.epoch, timeline.end);
  if (chosen.panel?.name !== "gradient" || !run || epoch > run.trained) return null;
  return check?.run === run.number && check.epoch === epoch ? null : epoch;
}
