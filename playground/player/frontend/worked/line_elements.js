/** Elements of the lines of a worked update: which line one stands for, and how it is found again when its line was written anew. */

/** Those that are pressed or typed into, by what they say of themselves. */
const BY_DATA = ["field", "blanks", "note", "all", "check"];

/** @param {EventTarget | null} target the line that an element's number stands for */
export function lineOf(target) {
  const owner = target instanceof Element ? target.closest(".worked-lines [data-line]") : null;
  return owner ? Number(owner.getAttribute("data-line")) : null;
}

/** How what has the focus is found again after its line was written anew. @param {Element | null} focused */
export function selectorOf(focused) {
  const { line, rest, ...data } = focused instanceof HTMLElement || focused instanceof MathMLElement ? focused.dataset : {};
  const own = BY_DATA.find((name) => data[name] !== undefined);
  if (own) return data[own] ? `[data-${own}="${data[own]}"]` : `[data-${own}]`;
  return line === undefined ? `[data-rest="${rest}"]` : `[tabindex][data-line="${line}"]`;
}
