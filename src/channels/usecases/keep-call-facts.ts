import { callOf, settlesAt, withFacts, type KeptFact } from '#channels/domain/calls'
import type { CallFact } from '#channels/domain/facts'
import { phonesIn } from '#domain/kernel/phone'
import type { KeptIntegration } from '#ports/integrations'
import { homeOf } from '#usecases/home-of'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { settleCall } from './settle-calls'

/** Adds what was told of calls to what is known of them. A call that was answered and is over is judged at once. */
export async function keepCallFacts(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  facts: readonly CallFact[],
  learnedAt: string,
): Promise<void> {
  const home = await homeOf(ports)
  for (const call of new Set(facts.map((fact) => fact.call))) {
    const own = facts.filter((fact) => fact.call === call).map((fact) => ({ ...withNumbers(fact, home), learnedAt }))
    await keepFacts(ports, integration, `${integration.id}:${call}`, own)
  }
}

async function keepFacts(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  id: string,
  more: readonly KeptFact[],
): Promise<void> {
  const isReady = await whileOthersWrite(`What is known of the call ${id} was written`, async () => {
    const was = await ports.talks.findCall(id)
    const before = (was?.facts ?? []) as readonly KeptFact[]
    const facts = withFacts(before, more)
    if (JSON.stringify(facts) === JSON.stringify(before)) return false
    const kept = { id, integration: integration.id, facts, rev: (was?.rev ?? 0) + 1, settlesAt: settlesAt(id, facts) }
    if (!(await ports.talks.saveCall(kept))) return again
    const call = callOf(id, facts)
    return call.result === 'answered' && facts.some(({ last }) => last !== undefined)
  })
  if (isReady) await settleCall(ports, id)
}

/** The one form there is of a number outside; one that is none, as within a town, is as good as hidden. */
function withNumbers(fact: CallFact, home: string | undefined): CallFact {
  const { client, line } = fact
  return {
    ...fact,
    ...(client === undefined ? {} : { client: numberOf(client, home) ?? '' }),
    ...(line === undefined ? {} : { line: numberOf(line, home) ?? line }),
  }
}

function numberOf(written: string, home: string | undefined): string | undefined {
  return phonesIn(written, home)[0]?.number
}
