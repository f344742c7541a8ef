/** Who or what keeps a department from being closed, by name. */
type InUse = { readonly name: string; readonly named: readonly string[] }

/** Why a department is not closed, opened or given somebody, in English, by code. */
export const en = {
  'department_in_use.people': ({ name, named }: InUse) =>
    `“${name}” cannot be closed: there ${named.length === 1 ? 'works' : 'work'} ${listed(named)}. Move ${named.length === 1 ? 'them' : 'each of them'} to another department first.`,
  'department_in_use.below': ({ name, named }: InUse) =>
    `“${name}” cannot be closed: below it ${named.length === 1 ? 'is' : 'are'} ${listed(named.map((one) => `“${one}”`))}. Close ${named.length === 1 ? 'it' : 'them'} first, or choose another department above ${named.length === 1 ? 'it' : 'them'}.`,
  department_closed: ({ name }: { name: string }) =>
    `The department “${name}” is closed: nobody can be put into it. Choose another one, or open it again first.`,
  'department_closed.parent': ({ name, parent }: { name: string; parent: string }) =>
    `“${parent}” is closed, so “${name}” cannot lie below it while it is open. Choose another department above it, or open “${parent}” first.`,
} as const

const mostNamed = 3

function listed(named: readonly string[]): string {
  if (named.length > mostNamed) return `${named.slice(0, mostNamed).join(', ')} and ${named.length - mostNamed} more`
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((one) => one !== '').join(' and ')
}
