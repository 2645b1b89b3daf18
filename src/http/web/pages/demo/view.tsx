import type { CaughtMail } from '../../../../ports/demo.ts'
import { Back } from '../../parts/back.tsx'
import { Moment } from '../../parts/moment.tsx'
import type { DemoWords } from './words.ts'

export const DEMO_PATH = '/dung-thu'
export const MAILS_PATH = `${DEMO_PATH}/thu`

/** Whose story begins with which account (see embedded/demo-accounts). */
const STORIES = [
  ['cadre', 'cadre@demo.example'],
  ['staff', 'staff.hung-yen@demo.example'],
  ['trainer', 'trainer@demo.example'],
  ['admin', 'admin@demo.example'],
  ['other', 'staff.hai-duong@demo.example'],
] as const satisfies readonly (readonly [keyof DemoWords['stories'], string])[]

export const DemoPage = ({
  words,
  mailFolder,
}: {
  readonly words: DemoWords
  readonly mailFolder: string
}) => (
  <>
    <div class="stack-close">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="quiet small">{words.only}</p>
    </div>
    <ul class="stories">
      {STORIES.map(([name, login]) => {
        const { role, title, steps } = words.stories[name]
        return (
          <li key={login}>
            <h2>{title}</h2>
            <ul>
              {steps.split('|').map(step => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            <form method="post" action={`${DEMO_PATH}/vao`}>
              <input type="hidden" name="login" value={login} />
              <button type="submit" class="button">
                {words.enter(role)}
              </button>
            </form>
          </li>
        )
      })}
    </ul>
    <section class="stack-close">
      <h2>{words.mailsTitle}</h2>
      <p>{words.mailsLead}</p>
      <p class="small">
        {words.mailsFolder} <code>{mailFolder}</code>
      </p>
      <p class="row">
        <a class="touch" href={MAILS_PATH}>
          {words.mailsOpen}
        </a>
        <a class="touch" href="/api/docs">
          {words.api}
        </a>
      </p>
    </section>
  </>
)

/** A link in a mail can be followed from here. */
const Line = ({ text }: { readonly text: string }) => (
  <p>
    {text
      .split(/(https?:\/\/\S+)/)
      .map((part, i) => (i % 2 === 1 ? <a href={new URL(part).pathname}>{part}</a> : part))}
  </p>
)

export const DemoMails = ({
  words,
  mails,
}: {
  readonly words: DemoWords
  readonly mails: readonly CaughtMail[]
}) => (
  <>
    <Back href={DEMO_PATH} label={words.back} />
    <h1>{words.mailsTitle}</h1>
    {mails.length === 0 ? (
      <p>{words.mailsNone}</p>
    ) : (
      <ol class="entries">
        {mails.map(({ at, to, subject, text }, i) => (
          <li key={i}>
            <h2>{subject}</h2>
            <p class="quiet small">
              <Moment at={at} /> · {words.mailTo(to)}
            </p>
            <div class="mail">
              {text.split('\n').map((line, n) => (line.trim() === '' ? null : <Line key={n} text={line} />))}
            </div>
          </li>
        ))}
      </ol>
    )}
  </>
)
