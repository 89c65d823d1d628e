/** The note of a table that somebody has begun and not saved yet, on their own device. */
import { readKept, writeKept } from './kept.ts';

export interface KeptNote {
  /** The version that they had read when they began. */
  readonly base: number;
  readonly words: { readonly agreed: string; readonly disagreed: string; readonly questions: string };
}

const keyOf = (name: string): string => `alqa.note.${name}`;

/** Null where nothing was kept, or something else lies there. */
export function readKeptNote(name: string): KeptNote | null {
  const text = readKept(keyOf(name));
  if (text === '') return null;
  try {
    const found = JSON.parse(text) as Partial<KeptNote> | null;
    const { agreed, disagreed, questions } = found?.words ?? {};
    const whole = [agreed, disagreed, questions].every((part) => typeof part === 'string');
    return whole && Number.isInteger(found?.base) ? (found as KeptNote) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Null once the note is saved. */
export const writeKeptNote = (name: string, note: KeptNote | null): void =>
  writeKept(keyOf(name), note ? JSON.stringify(note) : '');
