/** The field in which a rule says a person is named, as in `by: field.doctor`; undefined for a role, owner or head. */
export function personFieldOf(by: string): string | undefined {
  return by.startsWith('field.') ? by.slice('field.'.length) : undefined
}
