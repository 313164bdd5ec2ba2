// How a run came about, in words, and what was changed at which epoch.
import { epochText } from "../shared/wording.mjs";

/** @import { Change } from "../shared/types" */

/** So many changes have room; the newest are told. */
const MOST_TOLD = 2;

/**
 * What is told in a line, the longest first, and all there is to tell.
 *
 * Of many changes the newest is told where there is room; what a run begins with is only counted, so that what is to be seen
 * of it has room beside it.
 * @param {Change[]} changes in the order of their epochs @param {string} what_changed
 * @returns {{texts: string[], whole: string}}
 */
export function changeLogText(changes, what_changed) {
  const told = changes.map(({ epoch, text }) => `${text} at epoch ${epochText(epoch)}`);
  const newest = changes.at(-1);
  if (!newest) return { texts: [what_changed], whole: what_changed };
  const whole = told.join("\n");
  if (told.length <= MOST_TOLD) return { texts: [`Changed: ${told.join("; ")}`], whole };
  const counted = `${told.length} changes`;
  if (newest.epoch === 0) return { texts: [startText(changes) ?? `${counted} at epoch 0`], whole };
  const last = `Changed: ${told.length - 1} earlier; ${told.at(-1)}`;
  return { texts: [last, `${counted}, the last at epoch ${epochText(newest.epoch)}`], whole };
}

/**
 * Changes that the play-head has not reached, the longest first: the next one is told, others are counted.
 * @param {Change[]} changes in the order of their epochs; at least one
 */
export function changesToCome(changes) {
  const [next, ...others] = changes.map(({ epoch, text }) => `${text} at epoch ${epochText(epoch)}`);
  const shortest = `Still to come: ${next}`;
  return others.length ? [`${shortest}; ${others.length > 1 ? `${others.length} more` : others[0]}`, shortest] : [shortest];
}

/**
 * Of a run that begins with weights typed, and perhaps frozen: how many.
 * @param {Change[]} changes
 * @returns {string | null} null where something else was changed, too
 */
function startText(changes) {
  const set = changes.filter(({ index, value }) => index !== undefined && value !== undefined).length;
  const frozen = changes.filter(({ frozen: isFrozen }) => isFrozen).length;
  if (set + frozen < changes.length) return null;
  return [set ? `${set} starting weights set` : "", frozen ? `${frozen} frozen` : ""].filter(Boolean).join(", ");
}

/**
 * The epochs with changes and what was changed there, one entry an epoch.
 * @param {Change[]} changes
 * @returns {Array<[number, string]>}
 */
export function changesByEpoch(changes) {
  const texts = new Map();
  for (const { epoch, text } of changes) texts.set(epoch, [...(texts.get(epoch) ?? []), text]);
  return [...texts].map(([epoch, parts]) => [epoch, parts.join("; ")]);
}
