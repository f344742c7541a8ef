import * as loads from './loads'

/** Every shape of files that are loaded in the background, by its title. */
export const loadShapes = { Load: loads.Load, StartLoad: loads.StartLoad } as const
