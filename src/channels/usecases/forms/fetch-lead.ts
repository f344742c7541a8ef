import { fetchedLead } from '#channels/adapters/meta-leads'
import type { FormFact, LeadToFetch } from '#channels/domain/facts'
import type { KeptIntegration } from '#ports/integrations'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

const bounds = { mostBytes: 200_000, timeoutMs: 10_000 }

/**
 * What somebody said in a lead of which the provider has told the number alone; undefined where it cannot be had: the lead is
 * taken without it then, and somebody looks it up there.
 */
export async function fetchLead(
  { outlet }: Pick<ChannelNeeds, 'outlet'>,
  { settings, secrets }: KeptIntegration,
  { once, at }: LeadToFetch,
): Promise<FormFact | undefined> {
  const { token = '' } = secrets[0]?.values ?? {}
  if (token === '') return undefined
  const { api = 'https://graph.facebook.com/v23.0' } = settings
  const url = `${api}/${encodeURIComponent(once)}?fields=id,created_time,form_id,field_data`
  try {
    const headers = { authorization: `Bearer ${token}` }
    const { status, bytes } = await outlet.ask({ method: 'GET', url, headers }, bounds)
    if (status !== 200) return undefined
    const lead = fetchedLead(JSON.parse(new TextDecoder().decode(bytes)) as unknown)
    return { ...lead, once, ...(at === undefined ? {} : { at }) }
  } catch {
    return undefined
  }
}
