// What was changed while the run was under way: a weight set by hand, a learning rate, and at which epoch. Before the play-head is
// there nothing is changed yet: that is still to come.
import { changeLogText, changesToCome } from "../../timeline/change_log.mjs";
import { epochText, shownNumber } from "../../shared/wording.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const changeOnTheWay = {
  kind: "change",
  priority: 20,
  say(scene) {
    const { changes } = scene.run;
    // What a lesson begins with is told by the lesson: nobody has changed anything.
    if (!changes.length || scene.beginsAsTaught) return null;
    const made = changes.filter(({ epoch }) => epoch <= scene.epoch);
    const newest = made.at(-1);
    if (!newest) return changesToCome(changes).map((text) => `${text}.`);
    const { texts } = changeLogText(made, "");
    const isSet = newest.index !== undefined && newest.value !== undefined;
    const was = isSet ? scene.parameterBefore(/** @type {number} */ (newest.index), newest.epoch) : null;
    if (newest.epoch === scene.goesOnFrom) return goingOn(texts, scene.end - newest.epoch, was);
    const sentences = texts.map((text) => `${text}.`);
    return was === null ? sentences : [`${texts[0]}; before ${shownNumber(was)}.`, ...sentences];
  },
};

/**
 * Of a change at the last epoch, which has made the run longer.
 * @param {string[]} texts the longest first @param {number} more @param {number | null} was
 */
function goingOn(texts, more, was) {
  const epochs = `${epochText(more)} epoch${more === 1 ? "" : "s"} more`;
  const goesOn = `The run goes on from there for ${epochs}.`;
  const compared = was === null ? [] : [`${texts[0]}; before ${shownNumber(was)}. ${goesOn}`];
  return [...compared, ...texts.map((text) => `${text}. ${goesOn}`), `${texts.at(-1)}; ${epochs}.`];
}
