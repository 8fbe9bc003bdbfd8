import { installProgram } from './debian.mjs';

/** The path of pandoc; throws what to do. */
export const installPandoc = () => installProgram({ command: 'pandoc', from: 'pandoc', variable: 'SEEDBED_PANDOC', size: '150 MB', test: ['--version'] });
