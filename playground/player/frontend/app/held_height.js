// Keeps the page as high as it was where the player is taken off it for a moment: else the browser scrolls up for good.
//
// Streamlit may drop what it has to say of the player when the player asks for something in the same moment. It takes it
// off the page then, and puts it on again with the next answer.

export class HeldHeight {
  #root;
  #observer;
  /** What keeps its height. @type {HTMLElement | null} */
  #column = null;

  /** @param {HTMLElement} root the player, wherever it is put */
  constructor(root) {
    this.#root = root;
    this.#observer = new ResizeObserver(() => this.#hold());
    this.#observer.observe(root);
  }

  /** The player has ended, and its place may be taken by anything. */
  release() {
    this.#observer.disconnect();
    if (this.#column) this.#column.style.minHeight = "";
  }

  #hold() {
    // Off the page it has no height.
    if (!this.#root.isConnected) return;
    this.#column = this.#root.closest(".st-key-stage");
    if (!this.#column) return;
    const height = this.#root.getBoundingClientRect().bottom - this.#column.getBoundingClientRect().top;
    this.#column.style.minHeight = `${Math.ceil(height)}px`;
  }
}
