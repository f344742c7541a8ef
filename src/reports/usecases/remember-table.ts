import { systemCaller } from '#domain/kernel/access'

import type { ReportPorts } from './build-report'
import { readDealTable } from './read-deal-table'

/**
 * Reads the first page of the table of deals for nobody, so that a process remembers what is packed before somebody opens the
 * table for the first time. Changes nothing.
 */
export async function rememberTable(ports: ReportPorts): Promise<void> {
  const reader = { caller: systemCaller('system', 'remember-table'), people: await ports.people.load() }
  await readDealTable(ports, reader, { asked: {}, language: 'en' }, { limit: 1 })
}
