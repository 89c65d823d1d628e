/** Finds every field that keeps a form from being a command, so that all of them can be marked at once. */
import * as v from 'valibot';
import { commandSchema } from '$lib/jury/commands.ts';
import { nest } from '$lib/server/form-fields.ts';

interface Failed {
  readonly data: { readonly refused: { readonly code: string }; readonly values: Readonly<Record<string, string>> };
}

/** Adds the names of the wrong fields to what a refused form takes back to its page; anything else stays as it is. */
export function withWrongFields<T extends object>(result: T): T {
  if (!isInvalid(result)) return result;
  const { id: _id, ...fields } = result.data.values;
  const parsed = v.safeParse(commandSchema, nest(fields));
  const wrong = parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue)).filter((path) => path !== null);
  Object.assign(result.data, { wrong });
  return result;
}

const isInvalid = (result: object): result is Failed => (result as Partial<Failed>).data?.refused?.code === 'invalid';
