/** A syllable of pinyin with exactly one tone mark, as a pattern; vowels with marks as one character or with a combining mark. */
export const syllable = '[a-zɑɡüê]{0,4}(?:[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿếề]|[aeiouünmɑ]\\u0308?[\\u0300\\u0301\\u0304\\u030c])[a-zɑɡ]{0,4}';
