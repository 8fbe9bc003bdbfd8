/** The styles that come with Seedbed, by the names of their files. */
export const builtInStyles = ['gb-t-7714-2015-numeric', 'gb-t-7714-2015-author-date', 'apa', 'chicago-author-date', 'modern-language-association'] as const;
export type BuiltInStyle = typeof builtInStyles[number];

export const isBuiltInStyle = (name: string): name is BuiltInStyle => builtInStyles.some(each => each === name);
