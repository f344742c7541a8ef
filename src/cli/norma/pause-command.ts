import { systemCaller } from '#domain/kernel/access'
import { pauseRule, resumeRule } from '#automation/usecases/pause-rule'
import type { Command } from '#usecases/command'
import { commandEnvironment } from '#cli/environment'
import { printSaid, saidIn, say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

const { lang } = commandEnvironment
const command: Command = { caller: systemCaller('system', 'command line'), correlationId: 'cor_command_line' }

/** `norma pause`: stops a rule of the automation at once. */
export async function pauseCommand(rule: string, options: { data: string; reason?: string }): Promise<void> {
  const reason = options.reason ?? (await saidIn(lang, say('no_reason')))
  const { line } = await withNorma(options.data, ({ ports }) => pauseRule(ports, command, rule, { reason }))
  await printSaid(lang, say('paused', { rule, line }))
}

/** `norma resume`: lets a paused rule run again. */
export async function resumeCommand(rule: string, options: { data: string }): Promise<void> {
  const { line } = await withNorma(options.data, ({ ports }) => resumeRule(ports, command, rule))
  await printSaid(lang, say('resumed', { rule, line }))
}
