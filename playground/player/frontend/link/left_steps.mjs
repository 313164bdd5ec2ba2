// What can be taken back on a page, and done again: the tab remembers the link of each step while the page is reloaded.
// Python knows no page any more that was left, so the page that comes next brings the links to it; see
// playground/page/remembered_steps.py.

/** Where a tab remembers it. */
export const LEFT_STEPS = "playground-left-steps";

/** Characters of all links together: a tab has room for a few millions, of which others want some. */
export const MOST_CHARACTERS = 300_000;

/** Steps in either direction, the nearest. */
export const MOST_STEPS = 50;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} TabStorage */
/** @typedef {[number, string]} LeftStep the number of what was opened, and the link, which is empty for what a page opens with */
/** @typedef {{opened: string, opening: number, past: LeftStep[], future: LeftStep[]}} LeftSteps opened is the link of the page */
/** @typedef {[number, [number, number][], number, boolean]} ToldSteps as in shared/told.d.ts */

export class StepLinks {
  /** Of what was told last. */
  number = 0;
  #links = /** @type {Map<number, string>} */ (new Map());
  #steps = /** @type {[number, number][]} */ ([]);
  #place = 0;
  #hasLink = false;
  /** What the page before has left, as long as Python has not answered that. */
  #left;

  /** @param {LeftSteps | null} left */
  constructor(left) {
    this.#left = left;
    // Python calls them so from then on.
    if (left) [...left.past, ...left.future].forEach(([, link], place) => this.#links.set(-1 - place, link));
  }

  /** What Python is to be told. */
  get left() {
    return this.#left;
  }

  /** It has come. */
  forgetLeft() {
    this.#left = null;
  }

  /** @param {ToldSteps} told */
  take([number, steps, place, hasLink]) {
    this.number = number;
    this.#steps = steps;
    this.#place = place;
    this.#hasLink = hasLink;
    const numbers = new Set(steps.map(([step]) => step));
    for (const step of this.#links.keys()) if (step > 0 && !numbers.has(step)) this.#links.delete(step);
  }

  /** Note the link to all that is open; null where it is too long to be remembered for each step. @param {string | null} link */
  note(link) {
    const step = this.#steps[this.#place]?.[0];
    if (step === undefined || !this.#hasLink) return;
    if (link === null) this.#links.delete(step);
    else this.#links.set(step, link);
  }

  /** What the tab is to remember of a page that opens again by a link. @param {string} opened @returns {LeftSteps} */
  leftBy(opened) {
    if (this.#left) return { ...this.#left, opened };
    // What has to be mended is no step: where the page stood before can be gone back to.
    const past = this.#steps.slice(0, this.#place + (this.#hasLink ? 0 : 1));
    const future = this.#hasLink ? this.#steps.slice(this.#place + 1) : [];
    let room = MOST_CHARACTERS;
    const nearest = (/** @type {[number, number][]} */ steps) => {
      const left = /** @type {LeftStep[]} */ ([]);
      for (const [step, opening] of steps.slice(0, MOST_STEPS)) {
        const link = this.#links.get(step);
        if (link === undefined) continue;
        if (link.length > room) break;
        room -= link.length;
        left.push([opening, link]);
      }
      return left;
    };
    return { opened, opening: this.#steps[this.#place]?.[1] ?? 0, past: nearest(past.reverse()).reverse(), future: nearest(future) };
  }
}

/** @param {() => TabStorage} storage of the tab, which a browser may refuse @param {LeftSteps | null} left */
export function leaveSteps(storage, left) {
  try {
    storage().removeItem(LEFT_STEPS);
    if (left?.past.length || left?.future.length) storage().setItem(LEFT_STEPS, JSON.stringify(left));
  } catch {
    // A browser that keeps nothing, or not so much.
  }
}

/**
 * What was left, once; null for any other page than the one that was left.
 * @param {() => TabStorage} storage
 * @param {string} opened the link, or the name of one that is kept, by which this page opens
 * @param {string} navigation how the page was come to, as browsers call it
 * @returns {LeftSteps | null}
 */
export function takeLeftSteps(storage, opened, navigation) {
  try {
    const left = JSON.parse(storage().getItem(LEFT_STEPS) ?? "{}");
    storage().removeItem(LEFT_STEPS);
    const { opening, past, future } = left;
    const isWhole = typeof opening === "number" && [past, future].every(areSteps);
    return navigation !== "navigate" && left.opened === opened && isWhole ? { opened, opening, past, future } : null;
  } catch {
    return null;
  }
}

/** @param {unknown} given */
function areSteps(given) {
  return Array.isArray(given) && given.length <= MOST_STEPS && given.every(([opening, link]) => typeof opening === "number" && typeof link === "string");
}
