import { citedIn, keyOf } from '../../../../../lib/jury/verdict/citation.ts';

/** A citation as the value of a checkbox. */
export const citeOf = keyOf;

/**
 * Checkboxes named `cite` with such values become the command's list of citations. A passage typed in beside them (`passage`, out of the exhibit
 * `passageOf`) is one more.
 */
export function withCitations(form: FormData): FormData {
  const passage = wordsIn(form.get('passage')).replaceAll(/\s+/g, ' ').trim();
  const source = wordsIn(form.get('passageOf'));
  const marked = form.getAll('cite').map(wordsIn);
  const all = passage === '' || source === '' ? marked : [...marked, passageIn(source, passage)];
  all.forEach((value, index) => {
    const [kind = '', id = '', version, ...quote] = value.split(':');
    form.set(`citations.${index}.kind`, kind);
    form.set(`citations.${index}.id`, id);
    if (kind === 'exhibit') form.set(`citations.${index}.version`, version ?? '1');
    if (quote.length > 0) form.set(`citations.${index}.quote`, quote.join(':'));
  });
  for (const name of ['cite', 'passage', 'passageOf']) form.delete(name);
  return form;
}

/** The same for the one source that is suggested (`addSource`): a passage typed in beside it is meant instead. */
export function withSource(form: FormData): FormData {
  const passage = wordsIn(form.get('passage')).replaceAll(/\s+/g, ' ').trim();
  const source = wordsIn(form.get('passageOf'));
  if (passage !== '' && source !== '') form.set('addSource', passageIn(source, passage));
  return form;
}

const wordsIn = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

/** A passage of an exhibit, which is given as `exhibit:E1` or `exhibit:E1:2`. */
export function passageIn(source: string, passage: string): string {
  const cited = citedIn(source);
  return cited ? keyOf({ ...cited, quote: passage }) : `${source}:${passage}`;
}
