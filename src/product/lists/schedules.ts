// Written by npm run generate from the doors of the rooms: do not edit.
import type { Timed } from '#events/schedule'
import { schedules as dealsSchedules } from '#events/deals/schedules'
import { schedules as planSchedules } from '#events/plan/schedules'
import { schedules as tasksSchedules } from '#events/tasks/schedules'
import { schedules as channelsSchedules } from '#channels/events/schedules'
import { schedules as clientsSchedules } from '#clients/events/schedules'
import { schedules as documentsSchedules } from '#documents/events/schedules'
import { schedules as entrySchedules } from '#entry/events/schedules'
import { schedules as exchangeSchedules } from '#exchange/events/schedules'
import { schedules as loadsSchedules } from '#loads/events/schedules'
import { schedules as moneySchedules } from '#money/events/schedules'
import { schedules as noticesSchedules } from '#notices/events/schedules'
import { schedules as releaseSchedules } from '#release/events/schedules'
import { schedules as reportsSchedules } from '#reports/events/schedules'
import { schedules as webhooksSchedules } from '#webhooks/events/schedules'
import { schedules as workdaySchedules } from '#workday/events/schedules'

/** Everything that is done by the clock: read by CDK, the local scheduler and the tests. */
export const schedules: readonly Timed[] = [
  ...dealsSchedules,
  ...planSchedules,
  ...tasksSchedules,
  ...channelsSchedules,
  ...clientsSchedules,
  ...documentsSchedules,
  ...entrySchedules,
  ...exchangeSchedules,
  ...loadsSchedules,
  ...moneySchedules,
  ...noticesSchedules,
  ...releaseSchedules,
  ...reportsSchedules,
  ...webhooksSchedules,
  ...workdaySchedules,
]
