// Where parts of a player are scrolled lasts when it is taken off the page and put on it again: a browser has them at their top then.

/** Of each player, where its parts were scrolled to. @type {WeakMap<Element, Map<Element, {top: number, left: number}>>} */
const known = new WeakMap();

/** Note where its parts are scrolled, from now on. @param {HTMLElement} root of a player */
export function noteScroll(root) {
  /** @type {Map<Element, {top: number, left: number}>} */
  const parts = new Map();
  known.set(root, parts);
  // What is scrolled says so to nobody above it, unless that listens before it does.
  root.addEventListener("scroll", ({ target }) => {
    if (target instanceof Element) parts.set(target, { top: target.scrollTop, left: target.scrollLeft });
  }, { capture: true, passive: true });
}

/** It is on the page again. @param {HTMLElement} root of a player */
export function bringScrollBack(root) {
  for (const [part, { top, left }] of known.get(root) ?? []) {
    if (!root.contains(part)) known.get(root)?.delete(part);
    else part.scrollTo({ top, left, behavior: "instant" });
  }
}
