export function installPandoc(): Promise<string>;
