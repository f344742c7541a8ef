import { nextOpening } from '#domain/time/calendar'
import type { Ports } from '#ports/ports'
import type { SendOrder } from '#schemas/model'

/** What is to be written, about which deal or in which talk, and who is told where it cannot be. */
export type MessageOrder = SendOrder & {
  /** The same for whoever orders the same thing again: it is written once. */
  readonly id: string
  readonly deal?: string
  readonly talk?: string
  readonly by: string
}

/**
 * Orders a message to a client, in the company’s working time: outside it the message waits for the next opening. By what it
 * is sent, and whether it may be, is decided when it is due.
 */
export async function orderMessage(
  { talks, rules, clock }: Pick<Ports, 'clock' | 'rules' | 'talks'>,
  { id, template, to, deal, talk, by }: MessageOrder,
): Promise<void> {
  const { model } = await rules.current()
  const at = clock.now()
  const of = { ...(deal === undefined ? {} : { deal }), ...(talk === undefined ? {} : { talk }) }
  await talks.saveOutgoing({
    id: `order:${id}`,
    integration: '',
    to: '',
    text: '',
    by,
    order: { template, to, ...of },
    at,
    attempts: 0,
    nextAt: nextOpening(model.calendar, at),
    rev: 1,
  })
}
