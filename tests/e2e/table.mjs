// Reads a CSV text into rows keyed by header name, for comparing what went in with what comes out.
// Limits: RFC 4180 quoting as the test files use it; the file is taken to be well-formed.
export function readTable(text, delimiter = ',') {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => { rows.at(-1).push(cell); cell = ''; };
  for (const [at, c] of [...text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')].entries()) {
    if (c === '"') {
      quoted = !quoted;
      if (quoted && cell && rows.at(-1).before === at - 1) cell += '"';
      rows.at(-1).before = at;
    } else if (!quoted && c === delimiter) {
      endCell();
    } else if (!quoted && c === '\n') {
      endCell();
      rows.push([]);
    } else {
      cell += c;
    }
  }
  if (rows.at(-1).length || cell) endCell(); else rows.pop();
  const [header, ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}
