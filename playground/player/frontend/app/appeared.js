// Something that Streamlit is about to put on the page.

/** Milliseconds that it may take. */
const PATIENCE = 15_000;

/**
 * @template T
 * @param {() => T | null} find @param {AbortSignal} stopped
 * @returns {Promise<T | null>} what is found as soon as it is there; null if it does not come
 */
export async function appeared(find, stopped) {
  return find() ?? new Promise((resolve) => {
    const end = (/** @type {T | null} */ found) => {
      watching.disconnect();
      clearTimeout(timer);
      resolve(found);
    };
    const watching = new MutationObserver(() => {
      const found = find();
      if (found) end(found);
    });
    watching.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => end(null), PATIENCE);
    stopped.addEventListener("abort", () => end(null), { once: true });
  });
}
