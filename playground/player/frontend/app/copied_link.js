// *Copy link*, a button of the page outside the player: the address with all that is open goes to the clipboard.
import { isOfThisComputer } from "../link/address.mjs";
import { copy } from "../shared/clipboard.js";

const TOO_LARGE = "What is open is too large for a link. Save it as a file";
const COPIED = "Link copied";
const COPIED_FOR_HERE = `${COPIED}. It opens on this computer only. For others, save a file, or start the page for your network (“In a class” in the README)`;
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
      // Until one goes on to something else: what is pressed below must not move before it is let go.
      button.addEventListener("blur", () => afterPress(() => delete button.dataset.copied), { once: true });
    };
    const link = address();
    if (!link) return tell("too large", TOO_LARGE);
    void copy(link).then((isCopied) => {
      if (!isCopied) tell("no", "The link was not copied");
      else if (isOfThisComputer(link)) tell("for here", COPIED_FOR_HERE);
      else tell("yes", COPIED);
    });
  };
  document.addEventListener("click", listen, true);
  return () => document.removeEventListener("click", listen, true);
}

/** Do something once what took the focus away, a click or a key, is over. @param {() => void} act */
function afterPress(act) {
  const over = new AbortController();
  const end = () => {
    over.abort();
    setTimeout(act);
  };
  for (const ends of ["click", "keyup"]) addEventListener(ends, end, { capture: true, signal: over.signal });
}
