// The focus lasts when a player is taken off the page and put on it again, in which time it draws on, as Streamlit does when the
// page is drawn twice in short order.

/** What had it when its player was taken off the page, or what stands in its place since. @type {HTMLElement | null} */
let waiting = null;

/** Which of them has the focus, or will have it when it is on the page again; −1 if none. @param {HTMLElement[]} elements */
export const placeOfFocus = (elements) => elements.findIndex((element) => element === waiting || element.matches(":focus"));

/**
 * Give one of them the focus, now or when it is on the page again: what stands in the same place now, or else the last.
 * @param {HTMLElement[]} elements that are made anew @param {number} place where one had it; −1 if none
 */
export function giveFocusAt(elements, place) {
  const element = elements[Math.min(place, elements.length - 1)];
  if (!element) return;
  if (element.isConnected) element.focus({ preventScroll: true });
  else waiting = element;
}

/** A player is about to be taken off the page. @param {HTMLElement} root */
export function leaveFocus(root) {
  const { activeElement } = document;
  waiting = activeElement instanceof HTMLElement && root.contains(activeElement) ? activeElement : null;
}

/** It is on the page again: whoever was at something in it goes on there, unless the focus has gone elsewhere. */
export function bringFocusBack() {
  if (document.activeElement === document.body) waiting?.focus({ preventScroll: true });
  waiting = null;
}
