// What stands in the fields of the settings: a number that is refused, or half typed, is in no link.

// While the page is drawn they may still be those of what was open before.
const FIELDS = '[data-testid="stApp"][data-test-script-state="notRunning"] [data-testid="stSidebar"] [data-testid="stTextInput"] input';

/** @returns {Record<string, string>} by the name of the setting, as its field is called */
export function typedSettings() {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(FIELDS));
  return Object.fromEntries([...fields].flatMap((field) => {
    const name = /(?:^| )st-key-(\w+)_\d+(?: |$)/.exec(field.closest('[class*="st-key-"]')?.className ?? "")?.[1];
    return name ? [[name, field.value]] : [];
  }));
}
