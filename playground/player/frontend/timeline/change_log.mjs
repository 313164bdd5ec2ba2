// How a run came about, in words, and what was changed at which epoch.
import { epochText } from "../shared/wording.mjs";

/** @import { Change } from "../shared/types" */

/** So many changes have room; the newest are told. */
const MOST_TOLD = 2;

/**
 * What is told in a line, and all there is to tell.
 * @param {Change[]} changes in the order of their epochs @param {string} what_changed
 * @returns {{text: string, whole: string}}
 */
export function changeLogText(changes, what_changed) {
  const told = changes.map(({ epoch, text }) => `${text} at epoch ${epochText(epoch)}`);
  const earlier = told.length - MOST_TOLD;
  const before = earlier > 0 ? `${earlier} earlier; ` : "";
  if (!told.length) return { text: what_changed, whole: what_changed };
  return { text: `Changed: ${before}${told.slice(-MOST_TOLD).join("; ")}`, whole: told.join("\n") };
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
