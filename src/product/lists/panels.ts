// Written by npm run generate from the doors of the rooms: do not edit.
import type { PanelSpec } from '#pages/page.tsx'
import { panels as channelsPanels } from '#channels/pages/panels.tsx'
import { panels as documentsPanels } from '#documents/pages/panels.tsx'
import { panels as exchangePanels } from '#exchange/pages/panels.tsx'
import { panels as moneyPanels } from '#money/pages/panels.tsx'

/** What rooms show on the pages of deals and clients. */
export const allPanels: readonly PanelSpec[] = [
  ...channelsPanels,
  ...documentsPanels,
  ...exchangePanels,
  ...moneyPanels,
]
