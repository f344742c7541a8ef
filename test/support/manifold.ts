import { check } from '#config/check'

/** Sections of tables in which every entry is written several times, each time under names of its own. */
const tables = ['roles', 'fields', 'events', 'stages', 'pipelines', 'escalations', 'automation', 'moved'] as const

/**
 * A company several times the size of the one in a file: every role, field, stage, direction, ladder and rule is there
 * that many times, each copy with names of its own that refer to each other. The file has as many lines and no fault.
 */
export function manifold(text: string, times: number): string {
  const model = check(text).model
  if (model === undefined) throw new Error('Only a file without faults can be copied.')
  const own = [
    ...Object.keys(model.roles),
    ...Object.values(model.fields).flatMap((field) => (field.builtIn ? [] : [field.id])),
    ...Object.keys(model.events),
    ...Object.values(model.pipelines).flatMap(({ id, stages }) => [id, ...stages.map((stage) => stage.id)]),
    ...Object.keys(model.escalations).filter((id) => id !== 'late_task' && id !== 'stuck_deal'),
    ...Object.keys(model.moved),
    ...model.automation.map(({ id }) => id),
  ]
  const names = new RegExp(`(?<![\\w.])(${[...new Set(own)].join('|')})(?!\\w)`, 'g')
  const sections = [...text.matchAll(/^([a-z_]+):.*\n(?:(?: .*|#.*)?\n)*/gm)].map(([section, key = '']) => ({
    section,
    key,
  }))
  const large = sections.map(({ section, key }) => copied(section, key, { names, times })).join('')
  const fault = check(large).diagnostics.find(({ severity }) => severity === 'error')
  if (fault !== undefined) throw new Error(`What was copied has a fault in line ${fault.line}: ${fault.message}`)
  return large
}

type Copying = { readonly names: RegExp; readonly times: number }

function copied(section: string, key: string, { names, times }: Copying): string {
  if (key === 'new_deals') return withRouting(section, { names, times })
  if (!tables.some((table) => table === key)) return section
  const [head = '', ...lines] = section.split('\n')
  const fixed =
    key === 'escalations' ? lines.join('\n').split(/^(?=  (?!late_task|stuck_deal)\w+:)/m) : ['', lines.join('\n')]
  const [once = '', ...more] = fixed
  const body = more.join('')
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0
      ? body
      : ownOnly(body, key)
          .replace(names, (name) => `${name}_${index}`)
          .replace(/^(\s+name: .*)$/gm, `$1 ${index}`),
  )
  return `${head}\n${once}${copies.join('')}`
}

/** Built-in fields are there once, whoever writes them; only their names stand alone in a line. */
function ownOnly(body: string, key: string): string {
  return key === 'fields'
    ? body.replace(/^ {2}(?:amount|paid|source|expected_close|client_type|repeat_client): .*\n/gm, '')
    : body
}

/** A line of the routing that asks for a source too, in whichever of the ways its conditions are written. */
function from(line: string, source: string): string {
  if (line.includes('- when:\n')) return line.replace('- when:\n', `- when:\n      ${source}\n`)
  if (line.includes('- when: {')) return line.replace('- when: {', `- when: { ${source},`)
  return line.replace('- ', `- when: { ${source} }\n    `)
}

/** Every copy of the directions gets its deals by where they came from. */
function withRouting(section: string, { names, times }: Copying): string {
  const [head = '', ...lines] = section.split(/^(?=  - )/m)
  const copies = Array.from({ length: times - 1 }, (_, index) => {
    const source = `source: source_${index + 1}`
    return lines.map((line) => from(line, source).replace(names, (name) => `${name}_${index + 1}`))
  })
  return `${head}${copies.flat().join('')}${lines.join('')}`
}
