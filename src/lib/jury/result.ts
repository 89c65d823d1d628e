import type { RefusalCode } from './refusals.ts';

/** Why a command was not carried out: a code with a message in every language, and the facts that the message names. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export function refuse(code: RefusalCode, params?: Refusal['params']): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: params ? { code, params } : { code } };
}
