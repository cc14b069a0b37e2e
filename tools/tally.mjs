/**
 * `node tools/tally.mjs report.xml` prints "passed failed" of a JUnit report, and on stderr what failed. A skipped
 * test counts as failed: in this project a test either holds or is not there.
 */
import { readFileSync } from "node:fs";

const unescape = (text) =>
  text.replace(/&(lt|gt|quot|apos|amp|#\d+);/g, (_, name) => {
    const known = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
    return known[name] ?? String.fromCodePoint(Number(name.slice(1)));
  });

const report = readFileSync(process.argv[2], "utf8");
let passed = 0;
let failed = 0;
for (const [, attributes, inside = ""] of report.matchAll(
  /<testcase\b((?:"[^"]*"|[^>"])*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g,
)) {
  const failure = /<(failure|error|skipped)\b/.exec(inside);
  if (!failure) {
    passed += 1;
    continue;
  }
  failed += 1;
  const name = unescape(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? "a test without a name");
  const told = unescape(inside.replace(/<!\[CDATA\[|\]\]>|<[^>]+>/g, "")).trim();
  console.error(
    `  ${failure[1] === "skipped" ? "skipped" : "failed"}: ${name}\n${told.replace(/^/gm, "    ").slice(0, 3000)}`,
  );
}
console.log(`${passed} ${failed}`);
