// Elements and their texts, as the views of the player make and write them.

/**
 * A new element with its class and what is in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A text that is written into the page only where it is another one.
 * @param {Text} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.data !== text) node.data = text;
}

/**
 * The text of an element that has nothing else in it, written where it is another one.
 * @param {Element} written @param {string} text
 */
export function writeText(written, text) {
  if (written.textContent !== text) written.textContent = text;
}

/**
 * Say that a button can do nothing at the moment. It keeps the focus of whoever steps with the keyboard, which one that is
 * disabled would lose.
 * @param {HTMLElement} button @param {boolean} disabled
 */
export function disable(button, disabled) {
  const value = String(disabled);
  if (button.getAttribute("aria-disabled") !== value) button.setAttribute("aria-disabled", value);
}

/**
 * Hide something or show it. Who has the focus in it goes on where it is given: an element that is hidden would lose it.
 * @param {HTMLElement} hidden @param {boolean} isHidden @param {HTMLElement} instead what can take the focus
 */
export function hide(hidden, isHidden, instead) {
  if (hidden.hidden === isHidden) return;
  const hadFocus = hidden.matches(":focus-within");
  hidden.hidden = isHidden;
  if (isHidden && hadFocus) instead.focus({ preventScroll: true });
}

/** Whether a button does nothing at present. @param {HTMLElement} button */
export const isDisabled = (button) => button.getAttribute("aria-disabled") === "true";
