import type { CAC } from 'cac'

import { commandLine } from './commands'
import { commandEnvironment, exitCodes, fromStdin, langOf, OutsideError, RefusedUsage, UsageError } from './environment'

await main()

async function main(): Promise<void> {
  try {
    const help = await helpWords()
    const cli = commandLine(help)
    const { options } = cli.parse(plainWords(cli, process.argv), { run: false })
    if (options['help'] === true || options['version'] === true) {
      const { helpPage, version } = await import('./help')
      process.stdout.write(options['help'] === true ? helpPage(cli, help) : `${version} ${runtime()}\n`)
      return
    }
    await run(cli)
  } catch (error) {
    await fail(error)
  }
}

function runtime(): string {
  return `${process.platform}-${process.arch} node-${process.version}`
}

/** Runs what was typed. What the parser cannot make sense of is said by key, not in its own words. */
async function run(cli: CAC): Promise<void> {
  try {
    if (cli.matchedCommand === undefined) throw await wronglyTyped(cli)
    // A language that is not spoken is refused before anything is done: a company is founded in one for good.
    const lang: unknown = cli.matchedCommand.hasOption('lang') ? cli.options['lang'] : undefined
    // Without a word behind it the parser says so.
    if (typeof lang === 'string') langOf(lang)
    await cli.runMatchedCommand()
  } catch (error) {
    throw error instanceof Error && error.name === 'CACError' ? await wronglyTyped(cli, error) : error
  }
}

async function wronglyTyped(cli: CAC, cause?: Error): Promise<Error> {
  const sentence = (await import('./mistyped')).mistyped(cli)
  return sentence === undefined ? (cause ?? new Error(cli.rawArgs.join(' '))) : new UsageError(sentence, { cause })
}

/** What `--help` says, in the language of whoever asks; only that one is loaded. */
async function helpWords() {
  if (commandEnvironment.lang === 'ru') return (await import('./words/ru-help')).ruHelp
  return (await import('./words/en-help')).enHelp
}

/**
 * What the parser understands: a lone dash would be taken for an option without a name, and a switch with a dash in its
 * name would swallow the word behind it.
 */
function plainWords(cli: CAC, typed: readonly string[]): string[] {
  const options = cli.commands.flatMap((command) => command.options)
  return typed.map((word) => {
    if (word === '-') return fromStdin
    const known = options.find(({ rawName }) => rawName === word)
    return known?.isBoolean === true ? `--${known.names[0] ?? ''}` : word
  })
}

async function fail(error: unknown): Promise<void> {
  const isUsage = error instanceof UsageError || error instanceof RefusedUsage
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.internal
  const { lang } = commandEnvironment
  const { errorText } = await import('./error-text')
  process.stderr.write(`norma: ${await errorText(error, lang)}\n`)
  if (isUsage || error instanceof OutsideError || !(error instanceof Error)) return
  if (error.cause instanceof Error) {
    const { saidIn, say } = await import('./say')
    process.stderr.write(`${await saidIn(lang, say('because', { why: await errorText(error.cause, lang) }))}\n`)
  }
  if (!('told' in error) && error.stack !== undefined) {
    process.stderr.write(`${error.stack}\n`)
  }
}
