import type { Receipt } from '../../../../queries/receipt.ts'
import { sizeIn } from '../../parts/figures.tsx'
import { Field } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentIn } from '../../parts/moment.tsx'
import type { Language, SharedWords } from '../../words.ts'
import { verdictIn } from './view.tsx'
import type { ReceiptWords } from './words.ts'

/** Asks for a code; `unknown` is one that there is not. */
export const AskForCode = ({
  words,
  unknown,
}: {
  readonly words: ReceiptWords
  readonly unknown?: string
}) => (
  <>
    <h1>{words.check}</h1>
    <p class="quiet">{words.checkLead}</p>
    <form method="get" action="/giay-xac-nhan" class="stack">
      <Field name="ma" label={words.code} problem={unknown === undefined ? undefined : words.none}>
        <input
          type="text"
          id="ma"
          name="ma"
          value={unknown}
          placeholder="TH-7K3M-9QWX-2P4R"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={unknown === undefined ? undefined : 'ma-problem'}
          required
        />
      </Field>
      <div class="row actions">
        <button type="submit" class="button">
          {words.checkButton}
        </button>
      </div>
    </form>
  </>
)

export const CheckedReceipt = ({
  receipt: { campaign, topic, version, name },
  language,
  words,
  shared,
}: {
  readonly receipt: Receipt
  readonly language: Language
  readonly words: ReceiptWords
  readonly shared: SharedWords
}) => (
  <>
    <section class="confirmation" aria-labelledby="genuine">
      <h1 id="genuine">
        <Icon name="check-circle-fill" /> {words.genuine}
      </h1>
      <p class="code">{version.receipt}</p>
      {version.withdrawnAt === null ? null : (
        <p class="wrong-text">{words.withdrawn(momentIn(version.withdrawnAt, shared))}</p>
      )}
      <dl class="facts">
        <dt>{words.name}</dt>
        <dd>{name}</dd>
        <dt>{words.campaign}</dt>
        <dd>{campaign.name}</dd>
        <dt>{words.topicTerm}</dt>
        <dd>
          {topic.title} ({words.version(version.number).toLowerCase()})
        </dd>
        <dt>{words.time}</dt>
        <dd>
          <time datetime={version.receivedAt.toISOString()}>{momentIn(version.receivedAt, shared)}</time>
        </dd>
        <dt>{words.verdict}</dt>
        <dd>{verdictIn(version, words, shared)}</dd>
        {version.file === null ? (
          <>
            <dt>{words.file}</dt>
            <dd>{shared.paper}</dd>
          </>
        ) : (
          <>
            <dt>{words.fingerprint}</dt>
            <dd>
              <code>{version.file.sha256}</code> ({sizeIn(version.file.size, language)})
            </dd>
          </>
        )}
      </dl>
    </section>
    <p class="no-print">
      <a class="touch" href="/giay-xac-nhan">
        {words.another}
      </a>
    </p>
  </>
)
