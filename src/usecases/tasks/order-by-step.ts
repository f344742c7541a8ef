import { textHash } from '#domain/kernel/text-hash'
import type { LadderStep } from '#schemas/model'
import { orderMessage } from '#usecases/attached/order-message'
import type { DueScene } from './due-scene'

/** Writes to the client what a step of a ladder says, once however often the step is looked at. */
export async function orderByStep(
  { ports }: Pick<DueScene, 'ports'>,
  { send }: LadderStep,
  of: { readonly what: string; readonly by: string; readonly deal?: string; readonly talk?: string },
): Promise<void> {
  if (send === undefined) return
  const { what, ...about } = of
  await orderMessage(ports, { id: textHash(`step#${what}`), ...send, ...about })
}
