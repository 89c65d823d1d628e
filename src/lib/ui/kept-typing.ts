/**
 * What somebody types into a form stays on their device until it has arrived: through a reload, a closed tab, an empty battery.
 * With it goes the id under which it was last sent, so that what is sent again after that is not done twice.
 */
interface Kept {
  readonly id?: string;
  readonly typed: Readonly<Record<string, string>>;
}

const PREFIX = 'alqa.draft.';

/** Puts back what was kept, where nothing else has been written meanwhile, and keeps from now on. */
export function keepTyped(form: HTMLFormElement, key: string): { readonly id: string | undefined; stop(): void } {
  const kept = read(key);
  for (const field of wordsIn(form)) {
    const words = kept.typed[field.name];
    if (words === undefined || field.value !== field.defaultValue) continue;
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const keep = (): void => write(key, { ...read(key), typed: typedIn(form) });
  form.addEventListener('input', keep);
  return { id: kept.id, stop: () => form.removeEventListener('input', keep) };
}

/** The form goes out under this id. */
export const keepSent = (form: HTMLFormElement, key: string, id: string): void =>
  write(key, { id, typed: typedIn(form) });

/** It has been answered: `all` once it is done, `id` where it was refused and the words are still wanted. */
export function forgetTyped(key: string, what: 'all' | 'id'): void {
  write(key, what === 'all' ? { typed: {} } : { typed: read(key).typed });
}

/** Only what is typed: choices may be votes, and passwords are nobody's to keep. */
const wordsIn = (form: HTMLFormElement): readonly (HTMLTextAreaElement | HTMLInputElement)[] =>
  [...form.elements].filter(
    (field): field is HTMLTextAreaElement | HTMLInputElement =>
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text'),
  );

const typedIn = (form: HTMLFormElement): Kept['typed'] =>
  Object.fromEntries(wordsIn(form).map(({ name, value }) => [name, value]));

function read(key: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? '{}');
    const { id, typed } = kept as { readonly id?: unknown; readonly typed?: unknown };
    const words = Object.entries(typed ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { ...(typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) ? { id } : {}), typed: Object.fromEntries(words) };
  } catch (error) {
    if (isUnusable(error)) return { typed: {} };
    throw error;
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (kept.id === undefined && Object.values(kept.typed).every((words) => words === '')) {
      localStorage.removeItem(PREFIX + key);
    } else localStorage.setItem(PREFIX + key, JSON.stringify(kept));
  } catch (error) {
    if (!isUnusable(error)) throw error;
  }
}

/** Storage that is forbidden or full, or holds what is not ours, is as good as none. */
const isUnusable = (error: unknown): boolean =>
  error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError;
