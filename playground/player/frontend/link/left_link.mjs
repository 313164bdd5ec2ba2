// The newest link of a page that is left before it stands in the address, and what is looked at in that moment, of which no
// link tells while it plays: whoever reloads the page is to find that, not the one before.
// A reload has its address when it begins: what is written there while the page goes comes too late. So the tab remembers it,
// and a line of script in the page that comes next takes it, if its address is the one that was left (playground/opens_links.py).

/** Where a tab remembers it. */
export const LEFT = "playground-left";

/** @typedef {Pick<Storage, "setItem" | "removeItem">} TabStorage */

/**
 * @param {() => TabStorage} storage of the tab, which a browser may refuse
 * @param {string} written the link in the address; empty if there is none
 * @param {string} link the newest
 * @param {object | null} viewpoint what is looked at; null before anything is
 */
export function leaveLink(storage, written, link, viewpoint) {
  try {
    storage().setItem(LEFT, JSON.stringify({ written, link, viewpoint }));
  } catch {
    // A browser that keeps nothing.
  }
}

/** The page is there again, with all that it knew. @param {() => TabStorage} storage */
export function forgetLeftLink(storage) {
  try {
    storage().removeItem(LEFT);
  } catch {
    // A browser that keeps nothing.
  }
}
