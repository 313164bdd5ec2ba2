import assert from "node:assert/strict";
import test from "node:test";

import { SettingsDrawer } from "../../../playground/player/frontend/app/settings_drawer.js";

/** How often the drawer is put away while a page is drawn with these headers, one after the other. */
function putAway(headers, isPhone = true) {
  let times = 0;
  globalThis.matchMedia = () => ({ matches: isPhone });
  globalThis.document = { querySelector: () => ({ click: () => (times += 1) }) };
  const store = { header: null };
  const drawer = new SettingsDrawer(store);
  for (const header of headers) {
    store.header = header;
    drawer.arrange();
  }
  return times;
}

const [FIRST, SECOND] = [{ opened: 1, notice: "" }, { opened: 2, notice: "" }];
const REFUSED = { opened: 1, notice: "This file holds nothing that was saved." };

test("the settings of a phone are put away when something else is opened from them", () => {
  assert.equal(putAway([null, FIRST, FIRST, SECOND, SECOND]), 1);
  assert.equal(putAway([FIRST, SECOND], false), 0);
});

test("so are they when it could not be opened, for why not is said on the page below them", () => {
  assert.equal(putAway([FIRST, REFUSED, REFUSED, FIRST]), 1);
  assert.equal(putAway([FIRST, REFUSED, FIRST, REFUSED]), 2);
});
