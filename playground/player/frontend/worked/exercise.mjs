// Lines of a worked update that somebody works: which are blank, what is typed into them, and what was said of it.
import { AskedLines } from "./asked_lines.mjs";
import { NOTHING_OPEN, openNumbers } from "./open_numbers.mjs";
import { shownLines } from "./worked_lines.mjs";
/** @import { Answer, Verdict, WorkedUpdate } from "../shared/types" */

/** How a line that was blank has got its number back. @typedef {"right" | "rounding" | "shown"} Done */

export class Exercise {
  /** Whether the lines of every update are blank. */
  isOn = false;
  /** What decides which lines are shown. */
  lines = new AskedLines();
  /** Another number whenever something else is to be seen. */
  version = 0;
  /** What was said last. @type {Verdict & {line: number} | null} */
  verdict = null;
  /** Lines that were blanked one by one, or by the switch. @type {Set<number>} */
  #blanked = new Set();
  /** @type {Map<number, Done>} */
  #done = new Map();
  /** @type {Map<number, string>} */
  #typed = new Map();
  /** What Python is to judge, and of which line it is. @type {(Answer & {at: number}) | null} */
  #asked = null;
  #answers = 0;
  #of = "";
  /** @type {WorkedUpdate | null} */
  #worked = null;
  /** Which numbers of the page are kept back, and of what this was found. */
  #open = { numbers: NOTHING_OPEN, version: 0, worked: this.#worked };

  /** Another update is worked: what was typed and said belongs to the one before. @param {WorkedUpdate} worked */
  follow(worked) {
    this.lines.follow(worked);
    const { run, epoch, row, parameter, batch } = worked;
    const of = [run, epoch, row, parameter, batch].join();
    this.#worked = worked;
    if (of !== this.#of) this.#forget();
    this.#of = of;
    this.blankShown();
  }

  /** Lines have come to be shown: they are blank as well, if the switch is on; what is done stays done. */
  blankShown() {
    const worked = this.#worked;
    if (!worked || !this.isOn) return;
    const lines = shownLines(worked, this.lines).flatMap(({ line }) => (canBeWorked(worked, line) && !this.#blanked.has(line) ? [line] : []));
    for (const line of lines) this.#blanked.add(line);
    if (lines.length) this.version += 1;
  }

  /**
   * Whether a line is still to be worked: then nothing of the panel says its number.
   * @param {number} line @returns {boolean}
   */
  isBlank(line) {
    if (this.#done.has(line)) return false;
    const expression = this.#worked?.lines[line]?.expression;
    const repeated = Array.isArray(expression) && expression[0] === "input" ? Number(expression[1]) : null;
    // What only repeats a number would say it.
    return this.#blanked.has(line) || (repeated !== null && this.isBlank(repeated));
  }

  /** The sums and answers of neurons that are still to be worked. */
  get open() {
    const { version } = this;
    const worked = this.#worked;
    if (this.#open.version !== version || this.#open.worked !== worked) {
      this.#open = { numbers: openNumbers(worked, (line) => this.isBlank(line)), version, worked };
    }
    return this.#open.numbers;
  }

  /** How a line was worked; undefined if it was not. @param {number} line */
  done(line) {
    return this.#done.get(line);
  }

  /** @param {number} line */
  typed(line) {
    return this.#typed.get(line) ?? "";
  }

  /** Blank all lines that are shown, or have all numbers back. */
  turn() {
    this.isOn = !this.isOn;
    this.#forget();
    this.blankShown();
  }

  #forget() {
    for (const kept of [this.#blanked, this.#done, this.#typed]) kept.clear();
    this.verdict = this.#asked = null;
    this.version += 1;
  }

  /** @param {number} line */
  blank(line) {
    this.#blanked.add(line);
    this.#done.delete(line);
    this.#typed.delete(line);
    this.verdict = null;
    this.version += 1;
  }

  /** @param {number} line @param {string} text */
  type(line, text) {
    this.#typed.set(line, text);
  }

  /** Give a line up. @param {number} line */
  show(line) {
    this.#done.set(line, "shown");
    this.verdict = null;
    this.version += 1;
  }

  /** Have what is typed for a line judged. @param {WorkedUpdate} worked @param {number} line */
  answer(worked, line) {
    const { epoch, row, parameter, batch } = worked;
    this.#answers += 1;
    this.#asked = { number: this.#answers, update: { epoch, row, parameter, batch }, line: worked.lines[line].name, text: this.typed(line), at: line };
  }

  /** What is to be judged; null if nothing is. @returns {Answer | null} */
  get asked() {
    if (!this.#asked) return null;
    const { number, update, line, text } = this.#asked;
    return { number, update, line, text };
  }

  /** @param {Verdict} verdict */
  receive(verdict) {
    if (verdict.number !== this.#asked?.number) return;
    const line = this.#asked.at;
    this.#asked = null;
    this.verdict = { ...verdict, line };
    if (verdict.is_done) this.#done.set(line, verdict.kind === "right" ? "right" : "rounding");
    this.version += 1;
  }

  /**
   * The blank that is worked after a line: the next one of those that are shown, or the first of all.
   * @param {readonly number[]} shown lines in their order @param {number | null} line null for the first
   * @returns {number | null} null if none is left
   */
  after(shown, line) {
    const blanks = shown.filter((one) => this.isBlank(one));
    const place = line === null ? -1 : shown.indexOf(line);
    return blanks.find((one) => shown.indexOf(one) > place) ?? blanks[0] ?? null;
  }
}

/** Whether a line has a formula that can be read, and a number that can be typed. @param {WorkedUpdate} worked @param {number} line */
export function canBeWorked(worked, line) {
  const { expression, value } = worked.lines[line];
  return expression !== null && Number.isFinite(value);
}
