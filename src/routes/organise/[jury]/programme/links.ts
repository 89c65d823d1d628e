/** Checkboxes named `link` with values such as `exhibit:E1` become the command's list of links. */
export function withLinks(form: FormData): FormData {
  form.getAll('link').forEach((value, index) => {
    const [kind = '', id = ''] = String(value).split(':');
    form.set(`links.${index}.kind`, kind);
    form.set(`links.${index}.id`, id);
  });
  form.delete('link');
  return form;
}
