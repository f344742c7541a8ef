import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { eventId } from '#domain/kernel/event-id'
import { runId } from '#automation/domain/automation'
import type { AutomationStore, Pause } from '#ports/automation'
import { keys as automationKeys } from './keys'
import { keys as dealKeys } from '#store/deals/keys'
import { notePut } from '#store/deals/note-write'
import { queryAll } from '#store/query'
import { transact } from '#store/transact'
import type { TableAccess } from '#store/table-access'

/** Which rules have run and which are paused. Nothing is remembered: a rule that is paused must stop at once. */
export function automationStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): AutomationStore {
  return {
    runsAfter: async (dealId, version) => {
      const { pk, sk } = dealKeys.note(dealId, runId(eventId(dealId, version), ''))
      const notes = await queryAll({ document, table }, { pk, prefix: sk })
      return notes.map((item) => String(item['sk']).slice(sk.length))
    },
    // One run of one rule after one event: whoever comes second has done nothing that the first has not.
    note: async (event) => (await transact(document, [notePut(table, event)])) === undefined,
    pauses: async () => {
      const { pk, sk } = automationKeys.pause('')
      const items = await queryAll({ document, table }, { pk, prefix: sk })
      return items.map((item) => item['pause'] as Pause)
    },
    pause: async (pause) => {
      await document.send(new PutCommand({ TableName: table, Item: { ...automationKeys.pause(pause.rule), pause } }))
    },
    resume: async (rule) => {
      await document.send(new DeleteCommand({ TableName: table, Key: automationKeys.pause(rule) }))
    },
  }
}
