import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, eventually, openNote, remove, write } from './noteFiles';
import { codeOf, fix, fixesAt, marked, ours, textOf } from './noteProblems';

const LAKE = [
  '东湖新桥今天通车', '', '2027-03-02 09:30 来源:东湖晚报', '',
  '东湖新桥今天上午正式通车,全长3.2公里,每天可以通过两万辆汽车。建设指挥部主任张继红说:“我们没有停过一天工,今天终于把两岸连在一起。”',
  '', '新桥的人行道比旧桥宽了一倍,两侧各有一排路灯,夜里从城东走到城西不再需要手电筒。', '', '相关阅读', '旧桥将改建为空中花园,明年春天对行人开放',
].join('\n');
const HILL = ['西山索道停运检修', '', '2027-04-11 08:00 来源:西山日报', '', '西山索道从下周一起停运检修,工期预计四十天,期间山顶的茶室和书店照常营业,游客可以步行上山。'].join('\n');

let lake = '', hill = '';

/** The key that a source would be given: that of a citation which is inserted and taken out again. */
async function keyOf(path: string): Promise<string> {
  await eventually(`the source ${path}`, async () => {
    await vscode.commands.executeCommand('seedbed.copyCitationKey', at(path));
    return vscode.env.clipboard.readText();
  }, key => /\w+\d{8}/.test(key));
  return (await vscode.env.clipboard.readText()).replace(/[[\]@]/g, '');
}

const note = (text: string): Promise<vscode.TextEditor> => openNote('notes', `---\nbibliography: refs.json\n---\n\n|${text.replace(/@lake/g, `@${lake}`).replace(/@hill/g, `@${hill}`)}\n`);

