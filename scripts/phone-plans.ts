import metadata from 'libphonenumber-js/metadata.max.json'

type Country = readonly unknown[]

/** Where in the library’s row of a country the plan stands that is meant. */
const at = { code: 0, idd: 1, pattern: 2, lengths: 3, prefix: 5, parsing: 7, kinds: 11 } as const

/** Countries whose people may leave the code of their country out. */
const homes = 'RU BY KZ AM AZ GE KG MD TJ TM UA UZ US CA GB DE PL TR RS'.split(' ')

/** The plans of all countries as `src/domain/kernel/phone.ts` needs them: lengths of numbers everywhere, patterns at home. */
export function phonePlansFile(): string {
  const said = 'Written by npm run generate from libphonenumber-js: do not edit.'
  return `// ${said}
/** Of each calling code: the lengths a number may have, and what is dialled before it at home (a dot: always left out). */
export const callingCodes: Readonly<Record<string, string>> = {
${codes().join('\n')}
}

/** Of a country whose numbers may stand without its code: the code, what is dialled to get out, what stands before a number, and what numbers are. */
export const homePlans: Readonly<Record<string, { code: string; idd: string; prefix: string; valid: string }>> = {
${homes.map(homeLine).join('\n')}
}
`
}

function codes(): readonly string[] {
  const {
    countries,
    country_calling_codes: byCode,
    nonGeographic,
  } = metadata as unknown as {
    readonly countries: Readonly<Record<string, Country>>
    readonly country_calling_codes: Readonly<Record<string, readonly string[]>>
    readonly nonGeographic: Readonly<Record<string, Country>>
  }
  return Object.entries(byCode).map(([code, [first = '']]) => {
    const plan = countries[first] ?? nonGeographic[code] ?? []
    return `  ${code}: '${codeText(plan)}',`
  })
}

function codeText(plan: Country): string {
  const lengths = (plan[at.lengths] as readonly number[]).join(' ')
  const prefix = plan[at.prefix]
  if (typeof prefix !== 'string') return lengths
  const isNeverAStart = !startsWith(String(plan[at.pattern]), prefix)
  return `${lengths}/${prefix}${isNeverAStart ? '.' : ''}`
}

/** Whether a number of this pattern may begin with the prefix, by trying numbers of all lengths that do. */
function startsWith(pattern: string, prefix: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`)
  const starts = Array.from({ length: 1000 }, (_, start) => prefix + String(start).padStart(3, '0'))
  const ends = Array.from({ length: 140 }, (_, no) => String(no % 10).repeat(Math.floor(no / 10)))
  return starts.some((start) => ends.some((end) => whole.test(start + end)))
}

function homeLine(country: string): string {
  const plan =
    (metadata as unknown as { readonly countries: Readonly<Record<string, Country>> }).countries[country] ?? []
  const kinds = (plan[at.kinds] as readonly unknown[])
    .filter((kind) => Array.isArray(kind))
    .map(([kind]) => String(kind))
  const general = String(plan[at.pattern])
  const prefix = plan[at.parsing] === 0 ? plan[at.prefix] : plan[at.parsing]
  const text = (value: unknown): string => JSON.stringify(value === 0 || value === undefined ? '' : value)
  const out = String(plan[at.idd])
  const idd = out === '810' || out === '011' ? out : '00'
  return `  ${country}: { code: ${text(plan[at.code])}, idd: '${idd}', prefix: ${text(prefix)}, valid: ${text(`(?=(?:${general})$)(?:${kinds.join('|')})`)} },`
}
