// The sentences under the timeline: of each kind the one that matters most, and as many kinds as there is room for.
import { SAYINGS } from "./sayings.mjs";
/**
 * @import { Scene } from "./scene.mjs"
 */

/**
 * @typedef {"change" | "moment" | "guess" | "test"} Kind what was changed; what is to be seen; what became of a guess; the test rows
 *
 * @typedef {object} Saying one thing that can be said, in a file of its own
 * @property {Kind} kind
 * @property {number} priority the smaller number is said, if several of one kind have something to say
 * @property {(scene: Scene) => string[] | null} say whole sentences that say the same, the longest first; null if it is not so
 *
 * @typedef {Partial<Record<Kind, string>>} Line
 */

/** As they are read. @type {Kind[]} */
export const READ = ["change", "moment", "guess", "test"];
/** Which of them gets its place first. @type {Kind[]} */
const WANTED = ["change", "guess", "moment", "test"];
/** The same once the run has been played on: what was changed is known then. @type {Kind[]} */
const WANTED_LATER = ["guess", "moment", "change", "test"];

/**
 * @param {Scene} scene @param {number} room characters
 * @param {Saying[]} sayings
 * @returns {Line}
 */
export function lineOf(scene, room, sayings = SAYINGS) {
  const said = new Map(WANTED.map((kind) => [kind, saidOf(kind, scene, sayings)]));
  /** @type {Map<Kind, string>} */
  const chosen = new Map();
  const left = (/** @type {Kind} */ but) => {
    const others = [...chosen].filter(([kind]) => kind !== but);
    return room - others.reduce((sum, [, text]) => sum + text.length + 1, 0);
  };
  // First each in few words, so that as many as possible are said; then at greater length.
  for (const kind of scene.isPlayedOn ? WANTED_LATER : WANTED) {
    const shortest = said.get(kind)?.at(-1);
    if (shortest !== undefined && (chosen.size === 0 || shortest.length <= left(kind))) chosen.set(kind, shortest);
  }
  for (const kind of WANTED) {
    const longest = chosen.has(kind) && said.get(kind)?.find((text) => text.length <= left(kind));
    if (longest) chosen.set(kind, longest);
  }
  return Object.fromEntries(chosen);
}

/** @param {Kind} kind @param {Scene} scene @param {Saying[]} sayings */
function saidOf(kind, scene, sayings) {
  const candidates = sayings.filter((saying) => saying.kind === kind).sort((one, other) => one.priority - other.priority);
  for (const { say } of candidates) {
    const sentences = say(scene);
    if (sentences?.length) return sentences;
  }
  return null;
}
