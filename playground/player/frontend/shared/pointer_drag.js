// One drag of the pointer, from the press to the end: who takes hold of something begins one here.

/** Pixels below which a press stays a click. */
const CLICK = 3;
/** Pixels by which a finger that taps may slide. */
const TAP = 10;

/**
 * @typedef {object} Dragging what a drag does
 * @property {(event: PointerEvent) => boolean} begin it has left its place, or is pressed where `atOnce`; false to refuse
 * @property {(event: PointerEvent) => void} follow
 * @property {(isBack: boolean) => void} end let go, or to be put back: by Escape, or because the browser needs the pointer
 * @property {(event: PointerEvent) => void} [tap] it was let go where it was pressed. Not every tap is a click: of two that follow
 *   each other at once a browser makes one, or none
 * @property {boolean} [isAcross] begins only to the left or to the right: what goes more up or down scrolls the page
 * @property {boolean} [atOnce] a press is a drag already: there is no click
 */

/** Whether it is a finger, whose way up or down scrolls the page. @param {PointerEvent} event */
export function isFinger({ pointerType }) {
  return pointerType === "touch";
}

export class PointerDrag {
  /** The drag under way, or the press that may become one. @type {{dragging: Dragging, stop: AbortController, isBegun: boolean} | null} */
  #pressed = null;
  #box;

  /** @param {HTMLElement | SVGElement} box keeps the pointer while something in it is dragged, and stays when what is in it is made anew */
  constructor(box) {
    this.#box = box;
    // What a finger drags is not the page: that would glide on after a swift drag, and the next tap would only stop it, whatever touch-action says.
    box.addEventListener("touchmove", (event) => { if (this.isActive && event.cancelable) event.preventDefault(); }, { passive: false });
  }

  /** Whether something is dragged: it has left its place. */
  get isActive() {
    return this.#pressed?.isBegun ?? false;
  }

  /**
   * Something is pressed: it may become a drag. Only one at a time, of the first pointer and its first button.
   * @param {PointerEvent} event @param {Dragging} dragging
   * @returns {boolean} whether it is listened to
   */
  press(event, dragging) {
    if (!event.isPrimary || event.button !== 0 || this.#pressed) return false;
    const stop = new AbortController();
    this.#pressed = { dragging, stop, isBegun: false };
    const { pointerId, clientX, clientY } = event;
    const options = { capture: true, signal: stop.signal };
    const own = (/** @type {(happened: PointerEvent) => void} */ act) => (/** @type {PointerEvent} */ happened) => {
      if (happened.pointerId === pointerId) act(happened);
    };
    // On the window: what is pressed may be made anew on the way, and an element that is gone hears nothing.
    window.addEventListener("pointermove", own((moved) => this.#move(moved, clientX, clientY)), options);
    window.addEventListener("pointerup", own((up) => this.#release(up, clientX, clientY)), options);
    window.addEventListener("pointercancel", own(() => this.#end(true)), options);
    window.addEventListener("keydown", (key) => this.#key(key), options);
    if (dragging.atOnce) this.#follow(event);
    return true;
  }

  /** Stop without telling anybody. */
  stop() {
    this.#pressed?.stop.abort();
    this.#pressed = null;
  }

  /** @param {PointerEvent} event @param {number} x @param {number} y where it was pressed */
  #move(event, x, y) {
    // Let go where nobody could see it.
    if (event.buttons === 0) return this.#end(false);
    const [right, down] = [event.clientX - x, event.clientY - y];
    const isLeft = this.#pressed?.dragging.isAcross ? Math.abs(right) >= Math.max(CLICK, Math.abs(down)) : Math.hypot(right, down) >= CLICK;
    if (this.isActive || isLeft) this.#follow(event);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const pressed = this.#pressed;
    if (!pressed) return;
    const { dragging, isBegun } = pressed;
    if (!isBegun) {
      if (!dragging.begin(event)) return this.stop();
      pressed.isBegun = true;
      this.#box.setPointerCapture(event.pointerId);
    }
    dragging.follow(event);
  }

  /** @param {PointerEvent} event @param {number} x @param {number} y where it was pressed */
  #release(event, x, y) {
    const tap = this.isActive ? undefined : this.#pressed?.dragging.tap;
    this.#end(false);
    if (Math.hypot(event.clientX - x, event.clientY - y) < TAP) tap?.(event);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || !this.isActive) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(true);
  }

  /** @param {boolean} isBack */
  #end(isBack) {
    const { dragging } = this.#pressed ?? {};
    const wasActive = this.isActive;
    this.stop();
    if (wasActive) dragging?.end(isBack);
  }
}
