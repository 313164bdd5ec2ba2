// One line of the answers strip: the row's number, what the network answers, its track, right or wrong, and the flip.

import { NO_CLASS, targetClass } from "../model/classes.mjs";
import { AnswerTrack } from "./answer_track.js";
import { changedTexts, derivedTexts, spokenLine, targetsText } from "./answer_texts.mjs";
import { shareOn } from "./row_track.mjs";
import { OPEN } from "../worked/open_numbers.mjs";
import { element, write } from "../shared/element.js";
import { digitsWide } from "../shared/text_width.mjs";
import { shownNumber } from "../shared/wording.mjs";
/**
 * @import { Numbers, Pair } from "../shared/types"
 * @import { Judging, Told } from "./answer_texts.mjs"
 */

/**
 * @typedef {object} Row what stands in a line as long as the run is the same
 * @property {Judging} run
 * @property {number} number of the line of the editor, from 1
 * @property {string} name as "Row 2"
 * @property {string} given its inputs
 * @property {number[]} derived what is computed from them
 * @property {number[]} targets none where nobody knows them
 * @property {Pair[]} ends of the track, for each output
 */

export class AnswerLine {
  /** @type {HTMLLIElement} */ item;
  /** The button, or a plain box for a row that cannot be selected. @type {HTMLElement} */ box;
  /** @type {{before: Text, now: Text, value: number | null}[]} */ #answers = [];
  #number = document.createTextNode("");
  #wanted = element("span", "rows-wanted");
  #derived = element("span", "rows-derived");
  /** With one output. @type {AnswerTrack | null} */ #track;
  #word = document.createTextNode("");
  #kind = document.createTextNode("");
  /** @type {Told | null} */ #told = null;
  /** @type {string[] | null} */ #before = null;
  /** @type {Row} */ #row;

  /** @param {number} outputs @param {boolean} selectable */
  constructor(outputs, selectable) {
    this.box = element(selectable ? "button" : "div", "rows-line");
    this.#track = outputs === 1 ? new AnswerTrack() : null;
    const verdict = element("span", "rows-verdict", element("i", "rows-mark"), element("span", "rows-word", this.#word));
    verdict.append(element("span", "rows-kind", this.#kind));
    this.box.append(this.#derived, element("span", "rows-number", this.#number), this.#wanted);
    for (let at = 0; at < outputs; at += 1) this.box.append(this.#answer());
    if (this.#track) this.box.append(this.#track.box);
    this.box.append(verdict);
    this.item = element("li", "rows-item", this.box);
    if (!selectable) return;
    this.box.setAttribute("type", "button");
    this.select(false);
  }

  /** Of its line in the editor, from 1. */
  get number() {
    return this.#row.number;
  }

  /** Begins with another row. @param {Row} row */
  bind(row) {
    this.#row = row;
    write(this.#number, row.targets.length ? String(row.number) : "");
    this.item.style.setProperty("--line", String(row.number));
    const own = row.run.classes?.kind === "two" ? targetClass(row.run.classes, row.targets) : NO_CLASS;
    const ownClass = row.targets.length && (own === 0 || own === 1) ? own : null;
    const target = element("span", "rows-aim", element("span", "", targetsText(row.run, row.targets)));
    if (ownClass !== null) target.classList.add(`rows-class-${ownClass}`);
    this.#wanted.replaceChildren(element("span", "rows-inputs", row.given), target);
    this.#derived.replaceChildren(...derivedTexts(row.derived).map((text) => element("span", "", text)));
    this.#track?.aim(row.targets.length ? shareOn(row.ends[0], row.targets[0]) : null, ownClass);
    for (const answer of this.#answers) answer.value = null;
  }

  /**
   * @param {Numbers} outputs of this row
   * @param {Told} told
   * @param {Numbers | null} before what the run before answered to this row
   * @param {(output: number) => boolean} isOpen whether somebody is to work it
   * @returns {number} as how many digits the widest answer counts
   */
  draw(outputs, told, before, isOpen) {
    let longest = 0;
    for (let at = 0; at < this.#answers.length; at += 1) {
      const answer = this.#answers[at];
      const value = isOpen(at) ? null : outputs[at];
      if (value === null || !Object.is(answer.value, value)) {
        answer.value = value;
        write(answer.now, value === null ? OPEN : shownNumber(value));
      }
      longest = Math.max(longest, digitsWide(answer.now.data));
    }
    this.#track?.draw(this.#row.ends[0], outputs[0], before?.length === 1 ? before[0] : null);
    longest = Math.max(longest, this.#drawBefore(before));
    this.#tell(told);
    return longest;
  }

  /** Says that the row has just changed class, until the list hears the end of it. A pulse is not begun anew: what keeps changing must not flicker. */
  pulse() {
    this.box.classList.add("rows-pulse");
  }

  /** @param {boolean} selected */
  select(selected) {
    this.box.setAttribute("aria-pressed", String(selected));
    this.box.tabIndex = selected ? 0 : -1;
  }

  /** Says the whole line to a screen reader: when it rests, not in every frame. */
  describe() {
    if (this.box.tagName !== "BUTTON") return;
    const { run, name, targets } = this.#row;
    const outputs = this.#answers.map(({ now }) => now.data);
    const label = spokenLine(run, { name, targets, outputs, before: this.#before, word: this.#told?.word ?? "" });
    if (this.box.getAttribute("aria-label") !== label) this.box.setAttribute("aria-label", label);
  }

  /** @param {Told} told */
  #tell(told) {
    const last = this.#told;
    if (last?.state === told.state && last.kind === told.kind && last.word === told.word) return;
    this.#told = told;
    write(this.#word, told.word);
    write(this.#kind, told.kind);
    if (last?.state) this.box.classList.remove(`rows-${last.state}`);
    if (told.state) this.box.classList.add(`rows-${told.state}`);
    if (last) this.describe();
  }

  /** @param {Numbers | null} before */
  #drawBefore(before) {
    this.#before = before
      ? changedTexts(
          this.#answers.map(({ now }) => now.data),
          before,
        )
      : null;
    let longest = 0;
    for (let at = 0; at < this.#answers.length; at += 1) {
      const text = this.#before?.[at] ?? "";
      write(this.#answers[at].before, text && `${text} → `);
      longest = Math.max(longest, digitsWide(text));
    }
    return longest;
  }

  #answer() {
    const answer = { before: document.createTextNode(""), now: document.createTextNode(""), value: null };
    this.#answers.push(answer);
    return element("span", "rows-output", element("span", "rows-before", answer.before), element("b", "", answer.now));
  }
}
