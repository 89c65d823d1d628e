import type { Citation } from '../../../../../lib/jury/verdict/verdict.ts';

/** A citation as the value of a checkbox: `exhibit:E1:2` for the second version, `exhibit:E1` for the first, `answer:Q1`. */
export const citeOf = ({ kind, id, version = 1 }: Citation): string =>
  version === 1 ? `${kind}:${id}` : `${kind}:${id}:${version}`;

/** Checkboxes named `cite` with such values become the command's list of citations. */
export function withCitations(form: FormData): FormData {
  form.getAll('cite').forEach((value, index) => {
    const [kind = '', id = '', version] = String(value).split(':');
    form.set(`citations.${index}.kind`, kind);
    form.set(`citations.${index}.id`, id);
    if (kind === 'exhibit') form.set(`citations.${index}.version`, version ?? '1');
  });
  form.delete('cite');
  return form;
}
