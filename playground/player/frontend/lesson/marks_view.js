// A light ring around what a scene says to look at, at the thing itself; it takes no pointer.
import { keyOf } from "./lesson_texts.mjs";
import { elementOf, isPart, placeOf, settingOf, tabOf, trainingTab } from "./marked_places.js";
import { element } from "../shared/element.js";
/**
 * @import { MarkedPart } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** Milliseconds after which the page has found its places. */
const SETTLED = 150;
/** Late pictures and types may move what is marked: it is looked for so often again, each time after a longer while. */
const ROUNDS = 4;
/** So much of a phone's window its bar of the time covers, in pixels. */
const BAR = 140;
/** Pixels between a thing and its ring; above a whole part of the page, where a line of text ends, there is none left. */
const AROUND = 3;

export class MarksView {
  #root;
  #store;
  #box = element("div", "lesson-marks");
  #waiting = 0;
  #rounds = 0;
  #scene = "";
  /** @type {readonly MarkedPart[]} */
  #parts = [];
  /** @type {Element[]} */
  #settings = [];
  #sizes = new ResizeObserver(() => this.#later());

  /** @param {HTMLElement} root the player's @param {Store} store */
  constructor(root, store) {
    this.#root = root;
    this.#store = store;
    this.#box.setAttribute("aria-hidden", "true");
    root.append(this.#box);
    this.#sizes.observe(root);
  }

  arrange() {
    const { lesson } = this.#store;
    const parts = lesson?.look_at ?? [];
    if (parts !== this.#parts && (parts.length || this.#parts.length)) {
      this.#parts = parts;
      this.#box.replaceChildren(...parts.map(() => element("div", "lesson-mark")));
    }
    const scene = lesson ? keyOf(lesson) : "";
    if (scene !== this.#scene) {
      this.#scene = scene;
      // What is to be looked at lies in front; otherwise what lies there when the scene is opened as a link.
      if (lesson) (parts.map((part) => tabOf(this.#root, part)).find(Boolean) ?? trainingTab(this.#root))?.click();
    }
    if (this.#parts.length || this.#settings.length) this.#later();
  }

  remove() {
    clearTimeout(this.#waiting);
    this.#sizes.disconnect();
    this.#mark([]);
    this.#box.remove();
  }

  /** Bring what is marked into sight. */
  show() {
    const first = this.#parts.map((part) => elementOf(this.#root, part)).find((found) => found?.checkVisibility());
    first?.scrollIntoView({ block: "center" });
  }

  #later() {
    this.#rounds = 0;
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#lay(), SETTLED * 2 ** this.#rounds);
  }

  #lay() {
    if (!this.#box.isConnected) return;
    // First all is measured, then all is written.
    const origin = this.#box.getBoundingClientRect();
    const places = this.#parts.map((part) => placeOf(this.#root, part));
    const seen = places.filter((place) => place !== null);
    const isOutOfSight = seen.length > 0 && seen.every(({ top, bottom }) => top > innerHeight - BAR || bottom < 0);
    this.#root.classList.toggle("with-marks-out-of-sight", isOutOfSight);
    this.#mark(this.#parts.flatMap((part) => settingOf(part) ?? []));
    places.forEach((place, i) => {
      const ring = /** @type {HTMLElement} */ (this.#box.children[i]);
      ring.hidden = place === null;
      if (!place) return;
      const above = isPart(this.#parts[i]) ? 0 : AROUND;
      ring.style.transform = `translate(${place.left - origin.left - AROUND}px,${place.top - origin.top - above}px)`;
      ring.style.width = `${place.width + 2 * AROUND}px`;
      ring.style.height = `${place.height + above + AROUND}px`;
    });
    this.#rounds += 1;
    if (this.#rounds < ROUNDS && this.#parts.length) this.#wait();
  }

  /** @param {Element[]} settings */
  #mark(settings) {
    for (const setting of this.#settings) if (!settings.includes(setting)) setting.classList.remove("is-marked-in-lesson");
    for (const setting of settings) setting.classList.add("is-marked-in-lesson");
    this.#settings = settings;
  }
}
