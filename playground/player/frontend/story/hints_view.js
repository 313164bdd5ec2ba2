// Small notes at the things themselves, one after another, with an arrow, for whoever opens the page for the first time.
import { keepDone, readDone } from "./hints_done.js";
import { placeOfHint, reachOfHint } from "./hint_place.mjs";
import { boundsOf, obstaclesIn, targetOf } from "./hint_targets.js";
import { allDone, hintNow, HINTS, isEdited, occasionAt } from "./hints.mjs";
import { element } from "../shared/element.js";
import { svgElement } from "../shared/svg.js";
/**
 * @import { Description, View } from "../shared/types"
 * @import { Arranged, HintName, Occasion } from "./hints.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** Milliseconds after the last change in which a page has found its places. */
const SETTLED = 250;
/** How often a note without room is tried again: numbers and types that come late may make room for it. */
const TRIES = 12;
/** Pixels of a phone, or of a tablet held upright. */
const NARROW = 700;

/** @typedef {{box: HTMLElement, text: HTMLElement, curve: SVGElement}} Note */

/** @implements {View} */
export class HintsView {
  #root;
  #store;
  #box = Object.assign(element("div", "hints"), { hidden: true });
  #done = readDone();
  /** @type {Map<HintName, Note>} */
  #notes = new Map(HINTS.map(([name, text]) => [name, this.#noteOf(text)]));
  #waiting = 0;
  /** How often it was tried since the last change. */
  #tries = 0;
  #sizes = new ResizeObserver(() => this.#later());
  /** @type {Arranged | null} */
  #arranged = null;
  /** What was chosen when the notes were last laid out. */
  #chosen;
  /** Whether this page has played anything: what can be done next is said where that ends. */
  #hasPlayed = false;
  /** @type {Occasion | null} */
  #occasion = null;
  /** Whether a row was dragged since the table was another one. */
  #hasDragged = false;

  /** @param {HTMLElement} root the player's @param {Store} store */
  constructor(root, store) {
    this.#root = root;
    this.#store = store;
    this.#chosen = store.chosen;
    if (this.#isAllDone) return;
    for (const { box } of this.#notes.values()) this.#box.append(box);
    root.append(this.#box);
    this.#sizes.observe(root);
  }

  /** @param {Description} run */
  arrange(run) {
    if (!this.#box.isConnected) return;
    this.#note(run);
    this.#later();
  }

  /** @param {Moment} moment */
  draw({ epoch }) {
    if (!this.#box.isConnected) return;
    if (this.#store.timeline.playing) this.#hasPlayed = true;
    if (this.#store.chosen !== this.#chosen) this.#makeWay();
    const occasion = occasionAt(this.#store, epoch, this.#hasPlayed);
    if (this.#occasion === occasion) return;
    this.#occasion = occasion;
    this.#box.hidden = occasion === null;
    if (occasion) this.#makeWay();
  }

  /** What is chosen shows its numbers, where a note may stand. */
  #makeWay() {
    this.#chosen = this.#store.chosen;
    for (const { box } of this.#notes.values()) box.hidden = true;
    this.#later();
  }

  remove() {
    clearTimeout(this.#waiting);
    this.#sizes.disconnect();
    this.#box.remove();
  }

  get #isAllDone() {
    return this.#done.size === HINTS.length;
  }

  /** See what was done: a weight tried or set, a row dragged, a cell typed. @param {Description} run */
  #note(run) {
    const { tried, commands, header } = this.#store;
    if (tried || run.changes.some(({ index }) => index !== undefined)) this.#finish(["weight"]);
    if (commands.open?.some(({ kind }) => kind === "move_row")) {
      this.#hasDragged = true;
      this.#finish(["point"]);
    }
    if (!header) return;
    const arranged = { run, header };
    const isOther = isEdited(this.#arranged, arranged);
    if (isOther && !this.#hasDragged) this.#finish(["cell"]);
    if (isOther) this.#hasDragged = Boolean(commands.open);
    this.#arranged = arranged;
  }

  /** @param {Iterable<HintName>} names */
  #finish(names) {
    const done = new Set([...this.#done, ...names]);
    if (done.size === this.#done.size) return;
    this.#done = done;
    keepDone(done);
    if (this.#isAllDone) this.remove();
    else this.#makeWay();
  }

  #later() {
    this.#tries = 0;
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#lay(), SETTLED);
  }

  #lay() {
    const now = this.#box.isConnected ? hintNow(this.#done, this.#occasion, this.#root.clientWidth < NARROW) : null;
    for (const [name, { box }] of this.#notes) box.hidden = name !== now;
    const note = now && this.#notes.get(now);
    if (!now || !note) return;
    // First all is measured, then all is written.
    const rows = this.#store.run?.description?.train.targets.length ?? 0;
    const origin = this.#box.getBoundingClientRect();
    const place = this.#placeOf(now, rows);
    note.box.hidden = !place;
    this.#tries += 1;
    if (!place) {
      if (this.#tries < TRIES) this.#wait();
      return;
    }
    note.text.style.transform = `translate(${place.left - origin.left}px,${place.top - origin.top}px)`;
    note.curve.setAttribute("d", place.arrow + place.head);
    note.curve.setAttribute("transform", `translate(${-origin.left} ${-origin.top})`);
  }

  /** @param {HintName} name @param {number} rows */
  #placeOf(name, rows) {
    const [target, bounds, note] = [targetOf(this.#root, name, rows), boundsOf(this.#root, name), this.#notes.get(name)];
    if (!target || !bounds || !note) return null;
    const size = note.text.getBoundingClientRect();
    const obstacles = obstaclesIn(this.#root, rows, reachOfHint(target, size));
    const others = obstacles.filter(({ of }) => of !== name).map(({ box }) => box);
    return placeOfHint(target, size, others, bounds);
  }

  /** @param {string} text @returns {Note} */
  #noteOf(text) {
    const close = element("button", "bare-button hint-close", "×");
    Object.assign(close, { type: "button", title: "Close the hints for good" });
    close.setAttribute("aria-label", `Close the hint “${text}” and all others`);
    close.addEventListener("click", () => this.#finish(allDone()));
    const label = element("div", "hint-text", text, close);
    const picture = svgElement("svg", { "aria-hidden": "true" });
    const curve = svgElement("path", {}, picture);
    return { box: element("div", "hint", picture, label), text: label, curve };
  }
}
