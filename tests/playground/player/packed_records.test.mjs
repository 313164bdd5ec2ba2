import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { unpack } from "../../../playground/player/frontend/link/packed_records.mjs";

// What Python writes, byte for byte; packed_records_test.py holds it to the same table.
const CASES = JSON.parse(readFileSync(new URL("packed_cases.json", import.meta.url), "utf8"));

for (const { name, columns, table, packed } of CASES) {
  for (const place of [0, 8]) {
    test(`packed records are read, ${place} bytes into a message: ${name}`, () => {
      const { buffer } = Uint8Array.from([...Array(place).fill(99), ...Buffer.from(packed, "hex"), 1, 2, 3, 4]);

      const read = unpack(buffer, place, table.length / columns, columns);

      assert.deepEqual([...read.table], table);
      assert.equal(read.end, place + packed.length / 2);
    });
  }
}
