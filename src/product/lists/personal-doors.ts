// Written by npm run generate from the doors of the rooms: do not edit.
import type { PersonalDoor } from '#ports/personal'
import { clients as channelsClients } from '#channels/clients'
import { clients as clientsClients } from '#clients/clients'
import { clients as documentsClients } from '#documents/clients'
import { clients as exchangeClients } from '#exchange/clients'
import { clients as loadsClients } from '#loads/clients'
import { clients as moneyClients } from '#money/clients'
import { clients as reportsClients } from '#reports/clients'
import { clients as searchClients } from '#search/clients'

/** How the personal data that rooms keep of clients is found, handed out, erased and moved, by room. */
export const personalDoors: Readonly<Record<string, PersonalDoor>> = {
  channels: channelsClients,
  clients: clientsClients,
  documents: documentsClients,
  exchange: exchangeClients,
  loads: loadsClients,
  money: moneyClients,
  reports: reportsClients,
  search: searchClients,
}
