import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '#config/check'
import { htmlDocument, stylesheetFile } from '#playbook/document'
import { playbook } from '#playbook/playbook'
import { stylesheet } from '#playbook/stylesheet'
import type { Language } from '#schemas/language-names'
import { langOf, rulesTextOf, UsageError } from '#cli/environment'
import { formatOf } from '#cli/format-of'
import { printSaid, say } from '#cli/say'

type Options = { readonly out: string; readonly lang?: string; readonly format: string; readonly file: string }
type Written = readonly (readonly [name: string, text: string])[]

/** `norma docs`: writes the playbook a newcomer learns the job from, as Markdown or HTML files. */
export async function docsCommand(options: Options): Promise<void> {
  const language = langOf(options.lang)
  const format = formatOf(options.format, ['markdown', 'html'])
  const { model, diagnostics } = check(rulesTextOf(options.file))
  if (model === undefined) {
    throw new UsageError(say('no_playbook', { file: options.file, count: diagnostics.length }))
  }
  const book = playbook(model, language)
  const files = format === 'html' ? htmlFiles(book, language) : markdownFiles(book)
  mkdirSync(options.out, { recursive: true })
  removeOld(options.out, files)
  for (const [name, text] of files) writeFileSync(join(options.out, name), text)
  const first = join(options.out, format === 'html' ? 'index.html' : 'index.md')
  await printSaid(language, say('playbook', { count: book.pages.length, folder: options.out, first }))
}

function htmlFiles(book: ReturnType<typeof playbook>, language: Language): Written {
  const pages = book.pages.map((page) => [`${page.slug}.html`, htmlDocument(page, book, language)] as const)
  return [...pages, [stylesheetFile, stylesheet]]
}

function markdownFiles(book: ReturnType<typeof playbook>): Written {
  return book.pages.map((page) => [`${page.slug}.md`, page.markdown])
}

/** A direction or a role that is gone leaves no page behind; files of other people are not touched. */
function removeOld(folder: string, files: Written): void {
  if (!existsSync(folder)) return
  const fresh = new Set(files.map(([name]) => name))
  const ending = files.some(([name]) => name === stylesheetFile) ? 'html' : 'md'
  const ours = new RegExp(`^(?:direction|role)-[a-z0-9_]+\\.${ending}$`)
  for (const name of readdirSync(folder)) if (ours.test(name) && !fresh.has(name)) rmSync(join(folder, name))
}
