// The name under which this page keeps what is too long for its address: it keeps it over a reload, and no other page has it.
import { KEPT, STORED } from "./kept_documents.mjs";

/** Where a tab remembers the name from one page to the next. */
const OWN = `${STORED}own`;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} TabStorage */

/**
 * The name left by the page before, if it was the same page: if its address says that name. A page that was left for
 * another one, and is gone back to, takes a new one, and so does a tab that was made from another one.
 * @param {() => TabStorage} storage of the tab, which a browser may refuse
 * @param {string} opened the name in the address that the page was opened by; empty if there is none
 */
export function takeName(storage, opened) {
  let left = "";
  try {
    left = storage().getItem(OWN) ?? "";
    forgetName(storage);
  } catch {
    // A browser that keeps nothing.
  }
  return left && left === opened ? left : newName();
}

/** Leave the name to the page that comes next in this tab. @param {() => TabStorage} storage @param {string} name */
export function leaveName(storage, name) {
  try {
    storage().setItem(OWN, name);
  } catch {
    // A browser that keeps nothing.
  }
}

/** While a page is open its name is not left: a tab that is made from this one begins with all that this one remembers. @param {() => TabStorage} storage */
export function forgetName(storage) {
  try {
    storage().removeItem(OWN);
  } catch {
    // A browser that keeps nothing.
  }
}

function newName() {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return KEPT + Array.from(parts, (part) => part.toString(36).padStart(7, "0")).join("");
}
