import { installProgram } from './debian.mjs';

/** The path of ris2xml of bibutils, a reader of RIS files; throws what to do. */
export const installRis2xml = () => installProgram({ command: 'ris2xml', from: 'bibutils', variable: 'SEEDBED_RIS2XML', size: '1 MB', test: ['-v'] });
