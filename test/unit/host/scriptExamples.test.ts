import assert from 'node:assert/strict';
import { Converter } from 'opencc-js';
import { scriptTargets, type ScriptTarget } from '../../../src/core/document';
import { scriptExamples } from '../../../src/host/scriptExamples';

const locales = { hans: 'cn', hant: 't', tw: 'tw', twp: 'twp', hk: 'hk', hkp: 'hkp', jp: 'jp' } as const;
const targets = scriptTargets.filter((target): target is Exclude<ScriptTarget, 'as-saved'> => target !== 'as-saved');

describe('the examples beside the scripts', () => {
  it('are what the conversion makes of the first', () => {
    for (const target of targets) assert.equal(scriptExamples[target], Converter({ from: 'cn', to: locales[target] })(scriptExamples.hans), target);
  });
  it('tell Taiwan and Hong Kong from their local words', () => {
    assert.notEqual(scriptExamples.tw, scriptExamples.twp);
    assert.notEqual(scriptExamples.hk, scriptExamples.hkp);
  });
});
