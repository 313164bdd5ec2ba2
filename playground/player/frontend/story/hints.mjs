// Which things are pointed out to somebody who opens the page for the first time: each until it was done once.

/** @typedef {"weight" | "point" | "cell"} HintName */

/** In the order in which they matter; where there is room for one, the first is shown. @type {[HintName, string][]} */
export const HINTS = [
  ["weight", "drag this number"],
  ["point", "drag this point"],
  ["cell", "change this cell"],
];

/**
 * What the browser remembers: the hints that are done with.
 * @param {string | null} kept as `keptText` has written it
 * @returns {ReadonlySet<HintName>} empty where nothing is remembered, or something else
 */
export function doneFrom(kept) {
  const names = HINTS.map(([name]) => name);
  try {
    const given = JSON.parse(kept ?? "[]");
    return new Set(Array.isArray(given) ? names.filter((name) => given.includes(name)) : []);
  } catch {
    return new Set();
  }
}

/** @param {ReadonlySet<HintName>} done */
export const keptText = (done) => JSON.stringify([...done]);

/** All of them are done with. @returns {ReadonlySet<HintName>} */
export const allDone = () => new Set(HINTS.map(([name]) => name));

/**
 * @param {ReadonlySet<HintName>} done
 * @param {boolean} isNarrow whether there is room for one only
 * @returns {[HintName, string][]} that are still to be shown
 */
export function openHints(done, isNarrow) {
  const open = HINTS.filter(([name]) => !done.has(name));
  return isNarrow ? open.filter(([name]) => name === HINTS[0][0]) : open;
}
