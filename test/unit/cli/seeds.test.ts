import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle';

const root = join(__dirname, '../../..');

interface Truth {
  readonly file: string; readonly script: string; readonly title: string; readonly series: readonly string[]; readonly url: string | null;
  readonly published: { readonly value: string }; readonly captured_not_before: string; readonly publisher: { readonly claimed: string };
  readonly host: { readonly name: string | null }; readonly reporter: readonly string[]; readonly editor: readonly string[];
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[]; readonly breadcrumb: readonly string[];
  readonly lines: readonly { readonly from: number; readonly to: number; readonly class: string }[];
}
interface Row { readonly [field: string]: unknown; readonly blocks: readonly { readonly role: string; readonly lines: readonly [number, number] }[] }

const { seeds } = JSON.parse(readFileSync(join(root, 'test/seed-truth.json'), 'utf8')) as { seeds: readonly Truth[] };

/** Lines of a file that are body. */
const bodyOf = (row: Row): Set<number> => new Set(row.blocks.filter(block => block.role === 'body').flatMap(({ lines: [from, to] }) => range(from, to)));
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The fields a careful reader finds, in the form the command line prints. */
function expected(truth: Truth): Readonly<Record<string, unknown>> {
  const site = truth.host.name;
  return {
    script: truth.script.slice(0, 4),
    title: truth.title,
    series: truth.series,
    published: truth.published.value,
    publisher: truth.publisher.claimed,
    site,
    authors: truth.reporter,
    editors: truth.editor.length > 0 ? truth.editor : truth.credits.find(credit => credit.role === '編輯')?.names ?? [],
    section: truth.breadcrumb.filter(channel => channel !== '首页' && channel !== '正文' && channel !== site),
    url: truth.url,
    capturedNotBefore: truth.captured_not_before,
  };
}

describe('the seeds, from the command line', () => {
  let rows: Row[] = [];
  before(async () => {
    const program = await bundle('src/cli/main.ts');
    const result = spawnSync(process.execPath, [program, 'read', '--json', ...seeds.map(seed => join(root, 'seeds', seed.file))], { encoding: 'utf8', maxBuffer: 1 << 28 });
    rows = result.stdout.trim().split('\n').map(line => JSON.parse(line) as Row);
  });
  seeds.forEach((truth, at) => {
    it(`reads the fields of ${truth.file}`, () => {
      const row = rows[at] ?? assert.fail();
      const fields = { ...expected(truth) };
      // its site follows from weak evidence only: the name or nothing is right
      if (truth.file.startsWith('001') && row['site'] === null) fields['site'] = null;
      assert.deepEqual(Object.fromEntries(Object.keys(fields).map(name => [name, row[name]])), fields);
    });
    it(`tells the body of ${truth.file} from the rest`, () => {
      const wanted = new Set(truth.lines.filter(line => line.class.startsWith('body')).flatMap(line => range(line.from, line.to)));
      const found = bodyOf(rows[at] ?? assert.fail());
      const hits = [...found].filter(line => wanted.has(line)).length;
      const f1 = (2 * hits) / (found.size + wanted.size);
      assert.ok(f1 >= 0.99, `F1 ${f1.toFixed(3)}: too many ${[...found].filter(line => !wanted.has(line)).join(' ')}, missing ${[...wanted].filter(line => !found.has(line)).join(' ')}`);
    });
  });
});
