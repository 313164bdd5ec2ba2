/** One update of one weight, worked for the chosen row: a few lines that stay open while the run plays, and unfold. */

import { blankField, givenNumber } from "./blank_line.js";
import { canBeWorked } from "./exercise.mjs";
import { ExerciseView } from "./exercise_view.js";
import { digitChoice, saidOfDigits } from "./digit_choice.js";
import { exactNumber } from "./on_paper.js";
import { digitsOf, paperDigits, stepDigits } from "./worked_digits.mjs";
import { UpdateStepper } from "./update_stepper.js";
import { WorkedLine } from "./worked_line.js";
import { HeldLine } from "./held_line.js";
import { lineOf, selectorOf } from "./line_elements.js";
import { LineLights } from "./line_lights.js";
import { litBy, NOWHERE } from "./lit_places.mjs";
import { shownLines, termName, useOf } from "./worked_lines.mjs";
import { subjectOf } from "../model/over_charts.mjs";
import { closeButton } from "../shared/close_button.js";
import { element, writeText } from "../shared/element.js";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, View, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { Digits } from "./worked_digits.mjs"
 * @import { Writing } from "./worked_line.js"
 */

/** Characters that have room in one line; longer, the reason goes on in the next. */
const ONE_LINE = 75;

/** @implements {View} */
export class WorkedView {
  #store;
  #actions;
  #root = element("section", "worked");
  #heading = element("h3", "");
  #when = element("span", "worked-when");
  #why = element("p", "worked-why");
  #told = element("span", "");
  /** Where it has no room it goes to the next line, which is not seen. */
  #ofDigits = element("span", "worked-of-digits");
  #besides = element("p", "worked-told", this.#told, " ", this.#ofDigits);
  #updates;
  #list = element("ol", "worked-lines");
  #exercise;
  /** Which lines were blank when they were written. */
  #exerciseWritten = -1;
  /** @type {WorkedLine[]} */
  #lines = [];
  /** @type {Digits} */
  #digits = "3";
  #asked;
  #lights = new LineLights(this.#list);
  #held = new HeldLine(this.#list);
  /** The line whose number is pointed at. @type {number | null} */
  #pointed = null;
  /** What the line of code computes that is pointed at. */
  #pointedCode = "";
  /** What is written. @type {WorkedUpdate | null} */
  #written = null;
  #observer = new ResizeObserver(() => this.#signCuts());

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "clearCharts" | "toggleGradientCheck" | "pointAtPlace" | "selectRow" | "workOnPaper" | "redraw" | "seek">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#asked = store.exercise.lines;
    this.#actions = actions;
    this.#root.setAttribute("aria-label", "Worked example");
    this.#exercise = new ExerciseView(store.exercise, this.#list, {
      worked: () => this.#written,
      shown: () => this.#shown,
      stand: () => this.#stand(),
      redraw: actions.redraw,
      tell: () => this.#tell(),
    });
    this.#updates = new UpdateStepper(actions.selectRow);
    const head = element("div", "worked-head", this.#heading, this.#when, digitChoice((digits) => this.#chooseDigits(digits)), this.#exercise.switch, closeButton("Close the worked example", actions.clearCharts));
    this.#root.append(head, element("div", "worked-said", this.#updates.element, this.#why, this.#besides, this.#exercise.said), this.#list);
    this.#listen();
    parent.append(this.#root);
    this.#observer.observe(this.#list);
  }

  #listen() {
    const list = this.#list;
    list.addEventListener("pointerover", ({ target }) => this.#pointAt(lineOf(target)));
    list.addEventListener("pointerleave", () => this.#pointAt(null));
    list.addEventListener("focusin", ({ target }) => this.#pointAt(lineOf(target)));
    list.addEventListener("focusout", () => this.#pointAt(null));
    list.addEventListener("click", ({ target }) => this.#use(target));
    list.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen, workedUpdates: { shown: workedUpdate } } = this.#store;
    const worked = subjectOf(chosen.panel, "worked");
    if (worked === null) {
      if (this.#written) this.#pointAt(null);
      this.#written = null;
      return;
    }
    const name = run.parameters[worked]?.name ?? "";
    if (this.#heading.title !== name) {
      const arrow = name.lastIndexOf(" → ");
      const parts = arrow > 0 ? [name.slice(0, arrow), name.slice(arrow)] : [name];
      this.#heading.replaceChildren(...parts.map((part) => element("span", "", part)));
      this.#heading.style.setProperty("--letters", String(parts[0].length));
      this.#heading.title = name;
    }
    const isOlder = workedUpdate === null || workedUpdate.run !== this.#store.run?.number || workedUpdate.parameter !== worked;
    this.#root.classList.toggle("is-older", isOlder);
    if (workedUpdate && workedUpdate.parameter === worked && workedUpdate !== this.#written) this.#write(workedUpdate, run);
    else if (this.#store.exercise.version !== this.#exerciseWritten) this.#writeLines();
    this.#lightCode(chosen.pointedCode);
  }

  draw() {}

  remove() {
    this.#observer.disconnect();
    this.#root.remove();
  }

  /** @param {WorkedUpdate} worked @param {Description} run */
  #write(worked, run) {
    this.#written = worked;
    const row = run.train.row_numbers[worked.row] ?? worked.row + 1;
    const when = [`row ${row} · epoch ${epochText(worked.epoch)}`, ` → ${epochText(worked.epoch + 1)}`];
    this.#when.replaceChildren(...when.map((part) => element("span", "", part)));
    this.#when.title = when.join("");
    this.#updates.write(worked);
    this.#writeLines();
  }

  /** The lines that are shown, in their order. */
  get #shown() {
    return this.#written ? shownLines(this.#written, this.#asked).map(({ line }) => line) : [];
  }

  #writeLines() {
    const worked = this.#written;
    if (!worked) return;
    const { exercise } = this.#store;
    this.#exerciseWritten = exercise.version;
    const focused = this.#list.contains(document.activeElement) ? selectorOf(document.activeElement) : null;
    this.#list.classList.toggle("is-on-paper", this.#paper !== null);
    const shown = shownLines(worked, this.#asked);
    this.#lines = shown.map((line) => new WorkedLine(worked, line, this.#writing(worked)));
    const headed = shown.flatMap(({ heading }, at) => [...(heading ? [element("li", "worked-heading", heading)] : []), this.#lines[at].element]);
    this.#list.replaceChildren(...headed);
    this.#signCuts();
    this.#exercise.keepOneStop();
    if (focused) /** @type {HTMLElement | null} */ (this.#list.querySelector(focused))?.focus({ preventScroll: true });
    this.#exercise.goOn(focused !== null);
    this.#light();
    this.#tell();
  }

  /** The numbers on paper, if they are wanted and there. */
  get #paper() {
    const paper = this.#written?.paper ?? null;
    return paper?.digits === paperDigits(this.#digits) ? paper : null;
  }

  /** @param {WorkedUpdate} worked @returns {Writing} */
  #writing(worked) {
    const { exercise } = this.#store;
    const { lines } = worked;
    const isBlank = (/** @type {number} */ at) => exercise.isBlank(at);
    const paper = this.#paper;
    const shown = this.#shown;
    const result = (/** @type {number} */ at, line = at) => digitsOf(paper ? paper.values[at] : lines[at].value, this.#digits, stepDigits(worked, at, line, this.#digits));
    return {
      result,
      isBlank,
      isPractised: (at) => exercise.isOn || isBlank(at),
      term: (at, line) => {
        if (isBlank(at)) return lines[at].name;
        return this.#digits === "names" ? termName(worked, line, at, result) : result(at, line);
      },
      number: (at) => {
        if (isBlank(at)) return blankField(at, lines[at].name, exercise);
        return canBeWorked(worked, at) ? givenNumber(at, lines[at].name, result(at), exercise.done(at)) : element("strong", "worked-value", result(at));
      },
      beside: (at) => (paper ? exactNumber(isBlank(at) ? null : lines[at].value, paper, at) : null),
      isSeen: (term, line) => this.#isSeen(term, line, shown),
      asked: this.#asked,
    };
  }

  /** Whether a line is shown, and not beneath this one. @param {number} term @param {number} line */
  #isSeen(term, line, shown = this.#shown) {
    return this.#asked.all || (this.#asked.unfolded.get(term) !== line && shown.includes(term));
  }

  /** All are measured before any is changed: the page is laid out once. */
  #signCuts() {
    const cut = this.#lines.map((line) => line.cut);
    this.#lines.forEach((line, at) => line.sign(cut[at]));
  }

  /** @param {Digits} digits */
  #chooseDigits(digits) {
    this.#digits = digits;
    this.#actions.workOnPaper(paperDigits(digits));
    this.#writeLines();
  }

  /** A number that is pressed unfolds its line, or folds it again. @param {EventTarget | null} target */
  #use(target) {
    if (this.#exercise.use(target)) return;
    const { rest, note, all, check } = target instanceof HTMLElement ? target.dataset : {};
    const line = lineOf(target);
    if (check !== undefined) return this.#actions.toggleGradientCheck();
    if (all !== undefined) this.#asked.all = !this.#asked.all;
    else if (rest !== undefined) this.#asked.toggle("whole", Number(rest));
    else if (note !== undefined) this.#asked.toggle("noted", Number(note));
    else if (line === null || !this.#written) return;
    else {
      const { place: { row } } = this.#written.lines[line];
      const beneath = Number(target instanceof Element ? target.closest("li")?.dataset.of : undefined);
      const use = useOf(this.#written, line, this.#isSeen(line, beneath));
      if (use === "row" && row !== null) this.#actions.selectRow(row);
      if (use !== "unfold") return;
      this.#asked.unfold(line, beneath);
    }
    const { version } = this.#store.exercise;
    this.#store.exercise.blankShown();
    this.#held.during(target, () => this.#writeLines());
    // What is blank from now on is kept back everywhere else, too.
    if (this.#store.exercise.version !== version) this.#actions.redraw();
    if (rest !== undefined) this.#list.querySelector(`[data-rest="${rest}"]`)?.closest("li")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (this.#exercise.press(event) || event.target instanceof HTMLButtonElement) return;
    if (lineOf(event.target) === null || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    this.#use(event.target);
  }

  /** Light where a number comes from and where it goes: here, in the network and in the table. @param {number | null} line */
  #pointAt(line) {
    if (line === this.#pointed) return;
    this.#pointed = line;
    this.#light();
    this.#tell();
    // Who is to work a number is not shown it in the network.
    const pointed = line === null || this.#store.exercise.isBlank(line) ? undefined : this.#written?.lines[line];
    this.#actions.pointAtPlace(pointed ? litBy(pointed) : NOWHERE);
  }

  #light() {
    this.#lights.light(this.#written, this.#pointed, this.#pointedCode);
  }

  /** What a line of code computes that is pointed at is lit here, too. @param {string} pointed */
  #lightCode(pointed) {
    if (pointed === this.#pointedCode) return;
    this.#pointedCode = pointed;
    this.#light();
  }

  /** Stay at the update that is written. */
  #stand() {
    if (this.#written && this.#store.timeline.moving) this.#actions.seek(this.#written.epoch);
  }

  /** Say what is pointed at, or how an exercise stands, in place of what is said otherwise. */
  #tell() {
    const worked = this.#written;
    if (!worked) return;
    const isPractised = this.#exercise.write(worked.convention);
    const line = this.#toldLine(worked, isPractised);
    this.#root.classList.toggle("is-pointing", line !== null);
    this.#root.classList.toggle("has-blanks", isPractised);
    this.#root.classList.toggle("is-practised", isPractised && line === null);
    const value = line && digitsOf(line.value, this.#digits === "all" ? "all" : "6");
    // It says how far the weight goes, which is to be worked.
    const why = isPractised ? "" : worked.why;
    this.#root.classList.toggle("has-long-why", why.length > ONE_LINE);
    writeText(this.#why, why);
    writeText(this.#told, line ? `${line.name} = ${value}${line.note ? `. ${line.note}` : ""}` : worked.convention);
    writeText(this.#ofDigits, line ? "" : saidOfDigits(this.#digits));
    for (const place of [this.#why, this.#besides]) place.title = place.textContent.trim();
  }

  /** The line that is told of: not the one that somebody works. @param {WorkedUpdate} worked @param {boolean} isPractised */
  #toldLine(worked, isPractised) {
    const { exercise } = this.#store;
    const line = this.#pointed;
    if (line === null) return null;
    return isPractised && (exercise.isBlank(line) || exercise.verdict?.line === line) ? null : worked.lines[line];
  }
}
