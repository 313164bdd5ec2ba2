// Keeps the link to all that is open in the page's own address, so that whoever reloads the page or sends it on has it all.
import { addressWith, linkIn } from "./address.mjs";
import { Keeping } from "./keeping.mjs";
import { forgetLeftLink, leaveLink } from "./left_link.mjs";
import { forgetName, leaveName, takeName } from "./page_name.mjs";
import { tableDatabase } from "./table_database.js";

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
  /** The number of the table that is kept beside the link, 0 if it has that itself; and what has come of it. */
  #table = 0;
  #known = { number: 0, text: "" };
  /** What stands in the address: the link, or the name of one that is kept. */
  #written = "";
  /** How many were to be written, and which of them is the newest that stands there. */
  #begun = 0;
  #shown = 0;
  #kept = new Keeping(() => localStorage, tableDatabase(), name);
  #told;
  #viewpoint;
  #writtenAt = -Infinity;
  #timer = 0;
  /** Whether a link has come that is not written. */
  #isWaiting = false;
  /** Somebody puts another link into the same page's address, or goes back to one. */
  #onAnother = () => {
    if (this.isAnother) location.reload();
  };

  /** The page is left, or reloaded: what waits to be written is not lost, nor what is looked at and told in no link yet. */
  #onLeaving = () => {
    const isOverdue = this.#isWaiting && !this.tableWanted;
    const link = isOverdue && !this.#isKept ? this.#link : this.#written;
    leaveLink(ofTheTab, this.#written, link, this.#viewpoint());
    if (!isOverdue) return;
    clearTimeout(this.#timer);
    void this.#write();
  };
  #onComingBack = () => forgetLeftLink(ofTheTab);

  /**
   * @param {(isRefused: boolean) => void} told whether the browser was to keep the link and did not
   * @param {() => object | null} viewpoint what is looked at; null before anything is
   */
  constructor(told, viewpoint) {
    this.#told = told;
    this.#viewpoint = viewpoint;
    addEventListener("hashchange", this.#onAnother);
    addEventListener("pagehide", this.#onLeaving);
    addEventListener("pageshow", this.#onComingBack);
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
    void this.#write().then(() => location.reload());
    return true;
  }

  /**
   * @param {number} number
   * @param {string} link empty where none is needed, or none can be had
   * @param {boolean} isKept by the browser
   * @param {boolean} isWhole
   * @param {number} table its number, if it is kept beside the link; 0 if the link has it
   */
  take(number, link, isKept, isWhole, table) {
    this.number = number;
    this.#link = link;
    this.#isKept = isKept;
    this.#isWhole = isWhole;
    this.#table = table;
    this.#writeSoon();
  }

  /** The number of the table that is to be kept and has not come; 0 if there is none. */
  get tableWanted() {
    return this.#table === this.#known.number ? 0 : this.#table;
  }

  /** @param {number} number @param {string} text */
  takeTable(number, text) {
    this.#known = { number, text };
    this.#writeSoon();
  }

  /** What has been kept under a name; null if this browser has nothing. @param {string} itsName */
  find(itsName) {
    return this.#kept.find(itsName);
  }

  #writeSoon() {
    clearTimeout(this.#timer);
    this.#isWaiting = true;
    if (this.tableWanted) return;
    const wait = this.#writtenAt + PAUSE - performance.now();
    if (wait > 0) this.#timer = window.setTimeout(() => void this.#write(), wait);
    else void this.#write();
  }

  /** Whether the link in the address is not that of what is open, but of what somebody goes to. */
  get isAnother() {
    const link = linkIn(location.href);
    return link !== "" && link !== this.#written;
  }

  /** The address with all that is open at this moment; empty if there is none that another browser can open. */
  get now() {
    clearTimeout(this.#timer);
    void this.#write();
    return this.#isWhole ? location.href : "";
  }

  remove() {
    clearTimeout(this.#timer);
    removeEventListener("hashchange", this.#onAnother);
    removeEventListener("pagehide", this.#onLeaving);
    removeEventListener("pageshow", this.#onComingBack);
  }

  async #write() {
    const link = this.#link;
    this.#isWaiting = false;
    if (!this.#isKept) {
      this.#shown = this.#begun += 1;
      return this.#show(link, false);
    }
    if (this.tableWanted) return;
    const place = (this.#begun += 1);
    const table = this.#table ? this.#known.text : "";
    this.#writtenAt = performance.now();
    const kept = await this.#kept.keep(link, table);
    // One that was overtaken is written all the same, unless the newer one is there first: else a slow browser shows none.
    if (place < this.#shown) return;
    this.#shown = place;
    // Where a browser keeps nothing a long address is better than none, and one to what was kept before than to half of it.
    this.#show(kept || (table ? this.#written : link), !kept);
  }

  /** @param {string} text @param {boolean} isRefused */
  #show(text, isRefused) {
    this.#told(isRefused);
    this.#written = text;
    const address = addressWith(location.href, text);
    if (address === location.href) return;
    this.#writtenAt = performance.now();
    // Not a new entry: the browser's Back leaves the page, as it would without links.
    history.replaceState(history.state, "", address);
  }
}
