// Which things are pointed out to somebody who opens the page for the first time: each until it was done once.
import { tableDifference } from "./difference.mjs";
/**
 * @import { Description, Header } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/**
 * @typedef {"weight" | "point" | "cell"} HintName
 * @typedef {"beginning" | "end"} Occasion before anything was played, or where that has come to its end
 */

/** In the order in which they are shown, one after another. @type {[HintName, string][]} */
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

/** A weight that is dragged at the end has no epochs left to show what comes of it. @type {HintName[]} */
const AT_THE_END = ["point", "cell"];

/**
 * The one thing that is pointed out now: who opens a page has enough to read without all of them.
 * @param {ReadonlySet<HintName>} done
 * @param {Occasion | null} occasion where the play-head rests
 * @param {boolean} isNarrow whether there is room for the very first one only
 * @returns {HintName | null}
 */
export function hintNow(done, occasion, isNarrow) {
  if (occasion === null) return null;
  const names = HINTS.map(([name]) => name);
  const fitting = isNarrow ? names.slice(0, 1) : names;
  return fitting.find((name) => !done.has(name) && (occasion === "beginning" || AT_THE_END.includes(name))) ?? null;
}

/** What was opened when the page was: anything opened later is no beginning. */
const FIRST = 1;

/**
 * When something is pointed out. What belongs to a table with something to mend is nothing to try: that is mended first.
 * @param {Pick<Store, "header" | "hidesFuture" | "isStale" | "lesson" | "run" | "timeline">} store
 * @param {number} epoch on the screen
 * @param {boolean} hasPlayed whether this page has played anything
 * @returns {Occasion | null}
 */
export function occasionAt({ header, hidesFuture, isStale, lesson, run, timeline }, epoch, hasPlayed) {
  // A lesson says what to do.
  if (lesson || isStale || header?.opened !== FIRST || timeline.moving || timeline.epoch !== epoch) return null;
  if (hidesFuture && epoch === 0) return "beginning";
  return hasPlayed && run?.finished && epoch === timeline.end ? "end" : null;
}

/**
 * @typedef {object} Arranged what was on the screen at one time
 * @property {Description} run
 * @property {Pick<Header, "opened" | "what_changed">} header
 */

/**
 * Whether the table is another one because somebody has changed it: not by opening something else, nor by taking back.
 * @param {Arranged | null} before @param {Arranged} now
 * @returns {boolean}
 */
export function isEdited(before, now) {
  if (before === null || before.run === now.run || before.header.opened !== now.header.opened) return false;
  return now.header.what_changed !== "" && tableDifference(before.run, now.run) !== null;
}
