// A small form beside an edge, in which its weight or bias is typed, or frozen.

import { capital } from "../story/counted_words.mjs";
import { cellText, epochText } from "../shared/wording.mjs";
import { editorPlace } from "./editor_place.mjs";
import { parameterTitle } from "./network_sentences.mjs";
import { fieldText, nudged, readWeight, refusal } from "./typed_weight.mjs";
/** @import { Actions } from "../shared/types" */

const STEP = 0.1;
const LARGE_STEP = 1;
/** @type {Record<string, number>} */
const DIRECTIONS = { ArrowUp: 1, ArrowDown: -1 };
/** Pixels: two lines. */
const TALLEST_REFUSAL = 40;

const FORM = `
  <p class="weight-editor-head"><strong></strong><span></span></p>
  <div class="weight-editor-line">
    <label><span></span><input type="text" inputmode="text" autocomplete="off" spellcheck="false"></label>
    <button type="submit">Set</button>
  </div>
  <p class="weight-editor-refusal" role="alert"></p>
  <button type="button" class="quiet weight-editor-freeze"></button>`;

/** @typedef {{index: number, name: string, isBias: boolean, value: number, epoch: number, frozen: boolean}} Edited */

export class WeightEditor {
  #root;
  #actions;
  #closed;
  #form = document.createElement("form");
  #parts;
  #anchor = { x: 0, y: 0 };
  /** @type {Edited | null} */
  #edited = null;
  #isTouched = false;
  #stop = new AbortController();

  /**
   * @param {HTMLElement} root what it stands in, over everything else
   * @param {Pick<Actions, "grab" | "release" | "freeze" | "newGesture" | "setParameter" | "tryParameter">} actions
   * @param {(index: number, byKey: boolean) => void} closed is told afterwards, and whether the keyboard should go back
   */
  constructor(root, actions, closed) {
    this.#root = root;
    this.#actions = actions;
    this.#closed = closed;
    this.#form.className = "weight-editor";
    this.#form.hidden = true;
    this.#form.noValidate = true;
    this.#form.setAttribute("role", "dialog");
    this.#form.innerHTML = FORM;
    const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (this.#form.querySelector(selector));
    this.#parts = {
      name: find("strong"), when: find(".weight-editor-head span"), label: find("label span"), input: /** @type {HTMLInputElement} */ (find("input")),
      set: find("[type=submit]"), refusal: find(".weight-editor-refusal"), freeze: find(".weight-editor-freeze"),
    };
    root.append(this.#form);
    this.#listen();
  }

  /** The weight in it, or null while it is closed. */
  get held() {
    return this.#edited?.index ?? null;
  }

  /** @param {Edited} edited @param {{x: number, y: number}} anchor the middle of its number */
  open(edited, anchor) {
    this.close(false);
    this.#isTouched = false;
    this.#anchor = anchor;
    this.#actions.grab();
    this.#write(edited);
    this.#form.hidden = false;
    this.place(anchor);
    this.#parts.input.focus({ preventScroll: true });
    this.#parts.input.select();
    this.#stop = new AbortController();
    document.addEventListener("pointerdown", (event) => this.#leaveFor(event.target), {
      capture: true, signal: this.#stop.signal,
    });
  }

