// *Copy link*, a button of the page outside the player: the address with all that is open goes to the clipboard.
import { copy } from "../shared/clipboard.js";

const TOO_LARGE = "What is open is too large for a link. Save it as a file";
const BUTTON = '[class*="st-key-copy_link"] button';

/**
 * Have links copied.
 * @param {() => string} address with all that is open at this moment; empty if there is none that another browser can open
 * @param {(what: string) => void} say to whoever does not see the button
 * @returns {() => void} stops listening
 */
export function listenForCopying(address, say) {
  const listen = (/** @type {MouseEvent} */ event) => {
    const { target } = event;
    const button = target instanceof Element ? /** @type {HTMLButtonElement | null} */ (target.closest(BUTTON)) : null;
    if (!button) return;
    const tell = (/** @type {string} */ how, /** @type {string} */ words) => {
      button.dataset.copied = how;
      say(words);
      // Until one goes on to something else.
      button.addEventListener("blur", () => delete button.dataset.copied, { once: true });
    };
    const link = address();
    if (!link) return tell("too large", TOO_LARGE);
    void copy(link).then((isCopied) => (isCopied ? tell("yes", "Link copied") : tell("no", "The link was not copied")));
  };
  document.addEventListener("click", listen, true);
  return () => document.removeEventListener("click", listen, true);
}
