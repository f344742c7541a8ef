import type { Timed } from '#events/schedule'

/** What is done by the clock for channels. */
export const schedules: readonly Timed[] = [
  {
    name: 'poll-mail',
    when: { everyMinutes: 1 },
    apart: true,
    run: async (ports, at) => (await import('#channels/usecases/mailboxes/look-into')).lookIntoMailboxes(ports, at),
  },
  {
    name: 'reconcile-calls',
    when: { everyMinutes: 1 },
    apart: true,
    run: async (ports, at) =>
      (await import('#channels/usecases/reconciling/reconcile-calls')).reconcileCalls(ports, at),
  },
  {
    name: 'send-written',
    when: { everyMinutes: 1 },
    run: async (ports, at) => (await import('#channels/usecases/send-messages')).sendMessages(ports, at),
  },
  {
    name: 'fetch-recordings',
    when: { everyMinutes: 1 },
    run: async (ports, at) =>
      (await import('#channels/usecases/recordings/fetch-recordings')).fetchRecordings(ports, at),
  },
  {
    name: 'forget-recordings',
    when: { cron: '40 3 * * *' },
    run: async (ports, at) =>
      (await import('#channels/usecases/recordings/forget-recordings')).forgetRecordings(ports, at),
  },
  {
    name: 'forget-strangers',
    when: { cron: '50 3 * * *' },
    run: async (ports, at) => (await import('#channels/usecases/forget-strangers')).forgetStrangers(ports, at),
  },
  {
    name: 'watch-silence',
    when: { cron: '10 * * * *' },
    run: async (ports, at) => (await import('#channels/usecases/watch-silence')).watchSilence(ports, at),
  },
  {
    name: 'tell-hidden',
    when: { cron: '*/10 * * * *' },
    run: async (ports, at) => (await import('#channels/usecases/calling/tell-hidden')).tellHidden(ports, at),
  },
  {
    name: 'settle-calls',
    when: { everyMinutes: 1 },
    // Half a minute of rest and this: whoever was not reached is on somebody’s day within forty seconds.
    locally: { everySeconds: 5 },
    run: async (ports, at) => (await import('#channels/usecases/settle-calls')).settleCalls(ports, at),
  },
]
