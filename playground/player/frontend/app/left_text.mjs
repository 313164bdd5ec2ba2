// What is typed or pasted into a box and not taken: the tab remembers it while the page is left, and whoever reloads it has it again.

/** Where a tab remembers it. */
export const LEFT_TEXT = "playground-left-text";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} TabStorage */
/** @typedef {{box: string, text: string, field?: string}} LeftText the name of the box, what stands in it, and in which of its fields */

/**
 * @param {() => TabStorage} storage of the tab, which a browser may refuse
 * @param {LeftText | null} left null where nothing is typed
 */
export function leaveText(storage, left) {
  try {
    // A text that a tab does not take must not leave another one in its place.
    storage().removeItem(LEFT_TEXT);
    if (left?.text.trim()) storage().setItem(LEFT_TEXT, JSON.stringify(left));
  } catch {
    // A browser that keeps nothing, or not so much.
  }
}

/**
 * What was left, once.
 * @param {() => TabStorage} storage
 * @param {string} navigation how the page was come to, as browsers call it: who goes elsewhere has left it for good
 * @returns {LeftText | null}
 */
export function takeLeftText(storage, navigation) {
  try {
    const { box, text, field } = JSON.parse(storage().getItem(LEFT_TEXT) ?? "{}");
    storage().removeItem(LEFT_TEXT);
    if (navigation === "navigate" || typeof box !== "string" || typeof text !== "string") return null;
    return typeof field === "string" ? { box, text, field } : { box, text };
  } catch {
    return null;
  }
}
