/** Commands on their way: kept until the server has answered, and sent again under the same id when the line comes back. */
import type { Command } from '../jury/commands.ts';
import type { Instant } from '../jury/terms.ts';

export interface Unsent {
  readonly id: string;
  readonly command: Command;
  readonly since: Instant;
}

/** 128 random bits in hexadecimal. */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A choice on a ballot is never left lying in a browser's storage. */
export const isKeepable = ({ command }: Unsent): boolean => command.type !== 'cast-paper';

export function readOutbox(storage: Pick<Storage, 'getItem'>, key: string): readonly Unsent[] {
  const text = storage.getItem(key);
  if (text === null) return [];
  const kept: unknown = JSON.parse(text);
  return Array.isArray(kept) ? (kept as Unsent[]) : [];
}

export function keepOutbox(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  key: string,
  unsent: readonly Unsent[],
): void {
  const keepable = unsent.filter(isKeepable);
  if (keepable.length > 0) storage.setItem(key, JSON.stringify(keepable));
  else storage.removeItem(key);
}
