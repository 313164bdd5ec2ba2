// Keeps the link to all that is open in the page's own address, so that whoever reloads the page or sends it on has it all.
import { addressWith, linkIn } from "./address.mjs";
import { KeptDocuments } from "./kept_documents.mjs";
import { forgetName, leaveName, takeName } from "./page_name.mjs";

/** Milliseconds between two of them: browsers refuse an address that changes all the time. */
const PAUSE = 1000;

const ofTheTab = () => sessionStorage;
// Said by playground/opens_links.py.
const name = takeName(ofTheTab, document.documentElement.dataset.kept ?? "");
addEventListener("pagehide", () => leaveName(ofTheTab, name));
addEventListener("pageshow", () => forgetName(ofTheTab));

/** Of the newest reply in this tab: whoever has forgotten the page begins to count anew. */
let newestReply = 0;

export class PageAddress {
  /** Of the last link that has come; Python sends another one. */
  number = 0;
  #link = "";
  /** Whether the link is too long for the address. */
  #isKept = false;
  /** Whether there is a link to all that is open, which another browser can open. */
  #isWhole = true;
  /** What stands in the address: the link, or the name of one that is kept. */
  #written = "";
  #kept = new KeptDocuments(() => localStorage, name);
  #told;
  #writtenAt = -Infinity;
  #timer = 0;
  /** Somebody puts another link into the same page's address, or goes back to one. */
  #onAnother = () => {
    const link = linkIn(location.href);
    if (link && link !== this.#written) location.reload();
  };

  /** @param {(isRefused: boolean) => void} told whether the browser was to keep the link and did not */
  constructor(told) {
    this.#told = told;
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

  /**
   * @param {number} number
   * @param {string} link empty where none is needed, or none can be had
   * @param {boolean} isKept by the browser
   * @param {boolean} isWhole
   */
  take(number, link, isKept, isWhole) {
    this.number = number;
    this.#link = link;
    this.#isKept = isKept;
    this.#isWhole = isWhole;
    clearTimeout(this.#timer);
    const wait = this.#writtenAt + PAUSE - performance.now();
    if (wait > 0) this.#timer = window.setTimeout(() => this.#write(), wait);
    else this.#write();
  }

  /** The address with all that is open at this moment; empty if there is none that another browser can open. */
  get now() {
    clearTimeout(this.#timer);
    this.#write();
    return this.#isWhole ? location.href : "";
  }

  remove() {
    clearTimeout(this.#timer);
    removeEventListener("hashchange", this.#onAnother);
  }

  #write() {
    const kept = this.#isKept ? this.#kept.keep(this.#link) : "";
    this.#told(this.#isKept && !kept);
    // Where a browser keeps nothing a long address is better than none.
    this.#written = kept || this.#link;
    const address = addressWith(location.href, this.#written);
    if (address === location.href) return;
    this.#writtenAt = performance.now();
    // Not a new entry: the browser's Back leaves the page, as it would without links.
    history.replaceState(history.state, "", address);
  }
}
