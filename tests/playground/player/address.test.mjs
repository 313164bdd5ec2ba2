import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addressWith, linkIn, NAME } from "../../../playground/player/frontend/link/address.mjs";

test("a link stands behind the # of the address, and is read there", () => {
  const address = addressWith("http://localhost:8501/", "1abc-_9");

  assert.equal(address, "http://localhost:8501/#document=1abc-_9");
  assert.equal(linkIn(address), "1abc-_9");
});

test("what else an address says stays", () => {
  assert.equal(
    addressWith("http://school.example/app/?embed=true&document=1old&x=1#document=1older", "1new"),
    "http://school.example/app/?embed=true&x=1#document=1new",
  );
  assert.equal(addressWith("http://localhost/?embed=true#somewhere", ""), "http://localhost/?embed=true#somewhere");
});

test("where no link is needed, there is none", () => {
  assert.equal(addressWith("http://localhost/?document=1broken", ""), "http://localhost/");
  assert.equal(linkIn(addressWith("http://localhost/#document=1old", "")), "");
  assert.equal(linkIn("http://localhost/#documents=1"), "");
});

test("Python and the browser call it by one name", () => {
  const python = readFileSync(new URL("../../../playground/document/link.py", import.meta.url), "utf8");

  assert.match(python, new RegExp(`^NAME = "${NAME}"$`, "m"));
});
