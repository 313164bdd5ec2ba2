// Keeps the link to all that is open in the page's own address, so that whoever reloads the page or sends it on has it all.
import { addressWith, linkIn } from "./address.mjs";

/** Milliseconds between two of them: browsers refuse an address that changes all the time. */
const PAUSE = 1000;

/** Of the newest reply in this tab: whoever has forgotten the page begins to count anew. */
let newestReply = 0;

export class PageAddress {
  /** Of the last link that has come; Python sends another one. */
  number = 0;
  #link = "";
  #writtenAt = -Infinity;
  #timer = 0;
  /** Somebody puts another link into the same page's address, or goes back to one. */
  #onAnother = () => {
    const link = linkIn(location.href);
    if (link && link !== this.#link) location.reload();
  };

  constructor() {
    addEventListener("hashchange", this.#onAnother);
  }

  /**
   * See whether the server was started anew, or no longer knows the page; then all of it comes back from its address.
   * @param {number} reply the number of what has come
   */
  comesBack(reply) {
    const isForgotten = reply < newestReply;
    newestReply = reply;
    if (!isForgotten || !this.#link) return false;
    clearTimeout(this.#timer);
    this.#write();
    location.reload();
    return true;
  }

  /** @param {number} number @param {string} link empty where none is needed */
  take(number, link) {
    this.number = number;
    this.#link = link;
    clearTimeout(this.#timer);
    const wait = this.#writtenAt + PAUSE - performance.now();
    if (wait > 0) this.#timer = window.setTimeout(() => this.#write(), wait);
    else this.#write();
  }

  remove() {
    clearTimeout(this.#timer);
    removeEventListener("hashchange", this.#onAnother);
  }

  #write() {
    const address = addressWith(location.href, this.#link);
    if (address === location.href) return;
    this.#writtenAt = performance.now();
    // Not a new entry: the browser's Back leaves the page, as it would without links.
    history.replaceState(history.state, "", address);
  }
}
