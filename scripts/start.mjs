import { rm } from 'node:fs/promises';
import { resolve, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cacheFolder } from './cache.mjs';
import { installDependencies } from './dependencies.mjs';
import { folderAddress, startEditor } from './editor.mjs';
import { makeStarter } from './starter.mjs';
import { findCommand, root, run } from './run.mjs';

const help = `npm start -- [options]

Opens Seedbed on a copy of the seeds and a starter note: in VS Code where \`code\` is on the PATH,
else in a browser VS Code, whose address it prints. Ctrl-C ends it.

  --folder DIR     open this folder; the seeds and the note are put into it where they are missing
  --fresh          throw the earlier copy away first (never a folder given with --folder)
  --locale TAG     the words of Seedbed in zh-cn or zh-tw (browser VS Code only)
  --port N         port of the browser VS Code
  --browser        the browser VS Code even where \`code\` is on the PATH
  --check          come up, say so and end
`;

function readOptions() {
  const text = { type: 'string' }, flag = { type: 'boolean', default: false };
  const options = { folder: text, locale: text, port: text, fresh: flag, browser: flag, check: flag, help: flag };
  const { values } = parseArgs({ options, strict: true });
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a number');
  if (values.locale !== undefined && !['en', 'zh-cn', 'zh-tw'].includes(values.locale)) throw new Error('--locale takes en, zh-cn or zh-tw');
  return values;
}

async function prepare({ folder, fresh }) {
  const workspace = resolve(folder ?? join(cacheFolder, 'workspace'));
  await installDependencies();
  console.log('Building…');
  await build();
  if (fresh && folder === undefined) await rm(workspace, { recursive: true, force: true });
  await makeStarter(workspace);
  return workspace;
}

/** Opens the browser VS Code, says where, and stays until it is told to end. */
async function serve(workspace, { locale, port, check }) {
  const chosen = locale === 'en' ? undefined : locale;
  const data = join(cacheFolder, `editor-data${chosen === undefined ? '' : `-${chosen}`}`);
  const server = await startEditor({ data, ...(chosen && { locale: chosen }), ...(port && { port: Number(port) }) });
  const ended = new Promise(settle => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, settle);
    server.child.once('exit', settle);
  });
  console.log(`\nSeedbed is open at\n\n  ${folderAddress(server, workspace)}\n\nThe folder is ${workspace}; Ctrl-C ends it.`);
  if (!check) await ended;
  await server.stop();
}

async function main() {
  const options = readOptions();
  if (options.help) return void console.log(help);
  const workspace = await prepare(options);
  const code = options.browser || options.locale !== undefined || options.check ? undefined : findCommand('code');
  if (code === undefined) return serve(workspace, options);
  console.log(`Opening ${workspace} in VS Code…`);
  await run(code, [`--extensionDevelopmentPath=${root}`, workspace]);
}

await main().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
