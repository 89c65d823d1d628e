/** Makes records out of the files that somebody chose, or says which of them is missing or wrong. */
import { BUNDLE_FILE, RECORD_FILES, readBundle } from '$lib/lottery/index.ts';
import type { RecordFileName, RecordFiles, Result } from '$lib/lottery/index.ts';

export type BadFiles =
  | { readonly code: 'none' }
  | { readonly code: 'too-large' }
  | { readonly code: 'missing'; readonly files: readonly string[] }
  | { readonly code: 'twice' | 'unreadable'; readonly file: string };

/** No record is larger, all files together; in bytes. */
export const LARGEST = 64 * 1024 * 1024;

/** A file as the browser gives it: its text is read only once its size is known to be sensible. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

const isRecordFile = (name: string): name is RecordFileName => (RECORD_FILES as readonly string[]).includes(name);

/** Files of other names are left aside: whoever chooses a whole folder may have more in it. */
export async function gather(chosen: readonly ChosenFile[]): Promise<Result<readonly RecordFiles[], BadFiles>> {
  const known = chosen.filter(({ name }) => name === BUNDLE_FILE || isRecordFile(name));
  const names = known.map(({ name }) => name);
  const bad = (error: BadFiles) => ({ ok: false, error }) as const;
  if (known.length === 0) return bad({ code: 'none' });
  if (known.reduce((sum, { size }) => sum + size, 0) > LARGEST) return bad({ code: 'too-large' });
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) return bad({ code: 'twice', file: twice });

  const bundle = known.find(({ name }) => name === BUNDLE_FILE);
  if (bundle) {
    const records = readBundle(await bundle.text());
    return records.ok ? records : bad({ code: 'unreadable', file: BUNDLE_FILE });
  }
  const missing = RECORD_FILES.filter((name) => name !== 'draw.json' && !names.includes(name));
  if (missing.length > 0) return bad({ code: 'missing', files: missing });
  const texts = await Promise.all(known.map(async (file) => [file.name, await file.text()] as const));
  return { ok: true, value: [Object.fromEntries(texts) as unknown as RecordFiles] };
}
