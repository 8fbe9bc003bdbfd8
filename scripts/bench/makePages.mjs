import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { randomSource } from './randomSource.mjs';

const SITES = 60;
const SUBJECTS = 400;
const WORDS_OF_SUBJECT = 14;

/** A page of many: {id, path, title, paragraphs, bytes}. The same number gives the same page; all of them differ. */
export function pageMaker() {
  const { seeds } = JSON.parse(readFileSync(join(root, 'test/seed-truth.json'), 'utf8'));
  const linesOf = wanted => seeds.flatMap(({ file, lines }) => {
    const raw = readFileSync(join(root, 'seeds', file), 'utf8').split('\n');
    return lines.filter(each => wanted.test(each.class)).flatMap(({ from, to }) => raw.slice(from - 1, to)).map(line => line.trim()).filter(line => line !== '');
  });
  const stock = {
    sentences: linesOf(/^body\.paragraph/).flatMap(line => line.match(/[^。]+。/g) ?? []),
    frame: linesOf(/^boiler\.(?:nav|share|widget)/),
    teasers: linesOf(/^boiler\.(?:related|recommend)/),
    words: Object.keys(JSON.parse(readFileSync(join(root, 'dist/tables/documentFrequency.json'), 'utf8')).words).filter(word => /^\p{Script=Han}{2,4}$/u.test(word)),
  };
  return at => makePage(at, stock);
}

function makePage(at, stock) {
  const random = randomSource(at + 1), site = random(SITES), isHtml = at % 2 === 1;
  const subject = randomSource(1_000_000 + random(SUBJECTS));
  const words = Array.from({ length: WORDS_OF_SUBJECT }, () => stock.words[subject(stock.words.length)]);
  const of = list => list[random(list.length)];
  const title = `${of(words)}${of(words)}推动${of(words)}第${at}次${of(words)}`;
  const paragraphs = Array.from({ length: 6 + random(14) }, () => makeParagraph(random, words, stock));
  const page = {
    title, paragraphs, name: `站点${site}网`,
    frame: Array.from({ length: 14 }, (_, line) => `${stock.frame[(site * 7 + line) % stock.frame.length]} ${site}`),
    dateline: `${2015 + random(10)}-${two(1 + random(12))}-${two(1 + random(28))} ${two(random(24))}:${two(random(60))} 来源:${of(words)}日报`,
    editor: `责任编辑:${of(stock.words)}`,
    related: Array.from({ length: 8 }, () => of(stock.teasers)),
  };
  return { id: `page${at}`, path: `sources/${site}/${at}.${isHtml ? 'html' : 'txt'}`, title, paragraphs, bytes: Buffer.from(isHtml ? asHtml(page) : asText(page)) };
}

/** Half of the sentences are the seeds' own, half speak of the page's subject. */
function makeParagraph(random, words, stock) {
  const of = list => list[random(list.length)];
  return Array.from({ length: 1 + random(4) }, () => (random(2) === 0 ? of(stock.sentences)
    : `记者在${of(words)}了解到，${of(words)}和${of(words)}已经完成第${random(1000)}期${of(words)}，预计明年带动${of(words)}增长百分之${random(100)}。`)).join('');
}

const asText = ({ title, paragraphs, name, frame, dateline, editor, related }) =>
  [...frame.slice(0, 7), `首页 > ${name} > 正文`, title, dateline, ...paragraphs, editor, '相关阅读', ...related, ...frame.slice(7), `版权所有 ${name}`].join('\n\n');

const asHtml = ({ title, paragraphs, name, frame, dateline, editor, related }) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_${name}</title>
<style>.nav a{color:#369;padding:0 4px}</style><script>var page={"name":"${name}"};</script></head><body>
<div class="nav"><ul>${frame.slice(0, 7).map(line => `<li><a href="/x">${line}</a></li>`).join('')}</ul></div>
<div class="main"><h1>${title}</h1><div class="info"><span>${dateline}</span></div>
<div class="content">${paragraphs.map(text => `<p>${text}</p>`).join('\n')}</div><p>${editor}</p>
<div class="related"><h3>相关阅读</h3><ul>${related.map(line => `<li><a href="/y">${line}</a></li>`).join('')}</ul></div></div>
<div class="foot">${frame.slice(7).map(line => `<a href="/z">${line}</a> `).join('<br>')}<p>版权所有 ${name}</p></div></body></html>`;

const two = number => String(number).padStart(2, '0');
