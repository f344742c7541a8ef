import type { PageAsk } from '#pages/page.tsx'
import { backstageTexts } from './texts/backstage'

/** What is late for less is on its way. */
const worthTellingSeconds = 60

/** What was put aside and how far behind is what follows by itself, for who may change the rules; nothing where all goes on. */
export function BackstageStand({ ask }: { readonly ask: PageAsk }) {
  const stand = ask.caller.reach.rules_edit === 'all' ? ask.ports.backstage.stand() : undefined
  if (stand === undefined) return null
  const letters = stand.queues.reduce((sum, { deadLetters }) => sum + deadLetters, 0)
  const seconds = Math.max(...[stand.stream, ...stand.queues].map(({ behindSeconds }) => behindSeconds))
  const isBehind = seconds >= worthTellingSeconds
  if (letters === 0 && !isBehind) return null
  const t = backstageTexts[ask.language]
  return (
    <section class="card" aria-labelledby="backstage-title">
      <header>
        <h2 id="backstage-title">{t.title}</h2>
      </header>
      {letters === 0 ? null : <p>{t.dead(ask.format.counted(letters, t.letters))}</p>}
      {isBehind ? <p>{t.behind(ask.format.counted(Math.floor(seconds / 60), t.minutes))}</p> : null}
    </section>
  )
}
