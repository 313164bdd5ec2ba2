// A file that is dropped anywhere on the page comes into its box for tables, which reads it, or opens it if it was saved.
import { appeared } from "./appeared.js";
import { DropNotice, notTaken, onlyOne } from "./drop_notice.js";

const PAGE = '[data-testid="stApp"]';
const OWN_PLACE = '[data-testid="stFileUploaderDropzone"]';
const BOX_BUTTON = ".st-key-open_paste_box button";
/** It opens the box for the test table, wherever that is the one on the page. */
const TEST_BOX_BUTTON = ".st-key-open_test_paste_box button";
const BOX_FILE = '[class*="st-key-uploaded_"] input[type="file"]';

/**
 * Take files that are dropped on the page; without that the browser would leave the page for them.
 * @returns {() => void} stops listening
 */
export function takeDroppedFiles() {
  const sign = document.createElement("div");
  sign.className = "drop-here";
  sign.textContent = "Drop a table, or a file that was saved here";
  const notice = new DropNotice();
  const stop = new AbortController();
  const listen = (/** @type {string} */ name, /** @type {(event: DragEvent) => void} */ action) =>
    document.addEventListener(name, (event) => action(/** @type {DragEvent} */ (event)), { signal: stop.signal });
  listen("dragover", (event) => {
    if (!isForThePage(event)) return sign.remove();
    event.preventDefault();
    // The page's own part knows whether it is light or dark; the document does not.
    if (!sign.isConnected) (document.querySelector(PAGE) ?? document.body).append(sign);
  });
  // Only what leaves the window goes nowhere else.
  listen("dragleave", (event) => {
    if (!event.relatedTarget) sign.remove();
  });
  listen("drop", (event) => {
    sign.remove();
    if (!isForThePage(event)) return;
    event.preventDefault();
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (!file) return;
    if (others.length) notice.say(onlyOne(file.name, others.length));
    void giveToTheBox(file, stop.signal).then((isGiven) => {
      if (!isGiven && !stop.signal.aborted) notice.say(notTaken(file.name));
    });
  });
  return () => {
    stop.abort();
    sign.remove();
    notice.remove();
  };
}

/** A field for files takes its own. @param {DragEvent} event */
function isForThePage(event) {
  const { dataTransfer, target } = event;
  const isInAField = target instanceof Element && target.closest(OWN_PLACE);
  return Boolean(dataTransfer?.types.includes("Files")) && !isInAField;
}

/** @returns {HTMLElement | null} what opens the box for the table that is shown */
function boxButton() {
  const ofTest = /** @type {HTMLElement | null} */ (document.querySelector(TEST_BOX_BUTTON));
  return ofTest?.checkVisibility({ visibilityProperty: true }) ? ofTest : document.querySelector(BOX_BUTTON);
}

/** @param {File} file @param {AbortSignal} stopped @returns {Promise<boolean>} whether the box has it */
async function giveToTheBox(file, stopped) {
  const find = () => /** @type {HTMLInputElement | null} */ (document.querySelector(BOX_FILE));
  if (!find()) boxButton()?.click();
  const field = await appeared(find, stopped);
  if (!field) return false;
  const given = new DataTransfer();
  given.items.add(file);
  field.files = given.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  // Who has dropped it goes on in the box, or leaves it by Escape.
  field.closest(OWN_PLACE)?.querySelector("button")?.focus();
  return true;
}
