import assert from 'node:assert/strict';
import { inWindow } from './inWindow';
import { until } from './until';
import type { Workbench } from './workbench';

const note = `---
bibliography: references.json
---

# 北京的科创中心

《人民日報》寫道：「2023年6月，習近平總書記在河北考察並主持召開深入推進京津冀協同發展座談會」[@rmrb20250604]。

> 长城脚下，雁栖湖畔，致力于打造一流原始创新承载区的怀柔科学城加速崛起。[@rmrb20250604]

又如“山上的老剧场明年夏天才会重新开门”[@rmrb20250604]，这句话来历不明。
`;

const count = (window: Workbench, level: string): Promise<number> => window.page.locator(`.cdr.squiggly-${level}`).count();

describe('quotations in a note', () => {
  it('are underlined where they differ, and explained by the hover', () => inWindow({ files: { 'note.md': note, 'references.json': '[]\n' }, settings: { 'editor.fontSize': 16, 'seedbed.citation.problems': { 'citation-no-entry': 'off' } } }, async window => {
    await window.showSources();
    await window.waitForTree('the sources', rows => rows.length >= 5);
    await window.openFile('note.md');
    await until('an error and two warnings', async () => (await count(window, 'error')) >= 1 && (await count(window, 'warning')) >= 2);
    await window.pictures('quotations');
    const hover = await window.hover('2023年6月', 'Another number than in');
    assert.ok(hover.includes('“6月” is “5月” in the source.'), hover);
    await window.pictures('quotations-hover');
  }));
});
