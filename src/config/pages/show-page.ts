import type { Code } from '#config/codes'
import type { Language } from '#schemas/language-names'
import { allCodes, pageOf } from './pages'

const heads = {
  en: { means: 'What it means', why: 'Why it matters', mend: 'How to mend it', before: 'Before', after: 'After' },
  ru: { means: 'Что это значит', why: 'Почему это важно', mend: 'Как исправить', before: 'Было', after: 'Стало' },
} as const

const width = 100

/** The page of a code, as a terminal shows it. */
export function showPage(code: Code, lang: Language): string {
  const page = pageOf(code, lang)
  const parts = (['means', 'why', 'mend'] as const).map((key) => [heads[lang][key], ...wrapped(page[key])])
  const examples = (['before', 'after'] as const).map((key) => [heads[lang][key], ...indented(page[key])])
  return [[`${code} – ${page.title}`], ...parts, ...examples].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

/** All codes, a line each. */
export function showCodes(lang: Language): string {
  const longest = Math.max(...allCodes.map((code) => code.length))
  return allCodes.map((code) => `${code.padEnd(longest)}  ${pageOf(code, lang).title}\n`).join('')
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) lines.push(`  ${word}`)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** The lines of an example, from the left edge: a first line stands where the others put it. */
function indented(example: string): readonly string[] {
  const [first = '', ...others] = example.trimEnd().split('\n')
  const depths = others.map((line) => line.search(/\S/)).filter((depth) => depth >= 0)
  const isOwner = first.endsWith(':')
  const depth = depths.length === 0 ? 0 : Math.max(0, Math.min(...depths) - (isOwner || first.startsWith('- ') ? 2 : 0))
  return [first, ...others.map((line) => line.slice(depth))].map((line) => `    ${line}`)
}
