import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { type AssetName, assetUrl, importsOf } from './assets.ts'
import { type Language, SHARED, type SharedWords } from './words.ts'

export interface Tab {
  readonly href: string
  readonly label: string
  readonly isCurrent: boolean
}

/** What frames a page: where one is, and who one is. */
export interface Frame {
  readonly language: Language
  readonly title: string
  /** Campaign and unit, as far as the page is about them. */
  readonly where?: string
  readonly person?: string
  readonly tabs?: readonly Tab[]
  /** Empty: nobody is signed in. */
  readonly csrf: string
  readonly isNarrow?: boolean
  /** Modules of this page alone. */
  readonly scripts?: readonly AssetName[]
  /** Said once, after a redirect. */
  readonly flash?: string | null
  /** The same page in the other language. */
  readonly otherLanguageHref: string
}

const Head = ({ frame, words }: { readonly frame: Frame; readonly words: SharedWords }) => (
  <header class="head">
    <div class="head-row">
      <a class="brand" href="/">
        {words.product}
      </a>
      {frame.where === undefined ? null : <span class="head-where">{frame.where}</span>}
      <div class="head-who">
        {frame.person === undefined ? null : <span>{frame.person}</span>}
        {frame.csrf === '' ? null : (
          <form method="post" action="/dang-xuat" class="no-print">
            <input type="hidden" name="csrfToken" value={frame.csrf} />
            <button type="submit" class="link-button">
              {words.signOut}
            </button>
          </form>
        )}
      </div>
    </div>
  </header>
)

const Tabs = ({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Page = ({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }) => {
  const words = SHARED[frame.language]
  const other: Language = frame.language === 'vi' ? 'en' : 'vi'
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="htmx-config"
          content='{"includeIndicatorStyles":false,"allowEval":false,"historyCacheSize":0}'
        />
        <title>{`${frame.title} – ${words.product}`}</title>
        <link rel="stylesheet" href={assetUrl('style.css')} />
        <link rel="icon" href="data:," />
        {importsOf(frame.scripts ?? []).map(name => (
          <link key={name} rel="modulepreload" href={assetUrl(name)} />
        ))}
        <script src={assetUrl('htmx.js')} defer />
        <script src={assetUrl('app.js')} type="module" />
        {frame.scripts?.map(name => (
          <script key={name} src={assetUrl(name)} type="module" />
        ))}
      </head>
      <body hx-headers={frame.csrf === '' ? undefined : JSON.stringify({ 'X-CSRF-Token': frame.csrf })}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Head frame={frame} words={words} />
        {frame.tabs === undefined ? null : <Tabs tabs={frame.tabs} label={words.product} />}
        <main id="main" class={frame.isNarrow === true ? 'narrow' : undefined} tabIndex={-1}>
          {frame.flash == null ? null : (
            <p class="note good" role="status">
              {frame.flash}
            </p>
          )}
          {children}
        </main>
        <footer class="foot no-print">
          <div>
            <a href={frame.otherLanguageHref} lang={other} hreflang={other}>
              {other === 'en' ? 'English' : 'Tiếng Việt'}
            </a>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** A whole document. */
export const renderPage = (frame: Frame, content: VNode): string =>
  `<!doctype html>${render(<Page frame={frame}>{content}</Page>)}`

/** A piece of one, for what is changed in place. */
export const renderPiece = (content: VNode): string => render(content)
