import type { ChildProcess } from 'node:child_process';

export interface EditorServer {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export interface EditorOptions {
  readonly data: string;
  readonly port?: number;
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly testDriver?: boolean;
  readonly extension?: string;
}

export const quietSettings: Readonly<Record<string, unknown>>;
export function installEditor(): Promise<{ readonly node: string; readonly entry: string }>;
export function startEditor(options: EditorOptions): Promise<EditorServer>;
export function folderAddress(server: EditorServer, workspace: string): string;
export function testAddress(server: EditorServer, workspace: string, tests: string, extension?: string): string;
