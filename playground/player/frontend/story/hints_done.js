// What the browser remembers of the hints; without a memory they come again with the next visit.
import { doneFrom, keptText } from "./hints.mjs";
/** @import { HintName } from "./hints.mjs" */

const KEY = "neural-playground-hints";

/** @returns {ReadonlySet<HintName>} */
export function readDone() {
  try {
    return doneFrom(localStorage.getItem(KEY));
  } catch {
    return new Set();
  }
}

/** @param {ReadonlySet<HintName>} done */
export function keepDone(done) {
  try {
    localStorage.setItem(KEY, keptText(done));
  } catch {
    // A browser that keeps nothing shows them again.
  }
}
