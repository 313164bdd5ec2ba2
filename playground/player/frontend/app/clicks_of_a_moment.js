// A click on what takes the moment on the screen away, a link or a file, waits until Python is told of it: of what plays it is not.
import { inTime } from "../link/in_time.mjs";

const TAKES = '[data-testid="stDownloadButton"], [class*="st-key-copy_link"]';

/**
 * Have such clicks wait.
 * @param {() => Promise<void> | null} tell the moment on the screen; null if that is known
 * @returns {() => void} stops listening
 */
export function holdClicksOfAMoment(tell) {
  let isReleasing = false;
  const listen = (/** @type {MouseEvent} */ event) => {
    const { target } = event;
    if (isReleasing || !(target instanceof Element) || !target.closest(TAKES)) return;
    const told = tell();
    if (!told) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void inTime(told, undefined).then(() => {
      isReleasing = true;
      target.dispatchEvent(new MouseEvent("click", event));
      isReleasing = false;
    });
  };
  document.addEventListener("click", listen, true);
  return () => document.removeEventListener("click", listen, true);
}
