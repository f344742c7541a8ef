import type { Timed } from '#events/schedule'
import { channelNames } from '#schemas/notice-names'

/** What is done by the clock for notices: a schedule a channel, so that one that is down holds up no other. */
export const schedules: readonly Timed[] = channelNames.map((channel): Timed => ({
  name: `send-${channel}`,
  when: { everyMinutes: 5 },
  locally: { everyMinutes: 1 },
  run: async (ports) => (await import('#notices/usecases/send-notifications')).sendNotifications(ports, channel),
}))
