import type { ToReader } from '../protocol';
import { isReaderLooks, isReaderView, isSelection } from '../protocol';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isPage = (value: unknown): boolean =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['title'] === 'string' && Array.isArray(value['blocks']);

const guards: Readonly<Record<string, (message: Record<string, unknown>) => boolean>> = {
  show: message => isPage(message['page']) && isReaderView(message['view']) && isReaderLooks(message['looks'])
    && isRecord(message['labels']) && isRecord(message['reasons']) && isRecord(message['lines']),
  fail: message => typeof message['message'] === 'string' && typeof message['fileExists'] === 'boolean' && isRecord(message['labels']),
  passage: message => isSelection(message['passage']) && typeof message['reveal'] === 'boolean',
  shared: message => Number.isInteger(message['list']) && typeof message['state'] === 'string' && typeof message['line'] === 'string'
    && Array.isArray(message['passages']) && message['passages'].every((each: unknown) => isRecord(each) && isSelection(each['passage']) && Array.isArray(each['places'])),
  askSelection: message => Number.isInteger(message['request']),
};

/** Whether what arrived has the form of a message of the host; other windows and extensions post here too. */
export function isToReader(value: unknown): value is ToReader {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return guards[value['type']]?.(value) === true;
}
