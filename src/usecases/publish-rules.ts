import { createHash } from 'node:crypto'

import { Refusal } from '#domain/refusal'
import type { Ports, RulesVersion } from '#ports'
import type { Command } from './command'

/** What is to be published: the text, why, and the version it is based on (0 for the first one). */
export type PublishRules = { readonly text: string; readonly note: string; readonly expected: number }

type Needs = Pick<Ports, 'clock' | 'rules' | 'language'>

/**
 * Publishes a text as the next version of the rules. It is checked here again, whatever the caller has checked: a fault
 * refuses with `rules_faulty` and all faults; somebody who published in between refuses with `version_conflict`.
 * The text that is current already changes nothing.
 */
export async function publishRules(ports: Needs, command: Command, input: PublishRules): Promise<RulesVersion> {
  if (command.caller.reach.rules_edit !== 'all') {
    throw new Refusal('forbidden', 'You may not publish rules. Ask somebody who has the right “rules_edit”.')
  }
  const { model, diagnostics } = await ports.language.check(input.text)
  if (model === undefined) {
    const first = diagnostics[0]
    const where = first === undefined ? '' : ` The first: line ${first.line}, ${first.message}`
    throw new Refusal('rules_faulty', `The rules have ${diagnostics.length} faults and were not published.${where}`, {
      diagnostics,
    })
  }
  const hash = createHash('sha256').update(input.text).digest('hex')
  const current = await currentOf(ports)
  if (current !== undefined && current.hash === hash) return current
  const { text, note, expected } = input
  const author = command.caller.actor.id
  const next: RulesVersion = { version: expected + 1, model, text, hash, author, note, at: ports.clock.now() }
  await ports.rules.publish(next, expected)
  return next
}

async function currentOf({ rules }: Needs): Promise<RulesVersion | undefined> {
  try {
    return await rules.current()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules_unknown') return undefined
    throw error
  }
}
