import Sortable, { type SortableEvent, type SortableOptions } from 'sortablejs'

import { hold, onRefresh } from './live'

/** What is dragged from list to list. */
export type Dragging = {
  /** The lists, by their selector; each is made a place to drag to once, also when the page has renewed itself. */
  readonly lists: string
  readonly things: string
  /** What in a thing is for clicking, not for dragging. */
  readonly but: string
  readonly group: (list: HTMLElement) => NonNullable<SortableOptions['group']>
  readonly dropped: (event: SortableEvent) => Promise<void>
}

/** Lets things be dragged with a mouse and with a finger; the page does not renew itself meanwhile. */
export function makeDraggable(dragging: Dragging): void {
  const make = () => {
    for (const list of document.querySelectorAll<HTMLElement>(dragging.lists)) makeList(list, dragging)
  }
  onRefresh(make)
  make()
}

function makeList(list: HTMLElement, { things, but, group, dropped }: Dragging): void {
  if (Sortable.get(list) !== undefined && Sortable.get(list) !== null) return
  Sortable.create(list, {
    group: group(list),
    draggable: things,
    filter: but,
    preventOnFilter: false,
    // The same on mice and fingers, and in every browser.
    forceFallback: true,
    fallbackOnBody: true,
    fallbackTolerance: 4,
    delay: 180,
    delayOnTouchOnly: true,
    // The order of a list is that of what is in it, not of the person who looks.
    sort: false,
    ghostClass: 'ghost',
    onStart: () => hold(true),
    onEnd: (event) => {
      hold(false)
      if (event.from !== event.to) void dropped(event)
    },
  })
}
