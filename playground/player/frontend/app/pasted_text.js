// A text that is pasted or dropped into the page's box for tables is read at once; Streamlit would wait for Ctrl+Enter.

const BOX = '[class*="st-key-pasted_"] textarea';
const AT_ONCE = ["insertFromPaste", "insertFromDrop"];

/**
 * Have pasted texts read at once.
 * @returns {() => void} stops listening
 */
export function readPastedTexts() {
  const listen = (/** @type {Event} */ event) => {
    const { target } = event;
    const isWanted = event instanceof InputEvent && AT_ONCE.includes(event.inputType);
    if (!isWanted || !(target instanceof HTMLTextAreaElement) || !target.matches(BOX)) return;
    // Streamlit knows of the text only when this event is over.
    setTimeout(() => target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true })));
  };
  document.addEventListener("input", listen);
  return () => document.removeEventListener("input", listen);
}
