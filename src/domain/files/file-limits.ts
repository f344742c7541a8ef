/** The most bytes a file may have: 20 MB. */
export const mostFileBytes = 20 * 1024 * 1024
/** How long bytes may be sent to an address, in seconds. */
export const putForSec = 15 * 60
/** How long an address can be read, in seconds. */
export const readForSec = 60
/** How long what was sent and nobody keeps stays, in seconds. */
export const unkeptForSec = 24 * 60 * 60
