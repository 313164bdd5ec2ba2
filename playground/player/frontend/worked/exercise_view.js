// The exercise in a worked update: a switch that blanks its numbers, what is said of an answer, and a way to give one up.
import { element, writeText } from "../shared/element.js";
/** @import { Exercise } from "./exercise.mjs" */
/** @import { WorkedUpdate } from "../shared/types" */

const ARROWS = new Map([["ArrowUp", -1], ["ArrowDown", 1]]);
const HOW = "Work it out, and press Enter. ";

/**
 * @typedef {object} Practised what the exercise is of
 * @property {() => WorkedUpdate | null} worked
 * @property {() => number[]} shown the lines that are shown, in their order
 * @property {() => void} stand stay at this update: of one that plays on, nobody works a number
 * @property {() => void} redraw at once, and ask Python for what is wanted
 * @property {() => void} tell write what is said
 */

export class ExerciseView {
  /** Blanks the numbers, or brings them back. */
  switch = element("button", "worked-practise", "Practise");
  /** What is said, in place of what is said otherwise. */
  said = element("div", "worked-exercise");
  #verdict = element("p", "worked-verdict");
  #show = element("button", "worked-show", "Show");
  #exercise;
  #list;
  #of;
  /** The blank that somebody is at. @type {number | null} */
  #at = null;
  /** The line whose number is the place to tab to. @type {number | null} */
  #stop = null;
  /** Of what is written, the verdict after which the next blank is gone to. @type {Exercise["verdict"]} */
  #seen = null;

