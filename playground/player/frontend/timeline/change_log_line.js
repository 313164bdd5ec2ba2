// One line on how the run on the screen came about: what was changed on the way, or why it is a new one; the way back to
// its settings; and whether what comes after the play-head is to be seen.
import { changeLogText } from "./change_log.mjs";
import { titleOf } from "../keys/shortcuts.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Description, Header, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class ChangeLogLine {
  #store;
  /** What is shown, and beside what the page said. @type {{run: Description, header: Header} | null} */
  #told = null;

  /** @param {HTMLElement} parent @param {Store} store @param {{startOver(): void, hideFuture(): void}} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.line = parent.appendChild(element("div", "change-log"));
    this.text = this.line.appendChild(element("span", "change-log-text"));
    this.text.setAttribute("role", "status");
    this.startOver = quietButton(this.line, "", "The run of the settings in the sidebar, from epoch 0 on");
    this.startOver.addEventListener("click", () => actions.startOver());
    this.hide = quietButton(this.line, "Hide the future", titleOf("hideFuture"));
    this.hide.addEventListener("click", () => actions.hideFuture());
  }

  /** @param {Description} run */
  arrange(run) {
    const { header, hidesFuture } = this.#store;
    this.hide.setAttribute("aria-pressed", String(hidesFuture));
    if (!header || (this.#told?.run === run && this.#told.header === header)) return;
    this.#told = { run, header };
    const { text, whole } = changeLogText(run.changes, header.what_changed);
    this.text.textContent = text;
    this.text.title = whole;
    this.startOver.textContent = run.start_over;
    this.startOver.hidden = run.start_over === "";
  }

  draw() {}

  remove() {
    this.line.remove();
  }
}

/** @param {HTMLElement} parent @param {string} text @param {string} title */
function quietButton(parent, text, title) {
  return Object.assign(parent.appendChild(element("button", "quiet", text)), { type: "button", title });
}
