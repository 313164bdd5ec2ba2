// One line on how the run on the screen came about: what was changed on the way, or why it is a new one; and the ways back.
import { changeLogText } from "./change_log.mjs";

export class ChangeLogLine {
  #shown = "";

  /** @param {HTMLElement} parent @param {{startOver(): void, undo(): void, redo(): void}} actions */
  constructor(parent, actions) {
    this.line = parent.appendChild(document.createElement("div"));
    this.line.className = "change-log";
    this.text = this.line.appendChild(document.createElement("span"));
    this.text.className = "change-log-text";
    this.text.setAttribute("role", "status");
    this.startOver = quietButton(this.line, "", "The run of the settings in the sidebar, from epoch 0 on");
    this.startOver.addEventListener("click", () => actions.startOver());
    this.undo = quietButton(this.line, "Undo", "Take the last change back: a weight, a drag, an edited cell, what was opened (z)");
    this.undo.addEventListener("click", () => actions.undo());
    this.redo = quietButton(this.line, "Redo", "Do again what was taken back (y)");
    this.redo.addEventListener("click", () => actions.redo());
  }

  /**
   * @param {{changes: import("./change_log.mjs").Change[], what_changed: string, start_over: string, can_undo: boolean,
   *   can_redo: boolean}} header
   */
  show({ changes, what_changed, start_over: startOver, can_undo: canUndo, can_redo: canRedo }) {
    const shown = JSON.stringify([changes, what_changed, startOver, canUndo, canRedo]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { text, whole } = changeLogText(changes, what_changed);
    this.text.textContent = text;
    this.text.title = whole;
    this.startOver.textContent = startOver;
    this.startOver.hidden = startOver === "";
    this.undo.hidden = !canUndo;
    this.redo.hidden = !canRedo;
  }
}

/** @param {HTMLElement} parent @param {string} text @param {string} title */
function quietButton(parent, text, title) {
  const button = parent.appendChild(document.createElement("button"));
  return Object.assign(button, { type: "button", className: "quiet", textContent: text, title, hidden: true });
}
