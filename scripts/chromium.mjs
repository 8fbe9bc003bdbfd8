import { capture, findCommand, run } from './run.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const hint = 'Install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or set SEEDBED_CHROMIUM to its path.';

/** Options that keep a headless Chromium from calling out and let it run as root. */
export const chromiumArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
const hasChineseFont = () => findCommand('fc-list') === undefined || capture('fc-list', [':lang=zh']).stdout.trim() !== '';

/** Debian's packages that the tests need and that are not here. */
function missingPackages() {
  return [
    ...(findBrowser() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
}

const findBrowser = () => process.env.SEEDBED_CHROMIUM || findCommand(...browsers);

/** Installs chromium and a Chinese font where they are missing and this may; gives the path of the browser or throws what to do. */
export async function installChromium() {
  const missing = missingPackages();
  if (missing.length > 0 && canInstall()) {
    console.log(`Installing ${missing.join(', ')}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = ['-qq', '-o=Dpkg::Use-Pty=0'];
    await run('apt-get', ['update', ...quiet], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...quiet, ...missing], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`No Chromium was found. ${hint}`);
  return browser;
}
