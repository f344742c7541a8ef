import { sayNotice } from '#domain/kernel/texts/say-notice'
import { readInbox } from '#notices/usecases/read-inbox'

import { NoticeTitle } from '#pages/notice-title.tsx'
import type { PageSpec } from '#pages/page.tsx'
import { inboxTexts } from './texts/inbox'

/** Everything somebody was told, the newest first. */
export const inboxPage: PageSpec = {
  id: 'inbox',
  path: '/app/inbox',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = inboxTexts[ask.language]
    const { items, unread } = await readInbox(ask.ports, ask, { limit: 100 })
    // In the language of the page, whatever language the person gets letters in.
    const said = items.map(({ notice }) => ({ notice, ...sayNotice(notice, ask.language, ask.zone) }))
    return {
      title: t.notices,
      body: (
        <>
          <header class="page-head">
            <h1>{t.notices}</h1>
            <p>
              {ask.format.number(unread)} {t.unread}
            </p>
            <span class="grow" />
            <a class="button secondary" href="/app/notifications">
              {t.how}
            </a>
            {unread === 0 ? null : (
              <form data-api="POST /inbox/read-all" data-done={t.markedRead}>
                <button class="secondary">{t.markRead}</button>
              </form>
            )}
          </header>
          {items.length === 0 ? <p class="empty">{t.noNotices}</p> : null}
          <ul class="notices">
            {said.map(({ notice, title, text }) => (
              <li class="card" data-unread={notice.readAt === undefined ? '' : undefined} id={`notice-${notice.id}`}>
                <h2>
                  <NoticeTitle notice={notice}>{title}</NoticeTitle>
                </h2>
                {text === '' ? null : <p class="lines">{text}</p>}
                <p class="quiet small">
                  <time datetime={notice.at}>{ask.format.moment(notice.at)}</time>
                </p>
              </li>
            ))}
          </ul>
        </>
      ),
    }
  },
}
