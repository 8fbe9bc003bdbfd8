export const chromiumArguments: readonly string[];
export function installChromium(): Promise<string>;
