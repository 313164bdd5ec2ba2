/** The line that was pressed stays where it is, whatever unfolds or folds around it, at the end of the list as well. */

export class HeldLine {
  #list;
  /** Pixels below the last line that keep it where it is. */
  #below = 0;

  /** @param {HTMLElement} list that scrolls */
  constructor(list) {
    this.#list = list;
    list.addEventListener("scroll", () => this.#giveBack());
  }

  /** Write lines anew, and have the one that holds an element stand where it stood. @param {EventTarget | null} pressed @param {() => void} write */
  during(pressed, write) {
    const of = pressed instanceof Element ? pressed.closest("li")?.dataset.of : undefined;
    const before = this.#topOf(of);
    write();
    const after = this.#topOf(of);
    if (before === null || after === null || getComputedStyle(this.#list).overflowY === "visible") return;
    const wanted = this.#list.scrollTop + after - before;
    this.#leave(Math.max(0, wanted - this.#farthest));
    this.#list.scrollTop = wanted;
  }

  /** How far the list scrolls with nothing left free below: less than 0 where it is longer than its lines. */
  get #farthest() {
    const { lastElementChild: last, scrollTop, clientHeight } = this.#list;
    const lines = last ? last.getBoundingClientRect().bottom - this.#list.getBoundingClientRect().top + scrollTop : 0;
    return lines - clientHeight;
  }

  /** @param {string | undefined} of @returns {number | null} */
  #topOf(of) {
    return this.#list.querySelector(`li[data-of="${of}"]`)?.getBoundingClientRect().top ?? null;
  }

  /** What is no longer in sight is not left free. */
  #giveBack() {
    if (this.#below === 0) return;
    this.#leave(Math.max(0, Math.min(this.#below, this.#list.scrollTop - this.#farthest)));
  }

  /** @param {number} below */
  #leave(below) {
    if (below === this.#below) return;
    this.#below = below;
    this.#list.style.paddingBottom = below ? `${below}px` : "";
  }
}
