import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { installPandoc } from '../../scripts/pandoc.mjs';
import { root } from './paths';
import { until } from './until';
import { Workbench } from './workbench';
import { makeWorkspace } from './workspace';

describe('npm start', () => {
  it('opens the seeds and a starter note that cites and quotes them, and ends when it is told to', async () => {
    const folder = makeWorkspace({}, { seeds: false });
    const child = spawn(process.execPath, ['scripts/start.mjs', '--browser', '--folder', folder.folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    try {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => void (printed += text));
      const address = await until('the address', () => Promise.resolve(/http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0]), 60_000);
      const window = await Workbench.visit(address);
      await window.showSources();
      await window.waitForTree('the seeds', rows => rows.filter(({ expanded }) => expanded === undefined).length === 5);
      await window.close();
    } finally {
      child.kill('SIGINT');
    }
    const [code] = await ended as [number | null];
    assert.equal(code, 0);
    assert.match(readFileSync(folder.path('notes.md'), 'utf8'), /^> .*\[@rmrb20250604\]$/m);
    folder.remove();
  });

  it('makes a note that pandoc renders with both references', async () => {
    const folder = makeWorkspace({}, { seeds: false });
    const made = spawnSync(process.execPath, ['scripts/start.mjs', '--check', '--folder', folder.folder], { cwd: root, encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    const rendered = spawnSync(await installPandoc(), ['--citeproc', '--to', 'plain', '--wrap', 'none', 'notes.md'], { cwd: folder.folder, encoding: 'utf8' });
    assert.equal(rendered.status, 0, rendered.stderr);
    assert.doesNotMatch(rendered.stderr + rendered.stdout, /@\w+\?|not found/);
    for (const title of ['北京不断强化科技创新策源功能', '從開局之年首次地方考察']) assert.ok(rendered.stdout.includes(title), `${title} among the references of\n${rendered.stdout}`);
    folder.remove();
  });
});
