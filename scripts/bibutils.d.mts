export function installRis2xml(): Promise<string>;
