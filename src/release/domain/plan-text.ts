import { formatFor, type Format } from '#domain/kernel/texts/format'
import type { Language } from '#schemas/language-names'
import type { ReleaseGroup } from '#schemas/release-names'
import type { ReleaseChange, ReleasePlan } from '#schemas/release'
import { planEn } from './plan-words-en'
import { planRu } from './plan-words-ru'
import type { PlanWords } from './plan-words'

const languages = { en: planEn, ru: planRu } as const satisfies Record<Language, PlanWords>

/** How a plan is shown: what its file is called, in which language, with colours or without. */
export type Shown = { readonly file: string; readonly lang: Language; readonly colour?: boolean }

const order = [
  'blocked',
  'warnings',
  'moves',
  'nextEntry',
  'newDeals',
  'atOnce',
] as const satisfies readonly ReleaseGroup[]

/** A plan for a terminal: group by group, each change with what it comes to and the lines to paste. */
export function planAsText(plan: ReleasePlan, { file, lang, colour = false }: Shown): string {
  const words = languages[lang]
  const format = formatFor(lang, 'UTC')
  const paint = (text: string, code: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)
  const groups = order.flatMap((group) => {
    if (plan[group].length === 0) return []
    const { changes, texts } = withoutTexts(plan[group])
    const lines = changes.flatMap((change) => [
      `  ${paint(markOf(change, group), colourOf(group))} ${words.head(change, format)}`,
      ...words.body(change, group, format).map((line) => `      ${line}`),
      ...namedIn(change, group, words).map((line) => `      ${line}`),
      ...pasted(change, words),
    ])
    const joined = texts.length === 0 ? [] : [`  ${paint('~', colourOf(group))} ${words.texts(texts)}`]
    return [['', paint(words.groups[group], `1;${colourOf(group)}`), ...lines, ...joined].join('\n')]
  })
  return `${[paint(words.title(plan, file, format), '1'), ...groups, '', endOf(plan, words)].join('\n')}\n`
}

/** A plan as a comment of a pull request: counts first, every group to unfold, what blocks open. */
export function planAsMarkdown(plan: ReleasePlan, { file, lang }: Shown): string {
  const words = languages[lang]
  const format = formatFor(lang, 'UTC')
  const counts = order.flatMap((group) =>
    plan[group].length === 0 ? [] : [`| ${words.groups[group].split(' – ')[0] ?? group} | ${plan[group].length} |`],
  )
  const table = counts.length === 0 ? [] : ['', '| | |', '| --- | ---: |', ...counts]
  const groups = order.flatMap((group) =>
    plan[group].length === 0 ? [] : markdownGroup(plan, group, { words, format }),
  )
  const title = words.title(plan, `\`${file}\``, format).replace(/ {2,}/, ' · ')
  return `${[`### ${title}`, '', `${plan.publishable ? '✅' : '⛔'} **${endOf(plan, words)}**`, ...table, ...groups].join('\n')}\n`
}

type Said = { readonly words: PlanWords; readonly format: Format }

function markdownGroup(plan: ReleasePlan, group: ReleaseGroup, { words, format }: Said): readonly string[] {
  const { changes, texts } = withoutTexts(plan[group])
  const items = changes.flatMap((change) => [
    `- ${escaped(words.head(change, format))}${change.line === undefined ? '' : ` <sub>L${change.line}</sub>`}`,
    ...[...words.body(change, group, format), ...namedIn(change, group, words)].map((line) => `  - ${escaped(line)}`),
    ...markdownPaste(change, words),
  ])
  if (texts.length > 0) items.push(`- ${escaped(words.texts(texts))}`)
  const isOpen = group === 'blocked' || group === 'warnings'
  return [
    '',
    `<details${isOpen ? ' open' : ''}><summary>${words.groups[group]}</summary>`,
    '',
    ...items,
    '',
    '</details>',
  ]
}

/** A handful of texts is told one by one; more of them would bury what matters. */
const mostTexts = 5

function withoutTexts(all: readonly ReleaseChange[]) {
  const texts = all.filter(({ code }) => code === 'text' || code === 'task-text')
  if (texts.length <= mostTexts) return { changes: all, texts: [] }
  return { changes: all.filter((change) => !texts.includes(change)), texts: texts.map(({ key }) => key) }
}

function markdownPaste(change: ReleaseChange, words: PlanWords): readonly string[] {
  if (change.paste === undefined) return []
  const lines = change.paste.map((line) => `      ${line}`)
  return [`  - ${escaped(words.paste(change))}`, '', '    ```yaml', '    moved:', ...lines, '    ```']
}

function pasted(change: ReleaseChange, words: PlanWords): readonly string[] {
  if (change.paste === undefined) return []
  return [`      ${words.paste(change)}`, '          moved:', ...change.paste.map((line) => `            ${line}`)]
}

/** Examples help where somebody has to decide; a change of a text needs none. */
function namedIn({ examples, deals }: ReleaseChange, group: ReleaseGroup, words: PlanWords): readonly string[] {
  const isAsked = group === 'blocked' || group === 'moves'
  if (!isAsked || examples.deals.length === 0) return []
  const named = examples.deals.map(({ id, title }) => `${words.quoted(title)} (${id})`)
  return [words.examples(deals > named.length ? [...named, '…'] : named)]
}

function markOf({ code }: ReleaseChange, group: ReleaseGroup): string {
  if (group === 'blocked') return '✗'
  if (group === 'warnings') return '!'
  if (group === 'moves') return '→'
  if (code.endsWith('-added')) return '+'
  return code.endsWith('-removed') ? '-' : '~'
}

function colourOf(group: ReleaseGroup): string {
  const colours = { blocked: '31', warnings: '33', moves: '36', nextEntry: '34', newDeals: '34', atOnce: '34' }
  return colours[group]
}

function endOf(plan: ReleasePlan, words: PlanWords): string {
  if (!plan.publishable) return words.blocked
  if (!plan.changed) return words.same
  const isNothing = order.every((group) => group === 'warnings' || plan[group].length === 0)
  return isNothing ? `${words.nothing} ${words.publishable}` : words.publishable
}

/** What people wrote must not become markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}<>#|[\]]/g, (mark) => `\\${mark}`)
}
