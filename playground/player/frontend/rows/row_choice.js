// Which row is selected: its line is marked, also in the editor beside it; a click and the arrow keys select another one.
import { LINE_HEIGHT, lineTop } from "./line_places.mjs";
/**
 * @import { Actions } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { AnswerList } from "./answer_list.js"
 */

/** @type {Record<string, number>} */
const STEPS = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

export class RowChoice {
  #list;
  #store;
  #actions;
  #editor;
  /** What Streamlit draws the editor in. @type {HTMLElement | null} */ #frame = null;
  /** Where its tint is. */ #tinted = "";
  #head;
  /** The line that is marked as the selected one. @type {AnswerList["lines"][0] | undefined} */ #marked;
  /** The line of the row that is pointed at. @type {AnswerList["lines"][0] | undefined} */ #pointed;

  /**
   * @param {AnswerList} list @param {Store} store @param {Pick<Actions, "selectRow">} actions
   * @param {string} editor its key
   * @param {() => number} head how high its line of names is
   */
  constructor(list, store, actions, editor, head) {
    this.#list = list;
    this.#head = head;
    this.#store = store;
    this.#actions = actions;
    this.#editor = editor;
    list.box.addEventListener("click", (event) => this.#clicked(event));
    list.box.addEventListener("keydown", (event) => this.#keyed(event));
  }

  arrange() {
    const { row, pointedRow } = this.#store.chosen;
    const line = this.#list.lines[row];
    if (line !== this.#marked) {
      this.#marked?.select(false);
      line?.select(true);
      if (this.#marked && line) this.#list.show(row);
      this.#marked = line;
    }
    this.#pointAt(pointedRow === null ? undefined : this.#list.lines[pointedRow]);
    this.#tint(line ? `${lineTop(this.#head(), line.number)}px` : "");
  }

  /** @param {AnswerList["lines"][0] | undefined} line */
  #pointAt(line) {
    if (line === this.#pointed) return;
    this.#pointed?.box.classList.remove("rows-pointed");
    line?.box.classList.add("rows-pointed");
    this.#pointed = line;
  }

  /** The editor is a picture: its row is marked by what lies over it, in the page's own styles. @param {string} top */
  #tint(top) {
    if (this.#frame?.isConnected && top === this.#tinted) return;
    this.#tinted = top;
    this.#frame = document.querySelector(`.st-key-${this.#editor}`);
    this.#frame?.style.setProperty("--selected-top", top);
    this.#frame?.style.setProperty("--selected-height", `${LINE_HEIGHT - 1}px`);
    this.#frame?.toggleAttribute("data-selected-line", top !== "");
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const index = this.#list.lines.findIndex(({ box }) => box === button);
    if (index >= 0) this.#choose(index);
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The player's own keys must not move the play-head as well.
    event.preventDefault();
    event.stopPropagation();
    const last = this.#list.lines.length - 1;
    const index = Math.max(0, Math.min(last, this.#store.chosen.row + step));
    this.#choose(index);
    this.#list.lines[index].item.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index */
  #choose(index) {
    this.#list.lines[index].box.focus({ preventScroll: true });
    this.#actions.selectRow(index);
  }
}
