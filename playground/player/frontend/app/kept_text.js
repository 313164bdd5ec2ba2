// A text that stands in a box and was not taken is there again after a reload, in the same box.
import { appeared } from "./appeared.js";
import { navigationType } from "../shared/navigation_type.js";
import { leaveText, takeLeftText } from "./left_text.mjs";

const PASTED = '[class*="st-key-pasted_"] textarea';
/** Which table is pasted for: the training table, or the test table; it is asked below the text. */
const TABLES = '[class*="st-key-into_"] input';

/**
 * Of each box: the field with the text, and what is pressed to come to it, where it is not on the page yet. Of several fields
 * each has a name, and only the text that is being typed is in none of what the page knows.
 * @typedef {{field: string, way: string[], isOneOfSeveral?: true}} Box
 * @type {Record<string, Box>}
 */
const BOXES = {
  columns: {
    field: '[class*="st-key-columns_name_"] input, [class*="st-key-derived_"] [data-testid="stTextInput"] input',
    way: [".st-key-columns_open button"],
    isOneOfSeveral: true,
  },
  test: { field: PASTED, way: [".st-key-open_test_paste_box button"] },
  training: { field: PASTED, way: [".st-key-open_paste_box button"] },
  weights: {
    field: '[class*="st-key-starting_weights_"] textarea',
    way: [".st-key-more details:not([open]) summary", ".st-key-type_weights button"],
  },
};

const ofTheTab = () => sessionStorage;
/** What was left and is not put back yet; and whether a player is about to, of which there may be another one meanwhile. */
let left = takeLeftText(ofTheTab, navigationType);
let isComing = false;

/**
 * Have texts kept that stand in boxes.
 * @param {() => boolean} goesElsewhere whether the page is left for another link, which a browser calls a reload, too
 * @returns {() => void} stops that
 */
export function keepTexts(goesElsewhere) {
  const stop = new AbortController();
  addEventListener("pagehide", () => leaveText(ofTheTab, goesElsewhere() ? null : (typedText() ?? left)), { signal: stop.signal });
  void putLeftBack(stop.signal);
  return () => stop.abort();
}

/** @param {AbortSignal} stopped */
async function putLeftBack(stopped) {
  if (!left || isComing || !Object.hasOwn(BOXES, left.box)) return;
  isComing = true;
  await putBack(BOXES[left.box], left, stopped);
  isComing = false;
  // A player that is taken away leaves it to the next one.
  if (!stopped.aborted) left = null;
}

/** @returns {import("./left_text.mjs").LeftText | null} what stands in the box that is open */
function typedText() {
  for (const [box, { field, isOneOfSeveral }] of Object.entries(BOXES)) {
    const found = /** @type {Field[]} */ ([...document.querySelectorAll(field)]).find((one) => !isOneOfSeveral || one === document.activeElement);
    if (!found) continue;
    const text = found.value;
    if (isOneOfSeveral) return { box, text, field: nameOf(found) };
    const tables = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(TABLES));
    const isForTraining = box === "test" && !tables[1]?.checked;
    return { box: isForTraining ? "training" : box, text };
  }
  return null;
}

/** @typedef {HTMLTextAreaElement | HTMLInputElement} Field */

/** @param {Element} field */
const nameOf = (field) => field.getAttribute("aria-label") ?? "";

/** @param {Box} box @param {import("./left_text.mjs").LeftText} what @param {AbortSignal} stopped */
async function putBack({ field, way }, { text, field: name }, stopped) {
  const fields = () => /** @type {Field[]} */ ([...document.querySelectorAll(field)]);
  const wanted = () => fields().find((one) => name === undefined || nameOf(one) === name) ?? null;
  const places = [...way.map((place) => () => /** @type {HTMLElement | null} */ (document.querySelector(place))), wanted];
  for (let next = 0; ; ) {
    const found = await appeared(() => furthest(places, next), stopped);
    if (!found) return;
    if (found.place === way.length) return type(/** @type {Field} */ (found.element), text);
    found.element.click();
    next = found.place + 1;
  }
}

/**
 * What stands on the page of the way to a box: what is open already is not pressed, which would close it.
 * @param {(() => HTMLElement | null)[]} places @param {number} next the first that is looked for
 */
function furthest(places, next) {
  for (let place = places.length - 1; place >= next; place -= 1) {
    const element = places[place]();
    if (element) return { element, place };
  }
  return null;
}

/** @param {Field} field @param {string} text */
function type(field, text) {
  // Not by its own property: the page's own framework would not take it for typed.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
  field.focus();
  field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
}
