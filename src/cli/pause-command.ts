import { systemCaller } from '#domain/kernel/access'
import { pauseRule, resumeRule } from '#automation/usecases/pause-rule'
import type { Command } from '#usecases/command'
import { printSaid } from './said'
import { withNorma } from './with-norma'

const command: Command = { caller: systemCaller('system', 'command line'), correlationId: 'cor_command_line' }

/** `norma pause`: stops a rule of the automation at once. */
export async function pauseCommand(rule: string, options: { data: string; reason?: string }): Promise<void> {
  const reason = options.reason ?? 'no reason given'
  const { line } = await withNorma(options.data, ({ ports }) => pauseRule(ports, command, rule, { reason }))
  await printSaid(`“${rule}” (line ${line}) is paused and does nothing until: norma resume ${rule}`)
}

/** `norma resume`: lets a paused rule run again. */
export async function resumeCommand(rule: string, options: { data: string }): Promise<void> {
  const { line } = await withNorma(options.data, ({ ports }) => resumeRule(ports, command, rule))
  await printSaid(`“${rule}” (line ${line}) runs again, for what happens from now on.`)
}
