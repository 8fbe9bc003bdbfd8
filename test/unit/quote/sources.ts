import type { Block, Repair, Role, SourceDocument } from '../../../src/core/document';

type Part = string | readonly [text: string, role: Role];

/** A source of one paragraph a part; damage is named by what stands there and what is right. */
export function sourceOf(parts: readonly Part[], damage: readonly (readonly [before: string, after: string])[] = []): SourceDocument {
  const told = parts.map((part): readonly [string, Role] => (typeof part === 'string' ? [part, 'body'] : part));
  const raw = told.map(([text]) => text).join('\n');
  let start = 0;
  const blocks = told.map(([text, role], at): Block => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return { span, lines: [at + 1, at + 1], kind: 'paragraph', role, reason: role === 'metadata' ? 'title' : 'paragraph', by: 'rule' };
  });
  const repairs = damage.map(([before, text]): Repair => ({ span: { start: raw.indexOf(before), end: raw.indexOf(before) + before.length }, text, kind: 'pinyinGloss', certain: true }));
  return {
    id: 'a', format: 'text', encoding: 'utf-8', raw, script: 'Hans', language: 'zh', blocks, repairs,
    metadata: { series: [], authors: [], editors: [], guests: [], credits: [], section: [] },
  };
}

/** A page about a library, with a menu before it, a teaser in it and another page's line behind it. */
export const library = sourceOf([
  ['首页 > 江边 > 正文', 'metadata'],
  '江边的新图书馆昨天正式开门,第一天来了三千名读者。馆长说:“我们等了五年,今天终于把灯点亮了。”',
  ['相关阅读:老图书馆的屋顶要修', 'boilerplate'],
  '图书馆共有四层,藏书一百二十万册。儿童馆在二层,周末开到晚上九点。',
  '图书馆旁边的旧码头也改成了公园。图书馆共有四层,那里看得最远。',
]);
