// The first stop of the Tab key on the page: it leads past the settings to the player.

/**
 * @param {() => void} skip what it does
 * @returns {() => void} takes it away
 */
export function addSkipLink(skip) {
  document.body.insertAdjacentHTML("afterbegin", '<a class="skip-to-player" href="#player">Skip to the player</a>');
  const link = /** @type {HTMLElement} */ (document.body.firstElementChild);
  link.addEventListener("click", (event) => {
    // The address of a page says what is opened on it, and nothing else.
    event.preventDefault();
    skip();
  });
  return () => link.remove();
}
