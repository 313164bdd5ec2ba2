// What became of a dropped file, where that is not what was meant: a line at the foot of the page until one goes on.

const PAGE = '[data-testid="stApp"]';
const GOES_ON = ["pointerdown", "keydown", "dragover"];

/** @param {string} name of the file that was taken @param {number} others */
export function onlyOne(name, others) {
  return `One file at a time: ${name} was taken, ${others === 1 ? "the other one was" : `the ${others} others were`} not.`;
}

/** @param {string} name */
export function notTaken(name) {
  return `${name} was not taken: the box for tables did not open. Open it with Paste or upload a table, and choose the file there.`;
}

export class DropNotice {
  #line = document.createElement("div");
  #end = () => this.remove();

  constructor() {
    this.#line.className = "drop-notice";
    this.#line.setAttribute("role", "alert");
    // Over the box that a file opens, whatever that lies over.
    this.#line.popover = "manual";
  }

  /** @param {string} sentence */
  say(sentence) {
    (document.querySelector(PAGE) ?? document.body).append(this.#line);
    this.#line.textContent = sentence;
    this.#line.showPopover();
    for (const name of GOES_ON) document.addEventListener(name, this.#end, true);
  }

  remove() {
    for (const name of GOES_ON) document.removeEventListener(name, this.#end, true);
    this.#line.remove();
  }
}
