import type { CAC, Command } from 'cac'

import type { Saying } from '#schemas/saying'
import { guessOf } from './did-you-mean'
import { say } from './say'

/** What no command can make sense of in what was typed; undefined where the parser had nothing to refuse. */
export function mistyped(cli: CAC): Saying | undefined {
  const { matchedCommand: command, args } = cli
  if (command === undefined) return unknownCommand(cli)
  const option = mistypedOption(cli, command)
  if (option !== undefined) return option
  const needed = command.args.filter(({ required }) => required).length
  if (args.length < needed) return say('args_missing', { command: command.rawName })
  const most = command.args.some(({ variadic }) => variadic) ? Infinity : command.args.length
  return args.length > most ? say('args_unused', { args: args.slice(most).map(String) }) : undefined
}

function unknownCommand({ args: [id], commands }: CAC): Saying {
  const known = commands.map(({ name }) => name)
  return id === undefined
    ? say('command_missing', { known })
    : say('command_unknown', { id, guess: guessOf(id, known), known })
}

/** Names of options are kept as programs write them, and typed with hyphens. */
function hyphened(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function mistypedOption({ options, globalCommand }: CAC, command: Command): Saying | undefined {
  const known = [...globalCommand.options, ...command.options]
  const unknown = Object.keys(options).find(
    (typed) => typed !== '--' && !known.some(({ names }) => names.includes(typed)),
  )
  if (unknown !== undefined) {
    const names = known.flatMap((one) => one.names.filter((name) => name.length > 1))
    const guess = guessOf(unknown, names)
    const option = unknown.length > 1 ? `--${unknown}` : `-${unknown}`
    return say('option_unknown', { option, guess: guess === undefined ? undefined : `--${hyphened(guess)}` })
  }
  const bare = known.find(({ required, name }) => required === true && typeof options[name] === 'boolean')
  return bare === undefined ? undefined : say('option_value', { option: bare.rawName })
}
