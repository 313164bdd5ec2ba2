// The first stops of the Tab key on the page: they lead past the settings to the player, and past that to the table.

/**
 * @param {[text: string, skip: () => void][]} ways what each is called, and what it does
 * @returns {() => void} takes them away
 */
export function addSkipLinks(ways) {
  const links = ways.toReversed().map(([text, skip]) => {
    document.body.insertAdjacentHTML("afterbegin", `<a class="skip-link" href="#player">${text}</a>`);
    const link = /** @type {HTMLElement} */ (document.body.firstElementChild);
    link.addEventListener("click", (event) => {
      // The address of a page says what is opened on it, and nothing else.
      event.preventDefault();
      skip();
    });
    return link;
  });
  return () => links.forEach((link) => link.remove());
}
