// Sentences above the pictures: what is unwise, why a run has ended early, why it does not belong to what stands beside it.

export class Notes {
  #shown = "";

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
  }

  /** @param {string[]} sentences */
  show(sentences) {
    const text = sentences.join("\n");
    if (text === this.#shown) return;
    this.#shown = text;
    const paragraph = (/** @type {string} */ sentence) => Object.assign(document.createElement("p"), { textContent: sentence });
    this.box.replaceChildren(...sentences.map(paragraph));
  }
}
