import { PutEventsCommand, type EventBridgeClient, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'

/** Puts up to ten entries on the bus and answers, in their order, which of them it refused. */
export type PutEvents = (entries: readonly PutEventsRequestEntry[]) => Promise<readonly { readonly refused: boolean }[]>

/** Publishes to one bus through EventBridge. */
export function publishTo(client: Pick<EventBridgeClient, 'send'>, busName: string): PutEvents {
  return async (entries) => {
    const named = entries.map((entry) => ({ ...entry, EventBusName: busName }))
    const { Entries } = await client.send(new PutEventsCommand({ Entries: named }))
    // An answer without results would read as success: whatever is not confirmed by an id was refused.
    return entries.map((_, at) => ({ refused: Entries?.[at]?.EventId === undefined }))
  }
}
