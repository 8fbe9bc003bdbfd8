const isNumber = cell => /^[-–]?[\d.,:×%]*$/.test(cell);

/** Prints each section ({title, note?, columns, rows}) as an aligned table once it comes, or all of them as one JSON object by title. */
export async function printReport(sections, isJson) {
  const report = {};
  for await (const section of sections) {
    if (isJson) report[section.title] = section.rows;
    else printTable(section);
  }
  if (isJson) console.log(JSON.stringify(report));
}

/** Rows are objects; `columns` names those that are shown, numbers to the right. */
function printTable({ title, note, columns, rows }) {
  const cells = [columns, ...rows.map(row => columns.map(name => String(row[name] ?? '')))];
  const widths = columns.map((_, at) => Math.max(...cells.map(line => widthOf(line[at]))));
  const isRight = columns.map((_, at) => cells.slice(1).every(line => isNumber(line[at])));
  console.log(`\n${title}${note ? `\n${note}` : ''}`);
  for (const line of cells) console.log(`  ${line.map((cell, at) => pad(cell, widths[at], isRight[at])).join('  ')}`.trimEnd());
}

/** Columns of a terminal that a text takes: two for a Chinese character. */
const widthOf = text => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);

function pad(text, width, isRight) {
  const space = ' '.repeat(width - widthOf(text));
  return isRight ? space + text : text + space;
}