  /** The drawing has another size, or the form has. */
  place(anchor = this.#anchor) {
    if (!this.#edited) return;
    this.#anchor = anchor;
    const { offsetWidth: width, offsetHeight: height } = this.#form;
    const size = { width, height, tallest: height - this.#parts.refusal.offsetHeight + TALLEST_REFUSAL };
    const room = { width: this.#root.clientWidth, height: this.#root.clientHeight };
    const { left, top } = editorPlace(anchor, size, room);
    Object.assign(this.#form.style, { left: `${left}px`, top: `${top}px` });
  }

  /**
   * What stands there now, as long as nothing was typed: exact numbers come a moment after the play-head rests.
   * @param {number} value @param {number} epoch
   */
  update(value, epoch) {
    if (!this.#edited || this.#isTouched || (value === this.#edited.value && epoch === this.#edited.epoch)) return;
    this.#write({ ...this.#edited, value, epoch });
    if (document.activeElement === this.#parts.input) this.#parts.input.select();
  }

  /** @param {boolean} [byKey] whether the keyboard goes back to the edge */
  close(byKey = false) {
    if (!this.#edited) return;
    const { index } = this.#edited;
    this.#edited = null;
    this.#stop.abort();
    this.#form.hidden = true;
    this.#actions.release();
    this.#closed(index, byKey);
  }

  /** @param {Edited} edited */
  #write(edited) {
    this.#edited = edited;
    const { name, isBias, value, epoch, frozen } = edited;
    const { name: title, when, label, input, set, freeze } = this.#parts;
    const from = epochText(epoch);
    const { text, isRounded } = fieldText(value);
    const spoken = capital(parameterTitle({ name, is_bias: isBias }));
    title.textContent = name;
    when.textContent = isRounded ? `rounded, at epoch ${from}` : `at epoch ${from}`;
    label.textContent = isBias ? "Bias" : "Weight";
    input.value = text;
    input.title = isRounded ? `Rounded; exactly ${cellText(value)}` : "";
    input.setAttribute("aria-label", spoken);
    this.#form.setAttribute("aria-label", spoken);
    set.title = `From epoch ${from} on the run goes on with this value (Enter)`;
    freeze.textContent = frozen ? "Unfreeze" : "Freeze";
    freeze.title = frozen
      ? `From epoch ${from} on it learns again`
      : `From epoch ${from} on it keeps its value, while the others learn`;
    this.#refuse("");
  }

  #listen() {
    const { input, freeze } = this.#parts;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#set();
    });
    this.#form.addEventListener("keydown", (event) => this.#press(event));
    this.#form.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget) this.#leaveFor(relatedTarget);
    });
    input.addEventListener("input", () => {
      this.#isTouched = true;
      this.#refuse("");
    });
    freeze.addEventListener("click", () => {
      if (!this.#edited) return;
      const { index, frozen } = this.#edited;
      this.#actions.freeze(index, !frozen);
      this.close(true);
    });
  }

  #set() {
    if (!this.#edited) return;
    const { index, isBias, value: before } = this.#edited;
    const { input } = this.#parts;
    // What nobody has changed is the weight itself, of which the field shows some digits only.
    const value = this.#isTouched ? readWeight(input.value) : before;
    if (value === null) return this.#refuse(refusal(isBias ? "bias" : "weight", input.value));
    if (value !== before) this.#actions.setParameter(index, value, this.#actions.newGesture());
    this.close(true);
  }

  /** @param {string} sentence why it is not taken, or nothing */
  #refuse(sentence) {
    const { input, refusal: line } = this.#parts;
    if (line.textContent === sentence) return;
    line.textContent = sentence;
    input.setAttribute("aria-invalid", String(sentence !== ""));
    if (sentence) input.select();
    this.place();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // Neither the player nor the page has a part in what is typed here.
    event.stopPropagation();
    if (event.key === "Escape") return this.close(true);
    const direction = DIRECTIONS[event.key];
    if (!direction || event.target !== this.#parts.input) return;
    event.preventDefault();
    this.#nudge(direction * (event.shiftKey ? LARGE_STEP : STEP));
  }

  /** @param {number} step */
  #nudge(step) {
    const { input } = this.#parts;
    const text = nudged(input.value, step);
    if (text === null || !this.#edited) return;
    input.value = text;
    this.#isTouched = true;
    this.#refuse("");
    this.#actions.tryParameter(this.#edited.index, Number(text));
  }

  /** Somebody goes on elsewhere. @param {EventTarget | null} target */
  #leaveFor(target) {
    if (!this.#form.contains(/** @type {Node | null} */ (target))) this.close(false);
  }
}
