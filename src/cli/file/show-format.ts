import type { LineSource, ResolvedLine } from '#config/sections/resolved-lines'
import type { Language } from '#schemas/language-names'

type ShowWords = {
  readonly line: string
  readonly from: string
  readonly rule: string
  readonly sources: Readonly<Record<LineSource, string>>
  readonly instead: (line: number, value: string | undefined) => string
}

const words: Readonly<Record<Language, ShowWords>> = {
  en: {
    line: 'line',
    from: 'from',
    rule: 'rule',
    sources: {
      library: 'library',
      change: 'change',
      direction: 'direction',
      ladder: 'ladder',
      calendar: 'own',
      company: 'company',
      default: 'default',
    },
    instead: (line, value) => (value === undefined ? `in place of line ${line}` : `in place of ${value}, line ${line}`),
  },
  ru: {
    line: 'строка',
    from: 'откуда',
    rule: 'правило',
    sources: {
      library: 'библиотека',
      change: 'изменение',
      direction: 'направление',
      ladder: 'лестница',
      calendar: 'своё',
      company: 'компания',
      default: 'умолчание',
    },
    instead: (line, value) => (value === undefined ? `вместо строки ${line}` : `вместо ${value}, строка ${line}`),
  },
}

const colours: Readonly<Record<LineSource, string>> = {
  library: '0',
  direction: '0',
  ladder: '0',
  calendar: '33',
  company: '0',
  change: '33',
  default: '2',
}

/** Rules for a terminal: line and origin in front of every line, texts cut at the width there is. */
export function formatShown(
  lines: readonly ResolvedLine[],
  { lang, colour, width }: { readonly lang: Language; readonly colour: boolean; readonly width: number },
): string {
  const { sources, instead, ...heads } = words[lang]
  const numbers = Math.max(heads.line.length, ...lines.map(({ line }) => String(line ?? '').length))
  const origins = Math.max(heads.from.length, ...lines.map(({ source }) => sources[source].length))
  const gutter = (line: string, from: string): string => `${line.padStart(numbers)}  ${from.padEnd(origins)} │ `
  const paint = (code: string, text: string): string =>
    colour && code !== '0' ? `\u001B[${code}m${text}\u001B[0m` : text
  const body = lines.flatMap((one) => {
    const note = one.insteadOf === undefined ? '' : `   ← ${instead(one.insteadOf.line, one.insteadOf.value)}`
    const written = `${'  '.repeat(one.depth)}${ruleText(one)}`
    const space = Math.max(40, width - numbers - origins - 5)
    const [first = '', ...rest] = cut(written, space, '  '.repeat(one.depth + 1))
    const front = gutter(one.line === null ? '–' : String(one.line), sources[one.source])
    const blank = gutter('', '')
    const gap = one.depth === 0 && one !== lines[0] ? [blank.trimEnd()] : []
    return [
      ...gap,
      paint(colours[one.source], `${front}${first}${note}`),
      ...rest.map((text) => paint(colours[one.source], `${blank}${text}`)),
    ]
  })
  return [gutter(heads.line, heads.from) + heads.rule, ...body, ''].join('\n')
}

/** Rules as a table of Markdown. */
export function markdownShown(lines: readonly ResolvedLine[], lang: Language): string {
  const { sources, instead, line, from, rule } = words[lang]
  const rows = lines.map((one) => {
    const note = one.insteadOf === undefined ? '' : ` ← ${instead(one.insteadOf.line, one.insteadOf.value)}`
    const text = `${'\u00A0\u00A0'.repeat(one.depth)}\`${ruleText(one).replaceAll('`', "'").replaceAll('|', '\\|')}\`${note}`
    return `| ${one.line ?? '–'} | ${sources[one.source]} | ${text} |`
  })
  return [`| ${line} | ${from} | ${rule} |`, '| ---: | --- | --- |', ...rows, ''].join('\n')
}

function ruleText({ key, value }: ResolvedLine): string {
  if (key === '') return value ?? ''
  if (key === '-') return `- ${value ?? ''}`
  return value === undefined ? `${key}:` : `${key}: ${value}`
}

/** Cuts a long line at spaces; what goes on is set a little to the right. */
function cut(text: string, width: number, indent: string): readonly string[] {
  if (text.length <= width) return [text]
  const at = text.lastIndexOf(' ', width)
  const place = at > indent.length ? at : width
  return [text.slice(0, place), ...cut(indent + text.slice(place).trimStart(), width, indent)]
}
