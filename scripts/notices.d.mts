export function writeNotices(metafiles: readonly { readonly inputs: Readonly<Record<string, unknown>> }[], file: string): Promise<void>;
