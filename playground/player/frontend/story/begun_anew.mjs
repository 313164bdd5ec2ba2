// A run that begins anew without what was done by hand on the way of the one before: weights set or frozen, neurons switched off.
// A learning rate that was changed on the way is not lost: it stands in its field, and holds from epoch 0 on.
/** @import { Scene } from "./scene.mjs" */

const LOST = "It begins anew, without what was changed by hand.";
const LOST_IN_SHORT = "Without what was changed by hand.";

/**
 * Sentences on why the run is another one, and with them what was left behind by that: nobody is to look for it in vain.
 * @param {string[]} sentences that say the same, the longest first @param {Pick<Scene, "before" | "run">} scene
 * @returns {string[]}
 */
export function withWhatIsLost(sentences, { before, run }) {
  if (!before?.changes.some(({ index, neuron }) => index !== undefined || neuron !== undefined) || run.changes.length) return sentences;
  return [...sentences.map((text) => `${text} ${LOST}`), `${sentences.at(-1)} ${LOST_IN_SHORT}`];
}
