// What stands in the fields of the settings: a number that is refused, or half typed, is in no link.

const FIELDS = '[data-testid="stSidebar"] [data-testid="stTextInput"] input';

/**
 * @param {number} key that ends the keys of the fields: while the page is drawn, those of what was open before may still stand there
 * @returns {Record<string, string>} by the name of the setting, as its field is called
 */
export function typedSettings(key) {
  const ofField = new RegExp(`(?:^| )st-key-(\\w+)_${key}(?: |$)`);
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(FIELDS));
  return Object.fromEntries([...fields].flatMap((field) => {
    const name = ofField.exec(field.closest('[class*="st-key-"]')?.className ?? "")?.[1];
    return name ? [[name, field.value]] : [];
  }));
}
