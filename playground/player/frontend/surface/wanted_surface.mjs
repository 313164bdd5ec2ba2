// Which picture of the loss is asked for.
import { subjectOf } from "../model/over_charts.mjs";
/**
 * @import { WantedSurface } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/**
 * The picture at the play-head that is wanted and not there.
 * @param {Pick<Store, "chosen" | "timeline" | "run" | "contents">} store
 * @returns {WantedSurface | null}
 */
export function lackedSurface({ chosen, timeline, run, contents: { surface: picture } }) {
  const parameters = subjectOf(chosen.panel, "surface");
  const epoch = Math.min(timeline.epoch, timeline.end);
  if (parameters === null || !run || epoch > run.trained) return null;
  const isThere = picture !== null && isOf(picture, run.number, parameters) && picture.epoch === epoch;
  // Its axes go around the whole path, as soon as there is a whole one.
  return isThere && (picture.trained === run.trained || !run.finished) ? null : { epoch, parameters };
}

/**
 * @param {{run: number, parameters: readonly number[]}} picture @param {number | undefined} run @param {readonly number[]} parameters
 * @returns {boolean} whether a picture is of these parameters of this run
 */
export function isOf(picture, run, [first, second]) {
  return picture.run === run && picture.parameters[0] === first && picture.parameters[1] === second;
}
