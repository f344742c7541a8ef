import type { runAutomation } from '#automation/usecases/run-automation'
import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { changeNames } from '#schemas/event-names'

/** The consumer that runs the rules of the automation. */
export const automationConsumer = 'run-automation'

/** What its log says when rules set each other off: there is an alarm on it. */
export const tooDeepAlarm = 'automation_too_deep'

/** What follows from an event by the rules of the automation. */
export const consumers: readonly Consumer[] = [
  // Does what `automation` says. A run decides and writes several times over, so it is given three times the usual time.
  consumer({
    name: automationConsumer,
    on: [...changeNames],
    visibilityTimeoutSeconds: 180,
    run: eachSubject(async () => {
      const automation = await import('#automation/usecases/run-automation')
      return (ports, event) => runRules(automation.runAutomation, ports, event)
    }),
  }),
]

/** Rules that set each other off are a mistake in the file that the checker could not see: somebody has to look. */
async function runRules(run: typeof runAutomation, ports: Ports, event: DomainEvent): Promise<void> {
  for (const { rule, line, outcome } of await run(ports, event)) {
    if (outcome !== 'too_deep') continue
    console.error(JSON.stringify({ level: 'alarm', alarm: tooDeepAlarm, rule, line, event: event.id }))
  }
}
