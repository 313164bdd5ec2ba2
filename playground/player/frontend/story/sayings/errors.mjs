// Where targets are numbers of any kind: how far the loss has come, and which row is furthest from its target.
import { shownNumber } from "../../shared/wording.mjs";
import { capital } from "../counted_words.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const errors = {
  kind: "moment",
  priority: 80,
  say(scene) {
    const { run, loss, lossAtStart, epoch } = scene;
    // The sentence above the pictures says it, with its cause.
    if (scene.endsEarly && loss !== null && lossAtStart !== null && loss > lossAtStart) return null;
    const largest = scene.largestError();
    if (!largest) return loss === null ? null : [`The loss is ${shownNumber(loss)}.`];
    const { row, column, output, target } = largest;
    const name = run.target_names.length > 1 ? ` (${run.target_names[column]})` : "";
    const which = `row ${run.train.row_numbers[row]} is furthest from its target`;
    const far = `${which}${name}: ${shownNumber(output)} instead of ${shownNumber(target)}`;
    if (loss === null) return [`${capital(far)}.`];
    const now = shownNumber(loss);
    if (epoch === 0 || lossAtStart === null) return [`Untrained: ${far}.`, `Untrained: ${which}.`];
    const start = shownNumber(lossAtStart);
    const way = start === now ? `The loss is ${now}, as at the start` : `The loss has ${loss < lossAtStart ? "fallen" : "risen"} from ${start} to ${now}`;
    return [`${way}; ${far}.`, `${capital(far)}.`, `${way}.`];
  },
};
