// A run that begins anew without what was changed on the way of the one before, such as a weight set by hand.
/** @import { Scene } from "./scene.mjs" */

const LOST = "It begins anew, without what was changed on the way.";
const LOST_IN_SHORT = "Without what was changed on the way.";

/**
 * Sentences on why the run is another one, and with them what was left behind by that: nobody is to look for it in vain.
 * @param {string[]} sentences that say the same, the longest first @param {Pick<Scene, "before" | "run">} scene
 * @returns {string[]}
 */
export function withWhatIsLost(sentences, { before, run }) {
  if (!before?.changes.length || run.changes.length) return sentences;
  return [...sentences.map((text) => `${text} ${LOST}`), `${sentences.at(-1)} ${LOST_IN_SHORT}`];
}
