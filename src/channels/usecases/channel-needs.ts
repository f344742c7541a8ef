import type { Ports } from '#ports/ports'

/** What doing what follows from what came needs. */
export type ChannelNeeds = Pick<
  Ports,
  | 'attached'
  | 'clock'
  | 'ids'
  | 'integrations'
  | 'talks'
  | 'deals'
  | 'people'
  | 'rules'
  | 'gateFacts'
  | 'settings'
  | 'knownClients'
  | 'clients'
  | 'consents'
  | 'notices'
  | 'outlet'
  | 'files'
>
