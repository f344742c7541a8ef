import type { ClientRules, LinkKey } from '#schemas/clients/client-rules'

import { usualMatch, type MatchRules } from './matching/verdict'

/** What a lead is recognised by and what is proposed, by the rules of the company. */
export function matchRules(clients: ClientRules | undefined): MatchRules {
  const { link, proposeFrom, sharedNumber } = clients?.duplicates ?? {}
  return {
    proposedFrom: proposeFrom ?? usualMatch.proposedFrom,
    sharedFrom: sharedNumber ?? usualMatch.sharedFrom,
    ...(link === undefined ? {} : { linkBy: link.map((key) => ways[key]) }),
  }
}

/** How the ways to find begin that a key stands for. */
const ways: Readonly<Record<LinkKey, string>> = { inn: 'inn', 'phone with name': 'phone', 'email with name': 'email' }