describe('quotations held against their sources', () => {
  before(async () => {
    await vscode.extensions.getExtension('seedbed.seedbed')?.activate();
    await write('sources/lake.txt', LAKE);
    await write('sources/hill.txt', HILL);
    await write('notes/refs.json', '[]\n');
    await vscode.env.clipboard.writeText('');
    lake = await keyOf('sources/lake.txt');
    await vscode.env.clipboard.writeText('');
    hill = await keyOf('sources/hill.txt');
    await vscode.workspace.getConfiguration().update('seedbed.citation.problems', { 'citation-no-entry': 'off' }, vscode.ConfigurationTarget.Workspace);
  });
  beforeEach(() => write('notes/refs.json', '[]\n'));
  afterEach(closeEditors);
  after(async () => {
    await vscode.workspace.getConfiguration().update('seedbed.citation.problems', undefined, vscode.ConfigurationTarget.Workspace);
    await remove('notes', 'sources');
  });

  it('are told with what differs, each as loud as it is grave', async () => {
    const editor = await note([
      '报道说“东湖新桥今天上午正式通车,全长3.2公里”[@lake]。', '', '報導說「東湖新橋今天上午正式通車」[@lake]。', '', '又说“每天可以通过三万辆汽车”[@lake]。', '',
      '张主任说“我们停过一天工,今天终于把两岸连在一起”[@lake]。', '', '“新桥的人行道比老桥宽了一倍”[@lake]。', '', '“期间山顶的茶室和书店照常营业”[@lake]。', '',
      '“旧桥将改建为空中花园,明年春天对行人开放”[@lake]。', '', '“湖边的鸭子排队走过了斑马线”[@lake]。',
    ].join('\n'));
    const told = await marked(
      editor, 'quote-folded 「東湖新橋今天上午正式通車」', 'quote-critical 三万辆', 'quote-critical 们停', 'quote-differs 老',
      'quote-elsewhere “期间山顶的茶室和书店照常营业”', 'quote-hidden “旧桥将改建为空中花园,明年春天对行人开放”', 'quote-not-found “湖边的鸭子排队走过了斑马线”',
    );
    assert.deepEqual(told.map(({ severity }) => severity).sort(), [0, 0, 1, 1, 1, 1, 2]);
    assert.deepEqual(told.filter(each => codeOf(each) === 'quote-critical').map(({ message }) => message).sort(), [
      'A negation more or less than in “东湖新桥今天通车”: “没有” is missing.', 'Another number than in “东湖新桥今天通车”: “三万辆” is “两万辆” in the source.',
    ]);
    assert.equal(told.find(each => codeOf(each) === 'quote-hidden')?.message, '“东湖新桥今天通车” has these words only in the teaser of another article.');
  });

  it('take the words of the source, or tell what is the writer\'s own', async () => {
    const editor = await note('又说“每天可以通过三万辆汽车”[@lake]。\n\n> 新桥的人行道\n> 比**老桥**宽了一倍[@lake]');
    const [first] = (await marked(editor, 'quote-critical 三万辆', 'quote-differs 老')).filter(each => codeOf(each) === 'quote-critical');
    await fix(editor, first, 'Take the Words of the Source');
    const [second] = await marked(editor, 'quote-differs 老');
    await fix(editor, second, 'Mark What Differs with Brackets');
    await marked(editor);
    assert.match(textOf(editor), /每天可以通过两万辆汽车”[^]*比\*\*\[老\]桥\*\*宽了一倍/);
  });

  it('cite the source that has the words, in place of the one cited or beside it', async () => {
    const editor = await note('有人说“期间山顶的茶室和书店照常营业”[@lake，第2段]。\n\n“工期预计四十天,期间山顶的茶室”[@lake]');
    const [first] = (await marked(editor, 'quote-elsewhere “期间山顶的茶室和书店照常营业”', 'quote-elsewhere “工期预计四十天,期间山顶的茶室”')).filter(({ range }) => editor.document.getText(range).includes('照常'));
    await fix(editor, first, 'Cite “西山索道停运检修” as Well');
    assert.match(textOf(editor), new RegExp(`\\[@${lake}，第2段; @${hill}\\]`));
    const [second] = await marked(editor, 'quote-elsewhere “工期预计四十天,期间山顶的茶室”');
    await fix(editor, second, 'Cite “西山索道停运检修” Instead');
    assert.match(textOf(editor), new RegExp(`茶室”\\[@${hill}\\]`));
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(at('notes/refs.json'))), new RegExp(hill));
  });

  it('are left alone where the note says so', async () => {
    const editor = await note('甲。\n\n“湖边的鸭子排队走过了斑马线”[@lake]。\n\n“湖边的天鹅排队走过了斑马线”[@lake]。');
    const told = await marked(editor, 'quote-not-found “湖边的鸭子排队走过了斑马线”', 'quote-not-found “湖边的天鹅排队走过了斑马线”');
    const offered = await eventually('the fixes', () => fixesAt(editor, told[0]), list => list.length > 0);
    assert.ok(offered.some(({ title }) => title === 'Do Not Report “quote-not-found” in This Workspace'));
    await fix(editor, told[0], 'Do Not Report “quote-not-found” of This Passage');
    await marked(editor, 'quote-not-found “湖边的天鹅排队走过了斑马线”');
    assert.match(textOf(editor), /\n\n<!-- seedbed:ignore quote-not-found -->\n“湖边的鸭子/);
  });

  it('show the passage with what differs', async () => {
    const editor = await note('又说“每天可以通过三万辆汽车”[@lake]。');
    await marked(editor, 'quote-critical 三万辆');
    const place = editor.document.positionAt(textOf(editor).indexOf('可以'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place);
    const shown = hover?.contents.map(content => (typeof content === 'string' ? content : content.value)).join('') ?? '';
    assert.match(shown, /东湖新桥今天通车/);
    assert.match(shown, /<strong>[^<]*<span[^>]*>两<\/span><\/strong>/);
  });

  it('follow a source that changes', async () => {
    const editor = await note('又说“每天可以通过三万辆汽车”[@lake]。');
    await marked(editor, 'quote-critical 三万辆');
    await write('sources/lake.txt', LAKE.replace('两万辆', '三万辆'));
    await marked(editor);
    await write('sources/lake.txt', LAKE);
    await marked(editor, 'quote-critical 三万辆');
  });

  it('are checked in notes that are not open', async () => {
    await write('notes/closed.md', `“每天可以通过三万辆汽车”[@${lake}]。\n`);
    void vscode.commands.executeCommand('seedbed.checkAllQuotations');
    const told = await eventually('the problems of the closed note', () => ours(at('notes/closed.md')), list => list.length > 0);
    assert.deepEqual(told.map(codeOf), ['quote-critical']);
    await vscode.commands.executeCommand('notifications.clearAll');
    await write('notes/closed.md', `“每天可以通过两万辆汽车”[@${lake}]。\n`);
    await eventually('no problem', () => ours(at('notes/closed.md')), list => list.length === 0);
  });
});
