import { findTraps } from './src/core/markdown/traps/findTraps';
import { scanNote } from './src/core/markdown/scan';
const known = new Set(['key','a','b']);
function run(name: string, note: string) { for (let i=0;i<2;i++){ const t0=performance.now(); const s=scanNote(note); const t1=performance.now(); const f=findTraps(note,s); const t2=performance.now(); const tr=f.traps(known); const t3=performance.now(); if(i) console.log(name, note.length, 'scan',(t1-t0).toFixed(1),'find',(t2-t1).toFixed(1),'judge',(t3-t2).toFixed(1), tr.length);} }
const bad='据报道@key，@key指出[@a；@b]【@key】[@key [参见@a](x) ';
for (const n of [500,1000,2000,4000]) run('bad', bad.repeat(n));
run('badparas', (bad+'\n\n').repeat(4000));
const prose='这里是一段很长的正文，说的是城市的事情，'.repeat(20)+'据报道[@key，第3段]，如此。又有人说[@a; @b]。\n\n';
run('prose', prose.repeat(500));