  /** @param {Exercise} exercise @param {HTMLElement} list the lines @param {Practised} of */
  constructor(exercise, list, of) {
    this.#exercise = exercise;
    this.#list = list;
    this.#of = of;
    for (const button of [this.switch, this.#show]) button.type = "button";
    this.switch.title = "Blank the numbers, and work them yourself";
    this.#verdict.setAttribute("role", "status");
    this.said.append(this.#verdict, this.#show);
    this.switch.addEventListener("click", () => this.#turn());
    this.#show.addEventListener("click", () => this.#giveUp());
    list.addEventListener("focusin", ({ target }) => {
      this.#goTo(fieldOf(target));
      this.#stop = blankedBy(target) ?? this.#stop;
      this.keepOneStop();
    });
    list.addEventListener("input", ({ target }) => this.#type(target));
  }

  /** What was asked of a blank is done. @param {Event} event @returns {boolean} whether it concerned one */
  press(event) {
    if (!(event instanceof KeyboardEvent)) return false;
    if (this.#step(event)) return true;
    const line = fieldOf(event.target);
    if (line === null) return false;
    // Neither the player nor the page has a part in what is typed here.
    event.stopPropagation();
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
    if (event.key === "Enter") this.#answer(line);
    return true;
  }

  /** Of the numbers that can be blanked one is a place to tab to: the one that was last there, or the first. */
  keepOneStop() {
    const numbers = this.#numbers;
    const stop = numbers.find((number) => blankedBy(number) === this.#stop) ?? numbers[0];
    for (const number of numbers) number.tabIndex = number === stop ? 0 : -1;
  }

  /** From one number to the next. @param {KeyboardEvent} event @returns {boolean} whether it was from one */
  #step(event) {
    const step = ARROWS.get(event.key);
    const numbers = this.#numbers;
    const at = numbers.findIndex((number) => number === event.target);
    if (step === undefined || at < 0) return false;
    event.preventDefault();
    event.stopPropagation();
    numbers[at + step]?.focus();
    return true;
  }

  /** Those that can be blanked. @returns {HTMLElement[]} */
  get #numbers() {
    return [...this.#list.querySelectorAll("[data-blanks]")].filter((number) => number instanceof HTMLElement);
  }

  /** A number is pressed: it is to be worked. @param {EventTarget | null} target @returns {boolean} whether one was */
  use(target) {
    const line = blankedBy(target);
    if (line !== null) {
      this.#of.stand();
      this.#exercise.blank(line);
      this.#of.redraw();
      this.#focus(`[data-field="${line}"]`);
    }
    return line !== null || fieldOf(target) !== null;
  }

  /** Say how it stands. @param {string} convention by which the loss is counted @returns {boolean} whether there is anything to say */
  write(convention) {
    const { isOn, verdict } = this.#exercise;
    const next = this.#next;
    this.switch.setAttribute("aria-pressed", String(isOn));
    this.#show.hidden = next === null;
    if (next !== null) this.#show.setAttribute("aria-label", `Show ${this.#of.worked()?.lines[next].name}`);
    const end = next === null && verdict ? " That was the last one." : "";
    writeText(this.#verdict, verdict?.sentence ? `${verdict.sentence}${end}` : `${HOW}${convention}`);
    this.#verdict.title = verdict?.sentence ?? "";
    return next !== null || verdict !== null;
  }

  /** After a line is worked the next one is gone to, and what is wrong is typed over, if somebody is still at it. @param {boolean} wasAtIt */
  goOn(wasAtIt) {
    const { verdict } = this.#exercise;
    if (verdict === this.#seen) return;
    this.#seen = verdict;
    if (!verdict || !wasAtIt) return;
    if (verdict.is_done) this.#focusAfter(verdict.line);
    else if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  }

  /** The blank that *Show* gives up. */
  get #next() {
    const shown = this.#of.shown();
    const isThere = this.#at !== null && shown.includes(this.#at) && this.#exercise.isBlank(this.#at);
    return isThere ? this.#at : this.#exercise.after(shown, this.#at);
  }

  #turn() {
    if (!this.#of.worked()) return;
    if (!this.#exercise.isOn) this.#of.stand();
    this.#exercise.turn();
    this.#at = null;
    this.#of.redraw();
    if (!this.#exercise.isOn) return;
    this.#list.scrollTop = 0;
    this.#focusAfter(null);
  }

  #giveUp() {
    const line = this.#next;
    if (line === null) return;
    this.#exercise.show(line);
    this.#of.redraw();
    this.#focusAfter(line);
  }

  /** @param {number} line */
  #answer(line) {
    const worked = this.#of.worked();
    if (!worked) return;
    this.#exercise.answer(worked, line);
    this.#of.redraw();
  }

  /** @param {EventTarget | null} target */
  #type(target) {
    const line = fieldOf(target);
    if (line !== null) this.#exercise.type(line, /** @type {HTMLInputElement} */ (target).value);
  }

  /** @param {number | null} line */
  #goTo(line) {
    if (line === null || line === this.#at) return;
    this.#at = line;
    this.#of.tell();
  }

  /** Go to the next blank; if none is left, to the switch that blanked them, or to the number. @param {number | null} line */
  #focusAfter(line) {
    const next = this.#exercise.after(this.#of.shown(), line);
    if (next !== null) this.#focus(`[data-field="${next}"]`);
    else if (this.#exercise.isOn) this.switch.focus({ preventScroll: true });
    else this.#focus(`[data-blanks="${line}"]`);
  }

  /** @param {string} selector */
  #focus(selector) {
    const found = /** @type {HTMLElement | null} */ (this.#list.querySelector(selector));
    found?.focus({ preventScroll: true });
    if (found) bringInSight(this.#list, found.closest("li") ?? found);
  }
}

/** Scroll a list, and nothing around it, as far as it takes to see a line. @param {HTMLElement} list @param {Element} line */
function bringInSight(list, line) {
  const [seen, place] = [list, line].map((one) => one.getBoundingClientRect());
  if (place.bottom > seen.bottom) list.scrollTop += place.bottom - seen.bottom;
  if (place.top < seen.top) list.scrollTop -= seen.top - place.top;
}

/** The line whose number is blanked where an element is pressed. @param {EventTarget | null} target */
function blankedBy(target) {
  const place = target instanceof Element ? target.closest("[data-blanks]") : null;
  return place instanceof HTMLElement ? Number(place.dataset.blanks) : null;
}

/** The line whose number is typed in an element. @param {EventTarget | null} target */
function fieldOf(target) {
  const field = target instanceof HTMLElement ? target.dataset.field : undefined;
  return field === undefined ? null : Number(field);
}
