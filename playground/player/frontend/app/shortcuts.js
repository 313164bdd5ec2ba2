// Keys that work wherever nothing is being typed. Streamlit's own, r and c, are left alone.

/** @import { Actions } from "../shared/types" */

/**
 * @typedef {"play" | "train" | "step" | "back" | "reset" | "previousFlip" | "nextFlip" | "hideFuture" | "newWeights" | "undo"
 *   | "redo"} Name
 */

/** @type {Record<string, Name>} */
const KEYS = {
  k: "play", t: "train", ".": "step", ",": "back", 0: "reset", j: "previousFlip", l: "nextFlip", h: "hideFuture",
  n: "newWeights", z: "undo", y: "redo", Z: "redo",
};
const ONCE = new Set(["newWeights", "undo", "redo", "train"]);
const TYPING = "input:not([type=range]), textarea, select, [contenteditable], [data-testid=stDataFrame], [role=dialog], [role=listbox]";

/** @param {EventTarget | null} target the document itself, where nothing has the focus */
const isTyping = (target) => target instanceof Element && target.closest(TYPING) !== null;

/**
 * Listen for shortcuts.
 * @param {Pick<Actions, Name>} actions
 * @returns {() => void} stops listening
 */
export function listenForShortcuts(actions) {
  const listen = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const name = KEYS[event.key];
    if (!name || isTyping(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    // A run is trained for each of these: a key that is held down would ask for dozens.
    if (event.repeat && ONCE.has(name)) return;
    actions[name]();
  };
  document.addEventListener("keydown", listen, true);
  return () => document.removeEventListener("keydown", listen, true);
}
