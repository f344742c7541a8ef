import { sayNotice } from '#domain/kernel/texts/say-notice'
import { readInbox } from '#notices/usecases/read-inbox'

import { NoticeTitle } from '#pages/notice-title.tsx'
import type { PieceSpec } from '#pages/page.tsx'
import { PieceHead } from '#pages/piece-form.tsx'
import { inboxTexts } from './texts/inbox'

/** What the bell opens: the last ten notices, and what marks them as read. */
export const bellPiece: PieceSpec = {
  id: 'bell',
  path: '/app/pieces/bell',
  right: 'signed_in',
  run: async (ask) => {
    const t = inboxTexts[ask.language]
    const { items, unread } = await readInbox(ask.ports, ask, { limit: 10 })
    return (
      <>
        <PieceHead title={t.notices} language={ask.language} />
        {items.length === 0 ? <p class="quiet">{t.noNotices}</p> : null}
        <ul class="linked">
          {items.map(({ notice }) => {
            const { title } = sayNotice(notice, ask.language, ask.zone)
            const text = notice.readAt === undefined ? <strong>{title}</strong> : title
            return (
              <li>
                <NoticeTitle notice={notice}>{text}</NoticeTitle>
                <span class="quiet small">{ask.format.moment(notice.at)}</span>
              </li>
            )
          })}
        </ul>
        <div class="buttons">
          <a class="button secondary" href="/app/inbox">
            {t.all}
          </a>
          {unread === 0 ? null : (
            <form data-api="POST /inbox/read-all" data-done={t.markedRead}>
              <button class="secondary">{t.markRead}</button>
            </form>
          )}
        </div>
      </>
    )
  },
}
