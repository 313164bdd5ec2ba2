/** The lines of Python that train what is on the screen, over the output: what is worked by hand is lit in them, and they in it. */

import { closeButton } from "../shared/close_button.js";
import { copy } from "../shared/clipboard.js";
import { element, hide, writeText } from "../shared/element.js";
import { subjectOf } from "../model/over_charts.mjs";
import { litByCode, NOWHERE } from "../worked/lit_places.mjs";
/**
 * @import { Actions, CodeLine, ScreenCode, View, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

const ARROWS = new Map([["ArrowUp", -1], ["ArrowDown", 1]]);

/** @implements {View} */
export class CodeView {
  #store;
  #actions;
  #box;
  #instead;
  #root = element("div", "code");
  #note = element("p", "code-note");
  #list = element("ol", "code-lines");
  #copy = element("button", "quiet code-copy", "Copy");
  /** What is written. @type {ScreenCode | null} */
  #written = null;
  /** The update whose lines are marked. @type {WorkedUpdate | null} */
  #marked = null;
  /** What the line computes that is lit. */
  #lit = "";
  /** Whether what is lit was pointed at here. */
  #isPointing = false;
  /** Whether it has just been opened. */
  #opens = false;

  /**
   * @param {{box: HTMLElement, aside: HTMLElement, body: HTMLElement}} panel @param {Store} store
   * @param {Pick<Actions, "toggleCode" | "pointAtPlace">} actions
   * @param {HTMLElement} instead where whoever has closed it goes on
   */
  constructor({ box, aside, body }, store, actions, instead) {
    this.#box = box;
    this.#instead = instead;
    box.hidden = true;
    this.#store = store;
    this.#actions = actions;
    this.#copy.type = "button";
    this.#copy.title = "All lines, to be run with Python and NumPy";
    this.#copy.setAttribute("aria-live", "polite");
    this.#copy.addEventListener("click", () => void this.#copyLines());
    for (const leave of ["blur", "pointerleave"]) this.#copy.addEventListener(leave, () => writeText(this.#copy, "Copy"));
    aside.append(this.#copy, closeButton("Close the code", actions.toggleCode));
    this.#list.tabIndex = 0;
    this.#list.setAttribute("aria-label", "Python");
    this.#listen();
    this.#root.append(this.#note, this.#list);
    body.append(this.#root);
  }

  #listen() {
    const list = this.#list;
    list.addEventListener("pointerover", ({ target }) => this.#pointAt(computedBy(target)));
    for (const leave of ["pointerleave", "blur"]) list.addEventListener(leave, () => this.#pointAt(""));
    list.addEventListener("keydown", (event) => this.#step(event));
  }

  arrange() {
    const { showsCode, code, run, chosen, workedUpdates } = this.#store;
    if (showsCode && this.#box.hidden) this.#opens = true;
    hide(this.#box, !showsCode, this.#instead);
    if (!showsCode && this.#isPointing) this.#pointAt("");
    if (!showsCode) return;
    if (code && code.run === run?.number && code !== this.#written) this.#write(code);
    this.#root.classList.toggle("is-older", this.#written?.run !== run?.number);
    this.#mark(subjectOf(chosen.panel, "worked") === null ? null : workedUpdates.shown);
    this.#light(chosen.pointedCode);
  }

  draw() {
    // On a phone its place may be far below what was pressed.
    if (!this.#opens || !this.#written) return;
    this.#opens = false;
    this.#box.scrollIntoView({ block: "nearest" });
  }

  remove() {
    this.#root.remove();
  }

  /** @param {ScreenCode} code */
  #write(code) {
    this.#written = code;
    this.#marked = null;
    this.#lit = "";
    writeText(this.#note, code.note);
    this.#note.hidden = !code.note;
    this.#list.replaceChildren(...code.lines.map(lineElement));
  }

  /** Have what the worked update takes part in stand out from what only holds it together. @param {WorkedUpdate | null} worked */
  #mark(worked) {
    if (worked === this.#marked) return;
    this.#marked = worked;
    const computed = new Set(worked?.lines.map(({ code }) => code).filter(Boolean));
    this.#list.classList.toggle("has-worked", worked !== null);
    for (const line of this.#lines) line.classList.toggle("is-worked", computed.has(line.dataset.computes ?? ""));
  }

  /** @param {string} computes */
  #light(computes) {
    if (computes === this.#lit) return;
    this.#lit = computes;
    const lit = this.#lines.filter((line) => line.classList.toggle("is-lit", computes !== "" && line.dataset.computes === computes));
    if (lit.length && !this.#list.matches(":hover")) lit[0].scrollIntoView({ block: "nearest" });
  }

  /** @param {string} computes */
  #pointAt(computes) {
    if (computes === this.#store.chosen.pointedCode) return;
    this.#isPointing = computes !== "";
    this.#actions.pointAtPlace(computes ? litByCode(computes, this.#marked) : NOWHERE);
  }

  /** Go through the lines that compute something with the keyboard. @param {KeyboardEvent} event */
  #step(event) {
    const step = ARROWS.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const stops = [...new Set(this.#lines.map((line) => line.dataset.computes ?? "").filter(Boolean))];
    const at = stops.indexOf(this.#store.chosen.pointedCode);
    this.#pointAt(stops[at < 0 ? 0 : Math.max(0, Math.min(stops.length - 1, at + step))] ?? "");
  }

  async #copyLines() {
    if (!this.#written) return;
    const isCopied = await copy(this.#written.lines.map(({ text }) => `${text}\n`).join(""));
    writeText(this.#copy, isCopied ? "Copied" : "Not copied");
  }

  /** @returns {HTMLElement[]} */
  get #lines() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }
}

/** @param {CodeLine} line */
function lineElement({ text, shape, computes }) {
  const isTable = computes === "X" || computes === "y";
  const written = element("code", isTable ? "code-text is-table" : "code-text", text);
  const shown = element("span", "code-shape", shape);
  const line = element("li", "code-line", written, shown);
  if (shape) shown.title = "Rows and columns of the array";
  if (computes) line.dataset.computes = computes;
  // Where it goes on in a further line it stands a little farther in.
  line.style.setProperty("--indent", String(text.length - text.trimStart().length));
  return line;
}

/** What the line computes that an element stands in. @param {EventTarget | null} target */
function computedBy(target) {
  const line = target instanceof Element ? target.closest(".code-line") : null;
  return line instanceof HTMLElement ? (line.dataset.computes ?? "") : "";
}
