/** A syllable of pinyin with exactly one tone mark, as a pattern; vowels with marks as one character or with a combining mark. */
export const syllable = '[a-zɑɡüê]{0,4}(?:[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿếề]|[aeiouünmɑ]\\u0308?[\\u0300\\u0301\\u0304\\u030c])[a-zɑɡ]{0,4}';

/** A syllable of pinyin without a tone, as a pattern: those that Standard Chinese has, and few others. */
export const tonelessSyllable = '(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)?(?:[aeo]|ai|an|ang|ao|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|[vü]e?)';
