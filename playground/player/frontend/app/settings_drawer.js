// On a phone the settings lie over the page: as soon as something else is opened from them, or it is said why not, they are put away.
/** @import { Store } from "../model/store.mjs" */

/** As wide as the page is, at most, where Streamlit lays its sidebar over it. */
const OVER_THE_PAGE = "(max-width: 768px)";
const CLOSE = '[data-testid="stSidebarCollapseButton"] button[aria-expanded="true"]';

export class SettingsDrawer {
  #store;
  /** What was open when the page was drawn last. @type {number | null} */
  #opened = null;
  #notice = "";

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** Put away what was opened from, if something else has been opened or could not be. */
  arrange() {
    const { opened = null, notice = "" } = this.#store.header ?? {};
    const isAnother = this.#opened !== null && opened !== this.#opened;
    const isSaid = notice !== "" && notice !== this.#notice;
    this.#opened = opened;
    this.#notice = notice;
    if ((isAnother || isSaid) && matchMedia(OVER_THE_PAGE).matches) /** @type {HTMLElement | null} */ (document.querySelector(CLOSE))?.click();
  }
}
