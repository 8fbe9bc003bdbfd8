import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { freePort, root, run, sleep } from './run.mjs';

/** The browser VS Code and the Node that runs it; raise them together. */
const versions = { 'code-server': '4.139.1', node: '24.21.0' };
const nodePackage = `node-linux-${process.arch}`;

/** Installs a browser VS Code into the cache where it is missing; gives the paths of its Node and its entry point. */
export async function installEditor() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error('The browser VS Code runs on Linux (x64 or arm64) only. Install VS Code so that `code` is on the PATH.');
  }
  const folder = await fillOnce(`code-server-${versions['code-server']}-node-${versions.node}-${process.arch}`, fillEditor);
  const modules = join(folder, 'node_modules');
  return { node: join(modules, nodePackage, 'bin', 'node'), entry: join(modules, 'code-server', 'out', 'node', 'entry.js') };
}

/** A plain install fails: the post-install scripts want other Node versions, downloads and system libraries. */
async function fillEditor(folder) {
  console.log('Fetching a browser VS Code into the cache (about 800 MB, once)…');
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  // The npm that started this script passes its own settings on; they must not steer these installs.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_(config_(?!cache|registry)|package_|lifecycle_)/i.test(key)));
  env.PATH = `${join(folder, 'node_modules', nodePackage, 'bin')}:${env.PATH}`;
  const npm = (cwd, ...args) => run('npm', ['install', ...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env });
  console.log('  1 of 3: the server');
  await npm(folder, '--save-exact', `code-server@${versions['code-server']}`, `${nodePackage}@${versions.node}`);
  const code = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  console.log('  2 of 3: what it depends on');
  await npm(code, '--omit=dev');
  console.log('  3 of 3: its own extensions');
  await npm(join(code, 'extensions'), '--omit=dev');
}

/** Settings of a fresh user: nothing calls home, nothing pops up, nothing asks. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  // The web saves by itself unless it is told not to; on the desktop it does not.
  'files.autoSave': 'off',
};

async function writeUserData(folder, locale, settings) {
  const settingsFile = join(folder, 'User', 'settings.json');
  await mkdir(join(folder, 'User'), { recursive: true });
  if (!existsSync(settingsFile)) await writeFile(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  if (locale === undefined) return;
  // A language pack without words: the workbench keeps its English, extensions speak the display language.
  const words = join(folder, `${locale}.i18n.json`);
  await writeFile(words, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = { hash: locale, label: locale, extensions: [{ extensionIdentifier: { id: `seedbed.${locale}` }, version: '1.0.0' }], translations: { vscode: words } };
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** Installs the extension as it stands, by a link: the next window has the next build. */
async function linkExtension(extensions, extension) {
  const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  await symlink(extension.replace(/\/$/, ''), join(extensions, `${publisher}.${name}-${version}`), 'dir');
}

/**
 * Starts a server of the browser VS Code and waits until it answers.
 * It has the extension of the folder `extension` installed; `data` keeps its user data and log; `stop()` ends the server with all its children.
 * With `testDriver` its windows can run tests in the extension host, see `testAddress`; but they show no notifications.
 */
export async function startEditor({ data, port, locale, settings = {}, env = {}, testDriver = false, extension = root }) {
  const { node, entry } = await installEditor();
  const userData = join(data, 'user');
  await writeUserData(userData, locale, settings);
  if (testDriver) await mkdir(join(data, 'extensions'), { recursive: true });
  else await linkExtension(join(data, 'extensions'), extension);
  await writeFile(join(data, 'config.yaml'), '');
  const chosenPort = port ?? await freePort();
  const args = [
    entry, '--config', join(data, 'config.yaml'), '--user-data-dir', userData, '--extensions-dir', join(data, 'extensions'),
    '--bind-addr', `127.0.0.1:${chosenPort}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust',
    '--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened',
    ...(locale === undefined ? [] : ['--locale', locale]),
    ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const log = openSync(join(data, 'server.log'), 'w');
  const child = spawn(node, args, { detached: true, stdio: ['ignore', log, log], env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env } });
  const stop = () => stopGroup(child);
  // A server never outlives whoever started it, also when that ends in a hurry.
  process.once('exit', () => signalGroup(child, 'SIGKILL'));
  try {
    await answer(`http://127.0.0.1:${chosenPort}/healthz`, child, join(data, 'server.log'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${chosenPort}`, port: chosenPort, child, stop };
}

async function answer(address, child, log) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`The browser VS Code ended with ${child.exitCode}; its log is ${log}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`The browser VS Code did not answer within a minute; its log is ${log}`);
}

const isGone = child => child.exitCode !== null || child.signalCode !== null;

function signalGroup(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Nobody is left in the group.
  }
}

/** Ends a detached child and its whole process group: politely, then for certain. */
async function stopGroup(child) {
  signalGroup(child, 'SIGTERM');
  for (let waited = 0; waited < 3000 && !isGone(child); waited += 50) await sleep(50);
  signalGroup(child, 'SIGKILL');
}

/** The address that opens a folder, or the workspace that a `.code-workspace` file describes. */
export const folderAddress = (server, workspace) =>
  `${server.url}/?${workspace.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(workspace)}`;

/** The address whose window runs the script `tests` in its extension host, beside the extension of the folder `extension`: the project under development unless told. */
export function testAddress(server, workspace, tests, extension = root) {
  const at = `vscode-remote://127.0.0.1:${server.port}`;
  const payload = [['skipWelcome', 'true'], ['extensionDevelopmentPath', at + extension.replace(/\/$/, '')], ['extensionTestsPath', at + tests]];
  return `${folderAddress(server, workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
