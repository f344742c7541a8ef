import { addDuration } from '#domain/time/calendar'
import type { Duration } from '#schemas/model'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

/** How long recordings are kept where the file says nothing else. */
const usualKeep: Duration = { count: 180, kind: 'calendar', unit: 'days', text: '180 calendar days' }

const aPage = 200
/** No more in one night. */
const mostPages = 50

/**
 * Takes away recordings whose time is over: the bytes first, so that none stay that nobody finds. The calls stay. Right when
 * it runs twice, and after a crash half-way.
 */
export async function forgetRecordings(ports: ChannelNeeds, at: string): Promise<{ readonly gone: number }> {
  const { model } = await ports.rules.current()
  const keep = model.calls?.recordings?.keep ?? usualKeep
  let gone = 0
  for (let page = 0; page < mostPages; page += 1) {
    const oldest = await ports.talks.oldestRecordings(aPage)
    let here = 0
    for (const place of oldest) {
      const one = await ports.talks.findRecording(place)
      if (one?.state !== 'kept' || addDuration(model.calendar, one.at, keep) > at) continue
      await ports.files.remove(one.file)
      if (await ports.talks.saveRecording({ ...one, state: 'gone', rev: one.rev + 1 })) here += 1
    }
    gone += here
    if (here < aPage) break
  }
  return { gone }
}

/** Takes away the recordings of a call with what is known of them. */
export async function eraseRecordings(
  { talks, files }: Pick<ChannelNeeds, 'talks' | 'files'>,
  call: string,
): Promise<void> {
  for (const { file } of await talks.recordingsOf(call)) await files.remove(file)
  await talks.eraseRecordings(call)
}
