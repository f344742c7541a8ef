import type { Sent } from '#channels/adapter'
import type { KeptIntegration } from '#ports/integrations'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { bytesOf, type Letter } from './letter'
import { graphOf, whyIn } from './graph-access'
import { ComeLater } from './looking'

/** Sends a mail by Microsoft 365, as it would go by any server; Microsoft puts it among what the mailbox has sent. */
export async function sendByGraph(
  outlet: ChannelNeeds['outlet'],
  integration: KeptIntegration,
  letter: Letter,
): Promise<Sent> {
  try {
    const graph = await graphOf(outlet, integration)
    const body = (await bytesOf(letter)).toString('base64')
    const asked = { url: `${graph.base}/sendMail`, method: 'POST', type: 'text/plain', body } as const
    const answer = await graph.ask(asked, 64_000)
    if (answer.status === 202) return { kind: 'sent', message: letter.messageId.slice(1, -1) }
    return answer.status >= 500 ? { kind: 'later', seconds: 60 } : { kind: 'failed', why: whyIn(answer) }
  } catch (error) {
    return { kind: 'later', seconds: error instanceof ComeLater ? error.seconds : 60 }
  }
}
