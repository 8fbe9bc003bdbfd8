import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInStyles, type BuiltInStyle } from '../../../src/core/references/builtInStyles';

const folder = join(__dirname, '../../../dist/styles');

export const styleFile = (name: BuiltInStyle): string => join(folder, `${name}.csl`);
export const styleText = (name: BuiltInStyle): string => readFileSync(styleFile(name), 'utf8');
export const localeOf = (language: string): string | undefined => (['zh-CN', 'zh-TW', 'en-US'].includes(language) ? readFileSync(join(folder, `locales-${language}.xml`), 'utf8') : undefined);
export { builtInStyles };
