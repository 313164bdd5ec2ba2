// Where targets are numbers of any kind: how far the loss has come, and which row, or which target of the only one, is missed by most.
import { shownNumber } from "../../shared/wording.mjs";
import { capital } from "../counted_words.mjs";
/**
 * @import { Saying } from "../line.mjs"
 * @import { LargestError, Scene } from "../scene.mjs"
 */

/** @type {Saying} */
export const errors = {
  kind: "moment",
  priority: 80,
  say(scene) {
    const { run, loss, lossAtStart, epoch } = scene;
    // The sentence above the pictures says it, with its cause.
    if (scene.endsEarly && loss !== null && lossAtStart !== null && loss > lossAtStart) return null;
    const largest = scene.largestError();
    const missed = largest && farthest(run, largest, largest.row === scene.openRow);
    if (!missed) return loss === null ? null : [`The loss is ${shownNumber(loss)}.`];
    const [far, which] = missed;
    if (loss === null) return [`${capital(far)}.`];
    const now = shownNumber(loss);
    if (epoch === 0 || lossAtStart === null) return [`Untrained: ${far}.`, `Untrained: ${which}.`];
    const start = shownNumber(lossAtStart);
    const way = start === now ? `The loss is ${now}, as at the start` : `The loss has ${loss < lossAtStart ? "fallen" : "risen"} from ${start} to ${now}`;
    return [`${way}; ${far}.`, `${capital(far)}.`, `${way}.`];
  },
};

/**
 * What is missed by most: at length, and in few words. Of the only output of the only row nothing is furthest.
 * @param {Scene["run"]} run @param {LargestError} largest @param {boolean} isOpen whether somebody is to work that output
 * @returns {[string, string] | null} null where nothing may be said of it
 */
function farthest({ train, target_names: names }, { row, column, output, target }, isOpen) {
  const missed = `${shownNumber(output)} instead of ${shownNumber(target)}`;
  const [hasRows, hasOutputs] = [train.targets.length > 1, names.length > 1];
  if (!hasRows && !hasOutputs) return isOpen ? null : [`the output is ${missed}`, `the output is ${missed}`];
  const which = `${hasRows ? `row ${train.row_numbers[row]}` : names[column]} is furthest from its target`;
  return isOpen ? [which, which] : [`${which}${hasRows && hasOutputs ? ` (${names[column]})` : ""}: ${missed}`, which];
}
