import type { CAC, Command } from 'cac'

import type { HelpWords } from './words/en-help'

/** The version of the command line, as `norma --version` says it. */
export const version = 'norma/0.1.0'

/** The page of help of the command that was typed, or of the whole command line, in the words of a language. */
export function helpPage(cli: CAC, help: HelpWords): string {
  const { globalCommand, matchedCommand, commands } = cli
  const { rawName, examples } = matchedCommand ?? globalCommand
  const usage = matchedCommand === undefined ? '<command> [options]' : rawName
  const overview = [
    `${help.commands}:\n${aligned(commands.map((one) => [one.rawName, one.description]))}`,
    `${help.more}:\n${commands.map((one) => `  $ norma ${one.name} --help`).join('\n')}`,
  ]
  const sections = [
    version,
    `${help.usage}:\n  $ norma ${usage}`,
    ...(matchedCommand === undefined ? overview : []),
    `${help.options}:\n${aligned(optionsOf(globalCommand, matchedCommand, help))}`,
    ...(examples.length === 0 ? [] : [`${help.examples}:\n${examples.join('\n')}`]),
  ]
  return `${sections.join('\n\n')}\n`
}

type Row = readonly [name: string, says: string]

/** The version is of the whole: it is not told again with every command. */
function optionsOf(globalCommand: Command, command: Command | undefined, help: HelpWords): readonly Row[] {
  const { options } = globalCommand
  const all =
    command === undefined ? options : [...command.options, ...options.filter(({ name }) => name !== 'version')]
  return all.map(({ rawName, description, config }) => {
    const usual: unknown = config.default
    const isSaid = typeof usual === 'string' || typeof usual === 'number'
    return [rawName, isSaid ? `${description} (${help.usual}${usual})` : description]
  })
}

function aligned(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`).join('\n')
}
