// A table of very many rows scrolls in itself: its answers scroll with it, and it with them.

/** What scrolls in Streamlit's editor. Where it is called otherwise, the answers scroll alone. */
const SCROLLER = ".dvn-scroller";

export class ScrolledTogether {
  #list;
  #editor;
  #follow = (/** @type {Event} */ { target }) => this.#followed(target);

  /** @param {HTMLElement} list of answers @param {string} editor its key */
  constructor(list, editor) {
    this.#list = list;
    this.#editor = `.st-key-${editor}`;
    list.addEventListener("scroll", () => this.#lead(), { passive: true });
    // It does not bubble, and the editor may be another one at any time.
    document.addEventListener("scroll", this.#follow, { capture: true, passive: true });
  }

  remove() {
    document.removeEventListener("scroll", this.#follow, { capture: true });
  }

  /** @param {EventTarget | null} target */
  #followed(target) {
    if (!(target instanceof Element) || !target.matches(`${this.#editor} ${SCROLLER}`)) return;
    if (this.#list.scrollTop !== target.scrollTop) this.#list.scrollTop = target.scrollTop;
  }

  #lead() {
    const editor = document.querySelector(`${this.#editor} ${SCROLLER}`);
    if (editor && editor.scrollTop !== this.#list.scrollTop) editor.scrollTop = this.#list.scrollTop;
  }
}
