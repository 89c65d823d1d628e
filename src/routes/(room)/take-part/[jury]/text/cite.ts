/** Checkboxes named `cite` with values such as `exhibit:E1` become the command's list of citations. */
export function withCitations(form: FormData): FormData {
  form.getAll('cite').forEach((value, index) => {
    const [kind = '', id = ''] = String(value).split(':');
    form.set(`citations.${index}.kind`, kind);
    form.set(`citations.${index}.id`, id);
  });
  form.delete('cite');
  return form;
}
