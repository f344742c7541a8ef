import type { Timed } from '#events/schedule'
import { sendWebhooks } from '#webhooks/usecases/send-webhooks'

/** What is done by the clock for webhooks. */
export const schedules: readonly Timed[] = [{ name: 'send-webhooks', when: { everyMinutes: 1 }, run: sendWebhooks }]
