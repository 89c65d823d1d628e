/** Commands on their way: kept until the server has answered, and sent again under the same id when the line comes back. */
import type { CommandType, SaidCommand } from '../jury/commands.ts';
import { COMMAND_ID } from '../jury/limits.ts';
import type { Instant } from '../jury/terms.ts';

export interface Unsent {
  readonly id: string;
  readonly command: SaidCommand;
  readonly since: Instant;
}

/** 128 random bits in hexadecimal. */
export function newCommandId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the browser keeps of the unsent, so that a closed tab or an empty battery loses nothing. */
export interface Outbox {
  read(): readonly Unsent[];
  add(unsent: Unsent): void;
  remove(id: string): void;
}

/**
 * An outbox under its own key. Several tabs of one person share it: each changes only what is its own, and what two of them
 * send, they send under the same id. Where a browser forbids storage, the outbox lives as long as the page.
 */
export function createOutbox(key: string, storage: Storage | null = allowedStorage()): Outbox {
  let memory: readonly Unsent[] = [];
  const read = (): readonly Unsent[] => (storage ? parsed(storage.getItem(key)) : memory);
  const write = (unsent: readonly Unsent[]): void => {
    memory = unsent;
    if (!storage) return;
    try {
      if (unsent.length > 0) storage.setItem(key, JSON.stringify(unsent));
      else storage.removeItem(key);
    } catch (error) {
      // Thrown where the device is full: then it waits in the open page, as it does anyway.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  return {
    read,
    add: (unsent) => isKeepable(unsent) && write([...read(), unsent]),
    remove: (id) => write(read().filter((one) => one.id !== id)),
  };
}

/**
 * What a juror says in secret or in confidence. It waits in the memory of the open page and nowhere else: a device may be shared,
 * and whoever opens its storage must not find there how somebody voted.
 */
export const NEVER_KEPT: readonly CommandType[] = [
  'cast-paper',
  'cast-ranking',
  'answer-sounding',
  'change-answer',
  'answer-survey',
  'answer-round',
  'rate-answer',
  'judge-answer',
  'give-signal',
  'take-back-signal',
  'call-witness',
  'sign-call',
  'request-help',
];

export const isKeepable = ({ command }: Pick<Unsent, 'command'>): boolean => !NEVER_KEPT.includes(command.type);

/** What stands in the storage; whatever is not ours or was cut short is as if it were not there. */
function parsed(text: string | null): readonly Unsent[] {
  try {
    const kept: readonly (Partial<Unsent> | null)[] | null = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isUnsent(one: Partial<Unsent> | null): one is Unsent {
  const { id, since, command } = one ?? {};
  return COMMAND_ID.test(String(id)) && typeof since === 'number' && typeof command?.type === 'string';
}

function allowedStorage(): Storage | null {
  try {
    // Pages are first made on the server, which has none.
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch (error) {
    // Thrown where the browser's settings forbid storage.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
