// A text that stands in a box and was not taken is there again after a reload, in the same box.
import { appeared } from "./appeared.js";
import { leaveText, takeLeftText } from "./left_text.mjs";

const PASTED = '[class*="st-key-pasted_"] textarea';
/** Which table is pasted for: the training table, or the test table; it is asked below the text. */
const TABLES = '[class*="st-key-into_"] input';

/** Of each box: the field with the text, and what is pressed to come to it, where it is not on the page yet. */
const BOXES = {
  test: { field: PASTED, way: [".st-key-open_test_paste_box button"] },
  training: { field: PASTED, way: [".st-key-open_paste_box button"] },
  weights: { field: '[class*="st-key-starting_weights_"] textarea', way: [".st-key-more summary", ".st-key-type_weights button"] },
};
/** @typedef {keyof typeof BOXES} BoxName */

const ofTheTab = () => sessionStorage;
const [navigation] = performance.getEntriesByType("navigation");
/** What was left is put back once, however often there is a player. */
let left = takeLeftText(ofTheTab, /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type ?? "navigate");

/**
 * Have texts kept that stand in boxes.
 * @returns {() => void} stops that
 */
export function keepTexts() {
  const stop = new AbortController();
  addEventListener("pagehide", () => leaveText(ofTheTab, typedText()), { signal: stop.signal });
  const found = left;
  left = null;
  if (found && found.box in BOXES) void putBack(BOXES[/** @type {BoxName} */ (found.box)], found.text, stop.signal);
  return () => stop.abort();
}

/** @returns {import("./left_text.mjs").LeftText | null} what stands in the box that is open */
function typedText() {
  for (const [box, { field }] of Object.entries(BOXES)) {
    const found = /** @type {HTMLTextAreaElement | null} */ (document.querySelector(field));
    if (!found) continue;
    const tables = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(TABLES));
    const isForTraining = box === "test" && !tables[1]?.checked;
    return { box: isForTraining ? "training" : box, text: found.value };
  }
  return null;
}

/** @param {{field: string, way: string[]}} box @param {string} text @param {AbortSignal} stopped */
async function putBack({ field, way }, text, stopped) {
  for (const [place, step] of way.entries()) {
    const next = way[place + 1];
    if (next && document.querySelector(next)) continue;
    const found = await appeared(() => /** @type {HTMLElement | null} */ (document.querySelector(step)), stopped);
    found?.click();
  }
  const area = await appeared(() => /** @type {HTMLTextAreaElement | null} */ (document.querySelector(field)), stopped);
  if (!area) return;
  // Not by its own property: the page's own framework would not take it for typed.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.focus();
  area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
}
