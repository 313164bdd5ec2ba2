// The address of a page with a link to all that is open, behind its "#", where browsers keep it to themselves.

/** As in playground/document/link.py. */
export const NAME = "document";

/** @param {string} href @returns {string} the link in an address; empty if there is none */
export function linkIn(href) {
  const { hash } = new URL(href);
  return hash.startsWith(`#${NAME}=`) ? hash.slice(NAME.length + 2) : "";
}

/**
 * An address with another link; what else it says stays.
 * @param {string} href @param {string} link empty for none
 */
export function addressWith(href, link) {
  const url = new URL(href);
  // There it stands while the page opens: see playground/opens_links.py.
  if (url.searchParams.has(NAME)) url.searchParams.delete(NAME);
  if (link) url.hash = `${NAME}=${link}`;
  else if (linkIn(href)) url.hash = "";
  return url.href;
}
