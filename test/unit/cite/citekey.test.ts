import assert from 'node:assert/strict';
import { baseKey, issueKey, suggestKeys } from '../../../src/core/cite/citekey';
import { loadRomanise, type Romanise } from '../../../src/core/cite/romanise';

describe('citation keys', () => {
  let romanise: Romanise;
  before(async () => { romanise = await loadRomanise(); });
  const key = (publisher: string | undefined, published: string | undefined, site?: string): string =>
    baseKey({ hash: '3f2a99', ...(publisher !== undefined && { publisher }), ...(published !== undefined && { published }), ...(site && { site }) }, romanise);

  const cases: readonly (readonly [what: string, publisher: string | undefined, published: string | undefined, expected: string])[] = [
    ['is the initials of the outlet and the day', '光明网', '2024-04-03T09:27', 'gmw20240403'],
    ['takes the paper behind the site that passed it on', '人民网-人民日报', '2025-06-04T14:44', 'rmrb20250604'],
    ['keeps a hyphen inside a Latin name', 'Cherry-Tree Herald', '2025-06-04', 'cth20250604'],
    ['drops the channel', '央视新闻客户端', '2026-02-11T15:49:41', 'ysxw20260211'],
    ['drops a bracketed remark', '海川日报（记者 张三）', '2025-01-02', 'hcrb20250102'],
    ['reads characters with several readings as the name has them', '长春重庆行走报', '2025-01-02', 'cccqxz20250102'],
    ['keeps a Latin outlet as a word', 'Reuters', '2025-01-02', 'reuter20250102'],
    ['takes the initials of a long Latin name', 'The South River Morning Post', '2025-01-02', 'srmp20250102'],
    ['keeps Latin letters inside a Chinese name', '河海TV网', '2025-01-02', 'hhtvw20250102'],
    ['does not begin with a digit', '36记', '2025-01-02', 'j20250102'],
    ['says src without an outlet', undefined, '2025-01-02', 'src20250102'],
    ['says src for an outlet without letters', '···', '2025-01-02', 'src20250102'],
    ['says nd and a piece of the hash without a date', '光明网', undefined, 'gmwnd3f2a'],
    ['goes as far as the date does', '光明网', '2024', 'gmw2024'],
  ];
  for (const [what, publisher, published, expected] of cases) it(what, () => assert.equal(key(publisher, published), expected));

  it('takes the site where the page names no publisher', () => assert.equal(key(undefined, '2025-01-02', '河海在线'), 'hhzx20250102'));
  it('is always letters and digits with a letter first', () => {
    for (const name of ['é', '日本語ニュース', 'Ω', '１２３', 'Ünïcode Zeitung', '吕梁女报', '']) assert.match(key(name, undefined), /^[a-z][a-z0-9]*$/);
  });
  it('gets a letter where an older source of that outlet and day has it', () => assert.deepEqual(suggestKeys(['a1', 'b', 'a1', 'a1']), ['a1', 'b', 'a1a', 'a1b']));
  it('never comes twice, even beside a key that looks like one with a letter', () => assert.deepEqual(suggestKeys(['a1a', 'a1', 'a1']), ['a1a', 'a1', 'a1b']));
  it('goes on after z', () => assert.equal(suggestKeys(Array.from({ length: 28 }, () => 'x')).at(-1), 'xaa'));
});

describe('issuing a key', () => {
  it('issues the suggestion while nobody holds it', () => assert.equal(issueKey('gmw20240403', new Set(['x'])), 'gmw20240403'));
  it('gives the next letter otherwise', () => {
    assert.equal(issueKey('gmw20240403', new Set(['gmw20240403', 'gmw20240403a'])), 'gmw20240403b');
    assert.equal(issueKey('gmw20240403a', new Set(['gmw20240403a'])), 'gmw20240403b');
  });
  it('does not mistake a piece of a hash for a letter', () => assert.equal(issueKey('gmwnd12ab', new Set(['gmwnd12ab'])), 'gmwnd12aba'));
});
